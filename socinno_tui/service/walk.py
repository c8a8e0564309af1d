"""Going through the agreements of one meeting, or of all, and when that is done again."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from pendulum import Date

from socinno_tui.domain.action import ActionState, Agreement
from socinno_tui.domain.due_date import parse_due_date
from socinno_tui.domain.review import Review, going_on
from socinno_tui.domain.text import clean
from socinno_tui.domain.walk import (
    Walk,
    WalkNotFinished,
    goes_on,
    in_the_same_order,
    last_answer,
    walk_of,
)
from socinno_tui.service.clock import Clock
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.register import Register
from socinno_tui.store.store import Store


class FollowUpWalk:
    """The walk through the open agreements, kept in the file with each answer.

    Left halfway it goes on where it stopped, in the next session too. Answers are given through
    the register. All methods raise a StoreRefused.
    """

    def __init__(self, store: Store, clock: Clock, meeting_id: str = "") -> None:
        self._store = store
        self._clock = clock
        self.meeting_id = meeting_id
        self.register = Register(store, clock)
        self._reviews: dict[str, Review] = {}
        self.walk = Walk()

    @property
    def today(self) -> Date:
        """The local calendar date that what is due is reckoned from."""
        return self._clock.today()

    def begin(self) -> Walk:
        """Begin the walk, or go on with the one that was left halfway."""
        before = self._store.agreements.reviews(self.meeting_id or None)
        changed: list[tuple[str, Review]] = []
        for meeting_id, agreements in self._agreements_by_meeting().items():
            left = going_on(before.get(meeting_id, ()))
            if left is not None and goes_on(left, agreements, self._clock.now()):
                self._reviews[meeting_id] = left
            elif any(one.action.state is ActionState.OPEN for one in agreements):
                begun = self._begun_anew(left, agreements)
                changed += ((meeting_id, review) for review in begun)
                self._reviews[meeting_id] = begun[-1]
        self._store.agreements.keep_reviews(changed)
        self.walk = self._walk_now()
        return self.walk

    def look_again(self) -> Walk:
        """Give the walk after an answer, each stop in its place."""
        self.walk = in_the_same_order(self._walk_now(), self.walk)
        return self.walk

    def may_end(self) -> None:
        """Raise WalkNotFinished while something that was due waits for an answer."""
        waiting = self.walk.waiting
        if waiting:
            raise WalkNotFinished(waiting)

    def next_date(self, text: str) -> Date | None:
        """Give the next review date that was typed; it may be left out once nothing is open.

        Raises DueDateRefused.
        """
        if not clean(text) and not self.walk.still_open:
            return None
        return parse_due_date(text, today=self.today)

    def end(self, next_text: str) -> Date | None:
        """End the walk with the next review date, and give that.

        Raises WalkNotFinished, DueDateRefused.
        """
        self.look_again()
        self.may_end()
        next_date = self.next_date(next_text)
        now = self._clock.now()
        self._store.agreements.keep_reviews(
            (meeting_id, review.ended(now, next_date))
            for meeting_id, review in self._reviews.items()
        )
        return next_date

    def _begun_anew(
        self, left: Review | None, agreements: tuple[Agreement, ...]
    ) -> tuple[Review, ...]:
        """Begin a review; one left long ago ends with its last answer, an empty one moves on."""
        now = self._clock.now()
        if left is None:
            return (Review(new_id(), now),)
        last = last_answer(left, agreements)
        if last is None:
            return (replace(left, started_at=now),)
        return (left.ended(last, None), Review(new_id(), now))

    def _agreements_by_meeting(self) -> dict[str, tuple[Agreement, ...]]:
        found = self._store.agreements.read(self.meeting_id or None)
        in_order = sorted(found, key=lambda one: one.meeting_id)
        return {
            meeting_id: tuple(these)
            for meeting_id, these in groupby(in_order, key=lambda one: one.meeting_id)
        }

    def _walk_now(self) -> Walk:
        since = {meeting_id: review.started_at for meeting_id, review in self._reviews.items()}
        return walk_of(self._store.agreements.read(self.meeting_id or None), since, self.today)
