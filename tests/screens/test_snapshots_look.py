"""What holds too much, in the smallest window there is: that of a huge font on a projector."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gallery import BY_NAME, SMALLEST
from tests.screens.test_snapshots import Compare
from tests.staged import play, staged_app

FULL = (
    "full-library",
    "full-live-typing",
    "full-selection",
    "full-closing",
    "full-recap",
    "full-register",
    "full-walk",
    "full-prepare-question",
    "full-prepare-people",
    "prepare",
    "closing-help",
    "live-pasting",
    "live-palette",
)


@pytest.mark.parametrize("name", FULL)
def test_screen_looks_as_it_should_when_it_is_full(
    name: str, snap_compare: Compare, tmp_path: Path
) -> None:
    stage = BY_NAME[name]
    app = staged_app(stage, "nl", tmp_path)

    assert snap_compare(app, terminal_size=SMALLEST, run_before=play(stage))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_too_small_a_window_asks_for_room(
    language: str, snap_compare: Compare, tmp_path: Path
) -> None:
    stage = BY_NAME["live"]
    app = staged_app(stage, "nl" if language == "nl" else "en", tmp_path)

    assert snap_compare(app, terminal_size=(50, 14), run_before=play(stage))
