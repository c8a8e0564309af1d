"""Steps taken back on the way to the closing, as the disk sees them."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.service.clock import Clock
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.store import Store
from tests.blank_file import blank_file
from tests.meetings import STARTS_AT, ZONE, a_meeting, idea_id, with_agreements


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(blank_file(tmp_path / "meetings.db"))
    yield store
    store.close()


@pytest.fixture
def live(store: Store) -> Iterator[LiveMeeting]:
    meeting = with_agreements(a_meeting(Phase.CLOSING))
    store.write(None, meeting)
    seconds = count(3600, 7)
    opened = OpenMeeting(
        store, meeting.id, Clock(lambda: STARTS_AT.add(seconds=next(seconds)), ZONE)
    )
    yield LiveMeeting(opened)
    opened.release()


def test_an_agreement_comes_back_with_its_idea_and_the_gate_lets_go(
    live: LiveMeeting, store: Store
) -> None:
    live.move_back()
    live.delete(idea_id(2))
    assert store.meeting(live.meeting.id) == live.meeting
    live.take_back()
    assert store.meeting(live.meeting.id) == live.meeting
    live.move_on()
    live.move_on()
    assert live.meeting.phase is Phase.FOLLOW_UP
    assert [found.idea_number for found in store.agreements.read()] == [1, 2, 4]


def test_a_break_while_closing_begins_and_ends(live: LiveMeeting, store: Store) -> None:
    resting = []
    for _press in range(2):
        live.toggle_break()
        resting.append(live.meeting.on_break)
    assert resting == [True, False]
    assert live.meeting.turns[-1].ended_at is not None
    assert store.meeting(live.meeting.id) == live.meeting


def test_a_turn_from_before_a_break_is_taken_back_on_disk_too(
    live: LiveMeeting, store: Store
) -> None:
    live.move_back()
    live.give_floor(Speaker.MANAGER)
    live.toggle_break()
    live.toggle_break()
    live.take_turn_back()
    assert {turn.speaker for turn in live.meeting.turns} == {Speaker.ROOM}
    assert [turn.ended_at is None for turn in live.meeting.turns[-2:]] == [False, True]
    assert store.meeting(live.meeting.id) == live.meeting
