"""The edge towards the terminal: what may reach it, and how it can go away."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from functools import lru_cache

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from socinno_tui.domain.text import without_control
from socinno_tui.wording.plain import WITHOUT_SIGNS

EXIT_ON_SIGNAL = 128
"""A program ended by signal n exits with 128 + n, as shells count."""

HANGUP = EXIT_ON_SIGNAL + 1
"""As if told so by the system: the terminal went away (SIGHUP is 1 in POSIX)."""


class ControlFilter(LineFilter):
    """The last line against control characters: none reaches the terminal from any widget."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments with every control character in their text taken out."""
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(_harmless(segment.text), segment.style)
            for segment in segments
        ]


class PlainFilter(LineFilter):
    """For a screen reader: no lines, bars or signs, only the words; each line keeps its length."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments with a space for whatever is drawn."""
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(segment.text.translate(WITHOUT_SIGNS), segment.style)
            for segment in segments
        ]


@lru_cache(maxsize=1024)
def _harmless(text: str) -> str:
    return without_control(text)


def on_end_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with an exit code when the terminal hangs up or the program is ended.

    Without this the program dies with the terminal left in disorder.
    """
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, leave, EXIT_ON_SIGNAL + number)


def terminal_is_gone() -> bool:
    """Whether the terminal we began on went away without a signal, as under nohup.

    Textual's driver would then read an empty input for ever.
    """
    return sys.__stdin__ is None or sys.__stdin__.closed or not sys.__stdin__.isatty()
