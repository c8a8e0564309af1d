"""The one file: whole meetings in and out, one transaction a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pendulum import Date
from sqlite_utils import Database

from socinno_tui.domain.action import ActionItem, Agreement, Standing, Update
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.summary import MeetingSummary, most_pressing_first
from socinno_tui.store import queries
from socinno_tui.store.changes import Changed, Part, PartTable, changed_parts
from socinno_tui.store.connection import opened, reading, told, writing
from socinno_tui.store.errors import ActionUnknown, MeetingUnknown, StoreRefused
from socinno_tui.store.hold import Hold
from socinno_tui.store.rows import (
    Cell,
    Row,
    action_from,
    action_row,
    actions_from,
    break_row,
    idea_row,
    instant_from,
    maybe_instant,
    meeting_from,
    meeting_row,
    participant_row,
    room_check_row,
    time_box_row,
    topic_row,
    turn_row,
    update_from,
    update_row,
)

TOPICS: Final = PartTable("topics", topic_row, placed=True)
PARTICIPANTS: Final = PartTable("participants", participant_row, placed=True)
ROOM_CHECKS: Final = PartTable("room_checks", room_check_row, placed=True)
TIME_BOXES: Final = PartTable("time_boxes", time_box_row, placed=True)
IDEAS: Final = PartTable("ideas", idea_row)
TURNS: Final = PartTable("turns", turn_row)
BREAKS: Final = PartTable("breaks", break_row)
ACTIONS: Final = PartTable("actions", action_row)

_OPEN: Final = frozenset({Standing.OVERDUE, Standing.DUE_SOON, Standing.RUNNING})


class Store:
    """Meetings in one SQLite file. Every method raises a StoreRefused when the file refuses;
    a change is then not made at all.
    """

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self.path = path

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a file, or make it. Raises FolderMissing, NotADatabase, NotOurDatabase,
        NewerDatabase, DatabaseReadOnly, DiskFull, DatabaseBusy.
        """
        return cls(opened(path), path)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def data_version(self) -> int:
        """A number that moves when another connection changed the file; own changes do not."""
        with told(self.path):
            (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def hold(self, meeting_id: str) -> Hold:
        """Hold a meeting to write it. Raises MeetingHeld while another window does."""
        return Hold(self.path, meeting_id)

    # Whole meetings

    def write(self, before: Meeting | None, after: Meeting) -> None:
        """Write what differs between two values of a meeting; all of it when there was none.

        Raises ClosedByGate where the gate in the file holds, MeetingUnknown when another window
        threw the meeting away.
        """
        with writing(self._db, self.path):
            if before is None:
                # The gate lets no meeting in that is closed already: its agreements come first.
                first = after
                if after.phase is Phase.FOLLOW_UP:
                    first = replace(after, phase=Phase.CLOSING)
                self._db.table("meetings").insert(meeting_row(first))
                before = _without_parts(first)
            elif not self._all(queries.IS_THERE, id=after.id):
                raise MeetingUnknown(after.id)
            self._write_parts(before, after)
            if meeting_row(before) != meeting_row(after):
                self._update("meetings", meeting_row(after))

    def meeting(self, meeting_id: str) -> Meeting:
        """Read a whole meeting. Raises MeetingUnknown."""
        with reading(self._db, self.path):
            found = self._all(queries.MEETING, id=meeting_id)
            if not found:
                raise MeetingUnknown(meeting_id)
            parts = {name: self._all(sql, id=meeting_id) for name, sql in queries.PARTS.items()}
            return meeting_from(found[0], parts)

    def delete(self, meeting_id: str) -> None:
        """Throw a meeting away with all that is in it."""
        with writing(self._db, self.path):
            self._db.execute("DELETE FROM meetings WHERE id = ?", [meeting_id])

    def latest_closing(self) -> str | None:
        """Give the meeting whose closing was broken off, the latest one if there are more."""
        with told(self.path):
            found = self._all(queries.LATEST_IN_PHASE, phase=Phase.CLOSING.value)
        return str(found[0]["id"]) if found else None

    def summaries(self, today: Date) -> tuple[MeetingSummary, ...]:
        """Give each meeting in one line, the most pressing first."""
        standings: dict[str, list[Standing]] = {}
        for agreement in self.agreements():
            standing = agreement.action.standing(today)
            standings.setdefault(agreement.meeting_id, []).append(standing)
        with reading(self._db, self.path):
            rows = self._all(queries.SUMMARIES)
            summaries = tuple(_summary(row, standings.get(str(row["id"]), ())) for row in rows)
        return most_pressing_first(summaries)

    # Agreements

    def agreements(self, meeting_id: str | None = None) -> tuple[Agreement, ...]:
        """Give what was agreed in one closed meeting, or in all of them."""
        with reading(self._db, self.path):
            rows = self._all(queries.AGREEMENTS, id=meeting_id)
            updates = self._all(queries.AGREEMENT_UPDATES, id=meeting_id)
            actions = actions_from(rows, updates)
            return tuple(_agreement(row, action) for row, action in zip(rows, actions, strict=True))

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
            self._db.table("updates").insert(update_row(action_id, update))

    # Rows

    def _action(self, action_id: str) -> ActionItem:
        found = self._all(queries.ACTION, id=action_id)
        if not found:
            raise ActionUnknown(action_id)
        updates = self._all(queries.ACTION_UPDATES, id=action_id)
        return action_from(found[0], [update_from(row) for row in updates])

    def _write_parts(self, before: Meeting, after: Meeting) -> None:
        self._write(TOPICS, after.id, before.topics, after.topics)
        self._write(PARTICIPANTS, after.id, before.participants, after.participants)
        self._write(ROOM_CHECKS, after.id, before.room_checks, after.room_checks)
        self._write(TIME_BOXES, after.id, before.agenda.boxes, after.agenda.boxes)
        self._write_dots(self._write(IDEAS, after.id, before.ideas, after.ideas))
        self._write(TURNS, after.id, before.turns, after.turns)
        self._write(BREAKS, after.id, before.breaks, after.breaks)
        for _place, action, was in self._write(
            ACTIONS, after.id, before.actions, after.actions
        ).written:
            known = {update.id for update in was.updates} if was is not None else set()
            for update in action.updates:
                if update.id not in known:
                    self._db.table("updates").insert(update_row(action.id, update))

    def _write(
        self,
        table: PartTable[Part],
        meeting_id: str,
        before: Sequence[Part],
        after: Sequence[Part],
    ) -> Changed[Part]:
        changed = changed_parts(before, after, placed=table.placed)
        for part_id in changed.deleted:
            self._db.execute(f"DELETE FROM {table.name} WHERE id = ?", [part_id])
        for place, part, was in changed.written:
            row = table.row(part) | {"meeting_id": meeting_id}
            if table.placed:
                row["position"] = place
            if was is None:
                self._db.table(table.name).insert(row)
            else:
                self._update(table.name, row)
        return changed

    def _write_dots(self, changed: Changed[Idea]) -> None:
        for _place, idea, was in changed.written:
            given = idea.dots - (was.dots if was is not None else 0)
            if given:
                self._db.table("dots").insert({"idea_id": idea.id, "change": given})

    def _update(self, table: str, row: Row) -> None:
        cells = {name: cell for name, cell in row.items() if name != "id"}
        assigned = ", ".join(f"{name} = :{name}" for name in cells)
        done = self._db.execute(f"UPDATE {table} SET {assigned} WHERE id = :id", row)
        if not done.rowcount:
            raise StoreRefused(table)

    def _all(self, sql: str, **named: Cell) -> list[dict[str, Cell]]:
        # A list: an unread cursor would keep reading from an old snapshot.
        return list(self._db.query(sql, named))


def _without_parts(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        topics=(),
        participants=(),
        room_checks=(),
        agenda=replace(meeting.agenda, boxes=()),
        ideas=(),
        turns=(),
        breaks=(),
        actions=(),
    )


def _summary(row: Mapping[str, Cell], standings: Sequence[Standing]) -> MeetingSummary:
    return MeetingSummary(
        id=str(row["id"]),
        title=str(row["title"]),
        question=str(row["question"] or ""),
        phase=Phase(row["phase"]),
        zone=str(row["zone"]),
        created_at=instant_from(row["created_at"]),
        starts_at=maybe_instant(row["starts_at"]),
        closed_at=maybe_instant(row["closed_at"]),
        is_example=bool(row["is_example"]),
        open_count=sum(standing in _OPEN for standing in standings),
        overdue_count=sum(standing is Standing.OVERDUE for standing in standings),
    )


def _agreement(row: Mapping[str, Cell], action: ActionItem) -> Agreement:
    return Agreement(
        action=action,
        idea_number=int(row["number"] or 0),
        idea_text=str(row["idea_text"]),
        question=str(row["question"]),
        meeting_id=str(row["meeting_id"]),
        meeting_title=str(row["title"]),
        closed_at=maybe_instant(row["closed_at"]),
        zone=str(row["zone"]),
    )
