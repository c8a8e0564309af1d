"""The phrases that mean a date, in the order in which they are tried; Dutch and English alike.

A rule gets what stood in the slots of its phrase as numbers, and gives the date meant. It raises
ValueError or OverflowError when there is no such date (30 February, week 53 of a year without one):
nothing is ever guessed.
"""

from __future__ import annotations

import calendar
from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots
from socinno_tui.domain.due_words import Place, Unit

DUE_DATES: Final = Grammar()

_DAYS_IN_WEEK: Final = 7
_FRIDAY: Final = 4
_MONTHS_IN_QUARTER: Final = 3
_DAYS_IN: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS_IN: Final = {Unit.MONTH: 1, Unit.QUARTER: _MONTHS_IN_QUARTER, Unit.YEAR: 12}
_LEAP_YEAR_WITHIN: Final = 8  # years: 1896 to 1904 is the longest the calendar goes without


# --- dates by the calendar -----------------------------------------------------------------------


def _coming(month: int, day: int, today: Date) -> Date:
    """The first such day on or after today; 29 February waits for a leap year."""
    for year in range(today.year, today.year + _LEAP_YEAR_WITHIN + 1):
        if day <= calendar.monthrange(year, month)[1] and Date(year, month, day) >= today:
            return Date(year, month, day)
    raise ValueError((month, day))


def _year(slots: Slots) -> int | None:
    """The year named; two digits are of this century, which is the 21st."""
    if "short_year" in slots:
        return 2000 + slots["short_year"]
    return slots.get("year")


@DUE_DATES.phrases(
    "{year}-{month_number}-{day}",
    "{year}/{month_number}/{day}",
    "{day}-{month_number}",
    "{day}/{month_number}",
    r"{day}\.{month_number}",
    "{day}-{month_number}-(?:{year}|{short_year})",
    "{day}/{month_number}/(?:{year}|{short_year})",
    r"{day}\.{month_number}\.(?:{year}|{short_year})",
    "(?:{weekday} )?(?:(?:the|de) )?{day}{nth}?(?: (?:of|van))? {month}"
    "(?: (?:{year}|'?{short_year}))?",
    "(?:{weekday} )?{month} (?:the )?{day}{nth}?(?: (?:{year}|'?{short_year}))?",
)
def _by_the_calendar(slots: Slots, today: Date) -> Date:
    """`2026-12-15`, `15-12`, `15 dec 2026`; a weekday beside it has to be that day's own."""
    month = slots["month"] if "month" in slots else slots["month_number"]
    year = _year(slots)
    date = _coming(month, slots["day"], today) if year is None else Date(year, month, slots["day"])
    if slots.get("weekday", date.weekday()) != date.weekday():
        raise ValueError(slots)
    return date


@DUE_DATES.phrases("(?:(?:the|de) )?{day}{nth}(?: (?:of|van) (?:the month|de maand))?")
def _by_the_day_of_the_month(slots: Slots, today: Date) -> Date:
    """`de 15e`, `the 15th`: the first one on or after today; `31e` waits for a month that long."""
    for months in range(3):
        first = today.replace(day=1).add(months=months)
        if slots["day"] <= first.days_in_month and first.replace(day=slots["day"]) >= today:
            return first.replace(day=slots["day"])
    raise ValueError(slots)


# --- so much later -------------------------------------------------------------------------------


def _later(date: Date, count: int, unit: Unit) -> Date:
    """So much later; from the 31st a month ends on its last day."""
    match unit:
        case Unit.DAY | Unit.WEEK | Unit.FORTNIGHT:
            return date.add(days=count * _DAYS_IN[unit])
        case Unit.WORKING_DAY:
            return _working_days_later(date, count)
        case Unit.MONTH | Unit.QUARTER | Unit.YEAR:
            return date.add(months=count * _MONTHS_IN[unit])


def _working_days_later(date: Date, count: int) -> Date:
    """Monday to Friday count; from a weekend the count starts on Friday, its last working day."""
    on_week = min(date.weekday(), _FRIDAY)
    start = date.subtract(days=date.weekday() - on_week)
    weeks, rest = divmod(on_week + count, _FRIDAY + 1)
    return start.add(days=weeks * _DAYS_IN_WEEK + rest - on_week)


@DUE_DATES.phrases("{days_on}")
def _days_on(slots: Slots, today: Date) -> Date:
    """`vandaag`, `tomorrow`, and `gisteren` too, which is refused as past, not as unknown."""
    return today.add(days=slots["days_on"])


@DUE_DATES.phrases(
    "(?:\\+ )?{count} {unit}",
    "(?:over|binnen|in|within) {count} {unit}",
    "{count} {unit} (?:from (?:now|today)|vanaf (?:nu|vandaag)|later)",
    "(?:vandaag|today) (?:over|in) {count} {unit}",
)
def _so_much_later(slots: Slots, today: Date) -> Date:
    """`+2w`, `over drie weken`, `within 10 days`."""
    return _later(today, slots["count"], Unit(slots["unit"]))


@DUE_DATES.phrases("(?:over|binnen) (?:een )?half jaar", "(?:in|within) half a year")
def _half_a_year_later(_slots: Slots, today: Date) -> Date:
    """`over een half jaar`: six months."""
    return today.add(months=6)


@DUE_DATES.phrases("{next_week}")
def _next_week(_slots: Slots, today: Date) -> Date:
    """Seven days on."""
    return today.add(weeks=1)


