"""The round itself: the time to write, and turns round the table that skip nobody."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.agenda import Break
from socinno_tui.domain.silent_round import FirstTurn, SilentRound
from tests.meetings import STARTS_AT, an_id

WRITING = SilentRound(an_id("silence"), STARTS_AT, STARTS_AT, 300, employees=11, managers=1)

tables = st.tuples(st.integers(1, 12), st.integers(0, 3))
answers = st.lists(st.booleans(), max_size=60)
"""An idea or a pass, turn by turn."""


def a_harvest(table: tuple[int, int]) -> SilentRound:
    return replace(WRITING, employees=table[0], managers=table[1]).harvested()


def after(answers: list[bool], harvest: SilentRound) -> list[SilentRound]:
    """Give every state of a harvest, until it is over or the answers are."""
    states = [harvest]
    for has_idea in answers:
        if states[-1].is_over:
            break
        states.append(states[-1].offered() if has_idea else states[-1].passed())
    return states


@given(tables, answers)
def test_a_harvest_is_over_after_exactly_one_whole_round_of_passes(
    table: tuple[int, int], answers: list[bool]
) -> None:
    harvest = a_harvest(table)
    people = harvest.people
    for count, state in enumerate(after(answers, harvest)):
        last = answers[max(0, count - people) : count]
        assert state.is_over == (len(last) == people and not any(last))
    # From wherever it stands everyone is asked once more, and then it is over.
    ended = after([*answers, *[False] * people], harvest)[-1]
    assert ended.is_over


@given(tables, answers)
def test_no_seat_is_skipped_and_managers_come_last_in_each_round(
    table: tuple[int, int], answers: list[bool]
) -> None:
    employees, managers = table
    order = [*[0] * employees, *range(1, managers + 1)]
    for count, state in enumerate(after(answers, a_harvest(table))):
        assert (state.lap - 1, state.seat - 1) == divmod(count, employees + managers)
        assert state.manager == order[state.seat - 1]


@given(tables, answers)
def test_a_turn_given_back_is_the_one_before_and_never_ends_the_harvest_sooner(
    table: tuple[int, int], answers: list[bool]
) -> None:
    states = after(answers, a_harvest(table))
    with pytest.raises(FirstTurn):
        states[0].turned_back()
    for before, now in pairwise(states):
        back = now.turned_back()
        assert (back.lap, back.seat) == (before.lap, before.seat)
        assert back.passes <= before.passes
        assert not back.is_over


def test_the_time_to_write_is_counted_without_breaks() -> None:
    now = STARTS_AT.add(minutes=4)
    assert WRITING.left(now, ()).total_seconds() == 60
    rest = Break(an_id("rest"), STARTS_AT.add(minutes=1), STARTS_AT.add(minutes=3))
    assert WRITING.left(now, (rest,)).total_seconds() == 180
    assert WRITING.left(STARTS_AT.add(minutes=7), ()).total_seconds() == -120


def test_minutes_are_added_to_what_is_left_or_counted_from_now_when_the_time_is_up() -> None:
    early = STARTS_AT.add(minutes=4)
    assert WRITING.lengthened(1, early, ()).left(early, ()).total_seconds() == 120
    late = STARTS_AT.add(minutes=9, seconds=30)
    assert WRITING.lengthened(5, late, ()).left(late, ()).total_seconds() == 300


def test_a_clock_set_back_is_not_heard() -> None:
    heard = WRITING.heard(STARTS_AT.add(seconds=5))
    assert heard.heard_at == STARTS_AT.add(seconds=5)
    assert heard.heard(STARTS_AT) == heard
