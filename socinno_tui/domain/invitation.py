"""What an invitation cannot do without."""

from __future__ import annotations

from socinno_tui.domain.errors import RuleBroken


class NoMoment(RuleBroken):
    """The meeting has no date and time yet, so no calendar can hold it."""
