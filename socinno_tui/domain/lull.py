"""When ideas stop coming: how long it has been quiet, and which other angle is suggested.

Later ideas are the more original ones, so a room that falls silent after the first is not done
yet. Of an idea's time only the minute is stored, so that nobody is found by it; hence the quiet is
counted from what a window saw itself, from its opening on, and is stored nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from pendulum import DateTime, Duration

from socinno_tui.domain.agenda import Break, elapsed
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase

QUIET: Final = Duration(minutes=2)
"""After so long without a new idea an angle is suggested: our choice, no study names a length."""

FIRST_IDEAS: Final = 5
"""More ideas than these come first: before that a room is still beginning."""

ANGLES: Final = 10
"""How many angles there are; after the last comes the first again."""


@dataclass(frozen=True, slots=True)
class Lull:
    """What one window saw of a topic's ideas: how many, the newest number, and since when no new
    one came. `is_busy` says that something else went on then: a silent round, or another phase.
    `angle` is the one suggested now, counted from 0, and `following` the next.
    """

    topic_id: str
    newest: int
    count: int
    since: DateTime
    is_busy: bool = False
    angle: int | None = None
    following: int = 0

    def seen(self, meeting: Meeting, now: DateTime) -> Lull:
        """Look at the meeting again: a new idea breaks the lull, and so does what else goes on, to
        its end.
        """
        if meeting.topic.id != self.topic_id:
            return replace(lull_of(meeting, now), following=self.following)
        newest, count = _newest(meeting), _count(meeting)
        busy = meeting.silent_round is not None or meeting.phase is not Phase.IDEATION
        looked = replace(self, newest=max(newest, self.newest), count=count, is_busy=busy)
        if newest > self.newest or busy or self.is_busy:
            return replace(looked, since=now, angle=None)
        return looked

    def at(self, now: DateTime, breaks: Iterable[Break]) -> Lull:
        """Let time go by: after two quiet minutes, breaks not counted, an angle is suggested."""
        quiet = self.count > FIRST_IDEAS and elapsed(self.since, now, breaks) >= QUIET
        return self.with_another() if quiet and self.angle is None else self

    def with_another(self) -> Lull:
        """Suggest the next angle now."""
        return replace(self, angle=self.following, following=(self.following + 1) % ANGLES)

    def put_away(self, now: DateTime) -> Lull:
        """Suggest nothing, until it has been quiet from now on for as long again."""
        return replace(self, angle=None, since=now)


def lull_of(meeting: Meeting, now: DateTime) -> Lull:
    """Begin to look at a topic: what came before is not known to the second, so not at all."""
    return Lull(meeting.topic.id, _newest(meeting), _count(meeting), since=now)


def may_suggest(meeting: Meeting) -> bool:
    """Whether another angle helps now: ideas are collected, aloud, and no clock stands still."""
    return meeting.phase is Phase.IDEATION and not meeting.on_break and meeting.silent_round is None


def _newest(meeting: Meeting) -> int:
    topic = meeting.topic.id
    for idea in reversed(meeting.ideas):
        if idea.topic_id == topic:
            return idea.number
    return 0


def _count(meeting: Meeting) -> int:
    topic = meeting.topic.id
    return sum(idea.topic_id == topic for idea in meeting.ideas)
