"""The ideas under each other: how they are laid out, what is in sight and where the cursor is."""

from __future__ import annotations

from textual.geometry import Offset, Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView

from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets import idea_feed_asked as asked
from socinno_tui.widgets.idea_feed_cursor import FeedCursor
from socinno_tui.widgets.idea_feed_layout import Arrangement, FeedLayout
from socinno_tui.widgets.idea_feed_lines import one_line
from socinno_tui.widgets.idea_feed_sight import Newest, Sight

HEADING = 1
"""How many lines stand above the ideas and do not scroll along."""


class FeedScroll(ScrollView, inherit_bindings=False):
    """The ideas on the topic that is on, newest in sight unless the person looks above.

    A class built on this one paints them.
    """

    DEFAULT_CSS = """
    FeedScroll {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
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
        self._cursor = FeedCursor(self._rows)
        self._newest = Newest()
        self._follows = True
        self._placing = False
        self._is_empty = True

    # What the screen may ask

    @property
    def topic_id(self) -> str | None:
        """The topic that is on, or None without a meeting."""
        return None if self.meeting is None else self.meeting.topic.id

    @property
    def highlighted(self) -> str | None:
        """The id of the idea under the cursor, or None."""
        return self._cursor.idea_id

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where on the screen the idea under the cursor begins; the heading, when there is none."""
        row = self._cursor.row
        start = -HEADING if row is None else self._rows.lines_of(row).start - self.scroll_offset.y
        return self.content_region.offset + Offset(0, max(0, HEADING + start))

    @property
    def found_count(self) -> int:
        """How many rows are shown: with `find`, those that hold its text."""
        return len(self._rows)

    @property
    def unseen(self) -> int:
        """How many new ideas wait below what is in sight."""
        return self._newest.unseen

    def highlight(self, idea_id: str) -> None:
        """Put the cursor on an idea, or on the one it is merged under; unknown, nothing moves."""
        row = self._rows.row_showing(idea_id)
        if row is not None:
            self._move_to(row)

    # What came in

    def watch_meeting(self, before: Meeting | None, now: Meeting | None) -> None:
        if before is None or now is None or before.topic.id != now.topic.id:
            self._set_cursor(None)
            self._cursor.pinned = self.marked = frozenset()
            self._follows = True
            self._newest.forget()
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
        row = self._cursor.row if by_number else 0
        self._follows = False
        if row is not None and self._rows.clusters:
            self._scroll(0)
            self._move_to(row)

    def watch_find(self, _text: str) -> None:
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
        row = self._cursor.row
        self._rows.fill(self.meeting, width, one_line(self.find).casefold(), self.arrangement)
        if not self.find:
            self.marked &= self._rows.leads
        if self._cursor.settle(row):
            self._tell_cursor()
        self._cursor.open_pinned()
        if self.has_focus:
            self._cursor.open()
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
        row = self._cursor.row
        if row is None or not self.has_focus:
            return False
        return self._rows.lines_of(row).start < self.max_scroll_y

    def _look_below(self) -> None:
        """Know whether the newest is in sight, and else how many there are."""
        self._newest.look(self._rows.clusters, in_sight=self._follows)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._placing:
            self._look_around()

    def _look_around(self) -> None:
        self._follows = self.scroll_offset.y >= self.max_scroll_y
        self._look_below()

    # The cursor

    def on_focus(self) -> None:
        row = self._cursor.row
        if row is None or not self._sight.shows(self._rows.lines_of(row)):
            self._move_to(self._last_in_sight())
        elif self._cursor.open():
            self._place()
            self._show(row)
        self.refresh()

    def on_blur(self) -> None:
        row = self._cursor.row
        if row is not None and row == len(self._rows) - 1:
            # The person is done here: the cursor does not stay behind on the room's screen.
            self._move_to(None)
        elif self._cursor.fold(self._cursor.idea_id):
            self._place()
        self.refresh()

    def _last_in_sight(self) -> int | None:
        if not self._rows.clusters:
            return None
        place = self._rows.at(self._sight.last_line)
        return len(self._rows) - 1 if place is None else place.row

    @property
    def _sight(self) -> Sight:
        height = self.size.height - HEADING - (1 if self.unseen else 0)
        return Sight(self.scroll_offset.y, max(1, height))

    def _tell_cursor(self) -> None:
        self.post_message(asked.Highlighted(self._cursor.idea_id))

    def _set_cursor(self, row: int | None) -> None:
        if self._cursor.put(row):
            self._tell_cursor()

    def _move_to(self, row: int | None) -> None:
        before = self._cursor.idea_id
        self._set_cursor(row)
        moved = before != self._cursor.idea_id and self._cursor.fold(before)
        if self.has_focus:
            moved = self._cursor.open() or moved
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
        lines, sight = self._rows.lines_of(row), self._sight
        top = sight.top_to_show(lines)
        if row == len(self._rows) - 1 and len(lines) <= sight.height:
            top = self.max_scroll_y
        if top is not None:
            self._scroll(top)

    def _scroll_within(self, row: int, direction: int) -> bool:
        """Step through a row higher than what is in sight. Whether there was any step to make."""
        top = self._sight.top_within(self._rows.lines_of(row), direction)
        if top is not None:
            self._scroll(top)
        return top is not None
