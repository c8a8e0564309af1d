"""The ideas under each other: what is in sight, where the cursor is, and each line painted."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.style import Style
from textual.geometry import Offset, Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets import idea_feed_asked as asked
from socinno_tui.widgets.idea_feed_layout import Arrangement, FeedLayout
from socinno_tui.widgets.idea_feed_lines import one_line
from socinno_tui.widgets.idea_feed_paint import FeedPainter, RowState

HEADING = 1
"""How many lines stand above the ideas and do not scroll along."""


class FeedView(ScrollView, inherit_bindings=False):
    """The ideas on the topic that is on, newest in sight unless the person looks above.

    Painted line by line (Textual's Line API), so that it costs the same with ten thousand ideas.
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
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;

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

    meeting: reactive[Meeting | None] = reactive[Meeting | None](None, repaint=False)
    find: var[str] = var("", init=False)
    arrangement: var[Arrangement] = var(Arrangement.BY_NUMBER, init=False)
    marked: reactive[frozenset[str]] = reactive[frozenset[str]](frozenset(), init=False)

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._rows = FeedLayout()
        self._cursor: str | None = None
        self._pinned: frozenset[str] = frozenset()
        self._sought: re.Pattern[str] | None = None
        self._follows = True
        self._placing = False
        self._is_empty = True
        self._seen_number = 0
        self._unseen = 0

    # What the screen may ask

    @property
    def topic_id(self) -> str | None:
        """The topic that is on, or None without a meeting."""
        return None if self.meeting is None else self.meeting.topic.id

    @property
    def highlighted(self) -> str | None:
        """The id of the idea under the cursor, or None."""
        return self._cursor

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where on the screen the idea under the cursor begins; the heading, when there is none."""
        row = self._rows.index_of(self._cursor)
        start = -HEADING if row is None else self._rows.lines_of(row).start - self.scroll_offset.y
        return self.content_region.offset + Offset(0, max(0, HEADING + start))

    @property
    def found_count(self) -> int:
        """How many rows are shown: with `find`, those that hold its text."""
        return len(self._rows)

    @property
    def unseen(self) -> int:
        """How many new ideas wait below what is in sight."""
        return self._unseen

    def highlight(self, idea_id: str) -> None:
        """Put the cursor on an idea, or on the one it is merged under; unknown, nothing moves."""
        row = self._rows.row_showing(idea_id)
        if row is not None:
            self._move_to(row)

    # What came in

    def watch_meeting(self, before: Meeting | None, now: Meeting | None) -> None:
        if before is None or now is None or before.topic.id != now.topic.id:
            self._set_cursor(None)
            self._pinned = self.marked = frozenset()
            self._follows = True
            self._seen_number = 0
            self._lay_out()
        elif self._is_arranged or not self._rows.append(before, now):
            self._lay_out()
        else:
            self._place()

    @property
    def _is_arranged(self) -> bool:
        """Whether a new idea may belong elsewhere than at the end."""
        return bool(self.find) or self.arrangement is not Arrangement.BY_NUMBER

    def watch_arrangement(self) -> None:
        """In another order the top is what a room wants to see; by number it follows the newest."""
        by_number = self.arrangement is Arrangement.BY_NUMBER
        self._lay_out()
        row = self._rows.index_of(self._cursor) if by_number else 0
        self._follows = False
        if row is not None and self._rows.clusters:
            self._scroll(0)
            self._move_to(row)

    def watch_find(self, text: str) -> None:
        words = one_line(text)
        self._sought = re.compile(re.escape(words), re.IGNORECASE) if words else None
        self._lay_out()

    def watch_marked(self, marked: frozenset[str]) -> None:
        self.post_message(asked.Marked(marked))

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay out every row again: after a change beyond new ideas, or in another width."""
        width = self.scrollable_content_region.width
        if not width:
            return
        row = self._rows.index_of(self._cursor)
        self._rows.fill(self.meeting, width, one_line(self.find).casefold(), self.arrangement)
        leads = frozenset(cluster.lead.id for cluster in self._rows.clusters)
        self._pinned &= leads
        if not self.find:
            self.marked &= leads
        if self._cursor not in leads:
            self._set_cursor(None if row is None or not leads else min(row, len(leads) - 1))
        for idea_id in self._pinned:
            self._rows.open(idea_id)
        if self._cursor is not None and self.has_focus:
            self._rows.open(self._cursor)
        self._place()

    def _place(self) -> None:
        """Take the heights into account, with the newest in sight unless the person looks above."""
        self._placing = True
        columns = self._rows.columns
        width = 0 if columns is None else columns.width
        self.virtual_size = Size(width, HEADING + self._rows.line_count)
        # As Textual's OptionList does: a scrollbar is not looked at again for this alone.
        self._scroll_update(self.virtual_size)
        self._follows = self._follows and not self._would_hide_cursor()
        if self._follows:
            self._scroll(self.max_scroll_y)
        self._placing = False
        self._look_below()
        if self._is_empty != (not self._rows.clusters):
            self._is_empty = not self._is_empty
            self.refresh_bindings()
        self.refresh()

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        # A scrollbar that appears does not know yet how far was scrolled without it.
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def _scroll(self, y: int) -> None:
        # Forced, because the scrollbar that would allow it shows only after the next layout.
        self.scroll_to(y=y, animate=False, force=True)

    def _would_hide_cursor(self) -> bool:
        row = self._rows.index_of(self._cursor)
        if row is None or not self.has_focus:
            return False
        return self._rows.lines_of(row).start < self.max_scroll_y

    def _look_below(self) -> None:
        """Know whether the newest is in sight, and else how many there are."""
        clusters = self._rows.clusters
        if self._follows and clusters:
            self._seen_number = max(self._seen_number, clusters[-1].lead.number)
        self._unseen = 0
        for cluster in reversed(clusters):
            if cluster.lead.number <= self._seen_number:
                break
            self._unseen += 1

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._placing:
            self._look_around()

    def _look_around(self) -> None:
        self._follows = self.scroll_offset.y >= self.max_scroll_y
        self._look_below()

    # The cursor

    def on_focus(self) -> None:
        row = self._rows.index_of(self._cursor)
        if row is None or not self._is_in_sight(row):
            self._move_to(self._last_in_sight())
        elif self._cursor is not None and self._rows.open(self._cursor):
            self._place()
            self._show(row)
        self.refresh()

    def on_blur(self) -> None:
        row = self._rows.index_of(self._cursor)
        if row is not None and row == len(self._rows) - 1:
            # The person is done here: the cursor does not stay behind on the room's screen.
            self._move_to(None)
        elif (
            self._cursor is not None
            and self._cursor not in self._pinned
            and self._rows.fold(self._cursor)
        ):
            self._place()
        self.refresh()

    def _is_in_sight(self, row: int) -> bool:
        lines = self._rows.lines_of(row)
        top = self.scroll_offset.y
        return lines.start < top + self._height_for_ideas and lines.stop > top

    def _last_in_sight(self) -> int | None:
        if not self._rows.clusters:
            return None
        bottom = self.scroll_offset.y + self._height_for_ideas - 1
        place = self._rows.at(bottom)
        return len(self._rows) - 1 if place is None else place.row

    @property
    def _height_for_ideas(self) -> int:
        return max(1, self.size.height - HEADING - (1 if self._unseen else 0))

    def _set_cursor(self, row: int | None) -> None:
        idea_id = None if row is None else self._rows.clusters[row].lead.id
        if idea_id != self._cursor:
            self._cursor = idea_id
            self.post_message(asked.Highlighted(idea_id))

    def _move_to(self, row: int | None) -> None:
        before = self._cursor
        self._set_cursor(row)
        moved = False
        if before is not None and before != self._cursor and before not in self._pinned:
            moved = self._rows.fold(before)
        if self._cursor is not None and self.has_focus:
            moved = self._rows.open(self._cursor) or moved
        if moved:
            self._follows = False
            self._place()
        else:
            self._refresh_row(self._rows.index_of(before))
            self._refresh_row(row)
        if row is not None:
            self._show(row)
        self._look_around()

    def _refresh_row(self, row: int | None) -> None:
        if row is not None:
            lines = self._rows.lines_of(row)
            self.refresh_lines(HEADING + lines.start, len(lines))

    def _show(self, row: int) -> None:
        """Scroll no more than is needed to have a row in sight, its beginning first."""
        lines = self._rows.lines_of(row)
        top, height = self.scroll_offset.y, self._height_for_ideas
        if row == len(self._rows) - 1 and len(lines) <= height:
            self._scroll(self.max_scroll_y)
        elif lines.start < top or len(lines) > height:
            self._scroll(lines.start)
        elif lines.stop > top + height:
            self._scroll(lines.stop - height)

    def _scroll_within(self, row: int, direction: int) -> bool:
        """Step through a row higher than what is in sight. Whether there was any step to make."""
        lines, height = self._rows.lines_of(row), self._height_for_ideas
        top = self.scroll_offset.y
        least, most = lines.start, max(lines.start, lines.stop - height)
        step = min(max(top + direction * max(1, height - 1), least), most)
        if len(lines) <= height or step == top:
            return False
        self._scroll(step)
        return True

    # Painting

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        painter = FeedPainter(self._style, self.rich_style, width)
        sought = one_line(self.find)
        if y < HEADING:
            segments = painter.heading(self._rows, len(self.marked), sought, self.arrangement)
        elif self._unseen and y == self.size.height - 1:
            segments = painter.below(self._unseen)
        elif not self._rows.clusters:
            segments = painter.empty(y - HEADING, self.meeting, sought, self.arrangement)
        else:
            line = self.scroll_offset.y + y - HEADING
            segments = painter.row(self._rows, line, self._state_of, self._sought)
        return Strip(segments).crop_extend(0, self.size.width, self.rich_style)

    def _state_of(self, idea_id: str) -> RowState:
        return RowState(
            has_cursor=idea_id == self._cursor,
            is_marked=idea_id in self.marked,
            has_focus=self.has_focus,
        )

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"idea-feed--{name}", partial=True)
