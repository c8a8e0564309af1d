from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.store import Store
from tests.blank_file import blank_file
from tests.service.standing_clock import StandingClock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bijeenkomsten.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with closing(Store.open(blank_file(file))) as opened:
        yield opened


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def window(file: Path, clock: StandingClock) -> Iterator[Callable[[str], OpenMeeting]]:
    """Open a meeting as another window of the program does: on a connection of its own."""
    with ExitStack() as windows:

        def opened(meeting_id: str) -> OpenMeeting:
            store = windows.enter_context(closing(Store.open(file)))
            meeting = OpenMeeting(store, meeting_id, clock.clock)
            windows.callback(meeting.release)
            return meeting

        yield opened
