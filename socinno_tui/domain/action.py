"""Agreements: who works out which idea, by when, and what became of it.

What was agreed at closing never changes; every later turn is a dated line behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from pendulum import Date, DateTime

from socinno_tui.domain.errors import RuleBroken

SOON_DAYS = 7
"""Due within this many days is shown on coming back, before anything else."""


class UpdateKind(Enum):
    """What a dated line in an action's history says."""

    NOTE = "note"
    ON_COURSE = "on course"
    MOVED = "moved"
    HANDED_OVER = "handed over"
    DONE = "done"
    RESULT = "result"
    STOPPED = "stopped"
    REOPENED = "reopened"


class ActionState(Enum):
    """Whether an action still asks something of its owner."""

    OPEN = "open"
    DONE = "done"
    STOPPED = "stopped"


class Standing(Enum):
    """How an action stands on a given day, the most pressing first."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class ActionEnded(RuleBroken):
    """The action was done or stopped before; it can be opened again first."""

    def __init__(self, state: ActionState) -> None:
        super().__init__(state)
        self.state = state


class ActionStillOpen(RuleBroken):
    """Only what was done or stopped can be opened again."""


class ActionNotDone(RuleBroken):
    """What it brought is noted only once it is done."""


class AlreadySo(RuleBroken):
    """It is due on that date, or that person has it, already; `kind` says which."""

    def __init__(self, kind: UpdateKind) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Update:
    """One dated line in an action's history; `due` and `owner` are what it changed to."""

    id: str
    kind: UpdateKind
    at: DateTime
    text: str = ""
    due: Date | None = None
    owner: str = ""


_STATE_AFTER = {
    UpdateKind.DONE: ActionState.DONE,
    UpdateKind.STOPPED: ActionState.STOPPED,
    UpdateKind.REOPENED: ActionState.OPEN,
    UpdateKind.ON_COURSE: ActionState.OPEN,
    UpdateKind.MOVED: ActionState.OPEN,
    UpdateKind.HANDED_OVER: ActionState.OPEN,
}
"""What a line says of the state; notes and results say nothing of it.

In a merged history a move may stand behind an ending that another file knew: the newer line wins.
"""

_ON_ANY = frozenset({UpdateKind.NOTE, UpdateKind.RESULT, UpdateKind.REOPENED})


@dataclass(frozen=True, slots=True)
class ActionItem:
    """What was agreed on one selected idea.

    `owner` and `due` are empty until acceptable; what was typed stands beside them, so that
    a killed terminal loses no keystroke.
    """

    id: str
    idea_id: str
    owner: str = ""
    due: Date | None = None
    first_step: str = ""
    owner_typed: str = ""
    due_typed: str = ""
    updates: tuple[Update, ...] = ()

    @property
    def state(self) -> ActionState:
        """Open, done or stopped, after the last line that says so."""
        for update in reversed(self.updates):
            state = _STATE_AFTER.get(update.kind)
            if state is not None:
                return state
        return ActionState.OPEN

    @property
    def owners(self) -> tuple[str, ...]:
        """Who has it or had it, in the order in which it was theirs."""
        handed = (line.owner for line in self.updates if line.kind is UpdateKind.HANDED_OVER)
        return tuple(dict.fromkeys((self.owner, *handed)))

    @property
    def owner_now(self) -> str:
        """Who has it now: the one agreed, or the last it was handed over to."""
        handed = [line.owner for line in self.updates if line.kind is UpdateKind.HANDED_OVER]
        return handed[-1] if handed else self.owner

    @property
    def due_now(self) -> Date | None:
        """By when it is due now: the date agreed, or the last it was moved to."""
        moved = [line.due for line in self.updates if line.kind is UpdateKind.MOVED]
        return moved[-1] if moved else self.due

    @property
    def times_moved(self) -> int:
        """How many times its date was moved."""
        return sum(line.kind is UpdateKind.MOVED for line in self.updates)

    @property
    def results(self) -> tuple[str, ...]:
        """What its owner said that it brought, in the order in which that was said."""
        told = (UpdateKind.DONE, UpdateKind.RESULT)
        return tuple(line.text for line in self.updates if line.text and line.kind in told)

    def with_update(self, update: Update) -> ActionItem:
        """Add a line to the history.

        Raises ActionEnded, ActionStillOpen for a reopening, ActionNotDone for what it brought,
        AlreadySo where nothing would change.
        """
        state = self.state
        if update.kind is UpdateKind.REOPENED and state is ActionState.OPEN:
            raise ActionStillOpen
        if update.kind is UpdateKind.RESULT and state is not ActionState.DONE:
            raise ActionNotDone
        if update.kind not in _ON_ANY and state is not ActionState.OPEN:
            raise ActionEnded(state)
        moved_nowhere = update.kind is UpdateKind.MOVED and update.due == self.due_now
        handed_to_same = update.kind is UpdateKind.HANDED_OVER and update.owner == self.owner_now
        if moved_nowhere or handed_to_same:
            raise AlreadySo(update.kind)
        return replace(self, updates=(*self.updates, update))

    def standing(self, today: Date) -> Standing:
        """How it stands today."""
        state = self.state
        if state is ActionState.DONE:
            return Standing.DONE
        if state is ActionState.STOPPED:
            return Standing.STOPPED
        due = self.due_now
        if due is None:
            return Standing.RUNNING
        days = due.toordinal() - today.toordinal()
        if days < 0:
            return Standing.OVERDUE
        return Standing.DUE_SOON if days <= SOON_DAYS else Standing.RUNNING


def with_action(actions: tuple[ActionItem, ...], action: ActionItem) -> tuple[ActionItem, ...]:
    """Put an action in the place of the one with its id, or add it."""
    if all(known.id != action.id for known in actions):
        return (*actions, action)
    return tuple(action if known.id == action.id else known for known in actions)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An action as the register shows it: with the idea and the meeting it came from.

    `number` is the short one a person calls it by, the same for ever within one file; 0 outside.
    """

    action: ActionItem
    idea_number: int
    idea_text: str
    question: str
    meeting_id: str
    meeting_title: str
    closed_at: DateTime | None
    zone: str
    number: int = 0


_PRESSING = {standing: rank for rank, standing in enumerate(Standing)}


def most_pressing_first(agreements: tuple[Agreement, ...], today: Date) -> tuple[Agreement, ...]:
    """Overdue first, then by due date; what has ended comes last."""

    def rank(agreement: Agreement) -> tuple[int, str, str, int]:
        action = agreement.action
        due = action.due_now
        return (
            _PRESSING[action.standing(today)],
            due.isoformat() if due else "9999",
            agreement.meeting_title,
            agreement.idea_number,
        )

    return tuple(sorted(agreements, key=rank))
