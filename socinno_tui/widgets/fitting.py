"""Makes text fit: nothing is cut off without a sign."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content


def one_line(text: str) -> str:
    """The text without its line ends, for where it has one line only."""
    return " ".join(text.split())


def shortened(text: Content, width: int) -> Content:
    """The text on one line of at most `width` cells, with an ellipsis where it was cut."""
    return text.truncate(max(0, width), ellipsis=True)


def wrapped(text: Content, width: int, most: int) -> list[Content]:
    """The text in at most `most` lines of `width` cells; an ellipsis ends the last if cut."""
    if width < 1 or most < 1:
        return []
    lines = text.wrap(width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip().truncate(width - 1)
    return [*lines[: most - 1], last.append("…")]


def shared_out(texts: Sequence[Content], width: int) -> list[Content]:
    """The texts, each short enough that together they take at most `width` cells.

    The longest give way first, so that a short one stays whole beside a long one.
    """
    lengths = [text.cell_length for text in texts]
    most = max(lengths, default=0)
    while most > 0 and sum(min(length, most) for length in lengths) > width:
        most -= 1
    return [shortened(text, most) for text in texts]
