from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.readiness import Section, SectionState, section_states
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.widgets.prepare_sections import READY, SectionList
from socinno_tui.widgets.standing_line import StandingLine
from tests.meetings import a_prepared_meeting
from tests.screens.preparing import a_desk


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


# Beginning


async def test_a_meeting_without_goal_does_not_begin_and_asks_for_it(file: Path) -> None:
    meeting = a_prepared_meeting()
    async with a_desk(file, replace(meeting, goal=replace(meeting.goal, sentence=""))) as desk:
        await desk.press("f8")
        assert desk.stored().phase is Phase.PREPARATION
        assert desk.screen.focused is desk.field("goal").line
        assert len(desk.house._notifications) == 1


async def test_a_meeting_with_open_points_begins_when_that_is_meant(file: Path) -> None:
    async with a_desk(file, replace(a_prepared_meeting(), place="")) as desk:
        await desk.press("f8")
        assert isinstance(desk.house.screen, AskYesNo)
        await desk.press("n")
        assert desk.place == READY
        assert desk.stored().phase is Phase.PREPARATION
        await desk.press("enter")
        assert desk.screen.focused is desk.field("place").line
        await desk.press("f8", "y")
        assert desk.stored().phase is Phase.IDEATION


# Moving about


async def test_a_number_goes_to_its_section_and_escape_back_and_out(file: Path) -> None:
    async with a_desk(file) as desk:
        for place in range(READY + 1):
            await desk.press(str(place))
            assert desk.place == place
            assert not isinstance(desk.screen.focused, SectionList)
            await desk.press("escape")
            assert isinstance(desk.screen.focused, SectionList)
        assert not desk.house.left
        await desk.press("escape")
        assert desk.house.left


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        (0, lambda meeting: meeting.title),
        (1, lambda meeting: meeting.topic.name),
        (2, lambda meeting: meeting.topic.question),
        (4, lambda meeting: meeting.goal.sentence),
    ],
)
async def test_what_is_typed_right_after_a_number_goes_into_its_section(
    file: Path, place: int, kept: Callable[[Meeting], str]
) -> None:
    async with a_desk(file) as desk:
        await desk.rush(str(place), *"Wachttijd")
        assert kept(desk.stored()) == "Wachttijd"


async def test_what_is_typed_right_after_any_way_to_move_goes_where_that_leads(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.rush("down", "enter", *"Balie", "tab", "tab", *"Hoe")
        topic = desk.stored().topic
        assert (topic.name, topic.question) == ("Balie", "Hoe")
        await desk.rush("shift+tab", "shift+tab", *"s", "escape", "4", *"Drie")
        assert desk.stored().topic.name == "Balies"
        assert desk.stored().goal.sentence == "Drie"


async def test_tab_goes_through_every_field_and_shift_tab_back_the_same_way(file: Path) -> None:
    async with a_desk(file) as desk:
        there = [desk.screen.focused]
        places = [desk.place]
        while True:
            await desk.press("tab")
            if isinstance(desk.screen.focused, SectionList):
                break
            there.append(desk.screen.focused)
            places.append(desk.place)
        assert places == sorted(place or 0 for place in places)
        assert set(places) == set(range(READY + 1))
        assert len(set(there)) == len(there)
        for widget in reversed(there[1:]):
            await desk.press("shift+tab")
            assert desk.screen.focused is widget


async def test_the_list_says_how_every_section_stands(file: Path) -> None:
    async with a_desk(file) as desk:
        sections = desk.screen.query_one(SectionList)
        assert "○" in str(sections.get_option_at_index(4).prompt)
        await desk.go(4)
        await desk.write("iets")
        assert "✓" in str(sections.get_option_at_index(4).prompt)
        assert section_states(desk.stored())[Section.GOAL] is SectionState.DONE


async def test_a_meeting_held_elsewhere_can_be_read_but_not_changed(file: Path) -> None:
    async with a_desk(file, a_prepared_meeting(), held_elsewhere=True) as desk:
        assert desk.screen.query_one(StandingLine).display
        await desk.go(0)
        await desk.write("x")
        assert desk.field("title").text == a_prepared_meeting().title
        await desk.press("3", "down")
        assert desk.place == 3
        assert desk.stored() == a_prepared_meeting()
        assert desk.held_by is not None
        desk.held_by.release()
        desk.opened.look_again()
        await desk.pilot.pause()
        assert not desk.screen.query_one(StandingLine).display
        await desk.go(0)
        await desk.write("!")
        assert desk.stored().title == f"{a_prepared_meeting().title}!"
