"""The question, the floor and the time: from a key to the meeting in the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from tests.meetings import QUESTION, a_meeting, a_topic, an_idea
from tests.screens.house import NORMAL, TWELVE_MINUTES_ON, WIDE, a_house, meter, speaker, time_box

MANAGER, ROOM = Speaker.MANAGER, Speaker.ROOM
NOW = TWELVE_MINUTES_ON


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


# The framed question


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_question_goal_and_bounds_are_always_in_sight(
    file: Path, size: tuple[int, int]
) -> None:
    ideas = [an_idea(number) for number in range(1, 166)]
    async with a_house(file, a_meeting(ideas=ideas), size=size) as house:
        for key in ("home", "up", "home", "f2"):
            await house.press(key)
            shown = house.shown()
            assert QUESTION in shown
            assert "goal: drie ideeën" in shown
            assert "outside: een verbouwing" in shown
            assert "06:00" in shown


async def test_topics_are_switched_and_each_has_its_own_ideas(file: Path) -> None:
    topics = [a_topic(), a_topic("De kantine", "Hoe praten we bij?"), a_topic("De post", "Hoe?")]
    meeting = replace(a_meeting(ideas=(an_idea(1, "Zelfscan"),)), topics=tuple(topics))
    async with a_house(file, meeting) as house:
        assert "Topic 1 of 3: De balie" in house.shown()
        await house.press("ctrl+o")
        assert "Hoe praten we bij?" in house.shown()
        assert "Zelfscan" not in house.shown()
        await house.paste("Lange tafel")
        await house.press("enter")
        assert [idea.topic_id for idea in house.stored().ideas] == [topics[0].id, topics[1].id]
        await house.press("up", "1")
        assert "Zelfscan" in house.shown()
        assert "Lange tafel" not in house.shown()
        await house.press("3")
        assert house.stored().topic == topics[2]
        await house.press("ctrl+o")
        assert house.stored().topic == topics[0]


async def test_with_one_topic_there_is_none_to_switch_to(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("up", "2", "ctrl+o")
        assert house.stored().topic_on == ""
        assert "topic" not in house.shown()


# The floor


@pytest.mark.parametrize(("to_manager", "to_room"), [("f2", "f3"), ("pagedown", "pageup")])
async def test_the_floor_is_given_while_typing_and_twice_does_no_harm(
    file: Path, to_manager: str, to_room: str
) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.write("half")
        await house.press(to_manager)
        assert speaker(house) is MANAGER
        turns = house.stored().turns
        await house.wait(7)
        await house.press(to_manager)
        assert house.stored().turns == turns
        await house.press(to_room)
        assert speaker(house) is ROOM
        assert house.stored().turns[-1].started_at == NOW.add(seconds=7)
        turns = house.stored().turns
        await house.wait(7)
        await house.press(to_room)
        assert house.stored().turns == turns
        assert house.entry.value == "half"


@pytest.mark.parametrize("key", ["full_stop", "b"])
async def test_the_clickers_other_keys_change_the_speaker_outside_text(
    file: Path, key: str
) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("up", key)
        assert speaker(house) is MANAGER
        await house.press(key)
        assert speaker(house) is ROOM


async def test_the_floor_is_given_while_hands_are_counted(file: Path) -> None:
    async with a_house(file, a_meeting(Phase.SELECTION)) as house:
        await house.go_to(12)
        await house.press("d", "1", "f2")
        assert speaker(house) is MANAGER
        await house.press("pageup", "2", "enter")
        assert speaker(house) is ROOM
        assert house.stored_idea(12).dots == 12


@pytest.mark.parametrize("key", ["shift+f2", "f14", "minus"])
async def test_a_late_press_is_mended_five_seconds_at_a_time(file: Path, key: str) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.wait(60)
        await house.press("up", "f2")
        for seconds in (5, 10, 15):
            await house.press(key)
            before, last = house.stored().turns[-2:]
            assert before.ended_at == last.started_at == NOW.add(seconds=60 - seconds)
        assert "00:15" in meter(house)


async def test_a_press_is_not_mended_beyond_the_turn_before(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.wait(7)
        await house.press("f2", *["shift+f2"] * 3)
        assert house.stored().turns[-1].started_at == NOW
        assert house.notices == ["There is no change of speaker to move back."]


async def test_talk_turns_are_taken_back_many_steps(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        before = house.stored().turns
        for key in ("f2", "f3", "f2", "f3"):
            await house.wait(30)
            await house.press(key)
        assert len(house.stored().turns) == len(before) + 4
        for _step in range(4):
            await house.press("shift+f3")
        heard = replace(before[-1], heard_at=NOW.add(seconds=120))
        assert house.stored().turns == (*before[:-1], heard)
        assert house.notices == ["The last turn is undone."]
        await house.press("f15")
        assert house.notices == ["There is nothing left to undo."]


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_the_meter_says_within_nearly_and_over(file: Path, size: tuple[int, int]) -> None:
    async with a_house(file, a_meeting(), size=size) as house:
        for wait, sign, word in ((269, "✓", "within"), (1, "▲", "nearly"), (90, "■", "over")):
            await house.press("f2")
            await house.wait(wait)
            await house.press("f3")
            assert f"{sign} {word}" in meter(house)
        assert "06:00 of 06:00" in meter(house)
        assert "33% of the time" in meter(house)


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_a_long_turn_gets_a_hint_and_a_very_long_one_a_calm_question(
    file: Path, size: tuple[int, int]
) -> None:
    async with a_house(file, a_meeting(), size=size) as house:
        await house.press("f2")
        await house.wait(90)
        assert "What does the room think?" not in meter(house)
        await house.wait(1)
        assert "What does the room think?" in meter(house)
        assert "1:31" in meter(house)
        await house.wait(88)
        assert "Was F3 forgotten?" not in meter(house)
        await house.wait(1)
        assert "Was F3 forgotten?" in meter(house)
        await house.press("f3")
        assert "forgotten" not in meter(house)


# The time


async def test_a_break_stops_all_clocks(file: Path) -> None:
    async with a_house(file, a_meeting(), size=WIDE) as house:
        await house.press("f2")
        await house.wait(60)
        await house.press("f4")
        talked = meter(house).splitlines()[1]
        await house.wait(900)
        assert meter(house).splitlines()[1] == talked
        assert "break since 11:13" not in time_box(house)
        assert "break since 10:13" in time_box(house)
        await house.press("f2")
        assert speaker(house) is None
        assert house.notices == ["All clocks stand still: end the break first (F4)."]
        await house.press("f4")
        assert speaker(house) is ROOM
        assert "+03:00 over time" in time_box(house)
        assert "01:00 of 06:00" in meter(house)


async def test_a_time_box_runs_over_and_is_lengthened_or_left(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        assert "Welkom en vraag" in time_box(house)
        assert "+02:00 over time" in time_box(house)
        await house.press("ctrl+t")
        assert "03:00 left of 15:00" in time_box(house)
        await house.press("up", "plus")
        assert "08:00 left of 20:00" in time_box(house)
        await house.press("ctrl+n")
        assert "Ideeën verzamelen  25:00 left of 25:00" in time_box(house)
        assert [box.minutes for box in house.stored().agenda.boxes] == [20, 25, 20, 10, 25]
        assert house.stored().agenda.position == 1
        await house.wait(1)
        assert "24:59" in time_box(house)
