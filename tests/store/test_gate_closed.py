"""What is closed stays as it was agreed, by whatever program it is written to."""

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.action import Update, UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store.store import Store
from tests.meetings import (
    STARTS_AT,
    a_meeting,
    an_id,
    idea_id,
)
from tests.store.past_the_store import OTHER_IDEA, another_meeting, refused
from tests.store.raw import counts, raw

DUE_LATER = STARTS_AT.add(days=30).date()


@pytest.fixture
def closed(store: Store) -> Meeting:
    """A closed meeting with a history, beside an open one with an agreement of its own."""
    meeting = a_meeting(Phase.FOLLOW_UP)
    store.write(None, meeting)
    moved = Update(an_id("moved"), UpdateKind.MOVED, STARTS_AT.add(days=9), "griep", DUE_LATER)
    store.agreements.add_update(meeting.actions[0].id, moved)
    other = another_meeting()
    action = replace(meeting.actions[0], id=an_id("other action"), idea_id=OTHER_IDEA.id)
    store.write(None, replace(other, actions=(action,)))
    return store.meeting(meeting.id)


def test_a_closed_meeting_is_not_replaced_by_an_open_one(
    file: Path, store: Store, closed: Meeting, foreign_keys: bool
) -> None:
    with raw(file, foreign_keys=foreign_keys) as other, refused():
        names = [row[1] for row in other.execute("PRAGMA table_info(meetings)")]
        cells = [{"phase": "'closing'"}.get(name, name) for name in names]
        other.execute(
            f"REPLACE INTO meetings SELECT {', '.join(cells)} FROM meetings WHERE id = ?",
            [closed.id],
        )
    assert store.meeting(closed.id) == closed


CLOSED_FOR_EVER = [
    "UPDATE meetings SET phase = 'closing' WHERE id = :closed",
    "UPDATE OR IGNORE meetings SET phase = 'ideation' WHERE id = :closed",
    "UPDATE meetings SET nothing_selected_because = 'toch niet' WHERE id = :closed",
    "UPDATE meetings SET id = 'moved away' WHERE id = :closed",
    "UPDATE OR REPLACE meetings SET id = :closed WHERE id = :open",
    "UPDATE ideas SET verdict = NULL WHERE id = :idea",
    "UPDATE ideas SET text = 'iets anders' WHERE id = :idea",
    "UPDATE ideas SET meeting_id = :open WHERE id = :idea",
    "UPDATE ideas SET meeting_id = :closed, number = 99 WHERE id = :other_idea",
    "UPDATE OR REPLACE ideas SET id = :idea WHERE id = :other_idea",
    "DELETE FROM ideas WHERE id = :idea",
    "INSERT INTO ideas SELECT 'new', meeting_id, 99, topic_id, text, offered_at, NULL, 'selected',"
    " '' FROM ideas WHERE id = :idea",
    "REPLACE INTO ideas SELECT * FROM ideas WHERE id = :idea",
    "REPLACE INTO ideas SELECT :idea, meeting_id, 99, topic_id, text, offered_at, NULL, NULL, ''"
    " FROM ideas WHERE id = :other_idea",
    "INSERT INTO dots (idea_id, change) VALUES (:idea, 5)",
    "REPLACE INTO dots (id, idea_id, change)"
    " SELECT id, :other_idea, 1 FROM dots WHERE idea_id = :idea",
    "UPDATE dots SET change = 9 WHERE idea_id = :idea",
    "DELETE FROM dots WHERE idea_id = :idea",
    "UPDATE actions SET owner = 'iemand' WHERE id = :action",
    "UPDATE actions SET due = '2027-12-24' WHERE id = :action",
    "UPDATE actions SET idea_id = :other_idea WHERE id = :action",
    "UPDATE OR REPLACE actions SET id = :action WHERE id = :other_action",
    "UPDATE OR REPLACE actions SET idea_id = :idea WHERE id = :other_action",
    "DELETE FROM actions WHERE id = :action",
    "REPLACE INTO actions SELECT * FROM actions WHERE id = :action",
    "UPDATE updates SET text = 'herschreven'",
    "UPDATE updates SET at = '2026-11-24T00:00:00.000000Z'",
    "UPDATE OR IGNORE updates SET due = '2027-01-01'",
    "DELETE FROM updates",
    "REPLACE INTO updates SELECT * FROM updates",
    "INSERT INTO updates SELECT * FROM updates WHERE TRUE"
    " ON CONFLICT (id) DO UPDATE SET text = 'herschreven'",
]


@pytest.mark.parametrize("statement", CLOSED_FOR_EVER)
def test_what_is_closed_stays_as_it_was_agreed(
    file: Path, store: Store, closed: Meeting, foreign_keys: bool, statement: str
) -> None:
    with raw(file, foreign_keys=foreign_keys) as other:
        with refused():
            other.execute(
                statement,
                {
                    "closed": closed.id,
                    "open": an_id("other meeting"),
                    "idea": idea_id(1),
                    "other_idea": OTHER_IDEA.id,
                    "action": closed.actions[0].id,
                    "other_action": an_id("other action"),
                },
            )
        assert store.meeting(closed.id) == closed


def test_an_action_of_a_closed_meeting_is_not_replaced_by_way_of_another_id(
    file: Path, store: Store, closed: Meeting, foreign_keys: bool
) -> None:
    with raw(file, foreign_keys=foreign_keys) as other:
        names = [row[1] for row in other.execute("PRAGMA table_info(actions)")]
        by_idea = {"id": "'new'"}
        by_id = {"idea_id": f"'{OTHER_IDEA.id}'", "owner": "'iemand'"}
        for changed in (by_idea, by_id):
            cells = [changed.get(name, name) for name in names]
            with refused():
                other.execute(
                    f"REPLACE INTO actions SELECT {', '.join(cells)} FROM actions WHERE id = ?",
                    [closed.actions[0].id],
                )
    assert store.meeting(closed.id) == closed


def test_a_line_of_a_history_is_not_replaced_through_its_place(
    file: Path, store: Store, closed: Meeting
) -> None:
    with raw(file) as other:
        names = ["rowid", *(row[1] for row in other.execute("PRAGMA table_info(updates)"))]
        cells = [{"id": "'new'", "text": "'herschreven'"}.get(name, name) for name in names]
        with refused():
            other.execute(
                f"REPLACE INTO updates ({', '.join(names)}) SELECT {', '.join(cells)} FROM updates"
            )
    assert store.meeting(closed.id) == closed


def test_a_closed_meeting_can_be_deleted_whole(file: Path, store: Store, closed: Meeting) -> None:
    before = counts(file)
    with raw(file, foreign_keys=True) as other:
        other.execute("DELETE FROM meetings WHERE id = ?", [closed.id])
    assert before["updates"] == before["meetings"] - 1 == 1
    assert counts(file) == dict.fromkeys(before, 0) | {
        "meetings": 1,
        "topics": 1,
        "ideas": 1,
        "actions": 1,
    }
