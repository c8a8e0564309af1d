"""The coach points at what makes a question hard to answer, and leaves a good one alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.question_coach import (
    FEWEST_WORDS,
    MAY_BE_OVERRULED,
    MOST_WORDS,
    QuestionRemark,
    language_of,
    one_question,
    opened,
    remarks,
)
from socinno_tui.domain.question_words import Language
from tests.domain.questions import DUTCH, DUTCH_UNSEEN, ENGLISH, ENGLISH_UNSEEN, Judged

GOOD = "Hoe halveren we de wachttijd aan de balie, binnen het budget van dit jaar?"


def said(question: str) -> frozenset[QuestionRemark]:
    return frozenset(remarks(question, has_bound=True))


@pytest.mark.parametrize(("question", "expected"), DUTCH + ENGLISH)
def test_each_question_gets_just_the_remarks_it_should(
    question: str, expected: frozenset[QuestionRemark]
) -> None:
    assert said(question) == expected


@pytest.mark.parametrize("judged", [DUTCH_UNSEEN, ENGLISH_UNSEEN], ids=["nl", "en"])
def test_on_questions_it_was_not_made_for_it_raises_no_false_alarm(
    judged: tuple[Judged, ...],
) -> None:
    made = [(question, remark) for question, _right in judged for remark in said(question)]
    right = [(question, remark) for question, remarks in judged for remark in remarks]
    assert set(made) <= set(right)
    assert len(made) >= 0.9 * len(right)


@pytest.mark.parametrize(
    ("language", "judged"), [("nl", DUTCH + DUTCH_UNSEEN), ("en", ENGLISH + ENGLISH_UNSEEN)]
)
def test_the_language_is_known_by_the_small_words(
    language: Language, judged: tuple[Judged, ...]
) -> None:
    other: Language = "en" if language == "nl" else "nl"
    asked = [question for question, expected in judged if "?" in question and not _short(expected)]
    assert [question for question in asked if language_of(question, other) != language] == []


def _short(expected: frozenset[QuestionRemark]) -> bool:
    return QuestionRemark.TOO_SHORT in expected


def test_where_words_do_not_tell_the_fallback_is_taken() -> None:
    assert language_of("Budget 2027", "en") == "en"
    assert language_of("Budget 2027", "nl") == "nl"


@pytest.mark.parametrize("nothing", ["", "   ", "?", "…?!"])
def test_without_words_there_is_nothing_else_to_say(nothing: str) -> None:
    assert remarks(nothing, has_bound=False) == (QuestionRemark.EMPTY,)
    assert one_question(nothing) == ""


def test_a_question_without_any_bound_is_remarked_on() -> None:
    assert remarks(GOOD, has_bound=True) == ()
    assert remarks(GOOD, has_bound=False) == (QuestionRemark.NO_BOUND,)


def test_all_may_be_overruled_but_that_there_is_no_question() -> None:
    assert set(QuestionRemark) - MAY_BE_OVERRULED == {QuestionRemark.EMPTY}


def test_the_bounds_of_its_length_are_within() -> None:
    def of(words: int) -> str:
        return "Hoe " + "goed " * (words - 1) + "?"

    assert QuestionRemark.TOO_SHORT in said(of(FEWEST_WORDS - 1))
    assert said(of(FEWEST_WORDS)) == said(of(MOST_WORDS)) == frozenset()
    assert QuestionRemark.TOO_LONG in said(of(MOST_WORDS + 1))


@pytest.mark.parametrize(
    "question",
    [
        "Hoe maken we o.a. de balie en bijv. de hal rustiger voor bezoekers?",
        "How do we cut errors by 1.5 percent, e.g. in Oslo, this year?",
        "Wat zeggen bezoekers als ze denken: “Hoe lang nog?”",
        "Kosten verlagen zonder ontslagen, maar hoe doen we dat samen?",
    ],
)
def test_a_stop_a_quotation_or_a_lead_does_not_make_two_questions(question: str) -> None:
    assert said(question) == frozenset()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Hoe halveren we de wachttijd en wat mag dat kosten?", "Hoe halveren we de wachttijd?"),
        ("Why is it busy? What can we do about it?", "Why is it busy?"),
        ("Is it too busy? What can we do about it?", "What can we do about it?"),
        ("Hoe kan het sneller??", "Hoe kan het sneller?"),
        ("Why do parcels go missing, and how can we help?", "Why do parcels go missing?"),
    ],
)
def test_of_several_questions_one_can_be_kept_rather_an_open_one(question: str, kept: str) -> None:
    assert one_question(question) == kept


def test_a_closed_question_can_be_opened() -> None:
    assert opened("Kunnen we sneller werken?") == "Hoe kunnen we sneller werken?"
    assert opened("Can we work faster?!") == "How can we work faster?"
    assert opened("Is het mogelijk om sneller te werken?") == ""
    assert opened("") == ""


@pytest.mark.parametrize("judged", DUTCH + ENGLISH + DUTCH_UNSEEN + ENGLISH_UNSEEN)
def test_what_is_proposed_instead_mends_what_was_remarked_on(judged: Judged) -> None:
    question, _expected = judged
    mended = said(one_question(question))
    one_and_marked = {QuestionRemark.SEVERAL_QUESTIONS, QuestionRemark.NO_QUESTION_MARK}
    assert not mended & (one_and_marked | {QuestionRemark.JOINED})
    assert QuestionRemark.YES_NO not in said(opened(question))


@given(st.text(st.sampled_from("hoe en wat? . , kunnen we de Can of “”\n") | st.characters()))
def test_whatever_is_typed_it_answers(typed: str) -> None:
    found = remarks(typed, has_bound=False)
    assert found[0] is QuestionRemark.EMPTY or found[-1] is QuestionRemark.NO_BOUND
    assert one_question(typed) == "" or one_question(typed).endswith("?")
    assert opened(typed) == "" or opened(typed).endswith("?")
