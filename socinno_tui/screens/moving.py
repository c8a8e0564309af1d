"""Moving an agreement: to which date and why, and first, when it was moved before, whether
something else would help more.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from textual.app import App

from socinno_tui.domain.action import Agreement
from socinno_tui.domain.due_date import parse_due_date
from socinno_tui.domain.text import required
from socinno_tui.i18n import _, ngettext
from socinno_tui.screens.dialogs import AskChoice, AskLine
from socinno_tui.screens.follow_up_answers import (
    ask_new_date,
    ask_new_owner,
    ask_why_moved,
    ask_why_stopped,
    idea_of,
    written,
)
from socinno_tui.service.register import LONGEST_LINE, Register

Answered = Callable[[str | None], None]
"""What is called when the last dialog closes: with what was typed, or None when it was left."""


class Instead(Enum):
    """What else helps an agreement that was moved before."""

    SMALLER_STEP = "smaller step"
    OTHER_OWNER = "other owner"
    STOP = "stop"
    NEW_DATE = "new date"


def ask_to_move(
    app: App[None], register: Register, agreement: Agreement, answered: Answered
) -> None:
    """Move an agreement, or do what helps more when it was moved before."""
    if not agreement.action.times_moved:
        _ask_date(app, register, agreement, answered)
        return

    def chosen(instead: Instead | None) -> None:
        if instead is Instead.OTHER_OWNER:
            app.push_screen(ask_new_owner(register, agreement), answered)
        elif instead is Instead.STOP:
            app.push_screen(ask_why_stopped(register, agreement), answered)
        elif instead is Instead.SMALLER_STEP:
            app.push_screen(ask_smaller_step(agreement), stepped)
        elif instead is Instead.NEW_DATE:
            _ask_date(app, register, agreement, answered)

    def stepped(step: str | None) -> None:
        if step is not None:
            reason = _reason_of(step)
            app.push_screen(ask_date_of_step(register, agreement, reason), answered)

    app.push_screen(ask_instead(agreement), chosen)


def ask_instead(agreement: Agreement) -> AskChoice[Instead]:
    """Ask what helps, before a date is moved once more."""
    times = agreement.action.times_moved
    question = ngettext(
        "“{idea}” was moved {count}× already. What helps?",
        "“{idea}” was moved {count}× already. What helps?",
        times,
    )
    return AskChoice(
        question.format(idea=idea_of(agreement), count=times),
        [
            ("1", _("a smaller first step, by a new date"), Instead.SMALLER_STEP),
            ("2", _("another owner"), Instead.OTHER_OWNER),
            ("3", _("stop, and say why"), Instead.STOP),
            ("4", _("only a new date"), Instead.NEW_DATE),
        ],
    )


def ask_smaller_step(agreement: Agreement) -> AskLine:
    """Ask what the smaller step is; it is written down with its date, as the reason of the move."""
    question = _("“{idea}”: which step is small enough to be done within a week?")
    return AskLine(
        question.format(idea=idea_of(agreement)),
        check=written(lambda text: required(text and _reason_of(text), limit=LONGEST_LINE)),
    )


def ask_date_of_step(register: Register, agreement: Agreement, reason: str) -> AskLine:
    """Ask by when the smaller step will be done, and move the agreement to that date."""
    return ask_new_date(
        register, agreement, lambda text: register.move(agreement.action.id, text, reason)
    )


def _reason_of(step: str) -> str:
    return _("smaller step: {step}").format(step=step)


def _ask_date(app: App[None], register: Register, agreement: Agreement, answered: Answered) -> None:
    def dated(text: str | None) -> None:
        if text is not None:
            due = parse_due_date(text, today=register.today)
            app.push_screen(ask_why_moved(register, agreement, due), answered)

    app.push_screen(ask_new_date(register, agreement), dated)
