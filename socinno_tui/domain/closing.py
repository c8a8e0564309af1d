"""The gate: what still keeps a meeting from being closed, and the moves between phases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.dot_round import DotRoundOn
from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.floor import break_ended
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase, next_phase, phase_before
from socinno_tui.domain.readiness import Attention, obstacles
from socinno_tui.domain.talk import Speaker, with_floor, with_floor_closed

REVIEW_AFTER_WEEKS = 4
"""When the agreements are looked at again, unless said otherwise."""


class GapKind(Enum):
    """What an open point asks for."""

    OWNER = "owner"
    DUE = "due"
    NOTHING_SELECTED = "nothing selected"


@dataclass(frozen=True, slots=True)
class Gap:
    """What still keeps the closing screen from letting go, and on which idea."""

    kind: GapKind
    idea_id: str = ""
    number: int = 0


class ClosingGaps(RuleBroken):
    """The meeting cannot be closed yet."""

    def __init__(self, gaps: tuple[Gap, ...]) -> None:
        super().__init__(gaps)
        self.gaps = gaps


class NotReady(RuleBroken):
    """The meeting cannot start without question and goal."""

    def __init__(self, missing: tuple[Attention, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


def gaps(meeting: Meeting) -> tuple[Gap, ...]:
    """Give what is still open, in order of idea number: first owner, then due date."""
    if not meeting.selected:
        if meeting.nothing_selected_because:
            return ()
        return (Gap(GapKind.NOTHING_SELECTED),)
    found: list[Gap] = []
    by_idea = {action.idea_id: action for action in meeting.actions}
    for cluster in meeting.selected:
        idea = cluster.lead
        action = by_idea.get(idea.id)
        if action is None or not action.owner:
            found.append(Gap(GapKind.OWNER, idea.id, idea.number))
        if action is None or action.due is None:
            found.append(Gap(GapKind.DUE, idea.id, idea.number))
    return tuple(found)


def proposed_review_date(today: Date) -> Date:
    """Propose when to look at the agreements again: four weeks on."""
    return today.add(weeks=REVIEW_AFTER_WEEKS)


def with_dates_kept(meeting: Meeting, *, today: Date) -> Meeting:
    """Give a meeting with its drafts as they stand on a later day than they were typed.

    What was understood then stays that date, written out where its words mean another by now; a
    due date that has passed is open again, and for a review date that has, one is proposed.
    """
    actions = tuple(_with_due_kept(action, today) for action in meeting.actions)
    kept = replace(meeting, actions=actions)
    review, typed = meeting.review_date, meeting.review_typed
    if review is not None and review < today:
        return _with_review_proposed(kept, today)
    if review is not None and typed and _meant(typed, today) != review:
        return replace(kept, review_typed=review.isoformat())
    return kept


def _with_review_proposed(meeting: Meeting, today: Date) -> Meeting:
    return replace(meeting, review_date=proposed_review_date(today), review_typed="")


def _with_due_kept(action: ActionItem, today: Date) -> ActionItem:
    due = action.due
    if due is None or _meant(action.due_typed, today) == due:
        return action
    return replace(action, due=due if due >= today else None, due_typed=due.isoformat())


def _meant(typed: str, today: Date) -> Date | None:
    try:
        return parse_due_date(typed, today=today)
    except DueDateRefused:
        return None


def moved_on(meeting: Meeting, *, now: DateTime, turn_id: str) -> Meeting:
    """Go on to the next phase.

    Raises NotReady without question and goal, DotRoundOn while dots are counted, ClosingGaps while
    something is open, WrongPhase after the last phase. `turn_id` names the talk turn that begins
    where a phase begins one.
    """
    following = next_phase(meeting.phase)
    if following is Phase.CLOSING and meeting.dot_round is not None:
        raise DotRoundOn
    if following is Phase.IDEATION and (missing := obstacles(meeting)):
        raise NotReady(missing)
    if following is Phase.FOLLOW_UP:
        return _closed(meeting, now)
    return _entered(meeting, following, now, turn_id)


def moved_back(meeting: Meeting, *, now: DateTime, turn_id: str) -> Meeting:
    """Go back to the phase before. Raises WrongPhase once closing is done."""
    return _entered(meeting, phase_before(meeting.phase), now, turn_id)


def _closed(meeting: Meeting, now: DateTime) -> Meeting:
    today = now.in_timezone(meeting.zone).date()
    if open_points := gaps(with_dates_kept(meeting, today=today)):
        raise ClosingGaps(open_points)
    selected = {cluster.lead.id for cluster in meeting.selected}
    return replace(
        break_ended(meeting, now),
        phase=Phase.FOLLOW_UP,
        closed_at=now,
        actions=tuple(action for action in meeting.actions if action.idea_id in selected),
        turns=with_floor_closed(meeting.turns, now),
        nothing_selected_because="" if selected else meeting.nothing_selected_because,
        # Taking the opening back while closing brings a round back; nobody can open it any more.
        dot_round=None,
    )


def _entered(meeting: Meeting, phase: Phase, now: DateTime, turn_id: str) -> Meeting:
    running = break_ended(meeting, now)
    today = now.in_timezone(meeting.zone).date()
    if phase in OPEN_FOR_IDEAS:
        turns = running.turns
        if not turns or turns[-1].ended_at is not None:
            turns = with_floor(turns, Speaker.ROOM, now, turn_id)
    else:
        turns = with_floor_closed(running.turns, now)
    return replace(
        _agreeing(running, today) if phase is Phase.CLOSING else running,
        phase=phase,
        turns=turns,
        agenda=running.agenda.at_phase(phase, now, running.breaks),
        started_at=running.started_at or (now if phase is not Phase.PREPARATION else None),
        # It belongs to collecting ideas: whoever goes on, or back, ends it.
        silent_round=None,
    )


def _agreeing(meeting: Meeting, today: Date) -> Meeting:
    kept = with_dates_kept(meeting, today=today)
    if kept.review_date is None and not kept.review_typed:
        return _with_review_proposed(kept, today)
    return kept
