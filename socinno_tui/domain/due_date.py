"""Due dates as people say them: in Dutch or English, whatever language the screen is in."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from pendulum import Date

from socinno_tui.domain.due_feasts import FEAST_DAYS
from socinno_tui.domain.due_further import FURTHER
from socinno_tui.domain.due_grammar import Grammar, tidied
from socinno_tui.domain.due_places import PLACES_IN_TIME
from socinno_tui.domain.due_rules import DAYS
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.text import clean

DUE_DATES: Final = Grammar(DAYS, PLACES_IN_TIME, FEAST_DAYS, FURTHER)
"""Every phrase that is understood, whichever language the screen is in."""

LONGEST_DUE_DATE: Final = 80
"""The most characters a due date is read from."""

FAR_AWAY_AFTER: Final = 90
"""How many days on a due date may be without a remark."""

MOST_YEARS: Final = 10
"""Our choice: what nobody will look at in ten years is a slip of the keyboard, such as 2072."""

_SATURDAY: Final = 5


class DueDateRefused(RuleBroken):
    """What was typed cannot be a due date."""


class DueDateEmpty(DueDateRefused):
    """Nothing was typed."""


class DueDateNotUnderstood(DueDateRefused):
    """What was typed is no date, or no date that exists."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class DueDateInPast(DueDateRefused):
    """What was typed was understood as `due`, which is before `today`."""

    def __init__(self, due: Date, today: Date) -> None:
        super().__init__(due, today)
        self.due = due
        self.today = today


class DueDateTooFar(DueDateRefused):
    """What was typed was understood as `due`, which is more than `MOST_YEARS` after `today`."""

    def __init__(self, due: Date, today: Date) -> None:
        super().__init__(due, today)
        self.due = due
        self.today = today


class DueRemark(Enum):
    """What is worth a second look at a due date that is allowed."""

    WEEKEND = auto()
    FAR_AWAY = auto()


def parse_due_date(text: str, *, today: Date) -> Date:
    """Give the date meant, on or after today; the phrases stand in `due_rules` and `due_places`.

    A date without a year is the coming one; a weekday is the next one after today, `next friday`
    the Friday of next week; a week ends on Friday. Case and extra spaces do not matter.
    Raises DueDateEmpty, DueDateNotUnderstood, DueDateInPast, DueDateTooFar.
    """
    typed = clean(text)
    if not typed:
        raise DueDateEmpty
    if len(typed) > LONGEST_DUE_DATE:
        raise DueDateNotUnderstood(text)
    try:
        due = DUE_DATES.meant_by(tidied(typed), today)
    except (ValueError, OverflowError):
        raise DueDateNotUnderstood(text) from None
    if due is None:
        raise DueDateNotUnderstood(text)
    if due < today:
        raise DueDateInPast(due, today)
    if due.year > today.year + MOST_YEARS:
        raise DueDateTooFar(due, today)
    return due


def due_remarks(due: Date, *, today: Date) -> tuple[DueRemark, ...]:
    """Give what is worth a second look: a day in the weekend, more than 90 days on."""
    remarks = {
        DueRemark.WEEKEND: due.weekday() >= _SATURDAY,
        DueRemark.FAR_AWAY: (due - today).days > FAR_AWAY_AFTER,
    }
    return tuple(remark for remark, applies in remarks.items() if applies)
