"""The mouse does what the keys do, on every screen, and never more than they do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList

from socinno_tui.app import SocinnoApp
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.screens.press_key import PressKey
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.screens.results import ResultsScreen
from socinno_tui.screens.tour import Tour
from socinno_tui.screens.walk import WalkScreen
from socinno_tui.widgets.idea_feed import IdeaFeed
from socinno_tui.widgets.key_bar import SEPARATOR, KeyBar
from socinno_tui.widgets.prepare_sections import SectionList
from socinno_tui.widgets.row_list import RowList
from tests.staged import BY_NAME, play, staged_app


@asynccontextmanager
async def staged(
    folder: Path, name: str, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[SocinnoApp, Pilot[None]]]:
    app = staged_app(BY_NAME[name], "en", folder)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await play(BY_NAME[name])(pilot)
        yield app, pilot


async def click_key(app: SocinnoApp, pilot: Pilot[None], words: str) -> None:
    """Click in the key bar on what a key does."""
    bar = app.screen.query_one(KeyBar)
    for y, line in enumerate(bar._lines()):
        x = bar.styles.padding.left
        for hint in line:
            if hint.words == words:
                await pilot.click(bar, offset=(x + 1, y))
                await pilot.pause()
                return
            x += hint.width + len(SEPARATOR)
    raise AssertionError(f"{words!r} is not in the key bar")


async def roll(pilot: Pilot[None], widget: Widget) -> None:
    """Turn the wheel three notches down over a widget."""
    for _notch in range(3):
        await pilot._post_mouse_events([MouseScrollDown], widget, offset=(5, 2))
    await pilot.pause(0.3)


@pytest.mark.parametrize(
    ("stage", "words", "leads_to"),
    [
        ("library", "new", PrepareScreen),
        ("recap", "agreements", None),
        ("recap", "walk through", WalkScreen),
        ("register", "walk through", WalkScreen),
        ("register", "all", None),
        ("results", "recap", RecapScreen),
        ("live", "help", HelpDialog),
        ("closing", "help", HelpDialog),
        ("walk", "help", HelpDialog),
        ("prepare", "help", HelpDialog),
    ],
)
async def test_the_keys_at_the_bottom_can_be_clicked(
    tmp_path: Path, stage: str, words: str, leads_to: type[Any] | None
) -> None:
    async with staged(tmp_path, stage) as (app, pilot):
        before = app.screen
        await click_key(app, pilot, words)
        if leads_to is not None:
            assert type(app.screen) is leads_to
        else:
            assert app.screen is not before or app.screen.is_mounted


async def test_a_click_deletes_nothing_without_the_question_that_the_key_asks(
    tmp_path: Path,
) -> None:
    async with staged(tmp_path, "library", size=(120, 36)) as (app, pilot):
        count = app.screen.query_one(RowList).option_count
        await click_key(app, pilot, "delete")
        assert isinstance(app.screen, AskYesNo)
        await pilot.click("#no")
        await pilot.pause()
        assert app.screen.query_one(RowList).option_count == count


async def test_a_click_on_an_idea_puts_the_cursor_on_it(tmp_path: Path) -> None:
    async with staged(tmp_path, "live") as (app, pilot):
        assert type(app.screen) is LiveScreen
        await pilot.click(IdeaFeed, offset=(20, 2))
        await pilot.pause()
        feed = app.screen.query_one(IdeaFeed)
        assert feed.has_focus
        assert feed.highlighted is not None


@pytest.mark.parametrize(
    ("stage", "scrolled"), [("live", "IdeaFeed"), ("recap", "#recap"), ("live-help", "#text")]
)
async def test_the_wheel_scrolls(tmp_path: Path, stage: str, scrolled: str) -> None:
    async with staged(tmp_path, stage, size=(60, 20)) as (app, pilot):
        widget = app.screen.query_one(scrolled)
        assert widget.max_scroll_y > 0
        widget.scroll_home(animate=False)
        await pilot.pause()
        await roll(pilot, widget)
        assert widget.scroll_y > 0


async def test_a_click_closes_help(tmp_path: Path) -> None:
    async with staged(tmp_path, "live-help") as (app, pilot):
        await pilot.click("#text", offset=(4, 2))
        await pilot.pause()
        assert type(app.screen) is LiveScreen


@pytest.mark.parametrize("stage", ["library", "register", "results"])
async def test_a_click_puts_the_cursor_on_a_row(tmp_path: Path, stage: str) -> None:
    async with staged(tmp_path, stage, size=(120, 36)) as (app, pilot):
        rows = app.screen.query_one(RowList)
        rows.highlighted = 0
        await pilot.pause()
        first_row = str(rows.options[0].prompt).splitlines()
        await pilot.click(rows, offset=(30, rows.styles.padding.top + len(first_row)))
        await pilot.pause()
        assert rows.highlighted == 1


async def test_a_section_of_the_preparation_is_gone_to_by_a_click(tmp_path: Path) -> None:
    async with staged(tmp_path, "prepare") as (app, pilot):
        sections = app.screen.query_one(SectionList)
        before = sections.highlighted
        await pilot.click(sections, offset=(5, 5))
        await pilot.pause()
        assert sections.highlighted != before or not sections.has_focus


async def test_a_field_of_the_closing_gets_the_focus_by_a_click(tmp_path: Path) -> None:
    async with staged(tmp_path, "closing", size=(120, 36)) as (app, pilot):
        last = [field for field in app.screen.query(Input) if field.region.height][-1]
        await pilot.click(last)
        await pilot.pause()
        assert last.has_focus


async def test_a_choice_is_made_by_a_click(tmp_path: Path) -> None:
    async with staged(tmp_path, "selection-next") as (app, pilot):
        await pilot.click(OptionList, offset=(6, 1))
        await pilot.pause()
        assert type(app.screen) is LiveScreen
        assert app.meeting is not None
        assert app.meeting.phase.value == "ideation"


async def test_settings_and_the_tour_go_by_clicks(tmp_path: Path) -> None:
    async with staged(tmp_path, "library") as (app, pilot):
        await click_key(app, pilot, "settings")
        rows = app.screen.query_one(RowList)
        for _click in range(2):
            await pilot.click(rows, offset=(10, 5))
            await pilot.pause()
        assert isinstance(app.screen, PressKey)
        await pilot.press("escape")
        app.action_tour()
        await pilot.pause()
        for _step in range(3):
            assert isinstance(app.screen, Tour)
            await pilot.click("#text", offset=(4, 1))
            await pilot.pause()
        assert not isinstance(app.screen, Tour)


async def test_the_results_are_gone_to_from_the_register(tmp_path: Path) -> None:
    async with staged(tmp_path, "register", size=(120, 36)) as (app, pilot):
        await pilot.press("a")
        await pilot.pause()
        await click_key(app, pilot, "results")
        assert type(app.screen) is ResultsScreen
