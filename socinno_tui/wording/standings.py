"""How an agreement stands on a day, in words that count the days."""

from __future__ import annotations

from pendulum import Date

from socinno_tui.domain.action import ActionItem, Standing
from socinno_tui.i18n import ngettext
from socinno_tui.wording.dates import days_from
from socinno_tui.wording.states import standing_word


def standing_line(action: ActionItem, today: Date) -> str:
    """Say how an action stands today: "4 dagen te laat", "over 3 dagen", "klaar"."""
    due = action.due_now
    standing = action.standing(today)
    if due is None or standing in {Standing.DONE, Standing.STOPPED}:
        return standing_word(standing)
    if standing is Standing.OVERDUE:
        days = today.toordinal() - due.toordinal()
        return ngettext("{count} day late", "{count} days late", days).format(count=days)
    return days_from(due, today=today)


def moved_words(times: int) -> str:
    """Say how many times a date was moved: "2× verschoven"."""
    return ngettext("moved {count}×", "moved {count}×", times).format(count=times)
