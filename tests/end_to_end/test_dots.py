"""A round of dots that is broken off in the middle goes on just there."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.end_to_end.steps import begin, collect, prepare, started


def test_no_kill_loses_a_count_or_shows_one(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        for step in (prepare, begin, collect):
            step(terminal)
        terminal.press("f8")
        terminal.wait_for("eerst een stippenronde")
        terminal.press("s")
        terminal.wait_for("Een stippenronde over 4 ideeën")
        terminal.press("12", "enter")
        terminal.wait_for("0 van 4 geteld")
        terminal.press("9", "enter")
        terminal.wait_for("1 van 4 geteld")
        terminal.press("37", "enter")
        terminal.wait_for("12 mensen × 3 stippen = 36; dit zou 46 zijn")
        assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL

    with started(tmp_path) as terminal:
        terminal.wait_for("kiezen")
        terminal.press("enter")
        terminal.wait_for("stippen: 1 van 4 geteld")
        assert "9 ●" not in terminal.text
        terminal.press("r")
        terminal.wait_for("Hoeveel stippen?")
        terminal.press("7", "enter", "6", "enter", "5", "enter")
        terminal.wait_for("27 van de 36 stippen zijn gegeven.")
        terminal.press("o")
        terminal.wait_for("meeste stippen eerst")
        for count in ("9 ●", "7 ●", "6 ●", "●●●●●"):
            terminal.wait_for(count)
