"""What is agreed on one selected idea: one owner, a due date, and perhaps a first step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pendulum import Date
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Label

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.due_date import DueDateRefused, due_remarks, parse_due_date
from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.owner import OwnerReason, OwnerRefused, owner_name
from socinno_tui.i18n import _
from socinno_tui.widgets.idea_title import IdeaTitle
from socinno_tui.widgets.line_field import LineField
from socinno_tui.widgets.steady_text import SteadyText
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import (
    due_refusal_words,
    due_remark_words,
    due_understood,
    owner_refusal_words,
)

LEAST_BESIDE = 70
"""On fewer cells the date stands under the owner: beside it neither could be read."""


class NameSuggester(Suggester):
    """Completes a name from those present."""

    def __init__(self, names: Iterable[str]) -> None:
        # Whoever was just named as an owner is known at the next idea: nothing may be cached.
        super().__init__(use_cache=False, case_sensitive=False)
        self.names = tuple(names)

    async def get_suggestion(self, value: str) -> str | None:
        """Give the first name that begins with what is typed."""
        if not value:
            return None
        return next((name for name in self.names if name.casefold().startswith(value)), None)


class ActionForm(Vertical):
    """The fields of one selected idea. It says what is typed, and what is understood of it."""

    DEFAULT_CSS = """
    ActionForm {
        height: auto;
        margin-bottom: 1;
        padding: 0 1;
        border-left: outer $panel;
    }
    ActionForm:focus-within {
        border-left: outer $focus;
    }
    ActionForm Horizontal {
        height: auto;
    }
    ActionForm Label {
        width: 12;
        color: $quiet;
    }
    ActionForm .due-label {
        width: auto;
        margin-left: 2;
        margin-right: 1;
    }
    ActionForm .due {
        width: 20;
    }
    ActionForm .owner, ActionForm .first-step {
        width: 1fr;
    }
    ActionForm .said {
        height: auto;
        padding-left: 12;
    }
    ActionForm.-stacked .fields {
        layout: grid;
        grid-size: 2;
        grid-columns: 12 1fr;
        grid-rows: 1;
    }
    ActionForm.-stacked .due-label {
        width: 12;
        margin: 0;
    }
    ActionForm.-stacked .due {
        width: 1fr;
    }
    """

    @dataclass
    class OwnerTyped(Message):
        """Something is typed as owner, right or not."""

        idea_id: str
        text: str

    @dataclass
    class DueTyped(Message):
        """Something is typed as due date, right or not."""

        idea_id: str
        text: str

    @dataclass
    class FirstStepTyped(Message):
        """A first step is typed."""

        idea_id: str
        text: str

    def __init__(
        self,
        cluster: Cluster,
        action: ActionItem | None,
        *,
        present: Iterable[str],
        known: Iterable[str],
        today: Date,
    ) -> None:
        """`present` are completed while typing; `known` are names whatever they look like."""
        super().__init__()
        self._cluster = cluster
        self._action = action or ActionItem("", cluster.lead.id)
        self._present = tuple(present)
        self._known = tuple(known)
        self._today = today

    @property
    def idea_id(self) -> str:
        """The idea these fields are about."""
        return self._cluster.lead.id

    @property
    def owner(self) -> str:
        """What is typed as owner now."""
        return self.query_one(".owner", Input).value

    @property
    def due(self) -> str:
        """What is typed as due date now."""
        return self.query_one(".due", Input).value

    @property
    def first_step(self) -> str:
        """What is typed as first step now."""
        return self.query_one(".first-step", Input).value

    def compose(self) -> ComposeResult:
        action = self._action
        yield IdeaTitle(self._cluster)
        with Horizontal(classes="fields"):
            yield Label(Content(_("Owner")))
            yield LineField(
                _owner_text(action),
                placeholder=_("one person's name"),
                suggester=NameSuggester(self._present),
                select_on_focus=False,
                compact=True,
                classes="owner",
            )
            yield Label(Content(_("Due")), classes="due-label")
            yield LineField(
                _due_text(action),
                placeholder=_("15 dec, +2w, friday"),
                select_on_focus=False,
                compact=True,
                classes="due",
            )
        yield SteadyText(classes="said")
        with Horizontal():
            yield Label(Content(_("First step")))
            yield LineField(
                action.first_step,
                placeholder=_("optional: if …, then …"),
                select_on_focus=False,
                compact=True,
                classes="first-step",
            )

    def on_mount(self) -> None:
        self._say()

    def on_resize(self) -> None:
        self.set_class(self.size.width < LEAST_BESIDE, "-stacked")

    def focus_owner(self) -> None:
        """Put the cursor where one person's name goes."""
        self.query_one(".owner", Input).focus()

    def focus_due(self) -> None:
        """Put the cursor where the due date goes."""
        self.query_one(".due", Input).focus()

    def complete_from(self, present: Iterable[str]) -> None:
        """Complete from these names from now on."""
        suggester = self.query_one(".owner", Input).suggester
        if isinstance(suggester, NameSuggester):
            suggester.names = tuple(present)

    def show(self, action: ActionItem | None, today: Date) -> None:
        """Show what is kept of an agreement, and count its date from a day."""
        self._today = today
        kept = action or ActionItem("", self.idea_id)
        for field, text in (
            (".owner", _owner_text(kept)),
            (".due", _due_text(kept)),
            (".first-step", kept.first_step),
        ):
            self.query_one(field, Input).value = text
        self._say()

    @on(Input.Changed, ".owner")
    def _owner_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._say()
        self.post_message(self.OwnerTyped(self.idea_id, event.value))

    @on(Input.Changed, ".due")
    def _due_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._say()
        self.post_message(self.DueTyped(self.idea_id, event.value))

    @on(Input.Changed, ".first-step")
    def _first_step_typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.FirstStepTyped(self.idea_id, event.value))

    @on(Input.Submitted)
    def _on_to_the_next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    def _say(self) -> None:
        said = [
            *owner_lines(self.owner, self._known),
            *due_lines(self.due, self._today),
        ]
        line = self.query_one(".said", SteadyText)
        line.update(Content("\n").join(said))
        line.display = bool(said)


def _owner_text(action: ActionItem) -> str:
    return action.owner_typed or action.owner


def _due_text(action: ActionItem) -> str:
    return action.due_typed or (action.due.isoformat() if action.due else "")


def owner_lines(text: str, names: Iterable[str]) -> list[Content]:
    """Say why what is typed is not one person; nothing when it is, or nothing is typed."""
    try:
        owner_name(text, others=names)
    except OwnerRefused as refused:
        if refused.reason is OwnerReason.EMPTY:
            return []
        return [_remark(owner_refusal_words(refused))]
    return []


def due_lines(text: str, today: Date) -> list[Content]:
    """Say what is understood of a due date, or why not; nothing when nothing is typed."""
    if not text.strip():
        return []
    try:
        due = parse_due_date(text, today=today)
    except DueDateRefused as refused:
        return [_remark(due_refusal_words(refused))]
    understood = Content.assemble(
        (f"{symbols.DONE} ", "$within"), (due_understood(due, today=today), "$within")
    )
    remarks = [_remark(due_remark_words(remark)) for remark in due_remarks(due, today=today)]
    return [understood, *remarks]


def _remark(sentence: str) -> Content:
    return Content.styled(f"{symbols.ATTENTION} {sentence}", "$near")
