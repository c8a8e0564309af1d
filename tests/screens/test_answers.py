"""Every idea that was not chosen gets an answer before the meeting ends, or is told as open."""

from pathlib import Path

import pytest

from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.screens.answers import AnswersScreen
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.reason_dialog import AskReason
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.widgets.line_field import LineField
from tests.meetings import a_meeting, an_idea, idea_id, with_agreements
from tests.screens.closing_house import ClosingHouse, a_closing_house, one_selected
from tests.screens.house import a_house


def agreed() -> Meeting:
    ideas = [
        an_idea(1, verdict=VerdictKind.SELECTED),
        an_idea(2, dots=1),
        an_idea(3, dots=6),
        an_idea(4),
        an_idea(5, merged_into=4),
    ]
    return with_agreements(a_meeting(Phase.CLOSING, ideas=ideas))


def answers(house: ClosingHouse) -> dict[int, tuple[VerdictKind, str]]:
    return {
        idea.number: (idea.verdict.kind, idea.verdict.reason)
        for idea in house.stored().ideas
        if idea.verdict is not None and idea.number != 1
    }


async def test_the_closing_tells_how_many_wait_and_leads_to_them(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, agreed()) as house:
        assert "3 ideas have no answer yet" in house.shown()
        await house.press("f6")
        assert house.is_on(AnswersScreen)
        shown = house.shown()
        assert "3 without an answer" in shown
        assert shown.index("#3") < shown.index("#2") < shown.index("#4")


async def test_one_key_gives_a_common_reason_and_one_later(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, agreed()) as house:
        await house.press("f6", "2", "l")
        assert answers(house) == {
            3: (VerdictKind.NO, "too expensive for now"),
            2: (VerdictKind.LATER, ""),
        }
        await house.press("n")
        assert isinstance(house.screen, AskReason)
        await house.write("eerst onderzoek")
        await house.press("enter")
        assert answers(house)[4] == (VerdictKind.NO, "eerst onderzoek")
        assert "Every idea has an answer" in house.shown()
        await house.press("escape")
        assert house.is_on(ClosingScreen)
        assert "no answer" not in house.shown()


async def test_several_are_answered_at_once(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, agreed()) as house:
        await house.press("f6", "space", "down", "space", "3")
        assert set(answers(house)) == {2, 3}
        await house.press("u")
        assert answers(house) == {}
        await house.press("home", "space", "down", "down", "space", "n")
        await house.write("kan niet")
        await house.press("enter")
        assert answers(house) == dict.fromkeys((3, 4), (VerdictKind.NO, "kan niet"))


async def test_all_the_others_are_parked_after_a_question(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, agreed()) as house:
        await house.press("f6", "1", "a", "enter")
        assert set(answers(house)) == {3}
        await house.press("a", "y")
        assert {kind for kind, _reason in answers(house).values()} == {
            VerdictKind.NO,
            VerdictKind.LATER,
        }
        assert house.stored().unanswered == ()
        await house.press("ctrl+z")
        assert set(answers(house)) == {3}
        assert house.screen.query_one("IdeaFeed").has_focus


async def test_closing_asks_first_but_may_leave_them_open(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, agreed()) as house:
        await house.press("f8")
        assert "3 ideas have no answer yet" in house.shown()
        await house.press("n")
        assert house.is_on(ClosingScreen)
        await house.press("f8", "enter")
        assert house.is_on(AnswersScreen)
        await house.press("escape", "f8", "y")
        assert house.is_on(RecapScreen)
        assert house.stored().phase is Phase.FOLLOW_UP
        assert "No answer yet: 3" in house.shown()


async def test_once_all_are_answered_closing_asks_only_that(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, agreed()) as house:
        await house.press("f6", "a", "y", "escape", "f8")
        assert "Everything has an owner and a date. Close the meeting?" in house.shown()
        await house.press("enter")
        assert house.is_on(RecapScreen)


async def test_no_way_out_passes_by_the_gate_from_here(tmp_path: Path) -> None:
    meeting = a_meeting(Phase.CLOSING)
    async with a_closing_house(tmp_path, meeting) as house:
        await house.press("f6", "ctrl+q")
        assert house.is_on(ClosingScreen)
        assert house.is_running
        assert any("still open" in notice for notice in house.notices)


async def test_what_is_not_an_answer_is_no_key_here(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, agreed()) as house:
        before = house.stored().ideas
        await house.press("f6", "d", "s", "e", "delete", "m", "x")
        assert house.is_on(AnswersScreen)
        assert house.stored().ideas == before


# At a no while choosing


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (("3", "enter"), "we do this already"),
        (("3", *" sinds mei", "enter"), "we do this already sinds mei"),
        ((" ", *"2 jaar geleden", "enter"), "2 jaar geleden"),
        ((*"sinds 2", "enter"), "sinds 2"),
    ],
)
async def test_a_digit_in_an_empty_field_is_a_common_reason(
    tmp_path: Path, keys: tuple[str, ...], reason: str
) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(Phase.SELECTION)) as house:
        await house.go_to(3)
        await house.press("n", *("space" if key == " " else key for key in keys))
        verdict = house.stored_idea(3).verdict
        assert verdict is not None
        assert (verdict.kind, verdict.reason) == (VerdictKind.NO, reason)


async def test_a_click_on_a_reason_fills_it_in(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(Phase.SELECTION)) as house:
        await house.go_to(3)
        await house.press("n")
        reasons = house.screen.query("CommonReason")
        await house.pilot.click(reasons[4])
        assert house.screen.query_one(LineField).value == "it does not fit this goal"


async def test_a_selected_idea_that_nobody_takes_has_the_reasons_too(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, one_selected()) as house:
        await house.press("f4", "n", "2", "enter")
        verdict = house.stored().idea(idea_id(1)).verdict
        assert verdict is not None
        assert verdict.reason == "too expensive for now"
