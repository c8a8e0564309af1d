"""The results over the meetings as two charts side by side, drawn by plotext."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static
from textual_plotext import PlotextPlot

from socinno_tui.domain.results import MeetingResults
from socinno_tui.i18n import _
from socinno_tui.wording import symbols

MOST_MEETINGS = 12
"""More bars than these cannot be told apart from the back row: the latest are shown."""

LEAST_CELLS = 8
"""So many cells of the charts together each meeting needs: three bars and a gap, one and a gap."""

WIDEST_BAR = 6
MOST_TICKS = 4
STEPS = (1, 2, 5, 10, 20, 25, 50)
"""What people count by."""


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of bar: a value a meeting, None where there is none; with its word, sign and
    colour, so that colour never stands alone.
    """

    word: str
    sign: str
    colour: str
    values: tuple[float | None, ...]


class ResultsCharts(Horizontal):
    """What became of the chosen ideas and, where a talk meter ran, the manager's part of the talk.

    The latest meetings, as many as there is room for, the same ones in both.
    """

    DEFAULT_CSS = """
    ResultsCharts {
        height: 1fr;
        background: $surface;
    }
    ResultsCharts Vertical {
        width: 2fr;
    }
    ResultsCharts .talk {
        width: 1fr;
        padding-left: 2;
    }
    ResultsCharts Static {
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    ResultsCharts BarChart {
        height: 1fr;
    }
    """

    def __init__(self, results: Sequence[MeetingResults]) -> None:
        super().__init__()
        self._results = tuple(results)

    def compose(self) -> ComposeResult:
        agreements = _agreements(self._results)
        with Vertical():
            yield Static(_legend(agreements))
            yield BarChart(_labels(self._results), agreements)
        if any(one.talk_share is not None for one in self._results):
            talk = _talk(self._results)
            with Vertical(classes="talk"):
                yield Static(_legend(talk))
                yield BarChart(_labels(self._results), talk, unit="%")

    def on_resize(self) -> None:
        shown = max(1, min(MOST_MEETINGS, self.size.width // LEAST_CELLS))
        for chart in self.query(BarChart):
            chart.show_latest(shown)


class BarChart(PlotextPlot):
    """A group of bars for each label, each bar a whole number of cells, so that none is ragged."""

    def __init__(self, labels: Sequence[str], series: Sequence[Series], *, unit: str = "") -> None:
        super().__init__()
        self._labels = tuple(labels)
        self._series = tuple(series)
        self._unit = unit
        self._shown = MOST_MEETINGS

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._draw())

    def on_resize(self) -> None:
        self._draw()

    def show_latest(self, count: int) -> None:
        """Show no more than the last `count` labels."""
        self._shown = count
        self._draw()

    def _draw(self) -> None:
        labels = self._labels[-self._shown :]
        bars = [(one, one.values[-self._shown :]) for one in self._series]
        most = max(1, *(value or 0 for _one, values in bars for value in values))
        ticks = _ticks(most)
        named = [f"{tick}{self._unit}" for tick in ticks]
        edge = max(map(len, named))
        # The library keeps a column for the axis, and a line each for the axis and the labels.
        canvas = Size(self.size.width - edge - 1, self.size.height - 2)
        slot = canvas.width // max(1, len(labels))
        if slot < 1 or canvas.height < 1:
            return
        wide = max(1, min(WIDEST_BAR, (slot - 1) // len(bars)))
        plot = self._empty_plot(canvas)
        for place, (one, values) in enumerate(bars):
            for meeting, value in enumerate(values):
                if value:
                    left = meeting * slot + place * wide
                    height = max(1, round(value / most * canvas.height))
                    cells = list(product(range(left, left + wide), range(height)))
                    columns, rows = zip(*cells, strict=True)
                    plot.scatter(columns, rows, marker=one.sign, color=self._rgb(one.colour))
        middle = wide * len(bars) // 2
        # Labels that touch are left out, from the latest back.
        every = -(-(1 + max(map(len, labels))) // slot)
        named_meetings = range(len(labels) - 1, -1, -every)
        plot.xticks(
            [meeting * slot + middle for meeting in named_meetings],
            [labels[meeting] for meeting in named_meetings],
        )
        plot.yticks(
            [max(0, round(tick / most * canvas.height) - 1) for tick in ticks],
            [name.rjust(edge) for name in named],
        )
        self.refresh()

    def _empty_plot(self, canvas: Size) -> Any:
        """Give the library's plot with one unit a cell; its types say less than it takes."""
        plot: Any = self.plt
        plot.clear_figure()
        plot.xaxes(True, False)
        plot.yaxes(True, False)
        plot.xlim(0, canvas.width - 1)
        plot.ylim(0, canvas.height - 1)
        return plot

    def _rgb(self, name: str) -> tuple[int, int, int]:
        found = Color.parse(self.app.theme_variables[name])
        return (found.r, found.g, found.b)


def _ticks(most: float) -> list[int]:
    """Give at most five numbers from 0 on that people count by, none above the most."""
    step = next((step for step in STEPS if most / step <= MOST_TICKS), STEPS[-1])
    return list(range(0, int(most) + 1, step))


def _agreements(results: Sequence[MeetingResults]) -> tuple[Series, ...]:
    return (
        Series(_("chosen"), symbols.BAR_EMPTY, "quiet", tuple(one.selected for one in results)),
        Series(_("done"), symbols.BAR_HALF, "heading", tuple(one.done for one in results)),
        Series(
            _("in time"), symbols.BAR_FULL, "within", tuple(one.done_in_time for one in results)
        ),
    )


def _talk(results: Sequence[MeetingResults]) -> tuple[Series, ...]:
    shares = tuple(
        None if one.talk_share is None else round(one.talk_share * 100) for one in results
    )
    return (Series(_("the manager's talk"), symbols.BAR_MOST, "question", shares),)


def _labels(results: Sequence[MeetingResults]) -> list[str]:
    """Give the day of each meeting; a second one on the same day gets a mark."""
    days = [one.closed_at.in_timezone(one.zone).date().format("D/M") for one in results]
    return [f"{day}{'′' * days[:place].count(day)}" for place, day in enumerate(days)]


def _legend(series: Sequence[Series]) -> Content:
    """Say in words which bar is which."""
    return Content("   ").join(
        Content.styled(one.sign * 2, f"${one.colour}") + Content(f" {one.word}") for one in series
    )
