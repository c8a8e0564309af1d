"""Says what is special about the meeting on screen: an example, or only to be read."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording import symbols


class StandingLine(Widget):
    """One line, there only when there is something to say."""

    DEFAULT_CSS = """
    StandingLine {
        display: none;
        height: 1;
        padding: 0 1;
        color: $quiet;
    }
    StandingLine.-shown {
        display: block;
    }
    """

    words: reactive[str] = reactive("")

    def show(self, meeting: Meeting, *, read_only: bool) -> None:
        """Say that another window holds the meeting, or else that it is an example."""
        self.words = ""
        if read_only:
            sentence = _("Another window holds this meeting: here it can be read, not changed.")
            self.words = f"{symbols.ATTENTION} {sentence}"
        elif meeting.is_example:
            self.words = _("Example: your own meetings stay untouched; it starts afresh each time.")
        self.set_class(bool(self.words), "-shown")

    def render(self) -> Content:
        return shortened(Content(self.words), self.content_size.width)
