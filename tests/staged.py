"""Every screen of the program at a moment that never moves: for snapshots and for pictures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pendulum
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from socinno_tui.app import SocinnoApp
from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import Language, choose, current_language
from socinno_tui.service.clock import Clock
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.service.example import example_meetings
from socinno_tui.service.formats import meeting_formats
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.settings import data_folder
from socinno_tui.store.store import Store
from tests.blank_file import blank_file
from tests.phones import ADDRESSES, NoServer

MOMENT = pendulum.datetime(2026, 11, 23, 13, 12, tz="UTC")
CLOCK = Clock(lambda: MOMENT, "Europe/Amsterdam")
CHOSEN = (4, 1, 17)
"""The numbers of the example's ideas that are selected, most dots first."""

FIRST_STEP: dict[Language, str] = {
    "nl": "Als de teksten af zijn, dan zet ik ze maandag online.",
    "en": "If the texts are done, then I put them online on Monday.",
}
REASON: dict[Language, str] = {"nl": "valt buiten het kader", "en": "outside the frame"}

Prepare = Callable[[Library, str], None]
Play = Callable[[Pilot[None]], Awaitable[None]]


@dataclass(frozen=True)
class Stage:
    """A screen: what happened to the example before it opens, and which keys were pressed."""

    name: str
    keys: tuple[str, ...] = ()
    prepare: Prepare | None = None
    opens: bool = True
    is_empty: bool = False
    meetings: Callable[[], Sequence[Meeting]] | None = None
    """What is in the file instead of the example; the last one opens."""
    act: Play | None = None
    """What is done after the keys are pressed, where keys do not tell it."""
    addresses: tuple[OwnAddress, ...] = ADDRESSES
    """Those of the machine."""


def selected(library: Library, meeting_id: str) -> None:
    """The room has chosen three ideas, parked one and declined one."""
    opened = library.open(meeting_id)
    live = LiveMeeting(opened)
    ids = {idea.number: idea.id for idea in opened.meeting.ideas}
    live.move_on()
    for number in CHOSEN:
        live.judge(ids[number], VerdictKind.SELECTED)
    live.judge(ids[2], VerdictKind.LATER)
    live.judge(ids[12], VerdictKind.NO, REASON[current_language()])
    opened.release()


def closing(library: Library, meeting_id: str) -> None:
    """One idea has its owner and date, one an owner only."""
    selected(library, meeting_id)
    opened = library.open(meeting_id)
    LiveMeeting(opened).move_on()
    agreeing = ClosingMeeting(opened)
    first, second = (cluster.lead.id for cluster in opened.meeting.selected[:2])
    agreeing.type_owner(first, "Fatima el Idrissi")
    agreeing.type_due(first, "+2w")
    agreeing.type_first_step(first, FIRST_STEP[current_language()])
    agreeing.type_owner(second, "Bram de Wit")
    opened.release()


def agreed(library: Library, meeting_id: str) -> None:
    """Everything has an owner and a date."""
    closing(library, meeting_id)
    opened = library.open(meeting_id)
    agreeing = ClosingMeeting(opened)
    for cluster, due in zip(opened.meeting.selected, ("+2w", "15 jan", "1 feb"), strict=True):
        agreeing.type_owner(cluster.lead.id, "Ineke Hoekstra")
        agreeing.type_due(cluster.lead.id, due)
    opened.release()


def closed(library: Library, meeting_id: str) -> None:
    """Everything has an owner and a date, and the meeting is closed."""
    agreed(library, meeting_id)
    opened = library.open(meeting_id)
    LiveMeeting(opened).move_on()
    opened.release()


STAGES = (
    Stage("library", opens=False, keys=("escape",)),
    Stage("library-empty", opens=False, is_empty=True),
    Stage("coming-back", opens=False),
    Stage("prepare", opens=False, keys=("escape", "n")),
    Stage("live"),
    Stage("live-typing", keys=tuple("scan")),
    Stage("live-ideas", keys=("f2", "up", "up", "up")),
    Stage("live-help", keys=("f1",)),
    Stage("live-leaving", keys=("ctrl+q",)),
    Stage("selection", prepare=selected),
    Stage("selection-next", prepare=selected, keys=("f8",)),
    Stage("closing", prepare=closing),
    Stage("closing-held", prepare=closing, keys=("escape",)),
    Stage("recap", prepare=closed),
    Stage("register", prepare=closed, keys=("f2",)),
    Stage("results", prepare=closed, keys=("f2", "a", "g")),
    Stage("walk", opens=False, keys=("w",)),
    Stage("walk-moving", opens=False, keys=("w", "v")),
    Stage("walk-done", opens=False, keys=("w", "k", "enter", "k", "enter", "f")),
)
BY_NAME = {stage.name: stage for stage in STAGES}


class StagedApp(SocinnoApp):
    """Ends when its picture is taken, whatever the phase."""

    def exit(self, *args: Any, **kwargs: Any) -> None:
        App.exit(self, *args, **kwargs)


def staged_app(
    stage: Stage, language: Language, folder: Path, theme: str = "socinno-dark"
) -> SocinnoApp:
    """The app that opens on a stage, with its own file in a folder."""
    choose(language, {})
    store = Store.open(blank_file(folder / f"{stage.name}.db"))
    library = Library(store, CLOCK)
    opens = ""
    if not stage.is_empty:
        told = stage.meetings
        for meeting in told() if told else example_meetings(data_folder(), language, CLOCK):
            library.put_back(meeting)
            opens = meeting.id
        if stage.prepare is not None:
            stage.prepare(library, opens)
    app = StagedApp(
        store,
        CLOCK,
        meeting_formats(data_folder(), language),
        theme=theme,
        open_first=opens if stage.opens else "",
        ticking=False,
    )
    app.answers_phones = NoServer
    app.own_addresses = lambda: stage.addresses
    return app


def play(stage: Stage) -> Play:
    """Press the keys that lead to a stage, and let no cursor blink."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for key in stage.keys:
            await pilot.press(key)
            await pilot.pause()
        if stage.act is not None:
            await stage.act(pilot)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        for area in pilot.app.screen.query(TextArea):
            area.cursor_blink = False
        await pilot.pause()

    return run
