"""The agenda and a meter for each manager in both languages, as they should look."""

from __future__ import annotations

from pathlib import Path

import pytest

from socinno_tui.i18n import Language
from tests.moments import AGENDA
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import Stage, play, staged_app

SMALL = (60, 20)


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", AGENDA, ids=lambda stage: stage.name)
def test_screen_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("stage", AGENDA[1:3] + AGENDA[4:5], ids=lambda stage: stage.name)
def test_screen_looks_as_it_should_in_the_smallest_window_in_a_light_room(
    stage: Stage, snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=SMALL, run_before=play(stage))
