"""A process of its own lets phones in: what it sees of the meeting that a window holds."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.service.doors import AFTER_CLOSE
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_door import MeetingOnFile
from socinno_tui.service.phones_beside import PhonesBeside
from socinno_tui.store.errors import DatabaseBusy
from socinno_tui.store.store import Store
from tests.meetings import a_meeting
from tests.phones import NoServer
from tests.service.phones import an_open_door
from tests.service.standing_clock import StandingClock


class Beside:
    """The process, its server and what it printed."""

    def __init__(self, store: Store, meeting_id: str, clock: StandingClock) -> None:
        self.store = store
        self.counted: list[int] = []
        on_file = MeetingOnFile(store, meeting_id)
        self.server = NoServer(door=None, code="")  # type: ignore[arg-type]
        self.phones = PhonesBeside(
            self.server, on_file, clock.clock, store.phones, self.counted.append
        )


@pytest.fixture
def opened(store: Store, clock: StandingClock) -> Iterator[OpenMeeting]:
    meeting = a_meeting()
    store.write(None, meeting)
    held = OpenMeeting(store, meeting.id, clock.clock)
    an_open_door(held, clock)
    yield held
    held.release()


@pytest.fixture
def beside(opened: OpenMeeting, file: Path, clock: StandingClock) -> Iterator[Beside]:
    with closing(Store.open(file)) as store:
        yield Beside(store, opened.meeting.id, clock)


def test_phones_are_told_when_the_window_wrote_and_only_then(
    opened: OpenMeeting, beside: Beside
) -> None:
    assert beside.phones.look()
    assert beside.server.told == 0
    LiveMeeting(opened).offer_idea("Een bel bij de deur")
    assert beside.phones.look()
    assert beside.phones.look()
    assert beside.server.told == 1


def test_the_window_knows_how_many_are_in(opened: OpenMeeting, beside: Beside) -> None:
    for phones in (0, 3, 3, 2):
        beside.server.phones = phones
        assert beside.phones.look()
    assert beside.counted == [0, 3, 2]
    door = opened.phones.door(opened.meeting.id)
    assert door is not None
    assert door.phones == 2


def test_the_recap_can_be_read_for_half_an_hour_and_then_it_ends(
    opened: OpenMeeting, beside: Beside, clock: StandingClock
) -> None:
    opened.commit(replace(opened.meeting, nothing_selected_because="Niets was rijp"))
    for _phase in range(3):
        LiveMeeting(opened).move_on()
    assert beside.phones.look()
    clock.at = clock.at.add(seconds=AFTER_CLOSE.in_seconds() - 1)
    assert beside.phones.look()
    clock.passes(seconds=1)
    assert not beside.phones.look()


def test_it_ends_when_the_meeting_is_thrown_away(opened: OpenMeeting, beside: Beside) -> None:
    opened._store.delete(opened.meeting.id)
    assert not beside.phones.look()


def test_a_file_that_is_locked_for_a_moment_is_looked_at_again(
    opened: OpenMeeting, beside: Beside, file: Path
) -> None:
    assert beside.phones.look()
    beside.server.phones = 1
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            beside.phones.look()
        other.execute("ROLLBACK")
    assert beside.phones.look()
    assert beside.counted == [0, 1]
