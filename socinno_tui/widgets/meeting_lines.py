"""A meeting in one line of the library, planned to the cell."""

from __future__ import annotations

from pendulum import Date
from textual.content import Content

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import short_date
from socinno_tui.wording.states import phase_word

DATE_WIDTH = 15
PHASE_WIDTH = 17
COUNT_WIDTH = 22
LEAST_TITLE = 12


def meeting_line(summary: MeetingSummary, width: int, *, today: Date) -> Content:
    """Give title, date, phase and agreements side by side in `width` cells.

    The phase gives way first, then the date: the title and what is overdue stay.
    """
    columns = [(_day(summary, today), DATE_WIDTH), (_phase(summary), PHASE_WIDTH)]
    count = _count(summary)
    room = width - COUNT_WIDTH - sum(cells for _text, cells in columns)
    while columns and room < LEAST_TITLE:
        room += columns.pop()[1]
    line = _cell(_title(summary), max(LEAST_TITLE, room))
    for text, cells in columns:
        line += _cell(text, cells)
    return shortened(line + count, width)


def title_of(summary: MeetingSummary) -> str:
    """Give the title, or the question of a meeting that has none yet."""
    return one_line(summary.title or summary.question) or _("Untitled")


def _cell(text: Content, cells: int) -> Content:
    kept = shortened(text, cells - 2)
    return kept.pad_right(cells - kept.cell_length)


def _title(summary: MeetingSummary) -> Content:
    return Content.styled(title_of(summary), "bold")


def _day(summary: MeetingSummary, today: Date) -> Content:
    moment = summary.starts_at or summary.closed_at
    if moment is None:
        return Content.styled(_("no date yet"), "$quiet")
    return Content(short_date(moment.in_timezone(summary.zone).date(), today=today))


def _phase(summary: MeetingSummary) -> Content:
    if summary.phase is Phase.CLOSING:
        return Content.styled(f"{symbols.ATTENTION} " + _("not closed"), "bold $near")
    return Content.styled(phase_word(summary.phase), "$quiet")


def _count(summary: MeetingSummary) -> Content:
    """How many agreements are open and overdue: the latter by sign, word and colour."""
    if summary.phase is not Phase.FOLLOW_UP:
        return Content.empty()
    if not summary.open_count:
        return Content.styled(f"{symbols.DONE} " + _("nothing open"), "$within")
    opened = ngettext("{count} open", "{count} open", summary.open_count)
    said = Content(opened.format(count=summary.open_count))
    if not summary.overdue_count:
        return said
    overdue = ngettext("{count} overdue", "{count} overdue", summary.overdue_count)
    words = f"{symbols.OVERDUE} {overdue.format(count=summary.overdue_count)}"
    return Content.styled(words, "bold $over") + " · " + said
