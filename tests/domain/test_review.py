from pendulum import Date

from socinno_tui.domain.review import Review, going_on, next_date
from tests.meetings import STARTS_AT, TODAY

AGREED = Date(2026, 12, 1)
FIRST = Review("first", STARTS_AT, STARTS_AT.add(hours=1), Date(2027, 1, 5))
SECOND = Review("second", STARTS_AT.add(weeks=6), STARTS_AT.add(weeks=6, hours=1), None)
LEFT_HALFWAY = Review("third", STARTS_AT.add(weeks=8))


def test_the_date_set_last_is_the_one_that_counts() -> None:
    assert next_date((), AGREED) == AGREED
    assert next_date((), None) is None
    assert next_date((FIRST,), AGREED) == Date(2027, 1, 5)
    assert next_date((FIRST, SECOND, LEFT_HALFWAY), AGREED) == Date(2027, 1, 5)


def test_a_review_left_halfway_goes_on() -> None:
    assert going_on((FIRST, SECOND)) is None
    assert going_on((FIRST, LEFT_HALFWAY)) is LEFT_HALFWAY


def test_a_review_never_ends_before_it_began() -> None:
    ended = LEFT_HALFWAY.ended(STARTS_AT, TODAY)
    assert ended.ended_at == LEFT_HALFWAY.started_at
    assert ended.next_date == TODAY
