"""The gate holds whoever writes: here the standard library's sqlite3, past all of our own code."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.closing import moved_on
from socinno_tui.domain.idea import Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store.errors import ClosedByGate
from socinno_tui.store.store import Store
from tests.meetings import (
    STARTS_AT,
    a_meeting,
    an_id,
    an_idea,
    idea_id,
    with_agreements,
)
from tests.store.past_the_store import another_meeting, refused
from tests.store.raw import counts, raw

CLOSE = "UPDATE meetings SET phase = 'follow-up', closed_at = '2026-11-23T11:00:00.000000Z'"


@pytest.fixture
def closing(store: Store) -> Meeting:
    meeting = a_meeting(Phase.CLOSING)
    store.write(None, meeting)
    return meeting


@pytest.mark.parametrize("words", ["UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE"])
def test_a_meeting_with_gaps_is_not_closed(
    file: Path, store: Store, closing: Meeting, foreign_keys: bool, words: str
) -> None:
    with raw(file, foreign_keys=foreign_keys) as other, refused():
        other.execute(CLOSE.replace("UPDATE", words))
    assert store.meeting(closing.id) == closing


def test_a_meeting_with_gaps_is_not_closed_by_way_of_another_id(
    file: Path, store: Store, closing: Meeting
) -> None:
    with raw(file) as other, refused():
        other.execute(
            "UPDATE meetings SET id = 'elders', phase = 'follow-up',"
            " nothing_selected_because = 'niets was rijp'"
        )
    assert store.meeting(closing.id) == closing


@pytest.mark.parametrize(
    "gap",
    [
        "owner = ''",
        "owner = ' '",
        "owner = char(9)",
        "owner = char(160)",
        "due = NULL",
    ],
)
def test_one_gap_among_three_agreements_is_enough(
    file: Path, store: Store, closing: Meeting, gap: str
) -> None:
    store.write(closing, with_agreements(closing))
    with raw(file) as other:
        other.execute(f"UPDATE actions SET {gap} WHERE idea_id = ?", [idea_id(4)])
        with refused():
            other.execute(CLOSE)
        other.execute("UPDATE actions SET owner = 'Lies', due = '2026-12-24'")
        other.execute(CLOSE)
    assert store.meeting(closing.id).phase is Phase.FOLLOW_UP


def test_a_missing_agreement_is_a_gap(file: Path, store: Store, closing: Meeting) -> None:
    store.write(closing, with_agreements(closing))
    with raw(file) as other:
        other.execute("DELETE FROM actions WHERE idea_id = ?", [idea_id(2)])
        with refused():
            other.execute(CLOSE)


def test_what_is_merged_under_another_needs_no_owner(file: Path, store: Store) -> None:
    meeting = a_meeting(Phase.SELECTION)
    merged = meeting.with_verdict(idea_id(2), Verdict(VerdictKind.SELECTED)).with_merged(
        idea_id(1), frozenset({idea_id(2), idea_id(4)})
    )
    chosen = merged.with_verdict(idea_id(1), Verdict(VerdictKind.SELECTED))
    store.write(None, with_agreements(chosen))
    with raw(file) as other:
        other.execute(CLOSE)
    assert [found.idea_number for found in store.agreements.read()] == [1]


@pytest.mark.parametrize("reason", ["", "   ", "\t\n"])
def test_nothing_selected_needs_a_reason(file: Path, store: Store, reason: str) -> None:
    store.write(None, a_meeting(Phase.CLOSING, ideas=[an_idea(1)]))
    with raw(file) as other:
        other.execute("UPDATE meetings SET nothing_selected_because = ?", [reason])
        with refused():
            other.execute(CLOSE)
        other.execute("UPDATE meetings SET nothing_selected_because = 'Eerst de cijfers'")
        other.execute(CLOSE)


@pytest.mark.parametrize("words", ["INSERT", "REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE"])
def test_no_meeting_comes_in_closed(
    file: Path, store: Store, closing: Meeting, foreign_keys: bool, words: str
) -> None:
    with raw(file, foreign_keys=foreign_keys) as other:
        names = [row[1] for row in other.execute("PRAGMA table_info(meetings)")]
        for new_id in ("id", "'new'"):
            cells = [{"phase": "'follow-up'", "id": new_id}.get(name, name) for name in names]
            with refused():
                other.execute(f"{words} INTO meetings SELECT {', '.join(cells)} FROM meetings")
    assert store.meeting(closing.id) == closing
    assert counts(file)["meetings"] == 1


def test_no_meeting_is_closed_by_an_upsert(file: Path, store: Store, closing: Meeting) -> None:
    for phase in ("closing", "follow-up"):
        with raw(file) as other, refused():
            names = [row[1] for row in other.execute("PRAGMA table_info(meetings)")]
            cells = [{"phase": f"'{phase}'"}.get(name, name) for name in names]
            other.execute(
                f"INSERT INTO meetings SELECT {', '.join(cells)} FROM meetings WHERE TRUE"
                " ON CONFLICT (id) DO UPDATE SET phase = 'follow-up'"
            )
    assert store.meeting(closing.id) == closing


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE actions SET due = '2026-02-30'",
        "UPDATE actions SET due = '23-11-2026'",
        "UPDATE actions SET due = ''",
        "UPDATE meetings SET review_date = '2026-02-30'",
        "UPDATE meetings SET planned_minutes = 0",
        "UPDATE meetings SET phase = 'klaar'",
        "UPDATE meetings SET is_example = 2",
        "UPDATE ideas SET text = ''",
        "UPDATE ideas SET number = 0",
        "UPDATE ideas SET verdict = 'misschien'",
        "UPDATE ideas SET number = 1",
        "UPDATE topics SET overruled = 'geen json'",
        "UPDATE topics SET overruled = '5'",
        "UPDATE turns SET speaker = 'iedereen'",
        "UPDATE turns SET ended_at = '2020-01-01T00:00:00.000000Z'",
        "UPDATE time_boxes SET phase = 'pauze'",
        "UPDATE participants SET role = 'baas'",
        "UPDATE ideas SET number = 'zeven'",
    ],
)
def test_a_value_that_could_not_be_read_back_is_refused(
    file: Path, store: Store, closing: Meeting, statement: str
) -> None:
    store.write(closing, with_agreements(closing))
    with raw(file) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)


def test_the_gate_is_made_again_where_it_was_taken_away(file: Path) -> None:
    Store.open(file).close()
    with raw(file) as other:
        there = triggers(other)
        for name in there:
            other.execute(f"DROP TRIGGER {name}")
        other.execute("CREATE TRIGGER gate_close BEFORE UPDATE ON meetings BEGIN SELECT 1; END")
    Store.open(file).close()
    with raw(file) as other:
        assert triggers(other) == there
    assert len(there) > 10


def triggers(connection: sqlite3.Connection) -> dict[str, str]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(found.fetchall())


def test_the_store_says_that_the_gate_refused(store: Store, closing: Meeting) -> None:
    by_force = replace(closing, phase=Phase.FOLLOW_UP, closed_at=STARTS_AT.add(hours=2))
    with pytest.raises(ClosedByGate):
        store.write(closing, by_force)
    with pytest.raises(ClosedByGate):
        store.write(None, replace(another_meeting(), phase=Phase.FOLLOW_UP))
    agreed = with_agreements(closing)
    store.write(closing, agreed)
    shut = moved_on(agreed, now=STARTS_AT.add(hours=2), turn_id=an_id("last"))
    store.write(agreed, shut)
    with pytest.raises(ClosedByGate):
        store.write(shut, agreed)
    assert store.meeting(closing.id) == shut
