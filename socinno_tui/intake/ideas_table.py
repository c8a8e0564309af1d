"""Ideas from a file as it comes: a form's or a spreadsheet's CSV, or a line an idea."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from socinno_tui.domain.idea_intake import (
    MOST_IDEAS,
    ColumnUnclear,
    IdeaTooLong,
    NoIdeas,
    NotATable,
    RowBroken,
    TableTooBig,
)
from socinno_tui.domain.text import clean
from socinno_tui.export.to_csv import unguarded

MOST_BYTES: Final = 20 * 1024 * 1024

_NAMES: Final = (
    "idea",
    "idee",
    "ideas",
    "ideeën",
    "text",
    "tekst",
    "suggestion",
    "suggestie",
    "voorstel",
    "proposal",
    "answer",
    "antwoord",
    "comment",
    "comment-body",
    "opmerking",
    "statement",
)
"""What the column of ideas is called in forms and spreadsheets, ours among them."""

_DELIMITERS: Final = ";,\t|"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class IdeasTable:
    """The ideas of a file in their order, and the column they stood in, empty without a name."""

    texts: tuple[str, ...]
    column: str


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: list[str]


def read_table(data: bytes, *, column: str = "", longest: int) -> IdeasTable:
    """Give the ideas in a file, each of at most `longest` characters; empty cells are left out.

    `column` is the name or the number, from 1, of the column they stand in. Raises TableTooBig,
    NotATable, NoIdeas, ColumnUnclear, RowBroken or IdeaTooLong with the line.
    """
    if len(data) > MOST_BYTES:
        raise TableTooBig
    rows = _rows(_decoded(data))
    if not rows:
        raise NoIdeas
    header, place = _column(rows, column)
    texts: list[str] = []
    for row in rows[1:] if header else rows:
        text = clean(unguarded(row.cells[place]))
        if len(text) > longest:
            raise IdeaTooLong(row.line, longest)
        if text:
            texts.append(text)
    if not texts:
        raise NoIdeas
    if len(texts) > MOST_IDEAS:
        raise TableTooBig
    return IdeasTable(tuple(texts), clean(rows[0].cells[place]) if header else "")


def _decoded(data: bytes) -> str:
    """Give the text, in the encodings that forms and spreadsheets write.

    What is no UTF-8 is Windows-1252, which Excel writes in western Europe: on short Dutch texts
    that is right where detectors guess.
    """
    if data.startswith(_UTF_16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise NotATable from error
    if b"\x00" in data:
        raise NotATable
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotATable from error
    letters = sum(letter.isalpha() or letter.isspace() for letter in text[:4000])
    if data[:2] == b"PK" or letters < len(text[:4000]) // 2:
        raise NotATable
    return text


def _rows(text: str) -> list[_Row]:
    delimiter = _delimiter(text)
    if delimiter is None:
        lines = enumerate(text.splitlines(), 1)
        return [_Row(line, [_without_quotes(cell)]) for line, cell in lines if cell.strip()]
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[_Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_Row(line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise RowBroken(line) from error
    width = len(rows[0].cells) if rows else 0
    for row in rows:
        if len(row.cells) != width:
            raise RowBroken(row.line)
    return rows


def _delimiter(text: str) -> str | None:
    """Give what stands between the cells: what makes the most rows equally long; None when each
    line is one text.
    """
    head = text[:100_000]
    best, most = None, 0
    for delimiter in _DELIMITERS:
        try:
            found = [cells for cells in csv.reader(StringIO(head), delimiter=delimiter) if cells]
        except csv.Error:
            continue
        lengths = [len(cells) for cells in found]
        first = lengths[0] if lengths else 1
        alike = Counter(lengths)[first]
        # Commas in prose make rows of any length, and have a space behind them.
        spaced = sum(cells[-1][:1] == " " for cells in found[1:]) > len(found) / 2
        if first > 1 and alike >= len(lengths) * 0.75 and alike * first > most and not spaced:
            best, most = delimiter, alike * first
    return best


def _without_quotes(cell: str) -> str:
    stripped = cell.strip()
    if len(stripped) > 1 and stripped[0] == stripped[-1] == '"':
        return stripped[1:-1].replace('""', '"')
    return stripped


def _column(rows: Sequence[_Row], asked: str) -> tuple[bool, int]:
    """Give whether the first row is a header, and the place of the ideas' column."""
    first = [clean(cell) for cell in rows[0].cells]
    lowered = [cell.casefold() for cell in first]
    if asked:
        return _asked_column(rows, first, lowered, asked)
    named = [lowered.index(name) for name in _NAMES if name in lowered]
    if named:
        return True, named[0]
    if len(first) == 1:
        return False, 0
    lengths = [
        sum(len(row.cells[place].strip()) for row in rows[1:]) / max(1, len(rows) - 1)
        for place in range(len(first))
    ]
    ranked = sorted(range(len(first)), key=lambda place: -lengths[place])
    longest, second = lengths[ranked[0]], lengths[ranked[1]]
    # Prose is much longer than what stands beside it; otherwise a person should say which it is.
    if len(rows) < 3 or longest < 15 or longest < 2 * second:
        raise ColumnUnclear(tuple(first))
    return _is_header(rows, ranked[0]), ranked[0]


def _asked_column(
    rows: Sequence[_Row], first: list[str], lowered: list[str], asked: str
) -> tuple[bool, int]:
    if asked.casefold() in lowered:
        return True, lowered.index(asked.casefold())
    if asked.isdecimal() and 1 <= int(asked) <= len(first):
        place = int(asked) - 1
        is_header = any(name in lowered for name in _NAMES) or _is_header(rows, place)
        return is_header, place
    raise ColumnUnclear(tuple(first))


def _is_header(rows: Sequence[_Row], place: int) -> bool:
    """Whether the first row names the columns: it stands in words above numbers, or is short."""
    below = rows[1:]
    if not below:
        return False
    for column, name in enumerate(rows[0].cells):
        if not _is_number(name) and all(_is_number(row.cells[column]) for row in below):
            return True
    lengths = [len(row.cells[place].strip()) for row in below]
    return len(rows) > 2 and len(rows[0].cells[place].strip()) * 2 < sum(lengths) / len(lengths)


def _is_number(cell: str) -> bool:
    return cell.strip().removeprefix("-").replace(".", "").replace(",", "").isdecimal()
