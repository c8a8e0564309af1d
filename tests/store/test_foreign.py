"""Files of others, made by hand to do harm; ours only reads them, and a copy at that."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.phones import Door, SentIdea
from socinno_tui.store import copying
from socinno_tui.store.copying import copy_database
from socinno_tui.store.errors import DatabaseBusy, NotADatabase
from socinno_tui.store.foreign import meetings_in
from socinno_tui.store.gate import TRIGGERS
from socinno_tui.store.store import Store
from tests.agreements import Agreed, a_closed_meeting
from tests.meetings import STARTS_AT, a_meeting, a_topic
from tests.phones import keep_door

BALIE = a_closed_meeting("balie", [Agreed(3), Agreed(-4)])
ENDLESS = (
    "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT count(*) AS x FROM r"
)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs" / "balie.db"
    path.parent.mkdir()
    with closing(Store.open(path)) as store:
        store.write(None, BALIE)
    return path


def test_what_phones_brought_to_another_file_stays_there(theirs: Path) -> None:
    meeting = replace(a_meeting(), id="other", topics=(a_topic(),), participants=())
    with closing(Store.open(theirs)) as store:
        store.write(None, meeting)
        keep_door(store.phones, Door(meeting.id, b"key" * 11, "K7Q4M", "192.168.1.20", 8080))
        waiting = SentIdea("waits", a_topic().id, "Een bel bij de deur", STARTS_AT)
        store.phones.add_idea(meeting.id, waiting)
    before = theirs.read_bytes()
    assert {found.id: found.ideas for found in meetings_in(theirs)} == {
        BALIE.id: BALIE.ideas,
        meeting.id: meeting.ideas,
    }
    assert theirs.read_bytes() == before


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        yield db


def changed_past_the_gate(path: Path, change: str) -> None:
    with by_hand(path) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        for name in TRIGGERS:
            db.execute(f"DROP TRIGGER {name}")
        db.execute(change)


def test_a_file_is_read_and_left_with_nothing_beside_it(theirs: Path) -> None:
    before = theirs.read_bytes()
    assert meetings_in(theirs) == (BALIE,)
    assert theirs.read_bytes() == before
    assert list(theirs.parent.iterdir()) == [theirs]


def test_a_file_that_cannot_be_written_beside_is_read_too(
    theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store.open(theirs)) as store:
        store.write(BALIE, replace(BALIE, title="Anders"))
        assert theirs.with_name("balie.db-wal").stat().st_size > 0
        kept = theirs.parent.with_name("stick")
        shutil.copytree(theirs.parent, kept)
    (kept / "balie.db-shm").unlink()
    # For the administrator, as whom tests may run, nothing is write-protected.
    monkeypatch.setattr(os, "access", lambda path, *_asked, **_how: kept not in {path, path.parent})
    there = {path.name: path.read_bytes() for path in kept.iterdir()}
    assert [meeting.title for meeting in meetings_in(kept / "balie.db")] == ["Anders"]
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == there


def test_a_program_that_keeps_the_file_to_itself_is_not_waited_for_without_end(
    theirs: Path, tmp_path: Path
) -> None:
    with by_hand(theirs) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusy):
            copy_database(theirs, tmp_path / "copy.db", wait_seconds=0.2)


@pytest.mark.parametrize(
    "changes",
    [
        ("DROP VIEW agreements", f"CREATE VIEW agreements AS {ENDLESS}"),
        (f"CREATE TRIGGER evil BEFORE DELETE ON meetings BEGIN SELECT * FROM ({ENDLESS}); END",),
        (f'CREATE VIEW "a""b" AS {ENDLESS}',),
        ("DROP TABLE ballots", f"CREATE VIEW ballots AS {ENDLESS}"),
        ("DROP TABLE phone_ideas", "CREATE TABLE phone_ideas (fate)"),
        ("DROP TABLE phone_doors", f"CREATE VIEW phone_doors AS {ENDLESS}"),
    ],
)
def test_what_runs_by_itself_is_taken_out(theirs: Path, changes: tuple[str, ...]) -> None:
    with by_hand(theirs) as db:
        for change in changes:
            db.execute(change)
    assert meetings_in(theirs) == (BALIE,)


@pytest.mark.parametrize(
    "changes",
    [
        ("ALTER TABLE room_checks RENAME TO kept", f"CREATE VIEW room_checks AS {ENDLESS}"),
        ("ALTER TABLE topics ADD COLUMN bomb BLOB AS (zeroblob(1000000000))",),
        ("DROP TABLE breaks",),
        ("ALTER TABLE meetings DROP COLUMN place",),
        ("DROP TABLE _sqlite_migrations",),
    ],
)
def test_tables_that_are_not_as_ours_are_refused(theirs: Path, changes: tuple[str, ...]) -> None:
    with by_hand(theirs) as db:
        for change in changes:
            db.execute(change)
    with pytest.raises(NotADatabase):
        meetings_in(theirs)


def test_a_table_that_holds_anything_is_refused(theirs: Path) -> None:
    with by_hand(theirs) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'topics'"
        )
    changed_past_the_gate(theirs, "UPDATE topics SET name = x'00ff'")
    with pytest.raises(NotADatabase):
        meetings_in(theirs)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE topics SET overruled = '5'",
        "UPDATE topics SET overruled = '" + "[" * 100_000 + "'",
        "UPDATE meetings SET created_at = '0001-01-01T00:00:00+14:00'",
        "UPDATE meetings SET created_at = 'yesterday'",
        "UPDATE meetings SET title = CAST(x'ff41' AS TEXT)",
        "UPDATE meetings SET phase = 'dreaming'",
    ],
)
def test_values_that_are_not_as_ours_are_refused(theirs: Path, change: str) -> None:
    changed_past_the_gate(theirs, change)
    with pytest.raises(NotADatabase):
        meetings_in(theirs)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:100],
        lambda data: data[:100] + bytes(len(data) - 100),
        lambda data: data[:4096] + b"\xa9" * 8192 + data[12288:],
    ],
)
def test_a_damaged_file_is_refused(theirs: Path, damage: Callable[[bytes], bytes]) -> None:
    theirs.write_bytes(damage(theirs.read_bytes()))
    with pytest.raises(NotADatabase):
        meetings_in(theirs)


def test_damage_that_cannot_even_be_told_is_damage() -> None:
    class Untellable:
        text_factory: object = str

        def execute(self, _sql: str) -> None:
            raise UnicodeDecodeError("utf-8", b"\xa9", 0, 1, "invalid start byte")

    assert not copying._is_sound(Untellable())  # type: ignore[arg-type]
