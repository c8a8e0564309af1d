"""A dated line of an agreement's history in words, whatever the file."""

from __future__ import annotations

from socinno_tui.domain.action import Update
from socinno_tui.i18n import _
from socinno_tui.wording.states import update_word


def what_became(line: Update, due: str = "") -> str:
    """Give what a line says: "moved · Sat 28 Nov · the map came late". The date it was moved to
    comes as the file words dates.
    """
    return " · ".join(part for part in (update_word(line.kind), due, line.owner, line.text) if part)


def dated_line(line: Update, zone: str) -> str:
    """Give what a line says behind its day, with dates as tables and calendars have them."""
    due = "" if line.due is None else line.due.isoformat()
    return _("{date}: {what}").format(
        date=line.at.in_timezone(zone).date().isoformat(), what=what_became(line, due)
    )
