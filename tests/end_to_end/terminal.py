"""A real pseudo-terminal with the installed `socinno` in it, and what stands on its screen."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pyte
import pytest

PROGRAM = Path(sys.executable).with_name("socinno")
PATIENCE_SECONDS = 20.0
STILL_SECONDS = 0.1
"""Nothing written for so long, and the screen stands still."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
    "space": " ",
}

_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u")
"""Keyboard protocol sequences, which pyte would show as a stray letter."""


_CONTROL = re.compile(rb"\x1b\[[0-9;<>=?]*[A-Za-z]|\r")

_MODES = (
    (b"\x1b[?1049h", b"\x1b[?1049l"),
    (b"\x1b[?25l", b"\x1b[?25h"),
    (b"\x1b[?1000h", b"\x1b[?1000l"),
    (b"\x1b[?2004h", b"\x1b[?2004l"),
)
"""The alternate screen, the hidden cursor, the mouse and bracketed paste, on and off (xterm)."""


def _with_clock(days_on: int, speed: int) -> tuple[str, ...]:
    if not days_on and speed == 1:
        return ()
    program = shutil.which("faketime")
    if program is None:
        pytest.skip("faketime is not installed")
    return (program, "-f", f"+{days_on}d x{speed}")


def _last(written: bytearray, sequence: bytes) -> int:
    found = written.rfind(sequence)
    assert found >= 0, f"{sequence!r} was never written"
    return found


class Terminal:
    """One run of the program; use it as a context manager."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        days_on: int = 0,
        speed: int = 1,
        on_written: Callable[[bytes], None] | None = None,
    ) -> None:
        """`days_on` starts the program so many days in the future, and with `speed` its clock runs
        so many times as fast, by Debian's faketime. `on_written` is given all that is written.
        """
        columns, lines = size
        command = [*_with_clock(days_on, speed), str(PROGRAM), *arguments]
        self._on_written = on_written
        self._written = bytearray()
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(lines, columns),
            timeout=PATIENCE_SECONDS,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                "SOCINNO_LANG": "nl",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                **(environment or {}),
            },
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_error: object) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """What stands on the screen now, line under line."""
        return "\n".join(self._screen.display)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen cell by cell, line under line."""
        buffer, columns = self._screen.buffer, range(self._screen.columns)
        return [[buffer[line][column] for column in columns] for line in range(self._screen.lines)]

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as it was: its own screen, its cursor, no mouse, no pasting."""
        return all(_last(self._written, on) < _last(self._written, off) for on, off in _MODES)

    @property
    def told(self) -> str:
        """What was written after the program had given the terminal back."""
        _screens, _off, after = self._written.rpartition(_MODES[0][1])
        return _CONTROL.sub(b"", after).decode()

    def press(self, *keys: str) -> None:
        """Press keys by name, or type what is no key's name, each once the screen stands still.

        A person looks first, too: what is painted may be ahead of where the cursor goes.
        """
        for key in keys:
            end = time.monotonic() + PATIENCE_SECONDS
            while self._take_in(STILL_SECONDS) and time.monotonic() < end:
                pass
            self._child.send(KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """Paste a text as terminals do."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")

    def watch(self, seconds: float) -> None:
        """Take in what is written for so long, as somebody does who looks on."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._take_in(left) is not None:
            pass

    def wait_for(self, wanted: str) -> None:
        """Read on until a text stands on the screen."""
        self._read_until(lambda: wanted in self.text, f"{wanted!r} on the screen")

    def wait_until_gone(self, unwanted: str) -> None:
        """Read on until a text stands on the screen no more."""
        self._read_until(lambda: unwanted not in self.text, f"{unwanted!r} gone")

    def wait_for_end(self) -> int:
        """Read on until the program has ended; its exit code, or minus the signal."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            if not self._read():
                break
        self._child.wait()
        if self._child.exitstatus is not None:
            return int(self._child.exitstatus)
        return -int(self._child.signalstatus or 0)

    @property
    def is_running(self) -> bool:
        """Whether the program still runs."""
        return bool(self._child.isalive())

    def kill(self, number: signal.Signals) -> int:
        """Send a signal, and give how the program ended."""
        self._child.kill(number)
        return self.wait_for_end()

    def _read_until(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"waited for {what}; on the screen is\n{self.text}")

    def _read(self) -> bool:
        """Take in what the program wrote; False once it has ended."""
        return self._take_in(0.5) is not None

    def _take_in(self, patience: float) -> bool | None:
        """Take in what the program writes within so many seconds: whether it wrote anything, and
        None once it has ended.
        """
        try:
            written = self._child.read_nonblocking(65536, timeout=patience)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return None
        self._written += written
        if self._on_written is not None:
            self._on_written(written)
        self._stream.feed(_KITTY.sub(b"", written))
        return True
