"""Commands on a silent round: on disk at once, goes on after a restart, one step back."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.domain.silent_round import FirstTurn, NoSilentRound, SilentRoundOn
from socinno_tui.domain.step import NothingToTakeBack, StepKind
from socinno_tui.domain.talk import Speaker, open_turn
from socinno_tui.domain.text import TextMissing
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.meeting_on_screen import ReadOnly
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, a_topic, an_idea, idea_id
from tests.service.standing_clock import StandingClock

THREE = Table(employees=2, managers=1)


@pytest.fixture
def opened(store: Store, clock: StandingClock) -> Iterator[OpenMeeting]:
    meeting = a_meeting(ideas=[an_idea(1), an_idea(2)])
    turn = replace(meeting.turns[-1], started_at=clock.at, heard_at=clock.at)
    store.write(None, replace(meeting, turns=(turn,)))
    held = OpenMeeting(store, meeting.id, clock.clock)
    yield held
    held.release()


@pytest.fixture
def rounds(opened: OpenMeeting) -> SilentRounds:
    return SilentRounds(opened)


def on_disk(rounds: SilentRounds) -> Meeting:
    return rounds.opened._store.meeting(rounds.meeting.id)


def seat(rounds: SilentRounds) -> tuple[int, int, int]:
    """Give lap, seat and passes, as they lie in the file."""
    assert on_disk(rounds) == rounds.meeting
    silence = rounds.meeting.silent_round
    assert silence is not None
    return silence.lap, silence.seat, silence.passes


def returning(rounds: SilentRounds) -> str:
    return "" if rounds.returning is None else rounds.returning.text


def test_writing_harvest_and_end_are_each_on_disk(
    rounds: SilentRounds, clock: StandingClock
) -> None:
    rounds.begin(THREE, 5)
    assert seat(rounds) == (0, 0, 0)
    clock.passes(minutes=7)
    rounds.lengthen(1)
    silence = rounds.meeting.silent_round
    assert silence is not None
    assert silence.left(clock.at, ()).total_seconds() == 60
    rounds.harvest()
    assert seat(rounds) == (1, 1, 0)
    rounds.offer("  Een plant\x1b ")
    assert seat(rounds) == (1, 2, 0)
    for _turn in range(3):
        assert rounds.meeting.silent_round is not None
        rounds.pass_on()
    assert on_disk(rounds) == rounds.meeting
    assert rounds.meeting.silent_round is None
    assert [idea.text for idea in rounds.meeting.ideas[2:]] == ["Een plant"]
    assert rounds.meeting.ideas[-1].offered_at == clock.at.start_of("minute")
    turn = open_turn(rounds.meeting.turns)
    assert turn is not None
    assert turn.speaker is Speaker.ROOM


def test_an_empty_idea_is_refused_and_passes_nothing(rounds: SilentRounds) -> None:
    rounds.begin(THREE, 5)
    rounds.harvest()
    with pytest.raises(TextMissing):
        rounds.offer("  ")
    assert seat(rounds) == (1, 1, 0)


def test_the_floor_and_the_topic_stay_while_it_goes_on(
    rounds: SilentRounds, opened: OpenMeeting
) -> None:
    hall = a_topic("De hal")
    opened.commit(topic_added(opened.meeting, hall))
    live = LiveMeeting(opened)
    rounds.begin(THREE, 5)
    with pytest.raises(SilentRoundOn):
        live.give_floor(Speaker.MANAGER)
    with pytest.raises(SilentRoundOn):
        live.switch_topic(hall.id)
    with pytest.raises(SilentRoundOn):
        rounds.begin(THREE, 5)


def test_a_break_lets_its_clock_stand_still_and_gives_nobody_the_floor(
    rounds: SilentRounds, opened: OpenMeeting, clock: StandingClock
) -> None:
    live = LiveMeeting(opened)
    rounds.begin(THREE, 5)
    clock.passes(minutes=1)
    live.toggle_break()
    clock.passes(minutes=30)
    live.beat()
    live.toggle_break()
    silence = rounds.meeting.silent_round
    assert silence is not None
    assert silence.left(clock.at, rounds.meeting.breaks).total_seconds() == 240
    assert silence.heard_at == clock.at
    assert open_turn(rounds.meeting.turns) is None


def test_a_heartbeat_keeps_it_and_a_long_silence_of_the_program_is_a_break(
    rounds: SilentRounds, opened: OpenMeeting, store: Store, clock: StandingClock
) -> None:
    rounds.begin(THREE, 5)
    clock.passes(minutes=2)
    LiveMeeting(opened).beat()
    opened.release()
    clock.passes(minutes=60)
    again = OpenMeeting(store, rounds.meeting.id, clock.clock)
    assert again.meeting.on_break
    LiveMeeting(again).toggle_break()
    silence = again.meeting.silent_round
    assert silence is not None
    assert silence.left(clock.at, again.meeting.breaks).total_seconds() == 180
    again.release()


# One step back


def test_ideas_and_passes_are_taken_back_in_turn(rounds: SilentRounds) -> None:
    rounds.begin(THREE, 5)
    rounds.harvest()
    rounds.pass_on()
    rounds.offer("Een plant")
    rounds.pass_on()
    assert seat(rounds) == (2, 1, 1)
    assert returning(rounds) == ""
    assert rounds.take_back().kind is StepKind.TURN_PASSED
    assert seat(rounds) == (1, 3, 0)
    assert returning(rounds) == "Een plant"
    assert rounds.take_back().kind is StepKind.OFFERED_IN_TURN
    assert seat(rounds) == (1, 2, 1)
    assert len(rounds.meeting.ideas) == 2
    rounds.offer("Een plant bij het raam")
    assert rounds.meeting.ideas[-1].number == 3


def test_the_pass_that_ended_it_is_taken_back_too(rounds: SilentRounds) -> None:
    rounds.begin(THREE, 5)
    rounds.harvest()
    for _turn in range(3):
        rounds.pass_on()
    rounds.take_back()
    assert seat(rounds) == (1, 3, 2)
    assert open_turn(rounds.meeting.turns) is None


def test_after_a_restart_the_turn_goes_back_and_the_idea_stays(
    rounds: SilentRounds, opened: OpenMeeting, store: Store, clock: StandingClock
) -> None:
    rounds.begin(THREE, 5)
    rounds.harvest()
    rounds.offer("Een plant")
    rounds.pass_on()
    opened.release()
    held = OpenMeeting(store, rounds.meeting.id, clock.clock)
    again = SilentRounds(held)
    assert seat(again) == (1, 3, 1)
    assert again.take_back().kind is StepKind.TURN_GIVEN_BACK
    assert seat(again) == (1, 2, 0)
    again.take_back()
    assert seat(again) == (1, 1, 0)
    assert len(again.meeting.ideas) == 3
    with pytest.raises(FirstTurn):
        again.take_back()
    held.release()


@pytest.mark.parametrize(
    "end",
    [
        lambda rounds: rounds.end(),
        lambda rounds: LiveMeeting(rounds.opened).move_on(),
        lambda rounds: LiveMeeting(rounds.opened).move_back(),
    ],
)
def test_what_ended_it_on_purpose_lets_its_turns_be_forgotten(
    rounds: SilentRounds, end: Callable[[SilentRounds], None]
) -> None:
    live = LiveMeeting(rounds.opened)
    live.word_anew(idea_id(1), "Anders gezegd")
    rounds.begin(THREE, 5)
    rounds.harvest()
    rounds.offer("Een plant")
    end(rounds)
    assert on_disk(rounds).silent_round is None
    assert rounds.take_back().kind is StepKind.EDITED
    assert rounds.meeting.ideas[-1].text == "Een plant"
    with pytest.raises(NothingToTakeBack):
        rounds.take_back()


# Another window


def test_another_window_sees_it_and_changes_nothing(
    rounds: SilentRounds, window: Callable[[str], OpenMeeting]
) -> None:
    rounds.begin(THREE, 5)
    other = SilentRounds(window(rounds.meeting.id))
    assert other.meeting.silent_round == rounds.meeting.silent_round
    rounds.harvest()
    rounds.pass_on()
    other.opened.look_again()
    assert other.meeting.silent_round == rounds.meeting.silent_round
    for refused in (other.pass_on, other.end, other.check_beginning):
        with pytest.raises(ReadOnly):
            refused()
    assert other.opened.read_only


def test_beginning_is_checked_before_anything_is_asked(
    rounds: SilentRounds, opened: OpenMeeting
) -> None:
    rounds.check_beginning()
    assert rounds.meeting.silent_round is None
    LiveMeeting(opened).move_on()
    assert opened.meeting.phase is Phase.SELECTION
    with pytest.raises(WrongPhase):
        rounds.check_beginning()
    with pytest.raises(NoSilentRound):
        rounds.end()
