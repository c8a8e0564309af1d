"""One step that can be taken back: what the meeting was before it, and after.

Taking back touches only what the step changed, so that an idea which came in meanwhile stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol, TypeVar

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.meeting import Meeting


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
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Step:
    """A change to ideas or talk turns; `number` is the idea meant, 0 for none or several."""

    kind: StepKind
    before: Meeting
    after: Meeting
    number: int = 0


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Identified)


def taken_back(step: Step, meeting: Meeting) -> Meeting:
    """Give the meeting without the step, whatever else happened since."""
    return replace(
        meeting,
        ideas=tuple(
            sorted(
                _put_back(step.before.ideas, step.after.ideas, meeting.ideas),
                key=lambda idea: idea.number,
            )
        ),
        turns=tuple(
            sorted(
                _put_back(step.before.turns, step.after.turns, meeting.turns),
                key=lambda turn: turn.started_at,
            )
        ),
    )


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
