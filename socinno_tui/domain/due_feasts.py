"""The phrases for a feast day, and for the day before it; Dutch and English alike.

A season or a holiday of some weeks is no day, and is not understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots

FEAST_DAYS: Final = Grammar()

_YEARS_AHEAD: Final = 3
_BEFORE: Final = "(?:voor|vóór|before)(?: (?:de|het|the))?"
_SUNDAY: Final = 6
_KINGS_DAY: Final = 427


@FEAST_DAYS.phrases("(?:(?:met|at|op|on) )?(?:(?:de|the) )?(?:{feast}|{moving_feast})")
def _feast(slots: Slots, today: Date) -> Date:
    """`kerst`, `new year's eve`, `pasen`: the first one on or after today."""
    return _coming(slots, lambda feast: feast >= today, today)


@FEAST_DAYS.phrases(f"{_BEFORE} (?:{{feast}}|{{moving_feast}})")
def _before_a_feast(slots: Slots, today: Date) -> Date:
    """`voor de kerst` is 24 December: the day before the first one that is still to come."""
    return _coming(slots, lambda feast: feast > today, today).subtract(days=1)


def _coming(slots: Slots, fits: Callable[[Date], bool], today: Date) -> Date:
    for year in range(today.year, today.year + _YEARS_AHEAD):
        feast = _in(year, slots)
        if fits(feast):
            return feast
    raise ValueError(slots)


def _in(year: int, slots: Mapping[str, int]) -> Date:
    if "moving_feast" in slots:
        from dateutil.easter import easter

        sunday = easter(year)
        return Date(year, sunday.month, sunday.day).add(days=slots["moving_feast"])
    month, day = divmod(slots["feast"], 100)
    date = Date(year, month, day)
    # The King's day is kept a day earlier when it would be a Sunday.
    is_moved = slots["feast"] == _KINGS_DAY and date.weekday() == _SUNDAY
    return date.subtract(days=1) if is_moved else date
