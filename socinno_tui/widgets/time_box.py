"""The time-box: what stage the meeting is in, how long it has left, and what comes next."""

from __future__ import annotations

from math import ceil

from pendulum import DateTime, Duration
from textual.content import Content

from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import _
from socinno_tui.widgets.clock import ClockPane, clock_face
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols

LEAST_TITLE = 8
"""Fewer cells of a stage's title say nothing any more."""


class TimeBoxPane(ClockPane):
    """The stage that is on. One line high, or three: title, time, next stage."""

    DEFAULT_CSS = """
    TimeBoxPane {
        height: 3;
    }
    """

    def draw(self, meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
        if height < 2:
            return time_line(meeting, now, width)
        return time_lines(meeting, now, width, height)


def time_line(meeting: Meeting, now: DateTime, width: int) -> Content:
    """Title, time and next stage on one line of `width` cells: the time is lost last."""
    title, time, following = _title(meeting), _time(meeting, now), _following(meeting)
    for pieces in ((title, time, following), (title, time)):
        line = Content("  ").join(piece for piece in pieces if piece)
        if line.cell_length <= width:
            return line
    room = width - time.cell_length - 2
    if room >= LEAST_TITLE:
        return shortened(title, room) + "  " + time
    return shortened(time, width)


def time_lines(meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
    """Title, time and next stage under each other, each on at most `width` cells."""
    lines = [_title(meeting), _time(meeting, now), _following(meeting)]
    shown = [shortened(line, width) for line in lines if line]
    return Content("\n").join(shown[:height])


def _title(meeting: Meeting) -> Content:
    current = meeting.agenda.current
    if current is None:
        return Content.styled(_("No time-box"), "$quiet")
    return Content.styled(one_line(current.title), "bold $heading")


def _following(meeting: Meeting) -> Content:
    following = meeting.agenda.following
    if following is None:
        return Content.empty()
    return Content.styled(_("next: {stage}").format(stage=one_line(following.title)), "$quiet")


def _time(meeting: Meeting, now: DateTime) -> Content:
    left = meeting.agenda.left(now, meeting.breaks)
    current = meeting.agenda.current
    if meeting.on_break:
        began = meeting.breaks[-1].started_at.in_timezone(meeting.zone).format("HH:mm")
        since = _("break since {time}").format(time=began)
        return Content.styled(f"{symbols.ON_BREAK} {since}", "bold")
    if left is None or current is None:
        return Content.empty()
    seconds = left.total_seconds()
    if seconds < 0:
        over = _("+{time} over time").format(time=clock_face(Duration(seconds=-seconds)))
        return Content.styled(f"{symbols.OVER} {over}", "bold $over")
    text = clock_face(Duration(seconds=ceil(seconds)))
    total = clock_face(Duration(minutes=current.minutes))
    sentence = _("{time} left of {total}").format(time=text, total=total)
    at = sentence.find(text)
    return Content(sentence).stylize("bold", at, at + len(text))
