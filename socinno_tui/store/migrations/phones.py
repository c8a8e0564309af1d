"""Ideas and dots come in by phone."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

_COME_IN_BY_PHONE: Final = (
    # The key is here so that phones are still known after a crash; it goes when the meeting closes.
    """
    CREATE TABLE phone_doors (
        meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
        key BLOB NOT NULL,
        code TEXT NOT NULL,
        address TEXT NOT NULL,
        port INTEGER NOT NULL,
        reads_first INTEGER NOT NULL CHECK (reads_first IN (0, 1)),
        phones INTEGER NOT NULL CHECK (phones >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    # Without a rowid, as the ballots: it would tell who was first.
    """
    CREATE TABLE phone_ideas (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        topic_id TEXT NOT NULL,
        text TEXT NOT NULL,
        offered_at TEXT NOT NULL,
        fate TEXT NOT NULL CHECK (fate IN ('waits', 'in', 'left out', 'withdrawing', 'withdrawn'))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX phone_ideas_meeting ON phone_ideas (meeting_id, fate)",
    # A voter is known by a sign that only the phone and the door's key make, in this round only.
    # No foreign key for the idea: one that is taken away by mistake comes back with its dots.
    """
    CREATE TABLE ballots (
        round_id TEXT NOT NULL REFERENCES dot_rounds (id) ON DELETE CASCADE,
        voter TEXT NOT NULL,
        idea_id TEXT NOT NULL,
        dots INTEGER NOT NULL CHECK (dots > 0),
        PRIMARY KEY (round_id, voter, idea_id)
    ) STRICT, WITHOUT ROWID
    """,
    "ALTER TABLE dot_rounds ADD COLUMN managers_too INTEGER NOT NULL DEFAULT 0"
    " CHECK (managers_too IN (0, 1))",
)


def ideas_and_dots_by_phone(db: Database) -> None:
    """Keep the way in for phones, what waits at it, and the ballots of a round while it is on."""
    for statement in _COME_IN_BY_PHONE:
        db.execute(statement)
