"""The question on the room's screen, in letters as large as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.widgets.block_letters import LARGEST_FIRST, block_letters
from socinno_tui.widgets.fitting import one_line, wrapped
from socinno_tui.widgets.question_pane import topic_line
from socinno_tui.widgets.room_part import Moment

Lines = list[Content]

STYLE = "bold $question"


class RoomQuestion:
    """The question of the topic that is on: in block letters, or in plain ones where a letter
    cannot be drawn or not all of it fits.
    """

    def heights(self, meeting: Meeting, width: int, height: int) -> Sequence[int]:
        """At most half of the screen, rounded up; the least is as plain text."""
        if meeting.phase not in OPEN_FOR_IDEAS | {Phase.CLOSING}:
            return ()
        # While agreements are made the question is only a reminder.
        most = -(-height // (4 if meeting.phase is Phase.CLOSING else 2))
        return sorted({len(form) for form in _forms(meeting, width, max(2, most))})

    def draw(self, meeting: Meeting, moment: Moment, width: int, height: int) -> Lines:
        """The largest letters that fit."""
        return max(_forms(meeting, width, height), key=len)


def _forms(meeting: Meeting, width: int, height: int) -> list[Lines]:
    above = topic_line(meeting, width)
    head = [above] if above and height > 1 else []
    question = one_line(meeting.topic.question or meeting.topic.name)
    return [[*head, *form] for form in _asked(question, width, height - len(head))]


def _asked(question: str, width: int, height: int) -> Iterator[Lines]:
    plain = wrapped(Content.styled(question, STYLE), width, height)
    yield plain
    spaced = [line for asked in plain for line in (asked, Content.empty())][:-1]
    if len(plain) < len(spaced) <= height:
        yield spaced
    for place in range(len(LARGEST_FIRST)):
        drawn = block_letters(question, width, height, LARGEST_FIRST[place:])
        if drawn is not None:
            yield [Content.styled(row, STYLE) for row in drawn]
