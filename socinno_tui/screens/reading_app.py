"""For a screen reader: the terminal's own cursor is shown, and stands on what has the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.events import DescendantFocus
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from socinno_tui.screens.calm_app import CalmApp
from socinno_tui.terminal import PlainFilter
from socinno_tui.widgets.idea_feed import IdeaFeed
from socinno_tui.wording.plain import is_plain

SHOWN_STEADILY: Final = "\x1b[?25h\x1b[2 q"
"""DECTCEM and DECSCUSR: the cursor is shown, as a block that does not blink."""

AS_THE_TERMINAL_HAS_IT: Final = "\x1b[0 q"


class ReadingApp(CalmApp):
    """An app that tells everything plainly where that is chosen.

    Textual hides the terminal's cursor, which is where a screen reader listens, and moves it for
    fields only.
    """

    def get_line_filters(self) -> Sequence[LineFilter]:
        plain = [_PLAIN_FILTER] if is_plain() else []
        return [*super().get_line_filters(), *plain]

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor is put after each time something is painted."""
        return place_of(self.focused) if is_plain() and self._running else self._typed_at

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._typed_at = offset

    def show_cursor(self) -> None:
        """Show the cursor, once the terminal is ours."""
        self._tell_terminal(SHOWN_STEADILY)

    def leave_cursor(self) -> None:
        """Let the cursor look again as the terminal has it."""
        self._tell_terminal(AS_THE_TERMINAL_HAS_IT)

    def _tell_terminal(self, sequence: str) -> None:
        if is_plain() and not self.is_headless and self._driver is not None:
            self._driver.write(sequence)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if is_plain() and isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False


def place_of(focused: Widget | None) -> Offset:
    """Where on the screen what has the focus is, to the line: a row, or where one types."""
    if focused is None:
        return Offset(0, 0)
    if isinstance(focused, Input | TextArea | IdeaFeed):
        return focused.cursor_screen_offset
    if isinstance(focused, OptionList):
        return focused.content_region.offset + Offset(0, _line_of_option(focused))
    return focused.content_region.offset


def _line_of_option(rows: OptionList) -> int:
    # Textual tells nobody where an option is, but scrolls to it by this.
    line = 0 if rows.highlighted is None else rows._index_to_line.get(rows.highlighted, 0)
    return max(0, line - rows.scroll_offset.y)


_PLAIN_FILTER: Final = PlainFilter()
