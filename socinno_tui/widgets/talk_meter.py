"""The manager's talk meter: on one line, or on several where it is given the height."""

from __future__ import annotations

from dataclasses import dataclass

from pendulum import DateTime
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets.clock import ClockPane
from socinno_tui.widgets.talk_lines import meter_lines
from socinno_tui.widgets.talk_reading import talk_reading
from socinno_tui.widgets.talk_rows import MOST_ROWS, height_for, rows_lines


class TalkMeter(ClockPane):
    """Who has the floor, and how much the manager talked against what was agreed.

    One line high it plans its words to the cell; higher it says everything, with a line for each
    manager where they have a meter each. A click on such a line asks for the floor.
    """

    DEFAULT_CSS = """
    TalkMeter {
        height: auto;
    }
    """

    @dataclass
    class FloorAsked(Message):
        """A manager's own meter was clicked: the one in this place among them."""

        place: int

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return height_for(self._managers)

    def watch_meeting(self) -> None:
        if (
            self.is_mounted
            and self.size.height > 1
            and self.size.height != height_for(self._managers)
        ):
            self.refresh(layout=True)
        super().watch_meeting()

    def draw(self, meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
        if height > 1 and meeting.own_meters:
            return rows_lines(meeting, now, width, height)
        return meter_lines(talk_reading(meeting, now), width, height)

    def on_click(self, event: events.Click) -> None:
        place = event.y - 1
        managers = self._managers
        if self.size.height == height_for(managers) and 0 <= place < managers <= MOST_ROWS:
            self.post_message(self.FloorAsked(place))

    @property
    def _managers(self) -> int:
        return len(self.meeting.own_meters) if self.meeting is not None else 0
