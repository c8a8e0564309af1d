"""Whose turn it is in the harvest: by the seat round the table, never by a name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Digits, Static

from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import _
from socinno_tui.widgets.big_digits import length_of
from socinno_tui.wording.silent_round import passes_words, turn_words


class HarvestPane(Horizontal):
    """The seat whose turn it is in big digits, with the words beside it; three lines high."""

    DEFAULT_CSS = """
    HarvestPane {
        height: 3;
        padding: 0 1;
        background: $panel;
    }
    HarvestPane Digits {
        text-align: right;
        margin-right: 2;
        color: $question;
        text-style: bold;
    }
    HarvestPane Vertical { height: 3; width: 1fr; }
    HarvestPane #turn { color: $question; text-style: bold; }
    HarvestPane #passes { color: $quiet; }
    HarvestPane Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    meeting: reactive[Meeting | None] = reactive(None, repaint=False)

    def compose(self) -> ComposeResult:
        yield Digits()
        with Vertical():
            yield Static(id="turn")
            yield Static(Content(_("One idea, or a pass.")), id="asked")
            yield Static(id="passes")

    def on_mount(self) -> None:
        self._show()

    def watch_meeting(self) -> None:
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        silence = None if self.meeting is None else self.meeting.silent_round
        if silence is None or not silence.is_harvest:
            return
        digits = self.query_one(Digits)
        # As wide as the last seat needs, so that the words keep still at every turn.
        digits.styles.width = length_of("0" * len(str(silence.people)), None)
        digits.update(str(silence.seat))
        self.query_one("#turn", Static).update(Content(turn_words(silence)))
        self.query_one("#passes", Static).update(Content(passes_words(silence)))
