from dataclasses import replace
from pathlib import Path

import pytest
from pendulum import Date

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.owner import OwnerReason, OwnerRefused
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import Language, speaking
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.wording.dates import owner_refusal_words
from tests.meetings import (
    TODAY,
    a_meeting,
    a_prepared_meeting,
    a_topic,
    an_idea,
    idea_id,
    with_agreements,
)
from tests.screens.closing_house import (
    a_closing_house,
    one_selected,
)

CLOSING = a_meeting(Phase.CLOSING)
AGREED = with_agreements(CLOSING)


# What is still open


async def test_one_line_says_what_is_open_and_the_cursor_stands_there(tmp_path: Path) -> None:
    half = CLOSING.with_action(ActionItem("a", idea_id(1), "Jan", TODAY.add(days=3)))
    half = half.with_action(ActionItem("b", idea_id(2), "", TODAY.add(days=3), "", "", "26 nov"))
    half = half.with_action(ActionItem("c", idea_id(4), "Jan", None, "", "Jan"))
    with speaking("nl"):
        async with a_closing_house(tmp_path, half) as house:
            assert "Nog 2 van 3 open: #2 trekker · #4 datum" in house.shown()
            assert house.cursor == (2, "owner")


async def test_the_line_follows_what_is_typed(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, one_selected()) as house:
        assert "1 of 1 still open: #1 owner and date" in house.shown()
        await house.write("Fatma de Vries")
        assert "1 of 1 still open: #1 date" in house.shown()
        await house.press("tab")
        await house.write("+2w")
        assert "Every selected idea has an owner and a date." in house.shown()


# The owner


