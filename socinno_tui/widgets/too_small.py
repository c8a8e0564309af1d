"""One sentence in place of a screen that has too few cells to be read."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import wrapped

LEAST: Final = Size(60, 20)
"""So many columns and lines every screen needs: those of a very large font on a projector."""


def is_too_small(size: Size) -> bool:
    """Whether a terminal of this size shows the sentence instead of the screen."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmall(Widget):
    """Lies over a whole screen, which goes on beneath it: nothing typed or focused is lost."""

    LAYER = "too-small"

    DEFAULT_CSS = """
    TooSmall {
        layer: too-small;
        dock: top;
        width: 100%;
        height: 100%;
        padding: 0 1;
        content-align: center middle;
        text-align: center;
        background: $background;
        color: $foreground;
        text-style: bold;
    }
    """

    def render(self) -> Content:
        there = self.app.size
        words = _("Make the window larger or the letters smaller ({needed} needed, {there} now).")
        sentence = words.format(needed=_told(LEAST), there=_told(there))
        lines = wrapped(Content(sentence), self.content_size.width, self.content_size.height)
        return Content("\n").join(line.rstrip() for line in lines)


def _told(size: Size) -> str:
    return f"{size.width} × {size.height}"
