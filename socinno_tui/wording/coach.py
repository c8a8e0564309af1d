"""What the question coach says: one sentence a remark, with a better example.

The sentence is in the language of the screen, the example in that of the question: where it can
be, the example is the person's own question, mended.
"""

from __future__ import annotations

from typing import Final

from socinno_tui.domain.question_coach import (
    MOST_WORDS,
    QuestionRemark,
    language_of,
    one_question,
    opened,
)
from socinno_tui.domain.question_words import Language
from socinno_tui.i18n import _, current_language

EXAMPLE_LIMIT = 46
"""The longest example, in characters: with its sentence it stays within two lines of fifty."""

_WELL_ASKED: Final[dict[Language, str]] = {
    "nl": "Hoe halveren we de wachttijd aan de balie?",
    "en": "How do we halve the wait at the front desk?",
}
_SHORT: Final[dict[Language, str]] = {
    "nl": "Hoe halveren we de wachttijd?",
    "en": "How do we halve the wait?",
}
_OPEN: Final[dict[Language, str]] = {
    "nl": "Wat is ervoor nodig om …?",
    "en": "What would it take to …?",
}
_BOUND: Final[dict[Language, str]] = {
    "nl": "binnen het budget van dit jaar",
    "en": "within this year's budget",
}


def remark_words(remark: QuestionRemark, question: str) -> str:
    """One sentence on what would make the question better, with an example, for the screen."""
    sentence = {
        QuestionRemark.EMPTY: _("Begin with one question, such as “{example}”"),
        QuestionRemark.NO_QUESTION_MARK: _("End with one question mark: “{example}”"),
        QuestionRemark.SEVERAL_QUESTIONS: _("Ask one question a topic: “{example}”"),
        QuestionRemark.JOINED: _("These are two questions; begin with “{example}”"),
        QuestionRemark.YES_NO: _("Yes or no would do as an answer; rather ask “{example}”"),
        QuestionRemark.TOO_SHORT: _("Say for whom, where or by when too: “{example}”"),
        QuestionRemark.TOO_LONG: _("Over {most} words; let the frame say the rest: “{example}”"),
        QuestionRemark.NO_BOUND: _("Give it a bound in the frame, such as “{example}”"),
    }[remark]
    return sentence.format(example=_example(remark, question), most=MOST_WORDS)


def _example(remark: QuestionRemark, question: str) -> str:
    fallback = current_language()
    language = language_of(question, fallback)
    own = opened(question, fallback)
    if remark is QuestionRemark.YES_NO:
        return _shortened(own) or _OPEN[language]
    own = own or one_question(question, fallback)
    if remark is QuestionRemark.NO_QUESTION_MARK:
        return _ending(own)
    if remark in {QuestionRemark.SEVERAL_QUESTIONS, QuestionRemark.JOINED}:
        return _shortened(own)
    return {
        QuestionRemark.TOO_LONG: _SHORT,
        QuestionRemark.NO_BOUND: _BOUND,
    }.get(remark, _WELL_ASKED)[language]


def _shortened(question: str) -> str:
    if len(question) <= EXAMPLE_LIMIT:
        return question
    kept = question[: EXAMPLE_LIMIT - 2].rpartition(" ")[0] or question[: EXAMPLE_LIMIT - 2]
    return f"{kept} …?"


def _ending(question: str) -> str:
    if len(question) <= EXAMPLE_LIMIT:
        return question
    kept = question[-(EXAMPLE_LIMIT - 2) :].partition(" ")[2] or question[-(EXAMPLE_LIMIT - 2) :]
    return f"… {kept}"
