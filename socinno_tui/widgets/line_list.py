"""A list of lines that are drawn to its width, with the cursor kept on the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class LineList(OptionList):
    """Lines by id; a line is made for the width there is, and made anew when that changes."""

    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $background;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    LineList:focus {
        border: none;
        background-tint: transparent;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._line_makers: tuple[tuple[str, Callable[[int], Content]], ...] = ()
        self._drawn_width = 0

    @property
    def chosen(self) -> str | None:
        """The id of the line under the cursor."""
        option = self.highlighted_option
        return None if option is None else option.id

    def show(self, lines: Sequence[tuple[str, Callable[[int], Content]]]) -> None:
        """Show these lines; the cursor stays on its own, or about where it was."""
        self._line_makers = tuple(lines)
        self._draw()

    def put_cursor_on(self, line_id: str) -> None:
        """Put the cursor on a line, if it is there."""
        ids = [known for known, _draw in self._line_makers]
        if line_id in ids:
            self.highlighted = ids.index(line_id)

    def on_resize(self) -> None:
        if self._cells != self._drawn_width:
            self._draw()

    @property
    def _cells(self) -> int:
        return self.scrollable_content_region.width

    def _draw(self) -> None:
        width = self._drawn_width = self._cells
        if width < 1:
            return
        chosen, place = self.chosen, self.highlighted
        self.set_options(Option(draw(width), id=line_id) for line_id, draw in self._line_makers)
        if not self._line_makers:
            return
        self.highlighted = min(place or 0, len(self._line_makers) - 1)
        if chosen is not None:
            self.put_cursor_on(chosen)
