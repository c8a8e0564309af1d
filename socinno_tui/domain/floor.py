"""Who has the floor in a meeting, and the breaks in which nobody has it."""

from __future__ import annotations

from dataclasses import replace

from pendulum import DateTime

from socinno_tui.domain.agenda import with_break, with_break_ended
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, UNDER_WAY, only_in
from socinno_tui.domain.silent_round import SilentRoundOn
from socinno_tui.domain.talk import (
    NotSeveralManagers,
    Speaker,
    last_manager,
    moved_earlier,
    with_floor,
    with_floor_closed,
)


class OnBreak(RuleBroken):
    """All clocks stand still: nobody has the floor until the break ends."""


def floor_given(
    meeting: Meeting, speaker: Speaker, now: DateTime, turn_id: str, place: int | None = None
) -> Meeting:
    """Give the floor to a speaker. Raises WrongPhase, OnBreak, SilentRoundOn.

    Where managers have a meter each it goes to the one in this place among them; without one,
    to the manager who speaks or spoke last, and before that to the first.
    Raises NotSeveralManagers for a place that there is none in.
    """
    only_in(OPEN_FOR_IDEAS, meeting.phase)
    if meeting.on_break:
        raise OnBreak
    if meeting.silent_round is not None:
        raise SilentRoundOn(harvest=meeting.silent_round.is_harvest)
    ids = [one.id for one in meeting.own_meters]
    if place is not None and place >= len(ids):
        raise NotSeveralManagers
    who = None
    if speaker is Speaker.MANAGER and ids:
        who = (last_manager(meeting.turns, ids) or ids[0]) if place is None else ids[place]
    return replace(meeting, turns=with_floor(meeting.turns, speaker, now, turn_id, who))


def floor_given_to_next_manager(meeting: Meeting, now: DateTime, turn_id: str) -> Meeting:
    """Give the floor to the manager after the one who speaks or spoke last.

    Raises WrongPhase, OnBreak, SilentRoundOn, NotSeveralManagers.
    """
    ids = [one.id for one in meeting.own_meters]
    last = last_manager(meeting.turns, ids)
    place = 0 if last is None else (ids.index(last) + 1) % len(ids)
    return floor_given(meeting, Speaker.MANAGER, now, turn_id, place)


def change_moved_earlier(meeting: Meeting) -> Meeting:
    """Mend a late press: the last change of speaker was a few seconds earlier.

    Raises WrongPhase, NothingToMend.
    """
    only_in(OPEN_FOR_IDEAS, meeting.phase)
    return replace(meeting, turns=moved_earlier(meeting.turns))


def break_begun(meeting: Meeting, now: DateTime, break_id: str) -> Meeting:
    """Let all clocks stand still from now; during a break nothing changes. Raises WrongPhase."""
    only_in(UNDER_WAY, meeting.phase)
    if meeting.on_break:
        return meeting
    return replace(
        meeting,
        turns=with_floor_closed(meeting.turns, now),
        breaks=with_break(meeting.breaks, now, break_id),
    )


def break_ended(meeting: Meeting, now: DateTime) -> Meeting:
    """Let the clocks run again; outside a break nothing changes."""
    if not meeting.on_break:
        return meeting
    silence = None if meeting.silent_round is None else meeting.silent_round.heard(now)
    return replace(meeting, breaks=with_break_ended(meeting.breaks, now), silent_round=silence)
