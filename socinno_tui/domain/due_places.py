"""The phrases for a day by its place in a week, month, quarter or year; Dutch and English alike.

A rule gives the date meant, and raises ValueError or OverflowError when there is none (week 53 of a
year without one): nothing is ever guessed.
"""

from __future__ import annotations

from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots
from socinno_tui.domain.due_words import Place, Unit

PLACES_IN_TIME: Final = Grammar()

_DAYS_IN_WEEK: Final = 7
_FRIDAY: Final = 4
_MONTHS_IN_QUARTER: Final = 3
_MONTHS_IN_YEAR: Final = 12
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


@PLACES_IN_TIME.phrases("(?:{place}|{last_day}){of} {month}(?: (?:of |van )?{year})?")
def _in_a_month(slots: Slots, today: Date) -> Date:
    """`begin maart` is the 1st, `half maart` the 15th, `eind maart` the last day."""
    month, place = slots["month"], Place(slots.get("place", Place.END))
    if "year" in slots:
        return _in_month(Date(slots["year"], month, 1), place)
    date = _in_month(Date(today.year, month, 1), place)
    return date if date >= today else _in_month(Date(today.year + 1, month, 1), place)


@PLACES_IN_TIME.phrases("(?:{place}|{last_day}){of}(?: {which})? {span}")
def _in_a_span(slots: Slots, today: Date) -> Date:
    """`eind van de maand`, `end of next week`, `begin volgend jaar`; of this one when unsaid.

    A week ends on its Friday; once that is past, on the next.
    """
    place, further = Place(slots.get("place", Place.END)), slots.get("which", 0)
    match Unit(slots["span"]):
        case Unit.WEEK:
            date = today.add(weeks=further, days=_WEEKDAY_AT[place] - today.weekday())
            return date.add(weeks=1) if place is Place.END and date < today else date
        case Unit.MONTH:
            return _in_month(today.replace(day=1).add(months=further), place)
        case Unit.QUARTER:
            quarter = (today.month - 1) // _MONTHS_IN_QUARTER + 1
            start = _quarter(today.year, quarter).add(months=_MONTHS_IN_QUARTER * further)
            return _in_months(start, _MONTHS_IN_QUARTER, place)
        case _:
            return _in_months(Date(today.year + further, 1, 1), _MONTHS_IN_YEAR, place)


@PLACES_IN_TIME.phrases("(?:deze|dit|this) {span}")
def _in_this_span(slots: Slots, today: Date) -> Date:
    """`deze week`, `this year`: its end."""
    return _in_a_span({**slots, "place": Place.END}, today)


@PLACES_IN_TIME.phrases("eow")
def _end_of_week_in_short(_slots: Slots, today: Date) -> Date:
    return _in_a_span({"span": Unit.WEEK, "place": Place.END}, today)


@PLACES_IN_TIME.phrases("eom")
def _end_of_month_in_short(_slots: Slots, today: Date) -> Date:
    return _in_a_span({"span": Unit.MONTH, "place": Place.END}, today)


@PLACES_IN_TIME.phrases("{place}{of} {year}")
def _in_a_year(slots: Slots, _today: Date) -> Date:
    """`eind 2027`: 31 December."""
    return _in_months(Date(slots["year"], 1, 1), 12, Place(slots["place"]))


@PLACES_IN_TIME.phrases(
    "(?:{place}{of} )?q {quarter}(?: {year})?",
    "(?:{place}{of} )?(?:het |the )?{ordinal} (?:kwartaal|quarter)(?: {year})?",
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


def _in_month(first: Date, place: Place) -> Date:
    if place is Place.MIDDLE:
        return first.replace(day=15)
    return _in_months(first, 1, place)


def _in_months(first: Date, months: int, place: Place) -> Date:
    """The first or the last day of so many months; the middle of a quarter is the 15th of its
    second month, that of a year 1 July.
    """
    match place:
        case Place.BEGINNING:
            return first
        case Place.MIDDLE:
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


@PLACES_IN_TIME.phrases(
    "(?:the |de )?{ordinal} {weekday}{of} {month}(?: {year})?",
    "(?:the |de )?{ordinal} {weekday}{of}(?: {which})? (?:maand|month)",
)
def _weekday_of_a_month(slots: Slots, today: Date) -> Date:
    """`laatste vrijdag van de maand`, `first monday of march`."""
    if "month" not in slots:
        first = today.replace(day=1).add(months=slots.get("which", 0))
        return _nth(slots["ordinal"], slots["weekday"], first)
    year = slots.get("year", today.year)
    date = _nth(slots["ordinal"], slots["weekday"], Date(year, slots["month"], 1))
    if date >= today or "year" in slots:
        return date
    return _nth(slots["ordinal"], slots["weekday"], Date(year + 1, slots["month"], 1))


def _nth(ordinal: int, weekday: int, first: Date) -> Date:
    """The so-manyth such day of the month that starts on `first`; -1 is its last."""
    earliest = first.add(days=(weekday - first.weekday()) % _DAYS_IN_WEEK)
    if ordinal > 0:
        return earliest.add(weeks=ordinal - 1)
    return earliest.add(weeks=(first.days_in_month - earliest.day) // _DAYS_IN_WEEK)
