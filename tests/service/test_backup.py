from contextlib import closing
from pathlib import Path

import pytest

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import with_dot_round
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Door, Fate, SentIdea
from socinno_tui.service import backup
from socinno_tui.service.backup import back_up
from socinno_tui.service.written_file import DatabaseInUse, NoRoomForExport
from socinno_tui.store.copying import without_phones
from socinno_tui.store.errors import DiskFull
from socinno_tui.store.store import Store
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_id, idea_id
from tests.phones import keep_door
from tests.store.test_older_files import an_old_file


def test_a_copy_is_made_while_a_meeting_goes_on(store: Store, tmp_path: Path) -> None:
    store.write(None, a_meeting())
    back_up(store, tmp_path / "copy.db")
    copy = Store.open(tmp_path / "copy.db")
    assert copy.meetings() == store.meetings()
    copy.close()


def test_what_phones_are_known_by_stays_behind(store: Store, tmp_path: Path) -> None:
    begun = DotRound(an_id("round"), a_topic().id, 6, 3)
    meeting = with_dot_round(a_meeting(Phase.SELECTION), begun)
    store.write(None, meeting)
    key = bytes(range(32))
    keep_door(store.phones, Door(meeting.id, key, "K7Q4M", "192.168.1.20", 8080))
    for fate in Fate:
        text = f"Een bel bij de deur ({fate.value})"
        store.phones.add_idea(meeting.id, SentIdea(fate.value, a_topic().id, text, STARTS_AT))
        store.phones.change_fate([fate.value], Fate.WAITS, fate)
    voter = "5f" * 32
    store.phones.ballots.save(begun.id, voter, Ballot({idea_id(1): 2}))
    back_up(store, tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == ["copy.db"]
    whole = (tmp_path / "copy.db").read_bytes()
    for secret in (
        key,
        key.hex().encode(),
        b"K7Q4M",
        b"192.168.1.20",
        voter.encode(),
        b"left out)",
    ):
        assert secret not in whole
    with closing(Store.open(tmp_path / "copy.db")) as copy:
        assert copy.meetings() == (meeting,)
        assert copy.phones.door(meeting.id) is None
        assert [one.id for one in copy.phones.sent(meeting.id, *Fate)] == ["waits"]
    # And here all of it is as it was.
    assert store.phones.door(meeting.id) is not None
    assert store.phones.ballots.totals(begun.id) == {idea_id(1): 2}


def test_a_copy_of_a_file_without_phones_is_not_looked_through(tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    an_old_file(older)
    before = older.read_bytes()
    without_phones(older)
    assert older.read_bytes() == before


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
