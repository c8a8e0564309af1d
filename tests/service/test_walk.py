import pytest
from pendulum import Date

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.due_date import DueDateEmpty
from socinno_tui.domain.walk import GOES_ON_DAYS, WalkNotFinished
from socinno_tui.service.walk import FollowUpWalk
from socinno_tui.store.store import Store
from tests.agreements import Agreed, a_closed_meeting, a_line, action_id
from tests.meetings import TODAY, an_id
from tests.service.standing_clock import StandingClock

BALIE, POST = an_id("balie"), an_id("post")
LATE, SOON = action_id("balie", 1), action_id("balie", 2)
TODAYS = action_id("post", 1)


@pytest.fixture(autouse=True)
def closed_meetings(store: Store) -> None:
    store.write(None, a_closed_meeting("balie", [Agreed(-4), Agreed(9)]))
    done = (a_line(UpdateKind.DONE),)
    store.write(None, a_closed_meeting("post", [Agreed(0), Agreed(-2, updates=done)]))


def ids(walk: FollowUpWalk) -> list[str]:
    return [stop.agreement.action.id for stop in walk.walk.stops]


def test_the_walk_ends_when_all_that_was_due_has_an_answer_and_sets_the_next_date(
    store: Store, clock: StandingClock
) -> None:
    walk = FollowUpWalk(store, clock.clock)
    walk.begin()
    assert ids(walk) == [LATE, TODAYS, SOON]
    walk.register.on_course(LATE, "De leverancier belt morgen")
    with pytest.raises(WalkNotFinished) as refused:
        walk.end("+4w")
    assert [stop.agreement.action.id for stop in refused.value.waiting] == [TODAYS]
    walk.register.done(TODAYS, "Scheelt een uur")
    assert walk.end("+4w") == TODAY.add(weeks=4)
    for meeting in (BALIE, POST):
        assert store.meeting(meeting).review_date_now == TODAY.add(weeks=4)


def test_left_halfway_it_goes_on_where_it_stopped(store: Store, clock: StandingClock) -> None:
    first = FollowUpWalk(store, clock.clock)
    first.begin()
    first.register.stop(TODAYS, "Het budget is op")
    clock.passes(days=1)
    again = FollowUpWalk(store, clock.clock)
    again.begin()
    assert ids(again) == [TODAYS, LATE, SOON]
    assert (again.walk.answered, again.walk.next_from(0)) == (1, 1)


def test_left_long_ago_it_begins_anew(store: Store, clock: StandingClock) -> None:
    first = FollowUpWalk(store, clock.clock, BALIE)
    first.begin()
    first.register.on_course(LATE)
    answered_at = clock.at
    clock.passes(days=GOES_ON_DAYS + 1)
    again = FollowUpWalk(store, clock.clock, BALIE)
    again.begin()
    assert again.walk.answered == 0
    left, begun = store.agreements.reviews()[BALIE]
    assert (left.ended_at, left.next_date) == (answered_at, None)
    assert (begun.started_at, begun.ended_at) == (clock.at, None)


def test_opened_without_an_answer_it_leaves_one_review(store: Store, clock: StandingClock) -> None:
    FollowUpWalk(store, clock.clock, BALIE).begin()
    clock.passes(days=2)
    FollowUpWalk(store, clock.clock, BALIE).begin()
    (review,) = store.agreements.reviews()[BALIE]
    assert review.started_at == clock.at


def test_the_next_date_may_be_left_out_once_nothing_is_open(
    store: Store, clock: StandingClock
) -> None:
    walk = FollowUpWalk(store, clock.clock, POST)
    walk.begin()
    with pytest.raises(DueDateEmpty):
        walk.next_date(" ")
    walk.register.done(TODAYS)
    assert walk.end("") is None
    assert store.meeting(POST).review_date_now is None


def test_a_meeting_without_open_agreements_gets_no_review(
    store: Store, clock: StandingClock
) -> None:
    done = (a_line(UpdateKind.DONE, name="of another"),)
    store.write(None, a_closed_meeting("all done", [Agreed(-2, updates=done)]))
    FollowUpWalk(store, clock.clock).begin()
    assert set(store.agreements.reviews()) == {BALIE, POST}


def test_the_next_date_is_understood_as_people_say_it(store: Store, clock: StandingClock) -> None:
    walk = FollowUpWalk(store, clock.clock)
    walk.begin()
    assert walk.next_date("15 jan") == Date(2027, 1, 15)
