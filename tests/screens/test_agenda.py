"""The agenda while the meeting goes on: from a key to the time-boxes in the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.screens.agenda_dialog import AgendaDialog
from socinno_tui.screens.closing import ClosingScreen
from tests.meetings import STARTS_AT, a_meeting
from tests.screens.house import NORMAL, WIDE, Hands, House, a_house, speaker, time_box

SMALL = (60, 20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def minutes(house: House) -> list[int]:
    return [box.minutes for box in house.stored().agenda.boxes]


def late() -> Hands:
    """Half an hour in the first time-box of ten minutes: twenty minutes are short."""
    return Hands(STARTS_AT.add(minutes=30))


@pytest.mark.parametrize("size", [SMALL, NORMAL, WIDE])
async def test_what_is_short_is_in_sight_and_one_key_mends_it_while_typing(
    file: Path, size: tuple[int, int]
) -> None:
    async with a_house(file, a_meeting(), size=size, hands=late()) as house:
        await house.write("half")
        assert "20 min short" in time_box(house) or "planned 80" in time_box(house)
        await house.press("ctrl+y")
        assert minutes(house) == [10, 16, 13, 6, 25]
        assert "short" not in time_box(house)
        assert "Ctrl" not in time_box(house)
        assert house.entry.value == "half"
        await house.press("ctrl+y")
        assert house.notices == ["Nothing needs to be shortened, or nothing can be."]


@pytest.mark.parametrize("size", [SMALL, NORMAL, WIDE])
async def test_every_time_box_is_told_with_both_ends(file: Path, size: tuple[int, int]) -> None:
    async with a_house(file, a_meeting(), size=size, hands=late()) as house:
        await house.write("half")
        await house.press("ctrl+g")
        assert isinstance(house.screen, AgendaDialog)
        shown = house.shown()
        assert "Agenda: ends at 11:50, agreed 11:30" in shown
        assert "+20:00" in shown
        for word in ("planned", "used", "left", "proposed", "Kiezen", "→ 16", "Afspraken maken"):
            assert word in shown
        assert "Y takes the proposal" in shown
        await house.press("ctrl+g")
        assert house.entry.value == "half"


async def test_time_boxes_are_changed_one_by_one_and_taken_back(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("ctrl+g", "down", "plus", "minus", "minus", "right", "left", "left")
        assert minutes(house) == [10, 19, 20, 10, 25]
        await house.press("down", "s")
        assert [box.skipped for box in house.stored().agenda.boxes] == [
            False, False, True, False, False,
        ]  # fmt: skip
        assert "skipped" in house.shown()
        await house.press("s", "u", "u")
        assert not any(box.skipped for box in house.stored().agenda.boxes)
        assert "as they were before" in house.shown()
        await house.press("down", "enter")
        assert house.stored().agenda.position == 3
        await house.press("home", "enter")
        assert house.stored().agenda.position == 0
        assert house.stored().agenda.boxes[0].used_seconds == 720


async def test_what_has_been_is_not_changed_and_it_says_so(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("ctrl+n", "ctrl+g", "home", "plus")
        assert minutes(house) == [10, 25, 20, 10, 25]
        assert "This time-box has been: Enter goes back to it." in house.shown()
        await house.press("enter")
        assert house.stored().agenda.position == 0


async def test_the_proposal_is_taken_in_the_agenda_too(file: Path) -> None:
    async with a_house(file, a_meeting(), hands=late()) as house:
        await house.press("ctrl+g", "y")
        assert "done at 11:30, as agreed" in house.shown()
        await house.press("ctrl+z")
        assert minutes(house) == [10, 25, 20, 10, 25]


async def test_the_floor_is_given_and_clocks_go_on_over_the_agenda(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("ctrl+g", "pagedown")
        assert speaker(house) is Speaker.MANAGER
        assert isinstance(house.screen, AgendaDialog)
        house.hands.at = house.hands.at.add(seconds=30)
        house.screen.follow()
        await house.pilot.pause()
        assert "+2:30" in house.shown()


async def test_ahead_of_the_plan_there_is_room_to_spare(file: Path) -> None:
    hands = Hands(STARTS_AT.add(minutes=3))
    async with a_house(file, a_meeting(), size=WIDE, hands=hands) as house:
        await house.press("ctrl+n")
        assert "7 minutes to spare: done at 11:23" in time_box(house)
        await house.press("ctrl+g")
        assert "✓ 7 min to spare" in house.shown()


async def test_without_time_boxes_the_agenda_is_empty_and_nothing_breaks(file: Path) -> None:
    meeting = a_meeting()
    bare = replace(meeting, agenda=replace(meeting.agenda, boxes=()))
    async with a_house(file, bare) as house:
        await house.press("ctrl+g", "plus", "s", "enter", "y", "u")
        assert "No time-box is on." in house.shown()
        await house.press("escape", "ctrl+y", "ctrl+n")
        assert house.stored().agenda == bare.agenda


async def test_a_title_is_no_markup(file: Path) -> None:
    meeting = a_meeting()
    box = replace(meeting.agenda.boxes[1], title="[/b][@click=app.quit]Kies[/foo]")
    typed = replace(meeting, agenda=meeting.agenda.with_box(1, box))
    async with a_house(file, typed, size=WIDE, hands=late()) as house:
        await house.press("ctrl+g")
        assert "[/b][@click=app.quit]Kies[/foo]" in house.shown()


async def test_the_agenda_opens_while_closing(file: Path) -> None:
    async with a_house(file, a_meeting(Phase.CLOSING)) as house:
        assert isinstance(house.screen, ClosingScreen)
        await house.press("ctrl+g", "plus")
        assert minutes(house)[-1] == 30
