"""A silent round from its question to its last turn, and another angle, as they should look."""

from __future__ import annotations

from pathlib import Path

import pytest

from socinno_tui.i18n import Language
from tests.moments import SILENT
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import Stage, play, staged_app


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", SILENT, ids=lambda stage: stage.name)
def test_silent_round_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("name", ["silent-writing", "silent-harvest", "live-angle"])
def test_silent_round_looks_as_it_should_in_a_light_room(
    name: str, snap_compare: Compare, tmp_path: Path
) -> None:
    stage = next(stage for stage in SILENT if stage.name == name)
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=NORMAL, run_before=play(stage))
