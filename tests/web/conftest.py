from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Protocol

import pytest_asyncio

from tests.programs import program

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
