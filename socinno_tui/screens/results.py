"""What the meetings brought: from ideas to what is done in time, over the meetings."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static

from socinno_tui.domain.results import MeetingResults
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.messages import MeetingChosen, QuitAsked, RegisterAsked
from socinno_tui.service.clock import Clock
from socinno_tui.service.results import Results
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.results_lines import result_row, totals
from socinno_tui.widgets.row_list import RowList

FEWEST_IN_CHART = 2


class ResultsScreen(SocinnoScreen):
    """One line a meeting, the latest first, and a chart of them."""

    CSS_PATH = "results.tcss"
    TEACHES = help_texts.RESULTS
    BINDINGS = [
        Binding("enter", "recap", N_("recap"), id="results.recap"),
        Binding("escape", "leave", N_("agreements"), id="results.leave"),
        Binding("q", "quit_asked", N_("quit"), show=False, id="results.quit"),
    ]

    def __init__(self, results: Results, clock: Clock) -> None:
        super().__init__()
        self._service = results
        self._clock = clock
        self._results: tuple[MeetingResults, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="totals")
        with Container(id="results"):
            yield RowList()
            yield Container(id="chart")
        yield Static(id="empty")
        yield KeyBar()

    async def on_mount(self) -> None:
        self.attempt(self._read)
        today = self._clock.today()
        heading = _("Results: ideas → chosen → done, in time, the manager's talk")
        self.query_one("#title", Static).update(Content.styled(heading, "bold $heading"))
        self.query_one("#totals", Static).update(
            Content(totals(self._results) if self._results else "")
        )
        self.query_one(RowList).show(
            [
                (one.meeting_id, partial(result_row, one, today=today))
                for one in reversed(self._results)
            ]
        )
        self.query_one("#totals").display = bool(self._results)
        empty = self.query_one("#empty", Static)
        empty.display = not self._results
        empty.update(Content(_("There are no results yet: they come once a meeting is closed.")))
        self.query_one("#results").display = bool(self._results)
        self.query_one(RowList).focus()
        await self._show_chart()

    def _read(self) -> None:
        self._results = self._service.all()

    async def _show_chart(self) -> None:
        chart = self.query_one("#chart", Container)
        chart.display = len(self._results) >= FEWEST_IN_CHART
        if chart.display:
            # Its library takes 150 ms to import, and is of no use anywhere else.
            from socinno_tui.widgets.results_chart import ResultsCharts

            await chart.mount(ResultsCharts(self._results))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_recap()

    def action_recap(self) -> None:
        chosen = self.query_one(RowList).chosen
        if chosen is not None:
            self.post_message(MeetingChosen(chosen))

    def action_leave(self) -> None:
        self.post_message(RegisterAsked())

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())
