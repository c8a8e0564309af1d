"""Asks to press the new key of an action, and says why a key will not do."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from socinno_tui.i18n import N_, _
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.key_choice import KeyedAction, Refusal
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_name


class PressKey(Dialog[str | None]):
    """Gives the key that is pressed once it will do; Escape gives none."""

    DEFAULT_CSS = """
    PressKey #said {
        height: 2;
        color: $over;
    }
    """
    BINDINGS = [Binding("escape", "none", N_("back"), show=False, id="dialog.key_none")]

    def __init__(self, words: str, now: str, check: Callable[[str], str | None]) -> None:
        super().__init__()
        self._words = words
        self._now = now
        self._check = check

    def compose(self) -> ComposeResult:
        question = _("“{words}”: press the new key (now {key})")
        with Container(id="frame"):
            yield Static(Content(question.format(words=self._words, key=self._now)), id="question")
            yield Static(id="said")
            yield Static(Content(_("Esc: back, and leave it so")), classes="hint")

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        why = self._check(event.key)
        if why is None:
            self.dismiss(event.key)
        else:
            self.query_one("#said", Static).update(Content(f"{symbols.ATTENTION} {why}"))

    def action_none(self) -> None:
        self.dismiss(None)


def refusal_words(key: str, why: Refusal, other: KeyedAction | None) -> str:
    """Why a key will not do, in one sentence."""
    words = {
        Refusal.KEPT: _("{key} means the same on every screen: take another."),
        Refusal.SENT_AS_OTHER: _("Many terminals cannot tell {key} from another key."),
        Refusal.CLICKER: _("A slide clicker sends {key} at its start button: take another."),
        Refusal.TYPED: _("One types {key} in a text: take a function key, or one with Ctrl."),
        Refusal.FIELD: _("{key} moves or deletes in a text field: take another."),
        Refusal.TAKEN: _("{key} does “{words}” already: give that another key first."),
    }
    taken_by = _(other.words) if other is not None else ""
    return words[why].format(key=key_name(key), words=taken_by)
