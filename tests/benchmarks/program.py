"""How fast the whole program is in a real pseudo-terminal: its start, and from key to paint.

Beside it, in the same run: Python alone, and Textual with nothing but a line to type in.
"""

from __future__ import annotations

import os
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pexpect

from socinno_tui.domain.meeting import Goal
from socinno_tui.domain.topic import Frame
from socinno_tui.service.clock import system_clock
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.preparation import Preparation
from socinno_tui.store.store import Store
from tests.benchmarks.feed import HEIGHT, REPEATS, SIZES, WIDTH, Measured, texts_from

STARTS = 7
PROGRAM = Path(sys.executable).with_name("socinno")
BARE_APP = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input(placeholder="all ready")
Bare().run()
"""


def measure(file: Path | None = None) -> Iterator[Measured]:
    """Every row: starts first, then the live screen with few and with many ideas."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        yield _start("python -c pass", [sys.executable, "-c", "pass"], "", home)
        yield _start("bare Textual", [sys.executable, "-c", BARE_APP], "ready", home)
        empty = ["--lang", "en", "--db", str(home / "empty.db")]
        yield _start("socinno", [str(PROGRAM), *empty], "All meetings", home)
        yield _start("socinno demo", [str(PROGRAM), "--lang", "en", "demo"], "idea, Enter", home)
        for count in SIZES:
            database = home / f"{count}.db"
            lay_out_meeting(database, islice(cycle(texts_from(file)), count))
            live = [str(PROGRAM), "--lang", "en", "--db", str(database)]
            yield _start("socinno live", live, "idea, Enter", home, count, keys="\r")
            yield from _typed(live, home, count)


def lay_out_meeting(database: Path, texts: Iterator[str]) -> None:
    """Make a file with one meeting that is collecting ideas."""
    store = Store.open(database)
    library = Library(store, system_clock())
    opened = library.open(library.begin())
    preparation = Preparation(opened)
    topic = opened.meeting.topic
    preparation.ask(topic.id, "How do we halve the waiting time, within this year's budget?")
    preparation.bound(topic.id, Frame(limits="this year's budget"))
    opened.commit(replace(opened.meeting, goal=Goal("three ideas that run before March")))
    preparation.start()
    LiveMeeting(opened).offer_ideas(f"{text} ({place})" for place, text in enumerate(texts, 1))
    opened.release()
    store.close()


def _start(
    kind: str, command: Sequence[str], awaited: str, home: Path, ideas: int = 0, keys: str = ""
) -> Measured:
    """Seconds from the command to the text awaited, or to the end where none is."""
    taken = []
    for _ in range(STARTS):
        begun = time.perf_counter()
        child = _spawn(command, home)
        try:
            if keys:
                _read_until(child, "How do we")
                os.write(child.child_fd, keys.encode())
            _read_until(child, awaited)
            taken.append(time.perf_counter() - begun)
        finally:
            child.close(force=True)
    return Measured(kind, ideas, "start", statistics.median(taken), max(taken), unit="s")


def _typed(command: Sequence[str], home: Path, count: int) -> Iterator[Measured]:
    child = _spawn(command, home)
    try:
        _read_until(child, "How do we")
        os.write(child.child_fd, b"\r")
        _read_until(child, "idea, Enter")
        keys = [_press(child, "k", "k" * length) for length in range(1, REPEATS + 1)]
        yield Measured("socinno live", count, "key to paint", statistics.median(keys), max(keys))
        _press(child, "\x15", "idea, Enter")
        added = []
        for number in range(count + 1, count + 1 + REPEATS // 2):
            _press(child, "q", "q")
            added.append(_press(child, "\r", f"#{number}"))
        yield Measured("socinno live", count, "add one idea", statistics.median(added), max(added))
    finally:
        child.close(force=True)


def _press(child: pexpect.spawn[bytes], keys: str, awaited: str) -> float:
    """Milliseconds from writing keys to painting what is awaited."""
    begun = time.perf_counter()
    os.write(child.child_fd, keys.encode())
    _read_until(child, awaited)
    return (time.perf_counter() - begun) * 1000


def _spawn(command: Sequence[str], home: Path) -> pexpect.spawn[bytes]:
    environment = {**os.environ, "HOME": str(home), "TERM": "xterm-256color"}
    return pexpect.spawn(command[0], list(command[1:]), dimensions=(HEIGHT, WIDTH), env=environment)


def _read_until(child: pexpect.spawn[bytes], awaited: str) -> None:
    painted = b""
    while not awaited or awaited.encode() not in painted:
        if not select.select([child.child_fd], [], [], 60)[0]:
            raise RuntimeError(f"{awaited!r} was not painted")
        try:
            painted += os.read(child.child_fd, 65536)
        except OSError:
            if awaited:
                raise
            return
