"""A round of dots: proposed, counted, opened, and what happens to the ideas meanwhile."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.clock_time import NotAWholeNumber
from socinno_tui.domain.closing import moved_back, moved_on
from socinno_tui.domain.dot_counting import (
    ids_in_round,
    in_round,
    may_open,
    voters,
    with_counted,
    with_dot_round,
    with_dots_opened,
    with_rest_at_nought,
    without_dot_round,
)
from socinno_tui.domain.dot_round import (
    DotRound,
    DotRoundOn,
    NoDotRound,
    NotAllCounted,
    NothingToCount,
    TooManyDots,
    TooManyOnOne,
    proposed_dots,
)
from socinno_tui.domain.idea import Cluster, IdeaGone, NothingToMerge
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_taken_away
from socinno_tui.domain.participant import Attendance
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.step import Step, StepKind, taken_back
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_id, an_idea, idea_id


def a_round(people: int = 12, each: int = 3, *, stacked: bool = True) -> DotRound:
    return DotRound(an_id("round"), a_topic().id, people, each, stacked)


def counting(*counts: int | None, people: int = 12, stacked: bool = True) -> Meeting:
    """A meeting with as many ideas as counts, each counted unless it is None."""
    ideas = [an_idea(number, dots=number) for number in range(1, len(counts) + 1)]
    meeting = with_dot_round(
        a_meeting(Phase.SELECTION, ideas=ideas), a_round(people, stacked=stacked)
    )
    for number, hands in enumerate(counts, 1):
        if hands is not None:
            meeting = with_counted(meeting, idea_id(number), hands)
    return meeting


def counted(meeting: Meeting) -> list[int | None]:
    """What is counted for each idea that leads, in order of number."""
    begun = meeting.dot_round
    assert begun is not None
    return [begun.count_of(cluster) for cluster in in_round(meeting)]


def dots(meeting: Meeting) -> list[int]:
    return [cluster.dots for cluster in meeting.clusters]


@pytest.mark.parametrize(
    ("ideas", "each"), [(0, 3), (1, 3), (12, 3), (13, 4), (20, 4), (21, 5), (159, 5)]
)
def test_the_number_of_ideas_proposes_how_many_dots_each(ideas: int, each: int) -> None:
    assert proposed_dots(ideas) == each


def test_employees_who_come_give_dots_and_managers_only_where_they_do_too() -> None:
    meeting = a_meeting(Phase.SELECTION)
    assert voters(meeting) == 6
    assert voters(meeting, managers=True) == 7
    nobody_noted = replace(
        meeting,
        participants=tuple(
            one
            if one.attendance is Attendance.NOT_COMING
            else replace(one, attendance=Attendance.INVITED)
            for one in meeting.participants
        ),
    )
    assert voters(nobody_noted) == 7
    assert voters(replace(meeting, participants=())) == 0


def test_a_round_begins_while_choosing_once_with_ideas_and_sensible_numbers() -> None:
    meeting = a_meeting(Phase.SELECTION)
    with pytest.raises(WrongPhase):
        with_dot_round(a_meeting(), a_round())
    with pytest.raises(NothingToCount):
        with_dot_round(a_meeting(Phase.SELECTION, ideas=[]), a_round())
    for people, each in ((0, 3), (1000, 3), (12, 0), (12, 21)):
        with pytest.raises(NotAWholeNumber):
            with_dot_round(meeting, a_round(people, each))
    with pytest.raises(DotRoundOn):
        with_dot_round(with_dot_round(meeting, a_round()), a_round())


def test_dots_stay_as_they_were_until_the_last_is_counted_and_all_are_opened() -> None:
    meeting = counting(4, None, 7)
    assert dots(meeting) == [1, 2, 3]
    with pytest.raises(NotAllCounted) as refused:
        with_dots_opened(meeting)
    assert refused.value.numbers == (2,)
    opened = with_dots_opened(with_counted(meeting, idea_id(2), 0))
    assert dots(opened) == [4, 0, 7]
    assert opened.dot_round is None


def test_a_count_is_corrected_and_taken_back() -> None:
    meeting = with_counted(counting(4, 2), idea_id(1), 5)
    assert counted(meeting) == [5, 2]
    assert counted(with_counted(meeting, idea_id(1), None)) == [None, 2]


def test_more_dots_than_there_are_to_give_are_refused_with_the_sum() -> None:
    meeting = counting(20, 10, None)
    with pytest.raises(TooManyDots) as refused:
        with_counted(meeting, idea_id(3), 9)
    assert (refused.value.people, refused.value.dots_each, refused.value.total) == (12, 3, 39)
    assert counted(with_counted(meeting, idea_id(3), 6)) == [20, 10, 6]
    # What is counted again no longer counts along.
    assert counted(with_counted(meeting, idea_id(1), 26)) == [26, 10, None]


def test_where_nobody_may_stack_an_idea_has_no_more_dots_than_there_are_people() -> None:
    meeting = counting(12, None, stacked=False)
    with pytest.raises(TooManyOnOne):
        with_counted(meeting, idea_id(2), 13)


def test_the_rest_is_counted_at_nought() -> None:
    assert counted(with_rest_at_nought(counting(None, 3, None))) == [0, 3, 0]


def test_only_ideas_of_its_topic_that_lead_are_counted() -> None:
    other = a_topic("De app")
    ideas = [an_idea(1), an_idea(2, merged_into=1), an_idea(3, topic=other)]
    meeting = replace(a_meeting(Phase.SELECTION, ideas=ideas), topics=(a_topic(), other))
    meeting = with_dot_round(meeting, a_round())
    assert [one.lead.number for one in in_round(meeting)] == [1]
    for number in (2, 3):
        with pytest.raises(IdeaGone):
            with_counted(meeting, idea_id(number), 1)


# Meanwhile


def test_a_new_idea_is_not_counted_yet() -> None:
    meeting = counting(1, 2).with_idea(an_idea(3))
    assert counted(meeting) == [1, 2, None]


def test_counts_go_along_when_ideas_are_merged_and_come_back_when_split() -> None:
    meeting = counting(4, 2, 1)
    merged = meeting.with_merged(idea_id(1), frozenset({idea_id(2)}))
    assert counted(merged) == [6, 1]
    assert counted(merged.with_split(idea_id(1))) == [4, 2, 1]


def test_a_group_with_one_that_is_not_counted_yet_is_not_counted() -> None:
    meeting = counting(4, None, 1).with_merged(idea_id(1), frozenset({idea_id(2)}))
    assert counted(meeting) == [None, 1]
    again = with_counted(meeting, idea_id(1), 5)
    assert counted(again) == [5, 1]
    # Counted together: apart, only the one that led has dots of its own.
    assert counted(again.with_split(idea_id(1))) == [5, None, 1]


def test_a_group_counted_as_one_keeps_its_count_under_another() -> None:
    meeting = counting(None, None, 1).with_merged(idea_id(1), frozenset({idea_id(2)}))
    meeting = with_counted(meeting, idea_id(1), 5)
    assert counted(meeting.with_merged(idea_id(3), frozenset({idea_id(1)}))) == [6]


def test_an_opened_group_shows_its_count_and_its_parts_their_own() -> None:
    meeting = counting(4, 2, 1).with_merged(idea_id(1), frozenset({idea_id(2)}))
    opened = with_dots_opened(meeting)
    assert dots(opened) == [6, 1]
    assert dots(opened.with_split(idea_id(1))) == [4, 2, 1]


def test_a_count_goes_away_with_its_idea_and_comes_back_with_it() -> None:
    meeting = counting(4, 2)
    without = meeting.without_idea(idea_id(1))
    assert counted(without) == [2]
    step = Step(StepKind.DELETED, meeting, without, 1)
    later = with_counted(without, idea_id(2), 3)
    assert counted(taken_back(step, later)) == [4, 3]


def test_a_round_goes_away_with_its_topic() -> None:
    other = a_topic("De app")
    meeting = replace(counting(1), topics=(a_topic(), other)).without_idea(idea_id(1))
    assert topic_taken_away(meeting, a_topic().id).dot_round is None
    assert topic_taken_away(meeting, other.id).dot_round is not None


def test_other_ways_to_give_dots_and_the_closing_wait_until_it_is_over() -> None:
    meeting = counting(4, 2)
    with pytest.raises(DotRoundOn):
        meeting.with_dots(idea_id(1), 3)
    with pytest.raises(DotRoundOn):
        meeting.with_top_selected(3)
    with pytest.raises(DotRoundOn):
        moved_on(meeting, now=STARTS_AT.add(hours=1), turn_id="next")
    back = moved_back(meeting, now=STARTS_AT.add(hours=1), turn_id="next")
    assert back.dot_round == meeting.dot_round
    assert counted(with_counted(back, idea_id(1), 1)) == [1, 2]
    closing = replace(meeting, phase=Phase.CLOSING)
    with pytest.raises(WrongPhase):
        with_counted(closing, idea_id(1), 1)
    with pytest.raises(WrongPhase):
        with_dots_opened(closing)


def test_a_round_that_came_back_while_closing_ends_with_the_meeting() -> None:
    meeting = replace(
        counting(4, 2), phase=Phase.CLOSING, nothing_selected_because="eerst onderzoek"
    )
    closed = moved_on(meeting, now=STARTS_AT.add(hours=1), turn_id="next")
    assert closed.dot_round is None


# Undone


def test_stopping_and_opening_are_taken_back_as_one_step() -> None:
    meeting = counting(4, 2)
    stopped = without_dot_round(meeting)
    with pytest.raises(NoDotRound):
        without_dot_round(stopped)
    assert taken_back(Step(StepKind.DOT_ROUND_STOPPED, meeting, stopped), stopped) == meeting
    opened = with_dots_opened(meeting)
    assert taken_back(Step(StepKind.DOTS_OPENED, meeting, opened), opened) == meeting


def test_a_round_that_began_since_is_not_put_aside_by_taking_one_back() -> None:
    meeting = counting(4, 2)
    stopped = without_dot_round(meeting)
    second = with_dot_round(stopped, replace(a_round(), id=an_id("second round")))
    back = taken_back(Step(StepKind.DOT_ROUND_STOPPED, meeting, stopped), second)
    assert back.dot_round == second.dot_round


def test_a_count_of_nobody_is_a_value_of_its_own() -> None:
    begun = a_round()
    assert begun.count_of(Cluster(an_idea(1))) is None
    assert begun.with_count(Cluster(an_idea(1)), 0, ()).count_of(Cluster(an_idea(1))) == 0


# By phone


def test_dots_by_phone_alone_are_opened_without_a_hand_counted() -> None:
    meeting = counting(None, None, None)
    assert not may_open(meeting, by_phone=False)
    assert may_open(meeting, by_phone=True)
    opened = with_dots_opened(meeting, {idea_id(1): 5, idea_id(3): 2})
    assert dots(opened) == [5, 0, 2]
    assert opened.dot_round is None


def test_hands_and_phones_are_added_together() -> None:
    meeting = counting(4, 0, 7)
    assert dots(with_dots_opened(meeting, {idea_id(1): 5, idea_id(2): 1})) == [9, 1, 7]


def test_once_a_hand_is_counted_all_are_also_where_phones_gave_dots() -> None:
    meeting = counting(4, None)
    assert not may_open(meeting, by_phone=True)
    with pytest.raises(NotAllCounted):
        with_dots_opened(meeting, {idea_id(2): 5})
    assert dots(with_dots_opened(with_rest_at_nought(meeting), {idea_id(2): 5})) == [4, 5]
    forgotten = with_counted(meeting, idea_id(1), None)
    assert dots(with_dots_opened(forgotten, {idea_id(2): 5})) == [0, 5]


def test_dots_on_what_went_out_of_the_round_open_nothing() -> None:
    other = a_topic("De app")
    meeting = replace(counting(None), topics=(a_topic(), other)).with_idea(an_idea(2, topic=other))
    assert ids_in_round(meeting) == {idea_id(1)}
    for outside in ({idea_id(2): 5}, {"gone": 3}, {}):
        with pytest.raises(NotAllCounted):
            with_dots_opened(meeting, outside)
    opened = with_dots_opened(meeting, {idea_id(1): 1, idea_id(2): 5})
    assert dots(opened) == [1, 0]


def test_an_opened_group_keeps_what_phones_gave_to_each_part() -> None:
    meeting = counting(None, None, None).with_merged(idea_id(1), frozenset({idea_id(2)}))
    assert ids_in_round(meeting) == {idea_id(1), idea_id(2), idea_id(3)}
    opened = with_dots_opened(meeting, {idea_id(1): 1, idea_id(2): 4})
    assert dots(opened) == [5, 0]
    assert dots(opened.with_split(idea_id(1))) == [1, 4, 0]


def test_without_a_round_or_an_idea_in_it_there_is_nothing_to_open() -> None:
    assert not may_open(a_meeting(Phase.SELECTION), by_phone=True)
    assert not may_open(counting(None).without_idea(idea_id(1)), by_phone=True)
    assert ids_in_round(a_meeting(Phase.SELECTION)) == frozenset()


@given(
    hands=st.lists(st.integers(0, 9), min_size=5, max_size=5) | st.none(),
    phones=st.dictionaries(st.integers(1, 7), st.integers(1, 40)),
    merging=st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5))),
)
def test_what_is_opened_is_what_was_given(
    hands: list[int] | None, phones: dict[int, int], merging: list[tuple[int, int]]
) -> None:
    counted_hands: list[int | None] = [None] * 5 if hands is None else [*hands]
    meeting = counting(*counted_hands, people=20)
    for lead, other in merging:
        with suppress(NothingToMerge):
            meeting = meeting.with_merged(idea_id(lead), frozenset({idea_id(other)}))
    by_phone = {idea_id(number): count for number, count in phones.items()}
    given_here = sum(count for number, count in phones.items() if number <= 5)
    if hands is None and not given_here:
        return
    opened = with_dots_opened(meeting, by_phone)
    assert sum(dots(opened)) == sum(hands or ()) + given_here
    each = {idea.number: idea.dots for idea in opened.ideas}
    assert each == {
        number: (hands or [0] * 5)[number - 1] + phones.get(number, 0) for number in range(1, 6)
    }
