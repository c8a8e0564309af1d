"""What tells one thing from all others, in whichever file it was made."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """Give a new id: a UUID as text, so that two facilitators' files can be merged."""
    return str(uuid4())
