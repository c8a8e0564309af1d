from collections.abc import Callable
from enum import Enum

import pytest

from socinno_tui.domain.action import Standing, UpdateKind
from socinno_tui.domain.closing import Gap, GapKind
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.readiness import Attention, AttentionKind, Section, SectionState
from socinno_tui.domain.step import Step, StepKind
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.wording import symbols
from socinno_tui.wording.states import (
    attendance_word,
    attention_sentence,
    gap_list,
    open_points_line,
    phase_word,
    role_word,
    section_state_symbol,
    section_state_word,
    section_title,
    standing_symbol,
    standing_word,
    step_words,
    update_word,
    verdict_symbol,
    verdict_word,
)
from tests.meetings import a_meeting, idea_id

OWNER, DUE = GapKind.OWNER, GapKind.DUE
NOTHING = (Gap(GapKind.NOTHING_SELECTED),)

WORDED: list[tuple[Callable[..., str], type[Enum]]] = [
    (phase_word, Phase),
    (role_word, Role),
    (attendance_word, Attendance),
    (verdict_word, VerdictKind),
    (standing_word, Standing),
    (update_word, UpdateKind),
    (section_title, Section),
    (section_state_word, SectionState),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("word", "kind"), WORDED)
def test_every_state_has_a_word_of_its_own(
    word: Callable[..., str], kind: type[Enum], language: Language
) -> None:
    with speaking(language):
        words = [word(member) for member in kind]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        (verdict_symbol, VerdictKind),
        (standing_symbol, Standing),
        (section_state_symbol, SectionState),
    ],
)
def test_every_state_has_a_sign_that_was_measured(
    sign: Callable[..., str], kind: type[Enum]
) -> None:
    signs = {sign(member) for member in kind}
    assert len(signs) == len(kind)
    assert signs <= symbols.ALL


def test_words_are_those_of_the_facilitator() -> None:
    with speaking("nl"):
        assert verdict_word(VerdictKind.SELECTED) == "gekozen"
        assert attendance_word(Attendance.NOT_COMING) == "komt niet"
        assert standing_word(Standing.OVERDUE) == "te laat"


def gap(number: int, kind: GapKind) -> Gap:
    return Gap(kind, idea_id(number), number)


@pytest.mark.parametrize(
    ("gaps", "selected", "line"),
    [
        ((gap(4, OWNER), gap(9, DUE)), 3, "Nog 2 van 3 open: #4 trekker · #9 datum"),
        ((gap(4, OWNER), gap(4, DUE)), 1, "Nog 1 van 1 open: #4 trekker en datum"),
        (
            (gap(1, OWNER), gap(1, DUE), gap(2, OWNER), gap(2, DUE), gap(3, DUE), gap(4, OWNER)),
            5,
            "Nog 4 van 5 open: #1, #2 trekker en datum · #3 datum · #4 trekker",
        ),
        (NOTHING, 0, "Er is nog niets gekozen: schrijf op waarom, of ga terug en kies."),
        ((), 0, "Er is niets gekozen, en de reden staat erbij."),
        ((), 2, "Elk gekozen idee heeft een trekker en een datum."),
    ],
)
def test_one_line_says_what_is_open_and_where(
    gaps: tuple[Gap, ...], selected: int, line: str
) -> None:
    with speaking("nl"):
        assert open_points_line(gaps, selected) == line


def test_the_list_of_what_is_open_can_stand_in_another_sentence() -> None:
    with speaking("en"):
        assert gap_list((gap(4, OWNER), gap(9, OWNER), gap(9, DUE))) == (
            "#4 owner · #9 owner and date"
        )
        assert gap_list(NOTHING) == "why nothing is selected"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topics", [1, 3])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_every_point_of_attention_is_one_sentence(
    language: Language, topics: int, count: int
) -> None:
    with speaking(language):
        said = [
            attention_sentence(Attention(kind, 2, count), topics=topics) for kind in AttentionKind
        ]
    assert len(set(said)) == len(said)
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in said)


@pytest.mark.parametrize(
    ("attention", "topics", "sentence"),
    [
        (Attention(AttentionKind.QUESTION_MISSING, 1), 1, "De vraag ontbreekt nog."),
        (Attention(AttentionKind.QUESTION_MISSING, 2), 3, "Onderwerp 2: de vraag ontbreekt nog."),
        (
            Attention(AttentionKind.QUESTION_REMARKS, 2, 1),
            2,
            "Onderwerp 2: de coach heeft 1 opmerking bij de vraag.",
        ),
        (
            Attention(AttentionKind.QUESTION_REMARKS, 1, 3),
            1,
            "De coach heeft 3 opmerkingen bij de vraag.",
        ),
        (
            Attention(AttentionKind.ROOM_UNCHECKED, count=2),
            1,
            "Op de checklist voor de ruimte staan nog 2 punten open.",
        ),
        (
            Attention(AttentionKind.ROOM_UNCHECKED),
            1,
            "De checklist voor de ruimte is nog leeg.",
        ),
    ],
)
def test_a_point_names_its_topic_where_there_are_several(
    attention: Attention, topics: int, sentence: str
) -> None:
    with speaking("nl"):
        assert attention_sentence(attention, topics=topics) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_taken_back_is_told(language: Language) -> None:
    meeting = a_meeting()
    with speaking(language):
        said = [step_words(Step(kind, meeting, meeting, 7)) for kind in StepKind]
    assert len(set(said)) == len(said)
    of_no_idea = (
        StepKind.TOP_SELECTED,
        StepKind.FLOOR,
        StepKind.AGENDA,
        StepKind.SEVERAL_ANSWERED,
    )
    of_a_round = (
        StepKind.DOTS_OPENED,
        StepKind.DOT_ROUND_STOPPED,
        StepKind.TURN_PASSED,
        StepKind.TURN_GIVEN_BACK,
    )
    without = len((*of_no_idea, *of_a_round))
    assert sum("#7" in sentence for sentence in said) == len(said) - without
