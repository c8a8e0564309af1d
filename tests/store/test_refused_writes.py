"""What is not written leaves the file as it was, and what is damaged is told as damage."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store.errors import (
    DatabaseBusy,
    DatabaseReadOnly,
    DiskFull,
    NotADatabase,
    NotOurDatabase,
    RowRefused,
    StoreRefused,
)
from socinno_tui.store.store import Store
from tests.meetings import TODAY, a_meeting, an_idea, idea_id
from tests.store.closed_file import ours
from tests.store.raw import raw

pytestmark = pytest.mark.usefixtures("impatient")

# No room, no turn, no sense


@pytest.fixture
def kept(store: Store) -> Meeting:
    meeting = a_meeting()
    store.write(None, meeting)
    return meeting


def test_a_full_disk_refuses_whole_and_takes_it_once_there_is_room(
    store: Store, file: Path, kept: Meeting
) -> None:
    many = kept.with_ideas(
        tuple(an_idea(place, "Een lang idee " * 30) for place in range(100, 300))
    )
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    with pytest.raises(DiskFull) as refused:
        store.write(kept, many)
    assert refused.value.path == file
    assert store.meeting(kept.id) == kept
    store._db.execute("PRAGMA max_page_count = 100000").fetchone()
    store.write(kept, many)
    assert store.meeting(kept.id) == many


def test_a_new_file_on_a_full_disk_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "connect", with_room_for_pages(4))
    with pytest.raises(DiskFull):
        Store.open(file)
    monkeypatch.undo()
    with closing(Store.open(file)) as store:
        store.write(None, a_meeting())


def with_room_for_pages(pages: int) -> Callable[[Path], sqlite3.Connection]:
    real = sqlite3.connect

    def connect(file: Path) -> sqlite3.Connection:
        opened = real(file)
        opened.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        return opened

    return connect


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_write_waits_for_another_program_only_so_long(
    store: Store, file: Path, lock: str
) -> None:
    store._db.execute("PRAGMA busy_timeout = 50").fetchone()
    kept = a_meeting()
    store.write(None, kept)
    changed = kept.with_idea(an_idea(99))
    with raw(file) as other:
        other.execute(lock)
        with pytest.raises(DatabaseBusy) as refused:
            store.write(kept, changed)
        assert refused.value.path == file
        assert store.meeting(kept.id) == kept
        with pytest.raises(DatabaseBusy):
            Store.open(file)
        other.execute("ROLLBACK")
    store.write(kept, changed)
    assert store.meeting(kept.id) == changed


def test_a_file_that_another_program_keeps_to_itself_is_refused(file: Path) -> None:
    ours(file)
    with raw(file) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusy):
            Store.open(file)


def test_writing_is_refused_where_only_reading_is_allowed(store: Store, kept: Meeting) -> None:
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(DatabaseReadOnly):
        store.write(kept, kept.with_idea(an_idea(99)))
    with pytest.raises(DatabaseReadOnly):
        store.delete(kept.id)
    assert store.meeting(kept.id) == kept


@pytest.mark.parametrize("kind", ["nonsense", "zeros"])
def test_damage_is_told_as_damage_wherever_it_is(tmp_path: Path, kind: str) -> None:
    whole = ours(tmp_path / "heel.db").read_bytes()
    page = os.urandom(4096) if kind == "nonsense" else bytes(4096)
    told: list[type[StoreRefused]] = []
    for place in range(0, len(whole), 4096):
        file = tmp_path / f"{kind} {place}.db"
        file.write_bytes(whole[:place] + page + whole[place + 4096 :])
        try:
            read_all(file)
        except StoreRefused as error:
            told.append(type(error))
    assert set(told) <= {NotADatabase, NotOurDatabase}
    assert len(told) > len(whole) // 4096 // 3


def read_all(file: Path) -> None:
    with closing(Store.open(file)) as store:
        for summary in store.summaries(TODAY):
            store.meeting(summary.id)
        store.agreements.read()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meetings SET phase = 'klaar'",
        "UPDATE ideas SET text = CAST(x'ff' AS TEXT)",
        "UPDATE ideas SET offered_at = 'gisteren'",
        "UPDATE actions SET due = '2026-02-30'",
        "UPDATE turns SET speaker = 'iedereen'",
    ],
)
def test_a_value_that_is_none_of_ours_is_told_as_damage(file: Path, damage: str) -> None:
    meeting = a_meeting(Phase.CLOSING)
    action = a_meeting(Phase.FOLLOW_UP).actions[0]
    ours(file, meeting.with_action(action))
    with raw(file) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute(damage)
    with closing(Store.open(file)) as store, pytest.raises(NotADatabase):
        store.meeting(meeting.id)


def test_a_change_to_what_another_program_took_away_is_refused(
    store: Store, file: Path, kept: Meeting
) -> None:
    with raw(file, foreign_keys=True) as other:
        other.execute("DELETE FROM ideas WHERE id = ?", [idea_id(3)])
    without = store.meeting(kept.id)
    for changed in (
        kept.with_idea_text(idea_id(3), "Anders gezegd"),
        kept.with_dots(idea_id(3), 4),
        kept.with_merged(idea_id(3), frozenset({idea_id(1)})),
    ):
        with pytest.raises(RowRefused):
            store.write(kept, changed)
    assert store.meeting(kept.id) == without


# How it is kept


def test_the_file_is_kept_as_it_was_promised(store: Store, file: Path) -> None:
    def pragma(name: str) -> object:
        return store._db.execute(f"PRAGMA {name}").fetchone()[0]

    full = 2
    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == full
    assert pragma("foreign_keys") == 1
    with raw(file) as other:
        strict = other.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE '%sqlite%'"
        )
        assert {name for name, is_strict in strict if not is_strict} == set()
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_opening_again_changes_nothing(file: Path) -> None:
    before = ours(file).read_bytes()
    with closing(Store.open(file)) as store:
        store.summaries(TODAY)
    assert file.read_bytes() == before