@DUE_DATES.phrases("volgende maand", "next month")
def _next_month(_slots: Slots, today: Date) -> Date:
    """A month on: 30 April after 31 March."""
    return today.add(months=1)


# --- weekdays ------------------------------------------------------------------------------------


def _monday(date: Date) -> Date:
    return date.subtract(days=date.weekday())


@DUE_DATES.phrases("{weekday}", "{coming} {weekday}", "{weekday} (?:a s|as)")
def _coming_weekday(slots: Slots, today: Date) -> Date:
    """The next such day after today: on a Friday, Friday is a week on."""
    return today.add(days=(slots["weekday"] - today.weekday() - 1) % _DAYS_IN_WEEK + 1)


@DUE_DATES.phrases(
    "(?:volgende|next) {weekday}", "{next_week}{on} {weekday}", "{weekday}(?: in)? {next_week}"
)
def _weekday_of_next_week(slots: Slots, today: Date) -> Date:
    """`next friday` is the one of next week, as `volgende week vrijdag` says outright.

    Weeks run from Monday to Sunday (ISO 8601).
    """
    return _monday(today).add(days=_DAYS_IN_WEEK + slots["weekday"])


@DUE_DATES.phrases("{this_week}{on} {weekday}", "{weekday}(?: in)? {this_week}")
def _weekday_of_this_week(slots: Slots, today: Date) -> Date:
    """`vrijdag deze week`: of the week that today is in, be it past."""
    return _monday(today).add(days=slots["weekday"])


@DUE_DATES.phrases(
    "{week_word} {week}(?: (?:of |van |in )?{year})?",
    "{year} w {week}",
    "{weekday}(?:{of}| ,) {week_word} {week}(?: (?:of |van |in )?{year})?",
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


_WEEKDAY_AT: Final = {Place.BEGINNING: 0, Place.MIDDLE: 2, Place.END: _FRIDAY}


def _weeks_in(year: int) -> int:
    """52 or 53: 28 December is always in the last week (ISO 8601)."""
    return Date(year, 12, 28).isocalendar().week


def _in_week(year: int, week: int, weekday: int) -> Date:
    return Date.fromisocalendar(year, week, weekday + 1)


# --- begin, middle and end of ... ----------------------------------------------------------------


@DUE_DATES.phrases("{place}{of} {month}(?: (?:of |van )?{year})?")
def _in_a_month(slots: Slots, today: Date) -> Date:
    """`begin maart` is the 1st, `half maart` the 15th, `eind maart` the last day."""
    month, place = slots["month"], Place(slots["place"])
    if "year" in slots:
        return _in_month(Date(slots["year"], month, 1), place)
    date = _in_month(Date(today.year, month, 1), place)
    return date if date >= today else _in_month(Date(today.year + 1, month, 1), place)


@DUE_DATES.phrases("{place}{of}(?: {which})? {span}")
def _in_a_span(slots: Slots, today: Date) -> Date:
    """`eind van de maand`, `end of next week`, `begin volgend jaar`; of this one when unsaid.

    A week ends on its Friday; once that is past, on the next.
    """
    place, further = Place(slots["place"]), slots.get("which", 0)
    match Unit(slots["span"]):
        case Unit.WEEK:
            date = _monday(today).add(weeks=further, days=_WEEKDAY_AT[place])
            return date.add(weeks=1) if place is Place.END and date < today else date
        case Unit.MONTH:
            return _in_month(today.replace(day=1).add(months=further), place)
        case Unit.QUARTER:
            quarter = (today.month - 1) // _MONTHS_IN_QUARTER + 1
            start = _quarter(today.year, quarter).add(months=_MONTHS_IN_QUARTER * further)
            return _in_months(start, _MONTHS_IN_QUARTER, place)
        case _:
            return _in_months(Date(today.year + further, 1, 1), 12, place)


@DUE_DATES.phrases("{place}{of} {year}")
def _in_a_year(slots: Slots, _today: Date) -> Date:
    """`eind 2027`: 31 December."""
    return _in_months(Date(slots["year"], 1, 1), 12, Place(slots["place"]))


@DUE_DATES.phrases("{place}{of} q {quarter}(?: {year})?")
def _in_a_quarter(slots: Slots, today: Date) -> Date:
    """`end of Q1`: 31 March."""
    place = Place(slots["place"])
    year = slots.get("year", today.year)
    date = _in_months(_quarter(year, slots["quarter"]), _MONTHS_IN_QUARTER, place)
    if date >= today or "year" in slots:
        return date
    return _in_months(_quarter(year + 1, slots["quarter"]), _MONTHS_IN_QUARTER, place)


def _in_month(first: Date, place: Place) -> Date:
    if place is Place.MIDDLE:
        return first.replace(day=15)
    return _in_months(first, 1, place)


def _in_months(first: Date, months: int, place: Place) -> Date:
    """The first or the last day of so many months; their middle is not said of one day."""
    match place:
        case Place.BEGINNING:
            return first
        case Place.MIDDLE:
            raise ValueError(place)
        case Place.END:
            # The first of the month after the calendar's last month does not exist.
            last = first.add(months=months - 1)
            return last.replace(day=last.days_in_month)


def _quarter(year: int, quarter: int) -> Date:
    return Date(year, _MONTHS_IN_QUARTER * (quarter - 1) + 1, 1)


@DUE_DATES.phrases(
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
