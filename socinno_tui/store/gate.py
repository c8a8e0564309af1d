"""The gate in the file itself: it holds whoever writes, by whatever program.

A meeting goes to its follow-up only without gaps; from then on its ideas, dots and agreements
stay as they are, and a history only grows. REPLACE deletes rows without asking the triggers on
delete, so each insert and update also looks at the row that it would put aside.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

GATE_PREFIX: Final = "close-gate: "
"""What the message of every refusal begins with."""

_SPACES: Final = "char(9, 10, 11, 12, 13, 32, 133, 160)"
_CLOSED: Final = "EXISTS (SELECT 1 FROM meetings WHERE phase = 'follow-up' AND id IN ({ids}))"
_OF_IDEA: Final = "(SELECT meeting_id FROM ideas WHERE id = {idea})"
_IDEA_OF_ACTION: Final = "(SELECT idea_id FROM actions WHERE id = {action})"


def _refusing(name: str, event: str, when: str, because: str) -> tuple[str, str]:
    """Give an object's name and its SQL: a trigger that refuses an event under a condition."""
    return name, (
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {when}\n"
        f"BEGIN SELECT RAISE(ABORT, '{GATE_PREFIX}{because}'); END"
    )


def _kept_as_closed(event: str, table: str, *meetings: str) -> tuple[str, str]:
    when = _CLOSED.format(ids=", ".join(meetings))
    return _refusing(
        f"gate_{table}_{event}", f"{event.upper()} ON {table}", when, "the meeting is closed"
    )


def _meeting_of(*, idea: str = "", action: str = "") -> str:
    return _OF_IDEA.format(idea=idea or _IDEA_OF_ACTION.format(action=action))


_LEADS: Final = "meeting_id = OLD.id AND verdict = 'selected' AND merged_into IS NULL"
_GAPS: Final = f"""
    EXISTS (
        SELECT 1 FROM ideas LEFT JOIN actions ON actions.idea_id = ideas.id
        WHERE {_LEADS} AND (coalesce(trim(owner, {_SPACES}), '') = '' OR due IS NULL)
    )
    OR (
        trim(NEW.nothing_selected_because, {_SPACES}) = ''
        AND NOT EXISTS (SELECT 1 FROM ideas WHERE {_LEADS})
    )
"""

