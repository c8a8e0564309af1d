"""Ideas from a file as it comes: a form's or a spreadsheet's CSV, or a line an idea."""

from __future__ import annotations

import csv
import re
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
_NO_DELIMITER: Final = "\x1f"
"""In a table of one column nothing stands between the cells: this is in no text."""

_TOLD: Final = re.compile(r'"?sep=([;,\t|])"?(?:\r\n|\r|\n)', re.IGNORECASE)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_VALUE: Final = re.compile(r"[-+]?\d[\d\s.,:/-]*")
"""A number, a date or a time."""

MOST_ROWS: Final = 100_000
"""Also of rows without an idea in them."""

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
    if b"\x00" in data or data.startswith((b"PK", b"%PDF")):
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
    if letters < len(text[:4000]) // 2:
        raise NotATable
    return text


def _rows(text: str) -> list[_Row]:
    told = _TOLD.match(text)
    if told is None:
        delimiter = _delimiter(text)
    else:
        # Excel was told so in a first line; an empty one in its place keeps lines their numbers.
        delimiter, text = told[1], "\n" + text[told.end() :]
    return _lines(text) if delimiter is None else _read_rows(text, delimiter)


def _lines(text: str) -> list[_Row]:
    """Give each line as one cell; a cell in quotes may go on over several."""
    lines = _LINE_END.split(text)
    if any(_goes_on(line) for line in lines):
        return _read_rows(text, _NO_DELIMITER)
    return [_Row(n, [_without_quotes(cell)]) for n, cell in enumerate(lines, 1) if cell.strip()]


def _goes_on(line: str) -> bool:
    """Whether a cell in quotes begins in a line and does not end in it."""
    return line.startswith('"') and line.count('"') % 2 == 1


def _read_rows(text: str, delimiter: str) -> list[_Row]:
    reader = csv.reader(StringIO(text, newline=None), delimiter=delimiter, strict=True)
    rows: list[_Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_Row(line, cells))
            line = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                raise TableTooBig
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
            found = _sample(head, delimiter)
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


def _sample(head: str, delimiter: str) -> list[list[str]]:
    """Give the rows at the head, without a last one that an open quote made of all that follows."""
    reader = csv.reader(StringIO(head, newline=None), delimiter=delimiter)
    found: list[list[str]] = []
    line = before = 0
    for cells in reader:
        before, line = line, reader.line_num
        if cells:
            found.append(cells)
    return found[:-1] if len(found) > 1 and line - before > 1 else found


def _without_quotes(cell: str) -> str:
    stripped = cell.strip()
    if len(stripped) > 1 and stripped[0] == stripped[-1] == '"':
        return stripped[1:-1].replace('""', '"')
    return stripped


def _column(rows: Sequence[_Row], asked: str) -> tuple[bool, int]:
    """Give whether the first row is a header, and the place of the ideas' column."""
    first = [clean(cell) for cell in rows[0].cells]
    lowered = [cell.casefold() for cell in first]
    asked = clean(asked)
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
    """Whether the first row names the columns: it stands in words above numbers, or is short.

    Where a cell beside it is a value, or comes again below, it is a row like the others.
    """
    first, below = rows[0].cells, rows[1:]
    if not below:
        return False
    for column, name in enumerate(first):
        values = {row.cells[column].strip() for row in below}
        if column != place and (_is_value(name) or name.strip() in values - {""}):
            return False
    for column, name in enumerate(first):
        if not _is_value(name) and all(_is_value(row.cells[column]) for row in below):
            return True
    lengths = [len(row.cells[place].strip()) for row in below]
    return len(rows) > 2 and len(first[place].strip()) * 2 < sum(lengths) / len(lengths)


def _is_value(cell: str) -> bool:
    return _VALUE.fullmatch(cell.strip()) is not None
