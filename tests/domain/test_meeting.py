from collections.abc import Callable
from dataclasses import replace

import pytest

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.idea import IdeaGone, NotMerged, ReasonMissing, Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.phase import Phase, WrongPhase
from tests.meetings import (
    a_meeting,
    a_prepared_meeting,
    a_topic,
    an_id,
    an_idea,
    idea_id,
    some_ideas,
)

PARKING = a_topic("De parkeerplaats", "Hoe houden we de parkeerplaats vrij voor bezoekers?")

Change = Callable[[Meeting], Meeting]


def test_the_first_topic_is_on_until_another_is_chosen() -> None:
    meeting = topic_added(a_prepared_meeting(), PARKING)
    assert meeting.topic == a_topic()
    assert replace(meeting, topic_on=PARKING.id).topic == PARKING


def test_only_those_coming_count() -> None:
    meeting = a_prepared_meeting()
    assert len(meeting.coming) == 8
    assert meeting.employees_coming == 6
    assert {one.role for one in meeting.coming} == set(Role)
    assert all(one.attendance is Attendance.COMING for one in meeting.coming)


def test_the_talk_limit_is_the_one_agreed_or_else_the_one_proposed() -> None:
    assert a_prepared_meeting().talk_limit_minutes == 6
    # 1.5 / 7 of 90 minutes
    assert replace(a_prepared_meeting(), limit_minutes=None).talk_limit_minutes == 19


def test_numbers_go_on_and_are_never_given_twice() -> None:
    meeting = a_meeting(ideas=()).with_ideas((an_idea(0), an_idea(99)))
    assert [idea.number for idea in meeting.ideas] == [1, 2]
    meeting = meeting.without_idea(idea_id(99)).with_idea(an_idea(5))
    assert [idea.number for idea in meeting.ideas] == [1, 3]


def test_each_topic_has_its_own_ideas() -> None:
    ideas = (an_idea(1), an_idea(2, topic=PARKING), an_idea(3, topic=PARKING))
    meeting = topic_added(a_meeting(ideas=ideas), PARKING)
    assert [cluster.lead.number for cluster in meeting.clusters_of(PARKING.id)] == [2, 3]
    assert len(meeting.clusters) == 3


def test_an_idea_merged_under_another_topic_s_goes_along_with_its_lead() -> None:
    ideas = (an_idea(1), an_idea(2, topic=PARKING, dots=4))
    meeting = topic_added(a_meeting(Phase.SELECTION, ideas=ideas), PARKING)
    meeting = meeting.with_merged(idea_id(1), frozenset({idea_id(2)}))
    (cluster,) = meeting.clusters_of(a_topic().id)
    assert (cluster.size, cluster.dots) == (2, 4)
    assert meeting.clusters_of(PARKING.id) == ()


def test_an_idea_is_worded_anew() -> None:
    meeting = a_meeting().with_idea_text(idea_id(1), "Afspraken plannen kan thuis, in de app")
    assert meeting.idea(idea_id(1)).text == "Afspraken plannen kan thuis, in de app"
    assert meeting.ideas[1:] == some_ideas(dotted=False)[1:]


def test_taking_an_idea_away_takes_along_what_was_being_agreed_on_it() -> None:
    meeting = a_meeting(Phase.CLOSING).with_action(ActionItem(an_id("a"), idea_id(1), "Fatma"))
    back = replace(meeting, phase=Phase.SELECTION)
    assert back.without_idea(idea_id(2)).actions == meeting.actions
    assert back.without_idea(idea_id(1)).actions == ()


def test_a_no_needs_a_reason() -> None:
    with pytest.raises(ReasonMissing):
        a_meeting().with_verdict(idea_id(1), Verdict(VerdictKind.NO))
    said = a_meeting().with_verdict(idea_id(1), Verdict(VerdictKind.NO, "Dat is een verbouwing"))
    assert said.with_verdict(idea_id(1), None).ideas == a_meeting().ideas


def test_the_top_is_selected() -> None:
    meeting = a_meeting(Phase.SELECTION).with_top_selected(2)
    assert [cluster.lead.number for cluster in meeting.selected] == [2, 4]


def test_ideas_are_merged_split_and_dotted() -> None:
    meeting = a_meeting(Phase.SELECTION).with_merged(idea_id(1), frozenset({idea_id(2)}))
    meeting = meeting.with_dots(idea_id(1), 10)
    assert meeting.clusters[0].dots == 10
    meeting = meeting.with_split(idea_id(1))
    assert [idea.dots for idea in meeting.ideas[:2]] == [5, 5]
    with pytest.raises(NotMerged):
        meeting.with_split(idea_id(1))


@pytest.mark.parametrize(
    "change",
    [
        lambda meeting: meeting.with_idea_text(idea_id(99), "weg"),
        lambda meeting: meeting.without_idea(idea_id(99)),
        lambda meeting: meeting.with_merged(idea_id(99), frozenset({idea_id(1)})),
        lambda meeting: meeting.with_dots(idea_id(99), 1),
        lambda meeting: meeting.with_verdict(idea_id(99), Verdict(VerdictKind.LATER)),
        lambda meeting: meeting.with_verdict(idea_id(99), None),
    ],
)
def test_an_idea_that_is_gone_cannot_be_changed(change: Change) -> None:
    with pytest.raises(IdeaGone):
        change(a_meeting())


IN_ANY: dict[str, Change] = {
    "idea": lambda meeting: meeting.with_idea(an_idea(0)),
    "text": lambda meeting: meeting.with_idea_text(idea_id(1), "anders"),
    "delete": lambda meeting: meeting.without_idea(idea_id(1)),
    "merge": lambda meeting: meeting.with_merged(idea_id(1), frozenset({idea_id(2)})),
    "split": lambda meeting: meeting.with_split(idea_id(1)),
    "dots": lambda meeting: meeting.with_dots(idea_id(1), 2),
    "verdict": lambda meeting: meeting.with_verdict(idea_id(1), Verdict(VerdictKind.LATER)),
    "top": lambda meeting: meeting.with_top_selected(3),
    "action": lambda meeting: meeting.with_action(ActionItem("action", idea_id(1))),
}
IN_CLOSING = {"text", "verdict", "action"}


@pytest.mark.parametrize("name", sorted(IN_ANY))
@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING, Phase.FOLLOW_UP])
def test_what_does_not_belong_in_a_phase_is_refused(phase: Phase, name: str) -> None:
    meeting = replace(a_meeting(Phase.FOLLOW_UP), phase=phase)
    change = IN_ANY[name]
    if phase is Phase.CLOSING and name in IN_CLOSING:
        assert change(meeting) != meeting
        return
    with pytest.raises(WrongPhase) as refused:
        change(meeting)
    assert refused.value.phase is phase


def test_an_agreement_is_added_and_then_changed_in_its_place() -> None:
    meeting = a_meeting(Phase.CLOSING)
    first, second = ActionItem("1", idea_id(1)), ActionItem("2", idea_id(2))
    meeting = meeting.with_action(first).with_action(second)
    owned = replace(first, owner="Fatma de Vries")
    meeting = meeting.with_action(owned)
    assert meeting.actions == (owned, second)
    assert meeting.action_for(idea_id(1)) == owned
    assert meeting.action_for(idea_id(4)) is None
    assert [action for _cluster, action in meeting.agreements] == [owned, second]
