"""F1 on every moment of a meeting: what it is for, and nothing that does not fit the window."""

from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.screens import help_texts
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.service.library import Library
from socinno_tui.store.store import Store
from socinno_tui.widgets.help_pane import HelpText, help_lines
from tests.meetings import STARTS_AT, a_meeting
from tests.screens.house import NORMAL, WIDE, Hands, House, a_house

SMALL = (60, 20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def text_shown(house: House) -> str:
    assert isinstance(house.screen, HelpDialog)
    return " ".join(line.plain for line in help_lines(house.screen._text, 400))


MOMENTS: list[tuple[Phase, tuple[str, ...], HelpText]] = [
    (Phase.IDEATION, (), help_texts.COLLECTING),
    (Phase.SELECTION, (), help_texts.CHOOSING),
    (Phase.IDEATION, ("ctrl+g",), help_texts.AGENDA),
    (Phase.IDEATION, ("f9",), help_texts.READING_LARGE),
    (Phase.IDEATION, ("f6", "1", "2", "tab", "8", "enter"), help_texts.SILENCE),
    (Phase.SELECTION, ("r", "enter"), help_texts.DOTS),
    (Phase.CLOSING, (), help_texts.CLOSING),
]


@pytest.mark.parametrize(("phase", "keys", "taught"), MOMENTS)
async def test_each_moment_of_a_meeting_has_help_of_its_own(
    file: Path, phase: Phase, keys: tuple[str, ...], taught: HelpText
) -> None:
    hands = Hands(STARTS_AT.add(minutes=5))
    async with a_house(file, a_meeting(phase), hands=hands, size=WIDE) as house:
        await house.press(*keys)
        beneath = house.screen
        await house.press("f1")
        assert taught.moment in text_shown(house)
        await house.press("f1")
        assert house.screen is beneath


async def test_what_one_does_most_now_stands_first_among_the_keys(file: Path) -> None:
    async with a_house(file, a_meeting(Phase.SELECTION)) as house:
        await house.press("f1")
        assert isinstance(house.screen, HelpDialog)
        assert house.screen._text.keys[0][0] == "Choosing"


async def test_every_key_is_named_as_on_the_keyboard(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("ctrl+g", "f1")
        assert "+, =" in text_shown(house)


async def test_who_only_reads_along_is_told_so_and_not_what_to_do(file: Path) -> None:
    async with a_house(file, a_meeting()) as first:
        opened = Library(Store.open(file), first.app._clock).open(first.meeting_id)
        assert opened.read_only
        async with a_house(file, first.stored()) as second:
            await second.press("f1")
            assert help_texts.WATCHING.moment in text_shown(second)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_help_is_read_to_its_end_by_keys_and_always_says_how_to_leave(
    file: Path, size: tuple[int, int], language: Language
) -> None:
    with speaking(language):
        async with a_house(file, a_meeting(Phase.SELECTION), size=size) as house:
            await house.press("f1")
            text = house.screen.query_one("#text")
            frame = house.screen.query_one("#frame")
            assert text.max_scroll_y > 0
            assert frame.max_scroll_y == 0
            for _page in range(12):
                await house.press("space")
            assert text.scroll_y == text.max_scroll_y
            for way_out in ("#mark", "#hint"):
                assert house.screen.region.contains_region(house.screen.query_one(way_out).region)


async def test_help_is_put_away_by_a_click_on_its_mark(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        beneath = house.screen
        await house.press("f1")
        assert "× close" in house.shown()
        await house.pilot.click("#mark")
        await house.pilot.pause()
        assert house.screen is beneath


@pytest.mark.parametrize("width", [16, 30, 54, 74, 114])
def test_no_line_is_wider_than_it_may_be(width: int) -> None:
    for name, taught in vars(help_texts).items():
        if isinstance(taught, HelpText):
            widest = max(line.cell_length for line in help_lines(taught, width))
            assert widest <= width, name


def test_a_figure_is_never_told_without_its_source() -> None:
    found = 0
    for taught in vars(help_texts).values():
        if isinstance(taught, HelpText):
            for sentence in (taught.moment, *taught.advice):
                if "%" in sentence or "twice" in sentence or "d = " in sentence:
                    found += 1
                    assert any(source in sentence for source in (" 1987)", " 2016)", " 2025)"))
    assert found
