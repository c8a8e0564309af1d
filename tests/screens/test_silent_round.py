"""A silent round on the live screen: from a key to the meeting in the file, and back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Digits

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added
from socinno_tui.domain.participant import Attendance
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.store.store import Store
from socinno_tui.widgets.harvest_pane import HarvestPane
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.writing_pane import WritingPane
from tests.meetings import QUESTION, a_meeting, a_topic, an_idea, some_ideas
from tests.screens.house import NORMAL, TWELVE_MINUTES_ON, WIDE, House, a_house, meter, speaker

SIZES = [(60, 20), NORMAL, WIDE, (200, 50)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def a_small_room() -> Meeting:
    """Give a meeting of two employees and a manager who come."""
    meeting = a_meeting(ideas=[an_idea(1)])
    coming = [one for one in meeting.participants if one.attendance is Attendance.COMING]
    return replace(meeting, participants=(*coming[:2], coming[6]))


@asynccontextmanager
async def writing(file: Path, meeting: Meeting | None = None) -> AsyncIterator[House]:
    async with a_house(file, meeting or a_small_room()) as house:
        await house.press("f6", "enter")
        yield house


@asynccontextmanager
async def harvest(file: Path, meeting: Meeting | None = None) -> AsyncIterator[House]:
    async with writing(file, meeting) as house:
        await house.press("f6", "enter")
        yield house


def big(house: House, pane: type[WritingPane] | type[HarvestPane] = WritingPane) -> str:
    """What stands there in big digits."""
    shown = house.screen.query_one(pane)
    return shown.face if isinstance(shown, WritingPane) else shown.query_one(Digits).value


# The writing


@pytest.mark.parametrize("size", SIZES)
async def test_while_the_room_writes_there_is_the_time_the_question_and_no_feed(
    file: Path, size: tuple[int, int]
) -> None:
    async with a_house(file, a_meeting(), size=size) as house:
        await house.write("half")
        await house.press("f6")
        assert "Silent round: everyone first writes" in house.question
        await house.press("enter")
        shown = house.shown()
        assert QUESTION.split(",")[0] in shown
        assert "Everyone writes for themselves, without talking." in shown
        assert "Zelfscan" not in shown
        assert big(house) == "5:00"
        await house.wait(61)
        assert big(house) == "3:59"
        assert speaker(house) is None
        silence = house.stored().silent_round
        assert silence is not None
        assert (silence.employees, silence.managers, silence.seconds) == (6, 1, 300)
        await house.press("f6", "enter")
        assert house.entry.value == "half"
        assert house.entry.has_focus
        assert "#12" in house.shown()


async def test_who_is_there_is_asked_where_it_is_not_known(file: Path) -> None:
    async with a_house(file, replace(a_meeting(), participants=())) as house:
        await house.press("f6", "enter")
        assert "Type a whole number from 1 to 200." in house.shown()
        await house.write("12")
        await house.press("shift+tab")
        await house.write("3")
        await house.press("enter")
        silence = house.stored().silent_round
        assert silence is not None
        assert (silence.employees, silence.managers, silence.seconds) == (12, 1, 180)


async def test_nothing_begins_when_it_is_left(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f6", "escape")
        assert house.stored().silent_round is None
        assert house.entry.has_focus


async def test_it_does_not_begin_in_a_break_or_while_choosing(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f4", "f6")
        assert house.notices == ["All clocks stand still: end the break first (F4)."]
        await house.press("f4", "f8", "enter", "f6")
        assert house.stored().phase is Phase.SELECTION
        assert house.stored().silent_round is None
        assert "silent round" not in house.shown()


@pytest.mark.parametrize("key", ["f2", "f3", "pagedown", "pageup"])
async def test_nobody_gets_the_floor_and_one_calm_sentence_says_why(file: Path, key: str) -> None:
    async with writing(file) as house:
        before = meter(house)
        await house.press(key)
        await house.wait(30)
        assert house.notices == [
            "Now everyone writes for themselves: nobody has the floor, the meter stands still."
        ]
        assert meter(house) == before
        assert speaker(house) is None


async def test_when_the_time_is_up_it_says_so_and_goes_on_by_a_key_only(file: Path) -> None:
    async with writing(file) as house:
        await house.wait(300)
        for _time in range(3):
            assert big(house) == "0:00"
            assert "The time is up: finish your last sentence." in house.shown()
            assert "F6: on to the harvest · 1 or 5: more minutes" in house.shown()
            await house.wait(200)
        assert house.notices == []
        silence = house.stored().silent_round
        assert silence is not None
        assert not silence.is_harvest


async def test_minutes_are_added_with_one_key(file: Path) -> None:
    async with writing(file) as house:
        await house.press("1")
        assert big(house) == "6:00"
        await house.wait(1000)
        await house.press("5")
        assert big(house) == "5:00"
        await house.press("f6", "1")
        assert big(house) == "6:00"


async def test_a_break_lets_the_time_to_write_stand_still(file: Path) -> None:
    async with writing(file) as house:
        await house.press("f4")
        await house.wait(600)
        assert big(house) == "5:00"
        assert "‖ break: the time to write stands still" in house.shown()
        await house.press("f4")
        assert "Everyone writes for themselves" in house.shown()
        assert speaker(house) is None


async def test_the_topic_stays_while_the_room_writes(file: Path) -> None:
    hall = a_topic("De hal", "Hoe wachten mensen prettig?")
    async with writing(file, topic_added(a_small_room(), hall)) as house:
        await house.press("ctrl+o", "2")
        assert house.stored().topic_on == ""
        assert big(house) == "5:00"


@pytest.mark.parametrize("key", ["f6", "escape"])
async def test_it_can_be_stopped_without_a_harvest(file: Path, key: str) -> None:
    async with writing(file) as house:
        await house.press(key)
        assert house.question == "Has everyone finished writing?"
        await house.press("s")
        assert house.stored().silent_round is None
        assert speaker(house) is Speaker.ROOM
        assert house.entry.has_focus


async def test_pressing_twice_to_go_on_passes_nobody(file: Path) -> None:
    async with writing(file) as house:
        await house.press("f6", "f6", "f6", "enter")
        silence = house.stored().silent_round
        assert silence is not None
        assert (silence.seat, silence.passes) == (1, 0)


async def test_no_key_on_the_ideas_works_while_they_are_out_of_sight(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("up", "f6", "enter")
        assert house.screen.focused is None
        assert not house.screen.query_one(KeyBar).has_class("-on-ideas")
        before = house.stored().ideas
        await house.press("s", "l", "delete", "tab", "s")
        assert house.stored().ideas == before
        await house.press("f1", "escape", "s")
        assert house.stored().ideas == before


# The harvest


@pytest.mark.parametrize("size", SIZES)
async def test_enter_gives_an_idea_and_f6_passes_until_a_whole_round_was_passed(
    file: Path, size: tuple[int, int]
) -> None:
    async with a_house(file, a_small_room(), size=size) as house:
        await house.press("f6", "enter", "f6", "enter")
        assert "person 1 of 3 · round 1" in house.shown()
        assert big(house, HarvestPane) == "1"
        await house.write("Een plant")
        await house.press("enter", "enter")
        assert "person 2 of 3 · round 1" in house.shown()
        assert "#2 Een plant" in house.shown()
        await house.press("f6")
        assert "management · round 1" in house.shown()
        assert "1 of 3 passed in a row." in house.shown()
        await house.press("f6", "f6")
        assert house.stored().silent_round is None
        assert speaker(house) is Speaker.ROOM
        assert house.notices == [
            "A whole round of passes: the harvest is in, 2 ideas. The room has the floor."
        ]
        assert not house.screen.query_one(HarvestPane).display


async def test_pressed_once_too_often_at_the_end_no_other_round_begins(file: Path) -> None:
    async with harvest(file) as house:
        await house.press("f6", "f6", "f6", "f6")
        assert house.screen.query(HarvestPane)
        await house.wait(4)
        await house.press("f6")
        assert "Silent round: everyone first writes" in house.question


async def test_enter_on_an_empty_line_never_passes(file: Path) -> None:
    async with harvest(file) as house:
        await house.press("enter", "enter", "space", "enter")
        silence = house.stored().silent_round
        assert silence is not None
        assert (silence.seat, silence.passes) == (1, 0)


async def test_several_managers_come_last_and_are_told_apart(file: Path) -> None:
    async with a_house(file, a_small_room()) as house:
        await house.press("f6", "tab", "1", "tab", "2", "enter", "f6", "enter", "f6")
        assert "management 1 of 2 · round 1" in house.shown()
        await house.press("f6")
        assert "management 2 of 2 · round 1" in house.shown()


async def test_one_step_back_gives_the_turn_and_the_typed_idea_back(file: Path) -> None:
    async with harvest(file) as house:
        await house.write("Een pl")
        await house.press("enter", "f6")
        assert "management · round 1" in house.shown()
        await house.press("ctrl+z", "ctrl+z")
        assert "person 1 of 3 · round 1" in house.shown()
        assert house.entry.value == "Een pl"
        assert house.notices == ["#2 is in the line again, and the turn is back."]
        await house.write("ant")
        await house.press("enter")
        assert house.texts()[1:] == ["Een plant"]


async def test_what_is_typed_is_not_lost_by_a_step_back(file: Path) -> None:
    async with harvest(file) as house:
        await house.write("Een plant")
        await house.press("enter")
        await house.write("half")
        await house.press("ctrl+z")
        assert house.entry.value == "half"
        assert house.texts()[1:] == ["Een plant"]
        assert house.notices == ["Clear the line first: the last idea comes back into it."]


async def test_the_pass_that_ended_it_is_taken_back(file: Path) -> None:
    async with harvest(file) as house:
        await house.press("f6", "f6", "f6", "ctrl+z")
        assert "management · round 1" in house.shown()
        assert speaker(house) is None


async def test_it_ends_early_by_a_key_that_asks(file: Path) -> None:
    async with harvest(file) as house:
        await house.press("escape", "enter")
        assert house.stored().silent_round is not None
        await house.press("up", "escape", "escape", "y")
        assert house.stored().silent_round is None
        assert speaker(house) is Speaker.ROOM
        assert house.entry.has_focus


async def test_ideas_are_changed_meanwhile(file: Path) -> None:
    async with harvest(file) as house:
        await house.write("Een plant")
        await house.press("enter")
        await house.go_to(2)
        await house.press("e", "exclamation_mark", "enter", "f6")
        assert house.stored_idea(2).text == "Een plant!"
        assert "management" in house.shown()
        await house.press("ctrl+z")
        assert house.stored_idea(2).text == "Een plant!"
        await house.press("u")
        assert house.stored_idea(2).text == "Een plant"


# Whatever ends the program, and another window


async def test_it_goes_on_where_it_was_in_every_part(file: Path) -> None:
    meeting = a_small_room()
    async with writing(file, meeting) as house:
        await house.wait(100)
    hands = replace(house.hands)
    async with a_house(file, meeting, hands=hands) as house:
        assert big(house) == "3:20"
        await house.wait(300)
    async with a_house(file, meeting, hands=hands) as house:
        assert big(house) == "0:00"
        assert "The time is up" in house.shown()
        assert house.screen.focused is None
        await house.press("f6", "enter", "f6")
    async with a_house(file, meeting, hands=hands) as house:
        assert "person 2 of 3 · round 1" in house.shown()
        assert "1 of 3 passed in a row." in house.shown()
        await house.press("ctrl+z")
        assert "person 1 of 3 · round 1" in house.shown()


async def test_a_second_window_shows_the_same_and_changes_nothing(file: Path) -> None:
    meeting = a_small_room()
    async with writing(file, meeting) as first, a_house(file, meeting) as second:
        assert big(second) == "5:00"
        assert "Another window holds this meeting" in second.shown()
        await second.press("1")
        assert "Another window holds this meeting" in second.notices[0]
        await first.press("f6", "enter", "f6")
        second.app._look_around()
        await second.pilot.pause()
        assert "person 2 of 3 · round 1" in second.shown()
        assert first.stored().silent_round == second.stored().silent_round


# On to the next phase


@pytest.mark.parametrize("part", [writing, harvest])
async def test_going_on_says_that_it_ends_and_ends_it(file: Path, part: object) -> None:
    assert callable(part)
    async with part(file) as house:
        await house.press("f8")
        assert house.question.startswith("The silent round is still going on")
        await house.press("escape")
        assert house.stored().silent_round is not None
        await house.press("f8", "enter")
        assert house.stored().phase is Phase.SELECTION
        assert house.stored().silent_round is None
        assert not house.screen.query_one(WritingPane).display
        assert not house.screen.query_one(HarvestPane).display
        assert house.feed.has_focus


async def test_no_row_of_the_file_links_an_idea_to_a_turn(file: Path) -> None:
    async with harvest(file) as house:
        await house.write("Een plant")
        await house.press("enter", "f6")
        store = Store.open(file)
        columns = {
            table.name: {column.name for column in table.columns} for table in store._db.tables
        }
        store.close()
    assert columns["silent_rounds"] == {
        *("id", "meeting_id", "started_at", "heard_at", "seconds"),
        *("employees", "managers", "seat", "lap", "passes"),
    }
    assert not columns["ideas"] & {"seat", "lap", "silent_round_id", "round_id"}


# When ideas stop coming


async def test_an_angle_comes_after_two_quiet_minutes_and_goes_with_an_idea(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=some_ideas())) as house:
        before = [line for line in house.shown().splitlines() if "▔" not in line]
        assert house.entry.angle == ""
        await house.wait(120)
        assert "Turn it round: how would we make it worse?" in house.shown()
        still = [line for line in house.shown().splitlines() if "▔" not in line]
        assert len(still) == len(before)
        await house.write("Een plant")
        await house.press("enter")
        assert house.entry.angle == ""
        await house.wait(119)
        assert house.entry.angle == ""
        await house.wait(1)
        assert house.entry.angle == "What could be done without any money?"


async def test_an_angle_is_put_away_or_asked_for_by_a_key(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("ctrl+r", "ctrl+r")
        assert house.entry.angle == "What could be done without any money?"
        await house.press("escape")
        assert house.entry.angle == ""
        assert house.screen.query(HarvestPane)
        await house.wait(120)
        assert house.entry.angle == "How would the people we work for solve it?"


async def test_no_angle_in_a_break_a_silent_round_or_while_choosing(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("ctrl+r", "f4")
        assert house.entry.angle == ""
        await house.press("ctrl+r", "f4")
        assert house.entry.angle != ""
        await house.press("f6", "enter")
        await house.wait(600)
        await house.press("f6", "s")
        assert house.entry.angle == ""
        await house.press("ctrl+r", "f8", "enter")
        assert house.entry.angle == ""
        assert house.hands.at > TWELVE_MINUTES_ON
