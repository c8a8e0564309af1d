"""The framed question, always in sight."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import one_line, shared_out, shortened, wrapped

WIDE = 110
"""From so many cells on there is room for a third line of the question."""

SEPARATOR = " · "

LEAST_PART = 12
"""A bound shortened to fewer cells says nothing any more; then the line is cut at its end."""


class QuestionPane(Widget):
    """The question of the topic that is on, the goal, and what bounds it."""

    DEFAULT_CSS = """
    QuestionPane {
        height: auto;
        background: $panel;
        border-left: outer $question;
        padding: 0 1;
    }
    """

    meeting: var[Meeting | None] = var(None)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)

    def watch_meeting(self, before: Meeting | None, now: Meeting | None) -> None:
        """Lay out anew what is asked, once that is something else: ideas and dots come and go."""
        if _asked(before) != _asked(now):
            self.refresh(layout=True)

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        return question_lines(self.meeting, width) if self.meeting is not None else []


def question_lines(meeting: Meeting, width: int) -> list[Content]:
    """Which topic is on, if there are more; the question on two lines at most (three when wide);
    and on one line below it the goal and the bounds.
    """
    if width < 1:
        return []
    question = meeting.topic.question or meeting.topic.name
    above, below = topic_line(meeting, width), bounds_line(meeting, width)
    asked = wrapped(
        Content.styled(question, "bold $question"), width, most=3 if width >= WIDE else 2
    )
    return [*([above] if above else []), *asked, *([below] if below else [])]


def topic_line(meeting: Meeting, width: int) -> Content:
    """Which of the two or three topics is on; empty when there is but one."""
    count = len(meeting.topics)
    if count < 2:
        return Content.empty()
    number = 1 + [topic.id for topic in meeting.topics].index(meeting.topic.id)
    which = _("Topic {number} of {count}: {name}")
    name = one_line(meeting.topic.name or meeting.topic.question)
    text = which.format(number=number, count=count, name=name)
    return shortened(Content.styled(text, "$heading"), width)


def bounds_line(meeting: Meeting, width: int) -> Content:
    """The goal and the frame on one line of at most `width` cells; empty when there are none.

    What falls inside is told only where all fits: what falls outside, and the limits, are what
    keeps a room from straying.
    """
    frame = meeting.topic.frame
    goal = _told(_("goal: {text}"), meeting.goal.sentence)
    inside = _told(_("inside: {text}"), frame.inside)
    bounds = _told(_("outside: {text}"), frame.outside) + _told(_("limits: {text}"), frame.limits)
    everything = Content(SEPARATOR).join([*goal, *inside, *bounds])
    if everything.cell_length <= width:
        return everything.stylize("$quiet")
    parts = [*goal, *bounds] or inside
    room = width - len(SEPARATOR) * (len(parts) - 1)
    if room >= LEAST_PART * len(parts):
        parts = shared_out(parts, room)
    return shortened(Content(SEPARATOR).join(parts), width).stylize("$quiet")


def _asked(meeting: Meeting | None) -> object:
    return meeting and (meeting.topics, meeting.topic_on, meeting.goal)


def _told(sentence: str, text: str) -> list[Content]:
    return [Content(sentence.format(text=one_line(text)))] if text else []
