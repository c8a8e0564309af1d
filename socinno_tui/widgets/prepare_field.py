"""One thing to fill in: its label, what is typed, and one sentence under it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, TextArea

from socinno_tui.widgets.line_field import LineField
from socinno_tui.widgets.steady_text import SteadyText
from socinno_tui.wording import symbols


class WrappedLine(TextArea):
    """A line that shows all of itself: it wraps, Enter goes on, and a paste stays one line."""

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        line: WrappedLine

    def render_line(self, y: int) -> Strip:
        # Textual would fail on wrapping the placeholder to no cells at all.
        return super().render_line(y) if self.wrap_width > 0 else Strip.blank(self.size.width)

    async def _on_key(self, event: events.Key) -> None:
        if event.key != "enter":
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Entered(self))

    async def _on_paste(self, event: events.Paste) -> None:
        # The handler of TextArea itself would run after this one.
        event.prevent_default()
        event.stop()
        if not self.read_only:
            self.replace(" ".join(event.text.split()), *self.selection)


class FormField(Vertical):
    """A label with a line to type in; under it what was understood, or why it was not.

    `long` is for a text that wraps; `roomy` puts it under its label instead of beside it.
    `show` never replaces what is being typed, nor what was refused.
    """

    DEFAULT_CSS = """
    FormField {
        height: auto;
    }
    FormField > Horizontal {
        height: auto;
    }
    FormField .label {
        width: 16;
        height: auto;
    }
    FormField Input {
        width: 1fr;
    }
    FormField .note {
        height: auto;
        display: none;
        padding-left: 16;
    }
    FormField.-roomy .note {
        padding-left: 0;
    }
    FormField .note.-shown {
        display: block;
    }
    FormField.-roomy > Horizontal {
        layout: vertical;
    }
    FormField.-roomy .label {
        width: 100%;
    }
    FormField WrappedLine {
        width: 1fr;
        height: auto;
        min-height: 1;
        max-height: 7;
    }
    FormField.-roomy WrappedLine {
        min-height: 2;
    }
    """

    @dataclass
    class Typed(Message):
        """The text of a field changed by the person's hand."""

        field: FormField
        text: str

        @property
        def control(self) -> FormField:
            """The field, for `on` with a selector."""
            return self.field

    @dataclass
    class Entered(Message):
        """Enter was pressed in a field."""

        field: FormField
        text: str

        @property
        def control(self) -> FormField:
            """The field, for `on` with a selector."""
            return self.field

    def __init__(
        self,
        label: str,
        *,
        text: str = "",
        placeholder: str = "",
        long: bool = False,
        roomy: bool = False,
        id: str,
    ) -> None:
        super().__init__(id=id, classes="-roomy" if roomy else "")
        self._label = label
        self._kept = text
        self._refused = False
        self._line: Input | WrappedLine
        if long or roomy:
            self._line = WrappedLine(
                compact=True, highlight_cursor_line=False, placeholder=Content(placeholder)
            )
        else:
            self._line = LineField(placeholder=placeholder, compact=True)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield SteadyText(Content(self._label), classes="label")
            yield self._line
        yield SteadyText(classes="note")

    def on_mount(self) -> None:
        # Given to the line itself, it would tell this as if it were typed.
        self._write(self._kept)

    @property
    def line(self) -> Input | WrappedLine:
        """Where one types: what gets the focus."""
        return self._line

    @property
    def text(self) -> str:
        """What stands in the line now."""
        return self._line.text if isinstance(self._line, WrappedLine) else self._line.value

    @property
    def label(self) -> str:
        """What the field is called."""
        return self._label

    def rename(self, label: str) -> None:
        """Call the field something else."""
        if label != self._label:
            self._label = label
            self.query_one(".label", SteadyText).update(Content(label))

    def show(self, text: str, *, anew: bool = False) -> None:
        """Show what is kept, unless it is known here or something is being typed.

        `anew` is for a field that stands for something else from now on.
        """
        known = text == self._kept
        self._kept = text
        if anew or not (known or self._refused or self._line.has_focus):
            self._write(text)

    def understood(self, sentence: str = "") -> None:
        """Say under the line what was understood; nothing when that needs no words."""
        self._refused = False
        self._note(sentence)

    def refuse(self, sentence: str) -> None:
        """Say under the line why it is not kept. What was typed stays."""
        self._refused = True
        self._note(f"{symbols.ATTENTION} {sentence}")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, self.text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(self, event.value))

    def on_wrapped_line_entered(self, event: WrappedLine.Entered) -> None:
        event.stop()
        self.post_message(self.Entered(self, self.text))

    def _write(self, text: str) -> None:
        self.understood()
        if text == self.text:
            return
        if isinstance(self._line, WrappedLine):
            with self.prevent(TextArea.Changed):
                self._line.text = text
            self._line.move_cursor(self._line.document.end)
        else:
            with self.prevent(Input.Changed):
                self._line.value = text

    def _note(self, sentence: str) -> None:
        note = self.query_one(".note", SteadyText)
        note.update(Content(sentence))
        note.set_class(bool(sentence), "-shown")
        note.set_class(self._refused, "-refused")
