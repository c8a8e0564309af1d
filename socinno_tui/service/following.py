"""A meeting that another window runs, only looked at: nothing is written, nothing is held."""

from __future__ import annotations

from pathlib import Path

from socinno_tui.domain.following import as_last_heard, is_left_alone, meeting_to_follow
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.service.clock import Clock
from socinno_tui.store.errors import MeetingUnknown, StoreRefused
from socinno_tui.store.store import Store


class Following:
    """The meeting under way in a file, or the one asked for, as it stands at the last look.

    Whatever happens to the file, what was seen last stays: it may be locked for a moment, put
    back from a copy, or not be there yet. `phones` tells where they come in, if they do.
    """

    def __init__(self, path: Path, clock: Clock, meeting_id: str = "") -> None:
        self.clock = clock
        self.meeting: Meeting | None = None
        self.is_left_alone = False
        self.phones = PhonesNow()
        self._path = path
        self._asked = meeting_id
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        self._version: int | None = None
        self._found: Meeting | None = None
        self._way_in = PhonesNow()

    def look(self) -> bool:
        """Look at the file once more. Whether anything is to be shown anew."""
        before = self.meeting, self.is_left_alone, self.phones
        try:
            self._read()
        except StoreRefused:
            # Looked at again from the beginning: the file may be another by then.
            self._let_go()
        self._settle()
        return before != (self.meeting, self.is_left_alone, self.phones)

    def close(self) -> None:
        """Let go of the file."""
        self._let_go()

    def _read(self) -> None:
        file = _identity(self._path)
        if file != self._file:
            self._let_go()
        if file is None:
            return
        if self._store is None:
            self._store = Store.open_to_read(self._path)
            self._file = file
        version = self._store.data_version()
        if version != self._version:
            self._found = self._chosen(self._store)
            self._way_in = _way_in(self._store, self._found)
            # Only now: what was refused halfway is read again at the next look.
            self._version = version

    def _chosen(self, store: Store) -> Meeting | None:
        followed = self._found.id if self._found is not None else ""
        chosen = self._asked or meeting_to_follow(store.standings(), self.clock.now(), followed)
        try:
            return store.meeting(chosen) if chosen else None
        except MeetingUnknown:
            return None

    def _settle(self) -> None:
        found = self._found
        self.is_left_alone = found is not None and is_left_alone(found, self.clock.now())
        self.phones = PhonesNow() if self.is_left_alone else self._way_in
        self.meeting = as_last_heard(found) if found and self.is_left_alone else found

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = self._file = self._version = None


def _way_in(store: Store, meeting: Meeting | None) -> PhonesNow:
    """Where phones come in, and nothing else of their door: how many are in, its window knows."""
    door = store.phones.door(meeting.id) if meeting is not None else None
    if door is None or not door.is_open:
        return PhonesNow()
    return PhonesNow(address=door.address, port=door.port, code=door.code)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a path leads to now: another one may have been put in its place."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
