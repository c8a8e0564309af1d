"""Help, settings and the first start in both languages, as they should look."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from socinno_tui.i18n import Language
from socinno_tui.screens.tour import AskFirstWay, Tour
from tests.moments import SETTINGS
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import Stage, play, staged_app

SMALL = (60, 20)
EMPTY = Stage("first-start", opens=False, is_empty=True)


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", SETTINGS, ids=lambda stage: stage.name)
def test_screen_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("stage", SETTINGS[:2], ids=lambda stage: stage.name)
def test_screen_looks_as_it_should_in_the_smallest_window_in_a_light_room(
    stage: Stage, snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=SMALL, run_before=play(stage))


@pytest.mark.parametrize("size", [SMALL, NORMAL], ids=["60x20", "80x24"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("dialog", [AskFirstWay, Tour])
def test_a_first_start_looks_as_it_should(
    dialog: type[AskFirstWay] | type[Tour],
    language: Language,
    size: tuple[int, int],
    snap_compare: Compare,
    tmp_path: Path,
) -> None:
    app = staged_app(EMPTY, language, tmp_path)

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.push_screen(dialog())
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=run)
