"""A round of dots and the answers at the end, in both languages and at the two usual sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from socinno_tui.i18n import Language
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import Stage, closed, closing, play, selected, staged_app


def choosing(library: Library, meeting_id: str) -> None:
    """The room is about to choose, and two ideas were merged."""
    opened = library.open(meeting_id)
    live = LiveMeeting(opened)
    live.move_on()
    ids = {idea.number: idea.id for idea in opened.meeting.ideas}
    live.merge(ids[2], frozenset({ids[5], ids[9]}))
    opened.release()


BEGUN = ("r", "enter")
COUNTED = (*BEGUN, "4", "enter", "7", "enter", "0", "enter")

STAGES = (
    Stage("dots-proposed", prepare=choosing, keys=("r",)),
    Stage("dots-counting", prepare=choosing, keys=(*COUNTED, "up", "up")),
    Stage("dots-refused", prepare=choosing, keys=(*COUNTED, "9", "9", "enter")),
    Stage("dots-left-for-now", prepare=choosing, keys=(*COUNTED, "escape", "home")),
    Stage("dots-stopping", prepare=choosing, keys=(*COUNTED, "s")),
    Stage("dots-counted", prepare=choosing, keys=(*COUNTED, "z", "y", "j")),
    Stage("dots-shown", prepare=choosing, keys=(*COUNTED, "z", "y", "j", "o")),
    Stage("choosing-with-dots", keys=("f8",)),
    Stage("no-with-a-reason", prepare=selected, keys=("n", "2")),
    Stage("answers", prepare=closing, keys=("f6", "space", "down", "down", "space")),
    Stage("answers-all-later", prepare=closing, keys=("f6", "a", "y", "j")),
    Stage("recap-unanswered", prepare=closed, keys=("end", "pagedown", "pagedown")),
)


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_screen_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("name", ["dots-counting", "dots-shown", "answers"])
def test_screen_looks_as_it_should_in_a_light_room(
    name: str, snap_compare: Compare, tmp_path: Path
) -> None:
    stage = next(stage for stage in STAGES if stage.name == name)
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=NORMAL, run_before=play(stage))
