"""What the closing screen asks before it does something that weighs."""

from __future__ import annotations

from enum import Enum

from socinno_tui.domain.idea import Idea, VerdictKind
from socinno_tui.i18n import _, ngettext, pgettext
from socinno_tui.screens.dialogs import AskChoice, AskYesNo


def ask_to_finish() -> AskYesNo:
    """Whether the meeting is over, now that nothing is open."""
    return AskYesNo(
        _("Everything has an owner and a date. Close the meeting?"),
        _("Yes, to the recap"),
        _("No, not yet"),
        enter=True,
    )


def ask_what_instead(idea: Idea) -> AskChoice[VerdictKind]:
    """What becomes of a selected idea that nobody takes after all."""
    question = _("What becomes of #{number} instead? {text}")
    return AskChoice(
        question.format(number=idea.number, text=idea.text),
        [
            (pgettext("key of later", "L"), _("Later: it is parked"), VerdictKind.LATER),
            (pgettext("key of no", "N"), _("No, with a reason"), VerdictKind.NO),
        ],
    )


class Finish(Enum):
    """What comes first, now that nothing keeps the meeting open."""

    ANSWER = "answer"
    CLOSE = "close"
    NOT_YET = "not yet"


def ask_to_finish_unanswered(count: int) -> AskChoice[Finish]:
    """Whether the meeting is over though some ideas have no answer: allowed, and never by haste."""
    question = ngettext(
        "Everything has an owner and a date; {count} idea has no answer yet. Close the meeting?",
        "Everything has an owner and a date; {count} ideas have no answer yet. Close the meeting?",
        count,
    )
    return AskChoice(
        question.format(count=count),
        [
            (pgettext("key of answer", "A"), _("First an answer: later, or no"), Finish.ANSWER),
            (
                pgettext("key", "Y"),
                _("Yes, close: the recap says “no answer yet”"),
                Finish.CLOSE,
            ),
            (pgettext("key", "N"), _("No, not yet"), Finish.NOT_YET),
        ],
    )
