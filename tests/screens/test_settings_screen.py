from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from socinno_tui.app import SocinnoApp
from socinno_tui.domain.talk import Speaker
from socinno_tui.i18n import speaking
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.settings import KEY, SettingsScreen
from socinno_tui.service.clock import Clock
from socinno_tui.settings import KeptPreferences, Preferences, read_preferences, write_preferences
from socinno_tui.store.store import Store
from socinno_tui.widgets.row_list import RowList
from tests.meetings import ZONE, a_meeting
from tests.screens.house import Hands, House, a_house, speaker


@asynccontextmanager
async def settings(tmp_path: Path, kept: KeptPreferences) -> AsyncIterator[House]:
    """The settings over a meeting that is going on."""
    async with a_house(tmp_path / "meetings.db", a_meeting(), kept=kept) as house:
        house.app.action_settings()
        await house.pilot.pause()
        yield house


def is_on(house: House, screen: type[SocinnoScreen]) -> bool:
    return type(house.screen) is screen


async def put_on(house: House, row: str) -> None:
    rows = house.screen.query_one(RowList)
    rows.highlighted = rows.get_option_index(row)
    await house.pilot.pause()


def kept_in(file: Path) -> KeptPreferences:
    def keep(change: object) -> bool:
        assert callable(change)
        write_preferences(change(read_preferences(file)), file)
        return True

    return KeptPreferences(read_preferences(file), keep)


async def test_an_action_gets_another_key_at_once_and_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    async with settings(tmp_path, kept_in(file)) as house:
        await put_on(house, KEY + "live.manager")
        await house.press("enter", "f3")
        assert "F3" in house.shown()
        await house.press("f10", "escape")
        assert isinstance(house.screen, LiveScreen)
        await house.press("f2")
        assert speaker(house) is Speaker.ROOM
        await house.press("f10")
        assert speaker(house) is Speaker.MANAGER
        assert "F10" in house.shown()
        await house.press("f1")
        assert isinstance(house.screen, HelpDialog)
        assert "F10" in house.shown()
    assert read_preferences(file).keys == {"live.manager": "f10"}
    async with a_house(tmp_path / "meetings.db", a_meeting(), kept=kept_in(file)) as house:
        await house.press("f3", "f10")
        assert speaker(house) is Speaker.MANAGER
        await house.press("ctrl+g", "f10")
        await house.press("f3")
        assert speaker(house) is Speaker.ROOM


async def test_a_key_is_set_back_by_itself_and_all_after_a_question(tmp_path: Path) -> None:
    kept = KeptPreferences(
        Preferences(keys={"live.manager": "f10", "feed.dots": "w"}, tour_shown=True)
    )
    async with settings(tmp_path, kept) as house:
        await put_on(house, KEY + "live.manager")
        await house.press("delete")
        assert kept.value.keys == {"feed.dots": "w"}
        await house.press("r")
        assert kept.value.keys == {"feed.dots": "w"}
        await house.press("y")
        assert kept.value.keys == {}


async def test_language_and_screen_reader_hold_from_the_next_start_and_say_so(
    tmp_path: Path,
) -> None:
    kept = KeptPreferences()
    with speaking("nl"):
        async with settings(tmp_path, kept) as house:
            await house.press("enter", "e")
            assert kept.value.language == "en"
            assert house.notices == ["Bewaard. Het geldt vanaf de volgende start."]
            await house.press("down", "down", "enter")
            assert kept.value.screen_reader


async def test_the_colours_change_at_once(tmp_path: Path) -> None:
    async with settings(tmp_path, KeptPreferences()) as house:
        await house.press("down", "enter", "l")
        assert house.app.theme == "socinno-light"


async def test_what_cannot_be_kept_is_told_and_holds_until_one_leaves(tmp_path: Path) -> None:
    kept = KeptPreferences(Preferences(), lambda _change: False)
    async with settings(tmp_path, kept) as house:
        await put_on(house, KEY + "live.manager")
        await house.press("enter", "f10")
        assert "could not be kept" in house.notices[0]
        assert house.app.chosen_keys == {"live.manager": "f10"}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_every_setting_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(), size=size) as house:
        house.app.action_settings()
        await house.pilot.pause()
        rows = house.screen.query_one(RowList)
        assert rows.max_scroll_x == 0
        assert all("…" not in str(option.prompt) for option in rows.options)


async def test_a_broken_line_in_the_file_never_stops_the_program(tmp_path: Path) -> None:
    keys = {"live.manager": "f3", "no.such": "f10", "live.break": "enter", "live.room": "ctrl+b"}
    kept = KeptPreferences(Preferences(keys=keys, tour_shown=True))
    async with a_house(tmp_path / "meetings.db", a_meeting(), kept=kept) as house:
        assert isinstance(house.app, SocinnoApp)
        assert house.app.chosen_keys == {"live.manager": "f3", "live.room": "ctrl+b"}


async def test_the_settings_are_a_key_away_in_the_library(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(), opens=False) as house:
        while not is_on(house, LibraryScreen):
            await house.press("escape")
        await house.press("s")
        assert is_on(house, SettingsScreen)
        await house.press("escape")
        assert is_on(house, LibraryScreen)


async def test_a_sentence_names_the_key_that_was_chosen(tmp_path: Path) -> None:
    kept = KeptPreferences(Preferences(keys={"library.begin": "f6"}, tour_shown=True))
    app = SocinnoApp(
        Store.open(tmp_path / "empty.db"), Clock(Hands().now, ZONE), (), ticking=False, kept=kept
    )
    with speaking("en"):
        async with app.run_test() as pilot:
            await pilot.pause()
            text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
            assert "F6: prepare the first one" in text
