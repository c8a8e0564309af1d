"""A meeting in the library, planned to the cell: what waits there, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from pendulum import Date
from textual.content import Content

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.widgets.row_list import Lines, row
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import short_date
from socinno_tui.wording.states import phase_word


def meeting_row(summary: MeetingSummary, width: int, *, today: Date) -> Content:
    """Give two lines of `width` cells: what waits and the title, then the date and the phase."""
    return row(_waiting(summary), _about(summary, today), width)


def title_of(summary: MeetingSummary) -> str:
    """Give the title, or the question of a meeting that has none yet."""
    return one_line(summary.title or summary.question) or _("Untitled")


def review_words(summary: MeetingSummary, today: Date) -> str:
    """Say when its agreements are, or were, to be looked at again; empty when nothing is agreed."""
    if summary.review_date is None:
        return ""
    if summary.review_date == today:
        return _("review today")
    return _("review {date}").format(date=short_date(summary.review_date, today=today))


def reviews_line(due: Sequence[MeetingSummary], width: int, *, today: Date) -> Content:
    """Say in one line of `width` cells whose review date has come, and which key goes on."""
    key = Content(" · ") + Content(_("w walks through"))
    told = " · ".join(f"{title_of(one)}, {review_words(one, today)}" for one in due)
    said = Content.styled(f"{symbols.REVIEW} {told}", "$question")
    return shortened(said, width - key.cell_length) + key


def overdue_words(count: int) -> Content:
    """Say how many agreements are overdue, by sign, word and colour."""
    words = ngettext("{count} overdue", "{count} overdue", count).format(count=count)
    return Content.styled(f"{symbols.OVERDUE} {words}", "bold $over")


def _open_words(count: int) -> str:
    """Say how many agreements are open."""
    return ngettext("{count} open", "{count} open", count).format(count=count)


def _waiting(summary: MeetingSummary) -> Lines:
    nothing = Content.empty()
    if summary.phase is Phase.CLOSING:
        return Content.styled(f"{symbols.ATTENTION} " + _("not closed"), "bold $near"), nothing
    if summary.phase is not Phase.FOLLOW_UP:
        return nothing, nothing
    if summary.overdue_count:
        return overdue_words(summary.overdue_count), Content(f"  {_open_words(summary.open_count)}")
    if summary.open_count:
        return Content(f"{symbols.RUNNING} {_open_words(summary.open_count)}"), nothing
    return Content.styled(f"{symbols.DONE} " + _("nothing open"), "$within"), nothing


def _about(summary: MeetingSummary, today: Date) -> Lines:
    said = [Content(_day(summary, today)), Content(phase_word(summary.phase))]
    review = review_words(summary, today)
    if summary.is_review_due(today):
        said.append(Content.styled(f"{symbols.REVIEW} {review}", "bold $question"))
    elif review and summary.open_count:
        said.append(Content(review))
    if summary.is_example:
        said.append(Content(_("example")))
    title = Content.styled(title_of(summary), "bold")
    return title, Content(" · ").join(said).stylize_before("$quiet")


def _day(summary: MeetingSummary, today: Date) -> str:
    moment = summary.starts_at or summary.closed_at
    if moment is None:
        return _("no date yet")
    return short_date(moment.in_timezone(summary.zone).date(), today=today)
