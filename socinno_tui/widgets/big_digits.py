"""Digits as large as there is room for: block letters, or Textual's own, which are three high."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.renderables.digits import Digits

from socinno_tui.widgets.block_letters import LARGEST_FIRST, BlockFont, numerals

LARGE: Final = LARGEST_FIRST[:2]
SMALL_HEIGHT: Final = 3


def font_within(height: int) -> BlockFont | None:
    """The largest font whose digits stand within this height; None is Textual's own digits."""
    return next((font for font in LARGE if height_of(font) < height), None)


def font_fitting(text: str, width: int, height: int) -> BlockFont | None:
    """The largest font in which a text stands within these cells and lines, or Textual's own."""
    font = font_within(height)
    return font if length_of(text, font) <= width else None


def height_of(font: BlockFont | None) -> int:
    """How many rows its digits take."""
    return SMALL_HEIGHT if font is None else len(numerals(font)["0"])


def length_of(text: str, font: BlockFont | None) -> int:
    """How many cells a time takes in a font."""
    return len(big_digits(text, font)[0])


@lru_cache(maxsize=256)
def big_digits(text: str, font: BlockFont | None) -> tuple[str, ...]:
    """The rows of a time, a number or both, all equally wide."""
    if font is None:
        drawn = Digits(text, Style()).render(Style(bold=True))
        whole = "".join(part.text for part in drawn if isinstance(part, Segment))
        rows = whole.split("\n")[:SMALL_HEIGHT]
    else:
        signs = [numerals(font)[sign] for sign in text]
        rows = ["".join(sign[row] for sign in signs) for row in range(height_of(font))]
    wide = max(len(row) for row in rows)
    return tuple(row.ljust(wide) for row in rows)
