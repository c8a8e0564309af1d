"""Help is about the moment in the meeting, and says where a figure comes from."""

import re
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import LANGUAGES, Language, _, speaking
from socinno_tui.screens import help_texts
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.key_sections import sections
from socinno_tui.screens.purposes import PURPOSES, purpose_of
from socinno_tui.widgets.help_pane import HelpText, help_lines
from tests.meetings import a_meeting
from tests.screens.house import House, a_house

TEXTS = [text for text in vars(help_texts).values() if isinstance(text, HelpText)]


def told(house: House) -> HelpText:
    assert isinstance(house.screen, SocinnoScreen)
    return house.screen.full_help()


async def test_collecting_and_choosing_are_moments_of_their_own(tmp_path: Path) -> None:
    async with a_house(tmp_path / "one.db", a_meeting()) as house:
        assert told(house).moment == help_texts.COLLECTING.moment
    async with a_house(tmp_path / "two.db", a_meeting(Phase.SELECTION)) as house:
        assert told(house).moment == help_texts.CHOOSING.moment


async def test_who_only_watches_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "meetings.db"
    async with a_house(file, a_meeting()), a_house(file, a_meeting()) as second:
        assert told(second).moment == help_texts.WATCHING.moment


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_stands_without_its_source(language: Language) -> None:
    with speaking(language):
        for text in TEXTS:
            for words in (text.moment, *text.advice):
                shown = _(words)
                without_sources = re.sub(r"\([^()]*\b(19|20)\d\d\)", "", shown)
                if without_sources == shown:
                    assert not re.search(r"\d", shown), shown


@pytest.mark.parametrize("width", [20, 54, 74, 190])
@pytest.mark.parametrize("text", TEXTS)
def test_every_line_fits(text: HelpText, width: int) -> None:
    assert all(line.cell_length <= width for line in help_lines(text, width))


async def test_keys_stand_under_what_they_are_for(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        groups = dict(told(house).keys)
        assert {line.words for line in groups["Who speaks"]} >= {"manager", "room"}
        assert ("F2", "PgDn") in {line.keys for line in groups["Who speaks"]}


def test_every_action_is_for_something() -> None:
    for section in sections():
        for one in section.actions:
            assert purpose_of(one.name) in PURPOSES
