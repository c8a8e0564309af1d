"""The time-box: what stage the meeting is in, how long it has left, and what comes next."""

from __future__ import annotations

from math import ceil

from pendulum import DateTime, Duration
from textual.content import Content

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.outlook import Outlook, outlook
from socinno_tui.i18n import _
from socinno_tui.widgets.clock import ClockPane, clock_face
from socinno_tui.widgets.fitting import one_line, shortened, wrapped
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.plan import plan_symbol, plan_words, proposal_words, short_plan_words

LEAST_TITLE = 8
"""Fewer cells of a stage's title say nothing any more."""

FIT_TITLE = 12
"""What is told of a stage's title at least beside what is short for the rest of the meeting."""

LEAST_HEIGHT_OF_PLAN = 6
"""From so many lines on the plan stands under the stage, with a line of room between."""


class TimeBoxPane(ClockPane):
    """The stage that is on, and how the rest of the meeting stands.

    One line high, or three: title, time, next stage; higher it says what is proposed too.
    """

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
    """Title, time and next stage on one line of `width` cells: the time is lost last.

    What is short for the rest of the meeting goes before the next stage, and before most of the
    title; room to spare stands there where the next stage is told as well.
    """
    title, time, following = _title(meeting), _time(meeting, now), _following(meeting)
    found = outlook(meeting, now)
    if found is not None and found.short_minutes > 0:
        for plan in _plans(found, meeting.zone):
            kept = _beside(title, time + "  " + plan, width)
            if kept:
                return kept
    elif found is not None and found.room_minutes:
        room = _plan_line(found, short_plan_words(found))
        line = Content("  ").join(piece for piece in (title, time, room, following) if piece)
        if line.cell_length <= width:
            return line
    for pieces in ((title, time, following), (title, time)):
        line = Content("  ").join(piece for piece in pieces if piece)
        if line.cell_length <= width:
            return line
    return _beside(title, time, width, least=LEAST_TITLE) or shortened(time, width)


def time_lines(meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
    """Title, time and next stage under each other, each on at most `width` cells.

    On three lines what is short goes before the next stage. With two more lines at least, it
    stands under them, and what is proposed too, as much as there is height for.
    """
    found = outlook(meeting, now)
    following = _following(meeting)
    plan = _plan(found, meeting.zone) if found is not None else Content.empty()
    if found is not None and found.short_minutes > 0 and height < LEAST_HEIGHT_OF_PLAN:
        following, plan = _plan_line(found, short_plan_words(found)), Content.empty()
    lines = [_title(meeting), _time(meeting, now), following]
    shown = [shortened(line, width) for line in lines if line]
    if plan and height >= LEAST_HEIGHT_OF_PLAN:
        shown += [Content.empty()] * (4 - len(shown))
        shown += wrapped(plan, width, height - len(shown))
    return Content("\n").join(shown[:height])


def _plans(found: Outlook, zone: str) -> tuple[Content, ...]:
    key = Content.styled(f" · {key_for('live.agenda', 'ctrl+g')}", "bold $focus")
    long = _plan_line(found, plan_words(found, zone))
    short = _plan_line(found, short_plan_words(found))
    return long + key, long, short + key, short


def _plan(found: Outlook, zone: str) -> Content:
    if not found.short_minutes:
        return Content.empty()
    lines = [_plan_line(found, plan_words(found, zone))]
    if proposed := proposal_words(found, zone):
        lines.append(Content(proposed[:1].upper() + proposed[1:]))
    if found.proposal is not None:
        take = _("{key} takes it over").format(key=key_for("live.take_proposal", "ctrl+y"))
        lines.append(Content.styled(take, "bold $focus"))
    return Content("\n").join(lines)


def _plan_line(found: Outlook, words: str) -> Content:
    colour = "$near" if found.short_minutes > 0 else "$within"
    return Content.styled(f"{plan_symbol(found)} {words}", colour)


def _beside(title: Content, right: Content, width: int, least: int = FIT_TITLE) -> Content:
    """The title and what stands at its right, or nothing where too little of the title is left."""
    room = width - right.cell_length - 2
    if room < min(least, title.cell_length):
        return Content.empty()
    return shortened(title, room) + "  " + right


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
