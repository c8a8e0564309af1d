"""What every window has: nothing a terminal would obey reaches it, and no traceback the room."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from textual.filter import LineFilter

from socinno_tui.terminal import ControlFilter
from socinno_tui.theme import ThemedApp

log = logging.getLogger("socinno")


class CalmApp(ThemedApp[None]):
    """An app that ends in good order, whatever ends it."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), _CONTROL_FILTER]

    def ended_by_signal(self, return_code: int) -> None:
        """Leave at once: the terminal hangs up, or the program is told to end."""
        self.exit(return_code=return_code)

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print the traceback, with local values in it, where the room reads.
        log.error("socinno stopped", exc_info=error)
        super()._handle_exception(error)
        self._exit_renderables.clear()


_CONTROL_FILTER: Final = ControlFilter()
