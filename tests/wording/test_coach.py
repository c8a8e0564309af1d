"""What the coach says fits beside the question, and shows how it can be asked better."""

from textwrap import wrap

import pytest

from socinno_tui.domain.question_coach import QuestionRemark
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.wording.coach import remark_words
from tests.domain.questions import DUTCH, ENGLISH

QUESTIONS = [question for question, _remarks in DUTCH + ENGLISH]
JOINED = "Hoe halveren we de wachttijd en wat mag dat kosten?"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("remark", QuestionRemark)
def test_each_remark_stays_within_two_lines_of_fifty(
    remark: QuestionRemark, language: Language
) -> None:
    with speaking(language):
        said = [remark_words(remark, question) for question in ["", "w" * 300, *QUESTIONS]]
    assert [words for words in said if len(wrap(words, 50)) > 2] == []
    assert [words for words in said if "{" in words] == []


def test_the_sentence_is_in_the_language_of_the_screen_and_the_example_in_the_questions() -> None:
    with speaking("en"):
        assert remark_words(QuestionRemark.JOINED, JOINED) == (
            "These are two questions; begin with “Hoe halveren we de wachttijd?”"
        )
    with speaking("nl"):
        assert remark_words(QuestionRemark.YES_NO, "Should we open on Sundays?") == (
            "Hierop past ja of nee; vraag liever “What would it take to …?”"
        )


def test_before_a_word_is_typed_the_example_is_in_the_language_of_the_screen() -> None:
    with speaking("nl"):
        assert "Hoe halveren we" in remark_words(QuestionRemark.EMPTY, "")
    with speaking("en"):
        assert "How do we halve" in remark_words(QuestionRemark.EMPTY, "")


def test_the_example_is_the_persons_own_question_where_it_can_be_mended() -> None:
    with speaking("en"):
        assert "“How can we work faster?”" in remark_words(
            QuestionRemark.YES_NO, "Can we work faster?"
        )
        assert "“Hoe halveren we de wachttijd?”" in remark_words(
            QuestionRemark.NO_QUESTION_MARK, "Hoe halveren we de wachttijd??"
        )
        long = "Hoe halveren we de wachttijd aan de balie van het stadhuis dit jaar"
        assert "“… aan de balie van het stadhuis dit jaar?”" in remark_words(
            QuestionRemark.NO_QUESTION_MARK, long
        )
