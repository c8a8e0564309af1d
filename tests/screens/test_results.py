from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import speaking
from socinno_tui.screens.messages import MeetingChosen, RegisterAsked, ResultsAsked
from socinno_tui.screens.results import ResultsScreen
from socinno_tui.service.results import Results
from socinno_tui.store.store import Store
from tests.agreements import CLOCK, Agreed, a_closed_meeting, a_line
from tests.blank_file import blank_file
from tests.screens.shelf import House, Shelf, a_shelf

DONE = (a_line(UpdateKind.DONE, days_ago=10),)
BALIE = a_closed_meeting("balie", [Agreed(-4), Agreed(-4, updates=DONE)])
POST = a_closed_meeting("post", [Agreed(9)], title="[/foo] Post", days_ago=60)


@asynccontextmanager
async def the_results(folder: Path, meetings: Sequence[Meeting]) -> AsyncIterator[Shelf]:
    store = Store.open(blank_file(folder / "socinno.db"))
    for meeting in meetings:
        store.write(None, meeting)
    house = House(ResultsScreen(Results(store, CLOCK), CLOCK))
    async with house.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield Shelf(pilot, house, folder / "socinno.db", store)
    store.close()


async def test_one_line_a_meeting_the_latest_first_and_a_chart(tmp_path: Path) -> None:
    with speaking("nl"):
        async with the_results(tmp_path, [BALIE, POST]) as shelf:
            lines = [line.rstrip() for line in shelf.shown()]
            assert shelf.ids == [BALIE.id, POST.id]
    assert lines[1] == " 2 bijeenkomsten: 3 ideeën, 3 gekozen, 1 klaar, 1 op tijd"
    assert "2 →  2 →  1" in lines[3]
    assert lines[3].endswith("▲ 1")
    assert "[/foo] Post" in lines[4]
    assert any("▒▒ klaar" in line for line in lines)
    assert any("24/10" in line and "24/9" in line for line in lines)


async def test_one_meeting_needs_no_chart_and_none_says_so(tmp_path: Path) -> None:
    async with the_results(tmp_path, [BALIE]) as shelf:
        assert not shelf.screen.query("ResultsCharts")
    empty = tmp_path / "empty"
    empty.mkdir()
    async with the_results(empty, []) as shelf:
        assert "There are no results yet" in "".join(shelf.shown())


async def test_enter_opens_the_recap_and_escape_leads_back(tmp_path: Path) -> None:
    async with the_results(tmp_path, [BALIE, POST]) as shelf:
        await shelf.press("down", "enter", "escape")
        assert shelf.asked == [MeetingChosen(POST.id), RegisterAsked()]


async def test_the_register_leads_to_the_results(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
        await shelf.press("g")
        assert [type(asked) for asked in shelf.asked] == [ResultsAsked]
