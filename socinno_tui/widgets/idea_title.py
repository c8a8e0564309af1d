"""A selected idea above what is agreed on it."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from socinno_tui.domain.idea import Cluster
from socinno_tui.widgets.fitting import one_line, wrapped
from socinno_tui.wording import symbols

MOST_LINES = 2


class IdeaTitle(Widget):
    """Sign and number at the left, the text hanging beside them, its dots at the right."""

    DEFAULT_CSS = """
    IdeaTitle {
        height: auto;
    }
    """

    def __init__(self, cluster: Cluster) -> None:
        super().__init__()
        self._cluster = cluster

    def render(self) -> Content:
        return Content("\n").join(idea_title(self._cluster, self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(idea_title(self._cluster, width)))


def idea_title(cluster: Cluster, width: int) -> list[Content]:
    """An idea on two lines of `width` cells at most, with an ellipsis where it goes on."""
    lead = cluster.lead
    margin = Content.assemble(
        (f"{symbols.SELECTED} ", "bold $focus"), (f"#{lead.number} ", "$quiet")
    )
    dots = Content.styled(f"  {cluster.dots} {symbols.DOT}" if cluster.dots else "", "$dots")
    room = width - margin.cell_length - dots.cell_length
    lines = wrapped(Content.styled(one_line(lead.text), "bold"), room, MOST_LINES)
    return [
        Content.assemble(margin, line.pad_right(max(0, room - line.cell_length)), dots)
        if place == 0
        else Content(" " * margin.cell_length) + line
        for place, line in enumerate(lines)
    ]
