"""Asks, before a silent round, how long is written and how many sit round the table."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Label, Static

from socinno_tui.domain.clock_time import NotAWholeNumber, parse_whole_number
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.domain.silent_round import (
    MOST_EMPLOYEES,
    MOST_MANAGERS,
    MOST_WRITING_MINUTES,
    WRITING_MINUTES,
)
from socinno_tui.i18n import N_, _
from socinno_tui.screens.dialog import Dialog
from socinno_tui.widgets.line_field import LineField
from socinno_tui.wording import symbols
from socinno_tui.wording.errors import words_for


@dataclass(frozen=True, slots=True)
class RoundAsked:
    """A silent round of so many minutes, for so many people."""

    minutes: int
    table: Table


class AskSilentRound(Dialog[RoundAsked | None]):
    """Three numbers, filled in where they are known; Enter begins, Escape does not."""

    DEFAULT_CSS = """
    AskSilentRound #numbers {
        height: auto;
    }
    AskSilentRound #numbers Vertical {
        height: auto;
        width: 1fr;
        margin-right: 1;
    }
    AskSilentRound #said {
        height: auto;
        min-height: 1;
        color: $over;
    }
    """
    BINDINGS = [Binding("escape", "none", N_("back"), show=False, id="dialog.silence_none")]

    def __init__(self, expected: Table) -> None:
        super().__init__()
        self._expected = expected

    def compose(self) -> ComposeResult:
        table = self._expected
        known = bool(table.employees)
        fields = (
            ("minutes", _("Minutes to write"), str(WRITING_MINUTES)),
            ("employees", _("Employees"), str(table.employees) if known else ""),
            # Where it is not known who is there, a manager is: the talk meter is for one.
            ("managers", _("Management"), str(table.managers if known else table.managers or 1)),
        )
        with Container(id="frame"):
            yield Static(
                Content(
                    _(
                        "Silent round: everyone first writes for themselves. Then one idea a "
                        "person, round the table."
                    )
                ),
                id="question",
            )
            with Horizontal(id="numbers"):
                for name, label, value in fields:
                    with Vertical():
                        yield Label(Content(label))
                        yield LineField(
                            value, placeholder=_("how many?"), id=name, select_on_focus=True
                        )
            yield Static(id="said")
            yield Static(Content(_("Enter: begin · Tab: next · Esc: back")), classes="hint")

    def on_mount(self) -> None:
        known = bool(self._expected.employees)
        self.query_one("#minutes" if known else "#employees", LineField).focus()

    def on_input_submitted(self) -> None:
        numbers: list[int] = []
        for name, least, most in (
            ("minutes", 1, MOST_WRITING_MINUTES),
            ("employees", 1, MOST_EMPLOYEES),
            ("managers", 0, MOST_MANAGERS),
        ):
            field = self.query_one(f"#{name}", LineField)
            try:
                numbers.append(_number(field.value, least, most))
            except NotAWholeNumber as error:
                field.focus()
                said = f"{symbols.ATTENTION} {words_for(error)}"
                self.query_one("#said", Static).update(Content(said))
                return
        minutes, employees, managers = numbers
        self.dismiss(RoundAsked(minutes, Table(employees, managers)))

    def on_input_changed(self) -> None:
        self.query_one("#said", Static).update(Content.empty())

    def action_none(self) -> None:
        self.dismiss(None)


def _number(text: str, least: int, most: int) -> int:
    """Give the whole number meant. Raises NotAWholeNumber."""
    if least == 0 and text.strip() in {"", "0"}:
        return 0
    return parse_whole_number(text, most=most)
