from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pendulum
import pytest
from pendulum import Date, DateTime

from socinno_tui.domain.action import (
    ActionEnded,
    ActionState,
    ActionStillOpen,
    AlreadySo,
    Standing,
    UpdateKind,
)
from socinno_tui.domain.due_date import DueDateInPast, DueDateNotUnderstood
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.owner import OwnerRefused
from socinno_tui.domain.review import Review
from socinno_tui.domain.text import TextMissing, TextTooLong
from socinno_tui.service.clock import Clock
from socinno_tui.service.register import LONGEST_LINE, RUNNING, Filter, Register
from socinno_tui.store.errors import ActionUnknown
from socinno_tui.store.store import Store
from tests.agreements import CLOCK, Agreed, a_closed_meeting, a_line, action_id
from tests.blank_file import blank_file
from tests.meetings import OWNERS, STARTS_AT, TODAY, ZONE, an_id

FATMA, JAN_WILLEM, ANOUK = OWNERS
BALIE = a_closed_meeting(
    "balie",
    [Agreed(-4, FATMA), Agreed(7, JAN_WILLEM), Agreed(8, ANOUK)],
)
POST = a_closed_meeting(
    "post",
    [
        Agreed(-30, ANOUK),
        Agreed(-2, FATMA, updates=(a_line(UpdateKind.DONE, "Scheelt een uur per dag"),)),
    ],
    title="Boeken op tijd bij thuislezers",
)
LATE = action_id("balie", 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(blank_file(tmp_path / "socinno.db"))
    for meeting in (BALIE, POST):
        store.write(None, meeting)
    yield store
    store.close()


@pytest.fixture
def register(store: Store) -> Register:
    return Register(store, CLOCK)


def test_an_agreement_is_found_by_its_number(store: Store, register: Register) -> None:
    for agreement in register.agreements():
        assert register.called(agreement.number) == agreement
    assert register.called(99) is None


def test_what_is_due_by_a_date(register: Register) -> None:
    by = TODAY.add(days=7)
    assert shown(register, Filter(due_by=by)) == [
        one
        for one, agreement in zip(shown(register), register.agreements(), strict=True)
        if agreement.action.due_now is not None and agreement.action.due_now <= by
    ]
    soon = Filter(standings=frozenset({Standing.OVERDUE}), due_by=TODAY.subtract(days=10))
    assert shown(register, soon) == [("post", 1)]


def test_a_review_date_that_has_come_asks_for_a_look_while_something_is_open(
    store: Store, register: Register
) -> None:
    past, today, later = TODAY.subtract(days=9), TODAY, TODAY.add(days=1)
    dated = {
        name: replace(a_closed_meeting(name, agreed), review_date=date)
        for name, agreed, date in (
            ("past", [Agreed(40)], past),
            ("today", [Agreed(40)], today),
            ("later", [Agreed(40)], later),
            ("ended", [Agreed(-2, updates=(a_line(UpdateKind.DONE, name="ended"),))], past),
        )
    }
    for meeting in dated.values():
        store.write(None, meeting)
    assert {one.id for one in register.reviews_due()} == {dated["past"].id, dated["today"].id}
    looked_at = Review(an_id("review"), STARTS_AT, STARTS_AT, later)
    store.agreements.keep_reviews([(dated["past"].id, looked_at)])
    assert {one.id for one in register.reviews_due()} == {dated["today"].id}


def shown(register: Register, chosen: Filter | None = None) -> list[tuple[str, int]]:
    names = {BALIE.id: "balie", POST.id: "post"}
    return [(names[one.meeting_id], one.idea_number) for one in register.agreements(chosen)]


def test_everything_the_most_pressing_first_and_what_has_ended_last(register: Register) -> None:
    assert shown(register) == [
        ("post", 1),
        ("balie", 1),
        ("balie", 2),
        ("balie", 3),
        ("post", 2),
    ]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Filter(owner=FATMA), [("balie", 1), ("post", 2)]),
        (Filter(meeting_id=POST.id), [("post", 1), ("post", 2)]),
        (Filter(standings=frozenset({Standing.DONE})), [("post", 2)]),
        (Filter(owner=ANOUK, meeting_id=BALIE.id, standings=RUNNING), [("balie", 3)]),
        (Filter(owner=JAN_WILLEM, meeting_id=POST.id), []),
    ],
)
def test_a_filter_lets_through_what_has_all_it_asks(
    register: Register, chosen: Filter, found: list[tuple[str, int]]
) -> None:
    assert shown(register, chosen) == found


def test_what_presses_is_overdue_or_due_within_seven_days(register: Register) -> None:
    assert [one.action.id for one in register.pressing()] == [
        action_id("post", 1),
        LATE,
        action_id("balie", 2),
    ]


def test_the_day_is_that_of_this_place_not_of_greenwich(store: Store) -> None:
    just_after_midnight = pendulum.datetime(2026, 11, 22, 23, 30)
    register = Register(store, Clock(lambda: just_after_midnight, ZONE))
    assert register.today == TODAY
    assert Register(store, Clock(lambda: just_after_midnight, "UTC")).today == Date(2026, 11, 22)


