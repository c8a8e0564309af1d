"""The silent round on the room's screen: the time to write, then whose turn it is."""

from dataclasses import replace

import pytest
from pendulum import Duration

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.i18n import speaking
from socinno_tui.widgets.room_part import Moment
from socinno_tui.widgets.room_view import room_lines
from tests.meetings import STARTS_AT, a_meeting, an_idea

BEGAN = STARTS_AT.add(minutes=8)
WRITING = SilentRound("round", BEGAN, BEGAN, seconds=300, employees=11, managers=1)
HARVEST = replace(WRITING, seat=3, lap=1)
SIZES = [(60, 20), (80, 24), (120, 36), (200, 50)]


def shown(silence: SilentRound, size: tuple[int, int], *, seconds: int = 0) -> list[str]:
    meeting: Meeting = replace(
        a_meeting(Phase.IDEATION, ideas=[an_idea(1, "Zelfscan bij de ingang")]),
        silent_round=silence,
    )
    now = BEGAN + Duration(seconds=seconds)
    with speaking("nl"):
        lines = room_lines(meeting, Moment(now, now.date()), *size)
    assert len(lines) <= size[1]
    assert max(line.cell_length for line in lines) <= size[0]
    return [line.plain for line in lines]


@pytest.mark.parametrize("size", SIZES)
def test_while_the_room_writes_there_is_nothing_to_look_at_but_the_time(
    size: tuple[int, int],
) -> None:
    text = "\n".join(shown(WRITING, size))
    assert "Stille ronde" in text
    assert "zonder te praten" in text
    assert "Zelfscan" not in text
    assert "Leiding" not in text


@pytest.mark.parametrize("size", SIZES)
def test_the_time_runs_and_says_so_when_it_is_up(size: tuple[int, int]) -> None:
    assert shown(WRITING, size) != shown(WRITING, size, seconds=60)
    assert "De tijd is om" in "\n".join(shown(WRITING, size, seconds=301))


@pytest.mark.parametrize("size", SIZES)
def test_in_the_harvest_the_seat_stands_above_the_ideas(size: tuple[int, int]) -> None:
    lines = shown(HARVEST, size)
    turn = next(row for row, line in enumerate(lines) if "persoon 3 van 12 · ronde 1" in line)
    idea = next(row for row, line in enumerate(lines) if "#1  " in line)
    assert turn < idea


def test_words_keep_still_from_the_ninth_seat_to_the_tenth() -> None:
    def place(seat: int) -> int:
        lines = shown(replace(HARVEST, seat=seat), (80, 24))
        return next(line.index("persoon") for line in lines if "persoon" in line)

    assert place(9) == place(10)
