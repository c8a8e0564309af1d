"""The recap on screen, as long as it is."""

from __future__ import annotations

from pendulum import Date
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets.clock import Clock
from socinno_tui.widgets.recap_lines import recap_lines


class RecapPane(Widget):
    """A meeting in one overview; `today` is the day from which dates are counted."""

    DEFAULT_CSS = """
    RecapPane {
        height: auto;
    }
    """

    meeting: reactive[Meeting | None] = reactive(None, layout=True)

    def __init__(self, clock: Clock, today: Date) -> None:
        super().__init__()
        self._clock = clock
        self._today = today

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        if self.meeting is None or width < 1:
            return []
        return recap_lines(self.meeting, width, today=self._today, now=self._clock())
