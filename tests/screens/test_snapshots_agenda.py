"""The agenda and a meter for each manager in both languages, as they should look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.participant import Attendance, Participant, Role
from socinno_tui.domain.talk import Meters
from socinno_tui.i18n import Language
from socinno_tui.service.library import Library
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import Stage, play, staged_app

SMALL = (60, 20)


def ahead(library: Library, meeting_id: str) -> None:
    """Twenty minutes more are planned for the whole than the time-boxes to come take."""
    opened = library.open(meeting_id)
    opened.commit(replace(opened.meeting, planned_minutes=opened.meeting.planned_minutes + 20))
    opened.release()


def behind(library: Library, meeting_id: str) -> None:
    """The meeting was to take ten minutes less than its time-boxes."""
    opened = library.open(meeting_id)
    opened.commit(replace(opened.meeting, planned_minutes=50))
    opened.release()


def three_managers(library: Library, meeting_id: str) -> None:
    """Three managers have a meter each, and the second spoke."""
    opened = library.open(meeting_id)
    names = ("Annemarie Kok", "Jan-Willem van der Bruggen", "Rob Postma")
    managers = tuple(
        Participant(name, name, role=Role.MANAGER, attendance=Attendance.COMING) for name in names
    )
    employees = tuple(one for one in opened.meeting.participants if one.role is not Role.MANAGER)
    opened.commit(replace(opened.meeting, participants=(*employees, *managers), meters=Meters.EACH))
    talking = replace(opened.meeting.turns[0], who=names[1])
    opened.commit(replace(opened.meeting, turns=(talking, *opened.meeting.turns[1:])))
    opened.release()


STAGES = (
    Stage("ahead", prepare=ahead),
    Stage("behind", prepare=behind),
    Stage("agenda", prepare=behind, keys=("ctrl+g",)),
    Stage("agenda-taken", prepare=behind, keys=("ctrl+g", "down", "s", "y")),
    Stage("managers", prepare=three_managers, keys=("f2", "ctrl+l")),
    Stage("talk-time", opens=False, keys=("escape", "n", "6")),
)


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_screen_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("stage", STAGES[1:3] + STAGES[4:5], ids=lambda stage: stage.name)
def test_screen_looks_as_it_should_in_the_smallest_window_in_a_light_room(
    stage: Stage, snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=SMALL, run_before=play(stage))
