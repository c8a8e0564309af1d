"""Due dates as people say them: a list with right answers, and what holds for all dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from tests.domain.due_phrases import PHRASES, TUESDAY, DuePhrase
from tests.domain.due_phrases_heldout import HELD_OUT, REFUSED_BY_CHOICE, HeldOut
from tests.domain.due_phrases_unseen import JUNK, UNSEEN

days = st.dates(date(2026, 1, 1), date(2099, 12, 31)).map(
    lambda day: Date(day.year, day.month, day.day)
)


@pytest.mark.parametrize(
    "said",
    [*PHRASES, *UNSEEN],
    ids=lambda said: f"{said.phrase} on {said.today}",
)
def test_what_people_say_is_understood_or_refused(said: DuePhrase) -> None:
    if said.right is None:
        with pytest.raises(DueDateRefused):
            parse_due_date(said.phrase, today=said.today)
    else:
        assert parse_due_date(said.phrase, today=said.today) == said.right


@pytest.mark.parametrize("said", HELD_OUT, ids=lambda said: f"{said.phrase} on {said.today}")
def test_what_another_hand_wrote_is_right_or_refused_but_never_wrong(said: HeldOut) -> None:
    try:
        due = parse_due_date(said.phrase, today=said.today)
    except DueDateRefused:
        assert said.may_be_refused or said.phrase in REFUSED_BY_CHOICE
    else:
        assert due in said.right
        assert said.phrase not in REFUSED_BY_CHOICE


@pytest.mark.parametrize("text", JUNK)
def test_junk_is_never_guessed(text: str) -> None:
    with pytest.raises(DueDateRefused):
        parse_due_date(text, today=TUESDAY)


@given(days, st.integers(0, 3650))
def test_every_written_form_of_a_date_is_that_date(today: Date, further: int) -> None:
    due = today.add(days=further)
    for form in ("YYYY-MM-DD", "D-M-YYYY", "DD/MM/YYYY", "D MMMM YYYY", "MMM Do YYYY"):
        assert parse_due_date(due.format(form, locale="en"), today=today) == due
    assert parse_due_date(due.format("D MMMM YYYY", locale="nl"), today=today) == due


@given(st.sampled_from([*PHRASES, *UNSEEN, *HELD_OUT]), days)
def test_an_answer_is_never_in_the_past(said: DuePhrase | HeldOut, today: Date) -> None:
    try:
        due = parse_due_date(said.phrase, today=today)
    except DueDateRefused:
        return
    assert due >= today
