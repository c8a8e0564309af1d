"""Commands while the room is together: each one is on disk, and each one can be taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.floor import OnBreak
from socinno_tui.domain.idea import Idea, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.step import IN_A_HARVEST, NothingToTakeBack, StepKind
from socinno_tui.domain.talk import NothingToMend, Speaker, talked
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.preparation import Preparation
from socinno_tui.service.running_agenda import RunningAgenda
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, a_topic, idea_id
from tests.service.standing_clock import StandingClock

MANAGER, ROOM = Speaker.MANAGER, Speaker.ROOM


@pytest.fixture
def live(store: Store, clock: StandingClock) -> Iterator[LiveMeeting]:
    opened = OpenMeeting(store, begun(store, clock).id, clock.clock)
    yield LiveMeeting(opened)
    opened.release()


def begun(store: Store, clock: StandingClock) -> Meeting:
    """Give a meeting in selection whose room has the floor from now, as it lies in the file."""
    meeting = a_meeting(Phase.SELECTION)
    turn = replace(meeting.turns[-1], started_at=clock.at, heard_at=clock.at)
    meeting = replace(meeting, turns=(turn,))
    store.write(None, meeting)
    return meeting


def on_disk(live: LiveMeeting) -> Meeting:
    return live.opened._store.meeting(live.meeting.id)


def test_ideas_are_numbered_on_and_their_minute_is_all_that_is_known(
    live: LiveMeeting, clock: StandingClock
) -> None:
    clock.passes(seconds=37)
    live.offer_ideas(["  Zitjes\x1b bij het raam ", "Een plant"])
    new = live.meeting.ideas[-2:]
    assert [(idea.number, idea.text) for idea in new] == [
        (13, "Zitjes bij het raam"),
        (14, "Een plant"),
    ]
    assert {idea.offered_at for idea in new} == {clock.at.start_of("minute")}
    assert on_disk(live) == live.meeting


def test_a_number_is_not_given_twice(live: LiveMeeting) -> None:
    live.offer_idea("Zitjes bij het raam")
    live.delete(live.meeting.ideas[-1].id)
    live.offer_idea("Een plant")
    assert live.meeting.ideas[-1].number == 14


def test_an_idea_belongs_to_the_topic_that_is_on(store: Store, clock: StandingClock) -> None:
    meeting = a_meeting()
    hall = a_topic("De hal")
    store.write(None, topic_added(meeting, hall))
    live = LiveMeeting(OpenMeeting(store, meeting.id, clock.clock))
    live.switch_topic(hall.id)
    live.offer_idea("Een bankje")
    assert live.meeting.ideas[-1].topic_id == hall.id
    assert on_disk(live) == live.meeting


OF_OTHERS = {
    StepKind.FLOOR,
    StepKind.AGENDA,
    StepKind.DOTS_OPENED,
    StepKind.DOT_ROUND_STOPPED,
    StepKind.SEVERAL_ANSWERED,
}
"""Kinds of steps that other commands bring."""


def every_kind(live: LiveMeeting) -> dict[StepKind, Callable[[], object]]:
    """Give one command for each kind of step on the ideas, in an order in which all are allowed."""
    return {
        StepKind.EDITED: lambda: live.word_anew(idea_id(3), "Anders gezegd"),
        StepKind.DOTTED: lambda: live.give_dots(idea_id(4), 11),
        StepKind.MERGED: lambda: live.merge(idea_id(4), frozenset({idea_id(1), idea_id(9)})),
        StepKind.SELECTED: lambda: live.judge(idea_id(4), VerdictKind.SELECTED),
        StepKind.PARKED: lambda: live.judge(idea_id(7), VerdictKind.LATER),
        StepKind.DECLINED: lambda: live.judge(idea_id(5), VerdictKind.NO, "Mag niet van de wet"),
        StepKind.VERDICT_TAKEN_BACK: lambda: live.judge(idea_id(7), None),
        StepKind.TOP_SELECTED: live.select_top,
        StepKind.SPLIT: lambda: live.split(idea_id(4)),
        StepKind.DELETED: lambda: live.delete(idea_id(4)),
    }


def test_every_kind_of_step_is_taken_back_and_what_came_in_meanwhile_stays(
    live: LiveMeeting,
) -> None:
    assert every_kind(live).keys() == set(StepKind) - OF_OTHERS - IN_A_HARVEST
    seen: list[tuple[Idea, ...]] = []
    for place, command in enumerate(every_kind(live).values()):
        seen.append(live.meeting.ideas)
        command()
        assert live.meeting.ideas != seen[-1]
        live.offer_idea(f"Tussendoor {place}")
        assert on_disk(live) == live.meeting
    came_in = tuple(idea for idea in live.meeting.ideas if idea.text.startswith("Tussendoor"))
    for kind, before in zip(reversed(every_kind(live)), reversed(seen), strict=True):
        assert live.take_back().kind is kind
        later = tuple(idea for idea in came_in if idea not in before)
        assert live.meeting.ideas == (*before, *later)
        assert on_disk(live) == live.meeting
    with pytest.raises(NothingToTakeBack):
        live.take_back()


def test_a_step_taken_back_names_its_idea(live: LiveMeeting) -> None:
    live.judge(idea_id(7), VerdictKind.LATER)
    live.select_top()
    assert live.take_back().number == 0
    step = live.take_back()
    assert (step.kind, step.number) == (StepKind.PARKED, 7)


def test_a_lead_that_was_deleted_comes_back_with_its_dots_and_its_members(
    live: LiveMeeting,
) -> None:
    live.merge(idea_id(2), frozenset({idea_id(1), idea_id(3)}))
    live.give_dots(idea_id(2), 20)
    before = live.meeting
    live.delete(idea_id(2))
    assert [idea.merged_into for idea in live.meeting.ideas[:2]] == [None, None]
    live.take_back()
    assert live.meeting.ideas == before.ideas
    assert on_disk(live) == live.meeting


def test_what_was_under_an_idea_without_a_topic_stands_on_its_own(
    store: Store, clock: StandingClock
) -> None:
    meeting = a_meeting()
    hall = a_topic("De hal")
    store.write(None, topic_added(meeting, hall))
    opened = OpenMeeting(store, meeting.id, clock.clock)
    live = LiveMeeting(opened)
    live.switch_topic(hall.id)
    live.offer_idea("Een bankje")
    bench = live.meeting.ideas[-1].id
    live.merge(bench, frozenset({idea_id(1)}))
    live.delete(bench)
    live.move_back()
    Preparation(opened).remove_topic(hall.id)
    live.take_back()
    assert live.meeting.ideas == meeting.ideas
    assert on_disk(live) == live.meeting


commands = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 6), st.integers(1, 6)), max_size=14)


@settings(max_examples=25, deadline=None)
@given(commands)
def test_any_steps_taken_back_in_turn_leave_what_was_there(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[int, int, int]]
) -> None:
    store = Store.open(tmp_path_factory.mktemp("steps") / "bijeenkomsten.db")
    clock = StandingClock()
    start = begun(store, clock)
    live = LiveMeeting(OpenMeeting(store, start.id, clock.clock))
    for which, one, other in done:
        try:
            command(live, which, idea_id(one), idea_id(other))
        except RuleBroken:
            continue
        live.offer_idea("Tussendoor")
    came_in = tuple(idea for idea in live.meeting.ideas if idea.number > start.last_number)
    try:
        while True:
            live.take_back()
            assert on_disk(live) == live.meeting
    except NothingToTakeBack:
        assert live.meeting.ideas == (*start.ideas, *came_in)
    finally:
        live.opened.release()
        store.close()


def command(live: LiveMeeting, which: int, one: str, other: str) -> None:
    """Do one of the commands that can be taken back, on one idea or two."""
    (
        lambda: live.word_anew(one, "Anders gezegd"),
        lambda: live.merge(one, frozenset({other})),
        lambda: live.split(one),
        lambda: live.give_dots(one, 12),
        lambda: live.give_dots(one, 3),
        lambda: live.judge(one, VerdictKind.SELECTED),
        lambda: live.judge(one, VerdictKind.LATER),
        lambda: live.judge(one, None),
        live.select_top,
        lambda: live.delete(one),
    )[which]()


# The floor


def test_pressing_again_changes_nothing_and_is_no_step(
    live: LiveMeeting, clock: StandingClock
) -> None:
    live.give_floor(MANAGER)
    clock.passes(seconds=20)
    before = live.meeting
    live.give_floor(MANAGER)
    assert live.meeting is before
    live.take_turn_back()
    with pytest.raises(NothingToTakeBack):
        live.take_turn_back()


def test_turns_taken_back_leave_the_floor_where_it_was(
    live: LiveMeeting, clock: StandingClock
) -> None:
    start = live.meeting.turns
    for speaker in (MANAGER, ROOM, MANAGER):
        clock.passes(seconds=30)
        live.give_floor(speaker)
        assert on_disk(live) == live.meeting
    live.offer_idea("Tussendoor")
    clock.passes(seconds=15)
    for _turn in range(3):
        live.take_turn_back()
        assert on_disk(live) == live.meeting
    assert [turn.id for turn in live.meeting.turns] == [turn.id for turn in start]
    assert live.meeting.turns[-1].ended_at is None
    assert live.meeting.ideas[-1].text == "Tussendoor"
    assert talked(live.meeting.turns, clock.at, ROOM).total_seconds() == 105


def test_ideas_and_turns_are_taken_back_apart(live: LiveMeeting) -> None:
    live.delete(idea_id(1))
    live.give_floor(MANAGER)
    assert live.take_back().kind is StepKind.DELETED
    assert live.meeting.turns[-1].speaker is MANAGER
    assert live.take_turn_back().kind is StepKind.FLOOR
    assert live.meeting.turns[-1].speaker is ROOM


def test_a_late_press_is_mended_five_seconds_at_a_time(
    live: LiveMeeting, clock: StandingClock
) -> None:
    clock.passes(seconds=12)
    live.give_floor(MANAGER)
    clock.passes(seconds=60)
    pressed = live.meeting.turns[-1].started_at
    told = []
    for _press in range(3):
        live.mend_late_press()
        told.append(pressed.diff(live.meeting.turns[-1].started_at).total_seconds())
        assert live.meeting.turns[-2].ended_at == live.meeting.turns[-1].started_at
    assert told == [5, 10, 12]
    with pytest.raises(NothingToMend):
        live.mend_late_press()
    assert on_disk(live) == live.meeting
    assert talked(live.meeting.turns, clock.at, MANAGER).total_seconds() == 72


def test_a_mended_turn_is_taken_back_whole(live: LiveMeeting, clock: StandingClock) -> None:
    clock.passes(seconds=30)
    live.give_floor(MANAGER)
    live.mend_late_press()
    clock.passes(seconds=30)
    live.take_turn_back()
    assert talked(live.meeting.turns, clock.at, MANAGER).total_seconds() == 0
    assert talked(live.meeting.turns, clock.at, ROOM).total_seconds() == 60
    assert on_disk(live) == live.meeting


def test_a_heartbeat_is_kept(live: LiveMeeting, clock: StandingClock) -> None:
    clock.passes(seconds=10)
    live.beat()
    assert on_disk(live).turns[-1].heard_at == clock.at


# Time


def test_a_break_stops_all_clocks(live: LiveMeeting, clock: StandingClock) -> None:
    clock.passes(minutes=1)
    live.give_floor(MANAGER)
    clock.passes(minutes=1)
    left = live.meeting.agenda.left(clock.at, live.meeting.breaks)
    live.toggle_break()
    assert on_disk(live) == live.meeting
    clock.passes(minutes=15)
    with pytest.raises(OnBreak):
        live.give_floor(MANAGER)
    assert live.meeting.agenda.left(clock.at, live.meeting.breaks) == left
    live.toggle_break()
    assert talked(live.meeting.turns, clock.at, MANAGER).total_seconds() == 60
    assert live.meeting.turns[-1].speaker is ROOM
    assert live.meeting.agenda.left(clock.at, live.meeting.breaks) == left
    assert on_disk(live) == live.meeting


def test_the_time_box_is_lengthened_and_left(live: LiveMeeting, clock: StandingClock) -> None:
    box = live.meeting.agenda.current
    assert box is not None
    agenda = RunningAgenda(live.opened)
    agenda.lengthen()
    assert live.meeting.agenda.current == replace(box, minutes=box.minutes + 5)
    following = live.meeting.agenda.following
    clock.passes(minutes=3)
    agenda.go_on()
    assert live.meeting.agenda.current == following
    assert live.meeting.agenda.since == clock.at
    assert on_disk(live) == live.meeting


# Phases


def test_the_phases_go_on_and_back_until_it_is_closed(live: LiveMeeting) -> None:
    phases = []
    for move in (live.move_back, live.move_on, live.move_on):
        move()
        phases.append(live.meeting.phase)
    assert phases == [Phase.IDEATION, Phase.SELECTION, Phase.CLOSING]
    with pytest.raises(WrongPhase):
        live.offer_idea("Te laat")
    live.move_back()
    live.offer_idea("Toch nog")
    live.move_on()
    assert on_disk(live) == live.meeting
    live.opened.commit(replace(live.meeting, nothing_selected_because="Eerst de cijfers"))
    live.move_on()
    assert on_disk(live) == live.meeting
    assert live.meeting.phase is Phase.FOLLOW_UP
    with pytest.raises(NothingToTakeBack):
        live.take_back()
    with pytest.raises(WrongPhase):
        live.move_back()
