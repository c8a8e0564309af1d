"""What is left for the rest of the meeting: when it ends as planned, and how to end in time.

All from instants, without the breaks: a break moves the expected end by as long as it lasts, and
the end agreed with the people stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

from pendulum import DateTime, Duration

from socinno_tui.domain.agenda import Agenda, TimeBox
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase

LEAST_MINUTES = 5
LEAST_FOR_CLOSING = 10
"""No proposal makes a time-box shorter, unless it was planned so: product choices. Agreements are
what a meeting is for and what it runs out of, so the closing keeps more, and gives way last."""

NOTICEABLE_MINUTES = 2
"""A smaller difference with the end agreed is not worth anyone's attention."""

MOVED_AFTER = Duration(minutes=30)
"""Who begins farther from the moment invited for than this has moved the meeting."""

MOST_TO_SKIP_FROM = 30
"""Beyond so many time-boxes to come, only the first are looked at; ours have ten at most."""

MOST_SKIPPED = 2
"""Where skipping more would be needed, a proposal ends later instead."""


class NothingProposed(RuleBroken):
    """The plan for the rest of the meeting needs no change, or none would help."""


@dataclass(frozen=True, slots=True)
class BoxChange:
    """Other minutes for a time-box to come, or that it is skipped."""

    box: TimeBox
    minutes: int
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """How to end in time. `late_minutes` is what it still ends later than agreed, 0 if nothing."""

    changes: tuple[BoxChange, ...]
    ends_at: DateTime
    late_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the plan for the rest of the meeting stands against the end agreed.

    `minutes_left` are those until that end, negative once it has passed. `short_minutes` are
    missing for all that is planned; negative ones are room to spare, and 0 is as good as in time.
    """

    agreed_end: DateTime
    expected_end: DateTime
    minutes_left: int
    short_minutes: int
    proposal: Proposal | None = None

    @property
    def minutes_planned(self) -> int:
        """What is still planned, in minutes."""
        return self.minutes_left + self.short_minutes

    @property
    def room_minutes(self) -> int:
        """The minutes to spare, if any."""
        return max(0, -self.short_minutes)


def agreed_end(meeting: Meeting) -> DateTime | None:
    """Give when people may leave; None before the start.

    That is the moment they were invited for plus the minutes planned, however late the start was:
    so it stands in their diaries. A meeting without such a moment, or begun more than half an hour
    from it, ends so many minutes after it really began. The minutes are the meeting's own, which
    time-boxes that are made longer do not move.
    """
    began = meeting.started_at
    if began is None:
        return None
    invited = meeting.starts_at
    if (
        invited is not None
        and abs((began - invited).total_seconds()) <= MOVED_AFTER.total_seconds()
    ):
        began = invited
    return began.add(minutes=meeting.planned_minutes)


def outlook(meeting: Meeting, now: DateTime) -> Outlook | None:
    """Give how the rest of the meeting stands; None while no time-box is on."""
    end = agreed_end(meeting)
    left = meeting.agenda.left(now, meeting.breaks)
    if end is None or left is None:
        return None
    to_come = meeting.agenda.to_come
    free_from = now.add(seconds=max(0.0, left.total_seconds()))
    expected = free_from.add(minutes=sum(box.minutes for box in to_come))
    return Outlook(
        agreed_end=end,
        expected_end=expected,
        minutes_left=floor((end - now).total_seconds() / 60),
        short_minutes=_short(expected, end),
        proposal=_proposal(meeting.agenda, free_from, end) if _short(expected, end) > 0 else None,
    )


def with_proposal(agenda: Agenda, proposal: Proposal) -> Agenda:
    """Take a proposal over."""
    changes = {change.box.id: change for change in proposal.changes}
    return replace(agenda, boxes=tuple(_changed(box, changes.get(box.id)) for box in agenda.boxes))


def _changed(box: TimeBox, change: BoxChange | None) -> TimeBox:
    if change is None:
        return box
    return replace(box, minutes=change.minutes, skipped=change.skipped)


def _short(expected: DateTime, end: DateTime) -> int:
    minutes = (expected - end).total_seconds() / 60
    whole = ceil(minutes) if minutes > 0 else -floor(-minutes)
    return whole if abs(whole) >= NOTICEABLE_MINUTES else 0


def _proposal(agenda: Agenda, free_from: DateTime, end: DateTime) -> Proposal | None:
    """Give how the time-boxes to come fit; None when nothing can be changed about them."""
    there_is = floor((end - free_from).total_seconds() / 60)
    to_come = agenda.to_come
    skipped = next(
        (found for found in _ways_to_skip(agenda) if _fits(to_come, found, there_is)), ()
    )
    kept = [box for box in to_come if box not in skipped]
    minutes = dict(zip((box.id for box in kept), minutes_for(kept, there_is), strict=True))
    changes = tuple(
        BoxChange(box, minutes.get(box.id, box.minutes), skipped=box in skipped)
        for box in to_come
        if minutes.get(box.id) != box.minutes
    )
    if not changes:
        return None
    ends_at = free_from.add(minutes=sum(minutes.values()))
    late = ceil((ends_at - end).total_seconds() / 60)
    return Proposal(changes, ends_at, max(0, late))


def _ways_to_skip(agenda: Agenda) -> Iterator[tuple[TimeBox, ...]]:
    """Give what could be skipped: as little as possible first, and first of all nothing.

    Closing is never skipped, and no phase loses its last time-box: one cannot close without having
    chosen.
    """
    to_come, current = agenda.to_come, agenda.current
    may_go = [box for box in to_come if box.phase is not Phase.CLOSING][:MOST_TO_SKIP_FROM]
    for count in range(MOST_SKIPPED + 1):
        for found in sorted(
            combinations(may_go, count), key=lambda boxes: sum(box.minutes for box in boxes)
        ):
            phases = {box.phase for box in to_come if box not in found}
            phases |= {current.phase} if current is not None else set()
            if all(box.phase in phases for box in found):
                yield found


def _fits(to_come: Sequence[TimeBox], skipped: tuple[TimeBox, ...], minutes: int) -> bool:
    return sum(least_minutes(box) for box in to_come if box not in skipped) <= minutes


def least_minutes(box: TimeBox) -> int:
    """Give what a proposal leaves of a time-box at least."""
    least = LEAST_FOR_CLOSING if box.phase is Phase.CLOSING else LEAST_MINUTES
    return min(box.minutes, least)


def minutes_for(boxes: Sequence[TimeBox], total: int) -> tuple[int, ...]:
    """Give whole minutes for each time-box, so that they add up to `total` where that can be.

    What is missing is shared in proportion to their length, and none gets less than its least;
    those of the closing are shortened only when all others are at their least.
    """
    minutes = [box.minutes for box in boxes]
    for closing in (False, True):
        places = [
            place for place, box in enumerate(boxes) if (box.phase is Phase.CLOSING) is closing
        ]
        leasts = [least_minutes(boxes[place]) for place in places]
        now = [minutes[place] for place in places]
        missing = min(max(0, sum(minutes) - total), sum(now) - sum(leasts))
        if missing:
            for place, fewer in zip(
                places, _in_proportion(now, leasts, sum(now) - missing), strict=True
            ):
                minutes[place] = fewer
    return tuple(minutes)


def _in_proportion(minutes: Sequence[int], leasts: Sequence[int], total: int) -> list[int]:
    """Give `total` shared in proportion, none below its least, which add up to no more than that.

    Whole minutes go to the largest remainders, so that a longer box never becomes the shorter one.
    """
    shares: list[Fraction] = []
    held: set[int] = set()
    while True:
        free = sum(count for place, count in enumerate(minutes) if place not in held)
        rest = total - sum(leasts[place] for place in held)
        shares = [
            Fraction(leasts[place]) if place in held else Fraction(count * rest, free)
            for place, count in enumerate(minutes)
        ]
        below = {place for place, share in enumerate(shares) if share < leasts[place]}
        if not below:
            break
        held |= below
    whole = [floor(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda place: whole[place] - shares[place])
    for place in by_remainder[: total - sum(whole)]:
        whole[place] += 1
    return whole
