"""Which meeting a second screen shows, of all those in the file that another window writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pendulum import DateTime, Duration

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, UNDER_WAY, Phase
from socinno_tui.domain.talk import ended_at_last_heartbeat, open_turn

SAME_DAY = Duration(hours=12)
"""A meeting left unfinished for longer is not the one that people sit together for."""

STILL_GOES_ON = Duration(minutes=1)
"""A meeting that goes on changes more often than this: whoever has the floor is heard."""

AT_ONCE = Duration()

GONE_AFTER = Duration(seconds=15)
"""Three heartbeats missed: the window that writes them is not there."""


@dataclass(frozen=True, slots=True)
class MeetingStanding:
    """In which phase a meeting is, and when it last changed."""

    id: str
    phase: Phase
    changed_at: DateTime


def meeting_to_follow(
    standings: Iterable[MeetingStanding], now: DateTime, following: str = ""
) -> str | None:
    """Give the meeting under way, or else the one last changed; None when there is none.

    What is followed already is let go only for another that is under way after it: so the recap
    stays when an older meeting was never closed, and nothing flits between two that both go on.
    """
    latest_first = sorted(standings, key=lambda one: one.changed_at, reverse=True)
    under_way = [one for one in latest_first if one.phase in UNDER_WAY]
    current = next((one for one in latest_first if one.id == following), None)
    if current is None:
        recent = [one for one in under_way if now - one.changed_at < SAME_DAY]
        return next((one.id for one in (*recent, *latest_first)), None)
    if current.phase is Phase.PREPARATION:
        return next(one.id for one in (*_after(under_way, current, AT_ONCE), *latest_first))
    wait = STILL_GOES_ON if current.phase in UNDER_WAY else AT_ONCE
    return next((one.id for one in _after(under_way, current, wait)), current.id)


def is_left_alone(meeting: Meeting, now: DateTime) -> bool:
    """Whether the window that keeps the meeting is gone: who has the floor is heard no more."""
    turn = open_turn(meeting.turns)
    return (
        meeting.phase in OPEN_FOR_IDEAS
        and not meeting.on_break
        and turn is not None
        and now - turn.heard_at > GONE_AFTER
    )


def as_last_heard(meeting: Meeting) -> Meeting:
    """Give a meeting whose talk turn ended when it was last heard, as it will when it goes on."""
    return replace(meeting, turns=ended_at_last_heartbeat(meeting.turns))


def _after(
    standings: Iterable[MeetingStanding], current: MeetingStanding, wait: Duration
) -> list[MeetingStanding]:
    return [one for one in standings if one.changed_at - current.changed_at > wait]
