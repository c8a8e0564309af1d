"""Going through the agreements together, one by one: what was due is not left without an answer.

Monitoring progress helps (138 studies, d = .40), more when it is recorded and public (Harkin and
others, 2016): so each answer is a dated line, given where the room sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pendulum import Date, DateTime

from socinno_tui.domain.action import (
    ActionState,
    Agreement,
    Update,
    UpdateKind,
    most_pressing_first,
)
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.review import Review

GOES_ON_DAYS = 21
"""A walk left halfway goes on where it stopped within so many days; a later one begins anew. Our
choice: meetings that look again every month start over, and those every week or two go on."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One agreement on the way: the answer it got in this review, if any, and whether it needs
    one today because it was due.
    """

    agreement: Agreement
    answer: Update | None = None
    is_due: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether it has an answer that still holds."""
        return self.answer is not None

    @property
    def waits(self) -> bool:
        """Whether the walk cannot end before it has an answer."""
        return self.is_due and not self.is_answered


@dataclass(frozen=True, slots=True)
class Walk:
    """The agreements in the order in which the room takes them."""

    stops: tuple[Stop, ...] = ()

    @property
    def answered(self) -> int:
        """How many have their answer."""
        return sum(stop.is_answered for stop in self.stops)

    @property
    def waiting(self) -> tuple[Stop, ...]:
        """What was due and still has no answer."""
        return tuple(stop for stop in self.stops if stop.waits)

    @property
    def still_open(self) -> int:
        """How many still ask something of their owner."""
        return sum(stop.agreement.action.state is ActionState.OPEN for stop in self.stops)

    def next_from(self, place: int) -> int | None:
        """Give the place of the first stop without an answer from here on, then from the start;
        None when all have one. What was due comes first.
        """
        ahead = [*range(place, len(self.stops)), *range(min(place, len(self.stops)))]
        unanswered = [here for here in ahead if not self.stops[here].is_answered]
        due = (here for here in unanswered if self.stops[here].waits)
        return next(due, unanswered[0] if unanswered else None)


class WalkNotFinished(RuleBroken):
    """Agreements that were due still wait for an answer."""

    def __init__(self, waiting: tuple[Stop, ...]) -> None:
        super().__init__(waiting)
        self.waiting = waiting


def walk_of(agreements: tuple[Agreement, ...], since: Mapping[str, DateTime], today: Date) -> Walk:
    """Give the way through the agreements that are open, or were answered in this review.

    `since` says when each meeting's review began. What was answered stands first, as it was
    taken, so that the walk goes on where it stopped; the rest follows, overdue first.
    """
    answered: list[tuple[DateTime, Stop]] = []
    others: list[Agreement] = []
    for agreement in agreements:
        answer = _answer(agreement, since.get(agreement.meeting_id), today)
        if answer is not None:
            answered.append((answer.at, Stop(agreement, answer, _is_due(agreement, today))))
        elif agreement.action.state is ActionState.OPEN:
            others.append(agreement)
    taken = [stop for _at, stop in sorted(answered, key=lambda found: found[0])]
    rest = (
        Stop(agreement, None, _is_due(agreement, today))
        for agreement in most_pressing_first(tuple(others), today)
    )
    return Walk((*taken, *rest))


def in_the_same_order(walk: Walk, before: Walk) -> Walk:
    """Give a walk looked at again in the order it had; what is new comes last."""
    places = {stop.agreement.action.id: place for place, stop in enumerate(before.stops)}
    last = len(places)

    def place(stop: Stop) -> int:
        return places.get(stop.agreement.action.id, last)

    return Walk(tuple(sorted(walk.stops, key=place)))


def goes_on(review: Review | None, agreements: tuple[Agreement, ...], now: DateTime) -> bool:
    """Whether a review that was left halfway goes on: something was answered in it, not long ago.

    `agreements` are those of its meeting.
    """
    if review is None or review.ended_at is not None:
        return False
    last = last_answer(review, agreements)
    return last is not None and (now - last).total_seconds() <= GOES_ON_DAYS * 86_400


def last_answer(review: Review, agreements: tuple[Agreement, ...]) -> DateTime | None:
    """Give when the last answer since the review began was given."""
    return max(
        (
            line.at
            for agreement in agreements
            for line in agreement.action.updates
            if line.at >= review.started_at
        ),
        default=None,
    )


def _is_due(agreement: Agreement, today: Date) -> bool:
    action = agreement.action
    due = action.due_now
    return action.state is ActionState.OPEN and due is not None and due <= today


def _answer(agreement: Agreement, since: DateTime | None, today: Date) -> Update | None:
    """Give the last line since the review began, unless it only opened the action again, or the
    action fell due after it.
    """
    updates = agreement.action.updates
    if since is None or not updates or updates[-1].at < since:
        return None
    answer = updates[-1]
    if answer.kind is UpdateKind.REOPENED:
        return None
    due = agreement.action.due_now
    said_on = answer.at.in_timezone(agreement.zone).date()
    if _is_due(agreement, today) and due is not None and said_on < due:
        return None
    return answer
