"""The manager's talk meter: on one line, or on several where it is given the height."""

from __future__ import annotations

from pendulum import DateTime
from textual.content import Content

from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets.clock import ClockPane
from socinno_tui.widgets.talk_lines import meter_lines, talk_reading


class TalkMeter(ClockPane):
    """Who has the floor, and how much the manager talked against what was agreed.

    One line high it plans its words to the cell; six lines high it says everything.
    """

    DEFAULT_CSS = """
    TalkMeter {
        height: 6;
    }
    """

    def draw(self, meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
        return meter_lines(talk_reading(meeting, now), width, height)
