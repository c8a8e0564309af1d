from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import DateTime

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.closing import moved_back, moved_on
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.floor import break_begun, break_ended, change_moved_earlier, floor_given
from socinno_tui.domain.idea import Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added, topic_taken_away
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.step import Step, StepKind, taken_back
from socinno_tui.domain.talk import Speaker, open_turn, talked, with_heartbeat
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_idea, idea_id, some_ideas

MANAGER, ROOM = Speaker.MANAGER, Speaker.ROOM
SELECTED = Verdict(VerdictKind.SELECTED)
LATER = Verdict(VerdictKind.LATER)

Change = Callable[[Meeting], Meeting]
numbers = st.integers(1, 6)


def at(minutes: int) -> DateTime:
    return STARTS_AT.add(minutes=minutes)


def merge(lead: int, other: int) -> Change:
    return lambda meeting: meeting.with_merged(idea_id(lead), frozenset({idea_id(other)}))


changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(merge, numbers, numbers),
    numbers.map(lambda one: lambda meeting: meeting.with_split(idea_id(one))),
    numbers.map(lambda one: lambda meeting: meeting.without_idea(idea_id(one))),
    numbers.map(lambda one: lambda meeting: meeting.with_dots(idea_id(one), 50 + one)),
    numbers.map(lambda one: lambda meeting: meeting.with_verdict(idea_id(one), SELECTED)),
    numbers.map(lambda one: lambda meeting: meeting.with_verdict(idea_id(one), None)),
    numbers.map(lambda one: lambda meeting: meeting.with_idea_text(idea_id(one), "anders")),
    st.just(lambda meeting: meeting.with_top_selected(3)),
)


@given(st.lists(changes, max_size=12))
def test_many_steps_back_bring_everything_back_and_keep_what_came_in(done: list[Change]) -> None:
    start = meeting = a_meeting(Phase.SELECTION, ideas=some_ideas()[:6])
    steps: list[Step] = []
    came_in = []
    for place, change in enumerate(done):
        try:
            changed = change(meeting)
        except RuleBroken:
            continue
        steps.append(Step(StepKind.MERGED, meeting, changed))
        meeting = changed.with_idea(replace(an_idea(99), id=str(place)))
        came_in.append(meeting.ideas[-1])
    while steps:
        meeting = taken_back(steps.pop(), meeting)
    assert meeting.ideas == (*start.ideas, *came_in)
    assert meeting == replace(start, ideas=meeting.ideas, last_number=meeting.last_number)


def step_of(meeting: Meeting, change: Change, kind: StepKind = StepKind.DELETED) -> Step:
    return Step(kind, meeting, change(meeting))


def test_a_deleted_lead_comes_back_with_all_that_was_under_it() -> None:
    meeting = merge(1, 2)(a_meeting(Phase.SELECTION))
    step = step_of(meeting, lambda now: now.without_idea(idea_id(1)))
    assert taken_back(step, step.after) == meeting


def test_a_deleted_idea_comes_back_with_what_was_being_agreed_on_it() -> None:
    action = ActionItem("action", idea_id(1), owner_typed="Fat")
    meeting = moved_back(
        a_meeting(Phase.CLOSING).with_action(action), now=STARTS_AT.add(hours=1), turn_id="back"
    )
    step = step_of(meeting, lambda now: now.without_idea(idea_id(1)))
    assert taken_back(step, step.after) == meeting


def test_what_was_agreed_meanwhile_stays() -> None:
    step = step_of(
        a_meeting(Phase.CLOSING), lambda now: now.with_verdict(idea_id(1), LATER), StepKind.PARKED
    )
    meeting = step.after.with_action(ActionItem("action", idea_id(2), "Ruben Kuiper"))
    assert taken_back(step, meeting) == replace(meeting, ideas=step.before.ideas)


def test_an_idea_whose_topic_is_gone_has_nowhere_to_come_back_to() -> None:
    parking = a_topic("De parkeerplaats")
    meeting = topic_added(a_meeting(ideas=(an_idea(1), an_idea(2, topic=parking))), parking)
    meeting = replace(meeting, actions=(ActionItem("action", idea_id(2), owner_typed="Fat"),))
    step = step_of(meeting, lambda now: now.without_idea(idea_id(2)))
    left = topic_taken_away(step.after, parking.id)
    assert taken_back(step, left) == left


def test_an_idea_that_its_sender_withdrew_stays_away_and_what_was_under_it_stands_alone() -> None:
    meeting = merge(1, 2)(a_meeting(Phase.SELECTION, ideas=some_ideas()[:3]))
    step = step_of(meeting, lambda now: now.without_idea(idea_id(1)))
    back = taken_back(step, step.after, {idea_id(1)})
    assert [(idea.number, idea.merged_into) for idea in back.ideas] == [(2, None), (3, None)]


