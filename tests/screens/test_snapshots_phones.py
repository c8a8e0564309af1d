"""The panel of phones and what the live screen shows of it, in both languages and usual sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from socinno_tui.i18n import Language
from tests.moments import PHONES
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import Stage, play, staged_app

# Help looks as it does everywhere, and a window of another size is another size of the panel.
STAGES = [one for one in PHONES if one.name not in {"phones-help", "phones-other-size"}]


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_screen_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


def test_the_code_is_black_on_white_in_a_light_room_too(
    snap_compare: Compare, tmp_path: Path
) -> None:
    (stage,) = (one for one in PHONES if one.name == "phones-join")
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=NORMAL, run_before=play(stage))
