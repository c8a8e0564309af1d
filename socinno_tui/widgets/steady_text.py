"""A text that stands still while it says the same."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class SteadyText(Static):
    """A text that may be told again at every key: only another one is laid out and painted."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show this text, unless it is the one that is shown."""
        shown = self.content
        if isinstance(shown, Content) and isinstance(content, Content) and shown.is_same(content):
            return
        super().update(content, layout=layout)
