from dataclasses import replace

import pytest

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.results import is_done_in_time
from tests.agreements import a_line
from tests.meetings import STARTS_AT, TODAY, ZONE

AGREED = ActionItem("a", "i", "Fatma", TODAY)


def line(kind: UpdateKind, days: int, due_in: int | None = None) -> Update:
    due = None if due_in is None else TODAY.add(days=due_in)
    made = a_line(kind, name=f"{kind} {days}")
    return replace(made, at=STARTS_AT.add(days=days), due=due)


DONE, MOVED, REOPENED = UpdateKind.DONE, UpdateKind.MOVED, UpdateKind.REOPENED


@pytest.mark.parametrize(
    ("lines", "in_time"),
    [
        ((), False),
        ((line(DONE, 0),), True),
        ((line(DONE, 1),), False),
        ((line(MOVED, -1, 7), line(DONE, 3)), True),
        ((line(DONE, 3), line(REOPENED, 4), line(MOVED, 4, 9)), False),
        ((line(DONE, 0), line(REOPENED, 1), line(DONE, 5)), False),
        ((line(DONE, 0), line(UpdateKind.RESULT, 5)), True),
    ],
)
def test_done_in_time_is_by_the_date_it_was_due_when_it_was_done(
    lines: tuple[Update, ...], in_time: bool
) -> None:
    assert is_done_in_time(replace(AGREED, updates=lines), ZONE) is in_time


def test_the_day_is_that_of_the_meetings_own_zone() -> None:
    just_after_midnight = replace(line(DONE, 0), at=STARTS_AT.start_of("day").add(hours=23))
    assert not is_done_in_time(replace(AGREED, updates=(just_after_midnight,)), ZONE)
    assert is_done_in_time(replace(AGREED, updates=(just_after_midnight,)), "UTC")
