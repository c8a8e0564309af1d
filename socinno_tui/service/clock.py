"""Where services get the time from: handed in, so that a test can stand still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pendulum import Date, DateTime


@dataclass(frozen=True, slots=True)
class Clock:
    """The present instant in UTC, and the time zone of this machine."""

    now: Callable[[], DateTime]
    zone: str

    def today(self, zone: str = "") -> Date:
        """The local calendar date, in a meeting's zone or else in this machine's."""
        return self.now().in_timezone(zone or self.zone).date()


def system_clock() -> Clock:
    """The real clock of this machine."""
    import pendulum

    return Clock(lambda: pendulum.now("UTC"), pendulum.now().timezone_name or "UTC")
