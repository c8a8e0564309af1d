"""Answering for an agreement, on the walk and in the register alike."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding

from socinno_tui.domain.action import ActionState, Agreement
from socinno_tui.i18n import N_
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskLine
from socinno_tui.screens.follow_up_answers import ask_new_owner, ask_result, ask_why_stopped
from socinno_tui.screens.moving import ask_to_move
from socinno_tui.service.register import Register

ON_AN_OPEN_ONE = frozenset({"done", "on_course", "move", "hand_over", "stop"})
ENDED = frozenset({ActionState.DONE, ActionState.STOPPED})

DONE_KEY = Binding("d", "done", N_("done"), id="answer.done")
CHANGE_KEYS = (
    Binding("v", "move", N_("new date"), id="answer.new_date"),
    Binding("h", "hand_over", N_("hand over"), id="answer.hand_over"),
    Binding("x", "stop", N_("stop"), id="answer.stop"),
    Binding("r", "reopen", N_("open again"), id="answer.reopen"),
)


class AnswersAgreements(SocinnoScreen):
    """A screen with these keys; each answer is a dated line, written by `follow_ups`."""

    follow_ups: Register

    @property
    def agreement(self) -> Agreement | None:
        """The agreement that is answered for, if there is one."""
        raise NotImplementedError

    def answered(self) -> None:
        """An answer was written: show it, and go on."""
        raise NotImplementedError

    def reopened(self) -> None:
        """The agreement was opened again: show it."""
        raise NotImplementedError

    def fits_state(self, action: str) -> bool | None:
        """Whether a key is of use to an agreement in this state; None for another key."""
        state = None if self.agreement is None else self.agreement.action.state
        if action in ON_AN_OPEN_ONE:
            return state is ActionState.OPEN
        return state in ENDED if action == "reopen" else None

    def ask(self, asking: Callable[[Register, Agreement], AskLine]) -> None:
        """Ask one line about the agreement, which writes it."""
        if self.agreement is not None:
            self.app.push_screen(asking(self.follow_ups, self.agreement), self._written)

    def action_done(self) -> None:
        self.ask(ask_result)

    def action_hand_over(self) -> None:
        self.ask(ask_new_owner)

    def action_stop(self) -> None:
        self.ask(ask_why_stopped)

    def action_move(self) -> None:
        if self.agreement is not None:
            ask_to_move(self.app, self.follow_ups, self.agreement, self._written)

    def action_reopen(self) -> None:
        agreement = self.agreement
        if agreement and self.attempt(lambda: self.follow_ups.reopen(agreement.action.id)):
            self.reopened()

    def _written(self, text: str | None) -> None:
        if text is not None:
            self.answered()
