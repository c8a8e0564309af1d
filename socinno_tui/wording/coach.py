"""What the coach says: one sentence for each remark, with a better example."""

from __future__ import annotations

from socinno_tui.domain.question_coach import FEWEST_WORDS, MOST_WORDS, QuestionRemark
from socinno_tui.i18n import _


def remark_sentence(remark: QuestionRemark) -> str:
    """Give the remark in one sentence."""
    sentences = {
        QuestionRemark.EMPTY: _(
            "Type the question the room thinks along about, such as “How do we halve the waiting "
            "time at the counter?”"
        ),
        QuestionRemark.NO_QUESTION_MARK: _(
            "End with a question mark, so that it asks: “How do we halve the waiting time?”"
        ),
        QuestionRemark.SEVERAL_QUESTIONS: _(
            "Ask one question here; a second one is a topic of its own."
        ),
        QuestionRemark.TOO_SHORT: _(
            "Say what it is about in at least {count} words: “How do we halve the waiting time at "
            "the counter?”"
        ).format(count=FEWEST_WORDS),
        QuestionRemark.TOO_LONG: _(
            "Keep it to {count} words, so that the back row grasps it at once; the frame can hold "
            "the rest."
        ).format(count=MOST_WORDS),
        QuestionRemark.YES_NO: _(
            "This can be answered with yes or no; begin with how, what or which: “How can we …?”"
        ),
        QuestionRemark.JOINED: _(
            "These are two questions in one; choose the one that matters most, or make two topics."
        ),
        QuestionRemark.NO_BOUND: _(
            "Bound it, so that ideas can be used: “within this year’s budget”, “without building”."
        ),
    }
    return sentences[remark]
