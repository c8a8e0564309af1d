"""The phrases for a day: by the calendar, so much later, or by its name; Dutch and English alike.

A rule gets what stood in the slots of its phrase as numbers, and gives the date meant. It raises
ValueError or OverflowError when there is no such date (30 February, week 53 of a year without one):
nothing is ever guessed.
"""

from __future__ import annotations

import calendar
from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots
from socinno_tui.domain.due_words import Unit

DAYS: Final = Grammar()

_DAYS_IN_WEEK: Final = 7
_FRIDAY: Final = 4
_MONTHS_IN_QUARTER: Final = 3
_DAYS_IN: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS_IN: Final = {Unit.MONTH: 1, Unit.QUARTER: _MONTHS_IN_QUARTER, Unit.YEAR: 12}
_LEAP_YEAR_WITHIN: Final = 8  # years: 1896 to 1904 is the longest the calendar goes without


# --- dates by the calendar -----------------------------------------------------------------------


def coming_day(month: int, day: int, today: Date) -> Date:
    """Give the first such day on or after today; 29 February waits for a leap year."""
    for year in range(today.year, today.year + _LEAP_YEAR_WITHIN + 1):
        if day <= calendar.monthrange(year, month)[1] and Date(year, month, day) >= today:
            return Date(year, month, day)
    raise ValueError((month, day))


def _year(slots: Slots) -> int | None:
    """The year named; two digits are of this century, which is the 21st."""
    if "short_year" in slots:
        return 2000 + slots["short_year"]
    return slots.get("year")


@DAYS.phrases(
    "{year}-{month_number}-{day}",
    "{year}/{month_number}/{day}",
    "(?:{weekday} )?{day}-{month_number}(?:(?: |-){year}|-{short_year})?",
    "(?:{weekday} )?{day}/{month_number}(?:(?: |/){year}|/{short_year})?",
    r"(?:{weekday} )?{day}\.{month_number}(?:(?: |\.){year}|\.{short_year})?",
    "(?:{weekday} )?(?:(?:the|de) )?{day}{nth}?(?: (?:of|van))? {month}"
    "(?: (?:{year}|'?{short_year}))?",
    "(?:{weekday} )?{month} (?:the )?{day}{nth}?(?: (?:{year}|'?{short_year}))?",
    "(?:{weekday} )?(?:(?:the|de) )?{day_word}(?: (?:of|van))? {month}(?: {year})?",
    "(?:{weekday} )?{month} (?:the )?{day_word}(?: {year})?",
)
def _by_the_calendar(slots: Slots, today: Date) -> Date:
    """`2026-12-15`, `15-12`, `15 dec 2026`; a weekday beside it has to be that day's own."""
    month = slots["month"] if "month" in slots else slots["month_number"]
    day = slots["day"] if "day" in slots else slots["day_word"]
    year = _year(slots)
    date = coming_day(month, day, today) if year is None else Date(year, month, day)
    return _on_its_weekday(date, slots)


def _on_its_weekday(date: Date, slots: Slots) -> Date:
    if slots.get("weekday", date.weekday()) != date.weekday():
        raise ValueError(slots)
    return date


@DAYS.phrases(
    "(?:(?:the|de) )?{day}{nth}(?: (?:of|van) (?:the month|de maand))?",
    "(?:the|de) {day_word}",
    "(?:(?:the|de) )?{day_word} (?:of|van) (?:the month|de maand)",
    "{weekday} (?:(?:the|de) )?(?:{day}{nth}|{day_word})",
)
def _by_the_day_of_the_month(slots: Slots, today: Date) -> Date:
    """`de 15e`, `the 15th`: the first one on or after today; `31e` waits for a month that long.

    `dinsdag de 15e` has to be that weekday.
    """
    day = slots["day"] if "day" in slots else slots["day_word"]
    for months in range(3):
        first = today.replace(day=1).add(months=months)
        if day <= first.days_in_month and first.replace(day=day) >= today:
            return _on_its_weekday(first.replace(day=day), slots)
    raise ValueError(slots)


# --- so much later -------------------------------------------------------------------------------


def later(date: Date, count: int, unit: Unit) -> Date:
    """Give so much later; from the 31st a month ends on its last day."""
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


@DAYS.phrases("{days_on}")
def _days_on(slots: Slots, today: Date) -> Date:
    """`vandaag`, `tomorrow`, and `gisteren` too, which is refused as past, not as unknown."""
    return today.add(days=slots["days_on"])


@DAYS.phrases(
    "eod|cob|close of business|(?:the )?end of (?:the )?day",
    "(?:het )?einde?(?: van de)? (?:werk)?dag",
)
def _end_of_the_day(_slots: Slots, today: Date) -> Date:
    """Today: an agreement is due on a day, not at an hour."""
    return today


