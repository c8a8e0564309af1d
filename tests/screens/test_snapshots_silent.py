"""A silent round from its question to its last turn, and another angle, as they should look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.silent_meeting import Table
from socinno_tui.i18n import Language
from socinno_tui.service.library import Library
from socinno_tui.service.silent_rounds import SilentRounds
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import MOMENT, Stage, play, staged_app

TWELVE = Table(employees=11, managers=1)


def writing(library: Library, meeting_id: str, *, since_seconds: int = 107) -> None:
    """The room writes since so many seconds."""
    opened = library.open(meeting_id)
    SilentRounds(opened).begin(TWELVE, 5)
    silence = opened.meeting.silent_round
    assert silence is not None
    since = replace(silence, started_at=MOMENT.subtract(seconds=since_seconds))
    opened.commit(replace(opened.meeting, silent_round=since))
    opened.release()


def time_up(library: Library, meeting_id: str) -> None:
    """The time to write is up."""
    writing(library, meeting_id, since_seconds=330)


def resting(library: Library, meeting_id: str) -> None:
    """A break in the middle of the writing."""
    writing(library, meeting_id)
    opened = library.open(meeting_id)
    opened.commit(opened.meeting.with_break(MOMENT, "rest"))
    opened.release()


def harvest(library: Library, meeting_id: str, *, turns: int = 2) -> None:
    """So many passed."""
    writing(library, meeting_id)
    opened = library.open(meeting_id)
    rounds = SilentRounds(opened)
    rounds.harvest()
    for _turn in range(turns):
        rounds.pass_on()
    opened.release()


def managers_turn(library: Library, meeting_id: str) -> None:
    """All but the manager passed."""
    harvest(library, meeting_id, turns=11)


SILENT_STAGES = (
    Stage("silent-asking", keys=("f6",)),
    Stage("silent-writing", prepare=writing),
    Stage("silent-refusing", prepare=writing, keys=("f2",)),
    Stage("silent-time-up", prepare=time_up),
    Stage("silent-break", prepare=resting),
    Stage("silent-going-on", prepare=time_up, keys=("f6",)),
    Stage("silent-harvest", prepare=harvest),
    Stage("silent-management", prepare=managers_turn),
    Stage("silent-over", prepare=managers_turn, keys=("f6",)),
    Stage("silent-finishing", prepare=harvest, keys=("escape",)),
    Stage("live-angle", keys=("ctrl+r",)),
)


@pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stage", SILENT_STAGES, ids=lambda stage: stage.name)
def test_silent_round_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("name", ["silent-writing", "silent-harvest", "live-angle"])
def test_silent_round_looks_as_it_should_in_a_light_room(
    name: str, snap_compare: Compare, tmp_path: Path
) -> None:
    stage = next(stage for stage in SILENT_STAGES if stage.name == name)
    app = staged_app(stage, "nl", tmp_path, theme="socinno-light")

    assert snap_compare(app, terminal_size=NORMAL, run_before=play(stage))
