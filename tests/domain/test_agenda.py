from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.agenda import Agenda, Break, elapsed, with_break, with_break_ended
from socinno_tui.domain.phase import Phase
from tests.meetings import STARTS_AT, ninety_minutes

spans = st.lists(st.tuples(st.integers(-900, 3600), st.none() | st.integers(0, 900)), max_size=6)


@given(spans, st.integers(-60, 3600))
def test_breaks_only_ever_shorten_what_has_passed(
    found: list[tuple[int, int | None]], seconds: int
) -> None:
    breaks = [
        Break(
            str(place),
            STARTS_AT.add(seconds=begins),
            None if lasts is None else STARTS_AT.add(seconds=begins + lasts),
        )
        for place, (begins, lasts) in enumerate(found)
    ]
    passed = elapsed(STARTS_AT, STARTS_AT.add(seconds=seconds), breaks).total_seconds()
    assert 0 <= passed <= max(0, seconds)


@pytest.mark.parametrize(
    ("begins", "ends", "minutes"),
    [(10, 15, 25), (-10, 5, 25), (20, None, 20), (-10, -5, 30), (40, 50, 30), (-5, None, 0)],
)
def test_what_has_passed_is_reckoned_without_the_break(
    begins: int, ends: int | None, minutes: int
) -> None:
    end = None if ends is None else STARTS_AT.add(minutes=ends)
    rest = Break("break", STARTS_AT.add(minutes=begins), end)
    now = STARTS_AT.add(minutes=30)
    assert elapsed(STARTS_AT, now, [rest]).total_seconds() == minutes * 60


def test_during_a_break_the_time_box_stands_still() -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT)
    breaks = with_break((), STARTS_AT.add(minutes=4), "break")
    left = [agenda.left(STARTS_AT.add(minutes=minutes), breaks) for minutes in (4, 9, 40)]
    assert [found.total_seconds() for found in left if found] == [360.0] * 3


def test_breaks_follow_each_other_even_when_the_clock_is_set_back() -> None:
    breaks = with_break_ended(with_break((), STARTS_AT, "1"), STARTS_AT.subtract(minutes=1))
    assert breaks[0].ended_at == STARTS_AT
    breaks = with_break(breaks, STARTS_AT.subtract(minutes=2), "2")
    assert breaks[1].started_at == STARTS_AT


def test_before_the_start_no_time_box_is_on() -> None:
    agenda = ninety_minutes()
    assert (agenda.current, agenda.following, agenda.left(STARTS_AT, ())) == (None, None, None)
    assert agenda.at_next(STARTS_AT) == agenda
    assert agenda.lengthened() == agenda
    assert agenda.planned_minutes == 90


def test_time_boxes_follow_each_other_to_the_end() -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT)
    titles = []
    while agenda.current is not None:
        following = agenda.following
        titles.append(agenda.current.title)
        agenda = agenda.at_next(STARTS_AT.add(minutes=1))
        assert agenda.current == following
    assert titles == [box.title for box in ninety_minutes().boxes]
    assert agenda.following is None
    assert agenda.left(STARTS_AT, ()) is None


def test_overrun_counts_up() -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT)
    left = agenda.left(STARTS_AT.add(minutes=12), ())
    assert left is not None
    assert left.total_seconds() == -120


def test_a_phase_begins_at_its_first_time_box_unless_one_of_its_own_is_on() -> None:
    agenda = ninety_minutes().at_phase(Phase.SELECTION, STARTS_AT)
    assert agenda.position == 2
    later = STARTS_AT.add(minutes=9)
    second = agenda.at_next(later)
    assert second.at_phase(Phase.SELECTION, later) == second
    assert second.at_phase(Phase.FOLLOW_UP, later) == second
    assert second.at_phase(Phase.IDEATION, later) == replace(agenda, position=0, since=later)


def test_five_minutes_more_for_the_time_box_that_is_on() -> None:
    agenda = ninety_minutes().at_phase(Phase.SELECTION, STARTS_AT).lengthened()
    assert [box.minutes for box in agenda.boxes] == [10, 25, 25, 10, 25]


def test_a_meeting_without_time_boxes_has_none_on() -> None:
    agenda = Agenda().at_phase(Phase.IDEATION, STARTS_AT)
    assert agenda == Agenda()
