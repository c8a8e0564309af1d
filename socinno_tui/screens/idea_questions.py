"""What is asked about ideas, and what is not taken for an answer."""

from __future__ import annotations

from collections.abc import Sequence

from socinno_tui.domain.idea import IDEA_LIMIT, MOST_DOTS, Idea
from socinno_tui.domain.text import clean
from socinno_tui.i18n import _, ngettext
from socinno_tui.screens.dialogs import AskLine, AskYesNo


def ask_one_each(lines: Sequence[str]) -> AskYesNo:
    """Ask whether each line that was pasted is an idea of its own."""
    count = len(lines)
    question = ngettext(
        "Make {count} idea of this line?",
        "{count} lines are pasted. Make each line an idea of its own?",
        count,
    ).format(count=count)
    return AskYesNo(
        question,
        ngettext("Yes, {count} idea", "Yes, {count} ideas", count).format(count=count),
        _("No, put all in one line"),
        enter=True,
    )


def ask_other_text(idea: Idea, typed: str) -> AskLine:
    """Ask how an idea is worded instead."""
    question = _("Change the text of idea #{number}").format(number=idea.number)
    return AskLine(question, typed, check=_no_text)


def ask_hands(idea: Idea, typed: str = "") -> AskLine:
    """Ask how many hands are raised for an idea."""
    question = _("How many hands for #{number}? {text}")
    return AskLine(
        question.format(number=idea.number, text=idea.text),
        typed,
        placeholder=_("a number, Enter"),
        check=_no_number,
    )


def ask_what_to_find(sought: str) -> AskLine:
    """Ask for a text that the ideas shown have in them."""
    return AskLine(_("Show only ideas with this text (Esc in the list shows all again)"), sought)


def _no_text(text: str) -> str | None:
    if not clean(text):
        return _("Type something first, or press Esc to leave it as it was.")
    if len(clean(text)) > IDEA_LIMIT:
        return _("At most {limit} characters, and this is {length}.").format(
            limit=IDEA_LIMIT, length=len(clean(text))
        )
    return None


def _no_number(text: str) -> str | None:
    if text.strip().isdecimal() and int(text) <= MOST_DOTS:
        return None
    return _("Type the number of raised hands in digits, 0 to {most}.").format(most=MOST_DOTS)
