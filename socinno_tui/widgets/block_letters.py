"""Letters built of many cells, for who sits at the back: the largest fonts of pyfiglet that fit.

The fonts are TOIlet's, by Sam Hocevar, as pyfiglet ships them. They draw é and ï as such: a letter
without its accent would be another word. What a font cannot draw makes it unfit for the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyfiglet import Figlet

LETTERS_END: Final = 0x180
"""Latin letters come before this code point; beyond it a font may hold a mere box for one."""

_TYPED: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": "...", "\xa0": " "}
)
"""Typographic signs that the fonts lack, by those that say the same."""

_WIDE_ENOUGH: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class BlockFont:
    """A font: its height, and the cells from one letter to the next, where all take as many."""

    name: str
    height: int
    gap: int
    """The cells between two words."""
    advance: int | None = None

    @property
    def least_height(self) -> int:
        """What one line takes at least: its letters stand higher than this."""
        return self.height // 2


LARGEST_FIRST: Final = (
    BlockFont("mono12", height=10, gap=5, advance=10),
    BlockFont("mono9", height=8, gap=4, advance=7),
    BlockFont("smblock", height=4, gap=3),
)
"""One line of theirs is ten rows, eight and four high: smaller ones are worse than plain text."""

Rows = tuple[str, ...]
"""Rows of cells, one under the other, all equally wide within one word."""


@lru_cache(maxsize=256)
def block_letters(
    text: str, width: int, height: int, fonts: tuple[BlockFont, ...] = LARGEST_FIRST
) -> Rows | None:
    """The text in the largest of these fonts in which all of it fits, or None.

    It takes at most `height` rows of at most `width` cells; no word is broken.
    """
    words = text.translate(_TYPED).split()
    for font in fonts:
        rows = _rows(words, font, width, height) if words else None
        if rows is not None:
            return rows
    return None


@lru_cache(maxsize=16)
def numerals(font: BlockFont) -> dict[str, Rows]:
    """The digits, the colon and the plus of a font, all equally high and without empty rows."""
    drawn = {sign: _word(sign, font) for sign in "0123456789:+"}
    filled = [
        row for row in range(font.height) if any(rows[row].strip() for rows in drawn.values())
    ]
    digit_wide = font.advance or max(len(drawn[digit][0]) + 1 for digit in "0123456789")
    return {
        sign: tuple(
            row.ljust(digit_wide if sign.isdigit() else len(row) + 1)
            for row in rows[filled[0] : filled[-1] + 1]
        )
        for sign, rows in drawn.items()
    }


def _rows(words: list[str], font: BlockFont, width: int, height: int) -> Rows | None:
    if font.advance is not None:
        # Before a large font is read, which takes long, whether it could fit at all.
        counted = _broken([len(word) * font.advance for word in words], font.gap, width)
        if counted is None or _least(len(counted), font) > height:
            return None
    if not all(_is_drawable(word, font) for word in words):
        return None
    drawn = [_word(word, font) for word in words]
    lines = _broken([len(rows[0]) for rows in drawn], font.gap, width)
    if lines is None or _least(len(lines), font) > height:
        return None
    rows = [row for line in lines for row in _beside([drawn[word] for word in line], font)]
    while rows and not rows[0]:
        rows.pop(0)
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows) if rows and len(rows) <= height else None


def _least(lines: int, font: BlockFont) -> int:
    return (lines - 1) * font.height + font.least_height


def _broken(widths: list[int], gap: int, width: int) -> list[list[int]] | None:
    """Which words stand on which line; None when one is too wide for any."""
    lines: list[list[int]] = []
    used = 0
    for word, wide in enumerate(widths):
        if wide > width:
            return None
        if lines and used + gap + wide <= width:
            lines[-1].append(word)
            used += gap + wide
        else:
            lines.append([word])
            used = wide
    return lines


def _beside(words: list[Rows], font: BlockFont) -> list[str]:
    between = " " * font.gap
    return [between.join(word[row] for word in words).rstrip() for row in range(font.height)]


def _is_drawable(word: str, font: BlockFont) -> bool:
    return all(
        ord(letter) < LETTERS_END and any(part.strip() for part in _glyph(letter, font))
        for letter in word
    )


def _glyph(letter: str, font: BlockFont) -> list[str]:
    found: list[str] = _figlet(font.name).Font.chars.get(ord(letter), [])
    return found


@lru_cache(maxsize=512)
def _word(word: str, font: BlockFont) -> Rows:
    # Not split at its line ends by any other sign: a font may hold what counts as one.
    rows = str(_figlet(font.name).renderText(word)).split("\n")[: font.height]
    wide = max(len(row.rstrip()) for row in rows)
    return tuple(row.rstrip().ljust(wide) for row in rows)


@lru_cache(maxsize=8)
def _figlet(name: str) -> Figlet:
    from pyfiglet import Figlet

    return Figlet(font=name, width=_WIDE_ENOUGH)
