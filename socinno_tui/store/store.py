"""The one file: whole meetings in and out, one transaction a change."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pendulum import Date
from sqlite_utils import Database

from socinno_tui.domain.action import ActionItem, ActionState, Agreement, Update
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.following import MeetingStanding
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Arrived
from socinno_tui.domain.results import MeetingFacts
from socinno_tui.domain.review import Review
from socinno_tui.domain.summary import MeetingSummary, most_pressing_first
from socinno_tui.store import queries
from socinno_tui.store.cells import Cell, Row, maybe_date_text
from socinno_tui.store.changes import Change, Part, PartTable, changed_parts
from socinno_tui.store.connection import (
    LOOK_MILLISECONDS,
    only_read,
    opened,
    reading,
    told,
    writing,
)
from socinno_tui.store.errors import ActionUnknown, MeetingUnknown, RowRefused
from socinno_tui.store.hold import Hold
from socinno_tui.store.phones import KeptAside, PhoneRows
from socinno_tui.store.rows import (
    action_row,
    break_row,
    dot_count_row,
    dot_round_row,
    idea_row,
    laid_aside_row,
    meeting_row,
    participant_row,
    review_row,
    room_check_row,
    silent_round_row,
    time_box_row,
    topic_row,
    turn_row,
    update_row,
)
from socinno_tui.store.values import (
    action_from,
    actions_from,
    agreement_from,
    facts_from,
    meeting_from,
    review_from,
    standing_from,
    summary_from,
    update_from,
)

TOPICS: Final = PartTable("topics", topic_row)
PARTICIPANTS: Final = PartTable("participants", participant_row)
ROOM_CHECKS: Final = PartTable("room_checks", room_check_row)
TIME_BOXES: Final = PartTable("time_boxes", time_box_row)
IDEAS: Final = PartTable("ideas", idea_row, placed=False)
TURNS: Final = PartTable("turns", turn_row)
BREAKS: Final = PartTable("breaks", break_row)
REVIEWS: Final = PartTable("reviews", review_row, placed=False)
LAID_ASIDE: Final = PartTable("laid_aside", laid_aside_row, placed=False)
DOT_ROUNDS: Final = PartTable("dot_rounds", dot_round_row, placed=False)
DOT_COUNTS: Final = PartTable("dot_counts", dot_count_row, placed=False)
SILENT_ROUNDS: Final = PartTable("silent_rounds", silent_round_row, placed=False)
ACTIONS: Final = PartTable("actions", action_row, in_meeting=False)


class Store:
    """Meetings in one SQLite file. Every method raises a StoreRefused when the file refuses;
    a change is then not made at all.
    """

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self.path = path
        self.phones = PhoneRows(db, path)

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

    # Whole meetings

    def write(self, before: Meeting | None, after: Meeting) -> None:
        """Write what differs between two values of a meeting; all of it when there was none.

        A line of an action's history that `after` lacks stays: a history only grows.
        Raises ClosedByGate where the gate in the file holds, MeetingUnknown when another window
        threw the meeting away, RowRefused when one that is new is there already.
        """
        with writing(self._db, self.path):
            if before is None:
                before = self._begun(after)
            else:
                self._check_there(after.id)
            self._write_changes(before, after)

    def write_counted(
        self, before: Meeting, counted: Callable[[Mapping[str, int]], Meeting]
    ) -> Meeting:
        """Write what a round of dots comes to, and give it: `counted` makes it of the dots that
        phones gave, by idea. None is given in between, and the ballots go with the round.

        Raises what `write` and `counted` raise.
        """
        begun = before.dot_round
        with writing(self._db, self.path):
            self._check_there(before.id)
            after = counted({} if begun is None else self.phones.totals(begun.id))
            self._write_changes(before, after)
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
            self._check_there(before.id)
            arrived = self.phones.arrived(before.id)
            after = change(arrived)
            self._write_changes(before, after)
            self.phones.settle(arrived, after)
        return after

    def meeting(self, meeting_id: str) -> Meeting:
        """Read a whole meeting. Raises MeetingUnknown."""
        with reading(self._db, self.path):
            return self._meeting(meeting_id)

    def meetings(self) -> tuple[Meeting, ...]:
        """Read every meeting whole, in the order in which they were begun."""
        with reading(self._db, self.path):
            ids = [str(row["id"]) for row in self._all(queries.MEETING_IDS)]
            return tuple(self._meeting(meeting_id) for meeting_id in ids)

    def put(self, changes: Sequence[tuple[Meeting | None, Meeting]]) -> None:
        """Put whole meetings in the place of what was there before, None for nothing: all or none.

        What phones brought stays beside them: the ideas that wait are nowhere else. Raises
        RowRefused when one is not as it was, ClosedByGate where the gate holds.
        """
        with writing(self._db, self.path):
            for before, after in changes:
                there = bool(self._all(queries.MEETING, id=after.id))
                if there != (before is not None) or (there and self._meeting(after.id) != before):
                    raise RowRefused("a meeting has changed in the meantime")
                kept = self.phones.kept_aside(after.id)
                self._db.execute("DELETE FROM meetings WHERE id = ?", [after.id])
                begun = self._begun(after)
                self._write_parts(begun, after)
                self._update("meetings", [meeting_row(after)])
                self.phones.put_back(kept, after)

    def delete(self, meeting_id: str) -> KeptAside:
        """Throw a meeting away with all that is in it; one that is not there changes nothing.

        What phones brought to it is given, for `put_back`: it is nowhere else any more.
        """
        with writing(self._db, self.path):
            kept = self.phones.kept_aside(meeting_id)
            self._db.execute("DELETE FROM meetings WHERE id = ?", [meeting_id])
        self.phones.wipe()
        return kept

    def put_back(self, meeting: Meeting, kept: KeptAside) -> None:
        """Put a whole meeting in that was thrown away, with what phones brought to it.

        Raises RowRefused when it is there already.
        """
        with writing(self._db, self.path):
            self._write_changes(self._begun(meeting), meeting)
            self.phones.put_back(kept, meeting)

    def standings(self) -> tuple[MeetingStanding, ...]:
        """Give where every meeting stands, in no order."""
        with reading(self._db, self.path):
            return tuple(standing_from(row) for row in self._all(queries.STANDINGS))

    def latest_closing(self) -> str | None:
        """Give the meeting whose closing was broken off, the latest one if there are more."""
        with told(self.path):
            found = self._all(queries.LATEST_IN_PHASE, phase=Phase.CLOSING.value)
        return str(found[0]["id"]) if found else None

    def summaries(self, today: Date) -> tuple[MeetingSummary, ...]:
        """Give each meeting in one line, the most pressing first."""
        with reading(self._db, self.path):
            rows = self._all(queries.SUMMARIES, today=today.isoformat())
            return most_pressing_first(tuple(summary_from(row) for row in rows))

    # Agreements

    def agreements(
        self,
        meeting_id: str | None = None,
        *,
        states: Iterable[ActionState] = (),
        until: Date | None = None,
    ) -> tuple[Agreement, ...]:
        """Give what was agreed in one closed meeting, or in all of them: in these states, or in
        any when none is named, and due until a date.
        """
        named = " ".join(state.value for state in states)
        with reading(self._db, self.path):
            rows = self._all(
                queries.AGREEMENTS, id=meeting_id, states=named, until=maybe_date_text(until)
            )
            return self._agreements(rows)

    def agreement_called(self, number: int) -> Agreement | None:
        """Give the agreement in a closed meeting that has this number, if there is one."""
        with reading(self._db, self.path):
            found = self._agreements(self._all(queries.AGREEMENT_CALLED, number=number))
            return found[0] if found else None

    def meeting_facts(self) -> tuple[MeetingFacts, ...]:
        """Give what is known of each closed meeting as a whole, in the order of closing."""
        with reading(self._db, self.path):
            rows = self._all(queries.TALKED + queries.MEETING_FACTS)
            return tuple(facts_from(row) for row in rows)

    def owners(self) -> tuple[str, ...]:
        """Give everyone who has an agreement now, ended ones too, in no order."""
        with told(self.path):
            return tuple(str(row["owner_now"]) for row in self._all(queries.OWNERS))

    def action(self, action_id: str) -> ActionItem:
        """Read one action with its history. Raises ActionUnknown."""
        with reading(self._db, self.path):
            return self._action(action_id)

    def add_update(self, action_id: str, update: Update) -> None:
        """Add one dated line to an action's history. Raises ActionUnknown, and what its rule
        raises: another window may have ended the action a moment ago.
        """
        with writing(self._db, self.path):
            self._action(action_id).with_update(update)
            self._insert("updates", [update_row(action_id, update)])

    def reviews(self, meeting_id: str | None = None) -> dict[str, tuple[Review, ...]]:
        """Give each meeting's reviews in the order in which they began, of one meeting or all."""
        found: dict[str, tuple[Review, ...]] = {}
        with reading(self._db, self.path):
            for row in self._all(queries.REVIEWS, id=meeting_id):
                of = str(row["meeting_id"])
                found[of] = (*found.get(of, ()), review_from(row))
        return found

    def keep_reviews(self, reviews: Iterable[tuple[str, Review]]) -> None:
        """Keep reviews, each with the id of its meeting, as they are now: all of them or none."""
        rows = [{**review_row(review), "meeting_id": of} for of, review in reviews]
        if rows:
            with writing(self._db, self.path):
                self._db.conn.executemany(queries.KEEP_REVIEW, rows)

    # Rows

    def _agreements(self, rows: list[dict[str, Cell]]) -> tuple[Agreement, ...]:
        ids = json.dumps([row["id"] for row in rows])
        actions = actions_from(rows, self._all(queries.AGREEMENT_UPDATES, ids=ids))
        return tuple(agreement_from(row, action) for row, action in zip(rows, actions, strict=True))

    def _meeting(self, meeting_id: str) -> Meeting:
        found = self._all(queries.MEETING, id=meeting_id)
        if not found:
            raise MeetingUnknown(meeting_id)
        parts = {name: self._all(sql, id=meeting_id) for name, sql in queries.PARTS.items()}
        return meeting_from(found[0], parts)

    def _action(self, action_id: str) -> ActionItem:
        found = self._all(queries.ACTION, id=action_id)
        if not found:
            raise ActionUnknown(action_id)
        updates = self._all(queries.ACTION_UPDATES, id=action_id)
        return action_from(found[0], [update_from(row) for row in updates])

    def _begun(self, meeting: Meeting) -> Meeting:
        """Put a meeting in without its parts, and give it so.

        The gate lets none in that is closed already: its agreements come first.
        """
        phase = Phase.CLOSING if meeting.phase is Phase.FOLLOW_UP else meeting.phase
        begun = replace(
            meeting,
            phase=phase,
            topics=(),
            participants=(),
            room_checks=(),
            agenda=replace(meeting.agenda, boxes=()),
            ideas=(),
            turns=(),
            breaks=(),
            actions=(),
            reviews=(),
            laid_aside=(),
            dot_round=None,
            silent_round=None,
        )
        self._insert("meetings", [meeting_row(begun)])
        return begun

    def _check_there(self, meeting_id: str) -> None:
        if not self._all(queries.MEETING, id=meeting_id):
            raise MeetingUnknown(meeting_id)

    def _write_changes(self, before: Meeting, after: Meeting) -> None:
        self._write_parts(before, after)
        row = meeting_row(after)
        if row != meeting_row(before):
            self._update("meetings", [row])

    def _write_parts(self, before: Meeting, after: Meeting) -> None:
        self._write(TOPICS, after.id, before.topics, after.topics)
        self._write(PARTICIPANTS, after.id, before.participants, after.participants)
        self._write(ROOM_CHECKS, after.id, before.room_checks, after.room_checks)
        self._write(TIME_BOXES, after.id, before.agenda.boxes, after.agenda.boxes)
        self._insert("dots", _dot_rows(self._write(IDEAS, after.id, before.ideas, after.ideas)))
        self._write(TURNS, after.id, before.turns, after.turns)
        self._write(BREAKS, after.id, before.breaks, after.breaks)
        self._write(REVIEWS, after.id, before.reviews, after.reviews)
        self._write(LAID_ASIDE, after.id, before.laid_aside, after.laid_aside)
        self._write_dot_round(after.id, before.dot_round, after.dot_round)
        silences = _if_any(before.silent_round), _if_any(after.silent_round)
        self._write(SILENT_ROUNDS, after.id, *silences)
        actions = self._write(ACTIONS, after.id, before.actions, after.actions)
        self._insert("updates", _update_rows(actions))

    def _write_dot_round(
        self, meeting_id: str, before: DotRound | None, after: DotRound | None
    ) -> None:
        self._write(DOT_ROUNDS, meeting_id, _if_any(before), _if_any(after))
        counts, counts_now = (() if one is None else one.counts for one in (before, after))
        self._write(DOT_COUNTS, meeting_id, counts, counts_now)

    def _write(
        self,
        table: PartTable[Part],
        meeting_id: str,
        before: Sequence[Part],
        after: Sequence[Part],
    ) -> tuple[Change[Part], ...]:
        if before is after:
            return ()
        changes, gone = changed_parts(before, after, placed=table.placed)

        def row(place: int, part: Part) -> Row:
            cells = table.row(part)
            if table.placed:
                cells["position"] = place
            if table.in_meeting:
                cells["meeting_id"] = meeting_id
            return cells

        new: list[Row] = []
        other: list[Row] = []
        for change in changes:
            now = row(change.place, change.part)
            if change.part_before is None or change.place_before is None:
                new.append(now)
            elif now != row(change.place_before, change.part_before):
                other.append(now)
        if gone:
            self._db.conn.executemany(
                f"DELETE FROM {table.name} WHERE id = ?", [(part_id,) for part_id in gone]
            )
        self._insert(table.name, new)
        self._update(table.name, other)
        return changes

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            names = ", ".join(rows[0])
            cells = ", ".join(f":{name}" for name in rows[0])
            self._db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({cells})", rows)

    def _update(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            assigned = ", ".join(f"{name} = :{name}" for name in rows[0] if name != "id")
            done = self._db.conn.executemany(f"UPDATE {table} SET {assigned} WHERE id = :id", rows)
            if done.rowcount != len(rows):
                raise RowRefused(f"a row to change is not in {table}")

    def _all(self, sql: str, **named: Cell) -> list[dict[str, Cell]]:
        # A list: an unread cursor would keep reading from an old snapshot.
        return list(self._db.query(sql, named))


def _if_any(part: Part | None) -> tuple[Part, ...]:
    return () if part is None else (part,)


def _dot_rows(changes: Iterable[Change[Idea]]) -> list[Row]:
    given = (
        (change.part.id, change.part.dots - (change.part_before.dots if change.part_before else 0))
        for change in changes
    )
    return [{"idea_id": idea_id, "change": dots} for idea_id, dots in given if dots]


def _update_rows(changes: Iterable[Change[ActionItem]]) -> list[Row]:
    rows: list[Row] = []
    for change in changes:
        known = {line.id for line in change.part_before.updates} if change.part_before else set()
        rows += (
            update_row(change.part.id, line) for line in change.part.updates if line.id not in known
        )
    return rows
