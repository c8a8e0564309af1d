"""The register: what was agreed across all meetings, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from pendulum import Date

from socinno_tui.domain.action import (
    Agreement,
    Standing,
    Update,
    UpdateKind,
    most_pressing_first,
)
from socinno_tui.domain.due_date import parse_due_date
from socinno_tui.domain.owner import owner_name
from socinno_tui.domain.text import clean, required
from socinno_tui.service.clock import Clock
from socinno_tui.service.open_meeting import new_id
from socinno_tui.store.store import Store

PRESSING = frozenset({Standing.OVERDUE, Standing.DUE_SOON})
"""What is shown on coming back, before anything else."""

RUNNING = PRESSING | {Standing.RUNNING}
"""Every standing in which an action still asks something of its owner."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which agreements to show; an empty field lets everything through."""

    owner: str = ""
    meeting_id: str = ""
    standings: frozenset[Standing] = frozenset()

    def lets_through(self, agreement: Agreement, today: Date) -> bool:
        """Whether an agreement is shown on this day."""
        action = agreement.action
        return (
            (not self.owner or action.owner_now == self.owner)
            and (not self.meeting_id or agreement.meeting_id == self.meeting_id)
            and (not self.standings or action.standing(today) in self.standings)
        )


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
        found = self._store.agreements(shown.meeting_id or None)
        return most_pressing_first(
            tuple(agreement for agreement in found if shown.lets_through(agreement, today)),
            today,
        )

    def pressing(self) -> tuple[Agreement, ...]:
        """Give what is overdue or due within seven days, across all meetings."""
        return self.agreements(Filter(standings=PRESSING))

    def owners(self) -> tuple[str, ...]:
        """Give everyone who has, or had, an action now, in alphabetical order."""
        names = {agreement.action.owner_now for agreement in self._store.agreements()}
        return tuple(sorted(names, key=str.casefold))

    def note(self, action_id: str, text: str) -> None:
        """Write down how it stands. Raises TextMissing."""
        self._add(action_id, UpdateKind.NOTE, required(text))

    def done(self, action_id: str, result: str = "") -> None:
        """Say that it is done, and what it brought if that is known."""
        self._add(action_id, UpdateKind.DONE, clean(result))

    def stop(self, action_id: str, reason: str) -> None:
        """Stop it, with a reason. Raises TextMissing."""
        self._add(action_id, UpdateKind.STOPPED, required(reason))

    def reopen(self, action_id: str, reason: str = "") -> None:
        """Open what was done or stopped again. Raises ActionStillOpen."""
        self._add(action_id, UpdateKind.REOPENED, clean(reason))

    def move(self, action_id: str, due_text: str, reason: str) -> None:
        """Move it to a new date, with a reason. Raises DueDateRefused, TextMissing."""
        due = parse_due_date(due_text, today=self.today)
        self._add(action_id, UpdateKind.MOVED, required(reason), due=due)

    def hand_over(self, action_id: str, owner_text: str, reason: str = "") -> None:
        """Hand it over to one other person. Raises OwnerRefused."""
        owner = owner_name(owner_text, others=self.owners())
        self._add(action_id, UpdateKind.HANDED_OVER, clean(reason), owner=owner)

    def _add(
        self,
        action_id: str,
        kind: UpdateKind,
        text: str,
        *,
        due: Date | None = None,
        owner: str = "",
    ) -> None:
        update = Update(new_id(), kind, self._clock.now(), text, due, owner)
        self._store.action(action_id).with_update(update)
        self._store.add_update(action_id, update)
