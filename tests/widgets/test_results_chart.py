import re
from collections.abc import Sequence

import pytest
from textual.app import ComposeResult

from socinno_tui.domain.results import MeetingResults
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.results_chart import ResultsCharts
from tests.agreements import CLOCK
from tests.meetings import ZONE, an_id


def a_result(
    place: int, selected: int, done: int, in_time: int, share: float | None
) -> MeetingResults:
    closed_at = CLOCK.now().add(days=place)
    return MeetingResults(
        an_id(f"meeting {place}"), "", closed_at, ZONE, 20, selected, done, in_time, 0, share
    )


MANY = [a_result(place, 4, place % 5, place % 3, 0.05 * (place % 7)) for place in range(20)]


async def drawn(results: Sequence[MeetingResults], size: tuple[int, int]) -> list[str]:
    class House(ThemedApp[None]):
        def compose(self) -> ComposeResult:
            yield ResultsCharts(results)

    house = House()
    async with house.run_test(size=size) as pilot:
        await pilot.pause()
        return [strip.text for strip in house.screen._compositor.render_strips()]


async def test_bars_stand_on_the_axis_each_as_wide_as_the_next() -> None:
    lines = await drawn([a_result(0, 4, 3, 2, None), a_result(1, 2, 2, 1, None)], (40, 11))
    axis = next(line for line in lines if "└" in line)
    assert axis.count("┬") == 2
    bars = lines[1 : lines.index(axis)]
    assert [line.count("░") for line in bars] == [6] * 4 + [12] * 4
    assert [line.count("▒") for line in bars] == [0] * 2 + [6] * 2 + [12] * 4
    assert [line.count("█") for line in bars] == [0] * 4 + [6] * 2 + [12] * 2


@pytest.mark.parametrize(("columns", "shown"), [(78, 9), (118, 12), (58, 7)])
async def test_both_charts_show_the_same_latest_meetings(columns: int, shown: int) -> None:
    lines = await drawn(MANY, (columns, 11))
    last = lines[-3]
    assert len(re.findall("░+", last)) == shown
    assert len(re.findall("▓+", last)) == sum(bool(one.talk_share) for one in MANY[-shown:])
    assert "12/12" in lines[-1]


async def test_without_a_talk_meter_there_is_no_second_chart() -> None:
    lines = await drawn([a_result(0, 4, 3, 2, None), a_result(1, 2, 2, 1, None)], (78, 11))
    assert "manager" not in "".join(lines)
    lines = await drawn([a_result(0, 4, 3, 2, 0.3), a_result(1, 2, 2, 1, None)], (78, 11))
    assert "the manager's talk" in lines[0]
    assert any("30%" in line for line in lines)


async def test_numbers_at_the_axis_are_those_people_count_by() -> None:
    lines = await drawn([a_result(0, 37, 3, 2, None), a_result(1, 2, 2, 1, None)], (78, 14))
    assert [line[:2].strip() for line in lines if "┤" in line] == ["30", "20", "10", "0"]


async def test_a_window_too_small_for_a_chart_draws_none() -> None:
    await drawn(MANY, (6, 3))
