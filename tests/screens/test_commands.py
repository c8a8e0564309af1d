from pathlib import Path

import pytest
from textual.command import CommandList, CommandPalette

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.i18n import Language, speaking
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.commands import _of
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.settings import SettingsScreen
from tests.meetings import a_meeting
from tests.screens.house import House, a_house, speaker


async def found(house: House, words: str) -> list[str]:
    await house.press("ctrl+p")
    await house.write(words)
    for _turn in range(20):
        await house.pilot.pause(0.05)
        options = house.screen.query_one(CommandList).options
        if options and options[0].id is None and not options[0].disabled:
            break
    return [str(option.prompt) for option in house.screen.query_one(CommandList).options]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("words", ["pauze", "break"])
async def test_an_action_is_found_by_both_its_names_and_shown_in_the_language_chosen(
    tmp_path: Path, language: Language, words: str
) -> None:
    with speaking(language):
        async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
            shown = await found(house, words)
            assert {"nl": "pauze", "en": "break"}[language] in shown[0]
            await house.press("down", "enter")
            await house.pilot.pause()
            assert house.stored().breaks[-1].ended_at is None


async def test_the_programs_own_commands_are_found_by_both_names_too(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
            shown = await found(house, "settings")
            assert "Instellingen" in shown[0]
            await house.press("down", "enter")
            await house.pilot.pause()
            assert isinstance(house.screen, SettingsScreen)


async def test_what_is_not_possible_is_not_offered(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        names = {command.name for command in _of(house.screen)}
        assert "next topic" not in names
        assert "break" in names


async def test_what_is_done_on_an_idea_is_offered_on_an_idea(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        assert "merge" not in {command.name for command in _of(house.screen)}
        await house.go_to(1)
        assert "merge" in {command.name for command in _of(house.screen)}


async def test_it_opens_once(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await house.press("ctrl+p", "ctrl+p")
        assert isinstance(house.screen, CommandPalette)
        await house.press("escape")
        assert isinstance(house.screen, SocinnoScreen)
        assert speaker(house) is Speaker.ROOM


async def test_leaving_through_the_palette_asks_as_ever(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        shown = await found(house, "Quit")
        assert "Quit" in shown[0]
        await house.press("down", "enter")
        await house.pilot.pause()
        assert "going on" in house.question


@pytest.mark.parametrize("words", ["samenvoegen", "merge"])
async def test_what_is_done_on_an_idea_is_found_while_typing_and_leads_there(
    tmp_path: Path, words: str
) -> None:
    with speaking("nl"):
        async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
            assert house.entry.has_focus
            before = house.stored()
            shown = await found(house, words)
            assert "samenvoegen" in shown[0]
            assert "m, in de lijst" in shown[0]
            await house.press("down", "enter")
            await house.pilot.pause()
            assert house.feed.has_focus
            assert house.stored() == before


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("alle bijeenkomsten", LibraryScreen),
        ("all meetings", LibraryScreen),
        ("afspraken", FollowUpScreen),
        ("agreements", FollowUpScreen),
    ],
)
async def test_the_lists_are_found_from_every_screen_that_may_be_left(
    tmp_path: Path, language: Language, words: str, leads_to: type[SocinnoScreen]
) -> None:
    with speaking(language):
        async with a_house(tmp_path / "meetings.db", a_meeting(Phase.PREPARATION)) as house:
            await found(house, words)
            await house.press("down", "enter")
            for _turn in range(4):
                await house.pilot.pause()
            assert isinstance(house.screen, leads_to)


async def test_no_list_leads_past_what_is_open_at_the_closing(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(Phase.CLOSING)) as house:
        titles = {command.title for command in house.app.get_system_commands(house.screen)}
        assert titles.isdisjoint({"All meetings", "Agreements", "Example meeting"})


async def test_leaving_a_meeting_for_the_list_asks_as_ever(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await found(house, "All meetings")
        await house.press("down", "enter")
        await house.pilot.pause()
        assert "going on" in house.question
