"""Why not: one of the common reasons with one key, or one's own."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from socinno_tui.domain.idea import IDEA_LIMIT, Idea
from socinno_tui.domain.text import clean
from socinno_tui.i18n import N_, _
from socinno_tui.screens.dialogs import AskLine
from socinno_tui.widgets.line_field import LineField
from socinno_tui.wording.reasons import COMMON_REASONS, common_reasons

REASON_KEYS: Final = tuple(str(key) for key in range(1, len(COMMON_REASONS) + 1))


class ReasonField(LineField):
    """A field that leaves the keys of the common reasons to its dialog while it is empty."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return not self._is_reason(character) and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if self._is_reason(event.character):
            # Otherwise Input would take it; like this it goes on to the dialog.
            event.prevent_default()

    def _is_reason(self, character: str | None) -> bool:
        return not self.value and character in REASON_KEYS


class AskReason(AskLine):
    """Asks for the reason of a no. In an empty field a digit stands for the reason behind it;
    after a space, or in a text, it is a digit.
    """

    DEFAULT_CSS = """
    AskReason #reasons {
        height: auto;
        margin-bottom: 1;
    }
    AskReason.-low #reasons {
        margin-bottom: 0;
    }
    AskReason #reasons Static {
        height: auto;
    }
    """
    FIELD = ReasonField
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"fill({key})", N_("a common reason"), show=False, id=f"reason.{key}")
        for key in REASON_KEYS
    ]

    def __init__(self, question: str, value: str = "") -> None:
        placeholder = _("1 to 6, or a reason of your own, Enter")
        super().__init__(question, value, placeholder=placeholder, check=_no_reason)

    def on_mount(self) -> None:
        lines = [CommonReason(key, reason) for key, reason in enumerate(common_reasons(), start=1)]
        self.query_one("#frame", Container).mount(Vertical(*lines, id="reasons"), after="#question")

    def action_fill(self, key: int) -> None:
        field = self.query_one(LineField)
        field.value = common_reasons()[key - 1]
        field.focus()
        field.action_end()


class CommonReason(Static):
    """One reason with its key; a click takes it too."""

    def __init__(self, key: int, reason: str) -> None:
        super().__init__(Content.assemble((str(key), "bold $focus"), "  ", reason))
        self._key = key

    async def on_click(self) -> None:
        await self.screen.run_action(f"fill({self._key})")


def ask_why_not(idea: Idea, typed: str = "") -> AskReason:
    """The reason of a no to one idea; without one there is no no."""
    question = _("Why not #{number}? The room hears the reason: {text}")
    return AskReason(question.format(number=idea.number, text=idea.text), typed)


def ask_why_not_several(count: int, typed: str = "") -> AskReason:
    """One reason for the no to several ideas."""
    question = _("Why not these {count} ideas? The room hears the reason.")
    return AskReason(question.format(count=count), typed)


def _no_reason(text: str) -> str | None:
    if not clean(text):
        return _("Say the reason in a few words, or press Esc.")
    if len(clean(text)) > IDEA_LIMIT:
        return _("At most {limit} characters, and this is {length}.").format(
            limit=IDEA_LIMIT, length=len(clean(text))
        )
    return None
