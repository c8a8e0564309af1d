"""Several managers with a meter each: who has the floor, from a key to the turns in the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Button

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role
from socinno_tui.domain.talk import Meters, Speaker, TalkTurn
from socinno_tui.widgets.talk_meter import TalkMeter
from tests.meetings import a_meeting, a_prepared_meeting
from tests.screens.house import NORMAL, WIDE, House, a_house, meter
from tests.screens.preparing import Desk, a_desk

NAMES = ("Fatima el Idrissi", "Bram de Wit", "Anouk Smit", "Jan-Willem Kok", "Piet")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def several(meeting: Meeting, count: int, meters: Meters = Meters.EACH) -> Meeting:
    """Give the meeting with so many managers coming instead of its one."""
    employees = tuple(one for one in meeting.participants if one.role is not Role.MANAGER)
    managers = tuple(
        Participant(name, name, role=Role.MANAGER, attendance=Attendance.COMING)
        for name in NAMES[:count]
    )
    return replace(meeting, participants=(*employees, *managers), meters=meters)


def shown(desk: Desk) -> str:
    """The section that is on the screen, its lines as one."""
    lines = desk.house.screen._compositor.render_strips()
    return " ".join(" ".join(strip.text[26:] for strip in lines).split())


def last(house: House) -> TalkTurn:
    return house.stored().turns[-1]


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_the_floor_goes_to_the_first_then_to_who_had_it_last(
    file: Path, size: tuple[int, int]
) -> None:
    async with a_house(file, several(a_meeting(), 2), size=size) as house:
        await house.write("half")
        await house.press("f2")
        assert last(house).who == NAMES[0]
        turns = house.stored().turns
        await house.wait(20)
        await house.press("f2")
        assert house.stored().turns == turns
        await house.press("ctrl+l")
        assert last(house).who == NAMES[1]
        await house.wait(20)
        await house.press("f3")
        assert last(house).who is None
        await house.wait(20)
        await house.press("pagedown")
        assert last(house).who == NAMES[1]
        assert "Bram" in meter(house)
        assert house.entry.value == "half"


async def test_passing_on_at_once_leaves_no_turn_with_the_managers_between(file: Path) -> None:
    async with a_house(file, several(a_meeting(), 4)) as house:
        before = house.stored().turns
        await house.press("f2", "ctrl+l", "ctrl+l", "ctrl+l")
        assert len(house.stored().turns) == len(before) + 1
        assert last(house).who == NAMES[3]
        await house.wait(10)
        await house.press("ctrl+l", "ctrl+l", "ctrl+l", "ctrl+l")
        assert len(house.stored().turns) == len(before) + 1
        assert (last(house).who, last(house).ended_at) == (NAMES[3], None)
        await house.press("shift+f3")
        assert last(house).speaker is Speaker.ROOM


async def test_a_click_on_a_manager_gives_the_floor(file: Path) -> None:
    async with a_house(file, several(a_meeting(), 3), size=WIDE) as house:
        await house.pilot.click(TalkMeter, offset=(4, 3))
        await house.pilot.pause()
        assert last(house).who == NAMES[2]


@pytest.mark.parametrize("count", [2, 5])
async def test_the_wide_layout_has_a_line_for_each(file: Path, count: int) -> None:
    async with a_house(file, several(a_meeting(), count), size=WIDE) as house:
        assert all(name.split()[0] in meter(house) for name in NAMES[:count])
        height = house.screen.query_one(TalkMeter).size.height
        await house.press("f2")
        await house.wait(200)
        await house.press("ctrl+l")
        assert house.screen.query_one(TalkMeter).size.height == height == 4 + count


async def test_together_there_is_one_meter_and_no_next_manager(file: Path) -> None:
    async with a_house(file, several(a_meeting(), 2, Meters.TOGETHER), size=WIDE) as house:
        await house.press("f2", "ctrl+l")
        assert last(house).who is None
        assert "Fatima" not in meter(house)
        assert "next manager" not in house.shown()


# Before the meeting


async def test_the_meters_are_chosen_where_two_managers_come(file: Path) -> None:
    meeting = several(a_prepared_meeting(), 2, Meters.TOGETHER)
    async with a_desk(file, meeting) as desk:
        await desk.go(6)
        assert "2 managers are coming. They share one meter" in shown(desk)
        await desk.press("tab", "enter")
        assert desk.stored().meters is Meters.EACH
        assert "Each has an own meter" in shown(desk)
        assert "03:00" in shown(desk)
        # A key would be taken for a bounce of the one before.
        desk.screen.query_one("#other-meters", Button).press()
        await desk.pilot.pause()
        assert desk.stored().meters is Meters.TOGETHER


async def test_with_one_manager_there_is_nothing_to_choose(file: Path) -> None:
    async with a_desk(file, a_prepared_meeting()) as desk:
        await desk.go(6)
        assert "share one meter" not in shown(desk)


async def test_the_preparation_says_why_there_is_a_maximum_with_its_source(file: Path) -> None:
    async with a_desk(file, a_prepared_meeting()) as desk:
        await desk.go(6)
        assert "(Tost, Gino & Larrick, 2013)" in shown(desk)
