"""Where the managers' talk time stands at one instant: one meter together, or one each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pendulum import DateTime, Duration

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.talk import (
    Speaker,
    TalkState,
    open_turn,
    talk_share,
    talk_state,
    talked,
    talked_by,
)
from socinno_tui.widgets.fitting import one_line

NO_TIME = Duration()


@dataclass(frozen=True, slots=True)
class TalkReading:
    """Where the manager's talk time stands at one instant.

    `share` is the manager's part of the time talked so far, 0 to 1. `speaker` is None when nobody
    has the floor: in a break, and before and after the meeting. `is_first` is before any turn of
    the manager, when it is told why there is a maximum. `name` is told of one of several managers
    with a meter each, and empty when they share one.
    """

    spoken: Duration
    limit: Duration
    share: float | None = None
    speaker: Speaker | None = None
    turn: Duration = NO_TIME
    on_break: bool = False
    is_first: bool = False
    name: str = ""

    @property
    def state(self) -> TalkState:
        """Within, near or over the agreed maximum."""
        return talk_state(self.spoken, self.limit)

    @property
    def part(self) -> float:
        """The talk time as a part of the agreed maximum: 1 is all of it, and more is over."""
        return self.spoken.total_seconds() / self.limit.total_seconds() if self.limit else 1.0


def talk_reading(meeting: Meeting, now: DateTime) -> TalkReading:
    """Read the meter from the meeting's turns at this instant.

    Where managers have one each it is the meter of who speaks, or else the one nearest its limit.
    """
    own = own_readings(meeting, now)
    if own:
        speaking = (reading for reading in own if reading.speaker is Speaker.MANAGER)
        return next(speaking, max(own, key=lambda reading: reading.spoken))
    current = open_turn(meeting.turns)
    return TalkReading(
        spoken=talked(meeting.turns, now, Speaker.MANAGER),
        limit=Duration(minutes=meeting.talk_limit_minutes),
        share=talk_share(meeting.turns, now),
        speaker=current.speaker if current else None,
        turn=current.length(now) if current else NO_TIME,
        on_break=meeting.on_break,
        is_first=_is_first(meeting),
    )


def own_readings(meeting: Meeting, now: DateTime) -> tuple[TalkReading, ...]:
    """Read the meter of each manager with one of their own; none where they share one.

    To each, another manager who speaks is one of the room. What was noted of no one in particular,
    or of someone who is off the list, counts for them together only.
    """
    managers = meeting.own_meters
    current = open_turn(meeting.turns)
    total = talked(meeting.turns, now).total_seconds()
    readings = []
    for one, name in zip(managers, short_names([one.name for one in managers]), strict=True):
        spoken = talked_by(meeting.turns, now, one.id)
        speaks = current is not None and current.who == one.id
        readings.append(
            TalkReading(
                spoken=spoken,
                limit=Duration(seconds=meeting.own_limit_seconds),
                share=spoken.total_seconds() / total if total > 0 else None,
                speaker=(Speaker.MANAGER if speaks else Speaker.ROOM) if current else None,
                turn=current.length(now) if current is not None and speaks else NO_TIME,
                on_break=meeting.on_break,
                is_first=_is_first(meeting),
                name=name,
            )
        )
    return tuple(readings)


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """Give the names as they are called in the room: by the first, where these differ."""
    first = [name.split()[0] if name.split() else "" for name in names]
    return tuple(first) if len(set(first)) == len(first) else tuple(map(one_line, names))


def _is_first(meeting: Meeting) -> bool:
    return not any(turn.speaker is Speaker.MANAGER for turn in meeting.turns)
