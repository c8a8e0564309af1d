"""Whether everything is told in plain lines of words, as a screen reader reads them aloud."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from socinno_tui.wording import symbols

SECONDS_BETWEEN_LOOKS: Final = 60.0
"""How often a clock may change at most: a reader would begin to read it aloud each time."""

# Each stands beside a word that says the same; the mark for merging and arrows stand alone.
_SIGNS = symbols.ALL - {
    symbols.MARKED,
    symbols.BELOW,
    symbols.ABOVE,
    symbols.LATER,
    symbols.NO,
}
_LINES_AND_BLOCKS = range(0x2500, 0x25A0)
"""Unicode's blocks "Box Drawing" and "Block Elements"."""

WITHOUT_SIGNS: Final = str.maketrans(
    {**dict.fromkeys(map(chr, _LINES_AND_BLOCKS), " "), **dict.fromkeys(_SIGNS, " ")}
)
"""For `str.translate`: a space for whatever is drawn, so that every line keeps its length."""


@dataclass
class _Choice:
    plain: bool


_choice = _Choice(plain=False)


def choose_plain(plain: bool) -> None:
    """Tells everything in plain lines of words from here on, or no longer."""
    _choice.plain = plain


def is_plain() -> bool:
    """Whether everything is told in plain lines of words."""
    return _choice.plain


def cursor_mark() -> str:
    """What stands before the row with the cursor; a reader names a bar as a drawing, or not."""
    return ">" if is_plain() else symbols.CURSOR_BAR


@contextmanager
def plainly() -> Iterator[None]:
    """Within the block everything is told plainly; afterwards as it was before."""
    before = _choice.plain
    _choice.plain = True
    try:
        yield
    finally:
        _choice.plain = before
