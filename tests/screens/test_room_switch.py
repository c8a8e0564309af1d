"""F9: large letters for the room and back, while the facilitator goes on typing and pressing."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.way_out import AskWayOut
from socinno_tui.widgets.idea_entry import IdeaEntry
from socinno_tui.widgets.room_view import PartPane, RoomView
from tests.meetings import a_meeting, an_idea
from tests.screens.house import NORMAL, WIDE, House, a_house, speaker

SIZES = [(60, 20), NORMAL, (100, 30), WIDE, (200, 50)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def room_is_shown(house: House) -> bool:
    return house.screen.query_one(RoomView).region.height > 0


@pytest.mark.parametrize("size", SIZES)
async def test_f9_shows_the_room_view_and_back(file: Path, size: tuple[int, int]) -> None:
    async with a_house(file, a_meeting(), size=size) as house:
        before = house.shown()
        await house.press("f9")
        assert room_is_shown(house)
        assert "the newest first" in house.shown()
        assert house.feed.region.height == 0
        assert house.screen.focused is house.entry
        for back in ("f9", "escape"):
            await house.press(back)
            assert not room_is_shown(house)
            assert house.shown() == before
            await house.press("f9")


@pytest.mark.parametrize("size", SIZES)
async def test_its_parts_stand_as_high_as_was_planned(file: Path, size: tuple[int, int]) -> None:
    async with a_house(file, a_meeting(), size=size) as house:
        await house.press("f9")
        view = house.screen.query_one(RoomView)
        shown = [pane for pane in view.query(PartPane) if pane.display]
        assert len(shown) == 3
        assert shown[-1].region.bottom <= view.content_region.bottom
        assert all(above.region.bottom + 1 == below.region.y for above, below in pairwise(shown))


async def test_an_idea_can_be_typed_there(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f9")
        await house.write("Balie op zaterdag")
        assert "Balie op zaterdag" in house.shown()
        await house.press("enter")
        assert house.texts()[-1] == "Balie op zaterdag"
        assert "#13  Balie op zaterdag" in house.shown()


async def test_what_is_said_of_the_typed_text_stays_in_sight(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f9")
        await house.write("Zelfscan bij ingang")
        assert "like #2" in house.shown()


async def test_what_was_typed_goes_along(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.write("Half een id")
        await house.press("f9")
        assert house.entry.value == "Half een id"
        await house.press("escape")
        assert house.entry.value == "Half een id"
        assert house.screen.focused is house.entry


async def test_the_keys_of_the_meeting_stay_alive(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f9")
        for key, has_floor in (("f2", Speaker.MANAGER), ("pageup", Speaker.ROOM)):
            await house.press(key)
            assert speaker(house) is has_floor
        await house.press("pagedown")
        await house.wait(4)
        assert "the manager speaks 0:04" in house.shown() or "speaks 0:04" in house.shown()
        await house.press("f4")
        assert house.stored().on_break
        assert "break" in house.shown()
        await house.press("f4", "f8")
        assert "Have all ideas been heard?" in house.question
        await house.press("o")
        assert house.stored().phase is Phase.SELECTION
        assert room_is_shown(house)
        assert house.screen.focused is house.entry
        await house.press("f9")
        assert house.feed.has_focus


async def test_the_list_cannot_be_reached_where_it_is_not_seen(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f9", "up", "tab", "tab")
        assert isinstance(house.screen.focused, IdeaEntry)


async def test_the_way_out_asks_as_ever(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f9", "ctrl+q")
        assert isinstance(house.screen, AskWayOut)


async def test_another_size_shares_out_anew(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f9")
        for width, height in (WIDE, (60, 20), (200, 50)):
            await house.pilot.resize_terminal(width, height)
            await house.pilot.pause()
            view = house.screen.query_one(RoomView)
            bottoms = [pane.region.bottom for pane in view.query(PartPane) if pane.display]
            assert bottoms[-1] <= view.content_region.bottom


@pytest.mark.parametrize("size", SIZES)
async def test_whatever_is_typed_never_stops_it(file: Path, size: tuple[int, int]) -> None:
    hostile = ["[/foo] [@click=app.quit]x", "日本語 " * 60, "x" * 500, "👩‍👩‍👧 👍🏽 ❤️"]
    ideas = [an_idea(number, text) for number, text in enumerate(hostile, 1)]
    meeting = a_meeting(ideas=ideas)
    meeting = replace(meeting, topics=(replace(meeting.topics[0], question=" ".join(hostile)),))
    async with a_house(file, meeting, size=size) as house:
        await house.press("f9")
        assert room_is_shown(house)


# The closing screen


async def test_f9_shows_the_agreements_while_they_are_made(file: Path) -> None:
    async with a_house(file, a_meeting(Phase.CLOSING)) as house:
        await house.write("Fatma de Vries")
        await house.press("tab")
        await house.write("11 dec")
        await house.press("f9")
        shown = house.shown()
        assert room_is_shown(house)
        assert "who?" in shown
        assert "3 still open" in shown or "still open" in shown or "2 of 3" in shown
        await house.write("x")
        assert house.stored().actions[0].owner == "Fatma de Vries"
        await house.press("escape")
        assert not room_is_shown(house)
        assert house.screen.focused is not None


@pytest.mark.parametrize("key", ["ctrl+q", "f8", "f4"])
async def test_the_gate_holds_there_as_well(file: Path, key: str) -> None:
    async with a_house(file, a_meeting(Phase.CLOSING)) as house:
        await house.press("f9", key)
        assert isinstance(house.screen, ClosingScreen)
        assert not room_is_shown(house)
        assert house.stored().phase is Phase.CLOSING
        assert not house.app._exit
