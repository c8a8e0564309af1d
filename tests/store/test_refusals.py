"""A file that cannot be used is refused with one of our own errors, and stays byte for byte."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store import connection
from socinno_tui.store.errors import (
    DatabaseBusy,
    DatabaseReadOnly,
    DiskFull,
    FileRefused,
    FolderMissing,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
    RowRefused,
    StoreRefused,
)
from socinno_tui.store.store import Store
from tests.meetings import TODAY, a_meeting, an_idea, idea_id
from tests.store.raw import raw

NOBODY = 65534


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for another program only briefly: what is tested is that it comes to an end."""
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 50)


def ours(file: Path, meeting: Meeting | None = None) -> Path:
    """Make a file of this program, closed and checkpointed."""
    with closing(Store.open(file)) as store:
        store.write(None, meeting or a_meeting(Phase.FOLLOW_UP))
    return file


def a_text(file: Path) -> None:
    file.write_text("Geachte deelnemers,\n" * 400, encoding="utf-8")


def a_short_text(file: Path) -> None:
    file.write_text("hoi")


def only_the_header(file: Path) -> None:
    file.write_bytes(ours(file).read_bytes()[:100])


def a_torn_header(file: Path) -> None:
    file.write_bytes(ours(file).read_bytes()[:40])


def half_a_file(file: Path) -> None:
    whole = ours(file).read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def a_page_less(file: Path) -> None:
    file.write_bytes(ours(file).read_bytes()[:-4096])


def another_programs(file: Path) -> None:
    with raw(file) as other:
        other.execute("CREATE TABLE meetings (id TEXT PRIMARY KEY)")


def another_programs_without_tables(file: Path) -> None:
    with raw(file) as other:
        other.execute("PRAGMA application_id = 252006673")


def a_newer_versions(file: Path) -> None:
    with raw(ours(file)) as other:
        other.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('socinno', 'phones_have_colours', '2030-01-01')"
        )


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (a_text, NotADatabase),
        (a_short_text, NotADatabase),
        (a_torn_header, NotADatabase),
        (only_the_header, NotADatabase),
        (half_a_file, NotADatabase),
        (a_page_less, NotADatabase),
        (another_programs, NotOurDatabase),
        (another_programs_without_tables, NotOurDatabase),
        (a_newer_versions, NewerDatabase),
    ],
)
def test_what_is_not_ours_to_write_is_left_as_it_is(
    file: Path, make: Callable[[Path], object], error: type[FileRefused]
) -> None:
    make(file)
    before = file.read_bytes()
    with pytest.raises(error) as refused:
        Store.open(file)
    assert type(refused.value) is error
    assert refused.value.path == file
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "stick" / "bijeenkomsten.db"
    with pytest.raises(FolderMissing) as refused:
        Store.open(file)
    assert refused.value.path == file
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder_to_put_one_in(tmp_path: Path) -> None:
    (tmp_path / "notitie").write_text("geen map")
    with pytest.raises(FolderMissing):
        Store.open(tmp_path / "notitie" / "bijeenkomsten.db")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase):
        Store.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_link_into_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "koppeling.db"
    link.symlink_to(tmp_path / "weg" / "bijeenkomsten.db")
    with pytest.raises(FileRefused):
        Store.open(link)


def test_an_empty_file_is_a_new_one(file: Path) -> None:
    file.touch()
    with closing(Store.open(file)) as store:
        assert store.summaries(TODAY) == ()


def test_a_name_that_sqlite_takes_for_memory_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Store.open(Path(":memory:")).close()
    assert (tmp_path / ":memory:").stat().st_size > 0


# Not allowed to write


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Be bound by permissions, which the superuser is not; anyone else is already."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def everyones_folder() -> Iterator[Path]:
    """A folder that somebody else can reach; pytest's own are the superuser's alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("killed", [False, True])
def test_a_file_that_cannot_be_written_is_refused(
    everyones_folder: Path, tmp_path: Path, killed: bool
) -> None:
    with closing(Store.open(tmp_path / "bijeenkomsten.db")) as store:
        store.write(None, a_meeting())
        if not killed:
            store.close()
        # As they lie: after a kill what is in the log is not yet in the file itself.
        for lying in tmp_path.iterdir():
            (everyones_folder / lying.name).write_bytes(lying.read_bytes())
    for made in everyones_folder.iterdir():
        made.chmod(0o444)
    everyones_folder.chmod(0o555)
    before = {made.name: made.read_bytes() for made in everyones_folder.iterdir()}
    assert len(before) == (3 if killed else 1)
    file = everyones_folder / "bijeenkomsten.db"
    with as_somebody_else(), pytest.raises(DatabaseReadOnly) as refused:
        Store.open(file)
    assert refused.value.path == file
    assert {made.name: made.read_bytes() for made in everyones_folder.iterdir()} == before


def test_a_new_file_in_a_folder_that_cannot_be_written_is_refused(everyones_folder: Path) -> None:
    everyones_folder.chmod(0o555)
    with as_somebody_else(), pytest.raises(DatabaseReadOnly):
        Store.open(everyones_folder / "bijeenkomsten.db")
    assert list(everyones_folder.iterdir()) == []


def test_a_folder_that_cannot_even_be_looked_into_is_refused(everyones_folder: Path) -> None:
    locked = everyones_folder / "op slot"
    (locked / "map").mkdir(parents=True)
    locked.chmod(0o000)
    try:
        with as_somebody_else(), pytest.raises(DatabaseReadOnly):
            Store.open(locked / "map" / "bijeenkomsten.db")
    finally:
        locked.chmod(0o755)


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
