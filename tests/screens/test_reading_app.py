"""With a screen reader: the terminal's cursor is on the row that has the focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from socinno_tui.settings import KeptPreferences, Preferences
from socinno_tui.wording.plain import choose_plain
from tests.meetings import a_meeting
from tests.screens.house import House, a_house

PLAIN = KeptPreferences(Preferences(screen_reader=True, tour_shown=True))


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    choose_plain(False)


def line_with_cursor(house: House) -> str:
    return house.shown().splitlines()[house.app.cursor_position.y]


async def test_the_cursor_goes_along_with_the_focus(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(), kept=PLAIN) as house:
        await house.write("scan")
        assert "scan" in line_with_cursor(house)
        await house.press(*["backspace"] * 4)
        for number in (2, 1):
            await house.go_to(number)
            assert line_with_cursor(house).startswith(">")
            assert f"#{number} " in line_with_cursor(house)
        await house.press("f8", "down")
        first, second = house.app.cursor_position, "Back to the preparation"
        assert first.x > 0
        while second not in line_with_cursor(house):
            await house.press("down")
        house.app.action_settings()
        await house.pilot.pause()
        assert "Language" in line_with_cursor(house)
        await house.press("down")
        assert "Colours" in line_with_cursor(house)


async def test_without_a_reader_it_stays_where_one_typed_last(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await house.write("scan")
        before = house.app.cursor_position
        await house.press(*["backspace"] * 4)
        await house.go_to(1)
        assert house.app.cursor_position.y == before.y
