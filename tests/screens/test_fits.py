"""Nothing is cut off without a sign, on any screen, in any window from the smallest on."""

from __future__ import annotations

import pytest
from textual.screen import Screen

from socinno_tui.i18n import Language
from tests.fitting import defects, lines_of
from tests.gallery import BY_NAME, GALLERY, SIZES, SMALLEST, Size, shown
from tests.staged import Stage

SIZES_OF: dict[Language, tuple[Size, ...]] = {"nl": SIZES, "en": (SMALLEST,)}
"""Dutch words are the longer ones; English is tried where it is narrow."""


@pytest.fixture(autouse=True)
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint nothing between two looks: a look asks for all lines itself, whatever was painted."""

    def let_go(screen: Screen[object]) -> None:
        screen._dirty_widgets.clear()
        screen._compositor._dirty_regions.clear()

    monkeypatch.setattr(Screen, "_compositor_refresh", let_go)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", GALLERY, ids=lambda stage: stage.name)
async def test_everything_fits_in_every_window(stage: Stage, language: Language) -> None:
    found = []
    # One window whose size changes, as it is in a meeting: the smallest comes last.
    async with shown(stage, language, SIZES[1]) as pilot:
        for size in reversed(SIZES_OF[language]):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            found += [f"{size}: {defect}" for defect in defects(pilot.app)]

    assert found == []


@pytest.mark.parametrize("size", [(1, 1), (20, 6), (59, 40), (100, 19)], ids=str)
@pytest.mark.parametrize("name", ["live-typing", "closing", "prepare-begin-open", "walk-moving"])
async def test_too_small_a_window_asks_for_room_and_loses_nothing(
    name: str, size: tuple[int, int]
) -> None:
    async with shown(BY_NAME[name], "nl", (80, 24)) as pilot:
        before, focused = lines_of(pilot.app), pilot.app.focused
        await pilot.resize_terminal(*size)
        await pilot.pause()
        small = " ".join(" ".join(lines_of(pilot.app)).split())
        if size[0] > 10:
            assert small.startswith("Maak het venster groter of de letters kleiner")
            assert small.endswith(f"(nodig: 60 × 20, nu: {size[0]} × {size[1]}).")

        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.pause()

        assert pilot.app.focused is focused
        assert lines_of(pilot.app) == before


async def test_the_meter_and_what_is_typed_go_on_in_too_small_a_window() -> None:
    async with shown(BY_NAME["live-typing"], "nl", (40, 10)) as pilot:
        await pilot.press("f2", "n", "e", "r")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        lines = "\n".join(lines_of(pilot.app))

        assert "● spreekt 0:00" in lines
        assert " scanner " in lines
