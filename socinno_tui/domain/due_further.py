"""The phrases that add one thing to another: so much and so much more, a day named further on."""

from __future__ import annotations

from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots
from socinno_tui.domain.due_places import last_day_of_month
from socinno_tui.domain.due_rules import coming_day, later, monday_of
from socinno_tui.domain.due_words import Unit

FURTHER: Final = Grammar()

_DAYS_IN_WEEK: Final = 7
_HALF: Final = {Unit.WEEK: 4, Unit.MONTH: 15}
_NEXT_YEAR: Final = "(?:volgend jaar|next year)"
_NEXT_MONTH: Final = "(?:de |the )?(?:volgende maand|next month)"


@FURTHER.phrases("(?:\\+ |over |binnen |in |within )?{count} {unit} (?:en|and) {count_2} {unit_2}")
def _so_much_and_more(slots: Slots, today: Date) -> Date:
    """`over 2 weken en 3 dagen`."""
    first = later(today, slots["count"], Unit(slots["unit"]))
    return later(first, slots["count_2"], Unit(slots["unit_2"]))


@FURTHER.phrases("(?:over|binnen) anderhalve {span}", "(?:in|within) (?:a|one) {span} and a half")
def _one_and_a_half(slots: Slots, today: Date) -> Date:
    """`over anderhalve week` is eleven days, half a week being four; half a month is fifteen."""
    unit = Unit(slots["span"])
    if unit is Unit.YEAR:
        return today.add(months=18)
    return later(today, 1, unit).add(days=_HALF[unit])


@FURTHER.phrases("(?:in |within )?a couple of {unit}")
def _a_couple(slots: Slots, today: Date) -> Date:
    """Two."""
    return later(today, 2, Unit(slots["unit"]))


@FURTHER.phrases("(?:over|in) {count} (?:weken|weeks|week)(?: (?:op|on))? {weekday}")
def _weekday_weeks_on(slots: Slots, today: Date) -> Date:
    """`over twee weken op vrijdag`: the Friday of the week that is two weeks on."""
    return monday_of(today).add(days=_DAYS_IN_WEEK * slots["count"] + slots["weekday"])


@FURTHER.phrases("{count} {unit} (?:from|after|na|vanaf) {weekday}")
def _from_a_weekday(slots: Slots, today: Date) -> Date:
    """`two weeks from friday`."""
    return later(_next(slots["weekday"], today), slots["count"], Unit(slots["unit"]))


@FURTHER.phrases("{weekday} week")
def _weekday_week(slots: Slots, today: Date) -> Date:
    """`friday week`: a week after the one to come."""
    return _next(slots["weekday"], today).add(weeks=1)


@FURTHER.phrases("(?:the )?week after next", "(?:de )?week na volgende week")
def _week_after_next(_slots: Slots, today: Date) -> Date:
    return today.add(weeks=2)


@FURTHER.phrases("{next_year}")
def _next_year(_slots: Slots, today: Date) -> Date:
    """A year on: 28 February after a leap day."""
    return today.add(years=1)


@FURTHER.phrases(
    f"(?:(?:the|de) )?(?:{{day}}{{nth}}?|{{day_word}})(?: (?:of|van|in))? {_NEXT_MONTH}"
)
def _day_of_next_month(slots: Slots, today: Date) -> Date:
    """`de 15e van volgende maand`."""
    first = today.replace(day=1).add(months=1)
    return first.replace(day=_day(slots))


@FURTHER.phrases(
    "(?:{weekday} )?(?:(?:the|de) )?{day_word}(?: (?:of|van))? {month}",
    "(?:{weekday} )?{month} (?:the )?{day_word}",
)
def _in_words(slots: Slots, today: Date) -> Date:
    """`vijftien december`, `the fifteenth of march`."""
    date = coming_day(slots["month"], slots["day_word"], today)
    if slots.get("weekday", date.weekday()) != date.weekday():
        raise ValueError(slots)
    return date


@FURTHER.phrases("(?:the|de) {day_word}", "{weekday} (?:(?:the|de) )?(?:{day}{nth}|{day_word})")
def _day_of_the_month(slots: Slots, today: Date) -> Date:
    """`de vijftiende`, `dinsdag de 15e`: the first one to come, which has to be that weekday."""
    day = _day(slots)
    for months in range(3):
        first = today.replace(day=1).add(months=months)
        if day <= first.days_in_month and first.replace(day=day) >= today:
            date = first.replace(day=day)
            if slots.get("weekday", date.weekday()) != date.weekday():
                break
            return date
    raise ValueError(slots)


@FURTHER.phrases(f"{{day}}{{nth}}?(?: (?:of|van))? {{month}} {_NEXT_YEAR}")
def _day_next_year(slots: Slots, today: Date) -> Date:
    """`15 januari volgend jaar`."""
    return Date(today.year + 1, slots["month"], slots["day"])


@FURTHER.phrases(f"(?:in )?{{month}}(?: (?:of|van))? {_NEXT_YEAR}")
def _month_next_year(slots: Slots, today: Date) -> Date:
    """`maart volgend jaar`: its last day."""
    return last_day_of_month(Date(today.year + 1, slots["month"], 1))


@FURTHER.phrases("in {month}")
def _in_a_month(slots: Slots, today: Date) -> Date:
    """`in december`: its last day."""
    return coming_last_day(slots["month"], today)


def coming_last_day(month: int, today: Date) -> Date:
    """Give the last day of a month, of this year unless that has passed."""
    date = last_day_of_month(Date(today.year, month, 1))
    return date if date >= today else last_day_of_month(Date(today.year + 1, month, 1))


def _next(weekday: int, today: Date) -> Date:
    return today.add(days=(weekday - today.weekday() - 1) % _DAYS_IN_WEEK + 1)


def _day(slots: Slots) -> int:
    return slots["day"] if "day" in slots else slots["day_word"]
