"""Record what pictures cannot show, in a real terminal: `python -m tests.recording`.

One recording is of a silent round with its harvest, one of `socinno room` beside a program that is
killed and started again. They are asciicasts (version 2), which `asciinema play` shows.
"""

from __future__ import annotations

import json
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import speaking
from socinno_tui.service.clock import system_clock
from socinno_tui.service.example import example_meetings
from socinno_tui.service.library import Library
from socinno_tui.settings import data_folder
from socinno_tui.store.store import Store
from tests.end_to_end.terminal import Terminal

FOLDER = Path(__file__).parent.parent / "data" / "pictures"
SIZE = (80, 24)
SPEED = 20
"""How much faster than real the program's clock runs: nobody watches silence for five minutes."""

READING_SECONDS = 1.5
TYPING_SECONDS = 0.04


class Recording:
    """What a terminal wrote, and when: the seconds are those of the one who watches."""

    def __init__(self, title: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        columns, lines = SIZE
        self._head = {"version": 2, "width": columns, "height": lines, "title": title}
        self._events: list[tuple[float, str, str]] = []
        self._rest = b""

    def take_in(self, written: bytes) -> None:
        """Keep what was written; a character that is cut in two waits for its other half."""
        written = self._rest + written
        whole = written.decode("utf-8", "ignore").encode()
        self._rest = written[len(whole) :]
        self._events.append((round(self._clock() - self._began, 3), "o", whole.decode()))

    def text(self) -> str:
        """The recording, a line an event, as asciicast has it."""
        told = (json.dumps(line, ensure_ascii=False) for line in (self._head, *self._events))
        return "\n".join(told) + "\n"


def silent_round(home: Path) -> Recording:
    """Everyone writes, the time is up, and the ideas go round the table until all have passed."""
    recording = Recording("A silent round, its clock twenty times as fast")
    with Terminal(
        "demo", home=home, size=SIZE, speed=SPEED, on_written=recording.take_in
    ) as laptop:
        laptop.wait_for("stille ronde")
        _read(laptop)
        laptop.press("f6")
        laptop.wait_for("Minuten schrijven")
        _read(laptop)
        laptop.press("enter")
        laptop.wait_for("zonder te praten")
        laptop.press("f2")
        laptop.wait_for("niemand")
        laptop.wait_for("De tijd is om")
        _read(laptop)
        laptop.press("f6")
        laptop.wait_for("uitgeschreven")
        _read(laptop)
        laptop.press("enter")
        for seat, idea in enumerate(IDEAS, 1):
            laptop.wait_for(f"persoon {seat} van 8")
            _type(laptop, idea)
            laptop.press("enter" if idea else "f6")
        laptop.wait_for("leiding · ronde 1")
        _read(laptop)
        laptop.press("f6")
        laptop.wait_for("ronde 2")
        laptop.press("ctrl+z")
        laptop.wait_for("leiding · ronde 1")
        _read(laptop)
        for _seat in range(7):
            laptop.press("f6")
            _read(laptop, 0.3)
        laptop.wait_for("oogst is klaar")
        _read(laptop, 2 * READING_SECONDS)
    return recording


IDEAS = (
    "Op zaterdagochtend open, één keer per maand",
    "",
    "Een filmpje: zo vul je het formulier in",
    "",
    "Wie digitaal kan, helpt in de hal wie dat niet kan",
    "",
    "",
)
"""What each employee says in the first round, in order of seat; a pass is empty."""


def room_follows(home: Path) -> Recording:
    """The room's window keeps on showing the meeting when the laptop's program is killed."""
    file = _with_example(home / "meetings.db")
    recording = Recording("socinno room, while the other window is killed and started again")
    with Terminal(
        "--db", str(file), "room", home=home, size=SIZE, on_written=recording.take_in
    ) as beamer:
        for idea in ("Een bankje buiten, in de zon", "Terugbellen in plaats van in de wacht staan"):
            with Terminal("--db", str(file), home=home, size=SIZE) as laptop:
                laptop.wait_for("Korter wachten")
                laptop.press("enter")
                laptop.wait_for("typ een idee")
                beamer.wait_for("de nieuwste eerst")
                _read(beamer)
                _type(laptop, idea)
                laptop.press("enter")
                beamer.wait_for(idea)
                _read(beamer)
                laptop.kill(signal.SIGKILL)
                _read(beamer, 2 * READING_SECONDS)
    return recording


def _with_example(file: Path) -> Path:
    """The example that goes on, in a file of its own."""
    clock = system_clock()
    with speaking("nl"), closing(Store.open(file)) as store:
        for meeting in example_meetings(data_folder(), "nl", clock):
            if meeting.phase is Phase.IDEATION:
                Library(store, clock).put_back(meeting)
    return file


def _type(terminal: Terminal, text: str) -> None:
    for letter in text:
        terminal.press(letter)
        _read(terminal, TYPING_SECONDS)


def _read(terminal: Terminal, seconds: float = READING_SECONDS) -> None:
    terminal.watch(seconds)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, record in (("silent-round", silent_round), ("room-follows", room_follows)):
        with tempfile.TemporaryDirectory() as home:
            file = FOLDER / f"{name}.cast"
            file.write_text(record(Path(home)).text(), encoding="utf-8")
            print(file)


if __name__ == "__main__":
    main()
