"""Phones let in by a process of its own: what it looks at while the meeting goes on elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from pendulum import DateTime

from socinno_tui.service.answering_phones import AnswersPhones
from socinno_tui.service.clock import Clock
from socinno_tui.service.doors import AFTER_CLOSE
from socinno_tui.service.phone_door import MeetingOnFile
from socinno_tui.store.errors import MeetingUnknown
from socinno_tui.store.phones import PhoneRows


class PhonesBeside:
    """Tells phones of what the window of the meeting wrote, and that window how many are in.

    `counted` is called when another number of phones is in.
    """

    def __init__(
        self,
        answering: AnswersPhones,
        on_file: MeetingOnFile,
        clock: Clock,
        rows: PhoneRows,
        counted: Callable[[int], None],
    ) -> None:
        self._answering = answering
        self._on_file = on_file
        self._clock = clock
        self._rows = rows
        self._counted = counted
        self._seen = on_file()
        self._phones = -1
        self._closed_at: DateTime | None = None

    def look(self) -> bool:
        """Look once more. Whether phones still have something to do or to read in the meeting: not
        when it was thrown away, nor long after it was closed.

        Raises a StoreRefused where the file cannot be looked at just now.
        """
        try:
            meeting = self._on_file()
        except MeetingUnknown:
            return False
        if meeting is not self._seen:
            self._seen = meeting
            self._answering.changed()
        self._count()
        if not self._on_file.is_closed:
            return True
        now = self._clock.now()
        self._closed_at = self._closed_at or now
        return now - self._closed_at < AFTER_CLOSE

    def _count(self) -> None:
        phones = self._answering.phones
        if phones != self._phones:
            self._rows.count_phones(self._seen.id, phones)
            self._phones = phones
            self._counted(phones)
