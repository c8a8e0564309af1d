"""Ideas come in: from the line to type in to the meeting in the file."""

from pathlib import Path

import pytest

from socinno_tui.domain.idea import IDEA_LIMIT
from socinno_tui.i18n import speaking
from socinno_tui.screens.dialogs import AskLine, AskYesNo
from socinno_tui.screens.live import LiveScreen
from tests.meetings import a_meeting
from tests.screens.house import a_house


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


async def test_enter_saves_and_the_cursor_stays_for_the_next(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        await house.write("Loket in de bus")
        await house.press("enter")
        assert house.texts() == ["Loket in de bus"]
        assert house.entry.has_focus
        assert house.entry.value == ""
        await house.write("Koffie")
        await house.press("enter")
        assert house.texts() == ["Loket in de bus", "Koffie"]
        assert "#2 Koffie" in house.shown()


async def test_an_idea_holds_500_characters_and_no_more(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        await house.paste("é" * IDEA_LIMIT)
        await house.write("x")
        await house.press("enter")
        assert house.texts() == ["é" * IDEA_LIMIT]


async def test_a_full_disk_keeps_what_is_typed_and_says_so(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        await house.write("Koffie")
        house.store.is_full = True
        await house.press("enter")
        assert house.entry.value == "Koffie"
        assert house.entry.has_focus
        assert any("disk" in notice for notice in house.notices)
        assert house.app.meeting == house.stored()
        assert house.texts() == []
        house.store.is_full = False
        await house.press("enter")
        assert house.texts() == ["Koffie"]


LINES = "- Balie in de bus\n\n- Avond open\r\n* Koffie in de hal"


async def test_several_lines_pasted_become_an_idea_each(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        await house.write("half")
        await house.paste(LINES)
        assert isinstance(house.screen, AskYesNo)
        assert house.question.startswith("3 lines")
        await house.press("y")
        assert house.texts() == ["Balie in de bus", "Avond open", "Koffie in de hal"]
        assert house.entry.value == "half"


async def test_several_lines_pasted_can_stay_one(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        await house.paste(LINES)
        await house.press("n")
        assert house.stored().ideas == ()
        await house.press("enter")
        assert house.texts() == ["Balie in de bus Avond open Koffie in de hal"]


async def test_several_lines_that_cannot_be_saved_are_asked_about_again(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        await house.paste(LINES)
        house.store.is_full = True
        await house.press("y")
        assert isinstance(house.screen, AskYesNo)
        assert any("disk" in notice for notice in house.notices)
        house.store.is_full = False
        await house.press("y")
        assert len(house.texts()) == 3


async def test_an_idea_much_like_another_is_pointed_out_and_never_held_back(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.write("een zelfscan bij de ingang")
        assert "like #2" in house.shown()
        await house.press("enter")
        assert house.texts()[-1] == "een zelfscan bij de ingang"
        assert "like #2" not in house.shown()


HOSTILE = (
    "[bold]vet[/bold] [/foo] [@click=app.quit]weg[/] \x1b[2J\x1b]52;c;Zm9v\x07 \u202eom \x00 $x"
)


async def test_hostile_text_is_an_idea_like_any_other(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        await house.paste(HOSTILE)
        await house.press("enter")
        (text,) = house.texts()
        assert text.startswith("[bold]vet[/bold] [/foo] [@click=app.quit]weg[/]")
        assert text.isprintable()
        assert "\u202e" not in text
        for key in ("d", "e", "n", "slash"):
            await house.go_to(1)
            await house.press(key)
            assert isinstance(house.screen, AskLine)
            await house.press("escape")
        await house.go_to(1)
        await house.press("delete")
        assert isinstance(house.screen, LiveScreen)
        assert "[/foo]" not in house.shown()


async def test_letters_typed_are_letters(file: Path) -> None:
    with speaking("nl"):
        async with a_house(file, a_meeting(ideas=())) as house:
            await house.write("dslnxmetuqb123.+-?/ ")
            assert house.entry.value == "dslnxmetuqb123.+-?/ "
            assert house.stored().turns[-1].speaker.value == "room"
