"""The phases, the way out, a second window and the words of the live screen."""

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.dialogs import AskChoice
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.widgets.standing_line import StandingLine
from tests.meetings import a_meeting
from tests.screens.house import (
    NORMAL,
    TWELVE_MINUTES_ON,
    WIDE,
    Hands,
    House,
    a_house,
    meter,
    speaker,
    time_box,
)

NOW = TWELVE_MINUTES_ON


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


# The phases


async def test_the_phases_go_on_by_one_question_and_back(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        for key, phase in (
            ("o", Phase.SELECTION),
            ("b", Phase.IDEATION),
            ("o", Phase.SELECTION),
            ("o", Phase.CLOSING),
        ):
            await house.press("f8")
            assert isinstance(house.screen, AskChoice)
            before = house.stored().phase
            await house.press("escape")
            assert house.stored().phase is before
            await house.press("f8", key)
            assert house.stored().phase is phase
            if phase is not Phase.CLOSING:
                at_ideas = phase is Phase.SELECTION
                assert (house.feed if at_ideas else house.entry).has_focus
        assert isinstance(house.screen, ClosingScreen)


async def test_back_from_the_first_phase_is_the_preparation(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f8", "b")
        assert isinstance(house.screen, PrepareScreen)
        assert house.stored().phase is Phase.PREPARATION
        assert len(house.stored().ideas) == 12


# The way out


async def leave(house: House, key: str) -> None:
    if key == "q":
        await house.press("up")
    await house.press(key)


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q", "ctrl+c"])
async def test_leaving_asks_and_can_be_thought_better_of(file: Path, key: str) -> None:
    async with a_house(file, a_meeting()) as house:
        await leave(house, key)
        assert isinstance(house.screen, AskChoice)
        await house.press("escape")
        assert isinstance(house.screen, LiveScreen)
        assert house.app.is_running
        assert speaker(house) is Speaker.ROOM


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q"])
async def test_leaving_can_be_on_to_closing(file: Path, key: str) -> None:
    async with a_house(file, a_meeting()) as house:
        await leave(house, key)
        await house.press("c")
        assert isinstance(house.screen, ClosingScreen)
        assert house.stored().phase is Phase.CLOSING


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION])
async def test_a_break_ends_the_program_and_it_comes_back_just_here(
    file: Path, key: str, phase: Phase
) -> None:
    meeting = a_meeting(phase)
    async with a_house(file, meeting) as house:
        await leave(house, key)
        await house.press("b")
        assert not house.app.is_running
    async with a_house(file, meeting, hands=Hands(NOW.add(hours=1))) as house:
        assert isinstance(house.screen, LiveScreen)
        assert house.stored().phase is phase
        assert "break since 10:12" in time_box(house)
        assert len(house.stored().ideas) == 12
        await house.press("f4")
        assert speaker(house) is Speaker.ROOM
        assert house.stored().breaks[-1].ended_at == NOW.add(hours=1)


async def test_escape_steps_back_one_thing_at_a_time(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("up", "space", "escape")
        assert house.feed.marked == frozenset()
        assert house.feed.has_focus
        await house.press("escape")
        assert house.entry.has_focus
        await house.press("escape", "b")
        assert isinstance(house.screen, LibraryScreen)
        assert house.stored().on_break


# Another window


async def test_a_second_window_shows_and_follows_and_changes_nothing(file: Path) -> None:
    meeting = a_meeting()
    async with a_house(file, meeting) as first, a_house(file, meeting) as second:
        assert second.screen.query_one(StandingLine).display
        assert "read, not changed" in second.shown()
        before = first.stored()
        await second.paste("Van elders")
        await second.press("enter")
        assert second.entry.value == "Van elders"
        await second.press("f2", "f4", "ctrl+t", "up", "s", "delete")
        assert first.stored() == before
        await first.paste("Van hier")
        await first.press("enter", "f2")
        second.app._look_around()
        await second.pilot.pause()
        assert "Van hier" in second.shown()
        assert "speaks" in meter(second)
        await second.press("q")
        assert not second.app.is_running


async def test_the_second_window_takes_over_when_the_first_has_gone(file: Path) -> None:
    meeting = a_meeting()
    async with a_house(file, meeting) as first:
        await first.press("f4")
        second_house = a_house(file, meeting)
        second = await second_house.__aenter__()
        await first.press("ctrl+q", "b")
    second.app._look_around()
    await second.pilot.pause()
    assert not second.screen.query_one(StandingLine).display
    await second.paste("Van elders")
    await second.press("enter")
    assert second.texts()[-1] == "Van elders"
    await second_house.__aexit__(None, None, None)


# Words


async def test_help_tells_what_one_does_here_in_dutch(file: Path) -> None:
    with speaking("nl"):
        async with a_house(file, a_meeting()) as house:
            await house.press("f1")
            assert isinstance(house.screen, HelpDialog)
            assert "De zaal denkt mee" in house.shown()


async def test_an_example_says_that_it_is_one(file: Path) -> None:
    async with a_house(file, replace(a_meeting(), is_example=True)) as house:
        assert "Example:" in house.shown()


ON_IDEAS = {
    "nl": ("d stippen", "s kiezen", "m samenvoegen", "x splitsen", "u ongedaan", "F1 hulp"),
    "en": ("d dots", "s select", "m merge", "x split off", "u undo", "F1 help"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION])
@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_the_keys_at_the_bottom_tell_help_and_what_is_most_needed(
    file: Path, size: tuple[int, int], phase: Phase, language: Language
) -> None:
    with speaking(language):
        async with a_house(file, a_meeting(phase), size=size) as house:
            house.entry.focus()
            await house.pilot.pause()
            for key in ("F2", "F3", "F4", "F8", "F1"):
                assert key in house.shown().splitlines()[-1]
            house.feed.focus()
            await house.pilot.pause()
            bottom = " ".join(house.shown().splitlines()[-2:])
            for words in ON_IDEAS[language]:
                assert words in bottom
            top = {"nl": "t top kiezen", "en": "t select the top"}[language]
            assert (top in bottom) is (phase is Phase.SELECTION)
