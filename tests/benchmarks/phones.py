"""Phones that write while the facilitator types: `python -m tests.benchmarks.phones [FILE]`.

The installed program is in a pseudo-terminal on its live screen; the phones are a process of their
own on this machine, each at an address of its own, with a stream open, and send an idea every few
seconds. Served in the app's own loop, or by `socinno serve` beside it. FILE is a CSV with ideas in
its first column; without one, ideas are made up. Linux only.

POST is from sending to the answer, and feed from sending until the idea, or a later one, is on the
screen; key is from writing a key to the byte with which it is there. All in milliseconds, the
median and the 99th of 100. In the end the program is killed in a burst, and started again.
"""

from __future__ import annotations

import argparse
import os
import re
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pexpect

from socinno_tui.domain.phase import Phase
from socinno_tui.store.store import Store
from tests.crowd import Crowd, Outcome
from tests.end_to_end.at_loopback import at_loopback, open_door
from tests.end_to_end.steps import PASTED, TYPED, lay_out

PROGRAM = Path(sys.executable).with_name("socinno")
WIDTH, HEIGHT = 80, 24
F7, ENTER, ESCAPE, CLEAR = "\x1b[18~", "\r", "\x1b", "\x15"
PATIENCE_SECONDS = 60.0
BETWEEN_KEYS = 0.3
TYPED_BEFORE = "xq"
"""No idea has these letters one behind the other, so that what is typed is found on the screen."""

LONGEST_TYPED = 30


@dataclass
class Screen:
    """The program in its pseudo-terminal, and when it painted what."""

    child: pexpect.spawn[bytes]
    painted: bytes = b""
    numbers: list[tuple[float, int]] = field(default_factory=list)
    """When a number of an idea was painted that is higher than all before."""

    def read(self, seconds: float) -> bool:
        """Take in what is painted within so many seconds. Whether anything was."""
        if not select.select([self.child.child_fd], [], [], max(0.0, seconds))[0]:
            return False
        new = os.read(self.child.child_fd, 65536)
        now = time.monotonic()
        # A number may be cut in two by the end of what was read.
        seen = self.painted[-8:] + new
        highest = max((int(found) for found in re.findall(rb"#(\d+)", seen)), default=0)
        if highest > (self.numbers[-1][1] if self.numbers else 0):
            self.numbers.append((now, highest))
        self.painted = (self.painted + new)[-65536:]
        return True

    def wait_for(self, wanted: str) -> None:
        """Read on until a text is painted. Raises RuntimeError when it is not."""
        end = time.monotonic() + PATIENCE_SECONDS
        while wanted.encode() not in self.painted:
            if time.monotonic() > end:
                raise RuntimeError(f"{wanted!r} was not painted")
            self.read(0.5)

    def press(self, keys: str, wanted: str) -> float:
        """Milliseconds from writing keys to painting what is wanted."""
        self.painted = b""
        begun = time.monotonic()
        os.write(self.child.child_fd, keys.encode())
        self.wait_for(wanted)
        return (time.monotonic() - begun) * 1000

    def settle(self) -> None:
        """Wait a moment, as a person does: what is painted may be ahead of where keys go."""
        end = time.monotonic() + 0.5
        while (left := end - time.monotonic()) > 0:
            self.read(left)

    @property
    def pid(self) -> int:
        """The process of the program."""
        assert self.child.pid is not None
        return self.child.pid

    def shown_at(self, number: int) -> float | None:
        """When this idea, or a later one, was painted."""
        return next((at for at, highest in self.numbers if highest >= number), None)


@contextmanager
def live_screen(folder: Path) -> Iterator[Screen]:
    """The program on its live screen."""
    child: pexpect.spawn[bytes] = pexpect.spawn(
        str(PROGRAM),
        ["--lang", "nl", "--db", str(folder / "meetings.db")],
        dimensions=(HEIGHT, WIDTH),
        env={
            **os.environ,
            "HOME": str(folder),
            "TERM": "xterm-256color",
            **at_loopback(folder),
        },
    )
    screen = Screen(child)
    try:
        screen.wait_for("ideeën verzamelen")
        screen.settle()
        screen.press(ENTER, "typ een idee")
        screen.settle()
        yield screen
    finally:
        child.close(force=True)


