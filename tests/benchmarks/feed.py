"""How fast the feed is in a real pseudo-terminal, beside Textual's OptionList and the bare floor.

Run as `python -m tests.benchmarks.feed [FILE]`, where FILE is a CSV with ideas in its first column.
From the writing of a key to the byte with which its effect is on the screen; the child is a process
of its own. (Textual paints the scrollbar again after a layout, some 30 ms later: not counted.)
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import select
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import pexpect

WIDTH, HEIGHT = 80, 24
QUIET = 0.12
"""After so many seconds without a byte a paint is over."""

REPEATS = 25
SIZES = (165, 10_000)
DOWN, UP, F5, TAB, ENTER = "\x1b[B", "\x1b[A", "\x1b[15~", "\t", "\r"
KINDS = ("floor", "feed", "option-list")


@dataclass(frozen=True)
class Measured:
    """One thing measured, on one kind of app with so many ideas."""

    kind: str
    ideas: int
    what: str
    median: float
    worst: float
    unit: str = "ms"

    def __str__(self) -> str:
        decimals = 2 if self.unit == "s" else 1
        figures = f"{self.median:9.{decimals}f} {self.worst:9.{decimals}f} {self.unit}"
        return f"{self.kind:14} {self.ideas:6} {self.what:16} {figures}"


def texts_from(file: Path | None) -> list[str]:
    """The ideas in a CSV's first column, without its heading; else made up, of a usual length."""
    if file is None:
        words = ("balie", "wachttijd", "app", "nummer", "afspraak", "formulier", "drukte", "ingang")
        return [" ".join(islice(cycle(words), start, start + 18)) for start in range(8)]
    with file.open(encoding="utf-8", newline="") as rows:
        return [row[0].strip() for row in list(csv.reader(rows))[1:] if row]


class Terminal:
    """A child app in a pseudo-terminal, fed with keys and timed by what it paints."""

    def __init__(self, kind: str, count: int, file: Path | None) -> None:
        arguments = ["-m", "tests.benchmarks.feed", "--child", kind, "--count", str(count)]
        begun = time.perf_counter()
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            [*arguments, *([str(file)] if file else [])],
            dimensions=(HEIGHT, WIDTH),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )
        self.first_paint, self.bytes_painted = self._until_quiet(begun, patience=60, quiet=1.0)

    def press(self, keys: str, awaited: str = "") -> float:
        """Milliseconds from writing the keys to painting what is awaited, else to the last byte.

        Raises RuntimeError when it is not painted at all.
        """
        begun = time.perf_counter()
        os.write(self._child.child_fd, keys.encode())
        taken, self.bytes_painted = self._until_quiet(
            begun, patience=30, quiet=QUIET, awaited=awaited
        )
        return taken * 1000

    @property
    def memory(self) -> float:
        """What the child holds in memory (resident set), in MB; Linux only."""
        status = Path(f"/proc/{self._child.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found.group(1)) / 1024 if found else float("nan")

    def close(self) -> None:
        self._child.close(force=True)

    def _until_quiet(
        self, begun: float, *, patience: float, quiet: float, awaited: str = ""
    ) -> tuple[float, int]:
        """Seconds to the last byte, or to the one that completes what is awaited, and all bytes."""
        painted, shown_at, last = b"", None, begun
        while select.select([self._child.child_fd], [], [], quiet if painted else patience)[0]:
            painted += os.read(self._child.child_fd, 65536)
            last = time.perf_counter()
            if shown_at is None and awaited.encode() in painted:
                shown_at = last
        if not painted or shown_at is None:
            raise RuntimeError(f"{awaited!r} was not painted")
        return (shown_at if awaited else last) - begun, len(painted)


def measure(file: Path | None = None) -> Iterator[Measured]:
    """Every row, the floor first, each kind in the same run."""
    yield from _measure("floor", 0, file)
    for count in SIZES:
        for kind in KINDS[1:]:
            yield from _measure(kind, count, file)


def _measure(kind: str, count: int, file: Path | None) -> Iterator[Measured]:
    terminal = Terminal(kind, count, file)
    try:
        yield Measured(kind, count, "start", terminal.first_paint, terminal.first_paint, unit="s")
        typed = [terminal.press("k", awaited="k" * length) for length in range(1, REPEATS + 1)]
        yield _timed(kind, count, "key to paint", typed)
        if kind == "floor":
            yield Measured(kind, count, "memory", terminal.memory, terminal.memory, unit="MB")
            return
        yield _timed(kind, count, "add one idea", list(_added(terminal, count)))
        yield _timed(kind, count, "change one idea", list(_changed(terminal)))
        terminal.press(TAB)
        for _ in range(5):
            terminal.press(UP)
        steps = [terminal.press(key) for _ in range(REPEATS // 2) for key in (UP, DOWN)]
        yield _timed(kind, count, "cursor step", steps)
        painted = terminal.bytes_painted / 1024
        yield Measured(kind, count, "painted a step", painted, painted, unit="kB")
        yield Measured(kind, count, "memory", terminal.memory, terminal.memory, unit="MB")
    finally:
        terminal.close()


def _added(terminal: Terminal, count: int) -> Iterator[float]:
    for number in range(count + 1, count + 1 + REPEATS // 2):
        yield terminal.press(ENTER, awaited=f"#{number}")
        terminal.press("q")


def _changed(terminal: Terminal) -> Iterator[float]:
    for _ in range(REPEATS // 2):
        yield terminal.press(F5, awaited="★")
        terminal.press(F5)


def _timed(kind: str, count: int, what: str, taken: list[float]) -> Measured:
    return Measured(kind, count, what, statistics.median(taken), max(taken))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--child", choices=KINDS)
    parser.add_argument("--count", type=int, default=0)
    chosen = parser.parse_args()
    if chosen.child:
        from tests.benchmarks.feed_apps import run

        texts = islice(cycle(texts_from(chosen.file)), chosen.count)
        # Each its own, so that no wrapping is spared by a text seen before.
        run(chosen.child, [f"{text} ({number})" for number, text in enumerate(texts, 1)])
        return
    print(f"{'':14} {'ideas':>6} {'':16} {'median':>9} {'worst':>9}")
    for row in measure(chosen.file):
        print(row, flush=True)


if __name__ == "__main__":
    main()
