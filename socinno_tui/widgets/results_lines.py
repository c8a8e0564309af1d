"""Results as the room reads them: one sentence over all meetings, and one line a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from pendulum import Date
from textual.content import Content

from socinno_tui.domain.results import MeetingResults
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import short_date

DATE_CELLS = 14
LEAST_TITLE = 12


def totals(results: Sequence[MeetingResults]) -> str:
    """Say what all meetings brought together."""
    meetings = len(results)
    return ngettext(
        "{meetings} meeting: {ideas} ideas, {selected} chosen, {done} done, {in_time} in time",
        "{meetings} meetings: {ideas} ideas, {selected} chosen, {done} done, {in_time} in time",
        meetings,
    ).format(
        meetings=meetings,
        ideas=sum(one.ideas for one in results),
        selected=sum(one.selected for one in results),
        done=sum(one.done for one in results),
        in_time=sum(one.done_in_time for one in results),
    )


def result_row(one: MeetingResults, width: int, *, today: Date) -> Content:
    """Give one line of `width` cells: when and which meeting, and from ideas to in time."""
    day = short_date(one.closed_at.in_timezone(one.zone).date(), today=today)
    numbers = _numbers(one)
    room = width - DATE_CELLS - numbers.cell_length - 2
    if room < LEAST_TITLE:
        # When it was gives way before what it was: the latest stand first anyhow.
        line = shortened(Content(one_line(one.title)), max(1, room + DATE_CELLS))
    else:
        date = shortened(Content.styled(day, "$quiet"), DATE_CELLS - 1)
        title = shortened(Content(one_line(one.title)), room)
        line = date.pad_right(DATE_CELLS - date.cell_length) + title
    between = max(1, width - line.cell_length - numbers.cell_length)
    return shortened(line + Content(" " * between) + numbers, width)


def _numbers(one: MeetingResults) -> Content:
    way = _("{ideas:>4} → {selected:>2} → {done:>2}").format(
        ideas=one.ideas, selected=one.selected, done=one.done
    )
    in_time = _("{count:>2} in time").format(count=one.done_in_time)
    share = "" if one.talk_share is None else f"{round(one.talk_share * 100)}%"
    late = f"{symbols.OVERDUE} {one.overdue}" if one.overdue else ""
    return (
        Content.styled(way, "bold")
        + Content.styled(f"  {in_time}", "$within")
        + Content.styled(f"  {share:>4}", "$quiet")
        + Content.styled(f"  {late:<4}", "$over")
    )
