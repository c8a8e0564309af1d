"""A round of dots and the answers at the end, in both languages and at the two usual sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from socinno_tui.i18n import Language
from tests.moments import DOTS
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import Stage, play, staged_app


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", DOTS, ids=lambda stage: stage.name)
def test_screen_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("name", ["dots-counting", "dots-shown", "answers"])
def test_screen_looks_as_it_should_in_a_light_room(
    name: str, snap_compare: Compare, tmp_path: Path
) -> None:
    stage = next(stage for stage in DOTS if stage.name == name)
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=NORMAL, run_before=play(stage))
