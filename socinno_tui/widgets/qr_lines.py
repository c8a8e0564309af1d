"""A QR code as modules, and as lines of signs for a terminal that no app draws on."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, TypeAlias

from socinno_tui.wording import symbols

BORDER: Final = 2
"""Light modules around the code. ISO/IEC 18004 asks four; two were enough for every reader tried,
and leave the other two rows to the words.
"""

VERSION: Final = 2
"""Holds 38 signs at level M, and an address with its port and code has 34 at most."""

MODULES: Final = 25 + 2 * BORDER

Module: TypeAlias = bool
"""Whether it is dark."""

_HALVES: Final = {
    (False, False): " ",
    (True, False): symbols.UPPER_HALF,
    (False, True): symbols.LOWER_HALF,
    (True, True): symbols.BAR_FULL,
}


@lru_cache(maxsize=4)
def modules_of(link: str) -> tuple[tuple[Module, ...], ...]:
    """Give the modules of the code of a link with its border, row by row."""
    import segno

    code = segno.make(link, version=VERSION, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=BORDER))


def in_pairs(link: str) -> tuple[tuple[tuple[Module, Module], ...], ...]:
    """Give the modules two by two, one above the other, as many rows as there are lines."""
    rows = modules_of(link)
    below = (*rows[1::2], (False,) * MODULES)
    return tuple(
        tuple(zip(upper, lower, strict=True)) for upper, lower in zip(rows[::2], below, strict=True)
    )


def half_blocks(link: str) -> tuple[str, ...]:
    """Give lines in which a sign is two modules, to be printed in black on white."""
    return tuple("".join(_HALVES[pair] for pair in row) for row in in_pairs(link))
