"""Which meeting a second screen shows, and when it is left alone."""

from dataclasses import replace

import pytest

from socinno_tui.domain.floor import break_begun
from socinno_tui.domain.following import (
    MeetingStanding,
    as_last_heard,
    is_left_alone,
    meeting_to_follow,
)
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, open_turn, talked
from tests.meetings import STARTS_AT, a_meeting, a_turn

NOW = STARTS_AT.add(hours=1)


def stands(name: str, phase: Phase, minutes_ago: float) -> MeetingStanding:
    return MeetingStanding(name, phase, NOW.subtract(seconds=int(minutes_ago * 60)))


def test_of_no_meetings_none_is_followed() -> None:
    assert meeting_to_follow((), NOW) is None
    assert meeting_to_follow((), NOW, "gone") is None


@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION, Phase.CLOSING])
def test_the_meeting_under_way_is_followed(phase: Phase) -> None:
    known = [
        stands("next", Phase.PREPARATION, 1),
        stands("now", phase, 20),
        stands("before", Phase.FOLLOW_UP, 5),
    ]
    assert meeting_to_follow(known, NOW) == "now"


def test_else_the_one_last_changed() -> None:
    known = [stands("old", Phase.FOLLOW_UP, 500), stands("new", Phase.PREPARATION, 2)]
    assert meeting_to_follow(known, NOW) == "new"


def test_one_never_closed_weeks_ago_is_not_under_way() -> None:
    known = [stands("forgotten", Phase.IDEATION, 60 * 24 * 20), stands("new", Phase.PREPARATION, 2)]
    assert meeting_to_follow(known, NOW) == "new"


def test_the_recap_stays_although_an_older_meeting_was_never_closed() -> None:
    known = [stands("broken off", Phase.IDEATION, 90), stands("closed", Phase.FOLLOW_UP, 1)]
    assert meeting_to_follow(known, NOW, "closed") == "closed"


def test_the_recap_stays_while_the_next_meeting_is_only_prepared() -> None:
    known = [stands("next", Phase.PREPARATION, 0), stands("closed", Phase.FOLLOW_UP, 10)]
    assert meeting_to_follow(known, NOW, "closed") == "closed"


def test_the_next_one_that_begins_is_followed() -> None:
    begun = stands("next", Phase.IDEATION, 0)
    for phase in (Phase.FOLLOW_UP, Phase.PREPARATION):
        assert meeting_to_follow([begun, stands("now", phase, 0.5)], NOW, "now") == "next"
    # Left where it stood, for longer than who goes on would be silent.
    assert meeting_to_follow([begun, stands("now", Phase.CLOSING, 5)], NOW, "now") == "next"


def test_nothing_flits_between_two_meetings_that_both_go_on() -> None:
    both = [stands("here", Phase.IDEATION, 0.1), stands("there", Phase.IDEATION, 0)]
    for followed in ("here", "there"):
        assert meeting_to_follow(both, NOW, followed) == followed


def test_what_is_thrown_away_is_let_go() -> None:
    assert meeting_to_follow([stands("left", Phase.FOLLOW_UP, 9)], NOW, "gone") == "left"


def test_a_meeting_is_left_alone_when_nobody_is_heard_any_more() -> None:
    heard = replace(a_turn(Speaker.MANAGER, 0), heard_at=STARTS_AT.add(seconds=60))
    meeting = replace(a_meeting(), turns=(heard,))
    assert not is_left_alone(meeting, STARTS_AT.add(seconds=75))
    assert is_left_alone(meeting, STARTS_AT.add(seconds=76))
    as_it_goes_on = as_last_heard(meeting)
    assert open_turn(as_it_goes_on.turns) is None
    later = STARTS_AT.add(hours=1)
    assert talked(as_it_goes_on.turns, later, Speaker.MANAGER).total_seconds() == 60


def test_in_a_break_and_outside_the_meeting_nobody_is_missed() -> None:
    later = STARTS_AT.add(hours=3)
    resting = break_begun(a_meeting(), STARTS_AT.add(minutes=9), "break")
    assert not is_left_alone(resting, later)
    for phase in (Phase.PREPARATION, Phase.CLOSING, Phase.FOLLOW_UP):
        assert not is_left_alone(a_meeting(phase), later)
