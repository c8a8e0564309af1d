"""The feed in the theme's colours, painted line by line."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.style import Style
from textual.strip import Strip

from socinno_tui.widgets.idea_feed_lines import one_line
from socinno_tui.widgets.idea_feed_paint import FeedPainter, RowState
from socinno_tui.widgets.idea_feed_scroll import HEADING, FeedScroll


class FeedView(FeedScroll):
    """What is in sight, with the heading above it and below it the sign of what is new.

    Painted by Textual's Line API, so that it costs the same with ten thousand ideas.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "idea-feed--heading",
        "idea-feed--quiet",
        "idea-feed--strong",
        "idea-feed--focus",
        "idea-feed--dots",
        "idea-feed--sign",
        "idea-feed--found",
        "idea-feed--cursor",
        "idea-feed--below",
    }

    DEFAULT_CSS = """
    FeedView {
        background: $background;
        color: $foreground;

        & > .idea-feed--heading { color: $heading; text-style: bold; }
        & > .idea-feed--quiet { color: $quiet; }
        & > .idea-feed--strong { color: $foreground; text-style: bold; }
        & > .idea-feed--focus { color: $focus; text-style: bold; }
        & > .idea-feed--dots { color: $dots; text-style: bold; }
        & > .idea-feed--sign { color: $background; background: $heading; text-style: bold; }
        & > .idea-feed--found { color: $focus; text-style: bold underline; }
        & > .idea-feed--cursor { background: $cursor; color: $foreground; }
        & > .idea-feed--below { background: $focus; color: $background; text-style: bold; }
    }
    """

    _sought: re.Pattern[str] | None = None

    def watch_find(self, text: str) -> None:
        words = one_line(text)
        self._sought = re.compile(re.escape(words), re.IGNORECASE) if words else None
        super().watch_find(text)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        painter = FeedPainter(self._style, self.rich_style, width)
        sought = one_line(self.find)
        if y < HEADING:
            segments = painter.heading(self._rows, len(self.marked), sought, self.arrangement)
        elif self.unseen and y == self.size.height - 1:
            segments = painter.below(self.unseen)
        elif not self._rows.clusters:
            segments = painter.empty(y - HEADING, self.meeting, sought, self.arrangement)
        else:
            line = self.scroll_offset.y + y - HEADING
            segments = painter.row(self._rows, line, self._state_of, self._sought)
        return Strip(segments).crop_extend(0, self.size.width, self.rich_style)

    def _state_of(self, idea_id: str) -> RowState:
        return RowState(
            has_cursor=idea_id == self.highlighted,
            is_marked=idea_id in self.marked,
            has_focus=self.has_focus,
        )

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"idea-feed--{name}", partial=True)
