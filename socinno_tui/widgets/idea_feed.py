"""The ideas of the topic that is on, as the room reads them."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from textual import events, on
from textual.binding import Binding, BindingType

from socinno_tui.i18n import N_
from socinno_tui.widgets import idea_feed_asked as asked
from socinno_tui.widgets.idea_feed_layout import Arrangement
from socinno_tui.widgets.idea_feed_scroll import HEADING
from socinno_tui.widgets.idea_feed_view import FeedView


class IdeaFeed(FeedView, can_focus=True):
    """The ideas on the topic that is on, newest in sight; it shows and asks, and decides nothing.

    Set `meeting` (by data_bind), and `find` to show only the ideas with that text in them. What a
    key asks for is posted as a message; `marked` holds the ids of the ideas marked for merging.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "ask('dots')", N_("dots"), id="feed.dots"),
        Binding("s", "ask('select')", N_("select"), id="feed.select"),
        Binding("l", "ask('later')", N_("later"), id="feed.later"),
        Binding("n", "ask('no')", N_("no"), id="feed.no"),
        Binding("space", "mark", N_("mark"), id="feed.mark"),
        Binding("m", "merge", N_("merge"), id="feed.merge"),
        Binding("x", "ask('split')", N_("split off"), id="feed.split"),
        Binding("e", "ask('edit')", N_("edit"), id="feed.edit", show=False),
        Binding("delete", "ask('delete')", N_("delete"), id="feed.delete", show=False),
        Binding("slash", "find", N_("find"), id="feed.find", show=False),
        Binding("up", "up", N_("up"), id="feed.up", show=False),
        Binding("down", "down", N_("down"), id="feed.down", show=False),
        Binding("home", "first", N_("first idea"), id="feed.first", show=False),
        Binding("end", "newest", N_("newest idea"), id="feed.newest", show=False),
        Binding("enter", "pin", N_("keep open or fold"), id="feed.pin", show=False),
    ]

    Asked: TypeAlias = asked.Asked
    EditAsked: TypeAlias = asked.EditAsked
    SplitAsked: TypeAlias = asked.SplitAsked
    DotsAsked: TypeAlias = asked.DotsAsked
    SelectAsked: TypeAlias = asked.SelectAsked
    LaterAsked: TypeAlias = asked.LaterAsked
    NoAsked: TypeAlias = asked.NoAsked
    DeleteAsked: TypeAlias = asked.DeleteAsked
    MenuAsked: TypeAlias = asked.MenuAsked
    MergeAsked: TypeAlias = asked.MergeAsked
    FindAsked: TypeAlias = asked.FindAsked
    LeftBelow: TypeAlias = asked.LeftBelow
    Highlighted: TypeAlias = asked.Highlighted
    Marked: TypeAlias = asked.Marked

    _clicked: str | None = None

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without ideas there is nothing to do to one; in the end there is only an answer."""
        if self.arrangement is Arrangement.UNANSWERED and (
            action == "merge" or (action == "ask" and parameters[0] not in {"later", "no"})
        ):
            return False
        if action in {"ask", "mark", "merge", "pin"} and not self._rows.clusters:
            return None
        return True

    def action_up(self) -> None:
        row = self._cursor.row
        if row is None:
            self._move_to(self._last_in_sight())
        elif not self._scroll_within(row, -1) and row > 0:
            self._move_to(row - 1)

    def action_down(self) -> None:
        row = self._cursor.row
        if row is not None and self._scroll_within(row, 1):
            return
        if row is None or row == len(self._rows) - 1:
            self.post_message(self.LeftBelow())
        else:
            self._move_to(row + 1)

    def action_first(self) -> None:
        if self._rows.clusters:
            self._move_to(0)

    def action_newest(self) -> None:
        if self._rows.clusters:
            self._move_to(len(self._rows) - 1)
        self._scroll(self.max_scroll_y)

    def action_pin(self) -> None:
        self._cursor.pin()

    def action_mark(self) -> None:
        if self.highlighted is not None:
            self.marked ^= {self.highlighted}

    def action_ask(self, what: str) -> None:
        if self.highlighted is not None:
            self.post_message(asked.ASKED_BY_NAME[what](self.highlighted))

    def action_merge(self) -> None:
        if self.highlighted is not None:
            self.post_message(self.MergeAsked(self.highlighted, self.marked - {self.highlighted}))

    def action_find(self) -> None:
        self.post_message(self.FindAsked())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y < HEADING:
            return
        if self.unseen and offset.y == self.size.height - 1:
            self.action_newest()
            return
        place = self._rows.at(self.scroll_offset.y + offset.y - HEADING)
        if place is not None:
            self._move_to(place.row)
            # The first click may have brought the focus, and with it the cursor.
            if self._clicked is not None and self._clicked == self.highlighted:
                self.post_message(self.MenuAsked(self._clicked))
            self._clicked = self.highlighted

    @on(events.Blur)
    def _forget_click(self) -> None:
        self._clicked = None
