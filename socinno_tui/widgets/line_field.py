"""A field of one line, in which nothing pasted is lost."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class LineField(Input):
    """A field of one line. A paste of several becomes one: nothing pasted is lost unseen."""

    def _on_paste(self, event: events.Paste) -> None:
        # Textual's own would keep the first line only.
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection)
