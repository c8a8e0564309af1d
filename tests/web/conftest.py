from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
import pytest_asyncio

from socinno_tui.domain.phase import Phase
from socinno_tui.store.store import Store
from tests.blank_file import blank_file
from tests.meetings import a_meeting
from tests.programs import program
from tests.service.standing_clock import StandingClock
from tests.web.entrance import Entrance

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, ConsoleMessage


class NewPhone(Protocol):
    """Give a phone; without `script` it runs none."""

    def __call__(self, *, script: bool = True) -> Awaitable["BrowserContext"]: ...


def _breaks(told: "ConsoleMessage") -> bool:
    return "Content Security Policy" in told.text


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator["Browser"]:
    from playwright.async_api import async_playwright

    where = program("chromium", "chromium-browser", "google-chrome")
    async with async_playwright() as started:
        opened = await started.chromium.launch(executable_path=where, args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def new_phone(browser: "Browser") -> AsyncIterator[NewPhone]:
    """Phones of 390 × 844 in Dutch. What goes wrong in their script, or against the policy of the
    page, is a failing test.
    """
    wrong: list[str] = []
    async with AsyncExitStack() as phones:

        async def phone(*, script: bool = True) -> "BrowserContext":
            context = await browser.new_context(
                viewport={"width": 390, "height": 844},
                locale="nl-NL",
                has_touch=True,
                java_script_enabled=script,
            )
            phones.push_async_callback(context.close)
            context.set_default_timeout(5_000)
            context.on("weberror", lambda error: wrong.append(str(error.error)))
            context.on("console", lambda told: wrong.append(told.text) if _breaks(told) else None)
            return context

        yield phone
    assert not wrong


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
