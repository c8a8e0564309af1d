"""The tables of the file, and how they came to be.

No column links an idea or a dot to a person or a device. Tables with rows that may never be
replaced have no rowid: through it a row could be replaced past the gate's triggers.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database, Migrations

APPLICATION_ID: Final = 0x50C1_1220
"""Marks the file as ours (SQLite's `PRAGMA application_id`)."""

migrations = Migrations("socinno")
"""In order. What one has written is never changed: a next one changes the tables."""

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


@migrations()
def one_meeting_from_question_to_agreements(db: Database) -> None:
    """Lay the first tables."""
    # One by one: executescript would commit the transaction that all migrations run in.
    for statement in (*_PREPARED, *_SAID, *_AGREED):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


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


@migrations()
def agreements_looked_at_again(db: Database) -> None:
    """Let a history say more, keep reviews, and number what a person calls by a number."""
    for statement in (*_LOOKED_AT_AGAIN, *_NUMBERED):
        db.execute(statement)


_ROOM_FOR_LIFE: Final = (
    "ALTER TABLE time_boxes ADD COLUMN used_seconds INTEGER NOT NULL DEFAULT 0"
    " CHECK (used_seconds >= 0)",
    "ALTER TABLE time_boxes ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0"
    " CHECK (skipped IN (0, 1))",
    # No foreign key: what was spoken stays spoken when a manager is taken off the list.
    "ALTER TABLE turns ADD COLUMN who TEXT"
    " CHECK (who IS NULL OR (who <> '' AND speaker = 'manager'))",
    "ALTER TABLE meetings ADD COLUMN meters TEXT NOT NULL DEFAULT 'together'"
    " CHECK (meters IN ('together', 'each'))",
)

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


@migrations()
def agenda_with_room_and_a_meter_each(db: Database) -> None:
    """Keep what a time-box took and whether it is skipped, and which manager had the floor."""
    for statement in _ROOM_FOR_LIFE:
        db.execute(statement)


@migrations()
def dots_counted_before_they_are_shown(db: Database) -> None:
    """Keep a round of dots while it goes on: at most one a meeting."""
    for statement in _COUNTED:
        db.execute(statement)


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


@migrations()
def ideas_written_in_silence(db: Database) -> None:
    """Keep a silent round through whatever ends the program."""
    db.execute(_WRITTEN_IN_SILENCE)


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


@migrations()
def ideas_and_dots_by_phone(db: Database) -> None:
    """Keep the way in for phones, what waits at it, and the ballots of a round while it is on."""
    for statement in _COME_IN_BY_PHONE:
        db.execute(statement)
