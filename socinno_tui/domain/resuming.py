"""Going on with a meeting whose program stopped without a word: a crash, or the power gone."""

from __future__ import annotations

from dataclasses import replace

from pendulum import DateTime, Duration

from socinno_tui.domain.agenda import Break, with_break
from socinno_tui.domain.closing import with_dates_kept
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.domain.talk import Speaker, ended_at_last_heartbeat, open_turn, with_floor

STILL_TOGETHER = Duration(minutes=10)
"""A silence shorter than this is a program started again; a longer one was a break."""


def resumed(meeting: Meeting, *, now: DateTime, turn_id: str, break_id: str) -> Meeting:
    """Give the meeting as it goes on now.

    A talk turn left open ends at its last heartbeat. After a short silence the room has the
    floor; after a long one the meeting is on a break that began at that heartbeat. A silent round
    goes on where it was, or else is on a break likewise. A closing goes on with the dates
    understood before, as far as they have not passed.
    """
    if meeting.phase is Phase.CLOSING:
        return with_dates_kept(meeting, today=now.in_timezone(meeting.zone).date())
    if meeting.phase not in OPEN_FOR_IDEAS or meeting.on_break:
        return meeting
    if meeting.silent_round is not None:
        return _silence_resumed(meeting, meeting.silent_round, now, break_id)
    left_open = open_turn(meeting.turns)
    ended = replace(meeting, turns=ended_at_last_heartbeat(meeting.turns))
    if left_open is not None and now - left_open.heard_at > STILL_TOGETHER:
        return replace(ended, breaks=(*ended.breaks, Break(break_id, left_open.heard_at)))
    return replace(ended, turns=with_floor(ended.turns, Speaker.ROOM, now, turn_id))


def _silence_resumed(
    meeting: Meeting, silence: SilentRound, now: DateTime, break_id: str
) -> Meeting:
    if now - silence.heard_at <= STILL_TOGETHER:
        return replace(meeting, silent_round=silence.heard(now))
    return replace(meeting, breaks=with_break(meeting.breaks, silence.heard_at, break_id))
