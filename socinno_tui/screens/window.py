"""What every screen and dialog does when the window, or its letters, change size."""

from __future__ import annotations

from typing import Generic

from textual.screen import Screen, ScreenResultType

from socinno_tui.widgets.too_small import TooSmall, is_too_small


class KeepsToWindow(Screen[ScreenResultType], Generic[ScreenResultType]):
    """A screen that asks for room when there is too little, and keeps the focus in sight."""

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers of this screen: what asks for room lies over everything, notices too."""
        return (*super().layers, TooSmall.LAYER)

    def on_resize(self) -> None:
        asking, small = self.query(TooSmall), is_too_small(self.app.size)
        if not small:
            asking.remove()
            self.styles.clear_rule("overflow_y")
            self.call_after_refresh(self._show_focus)
        elif not asking:
            self.styles.overflow_y = "hidden"
            self.mount(TooSmall())

    def _show_focus(self) -> None:
        # Textual scrolls when the focus moves only: fewer lines would leave it out of sight.
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)
