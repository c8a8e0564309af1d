"""Time-boxes and breaks: what stage the meeting is in, and how long it has left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pendulum import DateTime, Duration

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.phase import Phase

MORE_MINUTES = 5
"""What one key adds to a time-box."""

LONGEST_MINUTES = 24 * 60
"""No time-box is made longer than a day, and no more is counted as used in one."""


class TimeBoxPast(RuleBroken):
    """What has been is not changed or skipped: one can only go back to it."""


@dataclass(frozen=True, slots=True)
class TimeBox:
    """Minutes planned for a stage that belongs to a phase.

    `used_seconds` is what it took when it was on before, without breaks; a box that is on is
    counted on from there. A box to come that is `skipped` is passed over, and takes no time.
    """

    id: str
    title: str
    minutes: int
    phase: Phase
    used_seconds: int = 0
    skipped: bool = False


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
    def to_come(self) -> tuple[TimeBox, ...]:
        """The time-boxes after the one that is on, without those that are skipped."""
        after = 0 if self.since is None else self.position + 1
        return tuple(box for box in self.boxes[after:] if not box.skipped)

    @property
    def following(self) -> TimeBox | None:
        """The time-box that comes after the one that is on."""
        return next(iter(self.to_come), None) if self.since is not None else None

    @property
    def planned_minutes(self) -> int:
        """All time-boxes together, in minutes."""
        return sum(box.minutes for box in self.boxes)

    def used(self, place: int, now: DateTime, breaks: Iterable[Break]) -> Duration:
        """What the time-box in this place has taken until now, without the breaks."""
        seconds: float = self.boxes[place].used_seconds
        if self.since is not None and place == self.position:
            seconds += elapsed(self.since, now, breaks).total_seconds()
        return Duration(seconds=seconds)

    def left(self, now: DateTime, breaks: Iterable[Break]) -> Duration | None:
        """What is left of the time-box that is on; negative when it runs over."""
        if self.current is None:
            return None
        used = self.used(self.position, now, breaks).total_seconds()
        return Duration(seconds=self.current.minutes * 60 - used)

    # Going on, and back

    def at_phase(self, phase: Phase, now: DateTime, breaks: Iterable[Break] = ()) -> Agenda:
        """Go to the first time-box of a phase, unless the one that is on belongs to it.

        Who comes back to a phase goes on in the box that was on last in it.
        """
        if self.current is not None and self.current.phase is phase:
            return self
        places = [place for place, box in enumerate(self.boxes) if box.phase is phase]
        if not places:
            return self
        place = next((found for found in places if not self.boxes[found].skipped), places[0])
        if self.since is not None and self.position > place:
            been = [found for found in places if self.boxes[found].used_seconds]
            place = been[-1] if been else place
        return self.at_place(place, now, breaks)

    def at_next(self, now: DateTime, breaks: Iterable[Break] = ()) -> Agenda:
        """Go on to the next time-box that is not skipped; after the last one there is none."""
        if self.current is None:
            return self
        following = self.following
        place = len(self.boxes) if following is None else self.boxes.index(following)
        return self.at_place(place, now, breaks)

    def at_place(self, place: int, now: DateTime, breaks: Iterable[Break] = ()) -> Agenda:
        """Go to the time-box in this place, also back or to a skipped one; it goes on where it was.

        What the box that was on has taken is kept with it, in whole seconds.
        """
        if self.since is not None and place == self.position:
            return self
        boxes = list(self.boxes)
        if self.current is not None:
            used = int(self.used(self.position, now, breaks).total_seconds())
            boxes[self.position] = replace(
                self.current, used_seconds=min(used, LONGEST_MINUTES * 60)
            )
        if place < len(boxes):
            boxes[place] = replace(boxes[place], skipped=False)
        return Agenda(tuple(boxes), place, now)

    # More and less time

    def lengthened(self, minutes: int = MORE_MINUTES, place: int | None = None) -> Agenda:
        """Give a time-box more minutes, or fewer: one at least. None is the box that is on.

        Raises TimeBoxPast.
        """
        if place is None and self.current is None:
            return self
        if place is not None and self.since is not None and place < self.position:
            raise TimeBoxPast
        found = self.position if place is None else place
        longer = self.boxes[found].minutes + minutes
        return self.with_box(
            found, replace(self.boxes[found], minutes=min(max(1, longer), LONGEST_MINUTES))
        )

    def with_skipped(self, place: int, now: DateTime, breaks: Iterable[Break] = ()) -> Agenda:
        """Skip a time-box to come, or take it in again; the one that is on is left for the next.

        Raises TimeBoxPast.
        """
        if self.since is not None and place < self.position:
            raise TimeBoxPast
        if self.since is not None and place == self.position:
            return self.at_next(now, breaks)
        box = self.boxes[place]
        return self.with_box(place, replace(box, skipped=not box.skipped))

    def with_box(self, place: int, box: TimeBox) -> Agenda:
        """Put a time-box in the place of another."""
        return replace(self, boxes=(*self.boxes[:place], box, *self.boxes[place + 1 :]))
