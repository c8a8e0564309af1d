"""What is sent through the door: when it comes in, in which order, and what can be withdrawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.idea import IdeaGone, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.phones import (
    CODE_LENGTH,
    CODE_SIGNS,
    Arrived,
    CannotWithdraw,
    Door,
    SentIdea,
    closed,
    goes_straight_in,
    is_written_in,
    may_withdraw,
    taken_in,
    with_sent,
    without_all_withdrawn,
    without_withdrawn,
)
from socinno_tui.domain.silent_meeting import Table, harvest_begun, silence_begun
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_id, an_idea, idea_id

MINUTE = STARTS_AT.add(minutes=31)


def sent(name: str, text: str = "Een bel bij de deur", topic_id: str = "") -> SentIdea:
    return SentIdea(an_id(name), topic_id or a_topic().id, text, MINUTE)


def silent() -> Meeting:
    return silence_begun(a_meeting(), Table(6, 1), minutes=5, now=STARTS_AT, round_id="round")


# The door


def test_a_code_has_no_sign_that_is_taken_for_another_from_a_wall() -> None:
    assert len(set(CODE_SIGNS)) == len(CODE_SIGNS) == 31
    assert not set(CODE_SIGNS) & set("01IOL")
    assert CODE_LENGTH == 5


def test_a_door_says_what_is_typed_to_come_in_while_it_is_open() -> None:
    door = Door("meeting", b"key", "K7Q4M", "192.168.1.20", 8080, reads_first=True, phones=7)
    assert door.is_open
    assert door.way_in == "192.168.1.20:8080/K7Q4M"
    shut = closed(door)
    assert not shut.is_open
    assert (shut.key, shut.reads_first, shut.phones) == (b"key", True, 0)


# In


@pytest.mark.parametrize("phase", Phase)
def test_ideas_come_straight_in_where_ideas_are_collected_and_nobody_reads_them_first(
    phase: Phase,
) -> None:
    open_for_ideas = phase in {Phase.IDEATION, Phase.SELECTION}
    assert goes_straight_in(a_meeting(phase), reads_first=False) is open_for_ideas
    assert not goes_straight_in(a_meeting(phase), reads_first=True)


def test_what_is_written_in_silence_waits_until_the_harvest() -> None:
    assert is_written_in(silent())
    assert not goes_straight_in(silent(), reads_first=False)
    harvest = harvest_begun(silent())
    assert not is_written_in(harvest)
    assert goes_straight_in(harvest, reads_first=False)


@given(st.permutations(["een", "twee", "drie", "vier"]))
def test_ideas_come_in_by_their_ids_whoever_was_first(order: list[str]) -> None:
    meeting = with_sent(a_meeting(), [sent(name) for name in order])
    new = meeting.ideas[12:]
    assert [idea.id for idea in new] == sorted(an_id(name) for name in order)
    assert [idea.number for idea in new] == [13, 14, 15, 16]
    assert {idea.offered_at for idea in new} == {MINUTE}


def test_what_is_in_already_does_not_come_in_twice() -> None:
    once = with_sent(a_meeting(), [sent("een")])
    assert with_sent(once, [sent("een", "Anders verwoord")]) == once


def test_an_idea_on_a_topic_that_is_gone_is_on_the_one_that_is_on() -> None:
    other = a_topic("De app")
    meeting = replace(a_meeting(), topics=(a_topic(), other), topic_on=other.id)
    changed = with_sent(meeting, [sent("een"), sent("twee", topic_id=an_id("gone"))])
    assert {idea.id: idea.topic_id for idea in changed.ideas[12:]} == {
        an_id("een"): a_topic().id,
        an_id("twee"): other.id,
    }


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING, Phase.FOLLOW_UP])
def test_nothing_comes_in_where_no_ideas_are_collected(phase: Phase) -> None:
    with pytest.raises(WrongPhase):
        with_sent(a_meeting(phase), [sent("een")])


# Withdrawn


def test_an_idea_is_withdrawn_until_it_is_merged_or_judged() -> None:
    meeting = a_meeting(ideas=[an_idea(1, dots=3), an_idea(2), an_idea(3, merged_into=2)])
    assert [may_withdraw(meeting, idea) for idea in meeting.ideas] == [True, False, False]
    assert [idea.number for idea in without_withdrawn(meeting, idea_id(1)).ideas] == [2, 3]
    for number in (2, 3):
        with pytest.raises(CannotWithdraw):
            without_withdrawn(meeting, idea_id(number))
    split = meeting.with_split(idea_id(2))
    assert all(may_withdraw(split, idea) for idea in split.ideas)


@pytest.mark.parametrize("kind", VerdictKind)
def test_an_idea_that_was_judged_is_the_rooms(kind: VerdictKind) -> None:
    meeting = a_meeting(Phase.SELECTION, ideas=[an_idea(1, verdict=kind, reason="Te duur")])
    with pytest.raises(CannotWithdraw):
        without_withdrawn(meeting, idea_id(1))


def test_an_idea_that_is_gone_or_of_a_meeting_that_closes_is_not_withdrawn() -> None:
    with pytest.raises(IdeaGone):
        without_withdrawn(a_meeting(), "gone")
    closing = a_meeting(Phase.CLOSING)
    assert not any(may_withdraw(closing, idea) for idea in closing.ideas)
    with pytest.raises(WrongPhase):
        without_withdrawn(closing, idea_id(3))


def test_of_several_those_are_withdrawn_that_can_be() -> None:
    meeting = a_meeting(ideas=[an_idea(1), an_idea(2), an_idea(3, merged_into=2)])
    left = without_all_withdrawn(meeting, [idea_id(3), "gone", idea_id(1)])
    assert [idea.number for idea in left.ideas] == [2, 3]


def test_what_arrives_is_taken_in_by_name_and_what_is_withdrawn_goes() -> None:
    arrived = Arrived((sent("een"), sent("twee")), (idea_id(1),))
    assert arrived.ids == {an_id("een"), an_id("twee")}
    changed = taken_in(a_meeting(ideas=[an_idea(1)]), arrived, {an_id("twee")})
    assert [(idea.id, idea.number) for idea in changed.ideas] == [(an_id("twee"), 2)]
