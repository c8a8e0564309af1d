"""Whole meetings that come in: from a bundle, or from a colleague's database."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from socinno_tui.domain.bundle_errors import (
    BundleIncoherent,
    BundleTooBig,
    FileNotReadable,
    NewerBundle,
    NotABundle,
    OwnFile,
)
from socinno_tui.domain.coherence import flaws
from socinno_tui.domain.intake_plan import IntakePlan, intake_plan
from socinno_tui.domain.meeting import Meeting
from socinno_tui.intake.bundle import MOST_BYTES, cleaned, read_bundle
from socinno_tui.service.clock import Clock
from socinno_tui.store.copying import copy_database
from socinno_tui.store.errors import NewerDatabase, StoreRefused
from socinno_tui.store.store import Store
from socinno_tui.wording import bundle as _sentences  # noqa: F401  (they register here)

_SQLITE: Final = b"SQLite format 3\x00"
"""How every SQLite database begins (its file format, section 1.2)."""


class MeetingIntake:
    """Takes meetings in, in two steps: look what it would do, then do it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def look(self, path: Path) -> IntakePlan:
        """Give what taking in this file would do; nothing is written, neither here nor there.

        Raises a BundleRefused for a file that is neither, or does not hold together.
        """
        ours = {meeting.id: meeting for meeting in self._store.meetings()}
        return intake_plan(ours, self._meetings_of(path), self._clock.now())

    def take_in(self, plan: IntakePlan) -> None:
        """Do what was planned: all of it in one transaction, or nothing.

        Raises MeetingHeld for a meeting that another window has open, RowRefused when the file
        has changed since the look, or another StoreRefused.
        """
        with ExitStack() as held:
            for change in plan.to_write:
                if change.before is not None:
                    held.enter_context(self._store.hold(change.after.id))
            self._store.put([(change.before, change.after) for change in plan.to_write])

    def _meetings_of(self, path: Path) -> tuple[Meeting, ...]:
        try:
            if path.samefile(self._store.path):
                raise OwnFile(path)
            with path.open("rb") as file:
                beginning = file.read(len(_SQLITE))
                if beginning != _SQLITE:
                    size = path.stat().st_size
                    if size > MOST_BYTES:
                        raise BundleTooBig(size, MOST_BYTES)
                    return read_bundle(beginning + file.read())
        except OSError as error:
            raise FileNotReadable(path) from error
        return _of_database(path)


def is_whole_meetings(path: Path) -> bool:
    """Whether a file is a bundle or a database, rather than a list of ideas.

    Raises FileNotReadable.
    """
    try:
        with path.open("rb") as file:
            beginning = file.read(1024)
    except OSError as error:
        raise FileNotReadable(path) from error
    return beginning.startswith(_SQLITE) or beginning.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def _of_database(path: Path) -> tuple[Meeting, ...]:
    with TemporaryDirectory(prefix="socinno-intake-") as folder:
        copy = Path(folder) / "copy.db"
        try:
            # A copy, since opening would bring theirs up to date.
            copy_database(path, copy)
            theirs = Store.open(copy)
        except NewerDatabase as error:
            raise NewerBundle from error
        except StoreRefused as error:
            raise NotABundle from error
        try:
            found = tuple(cleaned(meeting) for meeting in theirs.meetings())
        except StoreRefused as error:
            raise NotABundle from error
        finally:
            theirs.close()
    for count, meeting in enumerate(found, 1):
        for place in flaws(meeting):
            raise BundleIncoherent(count, place)
    return found
