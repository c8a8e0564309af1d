"""Counting dots, one idea after the other. No count stays on the screen before all are opened.

What is being typed is in sight until Enter, so that a slip is seen: as the hands themselves are.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens import help_texts
from socinno_tui.screens.counting_dialog import CountingDialog, CountingLeft
from socinno_tui.screens.counting_way import CountingWay
from socinno_tui.screens.dialogs import AskLine, AskYesNo
from socinno_tui.screens.dot_round_dialogs import ask_to_open, ask_to_stop
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.widgets.number_field import NumberField
from socinno_tui.wording.errors import words_for


class CountDots(CountingDialog):
    """Asks for each idea how many dots it gets; behind the last one stands what is counted in all.

    Begins at the idea that is meant, or else at the first that is not counted yet.
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
        super().__init__(CountingWay(counting, idea_id))
        self._counting = counting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All is shown only when the last is in, and nothing is left to be nought then."""
        if action == "open":
            return True if self._counting.may_open else None
        if action == "enter":
            return self._way.cluster is not None or not self._way.is_complete
        if action == "rest_at_nought":
            return not (self._way.is_complete or self._way.is_by_phone_only)
        if action == "uncount":
            field = self.query(NumberField).first()
            return self._way.is_counted and field.has_focus and not field.value
        return True

    # What is counted

    def action_enter(self) -> None:
        cluster, hands = self._way.cluster, self.query_one(NumberField).number
        if cluster is None:
            self._go(self._way.next_missing(self._way.place))
        elif hands is None:
            self._go(self._way.place + 1)
        elif self._done(lambda: self._counting.count(cluster.lead.id, hands)):
            self._go(self._way.next_missing(self._way.place))

    def action_uncount(self) -> None:
        cluster = self._way.cluster
        if cluster is not None and self._done(lambda: self._counting.count(cluster.lead.id, None)):
            self._show()

    def action_rest_at_nought(self) -> None:
        count = self._way.missing
        question = ngettext(
            "{count} idea is not counted yet. Did it get no dots at all?",
            "{count} ideas are not counted yet. Did they get no dots at all?",
            count,
        ).format(count=count)

        def answered(nought: bool | None) -> None:
            if nought and self._done(self._counting.count_rest_at_nought):
                self._go(len(self._way.clusters))

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
        self._way.go_to(place)
        self._show()

    def action_go(self, step: int) -> None:
        self._go(self._way.place + step)

    def action_go_to(self) -> None:
        numbers = self._way.by_number()

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
        begun, turnout = self._way.begun, self._way.turnout
        if begun is None or turnout is None or not turnout.phones:
            self._open()
            return

        def answered(wanted: bool | None) -> None:
            if wanted:
                self._open()

        self.app.push_screen(ask_to_open(begun, begun.given(self._way.clusters), turnout), answered)

    def _open(self) -> None:
        if self._done(self._counting.open_dots):
            self.dismiss(CountingLeft.OPENED)
        else:
            self._way.place = self._way.next_missing(-1)

    def action_leave(self) -> None:
        self.dismiss(CountingLeft.FOR_NOW)

    def action_stop(self) -> None:
        by_phone = self._way.turnout is not None and self._way.turnout.phones > 0
        left = CountingLeft.STOPPED_FOR_GOOD if by_phone else CountingLeft.STOPPED

        def answered(stop: bool | None) -> None:
            if stop and self._done(self._counting.stop):
                self.dismiss(left)

        self.app.push_screen(ask_to_stop(by_phone=by_phone), answered)


def _number(text: str) -> str:
    return text.strip().removeprefix("#").strip().lstrip("0")
