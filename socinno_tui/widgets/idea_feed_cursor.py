"""The idea under the cursor in the feed, and which ideas are open beneath."""

from __future__ import annotations

from socinno_tui.widgets.idea_feed_layout import FeedLayout


class FeedCursor:
    """The idea that the cursor is on, by id, so that it stays there while rows come and go.

    That idea is open while the feed has the focus; a pinned one stays open without the cursor.
    """

    def __init__(self, rows: FeedLayout) -> None:
        self._rows = rows
        self.idea_id: str | None = None
        self.pinned: frozenset[str] = frozenset()

    @property
    def row(self) -> int | None:
        """At which row it is, or None."""
        return self._rows.index_of(self.idea_id)

    def put(self, row: int | None) -> bool:
        """Put it on the idea of a row, or on none. Whether that is another idea than before."""
        before = self.idea_id
        self.idea_id = None if row is None else self._rows.clusters[row].lead.id
        return self.idea_id != before

    def settle(self, row: int | None) -> bool:
        """Find it back in rows filled anew, where it was at `row`: on its own idea, or else on
        the one in that place now. Whether that is another idea than before.
        """
        leads = self._rows.leads
        self.pinned &= leads
        if self.idea_id in leads:
            return False
        return self.put(None if row is None or not leads else min(row, len(leads) - 1))

    def pin(self) -> None:
        """Let the idea it is on stay open, or not any longer."""
        if self.idea_id is not None:
            self.pinned ^= {self.idea_id}

    def open(self) -> bool:
        """Show what is beneath the idea it is on. Whether any line moved."""
        return self.idea_id is not None and self._rows.open(self.idea_id)

    def open_pinned(self) -> None:
        """Show what is beneath the pinned ideas."""
        for idea_id in self.pinned:
            self._rows.open(idea_id)

    def fold(self, idea_id: str | None) -> bool:
        """Show an idea alone again unless it is pinned. Whether any line moved."""
        return idea_id is not None and idea_id not in self.pinned and self._rows.fold(idea_id)
