"""Counting dots, one idea after the other. No count stays on the screen before all are opened.

What is being typed is in sight until Enter, so that a slip is seen: as the hands themselves are.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from socinno_tui.domain.dot_counting import in_round, not_counted
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens import help_texts
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.dialogs import AskLine, AskYesNo
from socinno_tui.screens.dot_round_dialogs import ask_to_open, ask_to_stop
from socinno_tui.screens.teaching import Teaches
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.widgets.dot_card import DotCard, terms, way_line
from socinno_tui.widgets.key_bar import FittingKeyBar
from socinno_tui.widgets.number_field import NumberField
from socinno_tui.widgets.row_list import spread
from socinno_tui.wording import symbols
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.phones import turnout_words

LOOK_SECONDS = 1.0
"""How often it is looked how many phones have given dots."""


class CountingLeft(Enum):
    """How the counting was left."""

    OPENED = "opened"
    STOPPED = "stopped"
    STOPPED_FOR_GOOD = "stopped, with what phones gave"
    FOR_NOW = "for now"


class CountDots(Dialog[CountingLeft], Teaches[CountingLeft]):
    """Asks for each idea how many dots it gets; behind the last one stands what is counted in all.

    Begins at the idea that is meant, or else at the first that is not counted yet.
    """

    # It needs more lines than other dialogs, and leaves the clocks in sight where it can.
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]
    DEFAULT_CSS = """
    CountDots #title, CountDots #way {
        height: 1;
        text-wrap: nowrap;
    }
    CountDots #title {
        margin-bottom: 1;
    }
    CountDots #phones {
        display: none;
        height: 1;
        color: $quiet;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    CountDots #phones.-shown {
        display: block;
    }
    CountDots #asked {
        height: 3;
        margin-top: 1;
    }
    CountDots #asked Static {
        width: auto;
        padding: 1 1 1 0;
        text-style: bold;
    }
    CountDots #asked #counted {
        width: 1fr;
        padding: 1 0 0 1;
        color: $within;
    }
    CountDots #asked.-idle, CountDots #way.-idle {
        visibility: hidden;
    }
    CountDots #said {
        height: auto;
        min-height: 2;
        color: $over;
    }
    CountDots FittingKeyBar {
        dock: none;
        margin-top: 1;
        padding: 0;
    }
    CountDots.-low #title, CountDots.-low #asked, CountDots.-low FittingKeyBar {
        margin: 0;
    }
    CountDots.-low DotCard {
        min-height: 3;
    }
    CountDots.-low #said {
        min-height: 1;
    }
    """
    TEACHES = help_texts.DOTS
    BINDINGS = [
        Binding("f1,question_mark", "help", N_("help"), show=False, id="dots.help"),
        # Before the field, which would hide in the key bar that these are keys of the dialog.
        Binding("enter", "enter", N_("next"), priority=True, id="dots.next"),
        Binding("up", "go(-1)", N_("previous"), priority=True, id="dots.previous"),
        Binding("down", "go(1)", N_("next"), priority=True, show=False, id="dots.following"),
        Binding("o", "open", N_("show the dots"), id="dots.open"),
        Binding("z", "rest_at_nought", N_("the rest 0"), id="dots.rest"),
        Binding("g", "go_to", N_("go to #"), id="dots.go_to"),
        Binding("delete", "uncount", N_("not yet"), id="dots.uncount", priority=True),
        Binding("escape", "leave", N_("count on later"), id="dots.leave"),
        Binding("s", "stop", N_("stop the round"), id="dots.stop"),
    ]

    def __init__(self, counting: DotCounting, idea_id: str = "") -> None:
        super().__init__()
        self._counting = counting
        self._turnout = counting.turnout
        self._place = self._place_of(idea_id)

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

    # Where it is

    @property
    def _meeting(self) -> Meeting:
        return self._counting.meeting

    @property
    def _clusters(self) -> tuple[Cluster, ...]:
        return in_round(self._meeting)

    @property
    def _cluster(self) -> Cluster | None:
        """The idea that is meant; None behind the last."""
        clusters = self._clusters
        return clusters[self._place] if self._place < len(clusters) else None

    @property
    def _is_by_phone_only(self) -> bool:
        begun = self._meeting.dot_round
        return self._turnout is not None and begun is not None and not begun.counts

    @property
    def _is_complete(self) -> bool:
        return bool(self._clusters) and not not_counted(self._meeting)

    def _place_of(self, idea_id: str) -> int:
        for place, cluster in enumerate(self._clusters):
            if idea_id in {cluster.lead.id, *(member.id for member in cluster.members)}:
                return place
        # Where phones give the dots, hands are counted only if somebody wants to.
        return len(self._clusters) if self._is_by_phone_only else self._next_missing(-1)

    def _next_missing(self, place: int) -> int:
        """Give the next idea without a count, from the beginning again if need be; or the end."""
        missing = {one.lead.id for one in not_counted(self._meeting)}
        places = [here for here, one in enumerate(self._clusters) if one.lead.id in missing]
        later = [here for here in places if here > place]
        return (later or places or [len(self._clusters)])[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All is shown only when the last is in, and nothing is left to be nought then."""
        if action == "open":
            return True if self._counting.may_open else None
        if action == "enter":
            return self._cluster is not None or not self._is_complete
        if action == "rest_at_nought":
            return not (self._is_complete or self._is_by_phone_only)
        if action == "uncount":
            field = self.query(NumberField).first()
            return self._is_counted and field.has_focus and not field.value
        return True

    @property
    def _is_counted(self) -> bool:
        begun, cluster = self._meeting.dot_round, self._cluster
        return begun is not None and cluster is not None and begun.count_of(cluster) is not None

    # What is shown

    def _show(self) -> None:
        cluster = self._cluster
        card = self.query_one(DotCard)
        card.meeting, card.cluster, card.turnout = self._meeting, cluster, self._turnout
        field = self.query_one(NumberField)
        field.clear()
        field.disabled = cluster is None
        if cluster is not None:
            field.focus()
        self.query_one("#asked").set_class(cluster is None, "-idle")
        counted = f"{symbols.DONE} " + _("counted; type it again to correct it")
        words = counted if self._is_counted else ""
        self.query_one("#counted", Static).update(Content(words))
        self._say("")
        self._show_way()
        self._show_phones()
        self.refresh_bindings()

    def _show_way(self) -> None:
        begun, clusters = self._meeting.dot_round, self._clusters
        if begun is None:
            return
        title, way = self.query_one("#title", Static), self.query_one("#way", Static)
        counted = len(clusters) - len(not_counted(self._meeting))
        left = Content.styled(_("Round of dots: {terms}").format(terms=terms(begun)), "$heading")
        words = "" if self._is_by_phone_only else _("{counted} of {count} counted")
        right = Content.styled(words.format(counted=counted, count=len(clusters)), "bold")
        title.update(spread(left, right, title.content_size.width))
        way.set_class(self._is_by_phone_only, "-idle")
        way.update(way_line(begun, clusters, self._place, way.content_size.width))

    def _look_at_phones(self) -> None:
        """Show how many phones have given dots by now."""
        before, self._turnout = self._turnout, self._counting.turnout
        if self._turnout != before and self._meeting.dot_round is not None:
            self.query_one(DotCard).turnout = self._turnout
            self._show_phones()
            self.refresh_bindings()

    def _show_phones(self) -> None:
        # Behind the last idea the card says it.
        line, turnout = self.query_one("#phones", Static), self._turnout
        told = turnout is not None and self._cluster is not None
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

    # What is counted

    def action_enter(self) -> None:
        cluster, hands = self._cluster, self.query_one(NumberField).number
        if cluster is None:
            self._go(self._next_missing(self._place))
        elif hands is None:
            self._go(self._place + 1)
        elif self._done(lambda: self._counting.count(cluster.lead.id, hands)):
            self._go(self._next_missing(self._place))

    def action_uncount(self) -> None:
        cluster = self._cluster
        if cluster is not None and self._done(lambda: self._counting.count(cluster.lead.id, None)):
            self._show()

    def action_rest_at_nought(self) -> None:
        count = len(not_counted(self._meeting))
        question = ngettext(
            "{count} idea is not counted yet. Did it get no dots at all?",
            "{count} ideas are not counted yet. Did they get no dots at all?",
            count,
        ).format(count=count)

        def answered(nought: bool | None) -> None:
            if nought and self._done(self._counting.count_rest_at_nought):
                self._go(len(self._clusters))

        self.app.push_screen(
            AskYesNo(question, _("Yes, no dots at all"), _("No, count them")), answered
        )

    def _done(self, call: Callable[[], None]) -> bool:
        """Do something that may be refused; say why if it was. What was typed stays typed."""
        try:
            call()
        except SocinnoError as error:
            self._say(words_for(error))
            return False
        return True

    # The way on

    def _go(self, place: int) -> None:
        self._place = min(max(place, 0), len(self._clusters))
        self._show()

    def action_go(self, step: int) -> None:
        self._go(self._place + step)

    def action_go_to(self) -> None:
        numbers = {
            f"{idea.number}": place
            for place, cluster in enumerate(self._clusters)
            for idea in (cluster.lead, *cluster.members)
        }

        def unknown(text: str) -> str | None:
            return None if _number(text) in numbers else _("There is no such idea in this round.")

        def answered(text: str | None) -> None:
            if text is not None:
                self._go(numbers[_number(text)])

        self.app.push_screen(
            AskLine(_("To which idea?"), placeholder=_("its number, Enter"), check=unknown),
            answered,
        )

    # The way out

    def action_open(self) -> None:
        begun, turnout = self._meeting.dot_round, self._turnout
        if begun is None or turnout is None or not turnout.phones:
            self._open()
            return

        def answered(wanted: bool | None) -> None:
            if wanted:
                self._open()

        self.app.push_screen(ask_to_open(begun, begun.given(self._clusters), turnout), answered)

    def _open(self) -> None:
        if self._done(self._counting.open_dots):
            self.dismiss(CountingLeft.OPENED)
        else:
            self._place = self._next_missing(-1)

    def action_leave(self) -> None:
        self.dismiss(CountingLeft.FOR_NOW)

    def action_stop(self) -> None:
        by_phone = self._turnout is not None and self._turnout.phones > 0
        left = CountingLeft.STOPPED_FOR_GOOD if by_phone else CountingLeft.STOPPED

        def answered(stop: bool | None) -> None:
            if stop and self._done(self._counting.stop):
                self.dismiss(left)

        self.app.push_screen(ask_to_stop(by_phone=by_phone), answered)


def _number(text: str) -> str:
    return text.strip().removeprefix("#").strip().lstrip("0")
