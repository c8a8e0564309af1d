"""What each phone gave in a round of dots, in the file, as long as the round goes on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_round import NoDotRound
from socinno_tui.store.transactions import LOOK_MILLISECONDS, told, writing

_ADD_BALLOT: Final = """
    INSERT INTO ballots (round_id, voter, idea_id, dots)
    SELECT id, :voter, :idea, :dots FROM dot_rounds WHERE id = :round
"""
_TURNOUT: Final = """
    SELECT count(DISTINCT voter), total(dots) FROM ballots
    WHERE round_id = ? AND idea_id IN (SELECT value FROM json_each(?))
"""
_OF_MEETING: Final = """
    SELECT round_id AS round, voter, idea_id AS idea, dots FROM ballots
    WHERE round_id IN (SELECT id FROM dot_rounds WHERE meeting_id = ?)
"""


class BallotRows:
    """The ballots in one file. Every method raises a StoreRefused when the file refuses."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def of(self, round_id: str, voter: str) -> Ballot:
        """Give what one phone gave in a round."""
        asked = "SELECT idea_id, dots FROM ballots WHERE round_id = ? AND voter = ?"
        with told(self._path):
            return Ballot(dict(self._db.execute(asked, [round_id, voter]).fetchall()))

    def save(self, round_id: str, voter: str, ballot: Ballot) -> None:
        """Put a whole ballot in the place of what this phone gave before.

        Raises NoDotRound once the dots are opened, or the round is stopped.
        """
        named = {"round": round_id, "voter": voter}
        rows = [{**named, "idea": idea, "dots": dots} for idea, dots in ballot.dots.items()]
        with writing(self._db, self._path, wait_milliseconds=LOOK_MILLISECONDS):
            if not self._db.execute("SELECT 1 FROM dot_rounds WHERE id = ?", [round_id]).fetchone():
                raise NoDotRound
            self._db.execute(
                "DELETE FROM ballots WHERE round_id = :round AND voter = :voter", named
            )
            self._db.conn.executemany(_ADD_BALLOT, rows)

    def totals(self, round_id: str) -> Mapping[str, int]:
        """Give the dots that phones gave in a round, by idea; those on an idea too that went out of
        the round since.
        """
        asked = "SELECT idea_id, sum(dots) FROM ballots WHERE round_id = ? GROUP BY idea_id"
        with told(self._path):
            return dict(self._db.execute(asked, [round_id]).fetchall())

    def turnout(self, round_id: str, idea_ids: Collection[str]) -> tuple[int, int]:
        """Give how many phones gave dots to these ideas in a round, and how many dots."""
        with told(self._path):
            asked = self._db.execute(_TURNOUT, [round_id, json.dumps(list(idea_ids))])
            (voters, dots) = asked.fetchone()
        return voters, int(dots)

    # While the meeting's own rows are put in anew

    def kept_aside(self, meeting_id: str) -> tuple[Mapping[str, Any], ...]:
        """Give the rows of the round that a meeting has."""
        return tuple(self._db.query(_OF_MEETING, [meeting_id]))

    def put_back(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Put in again the rows whose round is there again."""
        self._db.conn.executemany(_ADD_BALLOT, rows)
