"""The talk meter: who has the floor, for how long, and what was agreed beforehand.

Elapsed time is always computed from instants, never counted in ticks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import ceil, floor

from pendulum import DateTime, Duration

from socinno_tui.domain.errors import RuleBroken

EARLIER_STEP = Duration(seconds=5)
"""How far one press mends a late change of speaker."""

LONG_TURN = Duration(seconds=90)
"""A turn of the manager longer than this gets a hint: our choice, no study names a length."""

FORGOTTEN_TURN = Duration(minutes=3)
"""After this much of one turn the meter asks calmly whether the change back was forgotten."""

NEAR = 0.75
"""The part of the agreed maximum from which the meter says 'nearly'."""

FAIR_SHARE_FACTOR = 1.5
SMALLEST_SHARE = 0.05
LARGEST_SHARE = 0.25
"""Product choices: no study names the right share for a manager."""


CORRECTED_WITHIN = Duration(seconds=3)
"""A turn younger than this that goes to another manager was begun for the wrong one."""


class NothingToMend(RuleBroken):
    """There is no change of speaker that could be moved or taken back."""


class NotSeveralManagers(RuleBroken):
    """There is one meter for the manager, so the floor goes to no one in particular."""


class Speaker(Enum):
    """Who has the floor."""

    MANAGER = "manager"
    ROOM = "room"


class Meters(Enum):
    """Whether several managers share one talk meter, or have one each."""

    TOGETHER = "together"
    EACH = "each"


class TalkState(Enum):
    """Where the manager's talk time stands against the agreed maximum."""

    WITHIN = "within"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TalkTurn:
    """One turn at speaking. An open turn has no `ended_at`; `heard_at` is its last heartbeat.

    `who` is the participant, where managers have a meter each; None for all of them together. It
    stays when that person is taken off the list: the turn is one of the managers' still.
    """

    id: str
    speaker: Speaker
    started_at: DateTime
    heard_at: DateTime
    ended_at: DateTime | None = None
    who: str | None = None

    def length(self, now: DateTime) -> Duration:
        """How long it lasted, or has lasted until now; never negative."""
        seconds = ((self.ended_at or now) - self.started_at).total_seconds()
        return Duration(seconds=max(0.0, seconds))


def open_turn(turns: tuple[TalkTurn, ...]) -> TalkTurn | None:
    """Give the turn that is going on, if any."""
    return turns[-1] if turns and turns[-1].ended_at is None else None


def talked(turns: Iterable[TalkTurn], now: DateTime, speaker: Speaker | None = None) -> Duration:
    """How long there was talk in all, or by one speaker."""
    seconds = sum(
        turn.length(now).total_seconds()
        for turn in turns
        if speaker is None or turn.speaker is speaker
    )
    return Duration(seconds=seconds)


def talked_by(turns: Iterable[TalkTurn], now: DateTime, who: str | None) -> Duration:
    """How long one manager spoke, by participant; None for what was noted of none in particular."""
    return talked(
        (turn for turn in turns if turn.speaker is Speaker.MANAGER and turn.who == who), now
    )


def last_manager(turns: tuple[TalkTurn, ...], managers: Sequence[str]) -> str | None:
    """Give which of these managers had the floor last; None when none of them had."""
    spoke = (turn.who for turn in reversed(turns) if turn.speaker is Speaker.MANAGER)
    return next((who for who in spoke if who in managers), None)


def talk_share(turns: tuple[TalkTurn, ...], now: DateTime) -> float | None:
    """The manager's part of the time talked so far, 0 to 1; None before any talk."""
    total = talked(turns, now).total_seconds()
    if total <= 0:
        return None
    return talked(turns, now, Speaker.MANAGER).total_seconds() / total


def talk_state(spoken: Duration, limit: Duration) -> TalkState:
    """Where this much talk stands against the agreed maximum."""
    part = spoken.total_seconds() / limit.total_seconds() if limit else 1.0
    if part >= 1:
        return TalkState.OVER
    return TalkState.NEAR if part >= NEAR else TalkState.WITHIN


def with_floor(
    turns: tuple[TalkTurn, ...],
    speaker: Speaker,
    now: DateTime,
    turn_id: str,
    who: str | None = None,
) -> tuple[TalkTurn, ...]:
    """Give the floor to a speaker; pressing again changes nothing.

    Turns never overlap: one begins where the last ended, should the clock have been set back. What
    was given to the wrong manager a moment ago goes whole to the right one.
    """
    current = open_turn(turns)
    if current is not None and current.speaker is speaker:
        if current.who == who:
            return turns
        if who and current.who and current.length(now) < CORRECTED_WITHIN:
            return _with_wrong_turn_corrected(turns, who, now)
    closed = with_floor_closed(turns, now)
    begins = max(now, closed[-1].ended_at or now) if closed else now
    return (*closed, TalkTurn(turn_id, speaker, begins, begins, who=who))


def _with_wrong_turn_corrected(
    turns: tuple[TalkTurn, ...], who: str, now: DateTime
) -> tuple[TalkTurn, ...]:
    before, wrong = (turns[-2] if len(turns) > 1 else None), turns[-1]
    if before is not None and before.who == who and before.ended_at == wrong.started_at:
        return (*turns[:-2], replace(before, ended_at=None, heard_at=max(now, wrong.heard_at)))
    return (*turns[:-1], replace(wrong, who=who))


def with_floor_closed(turns: tuple[TalkTurn, ...], now: DateTime) -> tuple[TalkTurn, ...]:
    """End the turn that is going on, if any."""
    current = open_turn(turns)
    if current is None:
        return turns
    ended = max(now, current.started_at)
    return (*turns[:-1], replace(current, ended_at=ended, heard_at=ended))


def with_heartbeat(turns: tuple[TalkTurn, ...], now: DateTime) -> tuple[TalkTurn, ...]:
    """Note that the turn going on was still going on now."""
    current = open_turn(turns)
    if current is None:
        return turns
    return (*turns[:-1], replace(current, heard_at=max(now, current.heard_at)))


def ended_at_last_heartbeat(turns: tuple[TalkTurn, ...]) -> tuple[TalkTurn, ...]:
    """End a turn that a crash left open at the last moment it was heard."""
    current = open_turn(turns)
    if current is None:
        return turns
    return (*turns[:-1], replace(current, ended_at=current.heard_at))


def moved_earlier(
    turns: tuple[TalkTurn, ...], step: Duration = EARLIER_STEP
) -> tuple[TalkTurn, ...]:
    """Move the last change of speaker back, at most to where the turn before it began.

    Raises NothingToMend when no turn stands directly before the last one.
    """
    if len(turns) < 2 or turns[-2].ended_at != turns[-1].started_at:
        raise NothingToMend
    before, last = turns[-2:]
    change = max(before.started_at, last.started_at - step)
    if change == last.started_at:
        raise NothingToMend
    return (*turns[:-2], replace(before, ended_at=change), replace(last, started_at=change))


def proposed_limit(planned_minutes: int, employees_coming: int) -> int:
    """Propose the manager's maximum, in whole minutes.

    1.5 times the fair share 1/(n+1) of the planned time, kept between 5% and 25% of it;
    rounded to a minute inside those bounds, and never under one minute.
    """
    share = FAIR_SHARE_FACTOR / (employees_coming + 1)
    share = min(max(share, SMALLEST_SHARE), LARGEST_SHARE)
    least = max(1, ceil(planned_minutes * SMALLEST_SHARE))
    most = max(least, floor(planned_minutes * LARGEST_SHARE))
    return min(max(round(planned_minutes * share), least), most)
