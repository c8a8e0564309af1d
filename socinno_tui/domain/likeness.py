"""Whether an idea is much like one that is there already: pointed out, never held back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SHORTEST: Final = 10
"""In characters: a shorter text is still being begun."""

ALIKE: Final = 80.0
"""Of 100. On 245 real ideas this finds the doubles and few others; see the tests."""


def alike(text: str, existing: Mapping[int, str]) -> int | None:
    """Give the number of the idea most like the text, or None when none is much like it.

    Words count, not their order (rapidfuzz's token_sort_ratio on lower-cased text).
    """
    if len(text) < SHORTEST or not existing:
        return None
    # Imported here: 20 ms that no start-up should wait for.
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(
        text,
        existing,
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        score_cutoff=ALIKE,
    )
    return None if found is None else int(found[2])
