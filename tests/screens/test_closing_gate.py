from dataclasses import replace
from itertools import product
from pathlib import Path

from pendulum import Date
from textual.command import CommandPalette

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.recap import RecapScreen
from tests.meetings import (
    OWNERS,
    a_meeting,
    idea_id,
    with_agreements,
)
from tests.screens.closing_house import (
    AN_HOUR_ON,
    ClosingHouse,
    a_closing_house,
    none_selected,
    one_selected,
)

CLOSING = a_meeting(Phase.CLOSING)
AGREED = with_agreements(CLOSING)


# Other ways for an idea


async def test_an_idea_without_an_owner_can_wait(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await house.press("f4", "l")
        verdict = house.stored().idea(idea_id(1)).verdict
        assert verdict is not None
        assert verdict.kind is VerdictKind.LATER
        assert "2 of 2 still open" in house.shown()
        assert house.cursor == (2, "owner")
        await house.press("ctrl+z")
        assert "3 of 3 still open" in house.shown()


async def test_a_no_has_a_reason(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await house.press("f4", "n", "enter")
        assert house.stored() == CLOSING
        await house.write("te duur")
        await house.press("enter")
        verdict = house.stored().idea(idea_id(1)).verdict
        assert verdict is not None
        assert (verdict.kind, verdict.reason) == (VerdictKind.NO, "te duur")


async def test_what_was_typed_on_the_others_stays(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        house.form(4).focus_owner()
        await house.write("Anna en")
        house.form(1).focus_owner()
        await house.press("f4", "l")
        assert house.form(4).owner == "Anna en"


async def test_that_nothing_is_selected_must_be_said_with_a_reason(tmp_path: Path) -> None:
    meeting = none_selected()
    async with a_closing_house(tmp_path, meeting) as house:
        assert "say why" in house.shown()
        await house.press("f8")
        assert house.is_on(ClosingScreen)
        assert house.told("nothing").has_focus_within
        await house.write("eerst onderzoek")
        await house.press("f8", "y")
        assert house.is_on(RecapScreen)
        assert "eerst onderzoek" in house.shown()
        stored = house.stored()
        assert (stored.phase, stored.nothing_selected_because) == (
            Phase.FOLLOW_UP,
            "eerst onderzoek",
        )


async def test_parking_the_last_idea_asks_why_nothing_is_selected(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, one_selected()) as house:
        await house.press("f4", "l")
        assert house.told("nothing").has_focus_within


# No way out but through

WAYS_OUT = ("escape", "ctrl+q", "ctrl+c", "f8")


async def put_cursor_at_the_end(house: ClosingHouse) -> None:
    house.told("review").focus_field()
    await house.settle()


def assert_held(house: ClosingHouse, at: tuple[int, str] = (1, "owner")) -> None:
    assert house.is_running
    assert house.is_on(ClosingScreen)
    assert house.cursor == at
    assert house.notices == ["3 of 3 still open: #1, #2, #4 owner and date"]


async def test_no_key_leaves_while_something_is_open(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        for way in WAYS_OUT:
            await put_cursor_at_the_end(house)
            await house.press(way)
            assert_held(house)


async def test_q_outside_a_field_does_not_leave_either(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        house.screen.set_focus(None)
        await house.press("q")
        assert_held(house)


async def test_q_in_a_field_is_a_letter(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await house.press("q", "question_mark")
        assert house.field.value == "q?"
        assert not house.notices


async def test_control_c_copies_what_is_selected_and_holds_on(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await put_cursor_at_the_end(house)
        house.field.select_all()
        await house.press("ctrl+c")
        assert house.app.clipboard == "2026-12-21"
        assert_held(house)


async def test_nor_with_something_lying_over_the_screen(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        for over, way in product(("f1", "f4", "ctrl+p"), ("ctrl+q", "ctrl+c")):
            await house.press(over)
            assert not house.is_on(ClosingScreen)
            await house.press(way)
            assert_held(house)


async def test_the_palettes_quit_holds_on_too(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await put_cursor_at_the_end(house)
        await house.press("ctrl+p")
        assert house.is_on(CommandPalette)
        await house.write("quit")
        await house.app.workers.wait_for_complete()
        await house.press("down", "enter")
        assert_held(house)


async def test_an_exit_from_code_holds_on_too(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await put_cursor_at_the_end(house)
        house.app.exit()
        await house.settle()
        assert_held(house)


async def test_the_cursor_goes_to_the_first_thing_open(tmp_path: Path) -> None:
    last = AGREED.actions[-1]
    meeting = AGREED.with_action(replace(last, due=None, due_typed="ooit"))
    async with a_closing_house(tmp_path, meeting) as house:
        await put_cursor_at_the_end(house)
        await house.press("ctrl+q")
        assert house.cursor == (4, "due")
        assert house.notices == ["1 of 3 still open: #4 date"]


async def test_when_all_is_filled_in_every_way_out_asks_to_close(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, AGREED) as house:
        for way in WAYS_OUT:
            await house.press(way)
            assert "Everything has an owner and a date; 7 ideas" in house.shown()
            await house.press("n")
            assert house.stored().phase is Phase.CLOSING
            assert house.is_on(ClosingScreen)


async def test_letting_go_shows_the_recap_and_then_the_library(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, AGREED) as house:
        await house.press("f8", "y")
        assert house.is_on(RecapScreen)
        stored = house.stored()
        assert stored.phase is Phase.FOLLOW_UP
        assert stored.closed_at == AN_HOUR_ON
        assert [action.owner for action in stored.actions] == list(OWNERS)
        await house.press("escape")
        assert house.is_on(LibraryScreen)


# Back to choosing


async def test_going_back_and_forward_keeps_the_drafts(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await house.write("Anna en")
        await house.press("tab")
        await house.write("ooit")
        await house.press("f7")
        assert house.is_on(LiveScreen)
        await house.press("f8", "o")
        assert house.is_on(ClosingScreen)
        assert (house.form(1).owner, house.form(1).due) == ("Anna en", "ooit")


# The disk


async def test_what_the_disk_refuses_stays_in_its_field_and_is_kept_at_the_next_chance(
    tmp_path: Path,
) -> None:
    meeting = one_selected()
    async with a_closing_house(tmp_path, meeting) as house:
        house.store.is_full = True
        await house.write("Jan")
        assert "full" in house.notices[0]
        assert house.field.value == "Jan"
        assert "#1 owner and date" in house.shown()
        await house.press("f8")
        assert house.is_on(ClosingScreen)
        assert "full" in house.notices[0]
        house.store.is_full = False
        await house.press("f8")
        assert house.action(1).owner == "Jan"
        assert house.cursor == (1, "due")


# Days later


async def reopened(folder: Path, days: int, meeting: Meeting) -> tuple[str, str, ActionItem]:
    later = AN_HOUR_ON.add(days=days)
    async with a_closing_house(folder, meeting, moment=later) as house:
        assert house.is_on(ClosingScreen)
        return house.shown(), house.form(1).due, house.action(1)


async def test_a_date_is_still_the_one_understood_when_the_closing_goes_on_later(
    tmp_path: Path,
) -> None:
    meeting = one_selected()
    async with a_closing_house(tmp_path, meeting) as house:
        await house.write("Jan")
        await house.press("tab")
        await house.write("+2w")
    text, due, kept = await reopened(tmp_path, 3, meeting)
    assert "✓ Mon 7 Dec · in 11 days" in text
    assert (due, kept.due) == ("2026-12-07", Date(2026, 12, 7))


async def test_a_date_that_passed_meanwhile_is_open_again(tmp_path: Path) -> None:
    meeting = one_selected()
    async with a_closing_house(tmp_path, meeting) as house:
        await house.write("Jan")
        await house.press("tab")
        await house.write("+2w")
    text, due, kept = await reopened(tmp_path, 15, meeting)
    assert "1 of 1 still open: #1 date" in text
    assert "Mon 7 Dec has passed" in " ".join(text.split())
    assert (due, kept.due) == ("2026-12-07", None)


async def test_nor_is_it_closed_on_such_a_date_when_the_laptop_only_slept(tmp_path: Path) -> None:
    meeting = one_selected()
    async with a_closing_house(tmp_path, meeting) as house:
        await house.write("Jan")
        await house.press("tab")
        await house.write("vandaag")
        house.hands.at = AN_HOUR_ON.add(days=1)
        await house.press("f8")
        assert house.notices == ["1 of 1 still open: #1 date"]
        assert house.cursor == (1, "due")
        assert "Mon 23 Nov has passed" in " ".join(house.shown().split())


# Another window


async def test_a_second_window_reads_along_and_may_leave(tmp_path: Path) -> None:
    async with (
        a_closing_house(tmp_path, CLOSING) as first,
        a_closing_house(tmp_path, CLOSING) as second,
    ):
        assert not second.notices
        assert "Another window" in second.shown()
        await first.write("Jan")
        second.app._look_around()
        await second.settle()
        assert second.form(1).owner == "Jan"
        await second.press("x")
        assert second.form(1).owner == "Jan"
        assert not second.notices
        await second.press("escape")
        assert second.is_on(LibraryScreen)
