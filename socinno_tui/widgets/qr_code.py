"""The QR code that phones scan, drawn with cells: black on white, whatever the theme.

Two spaces a module are read from a screen in every font. Half blocks take a quarter of the room,
but in some fonts, and where lines stand apart, nothing can read them.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from socinno_tui.widgets.qr_lines import MODULES, Module, in_pairs, modules_of
from socinno_tui.wording import symbols

FULL_SIZE: Final = (2 * MODULES, MODULES)
HALF_SIZE: Final = (MODULES, (MODULES + 1) // 2)
"""How many cells it is wide and high."""

_BLACK: Final = Color.from_rgb(0, 0, 0)
_WHITE: Final = Color.from_rgb(255, 255, 255)
_INK: Final = Style(color=_BLACK, bgcolor=_WHITE)
_SPACE: Final = {dark: Style(bgcolor=_BLACK if dark else _WHITE) for dark in (False, True)}


def full_lines(link: str) -> list[Strip]:
    """Give the code at two spaces a module."""
    return [
        Strip([Segment("  " * len(list(alike)), _SPACE[dark]) for dark, alike in groupby(row)])
        for row in modules_of(link)
    ]


def half_lines(link: str) -> list[Strip]:
    """Give the code at two modules a cell, one above the other."""
    return [Strip([_half(*pair) for pair in row]).simplify() for row in in_pairs(link)]


def _half(upper: Module, lower: Module) -> Segment:
    if upper == lower:
        return Segment(" ", _SPACE[upper])
    return Segment(symbols.UPPER_HALF if upper else symbols.LOWER_HALF, _INK)


class QrCode(Widget):
    """The code of a link, in full blocks or in half ones."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    QrCode {
        width: auto;
        height: auto;
    }
    """

    link: reactive[str] = reactive("")
    is_full: reactive[bool] = reactive(False, layout=True)

    def watch_is_full(self) -> None:
        width, height = FULL_SIZE if self.is_full else HALF_SIZE
        self.styles.width, self.styles.height = width, height

    def render_line(self, y: int) -> Strip:
        lines = (
            []
            if not self.link
            else full_lines(self.link)
            if self.is_full
            else half_lines(self.link)
        )
        return lines[y] if y < len(lines) else Strip.blank(self.size.width)
