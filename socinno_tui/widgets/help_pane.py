"""Help in lines: what the moment is for, what one does now, and the keys by what they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

BULLET = "•"
KEYS_WIDTH = 14
LEAST_WORDS = 16
"""Below so many cells for the words, they stand beneath their keys instead of beside them."""


@dataclass(frozen=True, slots=True)
class KeyLine:
    """The keys of one action as they are printed on the keyboard, and what it does."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class HelpText:
    """What a screen is for in the meeting, and what a good facilitator does now.

    `keys` are under headings, each telling what its keys are for; nothing in it is markup. `lead`
    is the heading of what one does most now: it stands first.
    """

    moment: str = ""
    advice: tuple[str, ...] = ()
    keys: tuple[tuple[str, tuple[KeyLine, ...]], ...] = ()
    lead: str = ""


def help_lines(text: HelpText, width: int) -> list[Content]:
    """The help in lines of at most `width` cells; what is wrapped hangs under its own text."""
    blocks: list[list[Content]] = []
    if text.moment:
        blocks.append(Content(text.moment).wrap(width))
    if text.advice:
        blocks.append(
            [line for one in text.advice for line in _hung(Content(BULLET), one, 2, width)]
        )
    for heading, lines in text.keys:
        block = [Content.styled(heading, "bold $heading")]
        block.extend(part for line in lines for part in _key_line(line, width))
        blocks.append(block)
    return [line for block in _apart(blocks) for line in block]


def _apart(blocks: Sequence[list[Content]]) -> Iterator[list[Content]]:
    for place, block in enumerate(blocks):
        yield block if place == 0 else [Content.empty(), *block]


def _key_line(line: KeyLine, width: int) -> Iterator[Content]:
    keys = Content.styled(", ".join(line.keys), "bold $focus")
    indent = KEYS_WIDTH + 2
    if width - indent < LEAST_WORDS or keys.cell_length > KEYS_WIDTH:
        yield from keys.wrap(width)
        keys = Content.empty()
    yield from _hung(keys, line.words, min(indent, max(2, width - LEAST_WORDS)), width)


def _hung(margin: Content, words: str, indent: int, width: int) -> Iterator[Content]:
    for place, line in enumerate(Content(words).wrap(max(1, width - indent))):
        beside = margin if place == 0 else Content.empty()
        yield beside.pad_right(indent - beside.cell_length) + line


class HelpPane(Widget):
    """The help of one screen, as long as it is."""

    DEFAULT_CSS = """
    HelpPane {
        height: auto;
    }
    """

    def __init__(self, text: HelpText) -> None:
        super().__init__()
        self._text = text

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        # Textual can ask before the width is known.
        return help_lines(self._text, width) if width > 0 else []