async def test_an_owner_is_completed_from_those_present(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await house.press("f", "a", "right")
        assert house.field.value == "Fatma de Vries"
        assert house.action(1).owner == "Fatma de Vries"


@pytest.mark.parametrize("absent", ["lies", "tom"])
async def test_who_is_not_there_is_not_completed(tmp_path: Path, absent: str) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await house.press(*absent, "right")
        assert house.field.value == absent


async def test_a_new_name_is_taken_and_completed_at_the_next_idea(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        await house.write("Zeynep Kaya")
        house.form(2).focus_owner()
        await house.press("z", "e", "right")
        assert house.action(2).owner == "Zeynep Kaya"


REFUSED = {
    "iedereen": OwnerReason.EVERYONE,
    "everyone": OwnerReason.EVERYONE,
    "wij": OwnerReason.WE,
    "us": OwnerReason.WE,
    "het team": OwnerReason.GROUP,
    "the team": OwnerReason.GROUP,
    "n.t.b.": OwnerReason.NOBODY_YET,
    "tbd": OwnerReason.NOBODY_YET,
    "?": OwnerReason.NOBODY_YET,
    "iemand": OwnerReason.SOMEONE,
    "Anna en Bert": OwnerReason.TWO_PEOPLE,
    "Anna and": OwnerReason.TWO_PEOPLE,
}


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_is_not_one_person_is_refused_with_the_reason(
    tmp_path: Path, language: Language
) -> None:
    meeting = one_selected()
    with speaking(language):
        async with a_closing_house(tmp_path, meeting) as house:
            for typed, reason in REFUSED.items():
                house.field.value = typed
                await house.settle()
                words = house.said(1)
                assert words == f"▲ {owner_refusal_words(OwnerRefused(typed, reason))}"
                kept = house.action(1)
                assert (house.field.value, kept.owner, kept.owner_typed) == (typed, "", typed)


async def test_a_participant_is_taken_whatever_the_name_looks_like(tmp_path: Path) -> None:
    people = CLOSING.participants
    absent = replace(people[-1], name="Ons")
    async with a_closing_house(
        tmp_path, replace(CLOSING, participants=(*people[:-1], absent))
    ) as house:
        await house.write("ons")
        assert not house.form(1).query_one(".said").display
        assert house.action(1).owner == "Ons"


# The date


DATES: tuple[tuple[str, Language, str, Date | None], ...] = (
    ("11 dec", "nl", "✓ vr 11 dec · over 18 dagen", Date(2026, 12, 11)),
    ("11 dec", "en", "✓ Fri 11 Dec · in 18 days", Date(2026, 12, 11)),
    ("tomorrow", "nl", "✓ di 24 nov · morgen", Date(2026, 11, 24)),
    ("5-12", "nl", "✓ za 5 dec · over 12 dagen\n▲ Dat is in het weekend", Date(2026, 12, 5)),
    (
        "15 maart",
        "nl",
        "✓ ma 15 mrt 2027 · over 112 dagen\n▲ Dat duurt",
        Date(2027, 3, 15),
    ),
    ("1-11-2026", "nl", "▲ zo 1 nov is al geweest", None),
    ("ooit", "en", "▲ This is not understood as a date", None),
)


async def test_a_date_is_said_back_at_once(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        house.form(1).focus_due()
        await house.settle()
        for typed, language, echo, due in DATES:
            with speaking(language):
                house.field.value = ""
                house.field.value = typed
                await house.settle()
            assert house.said(1).startswith(echo)
            kept = house.action(1)
            assert (kept.due, kept.due_typed) == (due, typed)


async def test_every_letter_is_in_the_file_at_once(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, CLOSING) as house:
        for typed in ("A", "An", "Ann"):
            await house.press(typed[-1])
            assert house.action(1).owner_typed == typed
        await house.press("tab", "1")
        assert house.action(1).due_typed == "1"
        await house.press("tab", "x")
        assert house.action(1).first_step == "x"
        house.told(CLOSING.topic.id).focus_field()
        await house.press("j", "a")
        assert house.stored().topic.conclusion == "ja"
        house.told("goal").focus_field()
        await house.press("n", "o")
        assert house.stored().goal.answer == "no"


async def test_a_first_step_is_optional(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, one_selected()) as house:
        await house.write("Jan")
        await house.press("tab")
        await house.write("+2w")
        await house.press("f8", "y")
        assert house.is_on(RecapScreen)


# Conclusions, goal and review


async def test_each_topic_has_a_conclusion_of_its_own(tmp_path: Path) -> None:
    topics = (a_topic("De balie"), a_topic("Het telefoonteam"))
    meeting = replace(a_prepared_meeting(*topics), phase=Phase.CLOSING)
    async with a_closing_house(tmp_path, meeting, size=(80, 36)) as house:
        assert "topic 2: Het telefoonteam" in house.shown()
        house.told(topics[1].id).focus_field()
        await house.write("bellen")
        stored = house.stored()
        assert [topic.conclusion for topic in stored.topics] == ["", "bellen"]


async def test_the_review_date_is_proposed_four_weeks_on(tmp_path: Path) -> None:
    meeting = replace(a_meeting(Phase.SELECTION), review_date=None)
    async with a_closing_house(tmp_path, meeting, size=(80, 40)) as house:
        await house.press("f8", "o")
        assert house.is_on(ClosingScreen)
        assert "Mon 21 Dec · in 28 days" in house.shown()
        assert house.stored().review_date == TODAY.add(weeks=4)


@pytest.mark.parametrize(("typed", "review"), [("", None), ("ooit", None), ("+6w", "2027-01-04")])
async def test_a_review_date_is_what_is_typed(
    tmp_path: Path, typed: str, review: str | None
) -> None:
    async with a_closing_house(tmp_path, AGREED) as house:
        field = house.told("review")
        field.focus_field()
        field.show("")
        await house.settle()
        await house.write(typed)
        stored = house.stored()
        assert (stored.review_date, stored.review_typed) == (
            None if review is None else Date.fromisoformat(review),
            typed,
        )


async def test_a_review_date_that_is_not_understood_is_not_passed_over(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, AGREED) as house:
        house.told("review").show("ooit")
        await house.settle()
        await house.press("f8")
        assert house.is_on(ClosingScreen)
        assert house.told("review").has_focus_within
        assert "review date" in house.notices[0]


async def test_with_many_ideas_it_begins_at_the_first_one_open(tmp_path: Path) -> None:
    many = [an_idea(number, verdict=VerdictKind.SELECTED) for number in range(1, 13)]
    async with a_closing_house(tmp_path, a_meeting(Phase.CLOSING, ideas=many)) as house:
        assert house.cursor == (1, "owner")
        assert "★ #1 " in house.shown()
        for _step in range(24):
            await house.press("tab")
        assert house.cursor == (9, "owner")
        assert "★ #9 " in house.shown()


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_at_eighty_columns_every_key_that_matters_is_named(
    tmp_path: Path, language: Language
) -> None:
    with speaking(language):
        async with a_closing_house(tmp_path, CLOSING) as house:
            keys = house.shown().splitlines()[-1]
            assert [key for key in ("F8", "F4", "F7", "F1") if key in keys] == [
                *("F8", "F4", "F7", "F1")
            ]
            assert "…" not in keys
