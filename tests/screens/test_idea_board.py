"""From a key on the ideas to the meeting in the file."""

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.idea import Idea, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.screens.dialogs import AskLine
from tests.meetings import a_meeting, an_idea, idea_id
from tests.screens.house import House, a_house


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def choosing(*ideas: Idea, wanted: int = 3) -> Meeting:
    meeting = a_meeting(Phase.SELECTION, ideas=ideas or None)
    return replace(meeting, goal=replace(meeting.goal, ideas_wanted=wanted))


def selected(house: House) -> list[int]:
    return [cluster.lead.number for cluster in house.stored().selected]


# What is done to ideas, and undone


async def test_marked_ideas_are_merged_and_each_has_its_own_dots_again(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        before = house.stored().ideas
        for number in (1, 4):
            await house.go_to(number)
            await house.press("space")
        await house.go_to(2)
        await house.press("m")
        (cluster,) = (found for found in house.stored().clusters if found.members)
        assert (cluster.lead.number, cluster.dots) == (2, 12)
        assert [(idea.number, idea.text, idea.dots) for idea in cluster.members] == [
            (1, before[0].text, 3),
            (4, before[3].text, 4),
        ]
        assert house.feed.marked == frozenset()
        assert before[3].text[:30] in house.shown()
        await house.press("x")
        assert house.stored().ideas == before
        await house.press("u")
        assert len(house.stored().clusters) == 10
        await house.press("u")
        assert house.stored().ideas == before


async def test_merging_with_nothing_marked_says_how(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await house.go_to(2)
        await house.press("m")
        assert any("Space" in notice for notice in house.notices)


async def test_a_group_with_what_the_room_selected_is_selected(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await house.go_to(1)
        await house.press("s", "space")
        await house.go_to(2)
        await house.press("m")
        assert selected(house) == [2]
        await house.press("u")
        assert selected(house) == [1]


async def test_dots_are_given_by_raised_hands(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await house.go_to(5)
        await house.press("d")
        assert "#5" in house.question
        await house.write("veel")
        await house.press("enter")
        assert isinstance(house.screen, AskLine)
        await house.press(*["backspace"] * 4, "1", "2", "enter")
        assert house.stored_idea(5).dots == 12
        assert house.feed.has_focus
        await house.press("ctrl+z")
        assert house.stored_idea(5).dots == 0


async def test_dots_that_are_refused_stay_typed(file: Path) -> None:
    merged = choosing(an_idea(1), an_idea(2, dots=5, merged_into=1))
    async with a_house(file, merged) as house:
        await house.go_to(1)
        await house.press("d", "3", "enter")
        assert isinstance(house.screen, AskLine)
        assert any("5 dots" in notice for notice in house.notices)
        await house.press("backspace", "9", "enter")
        assert house.stored_idea(1).dots == 4


async def test_an_idea_is_worded_anew(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.go_to(2)
        await house.press("e")
        await house.write(" en")
        house.store.is_full = True
        await house.press("enter")
        assert isinstance(house.screen, AskLine)
        house.store.is_full = False
        await house.press("enter")
        assert house.stored_idea(2).text == "Zelfscan bij de ingang en"
        await house.press("u")
        assert house.stored_idea(2).text == "Zelfscan bij de ingang"


@pytest.mark.parametrize(("key", "kind"), [("s", VerdictKind.SELECTED), ("l", VerdictKind.LATER)])
async def test_a_verdict_is_given_and_taken_back(file: Path, key: str, kind: VerdictKind) -> None:
    async with a_house(file, choosing()) as house:
        await house.go_to(3)
        await house.press(key)
        verdict = house.stored_idea(3).verdict
        assert verdict is not None
        assert verdict.kind is kind
        await house.press(key)
        assert house.stored_idea(3).verdict is None
        await house.press("u")
        assert house.stored_idea(3).verdict == verdict
        await house.press("u")
        assert house.stored_idea(3).verdict is None


async def test_a_no_has_a_reason(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await house.go_to(3)
        await house.press("n", "enter")
        assert isinstance(house.screen, AskLine)
        await house.write("Mag niet van de wet")
        await house.press("enter")
        verdict = house.stored_idea(3).verdict
        assert verdict is not None
        assert (verdict.kind, verdict.reason) == (VerdictKind.NO, "Mag niet van de wet")
        assert "Mag niet van de wet" in house.shown()
        await house.press("n")
        assert house.stored_idea(3).verdict is None


async def test_a_deleted_idea_comes_back_in_its_place(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        before = house.stored().ideas
        await house.go_to(7)
        await house.press("delete")
        assert 7 not in [idea.number for idea in house.stored().ideas]
        assert any("#7" in notice for notice in house.notices)
        await house.press("ctrl+z")
        assert house.stored().ideas == before
        await house.press("ctrl+z")
        assert house.notices == ["There is nothing left to undo."]


async def test_all_steps_are_taken_back_and_what_came_in_stays(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        before = house.stored().ideas
        await house.go_to(2)
        await house.press(
            "s", "down", "l", "down", "space", "down", "m", "d", "9", "enter", "delete"
        )
        await house.press("escape")
        await house.write("Nog een")
        await house.press("enter", *["ctrl+z"] * 5)
        assert house.stored().ideas[:-1] == before
        assert house.texts()[-1] == "Nog een"


async def test_find_shows_what_holds_the_text_and_escape_shows_all_again(file: Path) -> None:
    async with a_house(file, a_meeting()) as house:
        await house.press("up", "slash")
        await house.write("ingang")
        await house.press("enter")
        assert house.feed.found_count == 2
        assert "Paspoorten" not in house.shown()
        await house.press("escape")
        assert house.feed.found_count == 12


# The top by dots


async def test_the_top_is_selected_by_dots(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        await house.press("t")
        assert selected(house) == [2, 4, 7]
        assert house.notices == ["Selected by dots: #2, #4, #7."]
        await house.press("u")
        assert selected(house) == []


async def test_a_tie_is_for_the_room_to_decide(file: Path) -> None:
    async with a_house(file, choosing(wanted=2)) as house:
        await house.press("t")
        assert selected(house) == [2, 4]
        (notice,) = house.notices
        assert notice == "A tie, 4 dots each: #4 in, #7 just not. Let the room decide."
        assert house.feed.highlighted == idea_id(7)
        await house.press("s")
        assert selected(house) == [2, 4, 7]


async def test_too_few_ideas_with_dots_is_said(file: Path) -> None:
    async with a_house(file, choosing(an_idea(1, dots=2), an_idea(2))) as house:
        await house.press("t")
        assert selected(house) == [1]
        assert house.notices[0].startswith("1 of 3 is selected")


async def test_the_top_is_selected_in_selection_only(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=(an_idea(1, dots=2), an_idea(2)))) as house:
        await house.press("up", "t")
        assert selected(house) == []
