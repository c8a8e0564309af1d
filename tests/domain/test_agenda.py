import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.agenda import (
    Agenda,
    Break,
    TimeBoxPast,
    elapsed,
    with_break,
    with_break_ended,
)
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
    back = second.at_phase(Phase.IDEATION, later)
    assert (back.position, back.since) == (0, later)
    assert back.used(2, later, ()).total_seconds() == 540
    been = agenda.at_place(1, STARTS_AT).at_phase(Phase.SELECTION, later)
    assert been.at_phase(Phase.IDEATION, later).position == 1


def test_five_minutes_more_for_the_time_box_that_is_on() -> None:
    agenda = ninety_minutes().at_phase(Phase.SELECTION, STARTS_AT).lengthened()
    assert [box.minutes for box in agenda.boxes] == [10, 25, 25, 10, 25]


def test_a_meeting_without_time_boxes_has_none_on() -> None:
    agenda = Agenda().at_phase(Phase.IDEATION, STARTS_AT)
    assert agenda == Agenda()


# Going back, skipping, and what each time-box took

steps = st.lists(
    st.tuples(
        st.sampled_from(("next", "go", "skip", "more", "break", "wait")),
        st.integers(0, 4),
        st.integers(0, 1500),
    ),
    max_size=20,
)


@given(steps)
def test_all_time_boxes_together_took_the_time_that_passed_without_breaks(
    moves: list[tuple[str, int, int]],
) -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT)
    now, moved, after = STARTS_AT, 0, 0.0
    breaks: tuple[Break, ...] = ()
    order = [box.id for box in agenda.boxes]
    for count, (what, place, seconds) in enumerate(moves):
        on, later = agenda.current is not None, now.add(seconds=seconds)
        if not on:
            after += (later - now).total_seconds()
        now = later
        if what == "next":
            agenda = agenda.at_next(now, breaks)
        elif what == "go":
            agenda = agenda.at_place(place, now, breaks)
        elif what == "skip" and place >= agenda.position:
            agenda = agenda.with_skipped(place, now, breaks)
        elif what == "more" and place >= agenda.position:
            agenda = agenda.lengthened(place - 2, place)
        elif what == "break" and on:
            breaks = with_break(breaks, now, str(count))
            now = now.add(seconds=seconds)
            breaks = with_break_ended(breaks, now)
        moved += 1
    took = sum(agenda.used(place, now, breaks).total_seconds() for place in range(5))
    passed = elapsed(STARTS_AT, now, breaks).total_seconds() - after
    assert passed - moved <= took <= passed + 0.001
    assert [box.id for box in agenda.boxes] == order
    assert all(box.minutes >= 1 and box.used_seconds >= 0 for box in agenda.boxes)


def test_who_goes_back_after_a_wrong_skip_goes_on_in_the_time_box_as_it_was() -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT)
    skipped = agenda.at_next(STARTS_AT.add(minutes=4))
    back = skipped.at_place(0, STARTS_AT.add(minutes=5))
    left = back.left(STARTS_AT.add(minutes=6), ())
    assert left is not None
    assert left.total_seconds() == 5 * 60
    assert back.used(1, STARTS_AT.add(minutes=6), ()).total_seconds() == 60


def test_a_skipped_time_box_is_passed_over_until_it_is_taken_in_again() -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT).with_skipped(1, STARTS_AT)
    assert agenda.following == agenda.boxes[2]
    assert agenda.at_next(STARTS_AT).position == 2
    assert agenda.with_skipped(1, STARTS_AT).following == ninety_minutes().boxes[1]
    assert not agenda.at_place(1, STARTS_AT).boxes[1].skipped
    assert agenda.with_skipped(0, STARTS_AT).position == 2
    with pytest.raises(TimeBoxPast):
        agenda.at_next(STARTS_AT).lengthened(5, 0)
    with pytest.raises(TimeBoxPast):
        agenda.at_next(STARTS_AT).with_skipped(0, STARTS_AT)


def test_a_phase_whose_time_boxes_are_all_skipped_begins_at_its_first() -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT)
    for place in (2, 3):
        agenda = agenda.with_skipped(place, STARTS_AT)
    chosen = agenda.at_phase(Phase.SELECTION, STARTS_AT)
    assert chosen.current == ninety_minutes().boxes[2]


def test_a_time_box_is_never_shorter_than_a_minute() -> None:
    agenda = ninety_minutes().at_phase(Phase.IDEATION, STARTS_AT)
    assert agenda.lengthened(-50).boxes[0].minutes == 1
    assert agenda.lengthened(-5, 1).boxes[1].minutes == 20
