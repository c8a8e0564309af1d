"""A QR code as lines of signs: black on white, whatever the colours of the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, TypeAlias

Modules: TypeAlias = tuple[tuple[bool, ...], ...]
"""Rows of modules, True where one is dark, with the light border round them."""

BORDER: Final = 2
"""Modules of light round the code: the standard asks four, phones read it with two."""

_HALVES: Final = {
    (False, False): " ",
    (True, False): "▀",
    (False, True): "▄",
    (True, True): "█",
}


@lru_cache(maxsize=8)
def modules(text: str) -> Modules:
    """Give the code of a text, at error level M: a seventh of it may be lost (ISO/IEC 18004)."""
    import segno

    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(bool(cell) for cell in row) for row in code.matrix_iter(border=BORDER))


def half_blocks(text: str) -> tuple[str, ...]:
    """Give lines in which each sign is two modules, one above the other, dark as the letters."""
    rows: list[Sequence[bool]] = list(modules(text))
    if len(rows) % 2:
        rows.append((False,) * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple(
        "".join(_HALVES[upper, lower] for upper, lower in zip(above, below, strict=True))
        for above, below in pairs
    )