def let_phones_in(screen: Screen) -> None:
    """Let phones in by the panel, and go back to the ideas."""
    screen.press(F7, "Niemand ziet wie wat stuurt.")
    screen.settle()
    screen.press(ESCAPE, "typ een idee")
    screen.settle()


@contextmanager
def serving_beside(folder: Path) -> Iterator[int]:
    """`socinno serve` as a process of its own; gives its id."""
    command = [str(PROGRAM), "--lang", "nl", "--db", str(folder / "meetings.db")]
    process = subprocess.Popen(
        [*command, "serve"],
        env={**os.environ, "HOME": str(folder), **at_loopback(folder)},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


@dataclass(frozen=True)
class Kept:
    """What is in the file of all that a crowd sent."""

    numbers: dict[str, int]
    lost: int
    double: int

    @classmethod
    def of(cls, folder: Path, outcome: Outcome) -> Kept:
        """Look in the file."""
        with closing(Store.open_to_read(folder / "meetings.db")) as store:
            (meeting,) = store.meetings()
        typed = {TYPED, *PASTED}
        found = Counter(idea.text for idea in meeting.ideas if idea.text not in typed)
        numbers = {idea.text: idea.number for idea in meeting.ideas if idea.text not in typed}
        return cls(
            numbers,
            sum(one.text not in found for one in outcome.acknowledged),
            sum(count - 1 for count in found.values()),
        )


@dataclass(frozen=True)
class Used:
    """What processes have used of a core, in seconds, and hold in memory, in MB."""

    seconds: float
    memory: float

    @classmethod
    def by(cls, pids: Sequence[int]) -> Used:
        """Ask the system (Linux)."""
        ticks, memory = 0, 0.0
        for pid in pids:
            told = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
            ticks += int(told[11]) + int(told[12])
            status = Path(f"/proc/{pid}/status").read_text()
            memory += int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024
        return cls(ticks / os.sysconf("SC_CLK_TCK"), memory)


HEADING = (
    f"{'served':8} {'phones':>12} {'ackn.':>6} {'stored':>6} {'lost':>5} {'double':>6}"
    f" {'POST':>11} {'feed':>11} {'key':>11} {'CPU %':>6} {'RSS MB':>6}"
)


def measured(
    phones: int, seconds: float, file: Path | None, *, beside: bool, together: bool = False
) -> str:
    """One row of the table."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        lay_out(folder, Phase.IDEATION)
        screen = stack.enter_context(live_screen(folder))
        pids = [screen.pid]
        crowd = None
        if phones:
            if beside:
                pids.append(stack.enter_context(serving_beside(folder)))
            else:
                let_phones_in(screen)
            crowd = stack.enter_context(a_crowd(folder, phones, seconds, file, together=together))
            while not crowd.is_done:
                screen.read(0.05)
            crowd.wait_until_in()
            crowd.go()
        before, begun = Used.by(pids), time.monotonic()
        keys = typed_meanwhile(screen, begun + seconds)
        after, took = Used.by(pids), time.monotonic() - begun
        outcome = Outcome()
        if crowd is not None:
            while not crowd.is_done:
                screen.read(0.05)
            outcome = crowd.outcome()
        wait_until_quiet(screen)
        kept = Kept.of(folder, outcome)
    answered = [one.acknowledged_at - one.sent_at for one in outcome.sent if one.acknowledged_at]
    painted = (
        (screen.shown_at(kept.numbers[one.text]), one.sent_at)
        for one in outcome.acknowledged
        if one.text in kept.numbers
    )
    shown = [at - sent_at for at, sent_at in painted if at is not None]
    name = f"{phones} in bursts" if together else str(phones)
    return (
        f"{'beside' if beside else 'in loop':8} {name:>12} {len(outcome.acknowledged):6}"
        f" {len(kept.numbers):6} {kept.lost:5} {kept.double:6}"
        f" {figures(answered)} {figures(shown)} {figures([key / 1000 for key in keys])}"
        f" {100 * (after.seconds - before.seconds) / took:6.0f} {after.memory:6.0f}"
        f"{refusals(outcome)}"
    )


@contextmanager
def a_crowd(
    folder: Path, phones: int, seconds: float, file: Path | None, *, together: bool
) -> Iterator[Crowd]:
    """So many phones at the door, that do not write yet."""
    door = open_door(folder)
    options = ["--phones", str(phones), "--seconds", str(seconds)]
    if together:
        options.append("--together")
    if file is not None:
        options += ["--texts", str(file.absolute())]
    with Crowd(f"{door.address}:{door.port}", door.code, *options) as crowd:
        yield crowd


def typed_meanwhile(screen: Screen, until: float) -> list[float]:
    """Type on, a letter at a time, and give how long each took to be on the screen, in ms."""
    keys: list[float] = []
    typed = ""
    while time.monotonic() < until:
        if not typed or len(typed) > LONGEST_TYPED:
            # Apart: a key that is bound to something comes behind letters of the same moment.
            os.write(screen.child.child_fd, CLEAR.encode())
            screen.settle()
            screen.press(TYPED_BEFORE, TYPED_BEFORE)
            typed = TYPED_BEFORE
        typed += "x"
        keys.append(screen.press("x", typed))
        next_at = time.monotonic() + BETWEEN_KEYS
        while (left := next_at - time.monotonic()) > 0:
            screen.read(left)
    return keys


def wait_until_quiet(screen: Screen, seconds: float = 1.0) -> None:
    """Read on until nothing is painted for so long: the clocks are, so not for ever."""
    end = time.monotonic() + 3 * seconds
    while time.monotonic() < end:
        screen.read(0.1)


def figures(seconds: Sequence[float]) -> str:
    """The median and the 99th of 100, in milliseconds."""
    known = sorted(one * 1000 for one in seconds)
    if not known:
        return f"{'–':>11}"
    told = f"{statistics.median(known):.1f}/{known[int(len(known) * 0.99)]:.0f}"
    return f"{told:>11}"


def refusals(outcome: Outcome) -> str:
    """What else was answered than that an idea is kept, and sent again."""
    others = {status: count for status, count in outcome.answers.items() if status != 200}
    return f"  {others}" if others else ""


def killed(phones: int, file: Path | None) -> str:
    """Kill the program while phones send, start it again, and tell what is in the file."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        lay_out(folder, Phase.IDEATION)
        door = the_door_opened_and_killed(folder, stack, phones, file)
        crowd, before = door
        kept_before = Kept.of(folder, Outcome())
        with live_screen(folder) as screen:
            while not crowd.is_done:
                screen.read(0.05)
            outcome = crowd.outcome()
            wait_until_quiet(screen)
            kept = Kept.of(folder, outcome)
    again = sum(one.attempts > 1 for one in outcome.acknowledged)
    late = len(outcome.sent) - len(outcome.acknowledged)
    return (
        f"kill -9 after {before:.1f} s of {phones} phones: {len(kept_before.numbers)} ideas were in"
        f" the file, {len(outcome.acknowledged)} acknowledged in all ({again} of them sent again),"
        f" {len(kept.numbers)} stored, {kept.lost} lost, {kept.double} double, {late} never"
        f" acknowledged"
    )


def the_door_opened_and_killed(
    folder: Path, stack: ExitStack, phones: int, file: Path | None
) -> tuple[Crowd, float]:
    """Let phones begin, and kill the program a moment later."""
    with live_screen(folder) as screen:
        let_phones_in(screen)
        crowd = stack.enter_context(a_crowd(folder, phones, 8.0, file, together=False))
        while not crowd.is_done:
            screen.read(0.05)
        crowd.wait_until_in()
        crowd.go()
        begun = time.monotonic()
        while time.monotonic() < begun + 3.0:
            screen.read(0.05)
        os.kill(screen.pid, signal.SIGKILL)
        return crowd, time.monotonic() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("file", nargs="?", type=Path, help="a CSV with ideas in its first column")
    parser.add_argument("--phones", type=int, nargs="+", default=[0, 1, 200, 1000])
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--burst", type=int, default=40, help="0 for none")
    asked = parser.parse_args()
    print(HEADING)
    for beside in (False, True):
        if asked.burst:
            row = measured(asked.burst, asked.seconds, asked.file, beside=beside, together=True)
            print(row, flush=True)
        for phones in asked.phones:
            if phones or not beside:
                print(measured(phones, asked.seconds, asked.file, beside=beside), flush=True)
    print(killed(200, asked.file))


if __name__ == "__main__":
    main()
