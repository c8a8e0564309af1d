"""Whole meetings that come in: from a bundle, or from a colleague's database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from socinno_tui.domain.bundle_errors import (
    BundleIncoherent,
    BundleTooBig,
    FileNotReadable,
    NewerBundle,
    NotABundle,
    OwnFile,
)
from socinno_tui.domain.coherence import flaws, ids_of
from socinno_tui.domain.intake_plan import ChangeKind, IntakePlan, intake_plan
from socinno_tui.domain.meeting import Meeting
from socinno_tui.intake.bundle import MOST_BYTES, checked, read_bundle
from socinno_tui.service.clock import Clock
from socinno_tui.service.read_file import beginning_of, bytes_of, size_of
from socinno_tui.store.errors import (
    DatabaseReadOnly,
    FolderMissing,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
)
from socinno_tui.store.foreign import meetings_in
from socinno_tui.store.store import Store
from socinno_tui.wording import bundle as _sentences  # noqa: F401  (they register here)

_SQLITE: Final = b"SQLite format 3\x00"
"""How every SQLite database begins (its file format, section 1.2)."""

_BEFORE_TEXT: Final = b"\xef\xbb\xbf \t\r\n"
_NO_TEXT: Final = frozenset(range(0x20)) - frozenset(b"\t\n\r")

MOST_OF_A_DATABASE: Final = 200 * 1024 * 1024
"""In bytes; ten thousand agreements with their histories are about 20 MB."""


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
        theirs = self._meetings_of(path)
        _check_fits(ours, theirs)
        plan = intake_plan(ours, theirs, self._clock.now())
        _check_merged(plan, theirs)
        return plan

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
        if not beginning_of(path).startswith(_SQLITE):
            return read_bundle(_whole(path, MOST_BYTES))
        if path.samefile(self._store.path):
            raise OwnFile(path)
        return checked(_of_database(path))


def is_whole_meetings(path: Path, *, or_ideas: bool = True) -> bool:
    """Whether a file is a bundle or a database, rather than a list of ideas.

    Raises FileNotReadable, and NotABundle for what is no text either unless it may be `or_ideas`:
    only then is more said of what it should be.
    """
    beginning = beginning_of(path)
    if beginning.startswith(_SQLITE) or beginning.lstrip(_BEFORE_TEXT)[:1] == b"{":
        return True
    if not or_ideas and (not beginning.strip() or _NO_TEXT.intersection(beginning)):
        raise NotABundle
    return False


def _whole(path: Path, most: int) -> bytes:
    size = size_of(path)
    if size > most:
        raise BundleTooBig(size, most)
    return bytes_of(path, most)


def _of_database(path: Path) -> tuple[Meeting, ...]:
    size = size_of(path)
    if size > MOST_OF_A_DATABASE:
        raise BundleTooBig(size, MOST_OF_A_DATABASE)
    try:
        return meetings_in(path)
    except NewerDatabase as error:
        raise NewerBundle from error
    except (FolderMissing, DatabaseReadOnly) as error:
        raise FileNotReadable(path) from error
    except (NotADatabase, NotOurDatabase) as error:
        raise NotABundle from error


def _check_fits(ours: Mapping[str, Meeting], theirs: Iterable[Meeting]) -> None:
    """Raise BundleIncoherent for a part that claims the id of one in another meeting here."""
    owner = {told: meeting.id for meeting in ours.values() for told in ids_of(meeting)}
    for count, meeting in enumerate(theirs, 1):
        if any(owner.get(told, meeting.id) != meeting.id for told in ids_of(meeting)):
            raise BundleIncoherent(count, "id")


def _check_merged(plan: IntakePlan, theirs: Sequence[Meeting]) -> None:
    """Raise BundleIncoherent where ours and theirs hold together, but not what comes of both:
    theirs has the id of a part of ours in another place.
    """
    places = {meeting.id: count for count, meeting in enumerate(theirs, 1)}
    for change in plan.of_kind(ChangeKind.CHANGED):
        known = set() if change.before is None else set(flaws(change.before))
        for place in set(flaws(change.after)) - known:
            raise BundleIncoherent(places[change.after.id], place)
