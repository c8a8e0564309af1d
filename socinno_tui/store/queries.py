"""The questions asked of the file.

What happened in time is read in the order in which it was written: a clock can be set back.
"""

from __future__ import annotations

from typing import Final

PARTS: Final = {
    "topics": "SELECT * FROM topics WHERE meeting_id = :id ORDER BY position",
    "participants": "SELECT * FROM participants WHERE meeting_id = :id ORDER BY position",
    "room_checks": "SELECT * FROM room_checks WHERE meeting_id = :id ORDER BY position",
    "time_boxes": "SELECT * FROM time_boxes WHERE meeting_id = :id ORDER BY position",
    "ideas": """
        SELECT ideas.*, coalesce(given.dots, 0) AS dots FROM ideas
        LEFT JOIN (
            SELECT idea_id, sum(change) AS dots FROM dots
            WHERE idea_id IN (SELECT id FROM ideas WHERE meeting_id = :id) GROUP BY idea_id
        ) AS given ON given.idea_id = ideas.id
        WHERE meeting_id = :id ORDER BY number
    """,
    "turns": "SELECT * FROM turns WHERE meeting_id = :id ORDER BY rowid",
    "breaks": "SELECT * FROM breaks WHERE meeting_id = :id ORDER BY rowid",
    "actions": "SELECT * FROM actions WHERE meeting_id = :id ORDER BY rowid",
    "updates": """
        SELECT updates.* FROM updates JOIN actions ON actions.id = updates.action_id
        WHERE actions.meeting_id = :id ORDER BY updates.rowid
    """,
}

AGREEMENTS: Final = """
    SELECT actions.*, ideas.number, ideas.text AS idea_text, topics.question,
        meetings.title, meetings.zone, meetings.closed_at
    FROM actions
    JOIN ideas ON ideas.id = actions.idea_id
    JOIN topics ON topics.id = ideas.topic_id
    JOIN meetings ON meetings.id = actions.meeting_id
    WHERE meetings.phase = 'follow-up' AND (:id IS NULL OR meetings.id = :id)
    ORDER BY meetings.closed_at, ideas.number
"""
AGREEMENT_UPDATES: Final = """
    SELECT updates.* FROM updates JOIN actions ON actions.id = updates.action_id
    WHERE :id IS NULL OR actions.meeting_id = :id ORDER BY updates.rowid
"""
SUMMARIES: Final = """
    SELECT meetings.*, (
        SELECT question FROM topics WHERE meeting_id = meetings.id ORDER BY position LIMIT 1
    ) AS question FROM meetings
"""
MEETING: Final = "SELECT * FROM meetings WHERE id = :id"
IS_THERE: Final = "SELECT 1 FROM meetings WHERE id = :id"
LATEST_IN_PHASE: Final = """
    SELECT id FROM meetings WHERE phase = :phase ORDER BY started_at DESC LIMIT 1
"""
ACTION: Final = "SELECT * FROM actions WHERE id = :id"
ACTION_UPDATES: Final = "SELECT * FROM updates WHERE action_id = :id ORDER BY rowid"
