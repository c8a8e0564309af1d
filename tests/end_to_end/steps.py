"""What a facilitator does in a meeting, step by step, each waited for on the screen."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import speaking
from socinno_tui.service.clock import system_clock
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.preparation import Preparation
from socinno_tui.store.store import Store
from tests.end_to_end.terminal import PATIENCE_SECONDS, STILL_SECONDS, Terminal

QUESTION = "Hoe halveren we de wachttijd aan de balie?"
GOAL = "drie plannen die in maart lopen"
TYPED = "Zelfscan bij de ingang"
PASTED = ("Langer open", "Een gastvrouw", "Afspraak in de app")
OWNER = "Anna de Vries"


def started(folder: Path, *, days_on: int = 0, size: tuple[int, int] = (80, 24)) -> Terminal:
    """The program on the file of meetings in a folder."""
    database = str(folder / "meetings.db")
    return Terminal("--db", database, home=folder, days_on=days_on, size=size)


def lay_out(folder: Path, phase: Phase) -> None:
    """Put the same meeting in the file of a folder as the steps below lead to, up to a phase."""
    clock = system_clock()
    with speaking("nl"), closing(Store.open(folder / "meetings.db")) as store:
        library = Library(store, clock)
        opened = library.open(library.begin())
        preparation, live = Preparation(opened), LiveMeeting(opened)
        preparation.ask(opened.meeting.topic.id, QUESTION)
        preparation.set_goal(GOAL)
        preparation.start()
        live.offer_idea(TYPED)
        live.offer_ideas(PASTED)
        if phase is not Phase.IDEATION:
            live.move_on()
            live.judge(opened.meeting.ideas[-1].id, VerdictKind.SELECTED)
        if phase is Phase.FOLLOW_UP:
            live.move_on()
            agreeing = ClosingMeeting(opened)
            agreeing.type_owner(opened.meeting.ideas[-1].id, OWNER)
            agreeing.type_due(opened.meeting.ideas[-1].id, "+2w")
            live.move_on()
        opened.release()


def wait_until_kept(folder: Path, goal: str) -> None:
    """Wait until a goal is in the file of a folder: a burst of letters is painted just before it
    is written, letter by letter.
    """
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        with closing(Store.open_to_read(folder / "meetings.db")) as store:
            if any(meeting.goal.sentence == goal for meeting in store.meetings()):
                return
        time.sleep(STILL_SECONDS)
    raise AssertionError(f"waited for {goal!r} in the file")


def prepare(terminal: Terminal) -> None:
    """A new meeting with a question and a goal, from the very first start on."""
    terminal.wait_for("Hoe wil je beginnen?")
    terminal.press("m")
    terminal.wait_for("F1 hulp")
    terminal.press("n")
    terminal.wait_for("Minuten gepland")
    terminal.press("2")
    terminal.wait_for("Esc lijst")
    terminal.press(QUESTION)
    terminal.wait_for(QUESTION)
    terminal.press("escape")
    terminal.wait_for("Enter invullen")
    terminal.press("4")
    terminal.wait_for("Esc lijst")
    terminal.press(GOAL)
    terminal.wait_for(GOAL)


def begin(terminal: Terminal) -> None:
    """On to collecting ideas."""
    terminal.press("f8")
    terminal.wait_for("Toch beginnen?")
    terminal.press("j")
    terminal.wait_for("0 ideeën")


def collect(terminal: Terminal) -> None:
    """One idea typed, three pasted."""
    terminal.press(TYPED, "enter")
    terminal.wait_for(f"#1 {TYPED}")
    terminal.paste("\n".join(PASTED))
    terminal.wait_for("3 regels geplakt")
    terminal.press("enter")
    terminal.wait_for(f"#4 {PASTED[-1]}")


def choose(terminal: Terminal) -> None:
    """On to choosing; the last idea is selected."""
    terminal.press("f8")
    terminal.wait_for("Dan kiest de zaal")
    terminal.press("v")
    terminal.wait_until_gone("Dan kiest de zaal")
    terminal.press("s")
    terminal.wait_for("gekozen")


def make_agreements(terminal: Terminal) -> None:
    """On to the closing screen."""
    terminal.press("f8")
    terminal.wait_for("Dan maken we afspraken")
    terminal.press("v")
    terminal.wait_for("Nog 1 van 1 open: #4 trekker en datum")


def agree(terminal: Terminal) -> None:
    """One owner and a due date."""
    terminal.press(OWNER)
    terminal.wait_for("Nog 1 van 1 open: #4 datum")
    terminal.press("tab", "+2w")
    terminal.wait_for("over 14 dagen")
    terminal.wait_for("Elk gekozen idee heeft een trekker en een datum")


def close(terminal: Terminal) -> None:
    """On to the recap."""
    terminal.press("f8")
    terminal.wait_for("3 ideeën hebben nog geen antwoord")
    terminal.press("j")
    terminal.wait_for("Wie doet wat, en wanneer")
