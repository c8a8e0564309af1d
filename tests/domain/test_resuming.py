from dataclasses import replace

import pytest

from socinno_tui.domain.floor import break_begun, floor_given
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.resuming import resumed
from socinno_tui.domain.talk import Speaker, open_turn, talked, with_heartbeat
from tests.meetings import STARTS_AT, a_meeting

HEARD = STARTS_AT.add(minutes=7)


def crashed() -> Meeting:
    meeting = floor_given(a_meeting(), Speaker.MANAGER, STARTS_AT.add(minutes=5), "manager")
    return replace(meeting, turns=with_heartbeat(meeting.turns, HEARD))


def going_on(meeting: Meeting, minutes: int) -> Meeting:
    now = STARTS_AT.add(minutes=minutes)
    return resumed(meeting, now=now, turn_id="room again", break_id="silence")


def test_after_a_short_silence_the_room_has_the_floor() -> None:
    meeting = going_on(crashed(), 9)
    current = open_turn(meeting.turns)
    assert current is not None
    assert (current.id, current.speaker) == ("room again", Speaker.ROOM)
    assert meeting.turns[-2].ended_at == HEARD
    assert not meeting.on_break


def test_a_long_silence_was_a_break() -> None:
    meeting = going_on(crashed(), 18)
    assert meeting.on_break
    assert meeting.breaks[-1].started_at == HEARD
    assert open_turn(meeting.turns) is None
    spoken = talked(meeting.turns, STARTS_AT.add(hours=9), Speaker.MANAGER)
    assert spoken.total_seconds() == 120


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING, Phase.FOLLOW_UP])
def test_where_nobody_speaks_nothing_changes(phase: Phase) -> None:
    assert going_on(a_meeting(phase), 500) == a_meeting(phase)


def test_a_break_goes_on() -> None:
    meeting = break_begun(crashed(), HEARD, "coffee")
    assert going_on(meeting, 500) == meeting