TRIGGERS: Final[dict[str, str]] = dict(
    (
        _refusing(
            "gate_close",
            "UPDATE OF phase ON meetings",
            f"NEW.phase = 'follow-up' AND OLD.phase <> 'follow-up' AND ({_GAPS})",
            "an owner, a date or a reason is missing",
        ),
        _refusing(
            "gate_insert",
            "INSERT ON meetings",
            f"NEW.phase = 'follow-up' OR {_CLOSED.format(ids='NEW.id')}",
            "a meeting is closed after its agreements",
        ),
        _refusing(
            "gate_reopen",
            "UPDATE OF phase ON meetings",
            "OLD.phase = 'follow-up' AND NEW.phase <> 'follow-up'",
            "the meeting is closed",
        ),
        _refusing(
            "gate_reason",
            "UPDATE OF nothing_selected_because ON meetings",
            "OLD.phase = 'follow-up'"
            " AND NEW.nothing_selected_because <> OLD.nothing_selected_because",
            "the meeting is closed",
        ),
        _refusing(
            "gate_id",
            "UPDATE OF id ON meetings",
            "NEW.id <> OLD.id",
            "a meeting keeps its id",
        ),
        _kept_as_closed("insert", "ideas", "NEW.meeting_id", _meeting_of(idea="NEW.id")),
        _kept_as_closed(
            "update", "ideas", "OLD.meeting_id", "NEW.meeting_id", _meeting_of(idea="NEW.id")
        ),
        _kept_as_closed("delete", "ideas", "OLD.meeting_id"),
        _kept_as_closed(
            "insert", "actions", _meeting_of(idea="NEW.idea_id"), _meeting_of(action="NEW.id")
        ),
        _kept_as_closed(
            "update",
            "actions",
            _meeting_of(idea="OLD.idea_id"),
            _meeting_of(idea="NEW.idea_id"),
            _meeting_of(action="NEW.id"),
        ),
        _kept_as_closed("delete", "actions", _meeting_of(idea="OLD.idea_id")),
        _kept_as_closed("insert", "dots", _meeting_of(idea="NEW.idea_id")),
        _refusing(
            "dots_once",
            "INSERT ON dots",
            "EXISTS (SELECT 1 FROM dots WHERE id = NEW.id)",
            "dots are added, never changed",
        ),
        _refusing("dots_fixed", "UPDATE ON dots", "TRUE", "dots are added, never changed"),
        _refusing(
            "dots_stay",
            "DELETE ON dots",
            "EXISTS (SELECT 1 FROM ideas WHERE id = OLD.idea_id)",
            "dots are added, never changed",
        ),
        _refusing(
            "updates_once",
            "INSERT ON updates",
            "EXISTS (SELECT 1 FROM updates WHERE id = NEW.id OR line = NEW.line)",
            "a history only grows",
        ),
        (
            "number_meeting",
            """CREATE TRIGGER number_meeting AFTER INSERT ON meetings
BEGIN INSERT OR IGNORE INTO meeting_numbers (meeting_id) VALUES (NEW.id); END""",
        ),
        (
            "number_actions",
            """CREATE TRIGGER number_actions AFTER UPDATE OF phase ON meetings
WHEN NEW.phase = 'follow-up'
BEGIN
    INSERT OR IGNORE INTO action_numbers (action_id)
    SELECT actions.id FROM ideas JOIN actions ON actions.idea_id = ideas.id
    WHERE ideas.meeting_id = NEW.id ORDER BY ideas.number;
END""",
        ),
        (
            # In the same breath as the idea itself: whatever ends the program, it is never twice.
            "phone_idea_in",
            """CREATE TRIGGER phone_idea_in AFTER INSERT ON ideas
BEGIN UPDATE phone_ideas SET fate = 'in', text = '' WHERE id = NEW.id AND fate = 'waits'; END""",
        ),
        _refusing("updates_fixed", "UPDATE ON updates", "TRUE", "a history only grows"),
        _refusing(
            "updates_stay",
            "DELETE ON updates",
            "EXISTS (SELECT 1 FROM actions WHERE id = OLD.action_id)",
            "a history only grows",
        ),
    )
)
"""Each trigger's SQL by its name."""

_LAST: Final = (
    "(SELECT {cell} FROM updates WHERE action_id = actions.id AND kind IN ({kinds})"
    " ORDER BY line DESC LIMIT 1)"
)

_TELLING: Final = "'done', 'stopped', 'reopened', 'on course', 'moved', 'handed over'"

VIEWS: Final[dict[str, str]] = {
    "agreements": f"""CREATE VIEW agreements AS
    SELECT actions.id, ideas.meeting_id, actions.idea_id, ideas.number, actions.owner, actions.due,
        actions.first_step,
        coalesce({_LAST.format(cell="owner", kinds="'handed over'")}, actions.owner) AS owner_now,
        CASE WHEN EXISTS (SELECT 1 FROM updates WHERE action_id = actions.id AND kind = 'moved')
            THEN {_LAST.format(cell="due", kinds="'moved'")} ELSE actions.due
        END AS due_now,
        CASE {_LAST.format(cell="kind", kinds=_TELLING)}
            WHEN 'done' THEN 'done' WHEN 'stopped' THEN 'stopped' ELSE 'open'
        END AS state_now,
        (SELECT count(*) FROM updates WHERE action_id = actions.id AND kind = 'moved')
            AS times_moved
    FROM meetings
    JOIN ideas ON ideas.meeting_id = meetings.id
    JOIN actions ON actions.idea_id = ideas.id
    WHERE meetings.phase = 'follow-up'"""
}
"""What was agreed in closed meetings, as it stands now: the rules of `ActionItem`, in SQL."""


def lay_gate(db: Database) -> None:
    """Make each trigger and view that is not there, or not as it should be.

    A table that is transformed loses its triggers silently, so this comes after every migration
    and at every opening.
    """
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
    there = dict(found.fetchall())
    for kind, laid in (("VIEW", VIEWS), ("TRIGGER", TRIGGERS)):
        for name, sql in laid.items():
            if there.get(name) != sql:
                db.execute(f"DROP {kind} IF EXISTS {name}")
                db.execute(sql)
