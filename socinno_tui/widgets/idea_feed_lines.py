"""How an idea is laid out over lines and columns: plain numbers, before any colour."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

from socinno_tui.i18n import ngettext
from socinno_tui.wording import symbols
from socinno_tui.wording.plain import is_plain

Span = tuple[int, int]
"""From and up to which character a line shows of a text."""

ONE_CELL_EACH = re.compile(r"[ -~¡-¬®-ʯ‐-‧‹›€]*").fullmatch
"""Texts whose every character is one cell: Latin and its punctuation, so nearly all of them."""

NARROWEST_TEXT = 2
"""The widest character is two cells, so narrower than this a text can not be shown."""

WIDE = 100
"""From this many cells on there is room for the words that go with the signs."""

COMPACT = 44
"""Below this many cells dots are a number and one dot."""

DOTS_DRAWN = 5
"""The most dots drawn one by one; more than that cannot be seen at a glance."""


def one_line(text: str) -> str:
    """The text with every run of white space, newlines included, as one space."""
    return " ".join(text.split())


def wrapped(text: str, width: int) -> tuple[Span, ...]:
    """Where the lines of a text begin and end when none may be over `width` cells.

    Takes a text of `one_line`; breaks at spaces, and inside a word only when that is longer than a
    whole line. Never breaks inside what is seen as one character. The space broken at is in no
    line. An empty text is one empty line.
    """
    width = max(width, NARROWEST_TEXT)
    if ONE_CELL_EACH(text):
        return _wrapped_by_characters(text, width)
    return _wrapped_by_cells(text, width)


def _wrapped_by_characters(text: str, width: int) -> tuple[Span, ...]:
    lines: list[Span] = []
    start, length = 0, len(text)
    while length - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space > start:
            lines.append((start, space))
            start = space + 1
        else:
            lines.append((start, start + width))
            start += width
    lines.append((start, length))
    return tuple(lines)


def _wrapped_by_cells(text: str, width: int) -> tuple[Span, ...]:
    lines: list[Span] = []
    start = end = 0
    for word in re.finditer(r"\S+", text):
        if cell_len(text[start : word.end()]) <= width:
            end = word.end()
            continue
        if end > start:
            lines.append((start, end))
        start = word.start()
        for piece in _pieces(word.group(), width):
            lines.append((start, start + piece))
            start += piece
        start, end = lines.pop()
    lines.append((start, end))
    return tuple(lines)


def _pieces(word: str, width: int) -> list[int]:
    """In pieces of how many characters a word fits on lines of `width` cells."""
    starts = [start for start, _end, _cells in split_graphemes(word)[0]]
    pieces: list[int] = []
    begun = 0
    for start, end in zip(starts, [*starts[1:], len(word)], strict=True):
        if start > begun and cell_len(word[begun:end]) > width:
            pieces.append(start - begun)
            begun = start
    pieces.append(len(word) - begun)
    return pieces


def fitted(text: str, width: int) -> str:
    """The text cut off, with an ellipsis, so that it is `width` cells at most."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    kept = "".join(text[start:end] for start, end in wrapped(text, width)[:1])
    while kept and cell_len(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept}…"


def dots_drawn(count: int, *, compact: bool) -> str:
    """Dots one by one as far as the eye can count them, else a number: ●●●, 12 ●."""
    if not count:
        return ""
    if is_plain():
        return ngettext("{count} dot", "{count} dots", count).format(count=count)
    if compact:
        return f"{count}{symbols.DOT}"
    return symbols.DOT * count if count <= DOTS_DRAWN else f"{count} {symbols.DOT}"


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column of the feed is, in cells; nought when the column is not there.

    From left to right: bar, verdict, mark (one cell each), number, text, verdict_word, size, dots.
    """

    width: int
    number: int
    text: int
    verdict_word: int
    size: int
    dots: int
    is_compact: bool

    @property
    def before_text(self) -> int:
        """How many cells stand before the text, and so how far it hangs in."""
        return _before_text(self.number)

    @property
    def after_text(self) -> int:
        """How many cells stand after the text."""
        return _after_text(self.verdict_word, self.size, self.dots)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the feed has to find room for."""

    highest_number: int = 0
    most_dots: int = 0
    dots_expected: bool = False
    largest_size: int = 1
    verdict_word: int = 0
    """The cells of the longest word for a verdict; nought when there is no verdict yet."""
    size_word: int = 0
    """The cells of the longest words for a cluster's size."""
    counted_word: int = 0
    """The cells of what stands in the place of dots while they are counted; else nought."""

    def joined(self, other: Contents) -> Contents:
        """What both have to find room for."""
        return Contents(
            highest_number=max(self.highest_number, other.highest_number),
            most_dots=max(self.most_dots, other.most_dots),
            dots_expected=self.dots_expected or other.dots_expected,
            largest_size=max(self.largest_size, other.largest_size),
            verdict_word=max(self.verdict_word, other.verdict_word),
            size_word=max(self.size_word, other.size_word),
            counted_word=max(self.counted_word, other.counted_word),
        )


def columns(width: int, contents: Contents) -> Columns:
    """Plan the columns to the cell; words are lost first, the text last."""
    is_compact = width < COMPACT
    # A word says what a sign would, where signs are not told.
    is_wide = width >= WIDE or is_plain()
    number = max(3 if is_compact else 4, len(f"#{contents.highest_number}"))
    verdict_word = contents.verdict_word if is_wide else 0
    size = 0
    if contents.largest_size > 1:
        size = contents.size_word if is_wide else len(f"+{contents.largest_size - 1}")
    dots = 0
    if contents.most_dots or contents.dots_expected:
        dots = len(dots_drawn(max(contents.most_dots, 1), compact=is_compact))
        dots = max(dots, 2 if is_compact else DOTS_DRAWN)
        dots = max(dots, contents.counted_word if is_wide else 0)
    text = width - _before_text(number) - _after_text(verdict_word, size, dots)
    return Columns(
        width=width,
        number=number,
        text=max(text, NARROWEST_TEXT),
        verdict_word=verdict_word,
        size=size,
        dots=dots,
        is_compact=is_compact,
    )


def _before_text(number: int) -> int:
    bar = verdict = mark = gap = 1
    return bar + verdict + mark + number + gap


def _after_text(*parts: int) -> int:
    """The columns that are there, each with a gap before it, and a margin at the end."""
    return sum(part + 1 for part in parts if part) + 1
