"""A file that is only followed: it stays as it is, to the byte, whatever happens to it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from socinno_tui.domain.phase import Phase
from socinno_tui.store.connection import only_read
from socinno_tui.store.errors import (
    DatabaseBusy,
    DatabaseReadOnly,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
    OlderDatabase,
)
from socinno_tui.store.store import Store
from tests.meetings import a_meeting
from tests.store.test_killed import bare
from tests.store.windows import WRITING, a_window


def test_it_sees_what_another_window_writes(store: Store, file: Path) -> None:
    meeting = a_meeting()
    store.write(None, meeting)
    with closing(Store.open_to_read(file)) as follower:
        version = follower.data_version()
        assert follower.meeting(meeting.id) == meeting
        renamed = replace(meeting, title="Anders")
        store.write(meeting, renamed)
        assert follower.data_version() != version
        assert follower.meeting(meeting.id) == renamed
        (standing,) = follower.standings()
        assert (standing.id, standing.phase) == (meeting.id, Phase.IDEATION)
        assert standing.changed_at == meeting.created_at


def test_nothing_can_be_written_through_it(store: Store, file: Path) -> None:
    store.write(None, a_meeting())
    with closing(Store.open_to_read(file)) as follower, pytest.raises(DatabaseReadOnly):
        follower.delete(a_meeting().id)
    assert store.meeting(a_meeting().id) == a_meeting()


def test_the_file_itself_stays_as_it_is(file: Path) -> None:
    Store.open(file).close()
    before = file.read_bytes()
    with closing(Store.open_to_read(file)) as follower:
        assert follower.standings() == ()
    assert file.read_bytes() == before


def test_after_a_kill_it_sees_what_was_acknowledged(file: Path) -> None:
    meeting = replace(bare(a_meeting(ideas=())), topics=a_meeting().topics)
    with closing(Store.open(file)) as store:
        store.write(None, meeting)
    with a_window(WRITING, str(file), meeting.id) as writer:
        acknowledged = [writer.says() for _idea in range(10)]
        with closing(Store.open_to_read(file)) as looking_on:
            acknowledged += writer.kill()
            for follower in (looking_on, Store.open_to_read(file)):
                found = [idea.id for idea in follower.meeting(meeting.id).ideas]
                assert found[: len(acknowledged)] == acknowledged
            follower.close()


def test_who_writes_leaves_a_whole_file_although_another_looks_on(
    file: Path, tmp_path: Path
) -> None:
    store = Store.open(file)
    with closing(Store.open_to_read(file)):
        store.write(None, a_meeting())
        store.close()
        alone = tmp_path / "alone.db"
        alone.write_bytes(file.read_bytes())
        with closing(Store.open(alone)) as copied:
            assert copied.meeting(a_meeting().id) == a_meeting()


def test_a_locked_file_is_told_at_once(file: Path) -> None:
    Store.open(file).close()
    with closing(Store.open_to_read(file)) as follower, closing(sqlite3.connect(file)) as other:
        # Only who has the file to itself can leave WAL mode, and then lock it whole.
        follower.close()
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusy):
            only_read(file)


def test_an_older_or_newer_file_or_one_only_begun_is_left_alone(file: Path) -> None:
    sqlite3.connect(file).close()
    file.touch()
    with pytest.raises(OlderDatabase):
        only_read(file)
    Store.open(file).close()
    with closing(sqlite3.connect(file)) as raw:
        (last,) = raw.execute("SELECT max(rowid) FROM _sqlite_migrations").fetchone()
        raw.execute("DELETE FROM _sqlite_migrations WHERE rowid = ?", [last])
        raw.commit()
    with pytest.raises(OlderDatabase):
        only_read(file)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('socinno', 'of next year', '2030-01-01')"
        )
        raw.commit()
    with pytest.raises(NewerDatabase):
        only_read(file)


def test_what_is_not_ours_is_left_alone(file: Path) -> None:
    Database(file).table("songs").insert({"title": "Dos Gardenias"})
    with pytest.raises(NotOurDatabase):
        only_read(file)
    file.write_bytes(b"no database at all, but text " * 40)
    with pytest.raises(NotADatabase):
        only_read(file)
    with pytest.raises(DatabaseReadOnly):
        only_read(file.with_name("missing.db"))


def test_a_name_that_an_address_would_read_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "wat? 50% #1.db"
    Store.open(file).close()
    with closing(Store.open_to_read(file)) as follower:
        assert follower.standings() == ()
