"""What people type is cleaned at the door: it is data, and goes to a terminal and to files."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

from socinno_tui.domain.errors import RuleBroken


class TextTooLong(RuleBroken):
    """The text has more characters than fit; `length` and `limit` are in characters."""

    def __init__(self, limit: int, length: int) -> None:
        super().__init__(limit, length)
        self.limit = limit
        self.length = length


class TextMissing(RuleBroken):
    """There is no text where one is needed."""


def _characters(*spans: tuple[int, int]) -> list[int]:
    return [code for first, last in spans for code in range(first, last + 1)]


_REMOVED: Final = dict.fromkeys(
    _characters(
        (0x7F, 0x9F),  # DEL and C1
        (0x200B, 0x200B),  # zero-width space; the joiner of emoji, 200D, stays
        (0x200E, 0x200F),  # direction marks
        (0x061C, 0x061C),  # the Arabic one
        (0x202A, 0x202E),  # embedding and override of direction
        (0x2060, 0x2060),  # word joiner
        (0x2066, 0x2069),  # isolates of direction
        (0xD800, 0xDFFF),  # lone surrogates
        (0xFEFF, 0xFEFF),  # byte order mark
    )
)
_CLEANING: Final = {**dict.fromkeys(range(0x20), " "), **_REMOVED}
_CLEANING_BUT_LINES: Final = {code: to for code, to in _CLEANING.items() if code != 0x0A}
_SPACES: Final = re.compile(r"[^\S\n]+")
_ROUND_LINES: Final = re.compile(r" ?\n ?")
_BULLET: Final = re.compile(r"^[-*•‣◦▪·–—☐☑✓\uf0b7](?:\s+\[[ xX]?\])?(?:\s+|$)")
_MARKER: Final = re.compile(_BULLET.pattern + r"|^\(?(?:\d{1,3}|[a-z])[.)](?:\s+|$)")


def without_control(text: str) -> str:
    """Give the text with control characters as spaces, and those that hide or turn text gone."""
    return text.translate(_CLEANING)


def harmless(text: str) -> str:
    """Give a text that was kept before, composed (NFC) and without control characters but line
    ends; nothing else in it changes, so that a text of ours stays the same to the letter.
    """
    return normalize("NFC", text.translate(_CLEANING_BUT_LINES))


def clean(text: str, *, limit: int | None = None, lines: bool = False) -> str:
    """Give the text fit to keep: composed (NFC), without control characters or needless space.

    Newlines become spaces unless `lines`. Raises TextTooLong beyond `limit` characters.
    """
    if lines:
        one_kind = text.replace("\r\n", "\n").replace("\r", "\n")
        kept = normalize("NFC", one_kind.translate(_CLEANING_BUT_LINES))
        cleaned = _ROUND_LINES.sub("\n", _SPACES.sub(" ", kept)).strip()
    else:
        cleaned = " ".join(normalize("NFC", text.translate(_CLEANING)).split())
    if limit is not None and len(cleaned) > limit:
        raise TextTooLong(limit, len(cleaned))
    return cleaned


def required(text: str, *, limit: int | None = None) -> str:
    """Give the text cleaned. Raises TextMissing when nothing is left, TextTooLong."""
    cleaned = clean(text, limit=limit)
    if not cleaned:
        raise TextMissing
    return cleaned


def lines_of(pasted: str) -> tuple[str, ...]:
    """Give the lines of a paste, cleaned, without the empty ones.

    List markers ("- ", "• ", "2) ") are taken off when every line has one: then they are the
    list's. A number before a single line may be its own, so there only a bullet is.
    """
    found = [line for line in (clean(line) for line in pasted.splitlines()) if line]
    marker = _MARKER if len(found) > 1 else _BULLET
    if all(marker.match(line) for line in found):
        found = [marker.sub("", line) for line in found]
    return tuple(line for line in found if line)
