"""Dates, and what is said of a due date or an owner, in the chosen language."""

from __future__ import annotations

from functools import lru_cache

from pendulum import Date, DateTime

from socinno_tui.domain.due_date import (
    MOST_YEARS,
    DueDateEmpty,
    DueDateInPast,
    DueDateRefused,
    DueDateTooFar,
    DueRemark,
)
from socinno_tui.domain.owner import OwnerReason, OwnerRefused
from socinno_tui.i18n import _, current_language, ngettext

_SHORT = {"nl": "dd D MMM", "en": "ddd D MMM"}
"""In pendulum's tokens; its English "dd" has two letters, its Dutch "ddd" as well."""


def short_date(date: Date, *, today: Date) -> str:
    """A date such as "vr 11 dec" or "Fri 11 Dec", with its year when that is not today's."""
    language = current_language()
    form = _SHORT[language] if date.year == today.year else f"{_SHORT[language]} YYYY"
    return _formatted(date, form, language)


@lru_cache(maxsize=1024)
def _formatted(date: Date, form: str, language: str) -> str:
    # A register says the same few hundred dates over and over, and formatting one takes 40 µs.
    # Pendulum's Dutch months end in a dot, as they would within a sentence: "11 dec.".
    return date.format(form, locale=language).replace(".", "")


def long_date(date: Date) -> str:
    """A date in full: "vrijdag 11 december 2026"."""
    return date.format("dddd D MMMM YYYY", locale=current_language())


def clock_time(instant: DateTime, zone: str) -> str:
    """The time of day that the clocks of a zone show: "09:30"."""
    return instant.in_timezone(zone).format("HH:mm")


def days_from(date: Date, *, today: Date) -> str:
    """How far off a date is, in days: "over 18 dagen", "gisteren"."""
    days = date.toordinal() - today.toordinal()
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days == -1:
        return _("yesterday")
    if days > 0:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)


def due_understood(due: Date, *, today: Date) -> str:
    """What was understood of a due date: "vr 11 dec · over 18 dagen"."""
    return _("{date} · {distance}").format(
        date=short_date(due, today=today), distance=days_from(due, today=today)
    )


def due_remark_words(remark: DueRemark) -> str:
    """What is worth a second look at a due date."""
    return {
        DueRemark.WEEKEND: _("That is in the weekend: is it meant so?"),
        DueRemark.FAR_AWAY: _("That is more than three months away: what can be done sooner?"),
    }[remark]


def due_refusal_words(refused: DueDateRefused) -> str:
    """Why a due date was refused, with three examples of what can be typed."""
    if isinstance(refused, DueDateInPast):
        return _("{date} has passed: choose a later day, such as tomorrow, friday or +2w.").format(
            date=short_date(refused.due, today=refused.today)
        )
    if isinstance(refused, DueDateTooFar):
        return _(
            "{date} is more than {years} years away: choose a day such as 15 dec, friday or +2w."
        ).format(date=short_date(refused.due, today=refused.today), years=MOST_YEARS)
    if isinstance(refused, DueDateEmpty):
        return _("Type a date, such as 15 dec, friday or +2w.")
    return _("This is not understood as a date: try 15 dec, friday or +2w.")


def owner_refusal_words(refused: OwnerRefused) -> str:
    """Why what was typed is not one owner, and what to type."""
    return {
        OwnerReason.EMPTY: _("There is no owner yet: type the name of one person."),
        OwnerReason.EVERYONE: _("What everyone does, no one does: who takes the lead?"),
        OwnerReason.WE: _("Together works best with one person in the lead: who of you?"),
        OwnerReason.GROUP: _("A group cannot be called to ask how it goes: who in it can?"),
        OwnerReason.NOBODY_YET: _(
            "Without a name it stays undone: who takes it on, or may the idea wait?"
        ),
        OwnerReason.SOMEONE: _("Who exactly? Type the name, so that everyone knows whom to ask."),
        OwnerReason.TWO_PEOPLE: _(
            "One person takes the lead, and others may help: who will it be?"
        ),
    }[refused.reason]
