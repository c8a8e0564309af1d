"""Every screen in both languages at the two sizes that rooms have, as it should look."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App

from socinno_tui.i18n import Language
from tests.staged import STAGES, Play, Stage, play, staged_app

NORMAL, WIDE = (80, 24), (120, 36)


class Compare(Protocol):
    def __call__(
        self, app: App[None], *, terminal_size: tuple[int, int], run_before: Play
    ) -> bool: ...


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_screen_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("name", ["live", "closing", "recap", "coming-back", "prepare"])
def test_screen_looks_as_it_should_in_a_light_room(
    name: str, snap_compare: Compare, tmp_path: Path
) -> None:
    stage = next(stage for stage in STAGES if stage.name == name)
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=NORMAL, run_before=play(stage))
