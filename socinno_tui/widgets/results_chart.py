"""The results over the meetings as a chart, drawn by plotext."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.color import Color
from textual.content import Content
from textual_plotext import PlotextPlot

from socinno_tui.domain.results import MeetingResults
from socinno_tui.i18n import _

MOST_MEETINGS = 12
"""More bars than these cannot be told apart from the back row: the latest are shown."""


COLOURS = ("quiet", "heading", "within")
SIGNS = ("░", "▒", "█")


class ResultsChart(PlotextPlot):
    """How many ideas were chosen, done, and done in time, for the latest meetings."""

    def __init__(self, results: Sequence[MeetingResults]) -> None:
        super().__init__()
        self._results = tuple(results)[-MOST_MEETINGS:]

    def on_mount(self) -> None:
        # Its own themes know neither of our rooms.
        self.auto_theme = False
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        days = [one.closed_at.in_timezone(one.zone).date().format("D/M") for one in self._results]
        # Two meetings on one day would be one bar.
        labels = [f"{day}{'′' * days[:place].count(day)}" for place, day in enumerate(days)]
        most = max(1, *(one.selected for one in self._results))
        # The library's types say less than it takes.
        plot: Any = self.plt
        plot.clear_figure()
        plot.multiple_bar(
            labels,
            [
                [one.selected for one in self._results],
                [one.done for one in self._results],
                [one.done_in_time for one in self._results],
            ],
            marker=list(SIGNS),
            color=[self._rgb(name) for name in COLOURS],
            width=0.8,
        )
        ground, text = self._rgb("background"), self._rgb("foreground")
        plot.canvas_color(ground)
        plot.axes_color(ground)
        plot.ticks_color(text)
        plot.ylim(0, most)
        plot.yticks(list(range(0, most + 1, -(-most // 4))))
        self.refresh()

    def _rgb(self, name: str) -> tuple[int, int, int]:
        found = Color.parse(self.app.theme_variables[name])
        return (found.r, found.g, found.b)


def legend() -> Content:
    """Say in words which bar is which."""
    words = (_("chosen"), _("done"), _("in time"))
    return Content("   ").join(
        Content.styled(sign * 2, f"${colour}") + Content(f" {word}")
        for sign, colour, word in zip(SIGNS, COLOURS, words, strict=True)
    )
