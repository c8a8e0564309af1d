"""A round of dots as it is counted, from the key that begins it to the dots in the feed."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.screens.count_dots import CountDots
from socinno_tui.screens.dialogs import AskLine, AskYesNo
from socinno_tui.screens.dot_round_dialogs import AskRound
from socinno_tui.screens.live import LiveScreen
from socinno_tui.widgets.number_field import NumberField
from tests.meetings import a_meeting, an_idea, idea_id
from tests.screens.house import House, a_house, speaker


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def choosing(*ideas: Idea) -> Meeting:
    return a_meeting(Phase.SELECTION, ideas=ideas or (an_idea(1), an_idea(2), an_idea(3)))


async def begin(house: House) -> None:
    house.feed.focus()
    await house.press("r", "enter")
    assert isinstance(house.screen, CountDots)


def counts(house: House) -> list[int | None]:
    """What is counted in the file, for each idea that leads."""
    meeting = house.stored()
    begun = meeting.dot_round
    assert begun is not None
    return [begun.count_of(cluster) for cluster in meeting.clusters_of(begun.topic_id)]


def dots(house: House) -> list[int]:
    return [cluster.dots for cluster in house.stored().clusters]


def said(house: House) -> str:
    return str(house.screen.query_one("#said", Static).content)


# What it begins with


async def test_a_round_is_proposed_and_begins_with_enter(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await house.press("r")
        assert isinstance(house.screen, AskRound)
        shown = house.shown()
        assert "A round of dots on 3 ideas" in shown
        assert "= 18 dots" in shown
        await house.press("enter")
        begun = house.stored().dot_round
        assert begun is not None
        assert (begun.people, begun.dots_each, begun.stacked) == (6, 3, True)


async def test_people_dots_managers_and_stacking_are_changed(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await house.press("r", "m")
        assert "= 21 dots" in house.shown()
        await house.press("m", "m", "tab", "5", "o", "enter")
        begun = house.stored().dot_round
        assert begun is not None
        assert (begun.people, begun.dots_each, begun.stacked) == (7, 5, False)


async def test_without_people_it_does_not_begin(file: Path) -> None:
    nobody = replace(choosing(), participants=())
    async with a_house(file, nobody) as house:
        await house.press("r", "enter")
        assert isinstance(house.screen, AskRound)
        assert "How many people" in said(house)
        await house.press("1", "2", "enter")
        assert isinstance(house.screen, CountDots)


async def test_dots_that_stand_there_are_said_to_go(file: Path) -> None:
    async with a_house(file, choosing(an_idea(1, dots=4), an_idea(2))) as house:
        await house.press("r")
        assert "The 4 dots that stand there now go" in house.shown()


async def test_choosing_may_begin_with_it(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("f8", "d")
        assert house.stored().phase is Phase.SELECTION
        assert isinstance(house.screen, AskRound)
        await house.press("escape")
        assert house.stored().dot_round is None
        assert isinstance(house.screen, LiveScreen)


async def test_outside_choosing_there_is_no_round(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("up", "r")
        assert isinstance(house.screen, LiveScreen)


# Counting


async def test_counts_are_hidden_until_the_last_is_in_and_one_key_shows_all(file: Path) -> None:
    ideas = (an_idea(1, dots=8), an_idea(2, dots=9), an_idea(3))
    async with a_house(file, choosing(*ideas)) as house:
        await begin(house)
        await house.press("4", "enter", "7", "enter", "o")
        assert isinstance(house.screen, CountDots)
        assert counts(house) == [4, 7, None]
        await house.press("escape")
        shown = house.shown()
        assert "●●●" not in shown
        assert "8 ●" not in shown
        assert "4" not in shown.splitlines()[5]
        assert shown.count("✓") >= 2
        assert "dots: 2 of 3 counted" in shown
        await house.press("r", "2", "enter")
        assert "All 3 ideas are counted." in house.shown()
        assert "13 of the 18 dots were given." in house.shown()
        assert dots(house) == [8, 9, 0]
        await house.press("o")
        assert isinstance(house.screen, LiveScreen)
        assert dots(house) == [4, 7, 2]
        assert "most dots first" in house.shown()
        assert house.feed.highlighted == idea_id(2)


async def test_a_count_is_not_on_the_screen_once_it_is_in(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("1", "7", "enter", "up")
        shown = house.shown()
        assert "17" not in shown
        assert "counted; type it again" in shown
        assert house.screen.query_one(NumberField).value == ""


async def test_too_many_dots_are_refused_with_the_sum_and_stay_typed(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("9", "enter", "6", "enter", "4", "enter")
        assert "6 people × 3 dots = 18; this would make 19" in said(house)
        assert house.screen.query_one(NumberField).value == "4"
        assert counts(house) == [9, 6, None]
        await house.press("backspace", "3", "enter")
        assert counts(house) == [9, 6, 3]


async def test_one_goes_back_corrects_jumps_and_takes_a_count_back(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("1", "enter", "up", "2", "enter")
        assert counts(house) == [2, None, None]
        await house.press("g", "#", "3", "enter", "5", "enter")
        assert counts(house) == [2, None, 5]
        await house.press("g", "9", "enter")
        assert isinstance(house.screen, AskLine)
        await house.press("escape", "g", "3", "enter", "delete")
        assert counts(house) == [2, None, None]


async def test_an_empty_field_goes_on_and_counts_nothing(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("enter", "3", "enter")
        assert counts(house) == [None, 3, None]
        await house.press("enter")
        assert "not counted yet: #1" in house.shown()
        await house.press("enter", "1", "enter")
        assert counts(house) == [1, 3, None]


async def test_the_rest_gets_no_dots_after_a_question(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("3", "enter", "z")
        assert isinstance(house.screen, AskYesNo)
        await house.press("enter")
        assert counts(house) == [3, None, None]
        await house.press("z", "y")
        assert counts(house) == [3, 0, 0]
        assert "All 3 ideas are counted." in house.shown()


async def test_dots_on_an_idea_lead_to_its_count_while_a_round_goes_on(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("escape")
        await house.go_to(3)
        await house.press("d")
        assert isinstance(house.screen, CountDots)
        await house.press("5", "enter")
        assert counts(house) == [None, None, 5]


async def test_the_floor_is_given_while_dots_are_counted(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        for key, who in (("f2", Speaker.MANAGER), ("pageup", Speaker.ROOM)):
            await house.press(key)
            assert speaker(house) is who
        await house.press("z")
        assert isinstance(house.screen, AskYesNo)
        await house.press("pagedown")
        assert speaker(house) is Speaker.MANAGER


async def test_a_full_disk_keeps_what_was_typed(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        house.store.is_full = True
        await house.press("4", "enter")
        assert house.screen.query_one(NumberField).value == "4"
        assert said(house)
        house.store.is_full = False
        await house.press("enter")
        assert counts(house) == [4, None, None]


# Ends


async def test_stopping_asks_and_is_undone_as_one_step(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("4", "enter", "s", "enter")
        assert counts(house) == [4, None, None]
        await house.press("s", "y")
        assert isinstance(house.screen, LiveScreen)
        assert house.stored().dot_round is None
        await house.press("u")
        assert counts(house) == [4, None, None]


async def test_showing_the_dots_is_undone_as_one_step(file: Path) -> None:
    async with a_house(file, choosing(an_idea(1, dots=5), an_idea(2))) as house:
        await begin(house)
        await house.press("1", "enter", "2", "enter", "o", "u")
        assert dots(house) == [5, 0]
        assert counts(house) == [1, 2]


async def test_a_round_goes_on_after_the_program_was_ended(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("4", "enter", "2")
    async with a_house(file, choosing()) as house:
        await house.press("r", "2", "enter", "1", "enter", "o")
        assert dots(house) == [4, 2, 1]


async def test_closing_and_the_top_wait_for_the_round(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("escape", "t")
        assert any("Dots are being counted" in notice for notice in house.notices)
        await house.press("f8", "o")
        assert house.stored().phase is Phase.SELECTION
        assert any("Dots are being counted" in notice for notice in house.notices)


async def test_back_to_collecting_ideas_a_round_goes_on(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("4", "enter", "escape", "f8", "b")
        assert house.stored().phase is Phase.IDEATION
        await house.press("up", "r", "1", "enter")
        assert counts(house) == [4, 1, None]


async def test_a_new_idea_is_counted_too_before_all_is_shown(file: Path) -> None:
    async with a_house(file, choosing(an_idea(1))) as house:
        await begin(house)
        await house.press("4", "enter", "escape", "escape")
        await house.write("Nog een")
        await house.press("enter", "up", "r")
        assert "Nog een" in house.shown()
        await house.press("0", "enter", "o")
        assert dots(house) == [4, 0]


async def test_merged_meanwhile_an_idea_is_counted_with_its_group(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await begin(house)
        await house.press("4", "enter", "2", "enter", "escape")
        await house.go_to(2)
        await house.press("space")
        await house.go_to(1)
        await house.press("m")
        assert counts(house) == [6, None]


# The order


async def test_one_key_puts_most_dots_first_and_back(file: Path) -> None:
    ideas = (an_idea(1, dots=1), an_idea(2), an_idea(3, dots=7))
    async with a_house(file, choosing(*ideas)) as house:
        await house.press("o")
        first = house.shown().splitlines()[5]
        assert "#3" in first
        assert house.feed.highlighted == idea_id(3)
        await house.press("o")
        assert "#1" in house.shown().splitlines()[5]
        assert house.feed.highlighted == idea_id(3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
async def test_all_that_is_needed_to_count_is_in_sight(
    file: Path, size: tuple[int, int], language: Language
) -> None:
    long = "Een balie waar je zonder afspraak terecht kunt, ook op zaterdag. " * 4
    with speaking(language):
        async with a_house(file, choosing(an_idea(1, long), an_idea(2)), size=size) as house:
            await begin(house)
            await house.press("9", "9", "enter")
            frame = house.screen.query_one("#frame")
            assert frame.max_scroll_y == 0
            shown = house.shown()
            assert "= 18" in shown
            assert {"nl": "stop de ronde", "en": "stop the round"}[language] in shown
