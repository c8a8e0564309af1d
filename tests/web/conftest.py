from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.store.store import Store
from tests.blank_file import blank_file
from tests.meetings import a_meeting
from tests.service.standing_clock import StandingClock
from tests.web.entrance import Entrance


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(blank_file(tmp_path / "bijeenkomsten.db"))) as opened:
        yield opened


@pytest.fixture
async def entrance_in(store: Store) -> AsyncIterator[Callable[[Phase], Entrance]]:
    """Give a entrance in a phase of the meeting; what is opened in it is closed afterwards."""
    entrances: list[Entrance] = []

    def made(phase: Phase) -> Entrance:
        clock = StandingClock()
        meeting = a_meeting(phase)
        if meeting.turns and meeting.turns[-1].ended_at is None:
            turn = replace(meeting.turns[-1], started_at=clock.at, heard_at=clock.at)
            meeting = replace(meeting, turns=(*meeting.turns[:-1], turn))
        store.write(None, meeting)
        entrances.append(Entrance(store, meeting, clock))
        return entrances[-1]

    yield made
    for entrance in entrances:
        await entrance.close()


@pytest.fixture
def entrance(entrance_in: Callable[[Phase], Entrance]) -> Entrance:
    """A meeting in which ideas are collected."""
    return entrance_in(Phase.IDEATION)
