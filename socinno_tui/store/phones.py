"""What phones bring, in the file: the door, what was sent through it, and ballots.

These are no part of a meeting's value: another process than the one that holds the meeting may
write them, and none of them goes into a bundle.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_round import NoDotRound
from socinno_tui.domain.phones import MOST_WAITING, Door, Fate, SentIdea, TooManyWait
from socinno_tui.store.cells import instant_from, instant_text
from socinno_tui.store.connection import (
    BUSY_MILLISECONDS,
    LOOK_MILLISECONDS,
    told,
    writing,
)
from socinno_tui.store.hold import Hold

_KEEP_DOOR: Final = """
    INSERT INTO phone_doors (meeting_id, key, code, address, port, reads_first, phones)
    VALUES (:meeting_id, :key, :code, :address, :port, :reads_first, :phones)
    ON CONFLICT (meeting_id) DO UPDATE SET key = excluded.key, code = excluded.code,
        address = excluded.address, port = excluded.port, reads_first = excluded.reads_first,
        phones = excluded.phones
"""

_ADD_IDEA: Final = """
    INSERT OR IGNORE INTO phone_ideas (id, meeting_id, topic_id, text, offered_at, fate)
    SELECT :id, :meeting_id, :topic_id, :text, :offered_at, 'waits'
    WHERE :most > (
        SELECT count(*) FROM phone_ideas WHERE meeting_id = :meeting_id AND fate = 'waits'
    )
"""

_CHANGE_FATE: Final = """
    UPDATE phone_ideas SET fate = ?, text = CASE ? WHEN 'withdrawn' THEN '' ELSE text END
    WHERE id = ? AND fate = ?
"""

_BALLOT: Final = "SELECT idea_id, dots FROM ballots WHERE round_id = :round AND voter = :voter"

_ADD_BALLOT: Final = """
    INSERT INTO ballots (round_id, voter, idea_id, dots)
    SELECT :round, :voter, id, :dots FROM ideas WHERE id = :idea
