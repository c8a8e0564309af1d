"""Columns of text, as wide as the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import click

from socinno_tui.domain.text import without_control

GAP: Final = "  "
NARROWEST: Final = 8
"""A column that gives way keeps this many cells."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it gives way when there is too little room, and whether it
    holds numbers.
    """

    heading: str
    gives_way: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, and the colour that says the same as its words, if any."""

    text: str
    colour: str | None = None


Measured = tuple[str, int]
"""A text, and how many cells it takes."""


def is_terminal() -> bool:
    """Whether a person reads along: then lines are cut to fit."""
    return sys.stdout.isatty()


def in_colour() -> bool:
    """Whether colours are shown: on a terminal, unless NO_COLOR asks for none."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def table_lines(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Give the lines of a table: as wide as the terminal, and whole where there is none."""
    texts = [[_measured(cell.text) for cell in row] for row in rows]
    room = shutil.get_terminal_size().columns if is_terminal() else None
    widths = _widths(columns, texts, room)
    colours = in_colour()
    headings = [_measured(column.heading) for column in columns]
    heading = GAP.join(_fitted(columns, headings, widths)).rstrip()
    yield click.style(heading, bold=True) if colours else heading
    for row, line in zip(rows, texts, strict=True):
        fitted = _fitted(columns, line, widths)
        if colours:
            fitted = [
                click.style(text, fg=cell.colour) if cell.colour else text
                for text, cell in zip(fitted, row, strict=True)
            ]
        yield GAP.join(fitted).rstrip()


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def cut(text: str, width: int) -> str:
    """Give a text of at most so many cells, with an ellipsis where it was cut."""
    if cells(text) <= width:
        return text
    if text.isascii():
        return text[: width - 1].rstrip() + "…"
    from wcwidth import wcwidth

    kept, used = "", 0
    for letter in text:
        wide = max(0, wcwidth(letter))
        if used + wide > width - 1:
            break
        kept, used = kept + letter, used + wide
    return kept.rstrip() + "…"


def _measured(text: str) -> Measured:
    cleaned = without_control(text)
    return cleaned, cells(cleaned)


def _widths(
    columns: Sequence[Column], texts: Sequence[Sequence[Measured]], room: int | None
) -> list[int]:
    widths = [
        max([cells(column.heading), *(line[place][1] for line in texts)])
        for place, column in enumerate(columns)
    ]
    if room is None:
        return widths
    over = sum(widths) + len(GAP) * (len(columns) - 1) - room
    while over > 0:
        # The widest of those that give way goes first, so that short ones stay whole.
        place = max(
            (place for place, column in enumerate(columns) if column.gives_way),
            key=lambda place: widths[place],
        )
        if widths[place] <= NARROWEST:
            break
        widths[place] -= 1
        over -= 1
    return widths


def _fitted(
    columns: Sequence[Column], line: Sequence[Measured], widths: Sequence[int]
) -> list[str]:
    fitted = []
    for column, (text, wide), width in zip(columns, line, widths, strict=True):
        kept = text if wide <= width else cut(text, width)
        padding = " " * (width - (wide if wide <= width else cells(kept)))
        fitted.append(padding + kept if column.is_number else kept + padding)
    return fitted
