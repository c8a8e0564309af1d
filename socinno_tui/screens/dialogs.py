"""Questions asked over a screen: they lie in its lower half, so that the room's question stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from socinno_tui.i18n import N_, _, pgettext
from socinno_tui.screens.dialog import Dialog
from socinno_tui.widgets.line_field import LineField
from socinno_tui.wording import symbols

Value = TypeVar("Value")


class AskYesNo(Dialog[bool]):
    """Asks for a yes or a no. Enter gives `enter`, the safe answer, unless the focus is moved."""

    # The hint keeps to one line: one that grew would move the other answer beneath the mouse.
    DEFAULT_CSS = """
    AskYesNo #enter {
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    AskYesNo #answers {
        height: auto;
    }
    AskYesNo Button.-style-default {
        height: auto;
        border: none;
        padding: 1 2;
        margin-right: 2;
        background: $surface;
        color: $foreground;
        text-align: left;
        text-style: none;
    }
    AskYesNo Button.-style-default.-active {
        border: none;
    }
    AskYesNo Button.-style-default:hover {
        border: none;
        background: $cursor;
    }
    AskYesNo Button.-style-default:focus {
        border: none;
        background: $focus;
        background-tint: transparent;
        color: $background;
        text-style: bold;
    }
    AskYesNo.-slim #answers {
        layout: vertical;
    }
    AskYesNo.-slim Button.-style-default {
        width: 100%;
        padding: 0 1;
        margin-right: 0;
        content-align: left middle;
    }
    """
    BINDINGS = [
        Binding("y,j", "answer(True)", N_("yes"), show=False, id="dialog.yes"),
        Binding("n", "answer(False)", N_("no"), show=False, id="dialog.no"),
        Binding("escape", "answer(False)", N_("no"), show=False, id="dialog.answer_none"),
        Binding("left,up", "app.focus_previous", show=False, id="dialog.focus_previous"),
        Binding("right,down", "app.focus_next", show=False, id="dialog.focus_next"),
    ]

    def __init__(self, question: str, yes: str, no: str, *, enter: bool = False) -> None:
        super().__init__()
        self._question = question
        self._labels = {True: yes, False: no}
        self._enter = enter

    def compose(self) -> ComposeResult:
        keys = {True: pgettext("key", "Y"), False: pgettext("key", "N")}
        with Container(id="frame"):
            yield Static(Content(self._question), id="question")
            with Horizontal(id="answers"):
                for answer, name in ((True, "yes"), (False, "no")):
                    yield Button(Content(f"{keys[answer]}  {self._labels[answer]}"), id=name)
            yield Static(id="enter", classes="hint")

    def on_mount(self) -> None:
        self.query_one("#yes" if self._enter else "#no", Button).focus()

    def on_descendant_focus(self) -> None:
        chosen = self.focused is not None and self.focused.id == "yes"
        hint = _("Enter: {answer} · Esc: {other}") if chosen else _("Enter: {answer}")
        words = hint.format(answer=self._labels[chosen], other=self._labels[False])
        self.query_one("#enter", Static).update(Content(words))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)


class AskChoice(Dialog[Value | None], Generic[Value]):
    """Asks to choose one of several, each with a key of its own; Escape chooses none.

    A choice is its key (one letter or digit, or none), its label and the value it gives.
    """

    DEFAULT_CSS = """
    AskChoice OptionList {
        height: auto;
        max-height: 12;
        border: none;
        padding: 0;
        background: $panel;
    }
    AskChoice OptionList:focus {
        border: none;
        background-tint: transparent;
    }
    """
    BINDINGS = [Binding("escape", "none", N_("back"), show=False, id="dialog.choice_none")]

    def __init__(self, question: str, choices: Sequence[tuple[str, str, Value]]) -> None:
        super().__init__()
        self._question = question
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        with Container(id="frame"):
            yield Static(Content(self._question), id="question")
            yield OptionList(
                *(
                    Option(Content.assemble((key.upper() or " ", "bold"), "  ", label))
                    for key, label, _value in self._choices
                )
            )
            yield Static(Content(_("Enter or its key chooses · Esc: back")), classes="hint")

    def on_key(self, event: events.Key) -> None:
        for key, _label, value in self._choices:
            if event.character is not None and event.character.lower() == key.lower():
                event.stop()
                self.dismiss(value)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index][2])

    def action_none(self) -> None:
        self.dismiss(None)


class AskLine(Dialog[str | None]):
    """Asks for one line of text; Escape gives none.

    `check` gives a refusal in one sentence, or None when the text will do. A refusal stands under
    the field, and what was typed stays in it. `echo` says what is understood so far, if anything.
    """

    DEFAULT_CSS = """
    AskLine #said {
        height: auto;
        min-height: 1;
        color: $within;
    }
    AskLine #said.-refused {
        color: $over;
    }
    """
    BINDINGS = [Binding("escape", "none", N_("back"), show=False, id="dialog.line_none")]
    FIELD: ClassVar[type[LineField]] = LineField

    def __init__(
        self,
        question: str,
        value: str = "",
        *,
        placeholder: str = "",
        check: Callable[[str], str | None] = lambda _text: None,
        suggestions: tuple[str, ...] = (),
        echo: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._placeholder = placeholder
        self._check = check
        self._suggestions = suggestions
        self._echo = echo

    def compose(self) -> ComposeResult:
        suggester = None
        hint = _("Enter: done · Esc: back")
        if self._suggestions:
            suggester = SuggestFromList(self._suggestions, case_sensitive=False)
            hint = _("Enter: done · → takes the suggestion · Esc: back")
        with Container(id="frame"):
            yield Static(Content(self._question), id="question")
            yield self.FIELD(
                self._value,
                placeholder=self._placeholder,
                suggester=suggester,
                select_on_focus=False,
            )
            yield Static(id="said")
            yield Static(Content(hint), classes="hint")

    def on_mount(self) -> None:
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        # Textual scrolls when the cursor moves only: after a long value it would be out of sight.
        field = self.query_one(LineField)
        field.action_home()
        field.action_end()

    @on(Input.Changed)
    def say_what_is_understood(self, event: Input.Changed) -> None:
        """What was refused is being changed: the sentence is about something else now."""
        understood = self._echo(event.value) if self._echo is not None else ""
        self._say(f"{symbols.DONE} {understood}" if understood else "", refused=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        refusal = self._check(event.value)
        if refusal is None:
            self.dismiss(event.value)
        else:
            self._say(f"{symbols.ATTENTION} {refusal}", refused=True)

    def _say(self, words: str, *, refused: bool) -> None:
        said = self.query_one("#said", Static)
        said.update(Content(words))
        said.set_class(refused, "-refused")

    def action_none(self) -> None:
        self.dismiss(None)


class ShowText(Dialog[None]):
    """Shows lines of text under a title, as long as they are; a key or a click puts it away."""

    DEFAULT_CSS = """
    ShowText #text {
        height: auto;
    }
    ShowText Static {
        height: auto;
    }
    """
    BINDINGS = [
        Binding("escape,enter,q,f1", "close", N_("close"), show=False, id="dialog.text_close")
    ]
    HINT: ClassVar[str] = N_("Esc: close")

    def __init__(self, title: str, lines: Sequence[Content]) -> None:
        super().__init__()
        self._title = title
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        with Container(id="frame"):
            yield Static(Content(self._title), id="question")
            with VerticalScroll(id="text"):
                for line in self._lines:
                    yield Static(line)
            yield Static(Content(_(self.HINT)), classes="hint")

    def on_resize(self) -> None:
        # What is around the text keeps its place: one scrollbar at most, and always the way out.
        frame = self.query_one("#frame")
        around = sum(
            child.outer_size.height + child.styles.margin.height for child in frame.children
        )
        text = self.query_one("#text")
        around += frame.gutter.height - text.outer_size.height
        text.styles.max_height = max(1, self.size.height - around)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
