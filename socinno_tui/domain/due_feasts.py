"""The phrases for a feast day, and for the day before it; Dutch and English alike.

A season or a holiday of some weeks is no day, and is not understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots
from socinno_tui.domain.due_rules import later
from socinno_tui.domain.due_words import Unit

FEAST_DAYS: Final = Grammar()

_YEARS_AHEAD: Final = 3
_BEFORE: Final = "(?:voor|vóór|before)(?: (?:de|het|the))?"
_A_FEAST: Final = "(?:{feast}|{moving_feast})(?: {year})?"
_SUNDAY: Final = 6
_KINGS_DAY: Final = 427


@FEAST_DAYS.phrases(f"(?:(?:met|at|op|on) )?(?:(?:de|the) )?{_A_FEAST}")
def _feast(slots: Slots, today: Date) -> Date:
    """`kerst`, `new year's eve`, `pasen`: the first one on or after today."""
    return _coming(slots, lambda feast: feast, today)


@FEAST_DAYS.phrases(f"{_BEFORE} {_A_FEAST}")
def _before_a_feast(slots: Slots, today: Date) -> Date:
    """`voor de kerst` is 24 December: the day before the first one that is still to come."""
    return _coming(slots, lambda feast: feast.subtract(days=1), today)


@FEAST_DAYS.phrases(f"{{count}} {{unit}} {_BEFORE} {_A_FEAST}")
def _so_much_before_a_feast(slots: Slots, today: Date) -> Date:
    """`een week voor kerst`."""
    return _coming(slots, lambda feast: later(feast, -slots["count"], Unit(slots["unit"])), today)


@FEAST_DAYS.phrases(f"{{count}} {{unit}} (?:na|after)(?: (?:de|het|the))? {_A_FEAST}")
def _so_much_after_a_feast(slots: Slots, today: Date) -> Date:
    """`twee weken na pasen`."""
    return _coming(slots, lambda feast: later(feast, slots["count"], Unit(slots["unit"])), today)


def _coming(slots: Slots, meant_by: Callable[[Date], Date], today: Date) -> Date:
    """The day meant by the feast of the year named, or by the first where it is to come."""
    if "year" in slots:
        return meant_by(_in(slots["year"], slots))
    for year in range(today.year - 1, today.year + _YEARS_AHEAD):
        date = meant_by(_in(year, slots))
        if date >= today:
            return date
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
