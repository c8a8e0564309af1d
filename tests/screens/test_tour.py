from pathlib import Path

import pytest

from socinno_tui.app import SocinnoApp
from socinno_tui.i18n import Language, speaking
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.tour import STEPS, AskFirstWay, Tour
from socinno_tui.screens.touring_app import EXAMPLE_ASKED
from socinno_tui.service.clock import Clock
from socinno_tui.settings import KeptPreferences, Preferences
from socinno_tui.store.store import Store
from tests.meetings import ZONE
from tests.screens.house import Hands


def first_start(file: Path, kept: KeptPreferences) -> SocinnoApp:
    return SocinnoApp(Store.open(file), Clock(Hands().now, ZONE), (), ticking=False, kept=kept)


def shown(app: SocinnoApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_a_first_start_offers_three_steps_and_does_so_once(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    kept = KeptPreferences(Preferences())
    with speaking(language):
        app = first_start(tmp_path / "meetings.db", kept)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, AskFirstWay)
            await pilot.press({"nl": "d", "en": "t"}[language])
            await pilot.pause()
            for place in range(len(STEPS)):
                assert isinstance(app.screen, Tour)
                assert f"{place + 1} " in shown(app)
                text = app.screen.query_one("#text")
                assert text.region.height >= text.virtual_size.height
                assert app.screen.query_one("#frame").max_scroll_y == 0
                await pilot.press("enter")
                await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)
        again = first_start(tmp_path / "meetings.db", kept)
        async with again.run_test() as pilot:
            await pilot.pause()
            assert isinstance(again.screen, LibraryScreen)


@pytest.mark.parametrize("key", ["escape", "b"])
async def test_it_is_left_at_any_time_and_not_asked_again(tmp_path: Path, key: str) -> None:
    kept = KeptPreferences(Preferences())
    app = first_start(tmp_path / "meetings.db", kept)
    with speaking("en"):
        async with app.run_test() as pilot:
            await pilot.pause()
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)
            assert kept.value.tour_shown
            app.action_tour()
            await pilot.pause()
            await pilot.press("right", "left", "escape")
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)


async def test_the_example_is_shown_apart_and_the_program_says_so_to_its_caller(
    tmp_path: Path,
) -> None:
    for keys in (["e"], ["t", "enter", "enter", "e"]):
        app = first_start(tmp_path / "meetings.db", KeptPreferences(Preferences()))
        with speaking("en"):
            async with app.run_test() as pilot:
                await pilot.pause()
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause()
        assert app.return_code == EXAMPLE_ASKED


async def test_before_the_last_step_the_example_is_not_a_key_away(tmp_path: Path) -> None:
    app = first_start(tmp_path / "meetings.db", KeptPreferences(Preferences()))
    with speaking("en"):
        async with app.run_test() as pilot:
            await pilot.pause()
            await pilot.press("t", "e")
            await pilot.pause()
            assert isinstance(app.screen, Tour)
