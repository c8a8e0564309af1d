"""Time-boxes and breaks: what stage the meeting is in, and how long it has left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pendulum import DateTime, Duration

from socinno_tui.domain.phase import Phase

MORE_MINUTES = 5
"""What one key adds to a time-box."""


@dataclass(frozen=True, slots=True)
class TimeBox:
    """Minutes planned for a stage that belongs to a phase."""

    id: str
    title: str
    minutes: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class Break:
    """A time in which all clocks stand still; open while `ended_at` is None."""

    id: str
    started_at: DateTime
    ended_at: DateTime | None = None


def elapsed(since: DateTime, now: DateTime, breaks: Iterable[Break]) -> Duration:
    """How long ago `since` is, without the breaks; never negative."""
    seconds = (now - since).total_seconds()
    for rest in breaks:
        start = max(rest.started_at, since)
        end = min(rest.ended_at or now, now)
        seconds -= max(0.0, (end - start).total_seconds())
    return Duration(seconds=max(0.0, seconds))


def with_break(breaks: tuple[Break, ...], now: DateTime, break_id: str) -> tuple[Break, ...]:
    """Begin a break; never before the last one ended, should the clock have been set back."""
    ended = breaks[-1].ended_at if breaks else None
    return (*breaks, Break(break_id, max(now, ended) if ended else now))


def with_break_ended(breaks: tuple[Break, ...], now: DateTime) -> tuple[Break, ...]:
    """End the last break."""
    last = breaks[-1]
    return (*breaks[:-1], replace(last, ended_at=max(now, last.started_at)))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The time-boxes in order, which one is on, and since when."""

    boxes: tuple[TimeBox, ...] = ()
    position: int = 0
    since: DateTime | None = None

    @property
    def current(self) -> TimeBox | None:
        """The time-box that is on; None before the start and after the last."""
        if self.since is None or self.position >= len(self.boxes):
            return None
        return self.boxes[self.position]

    @property
    def following(self) -> TimeBox | None:
        """The time-box that comes after the one that is on."""
        after = self.position + 1
        return self.boxes[after] if self.since is not None and after < len(self.boxes) else None

    @property
    def planned_minutes(self) -> int:
        """All time-boxes together, in minutes."""
        return sum(box.minutes for box in self.boxes)

    def left(self, now: DateTime, breaks: Iterable[Break]) -> Duration | None:
        """What is left of the time-box that is on; negative when it runs over."""
        if self.current is None or self.since is None:
            return None
        used = elapsed(self.since, now, breaks).total_seconds()
        return Duration(seconds=self.current.minutes * 60 - used)

    def at_phase(self, phase: Phase, now: DateTime) -> Agenda:
        """Go to the first time-box of a phase, unless the one that is on belongs to it."""
        if self.current is not None and self.current.phase is phase:
            return self
        for position, box in enumerate(self.boxes):
            if box.phase is phase:
                return replace(self, position=position, since=now)
        return self

    def at_next(self, now: DateTime) -> Agenda:
        """Go on to the next time-box; after the last one there is none."""
        if self.current is None:
            return self
        return replace(self, position=self.position + 1, since=now)

    def lengthened(self, minutes: int = MORE_MINUTES) -> Agenda:
        """Give the time-box that is on more minutes."""
        current = self.current
        if current is None:
            return self
        longer = replace(current, minutes=current.minutes + minutes)
        return replace(
            self, boxes=tuple(longer if box.id == current.id else box for box in self.boxes)
        )
