from collections.abc import Callable
from dataclasses import replace

import pytest

from socinno_tui.domain.floor import (
    OnBreak,
    break_begun,
    break_ended,
    change_moved_earlier,
    floor_given,
    floor_given_to_next_manager,
)
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.talk import Meters, NotSeveralManagers, Speaker, open_turn
from tests.meetings import STARTS_AT, a_meeting

NOON = STARTS_AT.add(hours=2)

IN_ANY: dict[str, Callable[[Meeting], Meeting]] = {
    "floor": lambda meeting: floor_given(meeting, Speaker.MANAGER, NOON, "turn"),
    "earlier": change_moved_earlier,
    "break": lambda meeting: break_begun(meeting, NOON, "break"),
}


@pytest.mark.parametrize("name", sorted(IN_ANY))
@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING, Phase.FOLLOW_UP])
def test_what_does_not_belong_in_a_phase_is_refused(phase: Phase, name: str) -> None:
    meeting = replace(a_meeting(Phase.FOLLOW_UP), phase=phase)
    change = IN_ANY[name]
    if phase is Phase.CLOSING and name == "break":
        assert change(meeting) != meeting
        return
    with pytest.raises(WrongPhase) as refused:
        change(meeting)
    assert refused.value.phase is phase


def test_a_break_closes_the_turn_and_nobody_takes_the_floor_in_it() -> None:
    meeting = break_begun(a_meeting(), NOON, "break")
    assert meeting.on_break
    assert meeting.turns[-1].ended_at == NOON
    assert break_begun(meeting, NOON.add(minutes=1), "another") == meeting
    with pytest.raises(OnBreak):
        floor_given(meeting, Speaker.ROOM, NOON, "turn")


def test_after_a_break_the_clocks_run_again() -> None:
    meeting = break_ended(break_begun(a_meeting(), NOON, "break"), NOON.add(minutes=15))
    assert not meeting.on_break
    assert break_ended(meeting, NOON.add(minutes=20)) == meeting
    again = floor_given(meeting, Speaker.ROOM, NOON.add(minutes=15), "turn")
    current = open_turn(again.turns)
    assert current is not None
    assert current.id == "turn"


def test_the_floor_passes_and_a_late_press_is_mended() -> None:
    meeting = floor_given(a_meeting(), Speaker.MANAGER, NOON, "turn")
    mended = change_moved_earlier(meeting)
    assert mended.turns[-1].started_at == NOON.subtract(seconds=5)


# Several managers


def with_managers(*names: str) -> Meeting:
    """Give a meeting that has begun, with these managers coming, each with an own meter."""
    managers = tuple(
        Participant(name, name, role=Role.MANAGER, attendance=Attendance.COMING) for name in names
    )
    return replace(a_meeting(), participants=managers, meters=Meters.EACH)


def test_two_managers_who_come_can_have_a_meter_each_with_an_equal_part() -> None:
    meeting = with_managers("Bram", "Fatima", "Anne")
    assert [one.name for one in meeting.own_meters] == ["Bram", "Fatima", "Anne"]
    assert meeting.own_limit_seconds == 120
    assert replace(meeting, meters=Meters.TOGETHER).own_meters == ()
    ill = replace(meeting.participants[2], attendance=Attendance.NOT_COMING)
    assert len(replace(meeting, participants=(*meeting.participants[:2], ill)).own_meters) == 2
    alone = replace(meeting, participants=meeting.participants[:1])
    assert alone.own_meters == ()
    assert floor_given(alone, Speaker.MANAGER, NOON, "turn").turns[-1].who is None


def test_the_floor_goes_to_a_manager_by_place_by_turn_or_to_who_had_it_last() -> None:
    meeting = with_managers("Bram", "Fatima")
    first = floor_given(meeting, Speaker.MANAGER, NOON, "1")
    assert first.turns[-1].who == "Bram"
    second = floor_given_to_next_manager(first, NOON.add(minutes=1), "2")
    assert second.turns[-1].who == "Fatima"
    room = floor_given(second, Speaker.ROOM, NOON.add(minutes=2), "3")
    assert room.turns[-1].who is None
    assert floor_given(room, Speaker.MANAGER, NOON.add(minutes=3), "4").turns[-1].who == "Fatima"
    assert floor_given(room, Speaker.MANAGER, NOON, "5", 0).turns[-1].who == "Bram"
    left = replace(room, participants=(*meeting.participants[:1], *with_managers("Anne").coming))
    assert floor_given(left, Speaker.MANAGER, NOON.add(minutes=3), "6").turns[-1].who == "Bram"
    with pytest.raises(NotSeveralManagers):
        floor_given(room, Speaker.MANAGER, NOON, "7", 2)
    with pytest.raises(NotSeveralManagers):
        floor_given_to_next_manager(a_meeting(), NOON, "8")