"""


class PhoneRows:
    """The rows of phones in one file. Every method raises a StoreRefused when the file refuses."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def hold(self, meeting_id: str) -> Hold:
        """Hold the door of a meeting, to serve it. Raises MeetingHeld while another process does,
        DatabaseReadOnly or DiskFull where no hold can be taken at all.
        """
        return Hold(self._path, f"{meeting_id} phones")

    # The door

    def door(self, meeting_id: str) -> Door | None:
        """Give the door of a meeting, if it ever had one and is not closed for good."""
        with told(self._path):
            found = self._db.execute(
                "SELECT key, code, address, port, reads_first, phones FROM phone_doors"
                " WHERE meeting_id = ?",
                [meeting_id],
            ).fetchall()
        for key, code, address, port, reads_first, phones in found:
            return Door(meeting_id, bytes(key), code, address, port, bool(reads_first), phones)
        return None

    def keep_door(self, door: Door) -> None:
        """Keep a door as it is now."""
        named = {name: getattr(door, name) for name in Door.__slots__}
        with writing(self._db, self._path):
            self._db.execute(_KEEP_DOOR, {**named, "reads_first": int(door.reads_first)})

    def forget(self, meeting_id: str) -> None:
        """Throw away the door of a meeting and all that could tell who sent what: the key first.

        What waits stays: it is somebody's idea, and no more than that.
        """
        with writing(self._db, self._path):
            self._db.execute("DELETE FROM phone_doors WHERE meeting_id = ?", [meeting_id])
            self._db.execute(
                "DELETE FROM phone_ideas WHERE meeting_id = ? AND fate <> 'waits'", [meeting_id]
            )
            self._db.execute(
                "DELETE FROM ballots WHERE round_id IN"
                " (SELECT id FROM dot_rounds WHERE meeting_id = ?)",
                [meeting_id],
            )
        self.wipe()

    def wipe(self) -> bool:
        """Let nothing of what was thrown away stand in the file beside this one. Whether it is so:
        another window may be looking just now.
        """
        with contextlib.suppress(sqlite3.Error):
            # Not as long as a write would wait: the screen stands still meanwhile.
            self._db.execute(f"PRAGMA busy_timeout = {LOOK_MILLISECONDS}")
            try:
                checkpoint = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                (is_busy, _pages, _done) = checkpoint.fetchone()
            finally:
                self._db.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            return not is_busy
        return False

    # Ideas

    def add_idea(self, meeting_id: str, sent: SentIdea) -> bool:
        """Keep an idea that a phone sent. Whether it is new: sent again, nothing is kept twice.

        Raises TooManyWait.
        """
        row = {
            "id": sent.id,
            "meeting_id": meeting_id,
            "topic_id": sent.topic_id,
            "text": sent.text,
            "offered_at": instant_text(sent.offered_at),
            "most": MOST_WAITING,
        }
        with writing(self._db, self._path):
            if self._db.conn.execute(_ADD_IDEA, row).rowcount:
                return True
            known = "SELECT 1 FROM phone_ideas WHERE id = ?"
            if self._db.execute(known, [sent.id]).fetchone() is None:
                raise TooManyWait
        return False

    def sent(self, meeting_id: str, *fates: Fate) -> tuple[SentIdea, ...]:
        """Give what was sent and has one of these fates, in the order of the ids."""
        return self._ideas(
            "meeting_id = ? AND fate IN (SELECT value FROM json_each(?))",
            [meeting_id, json.dumps([fate.value for fate in fates])],
        )

    def count(self, meeting_id: str, fate: Fate) -> int:
        """Give how many of what was sent have this fate."""
        asked = "SELECT count(*) FROM phone_ideas WHERE meeting_id = ? AND fate = ?"
        with told(self._path):
            (found,) = self._db.execute(asked, [meeting_id, fate.value]).fetchone()
        return int(found)

    def sent_by_id(self, idea_ids: Iterable[str]) -> dict[str, SentIdea]:
        """Give those of these ideas that were sent, by their ids."""
        asked = json.dumps(list(idea_ids))
        found = self._ideas("id IN (SELECT value FROM json_each(?))", [asked])
        return {one.id: one for one in found}

    def change_fate(self, idea_ids: Iterable[str], before: Fate, after: Fate) -> int:
        """Say what became of ideas that were sent, those that still have the fate before. How many.

        What was withdrawn keeps no text.
        """
        rows = [(after.value, after.value, idea_id, before.value) for idea_id in idea_ids]
        if not rows:
            return 0
        with writing(self._db, self._path):
            return self._db.conn.executemany(_CHANGE_FATE, rows).rowcount

    def _ideas(self, condition: str, values: list[str]) -> tuple[SentIdea, ...]:
        asked = (
            "SELECT id, topic_id, text, offered_at, fate FROM phone_ideas"
            f" WHERE {condition} ORDER BY id"
        )
        with told(self._path):
            rows = self._db.execute(asked, values).fetchall()
        return tuple(
            SentIdea(idea_id, topic_id, text, instant_from(offered_at), Fate(fate))
            for idea_id, topic_id, text, offered_at, fate in rows
        )

    # Ballots

    def ballot(self, round_id: str, voter: str) -> Ballot:
        """Give what one phone gave in a round."""
        with told(self._path):
            return self._ballot(round_id, voter)

    def save_ballot(self, round_id: str, voter: str, ballot: Ballot) -> None:
        """Put a whole ballot in the place of what this phone gave before.

        Raises NoDotRound once the dots are opened, or the round is stopped.
        """
        named = {"round": round_id, "voter": voter}
        rows = [{**named, "idea": idea, "dots": dots} for idea, dots in ballot.dots.items()]
        with writing(self._db, self._path):
            if not self._db.execute("SELECT 1 FROM dot_rounds WHERE id = ?", [round_id]).fetchone():
                raise NoDotRound
            self._db.execute(
                "DELETE FROM ballots WHERE round_id = :round AND voter = :voter", named
            )
            self._db.conn.executemany(_ADD_BALLOT, rows)

    def totals(self, round_id: str) -> Mapping[str, int]:
        """Give the dots that phones gave in a round, by idea."""
        asked = "SELECT idea_id, sum(dots) FROM ballots WHERE round_id = ? GROUP BY idea_id"
        with told(self._path):
            return dict(self._db.execute(asked, [round_id]).fetchall())

    def turnout(self, round_id: str) -> tuple[int, int]:
        """Give how many phones gave dots in a round, and how many dots they gave."""
        asked = "SELECT count(DISTINCT voter), total(dots) FROM ballots WHERE round_id = ?"
        with told(self._path):
            (voters, dots) = self._db.execute(asked, [round_id]).fetchone()
        return voters, int(dots)

    def _ballot(self, round_id: str, voter: str) -> Ballot:
        found = self._db.execute(_BALLOT, {"round": round_id, "voter": voter}).fetchall()
        return Ballot(dict(found))
