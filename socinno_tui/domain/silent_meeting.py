"""What a silent round does to the meeting it is in: the floor, the ideas, and its end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pendulum import DateTime

from socinno_tui.domain.floor import OnBreak, floor_given
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Role
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.silent_round import NoSilentRound, SilentRound, SilentRoundOn
from socinno_tui.domain.talk import Speaker, with_floor_closed


@dataclass(frozen=True, slots=True)
class Table:
    """How many sit round the table."""

    employees: int
    managers: int


def expected_table(meeting: Meeting) -> Table:
    """Give who said to come. No employee means that it is not known who is there."""
    managers = sum(one.role is Role.MANAGER for one in meeting.coming)
    return Table(meeting.employees_coming, managers)


def silence_begun(
    meeting: Meeting, table: Table, *, minutes: int, now: DateTime, round_id: str
) -> Meeting:
    """Let the room write for so many minutes: from now on nobody has the floor.

    Raises WrongPhase unless ideas are collected, OnBreak, SilentRoundOn.
    """
    if meeting.phase is not Phase.IDEATION:
        raise WrongPhase(meeting.phase)
    if meeting.on_break:
        raise OnBreak
    outside_silence(meeting)
    begun = SilentRound(round_id, now, now, minutes * 60, table.employees, table.managers)
    return replace(meeting, turns=with_floor_closed(meeting.turns, now), silent_round=begun)


def outside_silence(meeting: Meeting) -> None:
    """Check that no silent round goes on. Raises SilentRoundOn."""
    if meeting.silent_round is not None:
        raise SilentRoundOn(harvest=meeting.silent_round.is_harvest)


def writing_lengthened(meeting: Meeting, minutes: int, now: DateTime) -> Meeting:
    """Give minutes more to write. Raises NoSilentRound unless the room writes."""
    writing = _going_on(meeting, harvest=False)
    return replace(meeting, silent_round=writing.lengthened(minutes, now, meeting.breaks))


def harvest_begun(meeting: Meeting) -> Meeting:
    """End the writing, and begin round the table. Raises NoSilentRound unless the room writes."""
    return replace(meeting, silent_round=_going_on(meeting, harvest=False).harvested())


def offered_in_turn(meeting: Meeting, idea: Idea) -> Meeting:
    """Add the idea of the one whose turn it is, and go on to the next.

    Raises NoSilentRound unless it is the harvest, and what adding an idea raises.
    """
    harvest = _going_on(meeting, harvest=True)
    return replace(meeting.with_idea(idea), silent_round=harvest.offered())


def turn_passed(meeting: Meeting, now: DateTime, turn_id: str) -> Meeting:
    """Go on to the next; after a whole round of passes the room has the floor.

    Raises NoSilentRound unless it is the harvest.
    """
    passed = _going_on(meeting, harvest=True).passed()
    if passed.is_over:
        return silence_ended(meeting, now, turn_id)
    return replace(meeting, silent_round=passed)


def turn_given_back(meeting: Meeting) -> Meeting:
    """Give the turn back to the one before; what that one offered stays.

    Raises NoSilentRound unless it is the harvest, FirstTurn.
    """
    return replace(meeting, silent_round=_going_on(meeting, harvest=True).turned_back())


def silence_ended(meeting: Meeting, now: DateTime, turn_id: str) -> Meeting:
    """End the round, wherever it stands: the room has the floor, after a break when there is one.

    Raises NoSilentRound.
    """
    if meeting.silent_round is None:
        raise NoSilentRound
    ended = replace(meeting, silent_round=None)
    return ended if ended.on_break else floor_given(ended, Speaker.ROOM, now, turn_id)


def _going_on(meeting: Meeting, *, harvest: bool) -> SilentRound:
    going_on = meeting.silent_round
    if going_on is None or going_on.is_harvest is not harvest:
        raise NoSilentRound
    return going_on
