"""A clock that stands still until it is moved, and an ear that keeps what it was told."""

from pendulum import DateTime

from socinno_tui.domain.meeting import Meeting
from socinno_tui.service.clock import Clock
from tests.meetings import STARTS_AT, ZONE


class StandingClock:
    """The time of a test: half an hour into the meeting, until said otherwise."""

    def __init__(self) -> None:
        self.at: DateTime = STARTS_AT.add(minutes=30)

    @property
    def clock(self) -> Clock:
        """What the services are given."""
        return Clock(lambda: self.at, ZONE)

    def passes(self, *, days: int = 0, minutes: int = 0, seconds: int = 0) -> None:
        """Let time go by; negative when the clock is set back."""
        self.at = self.at.add(days=days, minutes=minutes, seconds=seconds)


class Ear:
    """A listener."""

    def __init__(self) -> None:
        self.heard: list[Meeting] = []

    def __call__(self, meeting: Meeting) -> None:
        self.heard.append(meeting)
