"""A list of people as it is typed or pasted: from a mail program, a spreadsheet, or by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from socinno_tui.domain.text import clean, lines_of

NAME_LIMIT: Final = 100
"""The longest name kept, in characters; what goes beyond it is cut off."""

_ADDRESS: Final = re.compile(r"[^\s<>\"',;:()\[\]@][^\s<>\",;:()\[\]@]*@[^\s<>\"',;:()\[\]@]+")
_AFTER_ADDRESS: Final = re.compile(r"(?<=>)\s*,|(@[^\s<>\"',;]+)\s*,(?=[^@]*@)")
_BESIDE: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]|mailto:|[<>\"“”()\[\]]", re.IGNORECASE)
_COLUMN: Final = " ␉ "
_HEADINGS: Final = frozenset(
    ("naam", "name", "voornaam", "achternaam", "mail", "email", "e-mail", "e-mailadres", "address")
)
_SMALL_WORDS: Final = frozenset(
    ("de", "den", "der", "het", "in", "te", "ten", "ter", "van", "von", "la", "le", "du")
)


@dataclass(frozen=True, slots=True)
class NameAddress:
    """One person found, never without a name; the address is empty where none was given."""

    name: str
    address: str = ""


def parse_name_list(pasted: str) -> tuple[NameAddress, ...]:
    """Give the people in a list: one a line, or divided by semicolons, or by commas after each
    address.

    Understood are "Anna de Vries", "Anna <anna@x.nl>", "Vries, Anna de", spreadsheet columns, and
    a bare address, from which a name is made. Whoever stands there twice is given once.
    """
    found: dict[str, NameAddress] = {}
    for line in lines_of(pasted.replace("\t", _COLUMN)):
        for entry in _entries(line):
            person = _person(entry)
            if person is not None:
                found.setdefault((person.address or person.name).casefold(), person)
    return tuple(found.values())


def _entries(line: str) -> Iterator[str]:
    for part in line.split(";"):
        if "@" in part:
            yield from _AFTER_ADDRESS.sub(r"\1\n", part).split("\n")
        elif part.count(",") > 1:
            yield from part.split(",")
        else:
            yield part


def _person(entry: str) -> NameAddress | None:
    cells = [cell for cell in (clean(cell) for cell in entry.split(_COLUMN.strip())) if cell]
    if not cells or all(cell.casefold() in _HEADINGS for cell in cells):
        return None
    for place, cell in enumerate(cells):
        match = _ADDRESS.search(cell)
        if match is not None:
            address = match.group().strip(".")
            name = _tidy(" ".join([*cells[:place], _ADDRESS.sub(" ", cell)])) or _tidy(
                " ".join(cells[place + 1 :])
            )
            return NameAddress(name or _name_from(address), address)
    name = _tidy(cells[0])
    return NameAddress(name) if name else None


def _tidy(name: str) -> str:
    """The name without quotes and what stands in brackets; "Vries, Anna de" is turned round.

    Empty where no letter or digit is left.
    """
    bare = clean(_BESIDE.sub(" ", name)).strip(" ,")
    if len(bare) > 1 and bare[0] == bare[-1] == "'":
        bare = bare[1:-1]
    last, comma, first = bare.partition(",")
    turned = f"{first} {last}" if comma and "," not in first else bare
    kept = clean(clean(turned)[:NAME_LIMIT])
    return kept if any(character.isalnum() for character in kept) else ""


def _name_from(address: str) -> str:
    """A name made from the part before the @: "anna.de.vries" is Anna de Vries."""
    local = address.partition("@")[0]
    words = [word.lower() for word in re.split(r"[._\-+\d]+", local) if word]
    shown = [word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in words]
    return (" ".join(shown) or local)[:NAME_LIMIT].strip()
