"""A round of dots in the file: each count as it is made, and all of them opened as one step."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from socinno_tui.domain.ballot import Turnout
from socinno_tui.domain.dot_round import NotAllCounted
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.step import NothingToTakeBack, StepKind
from socinno_tui.service.answering import Answering
from socinno_tui.service.dot_counting import DotCounting, RoundProposed
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, idea_id
from tests.service.phones import Phone, an_open_door
from tests.service.standing_clock import StandingClock


@pytest.fixture
def opened(store: Store, clock: StandingClock) -> Iterator[OpenMeeting]:
    meeting = a_meeting(Phase.SELECTION)
    turn = replace(meeting.turns[-1], started_at=clock.at, heard_at=clock.at)
    store.write(None, replace(meeting, turns=(turn,)))
    held = OpenMeeting(store, meeting.id, clock.clock)
    yield held
    held.release()


def on_disk(opened: OpenMeeting) -> object:
    again = Store.open(opened._store.path)
    try:
        return again.meeting(opened.meeting.id)
    finally:
        again.close()


def test_a_round_is_proposed_from_who_comes_and_what_there_is(opened: OpenMeeting) -> None:
    assert DotCounting(opened).proposed() == RoundProposed(
        people=6, managers=1, dots_each=3, ideas=12, replaces=22
    )


def test_every_count_is_in_the_file_at_once_and_among_the_dots_only_when_opened(
    opened: OpenMeeting,
) -> None:
    counting = DotCounting(opened)
    counting.begin(6, 3)
    before = [idea.dots for idea in opened.meeting.ideas]
    counting.count(idea_id(3), 9)
    assert on_disk(opened) == opened.meeting
    counting.count(idea_id(5), 4)
    counting.count(idea_id(3), 8)
    counting.count_rest_at_nought()
    assert [idea.dots for idea in opened.meeting.ideas] == before
    counted = opened.meeting
    counting.open_dots()
    assert [idea.dots for idea in opened.meeting.ideas] == [0, 0, 8, 0, 4, 0, 0, 0, 0, 0, 0, 0]
    assert on_disk(opened) == opened.meeting
    step = LiveMeeting(opened).take_back()
    assert step.kind is StepKind.DOTS_OPENED
    assert (opened.meeting.ideas, opened.meeting.dot_round) == (counted.ideas, counted.dot_round)
    assert on_disk(opened) == opened.meeting


def test_a_stopped_round_comes_back_with_its_counts(opened: OpenMeeting) -> None:
    counting = DotCounting(opened)
    counting.begin(6, 3, stacked=False)
    counting.count(idea_id(3), 4)
    begun = opened.meeting.dot_round
    counting.stop()
    assert opened.meeting.dot_round is None
    assert on_disk(opened) == opened.meeting
    assert LiveMeeting(opened).take_back().kind is StepKind.DOT_ROUND_STOPPED
    assert opened.meeting.dot_round == begun
    assert on_disk(opened) == opened.meeting


# By phone


@pytest.fixture
def phones(opened: OpenMeeting, clock: StandingClock) -> tuple[Phone, Phone]:
    door = an_open_door(opened, clock)
    return Phone(door, "Fatma"), Phone(door, "Ruben")


def test_hands_and_phones_are_opened_together_and_for_good(
    opened: OpenMeeting, phones: tuple[Phone, Phone]
) -> None:
    counting, live = DotCounting(opened), LiveMeeting(opened)
    live.word_anew(idea_id(3), "Een bord met de piekuren")
    counting.begin(6, 3)
    counting.count(idea_id(3), 9)
    counting.count_rest_at_nought()
    phones[0].give(idea_id(3), 2)
    phones[1].give(idea_id(5))
    assert counting.turnout == Turnout(2, 3)
    assert counting.may_open
    counting.open_dots()
    assert [idea.dots for idea in opened.meeting.ideas] == [0, 0, 11, 0, 1, *[0] * 7]
    assert on_disk(opened) == opened.meeting
    # An earlier step would bring the idea back as it was: without these dots.
    with pytest.raises(NothingToTakeBack):
        live.take_back()


def test_phones_alone_are_enough(opened: OpenMeeting, phones: tuple[Phone, Phone]) -> None:
    counting = DotCounting(opened)
    counting.begin(6, 3)
    before = counting.may_open
    with pytest.raises(NotAllCounted):
        counting.open_dots()
    phones[0].give(idea_id(3), 2)
    assert (before, counting.may_open) == (False, True)
    counting.open_dots()
    assert [idea.dots for idea in opened.meeting.ideas] == [0, 0, 2, *[0] * 9]


def test_once_a_hand_is_counted_the_others_are_too(
    opened: OpenMeeting, phones: tuple[Phone, Phone]
) -> None:
    counting = DotCounting(opened)
    counting.begin(6, 3)
    phones[0].give(idea_id(3), 2)
    counting.count(idea_id(3), 4)
    assert not counting.may_open
    with pytest.raises(NotAllCounted):
        counting.open_dots()
    assert counting.turnout == Turnout(1, 2)
    counting.count_rest_at_nought()
    counting.open_dots()
    assert opened.meeting.idea(idea_id(3)).dots == 6


def test_dots_all_taken_back_are_as_if_never_given(
    opened: OpenMeeting, phones: tuple[Phone, Phone]
) -> None:
    counting = DotCounting(opened)
    counting.begin(6, 3)
    phones[0].give(idea_id(3))
    phones[0].take(idea_id(3))
    assert not counting.may_open
    counting.count_rest_at_nought()
    counting.open_dots()
    assert LiveMeeting(opened).take_back().kind is StepKind.DOTS_OPENED


def test_a_round_stopped_with_dots_by_phone_does_not_come_back(
    opened: OpenMeeting, phones: tuple[Phone, Phone]
) -> None:
    counting = DotCounting(opened)
    counting.begin(6, 3)
    phones[0].give(idea_id(3))
    counting.stop()
    assert on_disk(opened) == opened.meeting
    with pytest.raises(NothingToTakeBack):
        LiveMeeting(opened).take_back()
    counting.begin(6, 3)
    assert counting.turnout == Turnout()
    phones[0].give(idea_id(3), 3)


def test_a_round_that_comes_back_takes_dots_by_phone_again(
    opened: OpenMeeting, phones: tuple[Phone, Phone]
) -> None:
    counting, live = DotCounting(opened), LiveMeeting(opened)
    counting.begin(6, 3)
    counting.count_rest_at_nought()
    counting.open_dots()
    live.take_back()
    phones[0].give(idea_id(3), 3)
    counting.open_dots()
    assert opened.meeting.idea(idea_id(3)).dots == 3
    with pytest.raises(NothingToTakeBack):
        live.take_back()


def test_a_round_says_whether_managers_give_dots_in_the_file_too(opened: OpenMeeting) -> None:
    DotCounting(opened).begin(7, 3, managers_too=True)
    assert opened.meeting.dot_round is not None
    assert opened.meeting.dot_round.managers_too
    assert on_disk(opened) == opened.meeting


def test_several_ideas_get_one_answer_as_one_step(opened: OpenMeeting) -> None:
    answering = Answering(opened)
    before = opened.meeting
    answering.answer(frozenset({idea_id(3), idea_id(7)}), VerdictKind.NO, " te duur voor nu ")
    reasons = [idea.verdict.reason for idea in opened.meeting.ideas if idea.verdict is not None]
    assert reasons.count("te duur voor nu") == 2
    waiting = len(opened.meeting.unanswered)
    answering.rest_later()
    assert opened.meeting.unanswered == ()
    assert on_disk(opened) == opened.meeting
    step = answering.take_back()
    assert (step.kind, step.number) == (StepKind.SEVERAL_ANSWERED, waiting)
    answering.take_back()
    assert opened.meeting.ideas == before.ideas


def test_one_answer_is_a_step_that_names_its_idea(opened: OpenMeeting) -> None:
    answering = Answering(opened)
    answering.answer(frozenset({idea_id(8)}), VerdictKind.LATER)
    step = answering.take_back()
    assert (step.kind, step.number) == (StepKind.PARKED, 8)
