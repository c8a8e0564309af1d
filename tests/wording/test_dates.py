import pytest
from pendulum import Date, DateTime, timezone

from socinno_tui.domain.due_date import (
    DueDateEmpty,
    DueDateInPast,
    DueDateNotUnderstood,
    DueDateRefused,
    DueDateTooFar,
    DueRemark,
    parse_due_date,
)
from socinno_tui.domain.owner import OwnerReason, OwnerRefused
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.wording.dates import (
    clock_time,
    days_from,
    due_refusal_words,
    due_remark_words,
    due_understood,
    long_date,
    owner_refusal_words,
    short_date,
)
from socinno_tui.wording.errors import words_for

TODAY = Date(2026, 11, 23)

REFUSALS: list[DueDateRefused] = [
    DueDateEmpty(),
    DueDateNotUnderstood("ooit"),
    DueDateInPast(Date(2026, 11, 20), TODAY),
    DueDateTooFar(Date(2072, 12, 15), TODAY),
]


@pytest.mark.parametrize(
    ("date", "dutch", "english"),
    [
        (Date(2026, 12, 11), "vr 11 dec", "Fri 11 Dec"),
        (Date(2026, 11, 1), "zo 1 nov", "Sun 1 Nov"),
        (Date(2027, 3, 2), "di 2 mrt 2027", "Tue 2 Mar 2027"),
        (Date(2025, 5, 31), "za 31 mei 2025", "Sat 31 May 2025"),
    ],
)
def test_a_short_date_has_its_year_only_when_it_is_another(
    date: Date, dutch: str, english: str
) -> None:
    with speaking("nl"):
        assert short_date(date, today=TODAY) == dutch
    with speaking("en"):
        assert short_date(date, today=TODAY) == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [*range(0, 400, 7), 1, 2, 3])
def test_a_date_as_shown_can_be_typed(language: Language, days: int) -> None:
    date = TODAY.add(days=days)
    with speaking(language):
        assert parse_due_date(short_date(date, today=TODAY), today=TODAY) == date
        assert parse_due_date(long_date(date), today=TODAY) == date


def test_a_long_date() -> None:
    with speaking("nl"):
        assert long_date(Date(2026, 12, 11)) == "vrijdag 11 december 2026"
    with speaking("en"):
        assert long_date(Date(2026, 12, 11)) == "Friday 11 December 2026"


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        (0, "vandaag", "today"),
        (1, "morgen", "tomorrow"),
        (2, "over 2 dagen", "in 2 days"),
        (18, "over 18 dagen", "in 18 days"),
        (-1, "gisteren", "yesterday"),
        (-18, "18 dagen geleden", "18 days ago"),
    ],
)
def test_how_far_off(days: int, dutch: str, english: str) -> None:
    with speaking("nl"):
        assert days_from(TODAY.add(days=days), today=TODAY) == dutch
    with speaking("en"):
        assert days_from(TODAY.add(days=days), today=TODAY) == english


def test_what_was_understood() -> None:
    with speaking("nl"):
        assert due_understood(Date(2026, 12, 11), today=TODAY) == "vr 11 dec · over 18 dagen"
    with speaking("en"):
        assert due_understood(Date(2026, 12, 11), today=TODAY) == "Fri 11 Dec · in 18 days"


def test_the_time_that_a_zone_shows() -> None:
    instant = DateTime(2026, 11, 23, 23, 5, tzinfo=timezone("UTC"))
    assert clock_time(instant, "Europe/Amsterdam") == "00:05"
    assert clock_time(instant, "UTC") == "23:05"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_and_remark_has_a_sentence_of_its_own(language: Language) -> None:
    with speaking(language):
        owners = {owner_refusal_words(OwnerRefused("", reason)) for reason in OwnerReason}
        dues = {due_refusal_words(refused) for refused in REFUSALS}
        remarks = {due_remark_words(remark) for remark in DueRemark}
    assert (len(owners), len(dues), len(remarks)) == (
        len(OwnerReason),
        len(REFUSALS),
        len(DueRemark),
    )


def test_dutch_is_not_the_english() -> None:
    with speaking("nl"):
        assert owner_refusal_words(OwnerRefused("we", OwnerReason.WE)).startswith("Samen")
        assert due_refusal_words(REFUSALS[2]).startswith("vr 20 nov is al geweest")
        assert due_remark_words(DueRemark.WEEKEND).startswith("Dat is in het weekend")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refused", REFUSALS)
def test_the_three_examples_in_a_refusal_can_be_typed(
    language: Language, refused: DueDateRefused
) -> None:
    with speaking(language):
        sentence = due_refusal_words(refused)
    words = {"nl": ("zoals ", "probeer ", " of "), "en": ("such as ", "try ", " or ")}[language]
    _start, _such_as, examples = sentence.rstrip(".").partition(
        words[0] if words[0] in sentence else words[1]
    )
    typed = examples.replace(words[2], ", ").split(", ")
    assert len(typed) == 3
    for example in typed:
        assert parse_due_date(example, today=TODAY) > TODAY


def test_a_refusal_met_anywhere_is_worded_the_same() -> None:
    for refused in REFUSALS:
        assert words_for(refused) == due_refusal_words(refused)
    nobody = OwnerRefused("x", OwnerReason.NOBODY_YET)
    assert words_for(nobody) == owner_refusal_words(nobody)
