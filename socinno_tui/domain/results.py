"""What meetings brought: from ideas to what was chosen, to what is done, and done in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionItem, ActionState, Agreement, Update, UpdateKind


@dataclass(frozen=True, slots=True)
class MeetingResults:
    """One closed meeting in numbers; `talk_share` is the manager's part of all talk, 0 to 1."""

    meeting_id: str
    title: str
    closed_at: DateTime
    zone: str
    ideas: int
    selected: int
    done: int
    done_in_time: int
    overdue: int
    talk_share: float | None = None


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the file knows of a closed meeting without reading its ideas and turns one by one."""

    meeting_id: str
    title: str
    closed_at: DateTime
    zone: str
    ideas: int
    selected: int
    talk_share: float | None


def is_done_in_time(action: ActionItem, zone: str) -> bool:
    """Whether it is done, and was on the day it was due by then, or before.

    What counts is the date it was due when its owner said that it was done: a date that was moved
    beforehand counts as moved, and one that was moved afterwards does not.
    """
    if action.state is not ActionState.DONE:
        return False
    done: Update | None = None
    due = action.due
    due_then = due
    for line in action.updates:
        if line.kind is UpdateKind.MOVED:
            due = line.due
        elif line.kind is UpdateKind.DONE:
            done, due_then = line, due
    if done is None or due_then is None:
        return False
    return done.at.in_timezone(zone).date() <= due_then


def results_of(
    facts: Iterable[MeetingFacts], agreements: Iterable[Agreement], today: Date
) -> tuple[MeetingResults, ...]:
    """Give the results of closed meetings in the order in which they were closed."""
    of: dict[str, list[ActionItem]] = {}
    for agreement in agreements:
        of.setdefault(agreement.meeting_id, []).append(agreement.action)
    found = []
    for fact in facts:
        actions = of.get(fact.meeting_id, [])
        found.append(
            MeetingResults(
                meeting_id=fact.meeting_id,
                title=fact.title,
                closed_at=fact.closed_at,
                zone=fact.zone,
                ideas=fact.ideas,
                selected=fact.selected,
                done=sum(action.state is ActionState.DONE for action in actions),
                done_in_time=sum(is_done_in_time(action, fact.zone) for action in actions),
                overdue=sum(_is_overdue(action, today) for action in actions),
                talk_share=fact.talk_share,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.closed_at, one.meeting_id)))


def _is_overdue(action: ActionItem, today: Date) -> bool:
    due = action.due_now
    return action.state is ActionState.OPEN and due is not None and due < today
