"""What the closing screen asks before it does something that weighs."""

from __future__ import annotations

from socinno_tui.domain.idea import Idea, VerdictKind
from socinno_tui.i18n import _, pgettext
from socinno_tui.screens.dialogs import AskChoice, AskLine, AskYesNo


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


def ask_why_not(idea: Idea) -> AskLine:
    """The reason of a no; without one there is no no."""
    question = _("Why not #{number}? The room hears the reason.")
    return AskLine(question.format(number=idea.number), check=_no_reason)


def _no_reason(text: str) -> str | None:
    return None if text.strip() else _("Say the reason in a few words, or press Esc.")
