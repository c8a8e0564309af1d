from dataclasses import replace
from pathlib import Path

import pytest
from pendulum import Date
from textual.widgets import Button, Select, Static

from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.question_coach import QuestionRemark
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.widgets.prepare_people import ParticipantList
from socinno_tui.widgets.prepare_remarks import RemarkList
from tests.meetings import a_prepared_meeting
from tests.screens.preparing import a_desk

FORTY_WORDS = " ".join(f"zin{number}" for number in range(1, 40)) + " slot?"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


# What, where and when


async def test_what_where_and_when_are_in_the_file_as_they_are_typed(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(0)
        await desk.write("De balie")
        assert desk.stored().title == "De balie"
        await desk.press("tab")
        await desk.write("15-12")
        await desk.press("tab")
        await desk.write("1330")
        await desk.press("tab")
        await desk.write("Zaal 2")
        await desk.press("tab")
        await desk.write("90")
        kept = desk.stored()
    assert kept.starts_at is not None
    assert kept.starts_at.isoformat() == "2026-12-15T12:30:00+00:00"
    assert (kept.place, kept.planned_minutes) == ("Zaal 2", 90)


async def test_what_was_kept_is_there_when_the_meeting_is_opened_again(file: Path) -> None:
    starts_at = a_prepared_meeting().starts_at
    assert starts_at is not None
    async with a_desk(file, replace(a_prepared_meeting(), title="Balie [b]", place="Zaal")) as desk:
        await desk.go(0)
        assert desk.field("title").text == "Balie [b]"
        assert desk.field("date").text == starts_at.format("DD-MM-YYYY")
        assert desk.field("place").text == "Zaal"


async def test_a_date_alone_begins_at_nine_until_a_time_is_typed(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(0)
        await desk.press("tab")
        await desk.write("15-12-2026")
        assert desk.field("time").text == "09:00"
        assert desk.stored().starts_at is not None


@pytest.mark.parametrize(
    ("id", "typed"),
    [
        ("date", "32-12"),
        ("date", "1-1-2020"),
        ("time", "half"),
        ("time", "12:99"),
        ("minutes", "lang"),
        ("minutes", "14400"),
        ("box-1", "2x"),
    ],
)
async def test_what_is_not_understood_stays_with_one_sentence_under_it(
    file: Path, id: str, typed: str
) -> None:
    before = a_prepared_meeting()
    async with a_desk(file, before) as desk:
        await desk.go(0)
        field = desk.field(id)
        field.line.focus()
        await desk.write(typed)
        await desk.press("tab")
        assert field.text == typed
        assert desk.note(id).startswith("▲ ")
        kept = desk.stored()
    assert replace(kept, changed_at=None) == before


async def test_a_format_fills_the_time_boxes_whose_minutes_can_be_changed(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(0)
        desk.screen.query_one("#format", Select).value = "hour"
        await desk.pilot.pause()
        await desk.pilot.pause()
        kept = desk.stored()
        assert [box.minutes for box in kept.agenda.boxes] == [10, 25, 15, 10]
        assert kept.planned_minutes == 60
        assert "✓" in str(desk.screen.query_one("#total", Static).render())
        desk.field("box-1").line.focus()
        await desk.press("4", "0")
        assert [box.minutes for box in desk.stored().agenda.boxes] == [10, 40, 15, 10]
        assert "▲" in str(desk.screen.query_one("#total", Static).render())


# Topics and questions


async def test_a_fourth_topic_is_refused_with_the_reason_until_one_goes(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(1)
        for _count in range(3):
            desk.screen.query_one("#add", Button).press()
            await desk.pilot.pause()
        assert len(desk.stored().topics) == 3
        refusal = desk.screen.query_one("#refusal", Static)
        assert str(refusal.render()).startswith("▲ ")
        desk.screen.query("TopicName Button").last(Button).press()
        await desk.pilot.pause()
        assert len(desk.stored().topics) == 2
        assert str(refusal.render()) == ""


async def test_a_topic_with_a_question_goes_only_when_that_is_meant(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(1)
        desk.screen.query_one("#add", Button).press()
        await desk.pilot.pause()
        await desk.go(2)
        await desk.write("Hoe?")
        desk.screen.query("TopicName Button").first(Button).press()
        await desk.pilot.pause()
        assert isinstance(desk.house.screen, AskYesNo)
        await desk.press("n")
        assert len(desk.stored().topics) == 2
        desk.screen.query("TopicName Button").first(Button).press()
        await desk.pilot.pause()
        await desk.press("y")
        assert [topic.question for topic in desk.stored().topics] == [""]
        await desk.go(2)
        assert desk.field("question").text == ""


async def test_a_question_of_forty_words_is_seen_whole_and_kept(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(2)
        await desk.paste(FORTY_WORDS.replace(" slot", "\nslot"))
        assert desk.stored().topics[0].question == FORTY_WORDS
        assert desk.field("question").line.size.height >= 6
        assert QuestionRemark.TOO_LONG in desk.stored().topics[0].remarks


async def test_the_coach_speaks_as_one_types_and_can_be_overruled(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(2)
        await desk.write("Kunnen we de balie sneller maken voor iedereen?")
        remarks = desk.screen.query(RemarkList).first()
        assert remarks.display
        yes_no = QuestionRemark.YES_NO
        assert yes_no in desk.stored().topics[0].remarks
        remarks.focus()
        remarks.highlighted = remarks.get_option_index(yes_no.name)
        await desk.press("enter")
        assert yes_no in desk.stored().topics[0].overruled
        assert str(remarks.get_option(yes_no.name).prompt).startswith("×")
        await desk.press("enter")
        assert yes_no in desk.stored().topics[0].remarks


async def test_the_frame_is_kept_part_by_part(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(2)
        for id, text in (("inside", "balie"), ("outside", "bouw"), ("limits", "geld")):
            desk.field(id).line.focus()
            await desk.write(text)
        frame = desk.stored().topics[0].frame
    assert (frame.inside, frame.outside, frame.limits) == ("balie", "bouw", "geld")


async def test_a_text_that_is_too_long_stays_and_says_so(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(2)
        await desk.paste("x" * 301)
        assert desk.note("question").startswith("▲ ")
        assert len(desk.field("question").text) == 301
        assert desk.stored().topics[0].question == ""


# People


async def test_names_are_typed_or_pasted_and_each_is_there_once(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(3)
        await desk.write("Fatma")
        await desk.press("enter")
        await desk.paste("Fatma\nJan Bakker <jan@example.org>\nAnouk\n")
        people = desk.stored().participants
        assert [(one.name, one.address) for one in people] == [
            ("Fatma", ""),
            ("Jan Bakker", "jan@example.org"),
            ("Anouk", ""),
        ]


async def test_sixty_pasted_people_come_at_one_key_and_change_at_another(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(3)
        await desk.paste("\n".join(f"Medewerker {number}" for number in range(1, 61)))
        assert len(desk.stored().participants) == 60
        await desk.press("tab")
        assert isinstance(desk.screen.focused, ParticipantList)
        await desk.press("a")
        assert len(desk.stored().coming) == 60
        await desk.press("end", "enter", "r")
        last = desk.stored().participants[-1]
        assert (last.attendance, last.role) == (Attendance.NOT_COMING, Role.MANAGER)
        await desk.press("x")
        assert len(desk.stored().participants) == 59
        assert desk.screen.query_one(ParticipantList).highlighted == 58


# Goal, room, talk and follow-up


async def test_goal_and_number_are_kept_as_they_are_typed(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(4)
        await desk.write("drie plannen")
        await desk.press("tab", "4")
        assert desk.stored().goal.ideas_wanted == 4
        await desk.press("x")
        assert desk.note("wanted").startswith("▲ ")
        assert desk.stored().goal.ideas_wanted == 3
        await desk.press("backspace")
        goal = desk.stored().goal
    assert (goal.sentence, goal.ideas_wanted) == ("drie plannen", 4)


async def test_the_room_is_ticked_off_and_gets_lines_of_its_own(file: Path) -> None:
    async with a_desk(file) as desk:
        await desk.go(5)
        await desk.press("enter", "down", "x", "tab")
        await desk.write("Koffie")
        await desk.press("enter")
        checks = desk.stored().room_checks
    assert [check.done for check in checks] == [True, False, False, False]
    assert checks[-1].text == "Koffie"


async def test_the_proposed_limit_is_agreed_with_one_key_or_changed(file: Path) -> None:
    async with a_desk(file, replace(a_prepared_meeting(), limit_minutes=None)) as desk:
        proposed = desk.stored().talk_limit_minutes
        await desk.go(6)
        await desk.press("enter")
        assert desk.stored().limit_minutes == proposed
        await desk.press("7")
        assert desk.stored().limit_minutes == 7
        await desk.go(6)
        await desk.press("enter")
        assert desk.stored().limit_minutes == 7
        await desk.go(6)
        await desk.press("backspace")
        assert desk.stored().limit_minutes is None


async def test_the_review_date_is_four_weeks_on_or_another(file: Path) -> None:
    meeting = replace(a_prepared_meeting(), review_date=None)
    async with a_desk(file, meeting) as desk:
        await desk.go(7)
        await desk.press("enter")
        assert desk.stored().review_date == Date(2026, 12, 21)
        await desk.write("22-11")
        assert desk.note("review").startswith("▲ ")
        assert desk.stored().review_date == Date(2026, 12, 21)
