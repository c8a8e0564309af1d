"""Killed in a burst, the window that holds the meeting, the process that serves phones, or both:
what was acknowledged is there, once.
"""

from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.store import Store
from tests.meetings import a_meeting
from tests.service.phones import ADDRESS, PORT, a_phone, a_sending
from tests.service.standing_clock import StandingClock
from tests.store.windows import Window, a_window

IN_THE_WINDOW = """
import sys
from pathlib import Path
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.store import Store
from tests.service.phones import a_phone, a_sending
from tests.service.standing_clock import StandingClock

store = Store.open(Path(sys.argv[1]))
clock = StandingClock().clock
opened = OpenMeeting(store, sys.argv[2], clock)
door = opened.phones.door(sys.argv[2])
door = PhoneDoor(opened.phones, door, clock, lambda: opened.meeting, opened.take_in)
number = 0
while True:
    number += 1
    door.send(a_phone(str(number % 40)), a_sending(number), f"Idee {number}", "")
    print(number, flush=True)
"""
"""Serve phones in the window that holds the meeting, and print what is acknowledged."""

BESIDE_IT = """
import sys
from pathlib import Path
from socinno_tui.service.phone_door import MeetingOnFile, PhoneDoor
from socinno_tui.store.errors import DatabaseBusy
from socinno_tui.store.store import Store
from tests.service.phones import a_phone, a_sending
from tests.service.standing_clock import StandingClock

store = Store.open(Path(sys.argv[1]))
door = store.phones.door(sys.argv[2])
meeting = MeetingOnFile(store, sys.argv[2])
door = PhoneDoor(store.phones, door, StandingClock().clock, meeting, lambda: None)
number = 0
while True:
    number += 1
    try:
        door.send(a_phone(str(number % 40)), a_sending(number), f"Idee {number}", "")
    except DatabaseBusy:
        continue
    print(number, flush=True)
"""
"""Serve phones in a process of its own; what is refused is not sent again here."""

TAKING_IN = """
import sys
from pathlib import Path
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.errors import DatabaseBusy
from socinno_tui.store.store import Store
from tests.service.standing_clock import StandingClock

store = Store.open(Path(sys.argv[1]))
opened = OpenMeeting(store, sys.argv[2], StandingClock().clock)
print("holds", flush=True)
while True:
    try:
        opened.look_again()
    except DatabaseBusy:
        pass
"""
"""Hold the meeting, and take in what another process brings."""

ENOUGH = 60
"""Ideas acknowledged before something is killed."""


@pytest.fixture
def meeting_id(store: Store, clock: StandingClock) -> str:
    """A meeting whose door is open, in a file that nobody has open."""
    meeting = a_meeting(ideas=())
    turns = tuple(replace(turn, heard_at=clock.at) for turn in meeting.turns)
    store.write(None, replace(meeting, turns=turns))
    opened = OpenMeeting(store, meeting.id, clock.clock)
    PhoneArrivals(opened).open_door(ADDRESS, PORT)
    opened.release()
    return meeting.id


def acknowledged_by(serving: Window) -> list[int]:
    """Kill what serves, and give the numbers of all that it acknowledged."""
    return [int(serving.says()) for _idea in range(ENOUGH)] + [int(one) for one in serving.kill()]


def found_once(file: Path, meeting_id: str, acknowledged: list[int]) -> None:
    """Open the file again, let every phone send again, and find each idea once."""
    clock = StandingClock()
    with closing(Store.open(file)) as store:
        opened = OpenMeeting(store, meeting_id, clock.clock)
        kept = opened.phones.door(meeting_id)
        assert kept is not None
        found = Counter(idea.text for idea in opened.meeting.ideas)
        assert found.keys() >= {f"Idee {number}" for number in acknowledged}
        # The last one may be written and not yet said.
        assert len(found) <= max(acknowledged) + 1
        door = PhoneDoor(opened.phones, kept, clock.clock, lambda: opened.meeting, opened.take_in)
        for number in range(1, max(acknowledged) + 1):
            door.send(a_phone(str(number % 40)), a_sending(number), f"Idee {number}", "")
        again = Counter(idea.text for idea in opened.meeting.ideas)
        assert set(again.values()) == {1}
        assert again.keys() >= {f"Idee {number}" for number in range(1, max(acknowledged) + 1)}
        assert store.meeting(meeting_id) == opened.meeting
        opened.release()


def test_the_window_that_serves_is_killed(store: Store, file: Path, meeting_id: str) -> None:
    with a_window(IN_THE_WINDOW, str(file), meeting_id) as serving:
        acknowledged = acknowledged_by(serving)
    found_once(file, meeting_id, acknowledged)


@pytest.mark.parametrize("window_first", [True, False])
def test_the_process_beside_the_window_is_killed_and_so_is_the_window(
    store: Store, file: Path, meeting_id: str, window_first: bool
) -> None:
    with ExitStack() as going_on:
        holding = going_on.enter_context(a_window(TAKING_IN, str(file), meeting_id))
        assert holding.says() == "holds"
        serving = going_on.enter_context(a_window(BESIDE_IT, str(file), meeting_id))
        if window_first:
            assert serving.says()
            holding.kill()
        acknowledged = acknowledged_by(serving)
        holding.kill()
    found_once(file, meeting_id, acknowledged)
