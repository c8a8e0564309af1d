"""The phrases for a day by its place in a week, month, quarter or year; Dutch and English alike.

A rule gives the date meant, and raises ValueError or OverflowError when there is none (week 53 of a
year without one): nothing is ever guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots
from socinno_tui.domain.due_words import Place, Unit

PLACES_IN_TIME: Final = Grammar()

_DAYS_IN_WEEK: Final = 7
_THURSDAY: Final = 3
_FRIDAY: Final = 4
_MONTHS_IN_QUARTER: Final = 3
_MONTHS_OF: Final = {Unit.MONTH: 1, Unit.QUARTER: _MONTHS_IN_QUARTER, Unit.YEAR: 12}
_WEEKDAY_AT: Final = {Place.BEGINNING: 0, Place.MIDDLE: 2, Place.END: _FRIDAY}


@PLACES_IN_TIME.phrases(
    "(?:in )?{week_word} {week}(?: (?:of |van |in )?{year})?",
    "{year} w {week}",
    "{weekday}{of} {week_word} {week}(?: (?:of |van |in )?{year})?",
    "{week_word} {week}{on} {weekday}",
    "{place}{of} {week_word} {week}(?: {year})?",
)
def _by_week_number(slots: Slots, today: Date) -> Date:
    """`week 50`: its Friday, or the day named, the first one on or after today (ISO 8601)."""
    place = Place(slots.get("place", Place.END))
    weekday = slots.get("weekday", _WEEKDAY_AT[place])
    if "year" in slots:
        return _in_week(slots["year"], slots["week"], weekday)
    this_year = today.isocalendar().year
    if slots["week"] <= _weeks_in(this_year):
        date = _in_week(this_year, slots["week"], weekday)
        if date >= today:
            return date
    return _in_week(this_year + 1, slots["week"], weekday)


def _weeks_in(year: int) -> int:
    """52 or 53: 28 December is always in the last week (ISO 8601)."""
    return Date(year, 12, 28).isocalendar().week


def _in_week(year: int, week: int, weekday: int) -> Date:
    return Date.fromisocalendar(year, week, weekday + 1)


@PLACES_IN_TIME.phrases(
    "(?:{place}|{last_day}){of} {month}(?: (?:of |van )?{year})?",
    "in {month}(?: {year})?",
    "{month} {year}",
    "{month_in_full}",
)
def _in_a_month(slots: Slots, today: Date) -> Date:
    """`begin maart` is the 1st, `half maart` the 15th, `eind maart`, `maart 2027` the last day."""
    place = Place(slots.get("place", Place.END))
    return _in_coming_month(slots, today, lambda first: _in_months(first, 1, place))


def _in_coming_month(slots: Slots, today: Date, day_in: Callable[[Date], Date]) -> Date:
    """The day in the month of the year named, or in the first such month where it is to come."""
    if "year" in slots:
        return day_in(Date(slots["year"], slots["month"], 1))
    date = day_in(Date(today.year, slots["month"], 1))
    return date if date >= today else day_in(Date(today.year + 1, slots["month"], 1))


def _in_coming_span(slots: Slots, today: Date, day_in: Callable[[Date, int], Date]) -> Date:
    """The day in this or the next month, quarter or year; the first to come when unsaid which."""
    if "year" in slots:
        return day_in(Date(slots["year"], 1, 1), _MONTHS_OF[Unit.YEAR])
    unit = Unit(slots["span"])
    if unit not in _MONTHS_OF:
        raise ValueError(slots)
    date = day_in(*_span(unit, slots.get("which", 0), today))
    return date if date >= today or "which" in slots else day_in(*_span(unit, 1, today))


@PLACES_IN_TIME.phrases(
    "(?!half (?:week|maand|month|kwartaal|quarter|jaar|year)$)"
    "(?:{place}|{last_day}){of}(?: {which})? {span}"
)
def _in_a_span(slots: Slots, today: Date) -> Date:
    """`eind van de maand`, `end of next week`; the first one to come when it is unsaid which.

    A week ends on its Friday; once that is past, on the next.
    """
    place, unit = Place(slots.get("place", Place.END)), Unit(slots["span"])
    is_said = "which" in slots and not (unit is Unit.WEEK and place is Place.END)
    date = _in_span(unit, place, slots.get("which", 0), today)
    return date if date >= today or is_said else _in_span(unit, place, 1, today)


def _in_span(unit: Unit, place: Place, further: int, today: Date) -> Date:
    if unit is Unit.WEEK:
        return today.add(weeks=further, days=_WEEKDAY_AT[place] - today.weekday())
    first, months = _span(unit, further, today)
    return _in_months(first, months, place)


def _span(unit: Unit, further: int, today: Date) -> tuple[Date, int]:
    """The first day and the months of the so-many-th month, quarter or year from this one on."""
    months = _MONTHS_OF[unit]
    first = Date(today.year, (today.month - 1) // months * months + 1, 1)
    return first.add(months=months * further), months


@PLACES_IN_TIME.phrases("(?:deze|dit|this) {span}")
def _in_this_span(slots: Slots, today: Date) -> Date:
    """`deze week`, `this year`: its end."""
    return _in_a_span({**slots, "place": Place.END}, today)


@PLACES_IN_TIME.phrases("(?:het )?volgende? kwartaal|(?:the )?next quarter")
def _next_quarter(_slots: Slots, today: Date) -> Date:
    """Its end: nobody counts a quarter on from today."""
    return _in_span(Unit.QUARTER, Place.END, 1, today)


@PLACES_IN_TIME.phrases("{short_end}")
def _in_short(slots: Slots, today: Date) -> Date:
    """`eom`: the end of the month."""
    return _in_a_span({"span": slots["short_end"]}, today)


@PLACES_IN_TIME.phrases("{place}{of} {year}")
def _in_a_year(slots: Slots, _today: Date) -> Date:
    """`eind 2027`: 31 December."""
    return _in_months(Date(slots["year"], 1, 1), 12, Place(slots["place"]))


@PLACES_IN_TIME.phrases(
    "(?:{place}{of} )?q {quarter}(?: {year})?",
    "(?:{place}{of} )?(?:het |the )?{ordinal} (?:kwartaal|quarter)(?:(?: of| van)? {year})?",
)
def _in_a_quarter(slots: Slots, today: Date) -> Date:
    """`end of Q1`, `Q1`: 31 March."""
    place = Place(slots.get("place", Place.END))
    year = slots.get("year", today.year)
    quarter = slots["quarter"] if "quarter" in slots else slots["ordinal"]
    date = _in_months(_quarter(year, quarter), _MONTHS_IN_QUARTER, place)
    if date >= today or "year" in slots:
        return date
    return _in_months(_quarter(year + 1, quarter), _MONTHS_IN_QUARTER, place)


def _in_months(first: Date, months: int, place: Place) -> Date:
    """The first or the last day of so many months; the middle of a month is the 15th, that of a
    quarter the 15th of its second month, that of a year 1 July.
    """
    match place:
        case Place.BEGINNING:
            return first
        case Place.MIDDLE:
            if months == 1:
                return first.replace(day=15)
            if months == _MONTHS_IN_QUARTER:
                return first.add(months=1).replace(day=15)
            return first.add(months=months // 2)
        case Place.END:
            return last_day_of_month(first.add(months=months - 1))


def last_day_of_month(first: Date) -> Date:
    """Give the last day of the month that begins on a day."""
    # The first of the month after the calendar's last month does not exist.
    return first.replace(day=first.days_in_month)


def _quarter(year: int, quarter: int) -> Date:
    return Date(year, _MONTHS_IN_QUARTER * (quarter - 1) + 1, 1)


@PLACES_IN_TIME.phrases("(?:the |de )?{ordinal} {weekday}{of} {month}(?: {year})?")
def _weekday_of_a_month(slots: Slots, today: Date) -> Date:
    """`first monday of march`."""
    return _in_coming_month(
        slots, today, lambda first: _nth(slots["ordinal"], slots["weekday"], first, 1)
    )


@PLACES_IN_TIME.phrases(
    "(?:the |de )?{ordinal} {weekday}{of}(?: {which})? {span}",
    "(?:the |de )?{ordinal} {weekday}{of} {year}",
)
def _weekday_of_a_span(slots: Slots, today: Date) -> Date:
    """`laatste vrijdag van de maand`, `last friday of the quarter`."""
    return _in_coming_span(
        slots,
        today,
        lambda first, months: _nth(slots["ordinal"], slots["weekday"], first, months),
    )


@PLACES_IN_TIME.phrases("(?:in )?(?:the |de )?{ordinal} week{of} {month}(?: {year})?")
def _week_of_a_month(slots: Slots, today: Date) -> Date:
    """`eerste week van maart`: the Friday of its first week, or of its last."""
    return _in_coming_month(slots, today, lambda first: _nth_week(slots["ordinal"], first))


@PLACES_IN_TIME.phrases("(?:in )?(?:the |de )?{ordinal} week{of}(?: {which})? (?:maand|month)")
def _week_of_this_or_next_month(slots: Slots, today: Date) -> Date:
    """`eerste week van volgende maand`."""
    return _in_coming_span(
        {**slots, "span": Unit.MONTH}, today, lambda first, _: _nth_week(slots["ordinal"], first)
    )


def _nth_week(ordinal: int, first: Date) -> Date:
    """As with ISO years, a week is of the month that its Thursday is in."""
    thursday = _nth(ordinal, _THURSDAY, first, 1)
    return min(thursday.add(days=1), last_day_of_month(first))


@PLACES_IN_TIME.phrases(
    "(?:the |de )?(?:laatste|last) {working_day}{of} {month}(?: {year})?",
)
def _last_working_day_of_a_month(slots: Slots, today: Date) -> Date:
    return _in_coming_month(slots, today, lambda first: _last_working_day(first, 1))


@PLACES_IN_TIME.phrases("(?:the |de )?(?:laatste|last) {working_day}{of}(?: {which})? {span}")
def _last_working_day_of_a_span(slots: Slots, today: Date) -> Date:
    """`laatste werkdag van de maand`."""
    return _in_coming_span(slots, today, _last_working_day)


def _last_working_day(first: Date, months: int) -> Date:
    last = _in_months(first, months, Place.END)
    return last.subtract(days=max(0, last.weekday() - _FRIDAY))


def _nth(ordinal: int, weekday: int, first: Date, months: int) -> Date:
    """The so-manyth such day of the months from `first` on; -1 is their last."""
    if ordinal > 0:
        earliest = first.add(days=(weekday - first.weekday()) % _DAYS_IN_WEEK)
        return earliest.add(weeks=ordinal - 1)
    last = _in_months(first, months, Place.END)
    return last.subtract(days=(last.weekday() - weekday) % _DAYS_IN_WEEK)
