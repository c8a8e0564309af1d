"""Every line of the feed in the theme's colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets.idea_feed_layout import Arrangement, FeedLayout
from socinno_tui.widgets.idea_feed_lines import fitted, wrapped
from socinno_tui.widgets.idea_feed_row import Look, beneath_line, lead_line
from socinno_tui.widgets.idea_feed_words import (
    all_answered_words,
    below_words,
    by_dots_words,
    count_words,
    empty_words,
    found_words,
    marked_words,
    round_words,
)
from socinno_tui.wording.plain import cursor_mark


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands out from the others."""

    has_cursor: bool
    is_marked: bool
    has_focus: bool


class FeedPainter:
    """Lines `width` cells wide; `styles` gives the style of one of the feed's component classes."""

    def __init__(self, styles: Callable[[str], Style], ground: Style, width: int) -> None:
        self._styles = styles
        self._ground = ground
        self._width = width

    def heading(
        self, rows: FeedLayout, marked: int, sought: str, arrangement: Arrangement
    ) -> list[Segment]:
        """How many ideas there are; at the right what is marked, looked for, or being counted, or
        in what order they stand.
        """
        ideas, groups = rows.idea_count, len(rows)
        left = fitted(count_words(ideas, ideas if sought else groups), self._width - 2)
        right = ""
        if sought:
            right = found_words(groups, sought)
        elif marked:
            right = marked_words(marked, merges=arrangement is not Arrangement.UNANSWERED)
        elif rows.counted is not None and arrangement is not Arrangement.UNANSWERED:
            right = round_words(sum(rows.counted.values()), len(rows.counted))
        elif arrangement is not Arrangement.BY_NUMBER:
            right = by_dots_words()
        room = self._width - 1 - cell_len(left)
        right = fitted(right, room - 3)
        padding = " " * max(0, room - cell_len(right) - 1)
        return [
            Segment(" ", self._ground),
            Segment(left, self._on_ground("heading")),
            Segment(padding, self._ground),
            Segment(right, self._on_ground("focus")),
        ]

    def below(self, unseen: int) -> list[Segment]:
        """The sign that new ideas wait below what is in sight."""
        words = fitted(f"  {below_words(unseen)}  ", self._width)
        before = (self._width - cell_len(words)) // 2
        return [Segment(" " * before, self._ground), Segment(words, self._on_ground("below"))]

    def empty(
        self, line: int, meeting: Meeting | None, sought: str, arrangement: Arrangement
    ) -> list[Segment]:
        """One line of the sentence that stands where the ideas will."""
        words = empty_words(meeting, sought)
        if arrangement is Arrangement.UNANSWERED and not sought:
            words = all_answered_words()
        spans = wrapped(words, self._width - 4)
        if not 1 <= line <= len(spans):
            return []
        start, end = spans[line - 1]
        return [Segment("  ", self._ground), Segment(words[start:end], self._on_ground("quiet"))]

    def row(
        self,
        rows: FeedLayout,
        line: int,
        state_of: Callable[[str], RowState],
        sought: re.Pattern[str] | None,
    ) -> list[Segment]:
        """One line of the ideas under each other; nothing past the last."""
        place = rows.at(line)
        if place is None or rows.columns is None:
            return []
        cluster = rows.clusters[place.row]
        state = state_of(cluster.lead.id)
        look = self._look(state)
        spans = rows.spans(cluster.lead)
        if place.line < len(spans):
            return lead_line(
                cluster,
                spans[place.line],
                dots=rows.dots(cluster),
                columns=rows.columns,
                look=look,
                is_marked=state.is_marked,
                sought=sought,
            )
        below = rows.beneath(cluster.lead.id)[place.line - len(spans)]
        return beneath_line(below, columns=rows.columns, look=look)

    def _on_ground(self, name: str) -> Style:
        return self._ground + self._styles(name)

    def _look(self, state: RowState) -> Look:
        under_cursor = state.has_cursor and state.has_focus
        ground = self._ground + self._styles("cursor") if under_cursor else self._ground
        quiet = ground + self._styles("quiet")
        focus = ground + self._styles("focus")
        return Look(
            text=ground,
            quiet=quiet,
            number=focus if under_cursor else quiet,
            strong=ground + self._styles("strong"),
            focus=focus,
            bar_style=focus if under_cursor else quiet,
            dots=ground + self._styles("dots"),
            sign=ground + self._styles("sign"),
            found=ground + self._styles("found"),
            bar=cursor_mark() if state.has_cursor else " ",
        )
