"""The framed question, always in sight."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import shared_out, shortened, wrapped

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

    meeting: reactive[Meeting | None] = reactive(None, layout=True)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        return question_lines(self.meeting, width) if self.meeting is not None else []


def question_lines(meeting: Meeting, width: int) -> list[Content]:
    """The question on two lines at most (three when wide), and goal and bounds on one below it."""
    question = meeting.topic.question or meeting.topic.name
    lines = wrapped(
        Content.styled(question, "bold $question"), width, most=3 if width >= WIDE else 2
    )
    bounds = bounds_line(meeting, width)
    return [*lines, bounds] if bounds and width > 0 else lines


def bounds_line(meeting: Meeting, width: int) -> Content:
    """Which topic is on, the goal, and the frame, on one line of at most `width` cells."""
    parts = _parts(meeting)
    room = width - len(SEPARATOR) * (len(parts) - 1)
    if room >= LEAST_PART * len(parts):
        parts = shared_out(parts, room)
    return shortened(Content(SEPARATOR).join(parts), width).stylize("$quiet")


def _parts(meeting: Meeting) -> list[Content]:
    frame = meeting.topic.frame
    told = [
        (_("goal: {text}"), meeting.goal.sentence),
        (_("inside: {text}"), frame.inside),
        (_("outside: {text}"), frame.outside),
        (_("limits: {text}"), frame.limits),
    ]
    parts = [
        Content(sentence.format(text=" ".join(text.split()))) for sentence, text in told if text
    ]
    count = len(meeting.topics)
    if count > 1:
        number = 1 + [topic.id for topic in meeting.topics].index(meeting.topic.id)
        which = _("topic {number} of {count}: {name}")
        name = meeting.topic.name or meeting.topic.question
        parts.insert(
            0, Content(which.format(number=number, count=count, name=" ".join(name.split())))
        )
    return parts
