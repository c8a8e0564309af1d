"""A real pseudo-terminal with the installed `socinno` in it, and what stands on its screen."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pyte

PROGRAM = Path(sys.executable).with_name("socinno")
PATIENCE_SECONDS = 20.0

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
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "space": " ",
}

_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u")
"""Keyboard protocol sequences, which pyte would show as a stray letter."""


class Terminal:
    """One run of the program; use it as a context manager."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        columns, lines = size
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            str(PROGRAM),
            list(arguments),
            dimensions=(lines, columns),
            timeout=PATIENCE_SECONDS,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                "SOCINNO_LANG": "nl",
                **(environment or {}),
            },
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_error: object) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """What stands on the screen now, line under line."""
        return "\n".join(self._screen.display)

    def press(self, *keys: str) -> None:
        """Press keys by name, or type what is no key's name."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """Paste a text as terminals do."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")

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
        try:
            self._stream.feed(_KITTY.sub(b"", self._child.read_nonblocking(65536, timeout=0.5)))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True
