from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import Input, Static

from socinno_tui.domain.action import ActionState, UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import speaking
from socinno_tui.screens.dialogs import AskChoice, AskLine
from socinno_tui.screens.messages import QuitAsked, RegisterAsked, WalkAsked
from socinno_tui.screens.walk import WalkScreen
from socinno_tui.service.walk import FollowUpWalk
from socinno_tui.store.store import Store
from socinno_tui.widgets.walk_card import WalkCard
from tests.agreements import CLOCK, Agreed, a_closed_meeting, a_line, action_id
from tests.blank_file import blank_file
from tests.meetings import IDEA_TEXTS, OWNERS, TODAY
from tests.screens.shelf import House, Shelf, a_shelf

FATMA, JAN_WILLEM, ANOUK = OWNERS
MOVED = a_line(UpdateKind.MOVED, "Nog geen budget", days_ago=9, due=TODAY.subtract(days=4))
BALIE = a_closed_meeting(
    "balie",
    [
        Agreed(-20, FATMA, IDEA_TEXTS[1], updates=(MOVED,)),
        Agreed(0, JAN_WILLEM, IDEA_TEXTS[2]),
        Agreed(9, ANOUK, IDEA_TEXTS[3]),
    ],
)
LATE, TODAYS, LATER = (action_id("balie", place) for place in (1, 2, 3))


@asynccontextmanager
async def a_walk(
    folder: Path, meetings: Sequence[Meeting] = (BALIE,), meeting_id: str = ""
) -> AsyncIterator[Shelf]:
    """Walk through the agreements of these meetings."""
    file = folder / "socinno.db"
    store = Store.open(blank_file(file))
    known = {summary.id for summary in store.summaries(TODAY)}
    for meeting in meetings:
        if meeting.id not in known:
            store.write(None, meeting)
    house = House(WalkScreen(FollowUpWalk(store, CLOCK, meeting_id)))
    async with house.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield Shelf(pilot, house, file, store)
    store.close()


def card(shelf: Shelf) -> str:
    return shelf.screen.query_one(WalkCard).render().plain


async def answer(shelf: Shelf, key: str, *texts: str) -> None:
    """Press the key of an answer, and fill in what its dialogs ask, one after another."""
    await shelf.press(key)
    for text in texts:
        assert isinstance(shelf.house.screen, AskLine)
        shelf.house.screen.query_one(Input).value = text
        await shelf.press("enter")


async def test_the_room_reads_one_agreement_with_all_it_needs_to_answer(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_walk(tmp_path) as shelf:
            lines = [line.rstrip() for line in shelf.shown()]
            text = card(shelf)
    assert lines[0].startswith(" Afspraken langslopen")
    assert lines[0].endswith("▲ 2 wachten op een antwoord   1 van 3")
    assert lines[1] == " ▲ ▲ ○"
    for said in (BALIE.topic.question, IDEA_TEXTS[1], FATMA, "4 dagen te laat", "Nog geen budget"):
        assert said in text


async def test_each_answer_is_one_key_and_leads_on_to_what_waits(tmp_path: Path) -> None:
    async with a_walk(tmp_path) as shelf:
        await answer(shelf, "k", "De offerte is binnen")
        assert IDEA_TEXTS[2][:20] in card(shelf)
        await answer(shelf, "d", "Scheelt een uur per dag")
        assert IDEA_TEXTS[3][:20] in card(shelf)
        assert shelf.shown()[0].rstrip().endswith("✓ all that was due is answered   3 of 3")
        on_course, done = shelf.stored_action(LATE), shelf.stored_action(TODAYS)
    assert (on_course.updates[-1].kind, on_course.state) == (UpdateKind.ON_COURSE, ActionState.OPEN)
    assert (done.updates[-1].text, done.state) == ("Scheelt een uur per dag", ActionState.DONE)


async def test_a_second_move_asks_first_what_would_help_more(tmp_path: Path) -> None:
    async with a_walk(tmp_path) as shelf:
        await shelf.press("v")
        assert isinstance(shelf.house.screen, AskChoice)
        await answer(shelf, "1", "Alleen de teksten", "+2w")
        action = shelf.stored_action(LATE)
        await shelf.press("left")
        assert "moved 2×: a smaller step, another owner, or stop?" in card(shelf)
    assert [line.text for line in action.updates[1:]] == ["smaller step: Alleen de teksten"]
    assert action.due_now == TODAY.add(weeks=2)


async def test_a_smaller_step_without_a_date_changes_nothing(tmp_path: Path) -> None:
    async with a_walk(tmp_path) as shelf:
        await shelf.press("v")
        await answer(shelf, "1", "Alleen de teksten")
        await shelf.press("escape")
        assert len(shelf.stored_action(LATE).updates) == 1
        await shelf.press("v")
        await answer(shelf, "1", "x" * 495)
        assert isinstance(shelf.house.screen, AskLine)
        assert "500" in "".join(shelf.shown())


async def test_instead_of_moving_it_again_another_takes_it(tmp_path: Path) -> None:
    async with a_walk(tmp_path) as shelf:
        await shelf.press("v")
        await answer(shelf, "2", ANOUK)
        assert shelf.stored_action(LATE).owner_now == ANOUK


async def test_it_does_not_end_before_all_that_was_due_has_an_answer(tmp_path: Path) -> None:
    async with a_walk(tmp_path) as shelf:
        await shelf.press("right", "right", "f")
        assert shelf.house.screen is shelf.screen
        assert shelf.notices == ["2 agreements that were due still wait for an answer."]
        assert IDEA_TEXTS[1] in card(shelf)


async def test_at_its_end_it_asks_when_the_room_looks_again(tmp_path: Path) -> None:
    async with a_walk(tmp_path) as shelf:
        await answer(shelf, "k", "")
        await answer(shelf, "x", "Het contract loopt door")
        await shelf.press("f")
        question = str(shelf.house.screen.query_one("#question", Static).content)
        assert "2 agreements are still open" in question
        await shelf.press("enter")
        assert shelf.house.screen is not shelf.screen
        shelf.house.screen.query_one(Input).value = "5 jan"
        await shelf.press("enter")
        (asked,) = shelf.asked
        review_date = shelf.store.meeting(BALIE.id).review_date_now
    assert isinstance(asked, RegisterAsked)
    assert asked.said.startswith("The walk is done. We look again on Tue 5 Jan 2027")
    assert review_date is not None
    assert review_date.isoformat() == "2027-01-05"


async def test_left_halfway_the_next_time_goes_on_where_it_stopped(tmp_path: Path) -> None:
    async with a_walk(tmp_path) as shelf:
        await answer(shelf, "k", "Bijna")
        await shelf.press("escape")
        assert isinstance(shelf.asked[0], RegisterAsked)
    async with a_walk(tmp_path) as again:
        lines = [line.rstrip() for line in again.shown()]
        assert lines[0].endswith("▲ 1 waits for an answer   2 of 3")
        assert IDEA_TEXTS[2][:20] in card(again)


async def test_with_nothing_open_it_says_so(tmp_path: Path) -> None:
    async with a_walk(tmp_path, []) as shelf:
        assert "There is no open agreement to go through. Esc leads back." in "".join(shelf.shown())
        await shelf.press("d", "f", "q")
        assert [type(asked) for asked in shelf.asked] == [QuitAsked]


async def test_the_walk_begins_at_the_register(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
        await shelf.press("w")
        assert shelf.asked == [WalkAsked()]
