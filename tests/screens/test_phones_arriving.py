"""What phones bring: at once, after it was read, or when the silence ends."""

import asyncio
from pathlib import Path
from time import monotonic

import pytest
from textual.widgets import Static

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Fate
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.screens.phones import View
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.widgets.row_list import RowList
from socinno_tui.widgets.writing_pane import WritingPane
from socinno_tui.wording import symbols
from tests.meetings import a_meeting
from tests.screens.phones_house import look, open_house, send, server, settle

BURST = 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


# What phones bring


async def test_an_idea_is_in_the_feed_at_once(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        await settle(house)
        begun = monotonic()
        send(house, "Zelfscan bij de ingang")
        await house.pilot.pause()
        assert "#1 Zelfscan bij de ingang" in house.shown()
        assert monotonic() - begun < 0.2
        assert server(house).told


async def test_a_look_at_which_nothing_had_come_in_makes_nobody_wait(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        await settle(house)
        await look(house)
        send(house, "Zelfscan bij de ingang")
        await house.pilot.pause()
        assert house.texts() == ["Zelfscan bij de ingang"]


async def test_a_burst_is_painted_a_few_times_and_all_of_it_comes_in(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        await settle(house)
        changes: list[int] = []
        house.app.watch(
            house.app, "meeting", lambda now: changes.append(len(now.ideas)), init=False
        )
        begun = monotonic()
        for number in range(BURST):
            send(house, f"Idee {number}")
            await asyncio.sleep(0.01)
        lasted = monotonic() - begun
        await settle(house)
        assert len(house.stored().ideas) == BURST
        assert len(changes) <= lasted / 0.2 + 2
        await house.write("zelf")
        assert house.entry.value == "zelf"


async def test_what_is_typed_by_phones_is_never_markup(file: Path) -> None:
    hostile = "[bold]vet[/bold] [@click=app.quit]klik[/] [/foo]"
    async with open_house(file) as house:
        await house.press("e")
        send(house, hostile)
        await settle(house)
        await house.press("c")
        assert hostile in house.shown()
        await house.press("enter", "escape")
        assert house.texts() == [hostile]


# Read first


async def test_ideas_wait_until_they_are_let_in(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        assert house.app.phones.reads_first
        assert "ideas wait until you let them in" in house.shown()
        send(house, "Een", "Twee", "Drie", "Vier")
        await settle(house)
        assert house.texts() == []
        await house.press("escape")
        assert "4 wait (F7)" in house.shown()

        await house.press("f7")
        assert house.screen.view is View.ROW  # type: ignore[attr-defined]
        rows = house.screen.query_one("#row", RowList)
        order = [one.text for one in house.app.phones.row]
        assert [one.id for one in house.app.phones.row] == sorted(
            one.id for one in house.app.phones.row
        )
        await house.press("enter")
        assert house.texts() == order[:1]
        await house.press("delete")
        assert house.app.phones.waiting == 2
        await house.press("ctrl+z")
        assert house.app.phones.waiting == 3
        await house.press("home", "delete")
        await house.press("a")
        assert sorted(house.texts()) == sorted([order[0], *order[2:]])
        assert rows.option_count == 0
        assert "Nothing waits." in house.shown()
        assert house.store.phones.sent(house.meeting_id, Fate.LEFT_OUT)[0].text == order[1]


async def test_the_code_can_be_shown_while_ideas_wait_and_back(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, "Zelfscan")
        await settle(house)
        await house.press("c")
        assert "Zelfscan" in house.shown()
        await house.press("c")
        assert "192.168.1.20:8080" in house.shown()
        assert "Zelfscan" not in house.shown()


async def test_reading_no_more_first_lets_all_in_and_says_so(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, "Een", "Twee")
        await settle(house)
        await house.press("e")
        assert sorted(house.texts()) == ["Een", "Twee"]
        assert "the 2 that waited are in it" in " ".join(house.shown().split())
        assert not house.app.phones.reads_first


async def test_the_row_is_not_longer_than_anyone_reads(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, *(f"Idee {number}" for number in range(120)))
        await settle(house)
        await house.press("c")
        assert "120 wait" in house.shown()
        assert house.screen.query_one("#row", RowList).option_count == 100
        await house.press("a")
        assert len(house.texts()) == 120


async def test_the_room_does_not_go_on_to_closing_past_what_waits(file: Path) -> None:
    meeting = a_meeting(Phase.SELECTION)
    async with open_house(file, meeting) as house:
        await house.press("e")
        send(house, "Te laat?")
        await settle(house)
        await house.press("escape", "f8", "o")
        assert any("F7" in one for one in house.notices)
        assert house.stored().phase is Phase.SELECTION


# The silent round


async def test_what_is_written_in_silence_comes_at_its_end(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        opened = house.app._opened
        assert opened is not None
        rounds = SilentRounds(opened)
        rounds.begin(Table(employees=5, managers=1), 5)
        await house.pilot.pause()
        send(house, "Een", "Twee")
        await settle(house)
        assert house.texts() == []
        written = house.screen.query_one(WritingPane).query_one("#written", Static)
        assert str(written.render()) == "2 ideas written on phones"
        await house.press("f7")
        assert "Een" not in house.shown()
        await house.press("escape")
        rounds.end()
        await settle(house)
        assert sorted(house.texts()) == ["Een", "Twee"]


async def test_in_silence_nobody_reads_what_is_written(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e", "escape")
        opened = house.app._opened
        assert opened is not None
        rounds = SilentRounds(opened)
        rounds.begin(Table(employees=5, managers=1), 5)
        send(house, "Een")
        await settle(house)
        await house.press("f7")
        assert house.screen.view is View.JOIN  # type: ignore[attr-defined]
        assert house.app.phones.row == ()
        rounds.end()
        await settle(house)
        assert house.texts() == []
        await house.press("c")
        assert "Een" in house.shown()


async def test_ending_the_silence_says_what_becomes_of_what_phones_wrote(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        opened = house.app._opened
        assert opened is not None
        SilentRounds(opened).begin(Table(employees=5, managers=1), 5)
        await house.pilot.pause()
        await house.press("f6")
        assert "phone" not in str(house.screen.query_one("#question").render())
        await house.press("escape")
        send(house, "Een", "Twee")
        await house.press("f6")
        question = str(house.screen.query_one("#question").render())
        assert "2 ideas are written on phones: they appear" in question
        await house.press("escape", "f7", "e", "escape", "f6")
        question = str(house.screen.query_one("#question").render())
        assert "they wait until you have read them (F7)" in question


async def test_what_was_done_is_not_told_as_what_wants_attention(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        assert f"{symbols.DONE} From now on ideas wait" in house.shown()
