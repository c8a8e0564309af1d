from dataclasses import replace

import pytest
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.question_coach import QuestionRemark
from socinno_tui.domain.readiness import Section
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.prepare_lists import SignedLine
from socinno_tui.widgets.prepare_people import ParticipantList, participant_line
from socinno_tui.widgets.prepare_remarks import RemarkList
from socinno_tui.widgets.prepare_room import RoomChecklist
from socinno_tui.widgets.prepare_sections import READY, SectionList
from tests.meetings import a_prepared_meeting

LONG_NAME = "Maria Margaretha van der Heijden-van Oldenbarnevelt tot Slochteren"


def test_a_wrapped_line_hangs_under_its_words() -> None:
    line = SignedLine("a", Content("▲"), Content("een twee drie vier"))
    rows = [row.rstrip() for row in line.content(10).plain.splitlines()]
    assert rows == ["▲ een twee", "  drie", "  vier"]


@pytest.mark.parametrize("width", [0, 1, 2, 3])
def test_a_line_is_still_there_where_there_is_no_room(width: int) -> None:
    line = SignedLine("a", Content("▲"), Content("een"))
    assert line.content(width).plain.replace("\n", "").replace(" ", "") == "▲een"


@pytest.mark.parametrize("width", [48, 60, 100])
def test_a_person_takes_one_line_whose_end_is_never_cut(width: int) -> None:
    person = Participant("a", LONG_NAME, "m@example.org", Role.FACILITATOR, Attendance.COMING)
    line = participant_line(person, width)
    assert line.cell_length <= width
    assert line.plain.endswith("✓ coming")
    assert "…" in line.plain


class Sections(Screen[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def compose(self) -> ComposeResult:
        yield SectionList(id="sections")

    def action_go_into(self, place: int) -> None:
        self.heard.append(place)

    def action_go_into_chosen(self) -> None:
        self.heard.append(self.query_one(SectionList).highlighted or 0)


class Lists(ThemedApp[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield RoomChecklist(id="checks")
        yield ParticipantList(id="people")
        yield RemarkList(id="remarks")

    def on_room_checklist_ticked(self, event: RoomChecklist.Ticked) -> None:
        self.heard.append(event.check_id)

    def on_remark_list_overruled(self, event: RemarkList.Overruled) -> None:
        self.heard.append(event.remark)


async def test_the_cursor_stays_with_its_line_when_lines_come_and_go() -> None:
    app = Lists()
    async with app.run_test() as pilot:
        checks = tuple(RoomCheck(key, f"{key} [/b]") for key in "abcd")
        room = app.query_one(RoomChecklist)
        room.show(checks)
        room.focus()
        await pilot.press("down", "down")
        assert room.cursor_id == "c"
        room.show(checks[1:])
        assert room.cursor_id == "c"
        room.show((checks[0], checks[1]))
        assert room.cursor_id == "b"
        room.show(())
        await pilot.pause()
        assert room.cursor_id == ""
        await pilot.press("enter", "x")
        assert app.heard == []


async def test_a_tick_changes_the_sign_and_leaves_the_cursor() -> None:
    app = Lists()
    async with app.run_test() as pilot:
        checks = (RoomCheck("a", "A"), RoomCheck("b", "B"))
        room = app.query_one(RoomChecklist)
        room.show(checks)
        room.focus()
        await pilot.press("down", "enter")
        assert app.heard == ["b"]
        room.show((checks[0], replace(checks[1], done=True)))
        assert room.cursor_id == "b"
        assert str(room.get_option("b").prompt).startswith("✓")


async def test_every_section_shows_and_is_reached_by_its_number() -> None:
    screen = Sections()
    async with Lists().run_test() as pilot:
        await pilot.app.push_screen(screen)
        sections = screen.query_one(SectionList)
        sections.meeting = a_prepared_meeting()
        await pilot.pause()
        assert sections.option_count == len(Section) + 1
        sections.focus()
        for place in range(READY + 1):
            await pilot.press(str(place))
        await pilot.press("down", "enter", "end", "right")
        assert screen.heard == [*range(READY + 1), 1, READY]


async def test_an_empty_question_cannot_be_overruled() -> None:
    app = Lists()
    async with app.run_test() as pilot:
        remarks = app.query_one(RemarkList)
        remarks.show((QuestionRemark.EMPTY, QuestionRemark.YES_NO), frozenset(), "")
        await pilot.pause()
        remarks.focus()
        await pilot.press("enter")
        assert app.heard == []
        await pilot.press("down", "enter")
        assert app.heard == [QuestionRemark.YES_NO]
