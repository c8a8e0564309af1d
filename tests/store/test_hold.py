"""Only one window at a time holds a meeting to write, and no killed window keeps it."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from socinno_tui.store.errors import MeetingHeld
from socinno_tui.store.store import Store
from tests.store.windows import HOLDING, a_window

MEETING = "de balie"


def test_another_process_does_not_get_what_is_held(store: Store, file: Path) -> None:
    with store.hold(MEETING), a_window(HOLDING, str(file), MEETING, "de hal") as other:
        assert other.says() == "held elsewhere"
        assert other.says() == "held"


def test_a_window_that_was_killed_holds_nothing(store: Store, file: Path) -> None:
    with a_window(HOLDING, str(file), MEETING) as other:
        assert other.says() == "held"
        with pytest.raises(MeetingHeld) as refused:
            store.hold(MEETING)
        assert refused.value.meeting_id == MEETING
        other.kill()
        store.hold(MEETING).release()


def test_a_window_lets_go(store: Store, file: Path) -> None:
    with a_window(HOLDING, str(file), MEETING) as other:
        assert other.says() == "held"
        other.tell()
        assert other.says() == "released"
        with store.hold(MEETING), pytest.raises(MeetingHeld):
            store.hold(MEETING)


def test_a_second_window_of_one_process_is_another_window_too(store: Store, file: Path) -> None:
    with closing(Store.open(file)) as second, store.hold(MEETING):
        with pytest.raises(MeetingHeld):
            second.hold(MEETING)
        second.hold("de hal").release()


def test_the_same_file_by_another_name_is_the_same(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = file.with_name("koppeling.db")
    link.symlink_to(file)
    monkeypatch.chdir(file.parent)
    with store.hold(MEETING):
        for other_name in (link, Path(file.name), file.parent / "." / file.name):
            with closing(Store.open(other_name)) as second, pytest.raises(MeetingHeld):
                second.hold(MEETING)


def test_another_file_is_another_meeting(store: Store, file: Path) -> None:
    with closing(Store.open(file.with_name("kopie.db"))) as copy, store.hold(MEETING):
        copy.hold(MEETING).release()


def test_letting_go_twice_takes_it_from_nobody(store: Store) -> None:
    first = store.hold(MEETING)
    first.release()
    second = store.hold(MEETING)
    first.release()
    with pytest.raises(MeetingHeld):
        store.hold(MEETING)
    second.release()


def test_letting_go_from_another_thread_lets_go(store: Store) -> None:
    hold = store.hold(MEETING)
    thread = threading.Thread(target=hold.release)
    thread.start()
    thread.join()
    store.hold(MEETING).release()


def test_a_hold_leaves_nothing_behind(store: Store, file: Path) -> None:
    before = set(file.parent.iterdir())
    with store.hold("../../elders"):
        assert len(set(file.parent.iterdir()) - before) == 1
    assert set(file.parent.iterdir()) == before
