"""The questions asked of the file. `:id` is a meeting, or NULL for all of them."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from socinno_tui.store.cells import Cell, Row

MEETING: Final = "SELECT * FROM meetings WHERE id = :id"
MEETING_IDS: Final = "SELECT id FROM meetings ORDER BY created_at, id"
PARTS: Final = {
    "topics": "SELECT * FROM topics WHERE meeting_id = :id ORDER BY position",
    "participants": "SELECT * FROM participants WHERE meeting_id = :id ORDER BY position",
    "room_checks": "SELECT * FROM room_checks WHERE meeting_id = :id ORDER BY position",
    "time_boxes": "SELECT * FROM time_boxes WHERE meeting_id = :id ORDER BY position",
    "ideas": """
        SELECT *, (SELECT sum(change) FROM dots WHERE idea_id = ideas.id) AS dots
        FROM ideas WHERE meeting_id = :id ORDER BY number
    """,
    "turns": "SELECT * FROM turns WHERE meeting_id = :id ORDER BY position",
    "reviews": "SELECT * FROM reviews WHERE meeting_id = :id ORDER BY started_at, id",
    "laid_aside": "SELECT * FROM laid_aside WHERE meeting_id = :id ORDER BY at, id",
    "dot_rounds": "SELECT * FROM dot_rounds WHERE meeting_id = :id",
    "dot_counts": "SELECT * FROM dot_counts WHERE meeting_id = :id ORDER BY id",
    "silent_rounds": "SELECT * FROM silent_rounds WHERE meeting_id = :id",
    "breaks": "SELECT * FROM breaks WHERE meeting_id = :id ORDER BY position",
    "actions": """
        SELECT actions.* FROM ideas JOIN actions ON actions.idea_id = ideas.id
        WHERE ideas.meeting_id = :id ORDER BY actions.position
    """,
    "updates": """
        SELECT updates.* FROM ideas JOIN actions ON actions.idea_id = ideas.id
        JOIN updates ON updates.action_id = actions.id
        WHERE ideas.meeting_id = :id ORDER BY updates.line
    """,
}
"""The rows of a meeting's parts, in their order, by the name of the table."""

STANDINGS: Final = """
    SELECT id, phase, coalesce(changed_at, created_at) AS moved_at FROM meetings
"""
"""Where every meeting stands, and since when: asked again at each change of the file."""

LATEST_IN_PHASE: Final = """
    SELECT id FROM meetings WHERE phase = :phase
    ORDER BY (SELECT max(heard_at) FROM turns WHERE meeting_id = meetings.id) DESC,
        started_at DESC
    LIMIT 1
"""
"""The one in which someone last had the floor: that ends when the closing begins."""

SUMMARIES: Final = """
    SELECT meetings.*, agreed.open_count, agreed.overdue_count, (
        SELECT number FROM meeting_numbers WHERE meeting_id = meetings.id
    ) AS called, (
        SELECT question FROM topics WHERE meeting_id = meetings.id ORDER BY position LIMIT 1
    ) AS question, coalesce((
        SELECT next_date FROM reviews WHERE meeting_id = meetings.id AND next_date IS NOT NULL
        ORDER BY coalesce(ended_at, started_at) DESC, id DESC LIMIT 1
    ), meetings.review_date) AS review_now
    FROM meetings LEFT JOIN (
        SELECT meeting_id, count(*) AS open_count, sum(due_now < :today) AS overdue_count
        FROM agreements WHERE state_now = 'open' GROUP BY meeting_id
    ) AS agreed ON agreed.meeting_id = meetings.id
"""

_AGREED: Final = """
    SELECT actions.*, ideas.number, ideas.text AS idea_text, topics.question,
        meetings.id AS meeting_id, meetings.title, meetings.zone, meetings.closed_at,
        (SELECT number FROM action_numbers WHERE action_id = actions.id) AS called
    FROM agreements AS stands
    JOIN actions ON actions.id = stands.id
    JOIN ideas ON ideas.id = actions.idea_id
    JOIN meetings ON meetings.id = ideas.meeting_id
    JOIN topics ON topics.id = ideas.topic_id
"""
AGREEMENTS: Final = f"""{_AGREED}
    WHERE (:id IS NULL OR stands.meeting_id = :id)
        AND (:states = '' OR instr(:states, stands.state_now))
        AND (:until IS NULL OR stands.due_now <= :until)
    ORDER BY meetings.closed_at, meetings.id, ideas.number
"""
"""`:states` names those that are let through, all when empty; `:until` is a date due."""
AGREEMENT_CALLED: Final = f"""{_AGREED}
    WHERE stands.id = (SELECT action_id FROM action_numbers WHERE number = :number)
"""
AGREEMENT_UPDATES: Final = """
    SELECT updates.* FROM updates WHERE action_id IN (SELECT value FROM json_each(:ids))
    ORDER BY line
"""
OWNERS: Final = "SELECT DISTINCT owner_now FROM agreements WHERE owner_now <> ''"
ACTION: Final = "SELECT * FROM actions WHERE id = :id"
ACTION_UPDATES: Final = "SELECT * FROM updates WHERE action_id = :id ORDER BY line"
ADD_UPDATE: Final = """
    INSERT INTO updates (id, action_id, kind, at, text, due, owner)
    VALUES (:id, :action_id, :kind, :at, :text, :due, :owner)
"""

REVIEWS: Final = """
    SELECT * FROM reviews WHERE :id IS NULL OR meeting_id = :id ORDER BY started_at, id
"""
KEEP_REVIEW: Final = """
    INSERT INTO reviews (id, meeting_id, started_at, ended_at, next_date)
    VALUES (:id, :meeting_id, :started_at, :ended_at, :next_date)
    ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at,
        ended_at = excluded.ended_at, next_date = excluded.next_date
"""

MEETING_FACTS: Final = """
    SELECT meetings.id, coalesce(nullif(meetings.title, ''), (
            SELECT question FROM topics WHERE meeting_id = meetings.id ORDER BY position LIMIT 1
        ), '') AS title, meetings.zone, meetings.closed_at,
        (SELECT count(*) FROM ideas WHERE meeting_id = meetings.id) AS ideas,
        (SELECT count(*) FROM ideas WHERE meeting_id = meetings.id
            AND verdict = 'selected' AND merged_into IS NULL) AS selected,
        (SELECT sum(milliseconds) FROM talked
            WHERE meeting_id = meetings.id AND speaker = 'manager') AS manager,
        (SELECT sum(milliseconds) FROM talked WHERE meeting_id = meetings.id) AS talk
    FROM meetings WHERE phase = 'follow-up' AND closed_at IS NOT NULL ORDER BY closed_at, id
"""
"""`talk` and `manager` are in milliseconds."""
TALKED: Final = """
    WITH talked AS (
        SELECT meeting_id, speaker, CAST(round(max(0, (
            julianday(coalesce(ended_at, heard_at)) - julianday(started_at)
        ) * 86400000)) AS INTEGER) AS milliseconds FROM turns
    )
"""


def asked(db: Database, question: str, **named: Cell) -> list[Row]:
    """Give the rows that answer a question."""
    # A list: an unread cursor would keep reading from an old snapshot.
    return list(db.query(question, named))
