"""How the counting of dots looks; what its keys do is in `count_dots`."""

from __future__ import annotations

from enum import Enum

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from socinno_tui.i18n import _
from socinno_tui.screens.counting_way import CountingWay
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.teaching import Teaches
from socinno_tui.widgets.dot_card import DotCard, terms, way_line
from socinno_tui.widgets.key_bar import FittingKeyBar
from socinno_tui.widgets.number_field import NumberField
from socinno_tui.widgets.row_list import spread
from socinno_tui.wording import symbols
from socinno_tui.wording.phones import turnout_words

LOOK_SECONDS = 1.0
"""How often it is looked how many phones have given dots."""


class CountingLeft(Enum):
    """How the counting was left."""

    OPENED = "opened"
    STOPPED = "stopped"
    STOPPED_FOR_GOOD = "stopped, with what phones gave"
    FOR_NOW = "for now"


class CountingDialog(Dialog[CountingLeft], Teaches[CountingLeft]):
    """The idea that is counted, with the way through all of them. No count stays in sight."""

    # It needs more lines than other dialogs, and leaves the clocks in sight where it can.
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]
    DEFAULT_CSS = """
    CountingDialog #title, CountingDialog #way {
        height: 1;
        text-wrap: nowrap;
    }
    CountingDialog #title {
        margin-bottom: 1;
    }
    CountingDialog #phones {
        display: none;
        height: 1;
        color: $quiet;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    CountingDialog #phones.-shown {
        display: block;
    }
    CountingDialog #asked {
        height: 3;
        margin-top: 1;
    }
    CountingDialog #asked Static {
        width: auto;
        padding: 1 1 1 0;
        text-style: bold;
    }
    CountingDialog #asked #counted {
        width: 1fr;
        padding: 1 0 0 1;
        color: $within;
    }
    CountingDialog #asked.-idle, CountingDialog #way.-idle {
        visibility: hidden;
    }
    CountingDialog #said {
        height: auto;
        min-height: 2;
        color: $over;
    }
    CountingDialog FittingKeyBar {
        dock: none;
        margin-top: 1;
        padding: 0;
    }
    CountingDialog.-low #title, CountingDialog.-low #asked, CountingDialog.-low FittingKeyBar {
        margin: 0;
    }
    CountingDialog.-low DotCard {
        min-height: 3;
    }
    CountingDialog.-low #said {
        min-height: 1;
    }
    """

    def __init__(self, way: CountingWay) -> None:
        super().__init__()
        self._way = way

    def compose(self) -> ComposeResult:
        with Container(id="frame"):
            yield Static(id="title")
            yield DotCard()
            with Horizontal(id="asked"):
                yield Static(Content(_("How many dots?")))
                yield NumberField()
                yield Static(id="counted")
            yield Static(id="said")
            yield Static(id="way")
            yield Static(id="phones")
            yield FittingKeyBar()

    def on_mount(self) -> None:
        self._show()
        self.set_interval(LOOK_SECONDS, self._look_at_phones)

    def on_resize(self) -> None:
        self._show_way()

    def _show(self) -> None:
        cluster = self._way.cluster
        card = self.query_one(DotCard)
        card.meeting, card.cluster, card.turnout = self._way.meeting, cluster, self._way.turnout
        field = self.query_one(NumberField)
        field.clear()
        field.disabled = cluster is None
        if cluster is not None:
            field.focus()
        self.query_one("#asked").set_class(cluster is None, "-idle")
        counted = f"{symbols.DONE} " + _("counted; type it again to correct it")
        words = counted if self._way.is_counted else ""
        self.query_one("#counted", Static).update(Content(words))
        self._say("")
        self._show_way()
        self._show_phones()
        self.refresh_bindings()

    def _show_way(self) -> None:
        begun, clusters = self._way.begun, self._way.clusters
        if begun is None:
            return
        title, way = self.query_one("#title", Static), self.query_one("#way", Static)
        counted = len(clusters) - self._way.missing
        left = Content.styled(_("Round of dots: {terms}").format(terms=terms(begun)), "$heading")
        words = "" if self._way.is_by_phone_only else _("{counted} of {count} counted")
        right = Content.styled(words.format(counted=counted, count=len(clusters)), "bold")
        title.update(spread(left, right, title.content_size.width))
        way.set_class(self._way.is_by_phone_only, "-idle")
        way.update(way_line(begun, clusters, self._way.place, way.content_size.width))

    def _look_at_phones(self) -> None:
        """Show how many phones have given dots by now."""
        if self._way.look_at_phones():
            self.query_one(DotCard).turnout = self._way.turnout
            self._show_phones()
            self.refresh_bindings()

    def _show_phones(self) -> None:
        # Behind the last idea the card says it.
        line, turnout = self.query_one("#phones", Static), self._way.turnout
        told = turnout is not None and self._way.cluster is not None
        line.update(Content(turnout_words(turnout) if turnout is not None else ""))
        line.set_class(told, "-shown")

    def _say(self, sentence: str) -> None:
        told = f"{symbols.ATTENTION} {sentence}" if sentence else ""
        self.query_one("#said", Static).update(Content(told))

    @on(Input.Changed)
    def _mended(self) -> None:
        """What was refused is being changed: the sentence is about something else now."""
        self._say("")
        self.refresh_bindings()
