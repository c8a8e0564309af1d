"""The tables of the file and how they came to be; the gate that holds whoever writes.

No column links an idea or a dot to a person or a device.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database, Migrations

APPLICATION_ID: Final = 0x50C1_1220
"""Marks the file as ours (SQLite's `PRAGMA application_id`)."""

migrations = Migrations("socinno")

_TABLES: Final = """
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
) STRICT;

CREATE TABLE topics (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    question TEXT NOT NULL,
    inside TEXT NOT NULL,
    outside TEXT NOT NULL,
    limits TEXT NOT NULL,
    overruled TEXT NOT NULL CHECK (json_valid(overruled)),
    conclusion TEXT NOT NULL
) STRICT;

CREATE TABLE participants (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('employee', 'manager', 'facilitator')),
    attendance TEXT NOT NULL CHECK (attendance IN ('invited', 'coming', 'not coming'))
) STRICT;

CREATE TABLE room_checks (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;

CREATE TABLE time_boxes (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    phase TEXT NOT NULL
        CHECK (phase IN ('preparation', 'ideation', 'selection', 'closing', 'follow-up'))
) STRICT;

CREATE TABLE ideas (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    topic_id TEXT NOT NULL REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL CHECK (text <> ''),
    offered_at TEXT NOT NULL,
    merged_into TEXT REFERENCES ideas (id) DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT CHECK (verdict IN ('selected', 'later', 'no')),
    reason TEXT NOT NULL,
    UNIQUE (meeting_id, number)
) STRICT;

CREATE TABLE dots (
    id INTEGER PRIMARY KEY,
    idea_id TEXT NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
    change INTEGER NOT NULL CHECK (change <> 0)
) STRICT;

CREATE TABLE turns (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    speaker TEXT NOT NULL CHECK (speaker IN ('manager', 'room')),
    started_at TEXT NOT NULL,
    heard_at TEXT NOT NULL,
    ended_at TEXT CHECK (ended_at IS NULL OR ended_at >= started_at)
) STRICT;

CREATE TABLE breaks (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    started_at TEXT NOT NULL,
    ended_at TEXT CHECK (ended_at IS NULL OR ended_at >= started_at)
) STRICT;

CREATE TABLE actions (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    idea_id TEXT NOT NULL UNIQUE REFERENCES ideas (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    owner TEXT NOT NULL,
    due TEXT CHECK (due IS NULL OR date(due, '+0 days') IS due),
    first_step TEXT NOT NULL,
    owner_typed TEXT NOT NULL,
    due_typed TEXT NOT NULL
) STRICT;

CREATE TABLE updates (
    id TEXT PRIMARY KEY,
    action_id TEXT NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
    kind TEXT NOT NULL
        CHECK (kind IN ('note', 'moved', 'handed over', 'done', 'stopped', 'reopened')),
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    due TEXT CHECK (due IS NULL OR date(due, '+0 days') IS due),
    owner TEXT NOT NULL
) STRICT;

CREATE INDEX topics_meeting ON topics (meeting_id);
CREATE INDEX participants_meeting ON participants (meeting_id);
CREATE INDEX room_checks_meeting ON room_checks (meeting_id);
CREATE INDEX time_boxes_meeting ON time_boxes (meeting_id);
CREATE INDEX ideas_topic ON ideas (topic_id);
CREATE INDEX ideas_merged ON ideas (merged_into);
CREATE INDEX dots_idea ON dots (idea_id);
CREATE INDEX turns_meeting ON turns (meeting_id);
CREATE INDEX breaks_meeting ON breaks (meeting_id);
CREATE INDEX actions_meeting ON actions (meeting_id);
CREATE INDEX updates_action ON updates (action_id);
"""

_CLOSED: Final = "EXISTS (SELECT 1 FROM meetings WHERE phase = 'follow-up' AND id IN ({meetings}))"


def _held_when_closed(table: str, event: str, *meetings: str) -> str:
    return f"""
        CREATE TRIGGER gate_{table}_{event} BEFORE {event} ON {table}
        WHEN {_CLOSED.format(meetings=", ".join(meetings))}
        BEGIN SELECT RAISE(ABORT, 'close-gate: the meeting is closed'); END
    """


# A row can be taken from a closed meeting, or put into one, by its meeting, by its idea, and by
# REPLACE, which deletes the row that is in the way without any trigger for a deletion.
_SAME_IDEA: Final = "(SELECT meeting_id FROM ideas WHERE id = NEW.id)"
_SAME_ACTION: Final = "(SELECT meeting_id FROM actions WHERE id = NEW.id)"
_NEW_IDEA: Final = "(SELECT meeting_id FROM ideas WHERE id = NEW.idea_id)"
_OLD_IDEA: Final = "(SELECT meeting_id FROM ideas WHERE id = OLD.idea_id)"
_DOT_REPLACED: Final = """(
    SELECT ideas.meeting_id FROM dots JOIN ideas ON ideas.id = dots.idea_id WHERE dots.id = NEW.id
)"""

# SQLite's trim() takes spaces only; a tab or a no-break space is nobody's name either.
_BLANK: Final = "char(9, 10, 11, 12, 13, 32, 160)"

TRIGGERS: Final[dict[str, str]] = {
    "gate_close": f"""
        CREATE TRIGGER gate_close BEFORE UPDATE OF phase ON meetings
        WHEN NEW.phase = 'follow-up' AND OLD.phase <> 'follow-up' AND (
            EXISTS (
                SELECT 1 FROM ideas
                LEFT JOIN actions ON actions.idea_id = ideas.id
                WHERE ideas.meeting_id = OLD.id AND ideas.verdict = 'selected'
                    AND ideas.merged_into IS NULL
                    AND (actions.id IS NULL OR actions.due IS NULL
                        OR trim(actions.owner, {_BLANK}) = '')
            )
            OR (
                trim(NEW.nothing_selected_because, {_BLANK}) = '' AND NOT EXISTS (
                    SELECT 1 FROM ideas WHERE meeting_id = OLD.id
                        AND verdict = 'selected' AND merged_into IS NULL
                )
            )
        )
        BEGIN SELECT RAISE(ABORT, 'close-gate: an owner, a date or a reason is missing'); END
    """,
    "gate_insert": """
        CREATE TRIGGER gate_insert BEFORE INSERT ON meetings
        WHEN NEW.phase = 'follow-up'
            OR EXISTS (SELECT 1 FROM meetings WHERE id = NEW.id AND phase = 'follow-up')
        BEGIN SELECT RAISE(ABORT, 'close-gate: a meeting is closed after its agreements'); END
    """,
    "gate_reopen": """
        CREATE TRIGGER gate_reopen BEFORE UPDATE OF phase ON meetings
        WHEN OLD.phase = 'follow-up' AND NEW.phase <> 'follow-up'
        BEGIN SELECT RAISE(ABORT, 'close-gate: the meeting is closed'); END
    """,
    "gate_id": """
        CREATE TRIGGER gate_id BEFORE UPDATE OF id ON meetings
        WHEN NEW.id IS NOT OLD.id
        BEGIN SELECT RAISE(ABORT, 'close-gate: a meeting keeps its id'); END
    """,
    "gate_reason": """
        CREATE TRIGGER gate_reason BEFORE UPDATE OF nothing_selected_because ON meetings
        WHEN OLD.phase = 'follow-up'
            AND NEW.nothing_selected_because IS NOT OLD.nothing_selected_because
        BEGIN SELECT RAISE(ABORT, 'close-gate: the meeting is closed'); END
    """,
    "gate_ideas_insert": _held_when_closed("ideas", "insert", "NEW.meeting_id", _SAME_IDEA),
    "gate_ideas_update": _held_when_closed(
        "ideas", "update", "OLD.meeting_id", "NEW.meeting_id", _SAME_IDEA
    ),
    "gate_ideas_delete": _held_when_closed("ideas", "delete", "OLD.meeting_id"),
    "gate_actions_insert": _held_when_closed(
        "actions", "insert", "NEW.meeting_id", _NEW_IDEA, _SAME_ACTION
    ),
    "gate_actions_update": _held_when_closed(
        "actions", "update", "OLD.meeting_id", "NEW.meeting_id", _NEW_IDEA, _SAME_ACTION
    ),
    "gate_actions_delete": _held_when_closed("actions", "delete", "OLD.meeting_id"),
    "gate_dots_insert": _held_when_closed("dots", "insert", _NEW_IDEA, _DOT_REPLACED),
    "gate_dots_delete": _held_when_closed("dots", "delete", _OLD_IDEA),
    "dots_only_grow": """
        CREATE TRIGGER dots_only_grow BEFORE UPDATE ON dots
        BEGIN SELECT RAISE(ABORT, 'append-only: dots are added, never changed'); END
    """,
    "updates_only_grow": """
        CREATE TRIGGER updates_only_grow BEFORE UPDATE ON updates
        BEGIN SELECT RAISE(ABORT, 'append-only: a history is never rewritten'); END
    """,
    "updates_once": """
        CREATE TRIGGER updates_once BEFORE INSERT ON updates
        WHEN EXISTS (SELECT 1 FROM updates WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'append-only: a history is never rewritten'); END
    """,
    "updates_stay": """
        CREATE TRIGGER updates_stay BEFORE DELETE ON updates
        WHEN EXISTS (SELECT 1 FROM actions WHERE id = OLD.action_id)
        BEGIN SELECT RAISE(ABORT, 'append-only: a history is never shortened'); END
    """,
}
"""By name; a table that is transformed loses them silently, so they are made again at need."""


@migrations()
def one_meeting_from_question_to_agreements(db: Database) -> None:
    """Lay the first tables."""
    # executescript would commit the transaction that all migrations run in.
    for statement in _TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def make_triggers(db: Database) -> None:
    """Make each trigger that is not there, or not as it should be."""
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    there = dict(found.fetchall())
    for name, sql in TRIGGERS.items():
        if there.get(name) != sql.strip():
            db.execute(f"DROP TRIGGER IF EXISTS {name}")
            db.execute(sql.strip())
