"""What still keeps the closing screen from letting go, on one line."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.closing import gaps
from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.states import open_points_line


class GapLine(Widget):
    """Says what is still open and on which idea, or that nothing is."""

    DEFAULT_CSS = """
    GapLine {
        height: 1;
        padding: 0 1;
    }
    """

    meeting: reactive[Meeting | None] = reactive(None)

    def render(self) -> Content:
        meeting = self.meeting
        if meeting is None:
            return Content.empty()
        found = gaps(meeting)
        line = open_points_line(found, len(meeting.selected))
        sign, colour = (symbols.ATTENTION, "$near") if found else (symbols.DONE, "$within")
        return shortened(
            Content.styled(f"{sign} {line}", f"bold {colour}"), self.content_size.width
        )
