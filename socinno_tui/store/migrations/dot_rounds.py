"""Dots are counted in a round before they are shown."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

_COUNTED: Final = (
    """
    CREATE TABLE dot_rounds (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL UNIQUE REFERENCES meetings (id) ON DELETE CASCADE,
        topic_id TEXT NOT NULL REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED,
        people INTEGER NOT NULL CHECK (people > 0),
        dots_each INTEGER NOT NULL CHECK (dots_each > 0),
        stacked INTEGER NOT NULL CHECK (stacked IN (0, 1))
    ) STRICT
    """,
    # Hidden until they are opened, so not among the dots; an idea's id is the id of its count.
    """
    CREATE TABLE dot_counts (
        id TEXT PRIMARY KEY REFERENCES ideas (id) ON DELETE CASCADE,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        hands INTEGER NOT NULL CHECK (hands >= 0),
        counted_with TEXT
    ) STRICT
    """,
    "CREATE INDEX dot_counts_meeting ON dot_counts (meeting_id)",
)


def dots_counted_before_they_are_shown(db: Database) -> None:
    """Keep a round of dots while it goes on: at most one a meeting."""
    for statement in _COUNTED:
        db.execute(statement)
