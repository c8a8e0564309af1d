"""The register: what was agreed across all meetings, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from pendulum import Date

from socinno_tui.domain.action import (
    SOON_DAYS,
    ActionItem,
    ActionState,
    Agreement,
    Standing,
    Update,
    UpdateKind,
    most_pressing_first,
)
from socinno_tui.domain.due_date import parse_due_date
from socinno_tui.domain.owner import owner_name
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.domain.text import clean, required
from socinno_tui.service.clock import Clock
from socinno_tui.service.identifiers import new_id
from socinno_tui.store.store import Store

PRESSING = frozenset({Standing.OVERDUE, Standing.DUE_SOON})
"""What is shown on coming back, before anything else."""

_STATE_OF = {Standing.DONE: ActionState.DONE, Standing.STOPPED: ActionState.STOPPED}

LONGEST_LINE = 500
"""How many characters a line in a history has at most."""

RUNNING = PRESSING | {Standing.RUNNING}
"""Every standing in which an action still asks something of its owner."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which agreements to show; an empty field lets everything through."""

    owner: str = ""
    meeting_id: str = ""
    standings: frozenset[Standing] = frozenset()
    due_by: Date | None = None

    @property
    def states(self) -> frozenset[ActionState]:
        """The states that its standings can have; empty lets everything through."""
        return frozenset(_STATE_OF.get(standing, ActionState.OPEN) for standing in self.standings)

    def until(self, today: Date) -> Date | None:
        """The last date on which anything it lets through is due, if there is one."""
        soon = today.add(days=SOON_DAYS) if self.standings and self.standings <= PRESSING else None
        return min((date for date in (soon, self.due_by) if date is not None), default=None)

    def lets_through(self, agreement: Agreement, today: Date) -> bool:
        """Whether an agreement is shown on this day."""
        action = agreement.action
        return (
            (not self.owner or action.owner_now == self.owner)
            and (not self.meeting_id or agreement.meeting_id == self.meeting_id)
            and (not self.standings or action.standing(today) in self.standings)
            and (self.due_by is None or _is_due_by(action, self.due_by))
        )


def _is_due_by(action: ActionItem, date: Date) -> bool:
    due = action.due_now
    return due is not None and due <= date


class Register:
    """Agreements across meetings. Each command adds one dated line to an action's history;
    nothing is overwritten. All raise a StoreRefused, ActionEnded where the action has ended.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @property
    def today(self) -> Date:
        """The local calendar date the standings are reckoned from."""
        return self._clock.today()

    def agreements(self, chosen: Filter | None = None) -> tuple[Agreement, ...]:
        """Give the agreements that a filter lets through, the most pressing first."""
        today = self.today
        shown = chosen or Filter()
        found = self._store.agreements.read(
            shown.meeting_id or None, states=shown.states, until=shown.until(today)
        )
        return most_pressing_first(
            tuple(agreement for agreement in found if shown.lets_through(agreement, today)),
            today,
        )

    def called(self, number: int) -> Agreement | None:
        """Give the agreement that has this short number, if there is one."""
        return self._store.agreements.called(number)

    def pressing(self) -> tuple[Agreement, ...]:
        """Give what is overdue or due within seven days, across all meetings."""
        return self.agreements(Filter(standings=PRESSING))

    def reviews_due(self) -> tuple[MeetingSummary, ...]:
        """Give the meetings whose agreements are to be looked at again today, or were before."""
        today = self.today
        return tuple(one for one in self._store.summaries(today) if one.is_review_due(today))

    def owners(self) -> tuple[str, ...]:
        """Give everyone who has an agreement now, ended ones too, in alphabetical order."""
        return tuple(sorted(self._store.agreements.owners(), key=str.casefold))

    def names_for(self, agreement: Agreement) -> tuple[str, ...]:
        """Give who could take an agreement over: those invited to its meeting, then all owners."""
        invited = [one.name for one in self._store.meeting(agreement.meeting_id).participants]
        names = dict.fromkeys((*invited, *self.owners()))
        return tuple(name for name in names if name != agreement.action.owner_now)

    def note(self, action_id: str, text: str) -> None:
        """Write down how it stands. Raises TextMissing, TextTooLong."""
        self._add(action_id, UpdateKind.NOTE, required(text, limit=LONGEST_LINE))

    def on_course(self, action_id: str, text: str = "") -> None:
        """Say that it is on course, with a note if there is one. Raises TextTooLong."""
        self._add(action_id, UpdateKind.ON_COURSE, clean(text, limit=LONGEST_LINE))

    def result(self, action_id: str, text: str) -> None:
        """Write down what it brought. Raises ActionNotDone, TextMissing, TextTooLong."""
        self._add(action_id, UpdateKind.RESULT, required(text, limit=LONGEST_LINE))

    def done(self, action_id: str, result: str = "") -> None:
        """Say that it is done, and what it brought if that is known. Raises TextTooLong."""
        self._add(action_id, UpdateKind.DONE, clean(result, limit=LONGEST_LINE))

    def stop(self, action_id: str, reason: str) -> None:
        """Stop it, with a reason. Raises TextMissing, TextTooLong."""
        self._add(action_id, UpdateKind.STOPPED, required(reason, limit=LONGEST_LINE))

    def reopen(self, action_id: str) -> None:
        """Open what was done or stopped again. Raises ActionStillOpen."""
        self._add(action_id, UpdateKind.REOPENED, "")

    def new_date(self, action_id: str, due_text: str) -> Date:
        """Give the date it could be moved to. Raises DueDateRefused, AlreadySo."""
        due = parse_due_date(due_text, today=self.today)
        self._line(action_id, UpdateKind.MOVED, "", due=due)
        return due

    def move(self, action_id: str, due_text: str, reason: str) -> None:
        """Move it to a new date, with a reason.

        Raises DueDateRefused, AlreadySo, TextMissing, TextTooLong.
        """
        due = parse_due_date(due_text, today=self.today)
        why = required(reason, limit=LONGEST_LINE)
        self._add(action_id, UpdateKind.MOVED, why, due=due)

    def hand_over(self, action_id: str, owner_text: str) -> None:
        """Hand it over to one other person. Raises OwnerRefused, AlreadySo."""
        owner = owner_name(owner_text, others=self.owners())
        self._add(action_id, UpdateKind.HANDED_OVER, "", owner=owner)

    def _add(
        self,
        action_id: str,
        kind: UpdateKind,
        text: str,
        *,
        due: Date | None = None,
        owner: str = "",
    ) -> None:
        self._store.agreements.add_update(
            action_id, self._line(action_id, kind, text, due=due, owner=owner)
        )

    def _line(
        self,
        action_id: str,
        kind: UpdateKind,
        text: str,
        *,
        due: Date | None = None,
        owner: str = "",
    ) -> Update:
        """Give the line to add, allowed by the rules of the action it belongs to."""
        action = self._store.agreements.action(action_id)
        # A clock set back would put this line before what it answers to.
        at = max((self._clock.now(), *(line.at for line in action.updates)))
        update = Update(new_id(), kind, at, text, due, owner)
        action.with_update(update)
        return update
