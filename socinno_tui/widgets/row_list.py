"""A list of rows of two lines that are drawn to its width, with the cursor kept on the same one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.strip import Strip
from textual.widgets.option_list import Option

from socinno_tui.widgets.cursor_bar import BAR_CELLS, BarredList
from socinno_tui.widgets.fitting import shortened

ASIDE_WIDTH = 21
"""What presses stands in a column of its own: "▲ 365 dagen te laat" and two cells between."""

Lines = tuple[Content, Content]
RowMaker = Callable[[int], Content]
"""Gives a row for a width in cells."""


def row(aside: Lines, text: Lines, width: int) -> Content:
    """Give a row of `width` cells: at the left how it stands, beside that what it is about."""
    room = max(1, width - ASIDE_WIDTH)
    lines = [
        _cell(left, ASIDE_WIDTH) + shortened(right, room)
        for left, right in zip(aside, text, strict=True)
    ]
    return Content("\n").join(shortened(line, width) for line in lines)


def spread(left: Content, right: Content, width: int) -> Content:
    """Give one line of `width` cells with a text at each end; the left one gives way first."""
    kept = shortened(left, max(0, width - right.cell_length - 2))
    between = max(0, width - kept.cell_length - right.cell_length)
    return shortened(kept + Content(" " * between) + right, width)


def _cell(text: Content, cells: int) -> Content:
    kept = shortened(text, cells - 2)
    return kept.pad_right(cells - kept.cell_length)


class RowList(BarredList, inherit_bindings=False):
    """Rows by id; a row is made for the width there is, and made anew when that changes.

    Enter is left to the screen, whose key bar says what it does. A click puts the cursor on a row,
    a click on the row under the cursor selects it.
    """

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        border: none;
        padding: 0 1 0 0;
        background: $background;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    RowList:focus {
        border: none;
        background-tint: transparent;
    }
    RowList > .option-list--option-highlighted, RowList:focus > .option-list--option-highlighted {
        color: $foreground;
        background: $cursor;
        text-style: none;
    }
    """
    BINDINGS = [
        Binding("down", "cursor_down", show=False, id="rows.cursor_down"),
        Binding("up", "cursor_up", show=False, id="rows.cursor_up"),
        Binding("home", "first", show=False, id="rows.first"),
        Binding("end", "last", show=False, id="rows.last"),
        Binding("pagedown", "page_down", show=False, id="rows.page_down"),
        Binding("pageup", "page_up", show=False, id="rows.page_up"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._makers: tuple[tuple[str, RowMaker], ...] = ()
        self._headings: frozenset[str] = frozenset()
        self._drawn_width = 0
        self._cursor_on = ""

    @property
    def chosen(self) -> str | None:
        """The id of the row under the cursor."""
        option = self.highlighted_option
        return None if option is None else option.id

    def show(
        self,
        rows: Sequence[tuple[str, RowMaker]],
        *,
        cursor_on: str = "",
        headings: Collection[str] = (),
    ) -> None:
        """Show these rows; the cursor stays on its own one, or about where it was.

        `cursor_on` is the id of a row to put it on instead. The cursor passes `headings` by.
        """
        self._headings = frozenset(headings)
        self._makers = tuple(rows)
        self._cursor_on = cursor_on
        self._draw()

    def on_resize(self) -> None:
        if self._cells != self._drawn_width:
            self._draw()

    def on_click(self, event: events.Click) -> None:
        # The list's own handler would select whatever is clicked on, at once.
        event.prevent_default()
        place = event.style.meta.get("option")
        if place is None:
            return
        if place == self.highlighted:
            self.action_select()
        else:
            self.highlighted = place

    @property
    def _cells(self) -> int:
        return self.scrollable_content_region.width - BAR_CELLS

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        return self._barred(strip, strip.crop(0, self._cells))

    def _draw(self) -> None:
        width = self._drawn_width = self._cells
        if width < 1:
            return
        wanted, place, top = self._cursor_on or self.chosen, self.highlighted, self.scroll_offset.y
        self.set_options(
            Option(make(width), id=row_id, disabled=row_id in self._headings)
            for row_id, make in self._makers
        )
        self._cursor_on = ""
        ids = [row_id for row_id, _make in self._makers]
        if ids:
            self.scroll_to(y=top, animate=False, immediate=True)
            self.highlighted = ids.index(wanted) if wanted in ids else min(place or 0, len(ids) - 1)
