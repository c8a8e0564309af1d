"""A labelled field of free text on the closing screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from socinno_tui.widgets.line_field import LineField
from socinno_tui.widgets.steady_text import SteadyText


def _nothing_to_say(_text: str) -> Sequence[Content]:
    return ()


class ToldField(Vertical):
    """A label, a field, and what is understood of it. It says what is typed, under its `about`."""

    DEFAULT_CSS = """
    ToldField {
        height: auto;
        margin-bottom: 1;
        padding: 0 1;
        border-left: outer $panel;
    }
    ToldField:focus-within {
        border-left: outer $focus;
    }
    ToldField Label {
        width: 100%;
        color: $heading;
    }
    ToldField .said {
        height: auto;
    }
    """

    @dataclass
    class Typed(Message):
        """Something is typed; `about` names the field."""

        about: str
        text: str

    def __init__(
        self,
        about: str,
        label: str,
        value: str,
        *,
        placeholder: str = "",
        said: Callable[[str], Sequence[Content]] = _nothing_to_say,
    ) -> None:
        super().__init__()
        self.about = about
        self._label = label
        self._value = value
        self._placeholder = placeholder
        self._said = said

    @property
    def text(self) -> str:
        """What is typed now."""
        return self.query_one(Input).value

    def show(self, text: str) -> None:
        """Put this text in the field."""
        self.query_one(Input).value = text

    def focus_field(self) -> None:
        """Put the cursor in the field."""
        self.query_one(Input).focus()

    def compose(self) -> ComposeResult:
        yield Label(Content(self._label))
        yield LineField(
            self._value, placeholder=self._placeholder, select_on_focus=False, compact=True
        )
        yield SteadyText(classes="said")

    def on_mount(self) -> None:
        self._say(self._value)

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self._say(event.value)
        self.post_message(self.Typed(self.about, event.value))

    @on(Input.Submitted)
    def on_to_the_next(self, event: Input.Submitted) -> None:
        """Enter goes on, as Tab does."""
        event.stop()
        self.screen.focus_next()

    def _say(self, text: str) -> None:
        lines = self._said(text)
        said = self.query_one(".said", SteadyText)
        said.update(Content("\n").join(lines))
        said.display = bool(lines)