@DAYS.phrases("(?:the |de )?(?:next|volgende|eerstvolgende) {working_day}")
def _next_working_day(_slots: Slots, today: Date) -> Date:
    return _working_days_later(today, 1)


@DAYS.phrases(
    "(?:\\+ )?{count} {unit}",
    "(?:over|binnen|in|within) {count} {unit}",
    "{count} {unit} (?:from (?:now|today)|vanaf (?:nu|vandaag)|later)",
    "in {count} {unit}(?:'s?)? time",
)
def _so_much_later(slots: Slots, today: Date) -> Date:
    """`+2w`, `over drie weken`, `within 10 days`."""
    return later(today, slots.get("count", 1), Unit(slots["unit"]))


@DAYS.phrases("(?:over|binnen) (?:een )?half jaar", "(?:in|within) half a year")
def _half_a_year_later(_slots: Slots, today: Date) -> Date:
    """`over een half jaar`: six months."""
    return today.add(months=6)


@DAYS.phrases("(?:this time )?{next_week}")
def _next_week(_slots: Slots, today: Date) -> Date:
    """Seven days on."""
    return today.add(weeks=1)


@DAYS.phrases("volgende maand", "next month")
def _next_month(_slots: Slots, today: Date) -> Date:
    """A month on: 30 April after 31 March."""
    return today.add(months=1)


# --- weekdays ------------------------------------------------------------------------------------


def monday_of(date: Date) -> Date:
    """Give the Monday of the week that a date is in."""
    return date.subtract(days=date.weekday())


@DAYS.phrases("{weekday}", "{coming} {weekday}", "{weekday} (?:a s|as)")
def _coming_weekday(slots: Slots, today: Date) -> Date:
    """The next such day after today: on a Friday, Friday is a week on."""
    return today.add(days=(slots["weekday"] - today.weekday() - 1) % _DAYS_IN_WEEK + 1)


@DAYS.phrases(
    "(?:volgende|next) {weekday}", "{next_week}{on} {weekday}", "{weekday}(?: in)? {next_week}"
)
def _weekday_of_next_week(slots: Slots, today: Date) -> Date:
    """`next friday` is the one of next week, as `volgende week vrijdag` says outright.

    Weeks run from Monday to Sunday (ISO 8601).
    """
    return monday_of(today).add(days=_DAYS_IN_WEEK + slots["weekday"])


@DAYS.phrases("{this_week}{on} {weekday}", "{weekday}(?: in)? {this_week}")
def _weekday_of_this_week(slots: Slots, today: Date) -> Date:
    """`vrijdag deze week`: of the week that today is in, be it past."""
    return monday_of(today).add(days=slots["weekday"])


@DAYS.phrases(
    "{weekday} (?:over|in) {count} {unit}", "{count} {unit} on {weekday}", "{weekday} {week_or_two}"
)
def _weekday_so_much_later(slots: Slots, today: Date) -> Date:
    """`vrijdag over een week`, `a week on friday`, `friday fortnight`: after the one to come.

    `Friday in three days` is no friday.
    """
    return _on_its_weekday(_from_a_weekday(slots, today), slots)


@DAYS.phrases("{count} {unit} (?:from|after|na|vanaf) {weekday}")
def _from_a_weekday(slots: Slots, today: Date) -> Date:
    """`two weeks from friday`, `drie dagen na maandag`."""
    return _so_much_later(slots, _coming_weekday(slots, today))


@DAYS.phrases(
    "{days_on} (?:over|in) {count} {unit}",
    "{count} {unit} (?:from|on|after|na|vanaf) {days_on}",
    "{count} {week_or_two} {today_or_tomorrow}",
    "{today_or_tomorrow} {week_or_two}",
)
def _after_a_day(slots: Slots, today: Date) -> Date:
    """`morgen over een week`, `a week from today`, `tomorrow fortnight`."""
    return _so_much_later(slots, _days_on(slots, today))


@DAYS.phrases("voor het weekend", "before the weekend")
def _before_the_weekend(_slots: Slots, today: Date) -> Date:
    """Friday; on a Saturday or Sunday that of the weekend to come."""
    return today.add(days=(_FRIDAY - today.weekday()) % _DAYS_IN_WEEK)


@DAYS.phrases("(?:in )?(?:het|the|(?:(?:het|the) )?(?:{which}|{coming})) weekend")
def _weekend(slots: Slots, today: Date) -> Date:
    """The Sunday it ends with; `next weekend` is that of next week, as `next friday` is."""
    return monday_of(today).add(days=_DAYS_IN_WEEK * (slots.get("which", 0) + 1) - 1)


@DAYS.phrases("na het weekend", "after the weekend")
def _after_the_weekend(_slots: Slots, today: Date) -> Date:
    """The first Monday to come."""
    return monday_of(today).add(weeks=1)
