"""What is asked about an agreement: each answer is written while its dialog still stands open.

So what was typed stays there when the file refuses it, and nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable

from pendulum import Date
from textual.content import Content

from socinno_tui.domain.action import Agreement
from socinno_tui.domain.due_date import DueDateRefused, due_remarks, parse_due_date
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.text import TextMissing
from socinno_tui.i18n import _
from socinno_tui.screens.dialogs import AskLine
from socinno_tui.service.register import Register
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import due_remark_words, due_understood
from socinno_tui.wording.errors import words_for

IDEA_CELLS = 60
"""How much of an idea stands in a question about it."""


def ask_result(register: Register, agreement: Agreement) -> AskLine:
    """Ask what it brought, which may stay empty, and write down that it is done."""
    question = _("Done: “{idea}”. What did it bring? May be left empty.")
    return AskLine(
        question.format(idea=idea_of(agreement)),
        check=written(lambda text: register.done(agreement.action.id, text)),
    )


def ask_note(register: Register, agreement: Agreement) -> AskLine:
    """Ask how it stands, and write that down."""
    question = _("“{idea}”: how does it stand?")
    return AskLine(
        question.format(idea=idea_of(agreement)),
        check=written(lambda text: register.note(agreement.action.id, text)),
    )


def ask_what_it_brought(register: Register, agreement: Agreement) -> AskLine:
    """Ask what an agreement that is done has brought, and write that down."""
    question = _("“{idea}” is done. What did it bring?")
    return AskLine(
        question.format(idea=idea_of(agreement)),
        check=written(lambda text: register.result(agreement.action.id, text)),
    )


def ask_why_stopped(register: Register, agreement: Agreement) -> AskLine:
    """Ask why it stops, and write that down."""
    question = _("“{idea}” stops. Why?")
    return AskLine(
        question.format(idea=idea_of(agreement)),
        check=written(lambda text: register.stop(agreement.action.id, text)),
    )


def ask_new_owner(register: Register, agreement: Agreement) -> AskLine:
    """Ask who takes it over, and write that down."""
    question = _("“{idea}”: who takes it over from {owner}?")
    return AskLine(
        question.format(idea=idea_of(agreement), owner=agreement.action.owner_now),
        check=written(lambda text: register.hand_over(agreement.action.id, text)),
        suggestions=register.names_for(agreement),
    )


def ask_new_date(
    register: Register, agreement: Agreement, write: Callable[[str], object] | None = None
) -> AskLine:
    """Ask by when it will be done; what is typed is told at once as it was understood.

    `write` writes the date down; without it another question follows, which does.
    """
    question = _("“{idea}”: by when will it be done?")
    return AskLine(
        question.format(idea=idea_of(agreement)),
        check=written(write or (lambda text: register.new_date(agreement.action.id, text))),
        placeholder=_("such as 15-12 or next week"),
        echo=lambda text: understood(text, register.today),
    )


def ask_why_moved(register: Register, agreement: Agreement, due: Date) -> AskLine:
    """Ask why it is moved to a date, and write both down."""
    question = _("To {date}. Why is “{idea}” moved?")
    return AskLine(
        question.format(date=due_understood(due, today=register.today), idea=idea_of(agreement)),
        check=written(
            lambda text: register.move(agreement.action.id, due.isoformat(), text),
        ),
    )


def written(write: Callable[[str], object]) -> Callable[[str], str | None]:
    """Give the check of a dialog that writes what was typed, or says why that is refused."""

    def refusal(text: str) -> str | None:
        try:
            write(text)
        except TextMissing:
            return _("Say it in a few words, or press Esc.")
        except SocinnoError as error:
            return words_for(error)
        return None

    return refusal


def idea_of(agreement: Agreement) -> str:
    """Give as much of an idea as stands in a question about it."""
    return shortened(Content(one_line(agreement.idea_text)), IDEA_CELLS).plain


def understood(text: str, today: Date) -> str:
    """Say how a date was understood so far, and on lines of their own what is worth a second look;
    empty if not.
    """
    try:
        due = parse_due_date(text, today=today)
    except DueDateRefused:
        return ""
    remarks = [
        f"{symbols.ATTENTION} {due_remark_words(remark)}"
        for remark in due_remarks(due, today=today)
    ]
    return "\n".join([due_understood(due, today=today), *remarks])
