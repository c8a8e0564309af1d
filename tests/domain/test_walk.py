from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import DateTime

from socinno_tui.domain.action import ActionItem, Agreement, Update, UpdateKind
from socinno_tui.domain.review import Review
from socinno_tui.domain.walk import (
    GOES_ON_DAYS,
    Walk,
    goes_on,
    in_the_same_order,
    last_answer,
    walk_of,
)
from tests.agreements import a_line
from tests.meetings import STARTS_AT, TODAY, ZONE

BEGAN = STARTS_AT.subtract(days=1)
SINCE = {"balie": BEGAN}


def agreed(name: str, due_in: int, *updates: Update) -> Agreement:
    """Give an agreement of the meeting "balie", due so many days from today."""
    due = TODAY.add(days=due_in)
    action = ActionItem(name, f"idea {name}", "Fatma de Vries", due, updates=updates)
    return Agreement(action, 1, "Zelfscan", "Hoe?", "balie", "Balie", BEGAN, ZONE)


def answer(kind: UpdateKind = UpdateKind.ON_COURSE, *, hours: int = 1) -> Update:
    """Give an answer so many hours after the review began."""
    return replace(a_line(kind), at=BEGAN.add(hours=hours))


def names(walk: Walk) -> list[str]:
    return [stop.agreement.action.id for stop in walk.stops]


def test_the_way_leads_along_what_is_open_overdue_first() -> None:
    done = agreed("done", -9, a_line(UpdateKind.DONE))
    walk = walk_of((agreed("later", 9), agreed("late", -2), done, agreed("today", 0)), SINCE, TODAY)
    assert names(walk) == ["late", "today", "later"]
    assert [stop.agreement.action.id for stop in walk.waiting] == ["late", "today"]
    assert (walk.answered, walk.still_open) == (0, 3)


def test_what_was_answered_stands_first_in_the_order_it_was_taken() -> None:
    walk = walk_of(
        (
            agreed("late", -2),
            agreed("second", -5, answer(UpdateKind.DONE, hours=2)),
            agreed("first", -1, answer(hours=1)),
        ),
        SINCE,
        TODAY,
    )
    assert names(walk) == ["first", "second", "late"]
    assert walk.answered == 2
    assert walk.next_from(0) == 2


def test_an_answer_from_before_the_review_does_not_count() -> None:
    walk = walk_of((agreed("late", -2, answer(hours=-1)),), SINCE, TODAY)
    assert walk.waiting == walk.stops
    assert walk_of((agreed("late", -2, answer()),), {}, TODAY).waiting


def test_what_fell_due_after_its_answer_is_asked_again() -> None:
    walk = walk_of((agreed("moved", 0, answer()),), SINCE, TODAY)
    assert [stop.agreement.action.id for stop in walk.waiting] == ["moved"]


def test_opening_again_is_no_answer() -> None:
    lines = (answer(UpdateKind.DONE), answer(UpdateKind.REOPENED, hours=2))
    assert walk_of((agreed("late", -3, *lines),), SINCE, TODAY).waiting


def test_the_next_stop_is_one_that_was_due_before_one_that_was_not() -> None:
    walk = walk_of((agreed("late", -2), agreed("today", 0), agreed("later", 5)), SINCE, TODAY)
    assert [walk.next_from(place) for place in (0, 1, 2)] == [0, 1, 0]
    answered = walk_of(
        (agreed("late", -2, answer()), agreed("later", 5), agreed("last", 9)), SINCE, TODAY
    )
    assert answered.next_from(0) == 1
    assert answered.waiting == ()
    assert Walk().next_from(0) is None


def test_looked_at_again_each_stop_keeps_its_place() -> None:
    before = walk_of((agreed("a", -3), agreed("b", -2), agreed("c", -1)), SINCE, TODAY)
    now = walk_of(
        (agreed("a", -3), agreed("b", -2), agreed("c", -1, answer()), agreed("new", -9)),
        SINCE,
        TODAY,
    )
    assert names(now) == ["c", "new", "a", "b"]
    assert names(in_the_same_order(now, before)) == ["a", "b", "c", "new"]


@pytest.mark.parametrize(("days", "on"), [(0, True), (GOES_ON_DAYS, True), (30, False)])
def test_a_walk_goes_on_unless_it_was_left_long_ago(days: int, on: bool) -> None:
    review = Review("r", BEGAN)
    last = answer()
    assert goes_on(review, (agreed("late", -2, last),), last.at.add(days=days)) is on


def test_a_walk_in_which_nothing_was_answered_begins_anew() -> None:
    review = Review("r", BEGAN)
    assert last_answer(review, (agreed("late", -2, answer(hours=-1)),)) is None
    assert not goes_on(review, (agreed("late", -2),), STARTS_AT)
    assert not goes_on(None, (), STARTS_AT)
    assert not goes_on(review.ended(STARTS_AT, None), (agreed("x", 1, answer()),), STARTS_AT)


kinds = st.sampled_from([UpdateKind.ON_COURSE, UpdateKind.DONE, UpdateKind.STOPPED])


@given(st.lists(st.tuples(st.integers(-30, 30), st.none() | kinds), max_size=8))
def test_the_walk_can_end_just_when_all_that_was_due_is_answered(
    found: list[tuple[int, UpdateKind | None]],
) -> None:
    today_at: DateTime = STARTS_AT
    agreements = tuple(
        agreed(str(place), due_in, *([replace(a_line(kind), at=today_at)] if kind else []))
        for place, (due_in, kind) in enumerate(found)
    )
    walk = walk_of(agreements, SINCE, TODAY)
    assert len(walk.stops) == len(found)
    unanswered_due = [due for due, kind in found if kind is None and due <= 0]
    assert len(walk.waiting) == len(unanswered_due)
    assert (walk.next_from(0) is None) == all(kind is not None for _due, kind in found)
