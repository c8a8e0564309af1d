"""A real browser on a real server: what a person does on the phone, with script and without."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from socinno_tui.domain.ballot import Turnout
from socinno_tui.domain.dot_counting import with_dot_round
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.silent_meeting import Table, silence_begun, silence_ended
from socinno_tui.service.dot_counting import DotCounting
from tests.meetings import a_meeting, an_id, an_idea, idea_id
from tests.web.conftest import NewPhone
from tests.web.hall import Hall, a_hall
from tests.web.visits import a_round, closed

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page, Route

pytestmark = pytest.mark.asyncio(loop_scope="session")

MINE = "Koffie in de wachtruimte"
SCRIPT_OR_NOT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@pytest_asyncio.fixture(loop_scope="session")
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    async with a_hall(tmp_path, a_meeting(ideas=[an_idea(number) for number in range(1, 5)])) as it:
        yield it


async def comes_in(hall: Hall, phone: BrowserContext) -> Page:
    page = await phone.new_page()
    await page.goto(hall.address)
    return page


async def sends(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.click("#send button")


async def shows(page: Page, selector: str, text: str) -> None:
    from playwright.async_api import expect

    await expect(page.locator(selector).first).to_have_text(text, timeout=8_000)


async def has_no(page: Page, selector: str) -> None:
    from playwright.async_api import expect

    await expect(page.locator(selector)).to_have_count(0)


async def becomes(true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(8):
        while not true():
            await asyncio.sleep(0.02)


def settled(hall: Hall) -> list[str]:
    """Give what came in by phone."""
    return hall.texts[4:]


@SCRIPT_OR_NOT
async def test_an_idea_is_sent_and_withdrawn(hall: Hall, new_phone: NewPhone, script: bool) -> None:
    page = await comes_in(hall, await new_phone(script=script))
    await sends(page, f"  {MINE}\nmet melk ")
    await shows(page, "#own .state", "Verstuurd: #5")
    assert settled(hall) == [f"{MINE} met melk"]
    assert await page.input_value("#text") == ""
    await page.click("#own button")
    await has_no(page, "#own li")
    assert settled(hall) == []


async def test_who_sends_one_idea_can_type_the_next_at_once(
    hall: Hall, new_phone: NewPhone
) -> None:
    page = await comes_in(hall, await new_phone())
    await sends(page, MINE)
    await page.type("#text", "En ")
    await shows(page, "#said", "Verstuurd: #5")
    hall.becomes(hall.meeting.with_idea(an_idea(9, "Uit de zaal")))
    await shows(page, "#count", "6")
    await page.keyboard.type("thee")
    assert await page.input_value("#text") == "En thee"


@SCRIPT_OR_NOT
async def test_a_double_click_is_one_idea(hall: Hall, new_phone: NewPhone, script: bool) -> None:
    page = await comes_in(hall, await new_phone(script=script))
    await page.fill("#text", MINE)
    await page.dblclick("#send button")
    await shows(page, "#own .state", "Verstuurd: #5")
    assert settled(hall) == [MINE]


async def test_back_and_again_is_two_ideas(hall: Hall, new_phone: NewPhone) -> None:
    page = await comes_in(hall, await new_phone(script=False))
    await sends(page, MINE)
    await shows(page, "#own .state", "Verstuurd: #5")
    await page.go_back()
    await sends(page, "Thee")
    await shows(page, "#own .state", "Verstuurd: #6")
    assert settled(hall) == [MINE, "Thee"]


async def test_what_is_written_in_silence_comes_in_at_its_end(
    hall: Hall, new_phone: NewPhone
) -> None:
    page = await comes_in(hall, await new_phone())
    now = hall.opened.now()
    hall.becomes(
        silence_begun(hall.meeting, Table(6, 1), minutes=5, now=now, round_id=an_id("silence"))
    )
    await shows(page, "#now", "Stille ronde")
    await sends(page, MINE)
    await shows(page, "#own .state", "Verstuurd: verschijnt aan het eind, samen met de rest")
    assert settled(hall) == []
    hall.becomes(silence_ended(hall.meeting, now, an_id("after")))
    await shows(page, "#own .state", "Verstuurd: #5")
    assert settled(hall) == [MINE]


async def test_what_is_half_typed_outlives_the_moment(hall: Hall, new_phone: NewPhone) -> None:
    page = await comes_in(hall, await new_phone())
    await page.fill("#text", "Kffie")
    await page.keyboard.press("Home")
    await page.keyboard.press("ArrowRight")
    hall.becomes(a_meeting(Phase.SELECTION, ideas=hall.meeting.ideas))
    await shows(page, "#now", "Kiezen")
    await page.keyboard.type("o")
    await shows(page, "label", "Nog niet verstuurd")
    await page.click("#send button")
    await shows(page, "#said", "Verstuurd: #5")
    assert settled(hall) == ["Koffie"]
    await page.reload()
    assert not await page.is_visible("#text")


@SCRIPT_OR_NOT
async def test_what_comes_too_late_stays_with_who_typed_it(
    hall: Hall, new_phone: NewPhone, script: bool
) -> None:
    phone = await new_phone(script=script)
    page = await comes_in(hall, phone)
    await page.fill("#text", MINE)
    if script:
        # It does not hear in time that the moment is over.
        await phone.set_offline(True)
    hall.becomes(a_meeting(Phase.CLOSING, ideas=[*hall.meeting.ideas]))
    await page.click("#send button")
    if script:
        await page.fill("#text", "Nog iets")
        await phone.set_offline(False)
    await shows(page, "#now", "Afspraken maken")
    await page.wait_for_selector("#said.refused")
    typed = f"Nog iets\n{MINE}" if script else MINE
    assert await page.input_value("#text") == typed
    assert not await page.is_visible("#send button")
    assert settled(hall) == []


@SCRIPT_OR_NOT
async def test_dots_are_given_and_taken_back(hall: Hall, new_phone: NewPhone, script: bool) -> None:
    choosing = a_meeting(Phase.SELECTION, ideas=hall.meeting.ideas)
    merged = choosing.with_merged(idea_id(1), frozenset({idea_id(4)}))
    hall.becomes(with_dot_round(merged, a_round()))
    page = await comes_in(hall, await new_phone(script=script))
    await shows(page, "#bar p", "Nog 3 van je 3 stippen")
    for left in (2, 1):
        await page.click("[aria-label='Geef #2 een stip']")
        await shows(page, "#bar p", f"Nog {left} van je 3 stippen")
    await page.click("[aria-label='Geef #1 een stip']")
    await shows(page, "#bar p", "Al je stippen zijn gegeven.")
    assert await page.text_content("#n2 .dots") == "●●"
    # None is left, and to press all the same gives none.
    await page.press("[aria-label='Geef #3 een stip']", "Enter")
    await page.wait_for_selector("#said.refused")
    await page.click("[aria-label='Neem een stip terug van #2']")
    await shows(page, "#bar p", "Nog 1 van je 3 stippen")
    if script:
        label = "document.activeElement.getAttribute('aria-label')"
        assert await page.evaluate(label) == "Neem een stip terug van #2"
    begun = hall.meeting.dot_round
    assert begun is not None
    assert DotCounting(hall.opened).turnout == Turnout(1, 2)


async def test_the_recap_shows_by_itself(hall: Hall, new_phone: NewPhone) -> None:
    page = await comes_in(hall, await new_phone())
    hall.becomes(closed())
    await shows(page, "h1", "Dit is eruit gekomen")
    await shows(page, "#recap li p", "Afspraken zelf plannen in de app")


async def test_an_idea_on_its_way_outlives_the_server(hall: Hall, new_phone: NewPhone) -> None:
    page = await comes_in(hall, await new_phone())
    await hall.breaks_down()
    await sends(page, MINE)
    await shows(page, "#queue .state", "Geen verbinding, wordt zo verstuurd")
    await hall.opens()
    await shows(page, "#own .state", "Verstuurd: #5")
    await has_no(page, "#queue li")
    assert settled(hall) == [MINE]


async def test_a_lost_answer_makes_no_double(hall: Hall, new_phone: NewPhone) -> None:
    page = await comes_in(hall, await new_phone())
    lost: list[str] = []

    async def lose(route: Route) -> None:
        if lost:
            await route.continue_()
            return
        await route.fetch()
        lost.append(MINE)
        await route.abort()

    await page.route("**/idea", lose)
    await sends(page, MINE)
    await shows(page, "#own .state", "Verstuurd: #5")
    await has_no(page, "#queue li")
    assert lost == settled(hall) == [MINE]


async def test_a_phone_out_of_reach_with_its_page_closed_sends_later(
    hall: Hall, new_phone: NewPhone
) -> None:
    phone = await new_phone()
    page = await comes_in(hall, phone)
    await phone.set_offline(True)
    await sends(page, MINE)
    await shows(page, "#queue .state", "Geen verbinding, wordt zo verstuurd")
    await page.fill("#text", "En nog")
    await page.close()
    await phone.set_offline(False)
    page = await comes_in(hall, phone)
    await shows(page, "#own .state", "Verstuurd: #5")
    assert settled(hall) == [MINE]
    assert await page.input_value("#text") == "En nog"


async def test_back_in_reach_it_sends_by_itself(hall: Hall, new_phone: NewPhone) -> None:
    phone = await new_phone()
    page = await comes_in(hall, phone)
    await phone.set_offline(True)
    await sends(page, MINE)
    await shows(page, "#queue .state", "Geen verbinding, wordt zo verstuurd")
    await phone.set_offline(False)
    await shows(page, "#own .state", "Verstuurd: #5")
    assert settled(hall) == [MINE]


async def test_a_server_that_is_too_busy_is_asked_again_when_it_says(
    hall: Hall, new_phone: NewPhone
) -> None:
    page = await comes_in(hall, await new_phone())
    asked: list[float] = []

    async def busy(route: Route) -> None:
        asked.append(asyncio.get_running_loop().time())
        if len(asked) == 1:
            await route.fulfill(status=429, headers={"Retry-After": "2"})
        else:
            await route.continue_()

    await page.route("**/idea", busy)
    await sends(page, MINE)
    await sends(page, "Thee")
    await becomes(lambda: len(settled(hall)) == 2)
    assert asked[1] - asked[0] >= 1.9
    assert settled(hall) == [MINE, "Thee"]


async def test_who_taps_too_fast_is_told_so(hall: Hall, new_phone: NewPhone) -> None:
    choosing = a_meeting(Phase.SELECTION, ideas=hall.meeting.ideas)
    hall.becomes(with_dot_round(choosing, a_round()))
    page = await comes_in(hall, await new_phone())

    async def busy(route: Route) -> None:
        await route.fulfill(status=429, headers={"Retry-After": "1"}, body="Te snel.")

    await page.route("**/dot", busy)
    await page.click("[aria-label='Geef #2 een stip']")
    await shows(page, "#said.refused", "Te snel.")


async def test_a_page_that_could_not_be_had_is_asked_for_again(
    hall: Hall, new_phone: NewPhone
) -> None:
    page = await comes_in(hall, await new_phone())
    asked: list[str] = []

    async def busy(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            await route.fulfill(status=503, headers={"Retry-After": "1"})
        else:
            await route.continue_()

    await page.route("**/part", busy)
    hall.becomes(a_meeting(Phase.SELECTION, ideas=hall.meeting.ideas))
    await shows(page, "#now", "Kiezen")
    assert len(asked) == 2


async def test_two_windows_of_one_phone_share_what_is_typed(
    hall: Hall, new_phone: NewPhone
) -> None:
    phone = await new_phone()
    one = await comes_in(hall, phone)
    await one.fill("#text", MINE)
    other = await comes_in(hall, phone)
    assert await other.input_value("#text") == MINE
    await other.click("#send button")
    await shows(other, "#own .state", "Verstuurd: #5")
    assert await one.input_value("#text") == ""
    assert settled(hall) == [MINE]


async def test_a_phone_that_keeps_nothing_sends_all_the_same(
    hall: Hall, new_phone: NewPhone
) -> None:
    phone = await new_phone()
    forbid = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    await phone.add_init_script(forbid)
    page = await comes_in(hall, phone)
    await sends(page, MINE)
    await shows(page, "#own .state", "Verstuurd: #5")


async def test_a_phone_that_lost_its_pass_gets_another(hall: Hall, new_phone: NewPhone) -> None:
    phone = await new_phone()
    page = await comes_in(hall, phone)
    await phone.clear_cookies()
    await sends(page, MINE)
    await shows(page, "#own .state", "Verstuurd: #5")
    assert settled(hall) == [MINE]


async def test_what_never_arrived_at_an_earlier_door_is_in_the_field(
    hall: Hall, new_phone: NewPhone
) -> None:
    phone = await new_phone()
    page = await comes_in(hall, phone)
    await hall.breaks_down()
    await sends(page, MINE)
    await page.fill("#text", "Thee")
    hall.arrivals.close_door()
    await hall.opens()
    await page.goto(hall.address)
    assert sorted((await page.input_value("#text")).split("\n")) == [MINE, "Thee"]
    assert settled(hall) == []
