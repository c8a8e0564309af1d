"""Names for files that every system takes: Windows, macOS and Linux, a stick and a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import category, normalize

LONGEST_BYTES: Final = 90
"""What stands before the kind's word; ext4 takes 255 bytes in all, an encrypted home 143."""

_LETTERS: Final = ("L", "N", "M")
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d|conin|conout")
"""Devices of Windows, whatever comes behind the dot ("Naming Files, Paths, and Namespaces")."""


def readable_name(*texts: str) -> str:
    """Give the first text that has any letter or digit as a name: "wachttijd-balie"; else "".

    Letters keep their accents; all that is neither letter nor digit becomes one dash.
    """
    return next((name for name in map(_name_of, texts) if name), "")


def unlike_each_other(names: Iterable[str]) -> list[str]:
    """Give names in the same order, with "-2" behind one that a file system might take for
    another before it: some know no capitals, some no difference in how an accent is written.
    """
    taken: set[str] = set()
    given: list[str] = []
    for name in names:
        count, free = 1, name
        while _folded(free) in taken:
            count += 1
            free = f"{name}-{count}"
        taken.add(_folded(free))
        given.append(free)
    return given


def _name_of(text: str) -> str:
    letters = normalize("NFC", normalize("NFKC", text).lower())
    kept = "".join(letter if category(letter)[0] in _LETTERS else " " for letter in letters)
    words = _cut(kept.split())
    # A mark needs a letter before it.
    name = "-".join(words)
    if not any(category(letter)[0] in "LN" for letter in name):
        return ""
    return f"{name}-" if _RESERVED.fullmatch(name) else name


def _cut(words: list[str]) -> list[str]:
    kept: list[str] = []
    left = LONGEST_BYTES
    for word in words:
        size = len(word.encode()) + 1
        if size > left:
            break
        kept.append(word)
        left -= size
    if words and not kept:
        kept = [words[0].encode()[:LONGEST_BYTES].decode(errors="ignore")]
    return kept


def _folded(name: str) -> str:
    return normalize("NFKD", normalize("NFKD", name).casefold())
