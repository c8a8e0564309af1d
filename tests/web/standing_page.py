"""A page in a browser as it stands: everything of ours, and no server behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from socinno_tui.web import pages

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, Route

ADDRESS: Final = "http://10.0.0.1:8080/K7Q4M"


@dataclass
class StandingPage:
    """What stands at the address, in a browser that can be asked about it."""

    page: Page
    html: str = ""

    async def becomes(self, html: str) -> Page:
        """Show another page."""
        self.html = html
        await self.page.goto(ADDRESS)
        return self.page

    async def _served(self, route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name == "look.css":
            await route.fulfill(body=pages.STYLE, content_type="text/css")
        elif name == "page.js":
            await route.fulfill(body=pages.SCRIPT, content_type="text/javascript")
        elif name != "stream":
            # The stream stays silent, as it does while nothing happens.
            await route.fulfill(body=self.html, content_type="text/html; charset=utf-8")


@asynccontextmanager
async def standing_page(
    browser: Browser, *, width: int = 390, height: int = 844, dark: bool = False, scale: float = 1
) -> AsyncIterator[StandingPage]:
    """Open a phone on which pages can be shown."""
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        device_scale_factor=scale,
        has_touch=True,
        bypass_csp=True,
    )
    standing = StandingPage(await context.new_page())
    await context.route("**/*", standing._served)
    try:
        yield standing
    finally:
        await context.close()
