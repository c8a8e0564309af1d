"""Meetings as one JSON bundle, from which they come back without loss."""

from __future__ import annotations

import json
from collections.abc import Sequence

from socinno_tui.domain.meeting import Meeting
from socinno_tui.export.bundle_shape import FORMAT, VERSION, converter


def to_json(meetings: Sequence[Meeting]) -> str:
    """Give everything of these meetings as JSON; the same meetings give the same text."""
    in_order = sorted(meetings, key=lambda meeting: (meeting.created_at, meeting.id))
    bundle = {
        "format": FORMAT,
        "version": VERSION,
        "meetings": [converter().unstructure(meeting) for meeting in in_order],
    }
    return json.dumps(bundle, ensure_ascii=False, indent=2) + "\n"
