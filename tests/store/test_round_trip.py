from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from pendulum import DateTime

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, TalkTurn
from socinno_tui.store.cells import instant_from, instant_text
from socinno_tui.store.changes import Identified
from socinno_tui.store.store import Store
from tests.meetings import STARTS_AT, a_meeting, an_id
from tests.store.raw import counts
from tests.strategies import instants, meetings


@settings(max_examples=60, deadline=None)
@given(meetings())
def test_any_meeting_comes_back_as_it_was_and_goes_without_a_trace(
    shared_store: Store, meeting: Meeting
) -> None:
    shared_store.write(None, meeting)
    try:
        assert shared_store.meeting(meeting.id) == meeting
    finally:
        shared_store.delete(meeting.id)
    assert set(counts(shared_store.path).values()) == {0}


@settings(max_examples=60, deadline=None)
@given(meetings(), meetings())
def test_all_that_is_in_a_meeting_can_be_replaced_at_once(
    shared_store: Store, first: Meeting, second: Meeting
) -> None:
    assume(not part_ids(first) & part_ids(second))
    # The gate holds what is closed, and a history only grows.
    before = replace(
        first, phase=Phase.SELECTION, actions=tuple(replace(a, updates=()) for a in first.actions)
    )
    after = replace(second, id=before.id, actions=with_other_ids(second.actions))
    shared_store.write(None, before)
    try:
        shared_store.write(before, after)
        assert shared_store.meeting(after.id) == after
    finally:
        shared_store.delete(after.id)


def part_ids(meeting: Meeting) -> set[str]:
    parts: tuple[Identified, ...] = (
        *meeting.topics,
        *meeting.participants,
        *meeting.room_checks,
        *meeting.agenda.boxes,
        *meeting.ideas,
        *meeting.turns,
        *meeting.breaks,
    )
    return {part.id for part in parts}


def with_other_ids(actions: tuple[ActionItem, ...]) -> tuple[ActionItem, ...]:
    return tuple(replace(action, id=f"other {action.id}") for action in actions)


@given(instants)
def test_instants_are_kept_to_the_microsecond_and_sort_as_they_pass(instant: DateTime) -> None:
    text = instant_text(instant.in_timezone("America/St_Johns"))
    assert instant_from(text) == instant
    assert instant_from(text).timezone_name == "UTC"
    assert text < instant_text(instant.add(microseconds=1))


def test_a_year_of_three_digits_is_an_instant_too() -> None:
    slip = STARTS_AT.replace(year=202)
    assert instant_from(instant_text(slip)) == slip


@pytest.mark.parametrize("phase", Phase)
def test_a_believable_meeting_is_the_same_in_another_connection(file: Path, phase: Phase) -> None:
    meeting = a_meeting(phase)
    first = Store.open(file)
    first.write(None, meeting)
    first.close()
    second = Store.open(file)
    assert second.meeting(meeting.id) == meeting
    second.close()


def test_turns_that_begin_at_one_instant_stay_in_the_order_they_were_given(store: Store) -> None:
    meeting = a_meeting()
    turns = tuple(
        TalkTurn(an_id(f"at once {place}"), speaker, STARTS_AT, STARTS_AT, STARTS_AT)
        for place, speaker in enumerate([Speaker.ROOM, Speaker.MANAGER] * 5)
    )
    store.write(None, replace(meeting, turns=()))
    for count in range(len(turns)):
        store.write(
            replace(meeting, turns=turns[:count]), replace(meeting, turns=turns[: count + 1])
        )
    assert store.meeting(meeting.id).turns == turns


def test_a_history_stays_in_order_though_the_clock_was_set_back(store: Store) -> None:
    meeting = a_meeting(Phase.FOLLOW_UP)
    store.write(None, meeting)
    action = meeting.actions[0]
    done = Update(an_id("done"), UpdateKind.DONE, STARTS_AT.add(days=2))
    reopened = Update(an_id("reopened"), UpdateKind.REOPENED, STARTS_AT.add(days=1))
    store.agreements.add_update(action.id, done)
    store.agreements.add_update(action.id, reopened)
    assert store.agreements.action(action.id).updates == (done, reopened)
    assert store.meeting(meeting.id).actions[0] == store.agreements.read()[0].action
    assert store.agreements.action(action.id).state is action.state
