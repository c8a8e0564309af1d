"""Forty phones in another process write to the installed program, that is killed meanwhile."""

from __future__ import annotations

import signal
from collections import Counter
from contextlib import closing
from pathlib import Path

from socinno_tui.domain.phase import Phase
from socinno_tui.store.store import Store
from tests.crowd import Crowd, Outcome
from tests.end_to_end.at_loopback import at_loopback, open_door
from tests.end_to_end.steps import PASTED, TYPED, lay_out
from tests.end_to_end.terminal import Terminal

PHONES = 40
EACH = 3
"""Ideas of each phone, in two seconds."""


def started(folder: Path) -> Terminal:
    """The program on its live screen."""
    file = str(folder / "meetings.db")
    terminal = Terminal("--db", file, home=folder, environment=at_loopback(folder))
    terminal.wait_for("ideeën verzamelen")
    terminal.press("enter")
    terminal.wait_for("typ een idee")
    return terminal


def a_crowd(folder: Path, *options: str) -> Crowd:
    door = open_door(folder)
    plan = ("--phones", str(PHONES), "--each", str(EACH), "--every", "0.6", "--seconds", "2")
    return Crowd(f"{door.address}:{door.port}", door.code, *plan, *options)


def in_file(folder: Path) -> Counter[str]:
    """The ideas in the file that came from phones."""
    with closing(Store.open_to_read(folder / "meetings.db")) as store:
        (meeting,) = store.meetings()
    return Counter(idea.text for idea in meeting.ideas if idea.text not in {TYPED, *PASTED})


def watched(terminal: Terminal, crowd: Crowd) -> Outcome:
    """What becomes of all that a crowd writes, while somebody looks on."""
    while not crowd.is_done:
        terminal.watch(0.1)
    return crowd.outcome()


def test_a_burst_is_on_the_screen_and_in_the_file_with_no_idea_lost_or_double(
    tmp_path: Path,
) -> None:
    lay_out(tmp_path, Phase.IDEATION)
    with started(tmp_path) as terminal:
        terminal.press("f7")
        terminal.wait_for("Niemand ziet wie wat stuurt.")
        terminal.press("escape")
        terminal.wait_for("typ een idee")
        with a_crowd(tmp_path) as crowd:
            crowd.wait_until_in()
            crowd.go()
            outcome = watched(terminal, crowd)
        terminal.wait_for(f"{PHONES * EACH + 4} ideeën")
    assert len(outcome.acknowledged) == PHONES * EACH
    assert in_file(tmp_path) == Counter(one.text for one in outcome.sent)


def test_a_kill_in_the_burst_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    lay_out(tmp_path, Phase.IDEATION)
    with started(tmp_path) as terminal:
        terminal.press("f7")
        terminal.wait_for("Niemand ziet wie wat stuurt.")
        terminal.press("escape")
        terminal.wait_for("typ een idee")
        with a_crowd(tmp_path, "--patience", "60") as crowd:
            crowd.wait_until_in()
            crowd.go()
            terminal.watch(0.7)
            assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL
            # The door opens by itself, with the code and the port that it had.
            with started(tmp_path) as again:
                outcome = watched(again, crowd)
                again.wait_for(f"{len(outcome.sent) + 4} ideeën")
    assert any(one.attempts > 1 for one in outcome.sent)
    assert outcome.acknowledged == outcome.sent
    assert in_file(tmp_path) == Counter(one.text for one in outcome.sent)
