"""Ended in the middle of a meeting, by whatever means: the next start goes on just there."""

from __future__ import annotations

import signal
from pathlib import Path

from socinno_tui.domain.phase import Phase
from tests.end_to_end.steps import (
    GOAL,
    PASTED,
    QUESTION,
    TYPED,
    begin,
    choose,
    collect,
    lay_out,
    make_agreements,
    prepare,
    started,
    wait_until_kept,
)
from tests.end_to_end.terminal import Terminal


def kill(terminal: Terminal) -> None:
    assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL


def test_no_kill_loses_what_was_there(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        prepare(terminal)
        wait_until_kept(tmp_path, GOAL)
        kill(terminal)

    with started(tmp_path) as terminal:
        terminal.wait_for("voorbereiden")
        terminal.press("enter")
        terminal.wait_for("9 punten open")
        terminal.press("2")
        terminal.wait_for(QUESTION)
        begin(terminal)
        terminal.wait_for(GOAL)
        collect(terminal)
        kill(terminal)

    with started(tmp_path) as terminal:
        terminal.wait_for("ideeën verzamelen")
        terminal.press("enter")
        for number, text in enumerate((TYPED, *PASTED), 1):
            terminal.wait_for(f"#{number} {text}")
        choose(terminal)
        kill(terminal)

    with started(tmp_path) as terminal:
        terminal.wait_for("kiezen")
        terminal.press("enter")
        terminal.wait_for(f"★   #4 {PASTED[-1]}")
        make_agreements(terminal)
        terminal.press("Anna en")
        terminal.wait_for("anderen mogen helpen")
        terminal.press("tab", "ooit")
        # What is typed behind it is on the screen only after "ooit" is in the file.
        terminal.press("tab", "maandag bellen")
        terminal.wait_for("maandag bellen")
        kill(terminal)

    with started(tmp_path) as terminal:
        terminal.wait_for("Nog 1 van 1 open: #4 trekker en datum")
        terminal.wait_for("Anna en")
        terminal.wait_for("ooit")


def test_a_broken_off_closing_opens_first_and_no_key_leaves_it(tmp_path: Path) -> None:
    lay_out(tmp_path, Phase.SELECTION)
    with started(tmp_path) as terminal:
        terminal.wait_for("kiezen")
        terminal.press("enter")
        terminal.wait_for(f"★   #4 {PASTED[-1]}")
        make_agreements(terminal)
        for key in ("ctrl+q", "ctrl+c", "escape", "f8"):
            terminal.press(key)
            terminal.wait_for("Nog 1 van 1 open: #4 trekker en datum")
        terminal.press("Jan")
        terminal.wait_for("#4 datum")
        assert terminal.is_running
        assert terminal.kill(signal.SIGTERM) == 143
        assert terminal.is_restored

    with started(tmp_path) as terminal:
        terminal.wait_for("Nog 1 van 1 open: #4 datum")
        terminal.wait_for("Jan")
        assert terminal.kill(signal.SIGHUP) == 129
        assert terminal.is_restored


STUMBLING = """
from socinno_tui.screens.live import LiveScreen

def stumble(screen):
    int(screen._live.meeting.ideas[-1].text)

LiveScreen.action_break = stumble
"""


def test_an_error_of_its_own_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(STUMBLING)
    path = {"PYTHONPATH": str(tmp_path)}
    file = str(tmp_path / "meetings.db")
    lay_out(tmp_path, Phase.IDEATION)
    with Terminal("--db", file, home=tmp_path, environment=path) as terminal:
        terminal.wait_for("ideeën verzamelen")
        terminal.press("enter")
        terminal.wait_for(f"#4 {PASTED[-1]}")
        terminal.press("f4")
        assert terminal.wait_for_end() == 1
        assert terminal.is_restored
        told = terminal.told
    assert "Traceback" not in told
    assert PASTED[-1] not in told
    assert len(told.strip().splitlines()) == 1
    assert "socinno.log" in told
    log = next(tmp_path.rglob("socinno.log")).read_text()
    assert "in stumble" in log
    assert "ValueError" in log
    assert PASTED[-1] not in log
    with started(tmp_path) as terminal:
        terminal.wait_for("ideeën verzamelen")
        terminal.press("enter")
        terminal.wait_for(f"#4 {PASTED[-1]}")


def test_a_silent_round_survives_a_kill_in_the_writing_and_in_the_harvest(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        prepare(terminal)
        begin(terminal)
        terminal.press("f6")
        terminal.wait_for("iedereen schrijft eerst voor zichzelf")
        terminal.press("2", "enter")
        terminal.wait_for("zonder te praten")
        kill(terminal)

    with started(tmp_path) as terminal:
        terminal.wait_for("ideeën verzamelen")
        terminal.press("enter")
        terminal.wait_for("zonder te praten")
        terminal.press("f6")
        terminal.wait_for("Is iedereen uitgeschreven?")
        terminal.press("enter")
        terminal.wait_for("persoon 1 van 3 · ronde 1")
        terminal.press(TYPED, "enter")
        terminal.wait_for("persoon 2 van 3 · ronde 1")
        terminal.press("f6")
        terminal.wait_for("leiding · ronde 1")
        kill(terminal)

    with started(tmp_path) as terminal:
        terminal.wait_for("ideeën verzamelen")
        terminal.press("enter")
        terminal.wait_for("leiding · ronde 1")
        terminal.wait_for(f"#1 {TYPED}")
        terminal.press("f6")
        terminal.wait_for("persoon 1 van 3 · ronde 2")
        terminal.press("f6")
        terminal.wait_for("de oogst is klaar")
