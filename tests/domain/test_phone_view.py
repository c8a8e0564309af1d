"""A phone sees what the room sees, and nothing else."""

from dataclasses import asdict, replace

import pytest
from hypothesis import given

from socinno_tui.domain.closing import moved_back
from socinno_tui.domain.dot_counting import with_counted, with_dot_round
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.floor import break_begun
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_changed
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phone_view import (
    TAKES_IDEAS,
    DotsInView,
    PhoneMoment,
    PhoneView,
    phone_view,
)
from socinno_tui.domain.silent_meeting import Table, harvest_begun, silence_begun
from tests.meetings import OWNERS, QUESTION, STARTS_AT, a_meeting, a_topic, an_id, an_idea, idea_id
from tests.strategies import meetings

ROUND = DotRound(an_id("round"), a_topic().id, 6, 3, stacked=False, managers_too=True)


def words_in(value: object) -> set[str]:
    """Every text in a view, however deep."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set().union(*map(words_in, value.values()), set())
    if isinstance(value, list | tuple):
        return set().union(*map(words_in, value), set())
    return set()


@pytest.mark.parametrize(
    ("phase", "moment"),
    [
        (Phase.PREPARATION, PhoneMoment.WAITING),
        (Phase.IDEATION, PhoneMoment.COLLECTING),
        (Phase.SELECTION, PhoneMoment.CHOOSING),
        (Phase.CLOSING, PhoneMoment.CLOSING),
        (Phase.FOLLOW_UP, PhoneMoment.CLOSED),
    ],
)
def test_every_phase_is_another_moment(phase: Phase, moment: PhoneMoment) -> None:
    assert phone_view(a_meeting(phase)).moment is moment


def test_before_the_meeting_begins_a_phone_sees_nothing_of_it() -> None:
    assert phone_view(a_meeting(Phase.PREPARATION)) == PhoneView(PhoneMoment.WAITING)
    begun_too_early = moved_back(a_meeting(), now=STARTS_AT.add(minutes=1), turn_id="turn")
    assert phone_view(begun_too_early) == PhoneView(PhoneMoment.WAITING)


def test_while_ideas_are_collected_it_shows_the_question_and_its_bounds() -> None:
    view = phone_view(a_meeting())
    assert (view.question, view.topic_id) == (QUESTION, a_topic().id)
    assert view.inside == "de balie, de app en het rooster"
    assert view.outside == "een verbouwing"
    assert view.limits == "het budget van dit jaar"
    assert (view.ideas, view.dots, view.count) == ((), None, 12)
    assert view.moment in TAKES_IDEAS


def test_it_shows_the_topic_that_is_on() -> None:
    other = a_topic("De app", "Wat moet de app kunnen?")
    meeting = replace(a_meeting(), topics=(a_topic(), other), topic_on=other.id)
    assert phone_view(meeting).question == "Wat moet de app kunnen?"


def test_in_silence_everyone_writes_and_in_the_harvest_all_ideas_are_the_rooms() -> None:
    silent = silence_begun(a_meeting(), Table(6, 1), minutes=5, now=STARTS_AT, round_id="round")
    assert phone_view(silent).moment is PhoneMoment.WRITING
    assert PhoneMoment.WRITING in TAKES_IDEAS
    assert phone_view(harvest_begun(silent)).moment is PhoneMoment.COLLECTING


def test_while_choosing_it_shows_the_ideas_with_what_is_under_them_and_their_dots() -> None:
    ideas = [an_idea(1, dots=2), an_idea(2, dots=1, merged_into=1), an_idea(3)]
    view = phone_view(a_meeting(Phase.SELECTION, ideas=ideas))
    assert [(one.id, one.number, one.text, one.merged, one.dots) for one in view.ideas] == [
        (ideas[0].id, 1, ideas[0].text, (ideas[1].text,), 3),
        (ideas[2].id, 3, ideas[2].text, (), 0),
    ]


def test_while_dots_are_given_no_count_is_shown_of_hands_nor_of_before() -> None:
    meeting = with_dot_round(a_meeting(Phase.SELECTION), ROUND)
    meeting = with_counted(meeting, idea_id(1), 4)
    view = phone_view(meeting)
    assert view.moment is PhoneMoment.DOTS
    assert view.dots == DotsInView(ROUND.id, 3, stacked=False, managers_too=True)
    assert {idea.dots for idea in view.ideas} == {None}
    assert len(view.ideas) == 12


def test_dots_are_given_to_the_topic_of_the_round_whatever_the_room_talks_about() -> None:
    other = a_topic("De app", "Wat moet de app kunnen?")
    meeting = replace(a_meeting(Phase.SELECTION), topics=(a_topic(), other))
    meeting = replace(with_dot_round(meeting, ROUND), topic_on=other.id)
    view = phone_view(meeting)
    assert (view.topic_id, view.question, len(view.ideas)) == (a_topic().id, QUESTION, 12)


def test_back_at_collecting_ideas_no_dots_are_given() -> None:
    meeting = with_dot_round(a_meeting(Phase.SELECTION), ROUND)
    view = phone_view(moved_back(meeting, now=STARTS_AT.add(hours=1), turn_id="turn"))
    assert (view.moment, view.dots, view.ideas) == (PhoneMoment.COLLECTING, None, ())


def test_a_break_is_told() -> None:
    assert phone_view(break_begun(a_meeting(), STARTS_AT.add(minutes=9), "break")).on_break


def test_after_the_closing_it_shows_what_was_chosen_and_nobodys_name() -> None:
    meeting = a_meeting(Phase.FOLLOW_UP)
    topic = replace(meeting.topic, conclusion="We beginnen bij de ingang")
    view = phone_view(topic_changed(meeting, topic))
    (recap,) = view.recap
    assert (recap.question, recap.conclusion) == (QUESTION, "We beginnen bij de ingang")
    assert [idea.number for idea in recap.chosen] == [1, 2, 4]
    assert [idea.number for idea in recap.later] == [6]
    told = " ".join(words_in(asdict(view)))
    assert not [name for name in OWNERS if name in told]
    assert "Dat mag van de wet niet" not in told


@given(meetings())
def test_no_phone_ever_sees_people_agreements_reasons_or_dates(meeting: Meeting) -> None:
    view = phone_view(meeting)
    told = words_in(asdict(view)) - {""}
    ideas = {idea.text for idea in meeting.ideas}
    topics = {
        text
        for topic in meeting.topics
        for text in (
            topic.id,
            topic.question,
            topic.conclusion,
            topic.frame.inside,
            topic.frame.outside,
            topic.frame.limits,
        )
    }
    rounds = set() if meeting.dot_round is None else {meeting.dot_round.id}
    assert told <= ideas | topics | rounds | {idea.id for idea in meeting.ideas}
    if view.dots is not None:
        assert all(idea.dots is None for idea in view.ideas)
    if view.moment is PhoneMoment.CLOSED:
        refused = {
            idea.id
            for idea in meeting.ideas
            if idea.verdict is None or idea.verdict.kind is VerdictKind.NO
        }
        shown = {idea.id for one in view.recap for idea in (*one.chosen, *one.later)}
        assert not refused & shown