def test_a_split_taken_back_leaves_alone_what_its_lead_was_withdrawn_from() -> None:
    meeting = merge(1, 2)(a_meeting(Phase.SELECTION, ideas=some_ideas()[:2]))
    step = step_of(meeting, lambda now: now.with_split(idea_id(1)))
    back = taken_back(step, step.after.without_idea(idea_id(1)), {idea_id(1)})
    assert [(idea.number, idea.merged_into) for idea in back.ideas] == [(2, None)]


def floor_step(meeting: Meeting, speaker: Speaker, minutes: int) -> Step:
    return step_of(
        meeting,
        lambda now: floor_given(now, speaker, at(minutes), f"turn at {minutes}"),
        StepKind.FLOOR,
    )


def test_a_turn_taken_back_goes_to_who_had_the_floor_before() -> None:
    step = floor_step(a_meeting(), MANAGER, 5)
    heard = replace(step.after, turns=with_heartbeat(step.after.turns, at(6)))
    (turn,) = taken_back(step, heard).turns
    assert (turn.speaker, turn.started_at, turn.ended_at) == (ROOM, STARTS_AT, None)
    assert turn.heard_at == at(6)


def test_a_turn_taken_back_after_a_break_overlaps_nothing() -> None:
    step = floor_step(a_meeting(), MANAGER, 5)
    rested = break_begun(step.after, at(8), "break")
    again = floor_given(break_ended(rested, at(20)), ROOM, at(20), "again")
    left = taken_back(step, again)
    now = at(21)
    assert talked(left.turns, now, MANAGER).total_seconds() == 0
    assert talked(left.turns, now) == talked(again.turns, now)
    assert [turn.ended_at for turn in left.turns] == [at(8), None]


def test_a_turn_taken_back_after_closing_stays_closed() -> None:
    step = floor_step(a_meeting(Phase.SELECTION), MANAGER, 15)
    closing = moved_on(step.after, now=at(18), turn_id="unused")
    left = taken_back(step, closing)
    assert open_turn(left.turns) is None
    assert left.turns[-1].ended_at == at(18)


def test_a_mended_turn_taken_back_leaves_no_gap() -> None:
    step = floor_step(a_meeting(), MANAGER, 5)
    mended = change_moved_earlier(step.after)
    (turn,) = taken_back(step, mended).turns
    assert (turn.speaker, turn.started_at, turn.ended_at) == (ROOM, STARTS_AT, None)


def test_a_turn_that_interrupted_nobody_just_goes() -> None:
    closed = replace(a_meeting(), turns=())
    step = floor_step(closed, MANAGER, 5)
    assert taken_back(step, step.after) == closed


@given(
    st.lists(
        st.tuples(st.sampled_from(["manager", "room", "break", "beat"]), st.integers(1, 300)),
        max_size=15,
    )
)
def test_all_turns_taken_back_leave_the_room_with_all_the_time(
    pressed: list[tuple[str, int]],
) -> None:
    meeting = a_meeting()
    steps: list[Step] = []
    now = STARTS_AT
    for place, (key, later) in enumerate(pressed):
        now = now.add(seconds=later)
        if key == "break":
            meeting = break_begun(meeting, now, f"break {place}")
            continue
        if meeting.on_break:
            meeting = floor_given(break_ended(meeting, now), ROOM, now, f"room {place}")
        if key == "beat":
            meeting = replace(meeting, turns=with_heartbeat(meeting.turns, now))
            continue
        changed = floor_given(meeting, Speaker(key), now, f"turn {place}")
        if changed != meeting:
            steps.append(Step(StepKind.FLOOR, meeting, changed))
        meeting = changed
    spoken = talked(meeting.turns, now)
    while steps:
        meeting = taken_back(steps.pop(), meeting)
        assert all(turn.ended_at is not None for turn in meeting.turns[:-1])
        assert talked(meeting.turns, now) == spoken
    assert {turn.speaker for turn in meeting.turns} == {ROOM}


@pytest.mark.parametrize("kind", list(StepKind))
def test_what_came_in_meanwhile_stays_whatever_is_taken_back(kind: StepKind) -> None:
    meeting = a_meeting(ideas=some_ideas())
    step = Step(kind, meeting, meeting.with_top_selected(3))
    later = step.after.with_idea(an_idea(0, "Nog een idee"))
    assert taken_back(step, later).ideas == (*meeting.ideas, later.ideas[-1])
