"""What became of all meetings, in numbers."""

from __future__ import annotations

from socinno_tui.domain.results import MeetingResults, results_of
from socinno_tui.service.clock import Clock
from socinno_tui.store.store import Store


class Results:
    """The results of every closed meeting. Raises a StoreRefused."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[MeetingResults, ...]:
        """Give them in the order in which the meetings were closed."""
        return results_of(
            self._store.meeting_facts(), self._store.agreements.read(), self._clock.today()
        )
