"""A whole meeting as rows: what differs between two values of it is what is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sqlite_utils import Database

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store import queries
from socinno_tui.store.cells import Row
from socinno_tui.store.changes import Change, Part, PartTable, changed_parts
from socinno_tui.store.errors import MeetingUnknown, RowRefused
from socinno_tui.store.queries import asked
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
from socinno_tui.store.values import meeting_from

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


class MeetingRows:
    """The rows of whole meetings in one file, in the transaction of who asks."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def is_there(self, meeting_id: str) -> bool:
        """Whether there is such a meeting."""
        return bool(asked(self._db, queries.MEETING, id=meeting_id))

    def check_there(self, meeting_id: str) -> None:
        """Raise MeetingUnknown where there is no such meeting."""
        if not self.is_there(meeting_id):
            raise MeetingUnknown(meeting_id)

    def read(self, meeting_id: str) -> Meeting:
        """Read a whole meeting. Raises MeetingUnknown."""
        found = asked(self._db, queries.MEETING, id=meeting_id)
        if not found:
            raise MeetingUnknown(meeting_id)
        parts = {
            name: asked(self._db, question, id=meeting_id)
            for name, question in queries.PARTS.items()
        }
        return meeting_from(found[0], parts)

    def put_in(self, meeting: Meeting) -> None:
        """Put a whole meeting in that is not there.

        The gate lets none in that is closed already: its agreements come first.
        """
        phase = Phase.CLOSING if meeting.phase is Phase.FOLLOW_UP else meeting.phase
        begun = replace(_without_parts(meeting), phase=phase)
        self._insert("meetings", [meeting_row(begun)])
        self.write(begun, meeting)

    def write(self, before: Meeting, after: Meeting) -> None:
        """Write what differs between two values of a meeting."""
        self._write_parts(before, after)
        row = meeting_row(after)
        if row != meeting_row(before):
            self._update("meetings", [row])

    def throw_away(self, meeting_id: str) -> None:
        """Throw a meeting away with all that is in it; one that is not there changes nothing."""
        self._db.execute("DELETE FROM meetings WHERE id = ?", [meeting_id])

    # Parts

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


def _without_parts(meeting: Meeting) -> Meeting:
    """Give a meeting as it is in its own row."""
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
        reviews=(),
        laid_aside=(),
        dot_round=None,
        silent_round=None,
    )


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
