"""Agreements are looked at again: a longer history, reviews, and a number to call each by."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

_LOOKED_AT_AGAIN: Final = (
    "DROP VIEW IF EXISTS agreements",
    """
    CREATE TABLE updates_grown (
        line INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        action_id TEXT NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('note', 'on course', 'moved', 'handed over', 'done',
            'result', 'stopped', 'reopened')),
        at TEXT NOT NULL,
        text TEXT NOT NULL,
        due TEXT CHECK (due IS NULL OR date(due, '+0 days') IS due),
        owner TEXT NOT NULL
    ) STRICT
    """,
    "INSERT INTO updates_grown SELECT line, id, action_id, kind, at, text, due, owner FROM updates",
    "DROP TABLE updates",
    "ALTER TABLE updates_grown RENAME TO updates",
    "CREATE INDEX updates_action ON updates (action_id, line)",
    """
    CREATE TABLE reviews (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        started_at TEXT NOT NULL,
        ended_at TEXT CHECK (ended_at >= started_at),
        next_date TEXT CHECK (next_date IS NULL OR date(next_date, '+0 days') IS next_date)
    ) STRICT
    """,
    "CREATE INDEX reviews_meeting ON reviews (meeting_id, started_at)",
    """
    CREATE TABLE laid_aside (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        of TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX laid_aside_meeting ON laid_aside (meeting_id, at)",
    "ALTER TABLE meetings ADD COLUMN changed_at TEXT",
)

_NUMBERED: Final = (
    # No foreign keys: a number is never given to another, also not after a deletion.
    "CREATE TABLE meeting_numbers"
    " (number INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id TEXT NOT NULL UNIQUE) STRICT",
    "INSERT INTO meeting_numbers (meeting_id) SELECT id FROM meetings ORDER BY created_at, id",
    "CREATE TABLE action_numbers"
    " (number INTEGER PRIMARY KEY AUTOINCREMENT, action_id TEXT NOT NULL UNIQUE) STRICT",
    """
    INSERT INTO action_numbers (action_id)
    SELECT actions.id FROM meetings
    JOIN ideas ON ideas.meeting_id = meetings.id
    JOIN actions ON actions.idea_id = ideas.id
    WHERE meetings.phase = 'follow-up' ORDER BY meetings.closed_at, ideas.number
    """,
)


def agreements_looked_at_again(db: Database) -> None:
    """Let a history say more, keep reviews, and number what a person calls by a number."""
    for statement in (*_LOOKED_AT_AGAIN, *_NUMBERED):
        db.execute(statement)
