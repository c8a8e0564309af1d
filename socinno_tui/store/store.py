"""The one file: whole meetings in and out, one transaction a change."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pendulum import Date
from sqlite_utils import Database

from socinno_tui.domain.following import MeetingStanding
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Arrived
from socinno_tui.domain.results import MeetingFacts
from socinno_tui.domain.summary import MeetingSummary, most_pressing_first
from socinno_tui.store import queries
from socinno_tui.store.agreements import AgreementRows
from socinno_tui.store.connection import only_read, opened
from socinno_tui.store.errors import RowRefused
from socinno_tui.store.hold import Hold
from socinno_tui.store.meetings import MeetingRows
from socinno_tui.store.phones import KeptAside, PhoneRows
from socinno_tui.store.queries import asked
from socinno_tui.store.transactions import LOOK_MILLISECONDS, reading, told, writing
from socinno_tui.store.values import facts_from, standing_from, summary_from


class Store:
    """Meetings in one SQLite file. Every method raises a StoreRefused when the file refuses;
    a change is then not made at all.
    """

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self.path = path
        self.agreements = AgreementRows(db, path)
        self.phones = PhoneRows(db, path)
        self._rows = MeetingRows(db)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a file, or make it. Raises FolderMissing, NotADatabase, NotOurDatabase,
        NewerDatabase, DatabaseReadOnly, DiskFull, DatabaseBusy.
        """
        store = cls(opened(path), path)
        # A program that was killed may have left there what was thrown away.
        store.phones.wipe()
        return store

    @classmethod
    def open_to_read(cls, path: Path) -> Store:
        """Open a file to follow what another window writes: nothing here can be written, nor held.

        Raises what `open` raises, and OlderDatabase.
        """
        return cls(only_read(path), path)

    def close(self) -> None:
        """Let go of the file, with everything in it and nothing left beside it to be copied along.

        SQLite tidies up by itself only for who lets go last, and not while a room looks on.
        """
        with contextlib.suppress(sqlite3.Error):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._db.close()

    def data_version(self) -> int:
        """A number that moves when another connection changed the file; own changes do not."""
        with told(self.path):
            (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def hold(self, meeting_id: str) -> Hold:
        """Hold a meeting to write it. Raises MeetingHeld while another window does,
        DatabaseReadOnly or DiskFull where no hold can be taken at all.
        """
        return Hold(self.path, meeting_id)

    def write(self, before: Meeting | None, after: Meeting) -> None:
        """Write what differs between two values of a meeting; all of it when there was none.

        A line of an action's history that `after` lacks stays: a history only grows.
        Raises ClosedByGate where the gate in the file holds, MeetingUnknown when another window
        threw the meeting away, RowRefused when one that is new is there already.
        """
        with writing(self._db, self.path):
            if before is None:
                self._rows.put_in(after)
            else:
                self._rows.check_there(after.id)
                self._rows.write(before, after)

    def write_counted(
        self, before: Meeting, counted: Callable[[Mapping[str, int]], Meeting]
    ) -> Meeting:
        """Write what a round of dots comes to, and give it: `counted` makes it of the dots that
        phones gave, by idea. None is given in between, and the ballots go with the round.

        Raises what `write` and `counted` raise.
        """
        begun = before.dot_round
        with writing(self._db, self.path):
            self._rows.check_there(before.id)
            after = counted({} if begun is None else self.phones.ballots.totals(begun.id))
            self._rows.write(before, after)
        return after

    def write_arrived(
        self, before: Meeting, change: Callable[[Arrived], Meeting], *, patient: bool = True
    ) -> Meeting:
        """Write what the meeting becomes with what phones brought, and give it: `change` makes it
        of what has arrived. Nothing else arrives in between, and nothing is withdrawn.

        Only who is `patient` waits long for another program that keeps the file locked. Raises what
        `write` and `change` raise.
        """
        wait = None if patient else LOOK_MILLISECONDS
        with writing(self._db, self.path, wait_milliseconds=wait):
            self._rows.check_there(before.id)
            arrived = self.phones.arrived(before.id)
            after = change(arrived)
            self._rows.write(before, after)
            self.phones.settle(arrived, after)
        return after

    def meeting(self, meeting_id: str) -> Meeting:
        """Read a whole meeting. Raises MeetingUnknown."""
        with reading(self._db, self.path):
            return self._rows.read(meeting_id)

    def meetings(self) -> tuple[Meeting, ...]:
        """Read every meeting whole, in the order in which they were begun."""
        with reading(self._db, self.path):
            ids = [str(row["id"]) for row in asked(self._db, queries.MEETING_IDS)]
            return tuple(self._rows.read(meeting_id) for meeting_id in ids)

    def put(self, changes: Sequence[tuple[Meeting | None, Meeting]]) -> None:
        """Put whole meetings in the place of what was there before, None for nothing: all or none.

        What phones brought stays beside them: the ideas that wait are nowhere else. Raises
        RowRefused when one is not as it was, ClosedByGate where the gate holds.
        """
        with writing(self._db, self.path):
            for before, after in changes:
                there = self._rows.is_there(after.id)
                if there != (before is not None) or (there and self._rows.read(after.id) != before):
                    raise RowRefused("a meeting has changed in the meantime")
                kept = self.phones.kept_aside(after.id)
                self._rows.throw_away(after.id)
                self._rows.put_in(after)
                self.phones.put_back(kept, after)

    def delete(self, meeting_id: str) -> KeptAside:
        """Throw a meeting away with all that is in it; one that is not there changes nothing.

        What phones brought to it is given, for `put_back`: it is nowhere else any more.
        """
        with writing(self._db, self.path):
            kept = self.phones.kept_aside(meeting_id)
            self._rows.throw_away(meeting_id)
        self.phones.wipe()
        return kept

    def put_back(self, meeting: Meeting, kept: KeptAside) -> None:
        """Put a whole meeting in that was thrown away, with what phones brought to it.

        Raises RowRefused when it is there already.
        """
        with writing(self._db, self.path):
            self._rows.put_in(meeting)
            self.phones.put_back(kept, meeting)

    def standings(self) -> tuple[MeetingStanding, ...]:
        """Give where every meeting stands, in no order."""
        with reading(self._db, self.path):
            return tuple(standing_from(row) for row in asked(self._db, queries.STANDINGS))

    def latest_closing(self) -> str | None:
        """Give the meeting whose closing was broken off, the latest one if there are more."""
        with told(self.path):
            found = asked(self._db, queries.LATEST_IN_PHASE, phase=Phase.CLOSING.value)
        return str(found[0]["id"]) if found else None

    def summaries(self, today: Date) -> tuple[MeetingSummary, ...]:
        """Give each meeting in one line, the most pressing first."""
        with reading(self._db, self.path):
            rows = asked(self._db, queries.SUMMARIES, today=today.isoformat())
            return most_pressing_first(tuple(summary_from(row) for row in rows))

    def meeting_facts(self) -> tuple[MeetingFacts, ...]:
        """Give what is known of each closed meeting as a whole, in the order of closing."""
        with reading(self._db, self.path):
            rows = asked(self._db, queries.TALKED + queries.MEETING_FACTS)
            return tuple(facts_from(row) for row in rows)
