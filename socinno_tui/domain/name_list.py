"""A list of people as it is typed or pasted: from a mail program, a spreadsheet, or by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Final

from socinno_tui.domain.text import clean, lines_of

_ADDRESS: Final = re.compile(r"[^\s<>\"',;]+@[^\s<>\"',;]+\.[^\s<>\"',;.]+")
_SMALL_WORDS: Final = frozenset(
    ["de", "den", "der", "het", "in", "'t", "te", "ten", "ter", "van", "von", "la", "le", "du"]
)
_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class NameAddress:
    """One person found; the address is empty where none was given."""

    name: str
    address: str = ""


def parse_name_list(pasted: str) -> tuple[NameAddress, ...]:
    """Give the people in a list: one a line, or divided by semicolons; "Name <address>" too.

    A bare address gives a name made from it. Whoever stands there twice is given once.
    """
    found: dict[tuple[str, str], NameAddress] = {}
    for line in lines_of(pasted.replace("\t", " \N{SYMBOL FOR HORIZONTAL TABULATION} ")):
        for entry in line.split(";"):
            person = _person(entry)
            if person is not None:
                found.setdefault((person.name.casefold(), person.address.casefold()), person)
    return tuple(found.values())


def _person(entry: str) -> NameAddress | None:
    cells = [clean(cell) for cell in entry.split("\N{SYMBOL FOR HORIZONTAL TABULATION}")]
    text = " ".join(cell for cell in cells if cell)
    match = _ADDRESS.search(text)
    if match is None:
        name = _tidy(cells[0] or text)
        return NameAddress(name) if name else None
    address = match.group()
    spoken, _parsed = parseaddr(text) if "<" in text else ("", "")
    name = _tidy(spoken or text.replace(address, " "))
    return NameAddress(name or _name_from(address), address)


def _tidy(name: str) -> str:
    """Without quotes and brackets; "Vries, Anna de" is turned round."""
    bare = clean(re.sub(r"[<>\"()\[\]]", " ", name)).strip(" ,")[:_LONGEST_NAME]
    last, comma, first = bare.partition(", ")
    return clean(f"{first} {last}") if comma and "," not in first else bare


def _name_from(address: str) -> str:
    local = address.partition("@")[0]
    words = [word for word in re.split(r"[._\-+\d]+", local) if word]
    shown = [word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in words]
    return " ".join(shown) or local
