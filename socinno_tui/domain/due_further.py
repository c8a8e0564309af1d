"""The phrases that add one thing to another: so much and so much more, a day named further on."""

from __future__ import annotations

from typing import Final

from pendulum import Date

from socinno_tui.domain.due_grammar import Grammar, Slots
from socinno_tui.domain.due_rules import later, monday_of
from socinno_tui.domain.due_words import Unit

FURTHER: Final = Grammar()

_DAYS_IN_WEEK: Final = 7
_MONTHS_AND_DAYS_IN_ONE_AND_A_HALF: Final = {
    Unit.WEEK: (0, 11),
    Unit.MONTH: (1, 15),
    Unit.QUARTER: (4, 15),
    Unit.YEAR: (18, 0),
}


@FURTHER.phrases(
    "(?:\\+ |over |binnen |in |within )?{count} {unit}{and} {count_2} {unit_2}"
    "(?:{and} {count_3} {unit_3})?"
)
def _so_much_and_more(slots: Slots, today: Date) -> Date:
    """`over 2 weken en 3 dagen`, `2w3d`, `1 maand, 2 weken en 3 dagen`: the largest first."""
    date, last = today, Unit.YEAR + 1
    for which in ("", "_2", "_3"):
        if f"unit{which}" not in slots:
            break
        unit = Unit(slots[f"unit{which}"])
        if unit >= last:
            raise ValueError(slots)
        date, last = later(date, slots[f"count{which}"], unit), unit
    return date


@FURTHER.phrases(
    "(?:over|binnen) anderhal(?:ve|f) {span}", "(?:in|within) (?:a|one) {span} and a half"
)
def _one_and_a_half(slots: Slots, today: Date) -> Date:
    """`over anderhalve week` is eleven days, half a week being four; half a month is fifteen."""
    months, days = _MONTHS_AND_DAYS_IN_ONE_AND_A_HALF[Unit(slots["span"])]
    return today.add(months=months, days=days)


@FURTHER.phrases("(?:in |within )?a couple of {unit}")
def _a_couple(slots: Slots, today: Date) -> Date:
    """Two."""
    return later(today, 2, Unit(slots["unit"]))


@FURTHER.phrases("(?:over|in) {count} (?:weken|weeks|week)(?: (?:op|on))? {weekday}")
def _weekday_weeks_on(slots: Slots, today: Date) -> Date:
    """`over twee weken op vrijdag`: the Friday of the week that is two weeks on."""
    return monday_of(today).add(days=_DAYS_IN_WEEK * slots["count"] + slots["weekday"])


@FURTHER.phrases("(?:the )?week after next", "(?:de )?week na volgende week")
def _week_after_next(_slots: Slots, today: Date) -> Date:
    return today.add(weeks=2)


@FURTHER.phrases("volgend jaar", "next year")
def _next_year(_slots: Slots, today: Date) -> Date:
    """A year on: 28 February after a leap day."""
    return today.add(years=1)


@FURTHER.phrases(
    "(?:(?:the|de) )?(?:{day}{nth}?|{day_word})(?: (?:of|van|in))? (?:de |the )?"
    "(?:volgende maand|next month)"
)
def _day_of_next_month(slots: Slots, today: Date) -> Date:
    """`de 15e van volgende maand`."""
    first = today.replace(day=1).add(months=1)
    return first.replace(day=slots["day"] if "day" in slots else slots["day_word"])
