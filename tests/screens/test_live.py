"""The floor, the time, the topics and the phases: from a key to the meeting in the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.dialogs import AskChoice, HelpDialog
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.widgets.standing_line import StandingLine
from socinno_tui.widgets.talk_meter import TalkMeter
from socinno_tui.widgets.time_box import TimeBoxPane
from tests.meetings import QUESTION, a_meeting, a_topic, an_idea
from tests.screens.house import NORMAL, TWELVE_MINUTES_ON, WIDE, Hands, House, a_house

MANAGER, ROOM = Speaker.MANAGER, Speaker.ROOM
NOW = TWELVE_MINUTES_ON


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def speaker(house: House) -> Speaker | None:
    """Who has the floor, in the file."""
    last = house.stored().turns[-1]
    return last.speaker if last.ended_at is None else None


def meter(house: House) -> str:
    return house.screen.query_one(TalkMeter).render().plain


def time_box(house: House) -> str:
    return house.screen.query_one(TimeBoxPane).render().plain


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


# The phases


async def test_the_phases_go_on_by_one_question_and_back(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        for key, phase in (
            ("o", Phase.SELECTION),
            ("b", Phase.IDEATION),
            ("o", Phase.SELECTION),
            ("o", Phase.CLOSING),
        ):
            await house.press("f8")
            assert isinstance(house.screen, AskChoice)
            before = house.stored().phase
            await house.press("escape")
            assert house.stored().phase is before
            await house.press("f8", key)
            assert house.stored().phase is phase
            if phase is not Phase.CLOSING:
                at_ideas = phase is Phase.SELECTION
                assert (house.feed if at_ideas else house.entry).has_focus
        assert isinstance(house.screen, ClosingScreen)


async def test_back_from_the_first_phase_is_the_preparation(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f8", "b")
        assert isinstance(house.screen, PrepareScreen)
        assert house.stored().phase is Phase.PREPARATION
        assert len(house.stored().ideas) == 12


# The way out


async def leave(house: House, key: str) -> None:
    if key == "q":
        await house.press("up")
    await house.press(key)


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q", "ctrl+c"])
async def test_leaving_asks_and_can_be_thought_better_of(file: Path, key: str) -> None:
    async with a_house(file, a_meeting()) as house:
        await leave(house, key)
        assert isinstance(house.screen, AskChoice)
        await house.press("escape")
        assert isinstance(house.screen, LiveScreen)
        assert house.app.is_running
        assert speaker(house) is ROOM


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+q"])
async def test_leaving_can_be_on_to_closing(file: Path, key: str) -> None:
    async with a_house(file, a_meeting()) as house:
        await leave(house, key)
        await house.press("c")
        assert isinstance(house.screen, ClosingScreen)
        assert house.stored().phase is Phase.CLOSING


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION])
async def test_a_break_ends_the_program_and_it_comes_back_just_here(
    file: Path, key: str, phase: Phase
) -> None:
    meeting = a_meeting(phase)
    async with a_house(file, meeting) as house:
        await leave(house, key)
        await house.press("b")
        assert not house.app.is_running
    async with a_house(file, meeting, hands=Hands(NOW.add(hours=1))) as house:
        assert isinstance(house.screen, LiveScreen)
        assert house.stored().phase is phase
        assert "break since 10:12" in time_box(house)
        assert len(house.stored().ideas) == 12
        await house.press("f4")
        assert speaker(house) is ROOM
        assert house.stored().breaks[-1].ended_at == NOW.add(hours=1)


async def test_escape_steps_back_one_thing_at_a_time(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("up", "space", "escape")
        assert house.feed.marked == frozenset()
        assert house.feed.has_focus
        await house.press("escape")
        assert house.entry.has_focus
        await house.press("escape", "b")
        assert isinstance(house.screen, LibraryScreen)
        assert house.stored().on_break


# Another window


async def test_a_second_window_shows_and_follows_and_changes_nothing(file: Path) -> None:
    meeting = a_meeting()
    async with a_house(file, meeting) as first, a_house(file, meeting) as second:
        assert second.screen.query_one(StandingLine).display
        assert "read, not changed" in second.shown()
        before = first.stored()
        await second.paste("Van elders")
        await second.press("enter")
        assert second.entry.value == "Van elders"
        await second.press("f2", "f4", "ctrl+t", "up", "s", "delete")
        assert first.stored() == before
        await first.paste("Van hier")
        await first.press("enter", "f2")
        second.app._look_around()
        await second.pilot.pause()
        assert "Van hier" in second.shown()
        assert "speaks" in meter(second)
        await second.press("q")
        assert not second.app.is_running


async def test_the_second_window_takes_over_when_the_first_has_gone(file: Path) -> None:
    meeting = a_meeting()
    async with a_house(file, meeting) as first:
        await first.press("f4")
        second_house = a_house(file, meeting)
        second = await second_house.__aenter__()
        await first.press("ctrl+q", "b")
    second.app._look_around()
    await second.pilot.pause()
    assert not second.screen.query_one(StandingLine).display
    await second.paste("Van elders")
    await second.press("enter")
    assert second.texts()[-1] == "Van elders"
    await second_house.__aexit__(None, None, None)


# Words


async def test_help_tells_what_one_does_here_in_dutch(file: Path) -> None:
    with speaking("nl"):
        async with a_house(file, a_meeting()) as house:
            await house.press("f1")
            assert isinstance(house.screen, HelpDialog)
            assert "Iedereen leest mee" in house.shown()


async def test_an_example_says_that_it_is_one(file: Path) -> None:
    async with a_house(file, replace(a_meeting(), is_example=True)) as house:
        assert "Example:" in house.shown()


ON_IDEAS = {
    "nl": ("d stippen", "s kiezen", "m samenvoegen", "x splitsen", "u ongedaan", "F1 hulp"),
    "en": ("d dots", "s select", "m merge", "x split off", "u undo", "F1 help"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION])
@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_the_keys_at_the_bottom_tell_help_and_what_is_most_needed(
    file: Path, size: tuple[int, int], phase: Phase, language: Language
) -> None:
    with speaking(language):
        async with a_house(file, a_meeting(phase), size=size) as house:
            house.entry.focus()
            await house.pilot.pause()
            for key in ("F2", "F3", "F4", "F8", "F1"):
                assert key in house.shown().splitlines()[-1]
            house.feed.focus()
            await house.pilot.pause()
            bottom = " ".join(house.shown().splitlines()[-2:])
            for words in ON_IDEAS[language]:
                assert words in bottom
            top = {"nl": "t top kiezen", "en": "t select the top"}[language]
            assert (top in bottom) is (phase is Phase.SELECTION)
