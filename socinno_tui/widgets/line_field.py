"""A field of one line, in which nothing pasted is lost, and that shows where its text goes on."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widgets import Input

ELLIPSIS = "…"


class MarkedInput(Input):
    """An input with an ellipsis where its text, or its placeholder, goes on out of sight.

    While it is not typed in, it shows the text from its beginning.
    """

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if y or width < 1:
            return super().render_line(y)
        if self.value and not self.has_focus:
            return self._from_its_beginning(width)
        strip = super().render_line(y)
        if not self.value:
            goes_on = cell_len(self.placeholder) > width
            return _marked(strip, width - 1) if goes_on else strip
        cursor = self._position_to_cell(self.cursor_position) - self.scroll_offset.x
        if self.scroll_offset.x > 0 and cursor != 0:
            strip = _marked(strip, 0)
        if self._value.cell_len - self.scroll_offset.x > width and cursor != width - 1:
            strip = _marked(strip, width - 1)
        return strip

    def _from_its_beginning(self, width: int) -> Strip:
        text = self._value
        text.truncate(width, overflow="ellipsis")
        segments = self.app.console.render(text, self.app.console_options.update_width(width + 1))
        strip = Strip(segments).extend_cell_length(width + 1)
        return strip.apply_style(self.rich_style)


class LineField(MarkedInput):
    """A field of one line. A paste of several becomes one: nothing pasted is lost unseen."""

    def _on_paste(self, event: events.Paste) -> None:
        # Textual's own would keep the first line only.
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection)


def _marked(strip: Strip, cell: int) -> Strip:
    """Give a strip with an ellipsis in one of its cells."""
    before, replaced, after = strip.divide([cell, cell + 1, strip.cell_length])
    style = next((segment.style for segment in replaced), None)
    return Strip.join([before, Strip([Segment(ELLIPSIS, style)]), after])
