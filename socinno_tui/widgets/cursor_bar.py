"""The bar at the row with the cursor: without colours the row's ground alone would not be seen."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

from socinno_tui.wording.plain import cursor_mark

BAR_CELLS = 1
"""How wide the column is in which the bar stands."""


class BarredList(OptionList):
    """A list whose first column holds the bar at the option with the cursor.

    Its options keep that column free: they are `BAR_CELLS` narrower, or begin with a space.
    """

    COMPONENT_CLASSES = {"barred-list--bar"}
    DEFAULT_CSS = """
    BarredList > .barred-list--bar {
        color: $quiet;
    }
    BarredList:focus > .barred-list--bar {
        color: $focus;
        text-style: bold;
    }
    """

    def _barred(self, strip: Strip, rest: Strip) -> Strip:
        """Give a line with the first column before the rest of it."""
        first = next(iter(strip), Segment(" ")).style or Style()
        if self.highlighted is None or first.meta.get("option") != self.highlighted:
            return Strip.join([Strip([Segment(" ", first)]), rest])
        bar = first + self.get_component_rich_style("barred-list--bar", partial=True)
        return Strip.join([Strip([Segment(cursor_mark(), bar)]), rest])
