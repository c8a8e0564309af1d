"""Lists that stay where they are when their lines change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets.option_list import Option

from socinno_tui.widgets.cursor_bar import BarredList


class LineList(BarredList):
    """Lines to choose from. A line is its id and its words; an id is unique in its list."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True)

    def show_lines(self, lines: Sequence[tuple[str, Content]]) -> None:
        """Show these lines; the cursor stays at its line, or at its place when that is gone."""
        keys = [key for key, _words in lines]
        if keys == [option.id for option in self.options]:
            for index, (_key, words) in enumerate(lines):
                self._replace(index, words)
            return
        place, at = self.highlighted, self.cursor_id
        self.set_options(Option(words, id=key) for key, words in lines)
        if at in keys:
            self.highlighted = keys.index(at)
        elif keys:
            self.highlighted = min(place or 0, len(keys) - 1)

    @property
    def cursor_id(self) -> str:
        """The id of the line that has the cursor; empty when there is none."""
        option = self.highlighted_option
        return option.id or "" if option is not None else ""

    def _replace(self, index: int, words: Content) -> None:
        shown = self.get_option_at_index(index).prompt
        if not (isinstance(shown, Content) and shown.is_same(words)):
            self.replace_option_prompt_at_index(index, words)
            self.refresh(layout=True)


@dataclass(frozen=True, slots=True)
class SignedLine:
    """A line whose words, when they wrap, hang under themselves and not under their sign."""

    id: str
    sign: Content
    words: Content

    def content(self, width: int) -> Content:
        """The line in as many rows of `width` cells as it takes."""
        indent = self.sign.cell_length + 1
        rows = self.words.wrap(max(indent, width - indent)) or [Content.empty()]
        first = Content.assemble(self.sign, " ", rows[0])
        return Content("\n").join([first, *(row.pad_left(indent) for row in rows[1:])])


class SignedLineList(LineList):
    """Lines with a sign before each, wrapped at the width there is."""

    _signed: tuple[SignedLine, ...] = ()

    def show_signed(self, lines: Sequence[SignedLine]) -> None:
        """Show these lines."""
        self._signed = tuple(lines)
        width = self.scrollable_content_region.width
        self.show_lines([(line.id, line.content(width)) for line in lines])

    def on_resize(self) -> None:
        self.show_signed(self._signed)
