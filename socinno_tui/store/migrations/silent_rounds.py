"""Ideas are written in silence, and read out in turn."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

_WRITTEN_IN_SILENCE: Final = """
    CREATE TABLE silent_rounds (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL UNIQUE REFERENCES meetings (id) ON DELETE CASCADE,
        started_at TEXT NOT NULL,
        heard_at TEXT NOT NULL,
        seconds INTEGER NOT NULL CHECK (seconds > 0),
        employees INTEGER NOT NULL CHECK (employees > 0),
        managers INTEGER NOT NULL CHECK (managers >= 0),
        seat INTEGER NOT NULL CHECK (seat BETWEEN 0 AND employees + managers),
        lap INTEGER NOT NULL CHECK (lap >= 0),
        passes INTEGER NOT NULL CHECK (passes BETWEEN 0 AND employees + managers - 1)
    ) STRICT
"""
"""Where a round stands, while it goes on: no row for each turn, and none that names an idea."""


def ideas_written_in_silence(db: Database) -> None:
    """Keep a silent round through whatever ends the program."""
    db.execute(_WRITTEN_IN_SILENCE)
