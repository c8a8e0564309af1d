"""The first tables: one meeting, what was said in it, and what was agreed."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

APPLICATION_ID: Final = 0x50C1_1220
"""Marks the file as ours (SQLite's `PRAGMA application_id`)."""

_PREPARED: Final = (
    """
    CREATE TABLE meetings (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        zone TEXT NOT NULL,
        created_at TEXT NOT NULL,
        starts_at TEXT,
        place TEXT NOT NULL,
        planned_minutes INTEGER NOT NULL CHECK (planned_minutes > 0),
        format_name TEXT NOT NULL,
        phase TEXT NOT NULL
            CHECK (phase IN ('preparation', 'ideation', 'selection', 'closing', 'follow-up')),
        goal_sentence TEXT NOT NULL,
        ideas_wanted INTEGER NOT NULL CHECK (ideas_wanted > 0),
        goal_answer TEXT NOT NULL,
        topic_on TEXT NOT NULL,
        limit_minutes INTEGER CHECK (limit_minutes > 0),
        box_position INTEGER NOT NULL,
        box_since TEXT,
        last_number INTEGER NOT NULL,
        review_date TEXT CHECK (review_date IS NULL OR date(review_date, '+0 days') IS review_date),
        review_typed TEXT NOT NULL,
        nothing_selected_because TEXT NOT NULL,
        started_at TEXT,
        closed_at TEXT,
        is_example INTEGER NOT NULL CHECK (is_example IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX meetings_phase ON meetings (phase)",
    """
    CREATE TABLE topics (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        question TEXT NOT NULL,
        inside TEXT NOT NULL,
        outside TEXT NOT NULL,
        limits TEXT NOT NULL,
        overruled TEXT NOT NULL CHECK (json_valid(overruled) AND json_type(overruled) = 'array'),
        conclusion TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX topics_meeting ON topics (meeting_id, position)",
    """
    CREATE TABLE participants (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        address TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('employee', 'manager', 'facilitator')),
        attendance TEXT NOT NULL CHECK (attendance IN ('invited', 'coming', 'not coming'))
    ) STRICT
    """,
    "CREATE INDEX participants_meeting ON participants (meeting_id, position)",
    """
    CREATE TABLE room_checks (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        done INTEGER NOT NULL CHECK (done IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX room_checks_meeting ON room_checks (meeting_id, position)",
    """
    CREATE TABLE time_boxes (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        minutes INTEGER NOT NULL CHECK (minutes > 0),
        phase TEXT NOT NULL
            CHECK (phase IN ('preparation', 'ideation', 'selection', 'closing', 'follow-up'))
    ) STRICT
    """,
    "CREATE INDEX time_boxes_meeting ON time_boxes (meeting_id, position)",
)

_SAID: Final = (
    """
    CREATE TABLE ideas (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number > 0),
        topic_id TEXT NOT NULL REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL CHECK (text <> ''),
        offered_at TEXT NOT NULL,
        merged_into TEXT CHECK (merged_into <> id)
            REFERENCES ideas (id) DEFERRABLE INITIALLY DEFERRED,
        verdict TEXT CHECK (verdict IN ('selected', 'later', 'no')),
        reason TEXT NOT NULL,
        UNIQUE (meeting_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ideas_topic ON ideas (topic_id)",
    "CREATE INDEX ideas_merged ON ideas (merged_into)",
    """
    CREATE TABLE dots (
        id INTEGER PRIMARY KEY,
        idea_id TEXT NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
        change INTEGER NOT NULL CHECK (change <> 0)
    ) STRICT
    """,
    "CREATE INDEX dots_idea ON dots (idea_id, change)",
    """
    CREATE TABLE turns (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        speaker TEXT NOT NULL CHECK (speaker IN ('manager', 'room')),
        started_at TEXT NOT NULL,
        heard_at TEXT NOT NULL,
        ended_at TEXT CHECK (ended_at >= started_at)
    ) STRICT
    """,
    "CREATE INDEX turns_meeting ON turns (meeting_id, position)",
    """
    CREATE TABLE breaks (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT CHECK (ended_at >= started_at)
    ) STRICT
    """,
    "CREATE INDEX breaks_meeting ON breaks (meeting_id, position)",
)

_AGREED: Final = (
    """
    CREATE TABLE actions (
        id TEXT PRIMARY KEY,
        idea_id TEXT NOT NULL UNIQUE REFERENCES ideas (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        owner TEXT NOT NULL,
        due TEXT CHECK (due IS NULL OR date(due, '+0 days') IS due),
        first_step TEXT NOT NULL,
        owner_typed TEXT NOT NULL,
        due_typed TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE updates (
        line INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        action_id TEXT NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
        kind TEXT NOT NULL
            CHECK (kind IN ('note', 'moved', 'handed over', 'done', 'stopped', 'reopened')),
        at TEXT NOT NULL,
        text TEXT NOT NULL,
        due TEXT CHECK (due IS NULL OR date(due, '+0 days') IS due),
        owner TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX updates_action ON updates (action_id, kind)",
)


def one_meeting_from_question_to_agreements(db: Database) -> None:
    """Lay the first tables."""
    # One by one: executescript would commit the transaction that all migrations run in.
    for statement in (*_PREPARED, *_SAID, *_AGREED):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
