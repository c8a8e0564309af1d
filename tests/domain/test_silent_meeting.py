"""A meeting in and out of its silent round: who has the floor, and what ends it."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from socinno_tui.domain.closing import moved_back, moved_on
from socinno_tui.domain.coherence import flaws
from socinno_tui.domain.floor import OnBreak, break_begun, break_ended, floor_given
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.resuming import resumed
from socinno_tui.domain.silent_meeting import (
    Table,
    expected_table,
    harvest_begun,
    offered_in_turn,
    outside_silence,
    silence_begun,
    silence_ended,
    turn_given_back,
    turn_passed,
    writing_lengthened,
)
from socinno_tui.domain.silent_round import NoSilentRound, SilentRound, SilentRoundOn
from socinno_tui.domain.step import Step, StepKind, taken_back
from socinno_tui.domain.talk import Speaker, open_turn
from tests.meetings import STARTS_AT, a_meeting, an_id, an_idea

NOW = STARTS_AT.add(minutes=12)
TURN = an_id("turn after")


THREE = Table(employees=2, managers=1)


def writing(table: Table = THREE) -> Meeting:
    meeting = a_meeting(ideas=[an_idea(1)])
    return silence_begun(meeting, table, minutes=5, now=NOW, round_id=an_id("silence"))


def harvest(table: Table = THREE) -> Meeting:
    return harvest_begun(writing(table))


def silence_of(meeting: Meeting) -> SilentRound:
    assert meeting.silent_round is not None
    return meeting.silent_round


def test_who_sits_round_the_table_is_who_said_to_come() -> None:
    assert expected_table(a_meeting()) == Table(6, 1)
    nobody = tuple(replace(one, attendance=Attendance.INVITED) for one in a_meeting().participants)
    assert expected_table(replace(a_meeting(), participants=nobody)) == Table(0, 0)


def test_nobody_has_the_floor_while_the_room_writes_or_harvests() -> None:
    assert open_turn(writing().turns) is None
    assert writing().turns[-1].ended_at == NOW
    for meeting, is_harvest in ((writing(), False), (harvest(), True)):
        for speaker in Speaker:
            with pytest.raises(SilentRoundOn) as refused:
                floor_given(meeting, speaker, NOW, TURN)
            assert refused.value.harvest is is_harvest
        with pytest.raises(SilentRoundOn):
            outside_silence(meeting)


def test_a_round_begins_only_while_ideas_are_collected_aloud() -> None:
    def begin(meeting: Meeting) -> None:
        silence_begun(meeting, Table(2, 1), minutes=5, now=NOW, round_id="another")

    with pytest.raises(WrongPhase):
        begin(a_meeting(Phase.SELECTION))
    with pytest.raises(OnBreak):
        begin(break_begun(a_meeting(), NOW, "rest"))
    with pytest.raises(SilentRoundOn):
        begin(harvest())


def test_each_part_refuses_what_belongs_to_another() -> None:
    meeting = a_meeting()
    refusing: tuple[Callable[[], Meeting], ...] = (
        lambda: writing_lengthened(harvest(), 1, NOW),
        lambda: harvest_begun(harvest()),
        lambda: harvest_begun(meeting),
        lambda: turn_passed(writing(), NOW, TURN),
        lambda: offered_in_turn(writing(), an_idea(2)),
        lambda: turn_given_back(meeting),
        lambda: silence_ended(meeting, NOW, TURN),
    )
    for refused in refusing:
        with pytest.raises(NoSilentRound):
            refused()


def test_ideas_may_come_in_during_the_writing_whoever_writes_them_down() -> None:
    meeting = writing().with_ideas((an_idea(2), an_idea(3)))
    assert silence_of(meeting) == silence_of(writing())
    assert len(meeting.ideas) == 3


def test_a_whole_round_of_passes_gives_the_room_the_floor() -> None:
    meeting = offered_in_turn(harvest(), an_idea(0, "Een plant"))
    for _turn in range(2):
        meeting = turn_passed(meeting, NOW, TURN)
        assert open_turn(meeting.turns) is None
    meeting = turn_passed(meeting, NOW, TURN)
    assert meeting.silent_round is None
    turn = open_turn(meeting.turns)
    assert turn is not None
    assert (turn.speaker, turn.started_at) == (Speaker.ROOM, NOW)
    assert [idea.number for idea in meeting.ideas] == [1, 2]


def test_a_round_knows_where_it_stands_and_nothing_of_ideas_or_people() -> None:
    known = {found.name: found.type for found in fields(SilentRound)}
    assert known == {
        "id": "str",
        "started_at": "DateTime",
        "heard_at": "DateTime",
        **dict.fromkeys(("seconds", "employees", "managers", "seat", "lap", "passes"), "int"),
    }
    one, other = an_idea(0, "Een plant"), an_idea(0, "Een heel ander idee")
    assert offered_in_turn(harvest(), one).silent_round == (
        offered_in_turn(harvest(), other).silent_round
    )


@pytest.mark.parametrize("meeting", [writing(), harvest()])
def test_another_phase_ends_it_and_the_room_has_the_floor_there(meeting: Meeting) -> None:
    for moved in (
        moved_on(meeting, now=NOW, turn_id=TURN),
        moved_back(meeting, now=NOW, turn_id=TURN),
    ):
        assert moved.silent_round is None
        assert not list(flaws(moved))
    assert open_turn(moved_on(meeting, now=NOW, turn_id=TURN).turns) is not None


def test_it_ends_in_a_break_without_giving_the_floor() -> None:
    ended = silence_ended(break_begun(writing(), NOW, "rest"), NOW, TURN)
    assert ended.silent_round is None
    assert open_turn(ended.turns) is None


@pytest.mark.parametrize("meeting", [writing(), harvest()])
def test_it_goes_on_where_it_was_when_the_program_is_started_again(meeting: Meeting) -> None:
    soon = NOW.add(minutes=9)
    goes_on = resumed(meeting, now=soon, turn_id=TURN, break_id="rest")
    assert goes_on == replace(meeting, silent_round=silence_of(meeting).heard(soon))
    late = NOW.add(hours=3)
    rests = resumed(meeting, now=late, turn_id=TURN, break_id="rest")
    assert rests.on_break
    assert rests.breaks[-1].started_at == NOW
    after = break_ended(rests, late)
    assert silence_of(after).heard_at == late
    assert silence_of(after).left(late, after.breaks) == silence_of(meeting).left(NOW, ())


# One step back


def test_an_idea_in_turn_is_taken_back_with_its_number_and_its_turn() -> None:
    before = turn_passed(harvest(), NOW, TURN)
    after = offered_in_turn(before, an_idea(0, "Een plant"))
    step = Step(StepKind.OFFERED_IN_TURN, before, after, 2)
    heard = replace(after, silent_round=silence_of(after).heard(NOW.add(seconds=5)))
    back = taken_back(step, heard)
    assert back == replace(before, silent_round=silence_of(before).heard(NOW.add(seconds=5)))
    meanwhile = heard.with_idea(an_idea(99, "Van een telefoon"))
    assert [idea.number for idea in taken_back(step, meanwhile).ideas] == [1, 3]
    assert taken_back(step, meanwhile).last_number == 3


def test_the_last_pass_is_taken_back_and_the_meter_stands_still_again() -> None:
    before = turn_passed(turn_passed(harvest(), NOW, TURN), NOW, TURN)
    after = turn_passed(before, NOW, TURN)
    step = Step(StepKind.TURN_PASSED, before, after)
    assert taken_back(step, after) == before
    speaking = floor_given(after, Speaker.MANAGER, NOW.add(seconds=9), "manager")
    back = taken_back(step, speaking)
    assert back.silent_round == before.silent_round
    assert open_turn(back.turns) is None


def test_a_harvest_that_was_ended_does_not_come_back_in_another_phase_or_round() -> None:
    before = turn_passed(turn_passed(harvest(), NOW, TURN), NOW, TURN)
    after = turn_passed(before, NOW, TURN)
    step = Step(StepKind.TURN_PASSED, before, after)
    chosen = moved_on(after, now=NOW, turn_id="t")
    assert taken_back(step, chosen).silent_round is None
    again = silence_begun(after, Table(5, 0), minutes=2, now=NOW, round_id="another")
    assert taken_back(step, again).silent_round == again.silent_round


# What comes from a file


@pytest.mark.parametrize(
    "wrong",
    [
        {"seat": 4},
        {"seat": -1},
        {"lap": 0},
        {"passes": 3},
        {"seconds": 0},
        {"employees": 0},
        {"managers": -1},
        {"seat": 0},
        {"employees": 201},
    ],
)
def test_a_round_that_does_not_hold_together_is_refused(wrong: dict[str, int]) -> None:
    meeting = harvest()
    assert not list(flaws(meeting))
    broken = replace(silence_of(meeting), **wrong)  # type: ignore[arg-type]
    assert list(flaws(replace(meeting, silent_round=broken))) == ["silent_round"]


def test_a_round_outside_its_phase_is_refused() -> None:
    meeting = replace(a_meeting(Phase.SELECTION), silent_round=harvest().silent_round)
    assert list(flaws(meeting)) == ["silent_round"]
