"""Help over a screen: for the moment in the meeting, not for the program."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.scrollbar import ScrollBar
from textual.widgets import Static

from socinno_tui.i18n import N_, _
from socinno_tui.screens.dialog import Dialog
from socinno_tui.widgets.help_pane import HelpPane, HelpText
from socinno_tui.wording import symbols


class HelpDialog(Dialog[None]):
    """What the moment is for, what one does now, and with which keys; a click closes it too."""

    DEFAULT_CSS = """
    HelpDialog #top {
        height: auto;
    }
    HelpDialog #question {
        width: 1fr;
    }
    HelpDialog #mark {
        width: auto;
        padding-left: 2;
        color: $focus;
        text-style: bold;
    }
    HelpDialog #text {
        height: auto;
        max-height: 70vh;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS = [
        Binding(
            "escape,enter,q,f1,question_mark", "close", N_("close"), show=False, id="help.close"
        ),
        Binding("space", "further", N_("further"), show=False, id="help.further"),
    ]

    def __init__(self, title: str, text: HelpText) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with Container(id="frame"):
            with Horizontal(id="top"):
                yield Static(Content(self._title), id="question")
                yield Static(Content(f"{symbols.NO} " + _("close")), id="mark")
            with VerticalScroll(id="text"):
                yield HelpPane(self._text)
            yield Static(Content(_("Esc: close help")), id="hint", classes="hint")

    def on_mount(self) -> None:
        self.query_one("#text").focus()
        self.call_after_refresh(self._tell_whether_there_is_more)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell_whether_there_is_more)

    def on_click(self, event: events.Click) -> None:
        if not isinstance(event.widget, ScrollBar):
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)

    def action_further(self) -> None:
        self.query_one("#text", VerticalScroll).scroll_page_down(animate=False)

    def _tell_whether_there_is_more(self) -> None:
        more = self.query_one("#text").max_scroll_y > 0
        words = _("↓ ↑ Space: read on · Esc: close help") if more else _("Esc: close help")
        self.query_one("#hint", Static).update(Content(words))
