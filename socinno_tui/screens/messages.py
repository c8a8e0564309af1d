"""What screens ask of the app: moves between screens that one screen cannot make alone."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class MeetingChosen(Message):
    """Open this meeting on the screen of its phase."""

    meeting_id: str


class MeetingLeft(Message):
    """Go back to the library; the meeting can be gone on with later."""


@dataclass
class RegisterAsked(Message):
    """Show what became of the agreements: of one meeting, or of all when empty; and, if there is
    something to be said, say it there.
    """

    meeting_id: str = ""
    said: str = ""


@dataclass
class WalkAsked(Message):
    """Go through the open agreements together: of one meeting, or of all when empty."""

    meeting_id: str = ""


class ResultsAsked(Message):
    """Show what the meetings brought, in numbers."""


class SettingsAsked(Message):
    """Show what the person can choose: language, colours, screen reader, keys."""


class QuitAsked(Message):
    """Leave the program, if the phase lets go."""
