"""A second screen: it sees all that another window writes, and writes and holds nothing."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, open_turn
from socinno_tui.service.following import Following
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, an_id
from tests.service.standing_clock import StandingClock

Window = Callable[[str], OpenMeeting]


@pytest.fixture
def following(file: Path, clock: StandingClock) -> Iterator[Following]:
    follower = Following(file, clock.clock)
    yield follower
    follower.close()


@pytest.fixture
def meeting(store: Store, clock: StandingClock) -> Meeting:
    """A meeting that goes on: who has the floor was heard just now."""
    begun = a_meeting()
    heard = replace(begun.turns[-1], heard_at=clock.at)
    meeting = replace(begun, turns=(*begun.turns[:-1], heard), changed_at=clock.at)
    store.write(None, meeting)
    return meeting


def another(meeting: Meeting, name: str, phase: Phase) -> Meeting:
    """The same meeting once more, with ids of its own and nothing in it."""
    return replace(
        meeting,
        id=an_id(name),
        title=name,
        phase=phase,
        topics=(replace(meeting.topics[0], id=an_id(f"{name} topic")),),
        ideas=(),
        turns=(),
        participants=(),
        room_checks=(),
        agenda=replace(meeting.agenda, boxes=()),
    )


def is_alone(following: Following) -> bool:
    return following.is_left_alone


def test_it_waits_for_a_file_and_for_a_meeting(
    file: Path, following: Following, clock: StandingClock
) -> None:
    assert not following.look()
    with closing(Store.open(file)) as store:
        assert not following.look()
        store.write(None, a_meeting(Phase.PREPARATION))
        assert following.look()
    assert following.meeting == a_meeting(Phase.PREPARATION)
    assert not following.look()


def test_it_sees_every_change_at_the_next_look(
    following: Following, meeting: Meeting, window: Window
) -> None:
    following.look()
    opened = window(meeting.id)
    live = LiveMeeting(opened)
    live.offer_idea("Zelfscan bij de ingang")
    assert following.look()
    assert following.meeting == opened.meeting
    live.give_floor(Speaker.MANAGER)
    live.move_on()
    assert following.look()
    assert following.meeting == opened.meeting
    assert not following.look()


def test_it_never_holds_the_meeting(
    following: Following, meeting: Meeting, window: Window, file: Path
) -> None:
    following.look()
    assert not list(file.parent.glob("*-hold-*"))
    opened = window(meeting.id)
    assert not opened.read_only
    following.look()
    opened.release()
    following.look()
    assert not window(meeting.id).read_only


def test_the_next_meeting_is_picked_up_when_it_begins(
    store: Store, following: Following, meeting: Meeting, clock: StandingClock
) -> None:
    following.look()
    closed = replace(meeting, phase=Phase.CLOSING)
    store.write(meeting, closed)
    following.look()
    assert following.meeting is not None
    assert following.meeting.phase is Phase.CLOSING
    clock.passes(minutes=5)
    prepared = replace(another(meeting, "De volgende", Phase.PREPARATION), changed_at=clock.at)
    store.write(None, prepared)
    following.look()
    assert following.meeting.id == meeting.id
    begun = replace(prepared, phase=Phase.IDEATION)
    store.write(prepared, begun)
    following.look()
    assert following.meeting == begun


def test_a_meeting_that_is_asked_for_is_never_let_go(
    store: Store, file: Path, meeting: Meeting, clock: StandingClock
) -> None:
    other = replace(another(meeting, "Ander", Phase.PREPARATION), changed_at=clock.at)
    store.write(None, other)
    with closing(Following(file, clock.clock, other.id)) as following:
        following.look()
        assert following.meeting == other
        store.delete(other.id)
        assert following.look()
        assert following.meeting is None


def test_when_it_is_left_alone_the_meter_stands_still(
    following: Following, meeting: Meeting, window: Window, clock: StandingClock
) -> None:
    LiveMeeting(window(meeting.id)).give_floor(Speaker.MANAGER)
    following.look()
    assert not is_alone(following)
    clock.passes(seconds=20)
    assert following.look()
    assert is_alone(following)
    assert following.meeting is not None
    assert open_turn(following.meeting.turns) is None
    clock.passes(minutes=2)
    assert not following.look()


def test_when_it_goes_on_that_is_seen(
    following: Following, meeting: Meeting, window: Window, clock: StandingClock
) -> None:
    opened = window(meeting.id)
    following.look()
    clock.passes(minutes=2)
    following.look()
    assert is_alone(following)
    # As after a kill: the hold is free, and nothing else was said.
    opened.release()
    live = LiveMeeting(window(meeting.id))
    live.offer_idea("Een gastvrouw bij de deur")
    assert following.look()
    assert not is_alone(following)
    assert following.meeting == live.meeting


def test_a_locked_file_leaves_the_last_picture(
    file: Path, following: Following, store: Store, meeting: Meeting
) -> None:
    following.look()
    store.close()
    following.close()
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        assert not following.look()
        assert following.meeting == meeting
        other.rollback()
    assert not following.look()
    assert following.meeting == meeting


def test_a_file_that_goes_away_or_is_put_back_is_followed_on(
    file: Path, following: Following, store: Store, meeting: Meeting, tmp_path: Path
) -> None:
    following.look()
    store.close()
    kept = tmp_path / "kept.db"
    shutil.copy(file, kept)
    file.unlink()
    assert not following.look()
    assert following.meeting == meeting
    with closing(Store.open(kept)) as other:
        renamed = replace(meeting, title="Anders")
        other.write(meeting, renamed)
    kept.replace(file)
    assert following.look()
    assert following.meeting == renamed


def test_what_is_no_file_of_ours_any_more_leaves_the_last_picture(
    file: Path, following: Following, store: Store, meeting: Meeting
) -> None:
    following.look()
    store.close()
    file.unlink()
    file.write_bytes(b"not a database " * 100)
    assert not following.look()
    assert following.meeting == meeting
