"""Everybody can read and use it: by the rules of axe-core, on a small phone, in large letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
import pytest_asyncio

from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.web import pages
from tests.web.standing_page import StandingPage, standing_page
from tests.web.visits import VISITS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser

pytestmark = pytest.mark.asyncio(loop_scope="session")

MEANT_SMALL: Final = 44
"""CSS pixels a target is high and wide at least: WCAG 2.2, 2.5.5."""

NARROW: Final = 320

TOO_SMALL = f"""() => [...document.querySelectorAll("button, a, textarea, input")]
  .filter(one => one.checkVisibility())
  .map(one => [one.outerHTML, one.getBoundingClientRect()])
  .filter(([, box]) => box.height < {MEANT_SMALL} || box.width < {MEANT_SMALL})
  .map(([html]) => html)"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def phone(browser: Browser) -> AsyncIterator[StandingPage]:
    async with standing_page(browser) as standing:
        yield standing


def every_page() -> dict[str, str]:
    shown = {name: pages.page(visit) for name, visit in VISITS.items()}
    shown["door"] = pages.door_page("Deze code is niet van nu.")
    shown["plain"] = pages.plain_page("Deze code is niet van nu", "Op het scherm staat de nieuwe.")
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_axe_finds_nothing(phone: StandingPage, language: Language) -> None:
    from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]

    axe = Axe()
    tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = {"resultTypes": ["violations"], "runOnly": tags}
    with speaking(language):
        shown = every_page()
    for name, html in shown.items():
        page = await phone.becomes(html)
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            found = await axe.run(page, options=options)
            assert not found.violations_count, f"{name} {scheme}: {found.generate_report()}"


async def test_it_fits_a_small_phone_and_large_letters(phone: StandingPage) -> None:
    long = "Arbeidsongeschiktheidsverzekeringsmaatschappijen" * 2
    view = VISITS["dots"].view
    ideas = tuple(replace(idea, text=long) for idea in view.ideas)
    visit = replace(VISITS["dots"], view=replace(view, question=long, ideas=ideas))
    with speaking("nl"):
        shown = {**every_page(), "long": pages.page(visit)}
    for name, html in shown.items():
        page = await phone.becomes(html)
        for letters in (100, 200):
            await page.add_style_tag(content=f"html {{ font-size: {letters}% }}")
            await page.set_viewport_size({"width": NARROW, "height": 640})
            wide = await page.evaluate("document.documentElement.scrollWidth")
            assert wide <= NARROW, f"{name} at {letters}%"
            assert await page.evaluate(TOO_SMALL) == [], name
