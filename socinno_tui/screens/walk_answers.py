"""What is asked on the walk through the agreements."""

from __future__ import annotations

from socinno_tui.domain.action import Agreement
from socinno_tui.domain.due_date import DueDateRefused
from socinno_tui.i18n import _, ngettext
from socinno_tui.screens.dialogs import AskLine
from socinno_tui.screens.follow_up_answers import idea_of, understood, written
from socinno_tui.service.register import Register
from socinno_tui.service.walk import FollowUpWalk


def ask_on_course(register: Register, agreement: Agreement) -> AskLine:
    """Ask how far it is, which may stay empty, and write down that it is on course."""
    question = _("“{idea}” is on course. How far is it? May be left empty.")
    return AskLine(
        question.format(idea=idea_of(agreement)),
        check=written(lambda text: register.on_course(agreement.action.id, text)),
    )


def ask_next_date(walk: FollowUpWalk) -> AskLine:
    """Ask when the agreements are looked at again, and end the walk with that date."""
    still_open = walk.walk.still_open
    if still_open:
        question = ngettext(
            "Everything that was due has an answer; {count} agreement is still open. "
            "When do we look again?",
            "Everything that was due has an answer; {count} agreements are still open. "
            "When do we look again?",
            still_open,
        ).format(count=still_open)
    else:
        question = _("Nothing is open any more. Look again some day? May be left empty.")
    return AskLine(
        question,
        check=written(walk.end),
        placeholder=_("such as 15-12 or next week"),
        echo=lambda text: _understood(walk, text),
    )


def _understood(walk: FollowUpWalk, text: str) -> str:
    try:
        due = walk.next_date(text)
    except DueDateRefused:
        return ""
    return "" if due is None else understood(due.isoformat(), walk.today)
