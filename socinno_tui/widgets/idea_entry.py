"""The line in which an idea is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from socinno_tui.domain.idea import IDEA_LIMIT
from socinno_tui.domain.text import lines_of, without_control
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.widgets.line_field import MarkedInput
from socinno_tui.wording.keys import key_for

COUNTED_FROM = 60
"""From how many characters left they are counted down."""


class IdeaEntry(MarkedInput):
    """A line that offers its text on Enter, and keeps it until the screen calls `accept`.

    So a refused or failed save loses nothing. `hint` is one sentence shown under the line, `angle`
    one above it: another angle on the question, on the border, so that nothing moves for it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "leave_above", N_("to the ideas"), id="entry.leave_above", show=False),
    ]

    DEFAULT_CSS = """
    IdeaEntry {
        background: $surface;
        border-subtitle-color: $focus;
        border-subtitle-style: bold;
        border-title-color: $heading;
        border-title-style: bold;
    }
    """

    hint: var[str] = var("")
    angle: var[str] = var("")

    @dataclass
    class Offered(Message):
        """Enter was pressed on a text that is not empty."""

        text: str

    @dataclass
    class SeveralPasted(Message):
        """More than one line was pasted; nothing of it is in the line yet."""

        lines: tuple[str, ...]

    class LeftAbove(Message):
        """Up was pressed: the ideas are next."""

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(
            max_length=IDEA_LIMIT, select_on_focus=False, name=name, id=id, classes=classes
        )
        self._too_long = 0

    def on_mount(self) -> None:
        self.placeholder = _("type an idea, Enter")

    def accept(self) -> None:
        """The text is saved: the line is empty for the next idea."""
        self.value = ""
        self.hint = ""

    def type_again(self, text: str) -> None:
        """Put a text back that was offered before, to go on with it."""
        self.value = text
        self.cursor_position = len(text)
        self.focus()

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text, without control characters, in the place of a part; too long, refuse it."""
        cleaned = without_control(text)
        first, last = sorted((start, end))
        self._too_long = len(self.value) - (last - first) + len(cleaned) - IDEA_LIMIT
        super().replace(cleaned, start, end)
        self._show_beneath()

    def restricted(self) -> None:
        """Say nothing aloud: what was too long stands beneath the line."""

    def watch_angle(self) -> None:
        self._show_above()

    def on_resize(self) -> None:
        self._show_above()

    def watch_hint(self) -> None:
        self._show_beneath()

    def watch_value(self) -> None:
        self._show_beneath()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        self._take(self.app.clipboard)

    async def action_submit(self) -> None:
        text = self.value.strip()
        if text:
            self.post_message(self.Offered(text))

    def action_leave_above(self) -> None:
        self.post_message(self.LeftAbove())

    def _take(self, pasted: str) -> None:
        lines = lines_of(pasted)
        if len(lines) > 1:
            self.post_message(self.SeveralPasted(lines))
        elif lines:
            self.replace(lines[0], *self.selection)

    def _show_above(self) -> None:
        angle = Content(self.angle)
        words = _("{key} another, Esc away").format(key=key_for("live.angle", "ctrl+r"))
        keys = Content.styled(f" · {words}", "not bold $quiet")
        # Its border takes two cells at either side, and leaves one free round the words.
        fits = angle.cell_length + keys.cell_length <= self.outer_size.width - 6
        self.border_title = angle + keys if self.angle and fits else angle

    def _show_beneath(self) -> None:
        left = IDEA_LIMIT - len(self.value)
        if self._too_long > 0:
            words = ngettext(
                "{count} character too long: not taken over",
                "{count} characters too long: not taken over",
                self._too_long,
            ).format(count=self._too_long)
        elif left <= COUNTED_FROM:
            words = ngettext("{count} character left", "{count} characters left", left)
            words = words.format(count=left)
        else:
            words = ""
        self.border_subtitle = Content(" · ".join(part for part in (self.hint, words) if part))