def test_who_could_take_it_over_are_those_invited_and_the_owners(
    register: Register, store: Store
) -> None:
    store.write(None, a_closed_meeting("wijk", [Agreed(3, "Ruben Kuiper")]))
    late = next(one for one in register.agreements() if one.action.id == LATE)
    assert register.names_for(late) == (JAN_WILLEM, ANOUK, "Ruben Kuiper")
    assert register.owners() == (ANOUK, FATMA, JAN_WILLEM, "Ruben Kuiper")


def test_each_answer_is_a_dated_line_and_nothing_is_overwritten(
    register: Register, store: Store
) -> None:
    register.note(LATE, "  De leverancier\nbelt terug ")
    register.move(LATE, "15-12", "Levertijd")
    register.move(LATE, "+5w", "Nog eens levertijd")
    register.hand_over(LATE, "ruben Kuiper")
    register.done(LATE, "Scheelt een uur per dag")
    register.reopen(LATE)
    register.stop(LATE, "Kan volgend jaar pas")

    again = Store.open(store.path)
    action = again.agreements.action(LATE)
    again.close()
    moved_to = [Date(2026, 12, 15), TODAY.add(weeks=5)]
    assert [(line.kind, line.text, line.due, line.owner) for line in action.updates] == [
        (UpdateKind.NOTE, "De leverancier belt terug", None, ""),
        (UpdateKind.MOVED, "Levertijd", moved_to[0], ""),
        (UpdateKind.MOVED, "Nog eens levertijd", moved_to[1], ""),
        (UpdateKind.HANDED_OVER, "", None, "ruben Kuiper"),
        (UpdateKind.DONE, "Scheelt een uur per dag", None, ""),
        (UpdateKind.REOPENED, "", None, ""),
        (UpdateKind.STOPPED, "Kan volgend jaar pas", None, ""),
    ]
    assert {line.at for line in action.updates} == {STARTS_AT}
    assert (action.owner, action.due) == (FATMA, TODAY.subtract(days=4))
    assert (action.owner_now, action.due_now) == ("ruben Kuiper", moved_to[1])
    assert action.state is ActionState.STOPPED


def test_a_clock_set_back_puts_no_answer_before_what_it_answers_to(store: Store) -> None:
    now: list[DateTime] = [STARTS_AT]
    register = Register(store, Clock(lambda: now[0], ZONE))
    register.done(LATE)
    now[0] = STARTS_AT.subtract(hours=3)
    register.reopen(LATE)
    assert store.agreements.action(LATE).state is ActionState.OPEN
    now[0] = STARTS_AT.add(hours=1)
    register.done(LATE)
    assert store.agreements.action(LATE).updates[-1].at == now[0]


def test_a_name_known_is_written_as_it_is_known(register: Register, store: Store) -> None:
    register.hand_over(LATE, " jan willem BAKKER ")
    assert store.agreements.action(LATE).owner_now == JAN_WILLEM


@pytest.mark.parametrize(
    ("refused", "answer"),
    [
        (TextMissing, lambda register: register.note(LATE, " \n")),
        (TextMissing, lambda register: register.stop(LATE, "")),
        (TextMissing, lambda register: register.move(LATE, "morgen", " ")),
        (TextTooLong, lambda register: register.note(LATE, "x" * (LONGEST_LINE + 1))),
        (TextTooLong, lambda register: register.done(LATE, "x" * (LONGEST_LINE + 1))),
        (DueDateInPast, lambda register: register.move(LATE, "1 nov 2026", "Levertijd")),
        (DueDateNotUnderstood, lambda register: register.new_date(LATE, "ooit")),
        (OwnerRefused, lambda register: register.hand_over(LATE, "iedereen")),
        (OwnerRefused, lambda register: register.hand_over(LATE, "Fatma en Ruben")),
        (AlreadySo, lambda register: register.hand_over(LATE, "fatma de vries")),
        (AlreadySo, lambda register: register.new_date(action_id("balie", 2), "+7d")),
        (ActionStillOpen, lambda register: register.reopen(LATE)),
        (ActionEnded, lambda register: register.done(action_id("post", 2))),
        (ActionEnded, lambda register: register.new_date(action_id("post", 2), "morgen")),
        (ActionUnknown, lambda register: register.note(an_id("nothing"), "Levertijd")),
    ],
)
def test_what_is_refused_leaves_no_line(
    register: Register,
    store: Store,
    refused: type[SocinnoError],
    answer: object,
) -> None:
    assert callable(answer)
    before = store.agreements.read()
    with pytest.raises(refused):
        answer(register)
    assert store.agreements.read() == before


def test_what_a_date_would_be_can_be_asked_without_moving_anything(
    register: Register, store: Store
) -> None:
    assert register.new_date(LATE, "vrijdag") == Date(2026, 11, 27)
    assert store.agreements.action(LATE).updates == ()


def test_what_has_ended_can_still_be_noted_upon(register: Register, store: Store) -> None:
    register.note(action_id("post", 2), "Wordt ook in Zuid gedaan")
    assert store.agreements.action(action_id("post", 2)).state is ActionState.DONE


def test_a_meeting_that_is_not_closed_has_nothing_in_the_register(
    register: Register, store: Store
) -> None:
    draft = replace(
        a_closed_meeting("later", [Agreed(-9)]), phase=POST.phase.CLOSING, closed_at=None
    )
    store.write(None, draft)
    assert draft.id not in {one.meeting_id for one in register.agreements()}
