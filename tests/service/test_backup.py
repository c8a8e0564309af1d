from pathlib import Path

import pytest

from socinno_tui.service import backup
from socinno_tui.service.backup import back_up
from socinno_tui.service.written_file import DatabaseInUse, NoRoomForExport
from socinno_tui.store.errors import DiskFull
from socinno_tui.store.store import Store
from tests.meetings import a_meeting


def test_a_copy_is_made_while_a_meeting_goes_on(store: Store, tmp_path: Path) -> None:
    store.write(None, a_meeting())
    back_up(store, tmp_path / "copy.db")
    copy = Store.open(tmp_path / "copy.db")
    assert copy.meetings() == store.meetings()
    copy.close()


def test_the_meetings_are_never_replaced_by_their_own_copy(store: Store) -> None:
    store.write(None, a_meeting())
    with pytest.raises(DatabaseInUse):
        back_up(store, store.path, overwrite=True)
    store.delete(a_meeting().id)
    again = Store.open(store.path)
    assert again.meetings() == ()
    again.close()


def test_a_full_disk_is_said_of_the_copy(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, _target: Path) -> None:
        raise DiskFull(source)

    monkeypatch.setattr(backup, "copy_database", full)
    with pytest.raises(NoRoomForExport):
        back_up(store, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
