import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from socinno_tui.service import export_wording  # noqa: F401  (its sentences register here)
from socinno_tui.service.written_file import (
    CannotWrite,
    DatabaseInUse,
    ExportRefused,
    FileThere,
    FolderMissingForExport,
    NoRoomForExport,
    NotReplaceable,
    write_files,
    write_folder,
)
from socinno_tui.store.store import Store
from socinno_tui.wording.errors import words_for
from tests.meetings import a_meeting


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "notulen.md"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(error: BaseException, *, after: int = 0) -> Callable[..., Any]:
    """Give a call that succeeds `after` times at doing nothing, and then fails."""
    left = [after]

    def call(*_given: object, **_named: object) -> None:
        if left[0] == 0:
            raise error
        left[0] -= 1

    return call


def test_a_file_is_written_and_nothing_else_is_left(target: Path) -> None:
    assert write_files({target: b"wat is afgesproken"}) == (target,)
    assert target.read_bytes() == b"wat is afgesproken"
    assert names(target.parent) == ["notulen.md"]


def test_a_file_that_is_there_stays_as_it_was_unless_it_is_asked_for(target: Path) -> None:
    target.write_bytes(b"van vorige week")
    with pytest.raises(FileThere):
        write_files({target: b"nieuw"})
    assert target.read_bytes() == b"van vorige week"
    write_files({target: b"nieuw"}, overwrite=True)
    assert target.read_bytes() == b"nieuw"
    assert names(target.parent) == ["notulen.md"]


@pytest.mark.parametrize("through_a_link", [False, True])
def test_a_database_that_is_open_is_never_replaced(tmp_path: Path, through_a_link: bool) -> None:
    file = tmp_path / "meetings.db"
    target = file
    store = Store.open(file)
    if through_a_link:
        target = tmp_path / "link.db"
        target.symlink_to(file)
    store.write(None, a_meeting())
    with pytest.raises(DatabaseInUse):
        write_files({target: b"notulen"}, overwrite=True)
    assert [meeting.id for meeting in store.meetings()] == [a_meeting().id]
    store.close()
    write_files({target: b"notulen"}, overwrite=True)
    assert target.read_bytes() == b"notulen"


def test_what_a_kill_left_beside_a_database_is_never_laid_over_a_new_one(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"oud")
    (tmp_path / "copy.db-wal").write_bytes(b"half")
    with pytest.raises(DatabaseInUse):
        write_files({target: b"nieuw"}, overwrite=True)
    assert target.read_bytes() == b"oud"


def test_a_file_that_another_program_makes_meanwhile_stays_as_it_is(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = os.fsync

    def other_program_writes(handle: int) -> None:
        target.write_bytes(b"van een ander")
        synced(handle)

    monkeypatch.setattr(os, "fsync", other_program_writes)
    with pytest.raises(FileThere):
        write_files({target: b"nieuw"})
    assert target.read_bytes() == b"van een ander"
    assert names(target.parent) == ["notulen.md"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS])
def test_a_disk_without_hard_links_takes_files_too_and_keeps_what_it_has(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", failing(OSError(number, "no links here")))
    write_files({target: b"nieuw"})
    assert target.read_bytes() == b"nieuw"
    with pytest.raises(FileThere):
        write_files({target: b"nog een keer"})
    assert target.read_bytes() == b"nieuw"
    assert names(target.parent) == ["notulen.md"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "full"), NoRoomForExport),
        (PermissionError(errno.EACCES, "not yours"), CannotWrite),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_a_failure_halfway_leaves_what_was_there(
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    told: type[BaseException],
    overwrite: bool,
) -> None:
    if overwrite:
        target.write_bytes(b"van vorige week")
    before = names(target.parent)
    beside = target.with_suffix(".ics")
    monkeypatch.setattr(os, "fsync", failing(error, after=1))
    with pytest.raises(told):
        write_files({beside: b"een", target: b"twee"}, overwrite=overwrite)
    with pytest.raises(told):
        write_folder(target.parent / "mails", {"fatma.eml": b"een", "anouk.eml": b"twee"})
    assert names(target.parent) == before


def test_two_files_that_belong_together_come_both_or_not_at_all(target: Path) -> None:
    beside = target.with_suffix(".ics")
    beside.write_bytes(b"van vorige week")
    with pytest.raises(FileThere) as refused:
        write_files({target: b"tekst", beside: b"agenda"})
    assert refused.value.path == beside
    assert names(target.parent) == ["notulen.ics"]
    write_files({target: b"tekst", beside: b"agenda"}, overwrite=True)
    assert beside.read_bytes() == b"agenda"


def test_the_first_of_two_goes_again_when_the_second_finds_its_name_taken(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = Path.hardlink_to

    def taken_by_another(path: Path, draft: Path) -> None:
        if path.suffix == ".ics":
            path.write_bytes(b"van een ander")
        linked(path, draft)

    monkeypatch.setattr(Path, "hardlink_to", taken_by_another)
    with pytest.raises(FileThere):
        write_files({target: b"tekst", target.with_suffix(".ics"): b"agenda"})
    assert names(target.parent) == ["notulen.ics"]
    assert target.with_suffix(".ics").read_bytes() == b"van een ander"


def test_a_folder_comes_with_all_its_files_and_never_into_one_that_is_there(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mails"
    written = write_folder(folder, {"fatma.eml": b"een", "anouk.eml": b"twee"})
    assert written == (folder / "fatma.eml", folder / "anouk.eml")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "fatma.eml": b"een",
        "anouk.eml": b"twee",
    }
    with pytest.raises(FileThere):
        write_folder(folder, {"fatma.eml": b"drie"})
    assert (folder / "fatma.eml").read_bytes() == b"een"
    assert names(tmp_path) == ["mails"]


def test_writing_over_a_folder_keeps_whatever_else_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "vakantie.jpg").write_bytes(b"strand")
    write_folder(tmp_path, {"fatma.eml": b"een"}, overwrite=True)
    write_folder(tmp_path, {"fatma.eml": b"twee"}, overwrite=True)
    assert names(tmp_path) == ["fatma.eml", "vakantie.jpg"]
    assert (tmp_path / "fatma.eml").read_bytes() == b"twee"


def test_a_file_never_takes_the_place_of_a_folder_nor_the_other_way_round(target: Path) -> None:
    target.mkdir()
    with pytest.raises(NotReplaceable):
        write_files({target: b"nieuw"}, overwrite=True)
    (target / "oud.txt").write_bytes(b"oud")
    with pytest.raises(NotReplaceable):
        write_folder(target / "oud.txt", {"fatma.eml": b"een"}, overwrite=True)
    assert (target / "oud.txt").read_bytes() == b"oud"


@pytest.mark.parametrize(
    "write", [lambda path: write_files({path: b""}), lambda path: write_folder(path, {"a": b""})]
)
def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, write: Callable[[Path], object]
) -> None:
    with pytest.raises(FolderMissingForExport) as refused:
        write(tmp_path / "balie" / "notulen.md")
    assert f"{tmp_path / 'balie'} " in words_for(refused.value)


@pytest.mark.parametrize("name", ["te\0rug", "a" * 300, "\udcff\ud800"])
def test_a_name_that_cannot_be_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        write_files({tmp_path / name: b"nieuw"})
    assert "\0" not in words_for(refused.value)
    assert names(tmp_path) == []
