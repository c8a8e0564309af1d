"""Says that another window holds the meeting."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from socinno_tui.i18n import _
from socinno_tui.wording import symbols


class ReadOnlyLine(Widget):
    """One line, there only while the meeting can only be read here."""

    DEFAULT_CSS = """
    ReadOnlyLine {
        dock: bottom;
        display: none;
        height: 1;
        padding: 0 1;
        color: $near;
    }
    ReadOnlyLine.-shown {
        display: block;
    }
    """

    def show(self, read_only: bool) -> None:
        """Be there, or not."""
        self.set_class(read_only, "-shown")

    def render(self) -> Content:
        sentence = _("Another window holds this meeting: here it can be read, not changed.")
        return Content(f"{symbols.ATTENTION} {sentence}")
