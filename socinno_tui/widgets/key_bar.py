"""The line of keys at the bottom: what fits, and help always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording.keys import key_name

SEPARATOR = " · "
MORE = "…"
HELP_ACTION = "help"


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One key and what it does; `action` is Textual's name for the latter."""

    key: str
    words: str
    action: str
    enabled: bool = True

    @property
    def content(self) -> Content:
        """The hint as it is shown; quiet while the key does nothing."""
        if not self.enabled:
            return Content.styled(f"{self.key} {self.words}", "$quiet")
        key = Content.styled(self.key, "bold $focus")
        return key + " " + self.words if self.words else key

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return self.content.cell_length


def fitted(hints: Sequence[KeyHint], width: int, height: int) -> list[list[KeyHint]]:
    """The hints in `height` lines of at most `width` cells, in their order, help at the very end.

    Hints that do not fit are left out from the end; help itself never is, for it tells them all.
    """
    last = [hint for hint in hints if hint.action == HELP_ACTION][:1]
    others = [hint for hint in hints if hint.action != HELP_ACTION]
    for count in range(len(others), -1, -1):
        left_out = [KeyHint(MORE, "", "")] if count < len(others) else []
        lines = _broken([*others[:count], *left_out, *last], width)
        if len(lines) <= height:
            return lines
    return [last] if last else []


def _broken(hints: Sequence[KeyHint], width: int) -> list[list[KeyHint]]:
    lines: list[list[KeyHint]] = []
    used = 0
    for hint in hints:
        needed = hint.width + len(SEPARATOR)
        if lines and used + needed <= width:
            lines[-1].append(hint)
            used += needed
        else:
            lines.append([hint])
            used = hint.width
    return lines


class KeyBar(Widget):
    """The keys of the screen and of what has the focus; a click does what the key does.

    One line high unless a style sheet gives it more.
    """

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
    }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def render(self) -> Content:
        width = self.content_size.width
        lines = (Content(SEPARATOR).join(hint.content for hint in line) for line in self._lines())
        return Content("\n").join(shortened(line, width) for line in lines)

    async def on_click(self, event: events.Click) -> None:
        hint = self._at(event.x - self.styles.padding.left, event.y - self.styles.padding.top)
        if hint is not None and hint.enabled and hint.action:
            for found in self.screen.active_bindings.values():
                if found.binding.action == hint.action:
                    await self.app.run_action(hint.action, found.node)
                    return

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.refresh(layout=self.styles.auto_dimensions)

    def _lines(self) -> list[list[KeyHint]]:
        return self.lines_within(*self.content_size)

    def lines_within(self, width: int, height: int) -> list[list[KeyHint]]:
        """Give the keys that work now in at most so many lines of `width` cells."""
        hints: dict[str, KeyHint] = {}
        for _node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            if binding.show and binding.description and binding.action not in hints:
                key = binding.key_display or key_name(binding.key)
                hints[binding.action] = KeyHint(key, binding.description, binding.action, enabled)
        return fitted(list(hints.values()), width, height)

    def _at(self, x: int, y: int) -> KeyHint | None:
        lines = self._lines()
        if not 0 <= y < len(lines):
            return None
        start = 0
        for hint in lines[y]:
            if start <= x < start + hint.width:
                return hint
            start += hint.width + len(SEPARATOR)
        return None


class FittingKeyBar(KeyBar):
    """As many lines of keys as they take, `MOST_LINES` at most."""

    DEFAULT_CSS = """
    FittingKeyBar {
        height: auto;
    }
    """
    MOST_LINES: ClassVar[int] = 5

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines_within(width, self.MOST_LINES))
