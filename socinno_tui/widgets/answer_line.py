"""How many ideas nobody answered yet, on one line of the closing screen."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import ngettext
from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_for


class AnswerLine(Widget):
    """Says how many wait for an answer, and with which key they get one; away when none does."""

    DEFAULT_CSS = """
    AnswerLine {
        height: 1;
        padding: 0 1;
    }
    """

    meeting: reactive[Meeting | None] = reactive(None)

    def watch_meeting(self, meeting: Meeting | None) -> None:
        self.display = meeting is not None and bool(meeting.unanswered)

    def render(self) -> Content:
        count = 0 if self.meeting is None else len(self.meeting.unanswered)
        words = ngettext(
            "{count} idea has no answer yet · {key}: later, or no because …",
            "{count} ideas have no answer yet · {key}: later, or no because …",
            count,
        ).format(count=count, key=key_for("closing.answers", "f6"))
        line = Content.styled(f"{symbols.EMPTY} {words}", "$quiet")
        return shortened(line, self.content_size.width)
