"""A file that cannot be used is refused with one of our own errors, and stays byte for byte."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from socinno_tui.store.errors import (
    DatabaseReadOnly,
    FileRefused,
    FolderMissing,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
)
from socinno_tui.store.store import Store
from tests.meetings import TODAY, a_meeting
from tests.store.closed_file import ours
from tests.store.raw import raw

NOBODY = 65534

pytestmark = pytest.mark.usefixtures("impatient")


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
