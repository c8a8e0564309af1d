"""One step that can be taken back: what the meeting was before it, and after.

Taking back touches only what the step changed, so that an idea which came in meanwhile stays.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol, TypeVar

from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.domain.talk import TalkTurn, ended_at_last_heartbeat, open_turn


class NothingToTakeBack(RuleBroken):
    """No step is left that could be taken back."""


class StepKind(Enum):
    """What was done, for the sentence that says it was taken back."""

    EDITED = "edited"
    MERGED = "merged"
    SPLIT = "split"
    DOTTED = "dotted"
    SELECTED = "selected"
    PARKED = "parked"
    DECLINED = "declined"
    VERDICT_TAKEN_BACK = "verdict taken back"
    TOP_SELECTED = "top selected"
    DELETED = "deleted"
    DOTS_OPENED = "dots opened"
    DOT_ROUND_STOPPED = "dot round stopped"
    SEVERAL_ANSWERED = "several answered"
    OFFERED_IN_TURN = "offered in turn"
    TURN_PASSED = "turn passed"
    TURN_GIVEN_BACK = "turn given back"
    FLOOR = "floor"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class Step:
    """A change to ideas (with what was being agreed on them and counted for them), to talk turns,
    to the agenda, or to whose turn it is in a harvest.

    `number` is the idea meant, 0 for none; where several were answered, how many.
    """

    kind: StepKind
    before: Meeting
    after: Meeting
    number: int = 0


IN_A_HARVEST = frozenset({StepKind.OFFERED_IN_TURN, StepKind.TURN_PASSED, StepKind.TURN_GIVEN_BACK})
"""The steps that are forgotten with their harvest: they tell of one turn after another."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Identified)


def taken_back(step: Step, meeting: Meeting, withdrawn: Collection[str] = ()) -> Meeting:
    """Give the meeting without the step, whatever else happened since.

    An idea whose topic was thrown away meanwhile has nowhere to come back to, and one that its
    sender has `withdrawn` stays away; what was under it then stands on its own. The agenda goes
    back to what it was, so that the clock ran on in the time-box that was left; it stays as it is
    when it was changed otherwise since.
    """
    topics = {topic.id for topic in meeting.topics}
    ideas = [
        idea
        for idea in _put_back(step.before.ideas, step.after.ideas, meeting.ideas)
        if idea.topic_id in topics and idea.id not in withdrawn
    ]
    there = {idea.id for idea in ideas}
    silence = _silence_put_back(step, meeting)
    turns = _without_its_turn(step, meeting.turns)
    led = (
        idea
        if idea.merged_into is None or idea.merged_into in there
        else replace(idea, merged_into=None)
        for idea in ideas
    )
    return replace(
        meeting,
        ideas=tuple(sorted(led, key=lambda idea: idea.number)),
        last_number=_last_number(step, meeting),
        actions=tuple(
            action
            for action in _put_back(step.before.actions, step.after.actions, meeting.actions)
            if action.idea_id in there
        ),
        agenda=(step.before.agenda if meeting.agenda == step.after.agenda else meeting.agenda),
        dot_round=_round_put_back(step, meeting.dot_round, there),
        # Nobody has the floor in a harvest that goes on again.
        turns=turns if silence is None else ended_at_last_heartbeat(turns),
        silent_round=silence,
    )


def has_no_turn_left(step: Step, meeting: Meeting) -> bool:
    """Whether the turn that a step began is not in the meeting any more."""
    begun = _begun(step)
    return bool(begun) and begun.isdisjoint(turn.id for turn in meeting.turns)


def _begun(step: Step) -> set[str]:
    return {turn.id for turn in step.after.turns} - {turn.id for turn in step.before.turns}


def _round_put_back(step: Step, now: DotRound | None, there: set[str]) -> DotRound | None:
    """Give a round back that the step ended, unless another has begun since; or, to the one that
    goes on, the counts that the step took away.
    """
    before, after = step.before.dot_round, step.after.dot_round
    if before is None or before == after:
        return now
    if after is None:
        return before.only_for(there) if now is None else now
    if now is None or now.id != before.id:
        return now
    counts = _put_back(before.counts, after.counts, now.counts)
    ordered = sorted(counts, key=lambda count: count.id)
    return replace(now, counts=tuple(ordered)).only_for(there)


def _last_number(step: Step, meeting: Meeting) -> int:
    """Give the number that was the last before the step: an idea that comes back into the line
    goes on with its own, unless another idea came in since.
    """
    given = step.after.last_number
    return step.before.last_number if meeting.last_number == given else meeting.last_number


def _silence_put_back(step: Step, meeting: Meeting) -> SilentRound | None:
    """Give the turn back that the step took; a harvest that it ended goes on, if it still can."""
    before, after, now = step.before.silent_round, step.after.silent_round, meeting.silent_round
    if before is None or before == after:
        return now
    if after is None:
        return before if now is None and meeting.phase is Phase.IDEATION else now
    if now is None or now.id != before.id:
        return now
    return replace(now, seat=before.seat, lap=before.lap, passes=before.passes)


def _without_its_turn(step: Step, turns: tuple[TalkTurn, ...]) -> tuple[TalkTurn, ...]:
    """Let the turn that the step interrupted have the time of the one that it began.

    That turn may have ended since, at a break or a change of phase; then so does the other.
    """
    interrupted = open_turn(step.before.turns)
    begun = _begun(step)
    kept: list[TalkTurn] = []
    for turn in turns:
        if turn.id not in begun:
            kept.append(turn)
        elif kept and interrupted is not None and kept[-1].id == interrupted.id:
            kept[-1] = replace(kept[-1], ended_at=turn.ended_at, heard_at=turn.heard_at)
    return tuple(kept)


def _put_back(
    before: tuple[Item, ...], after: tuple[Item, ...], now: tuple[Item, ...]
) -> list[Item]:
    was = {item.id: item for item in before}
    became = {item.id: item for item in after}
    touched = {key for key in was.keys() | became.keys() if was.get(key) != became.get(key)}
    kept = [item for item in now if item.id not in touched]
    there = {item.id for item in now}
    returned = [
        item for key, item in was.items() if key in touched and (key in there or key not in became)
    ]
    return kept + returned
