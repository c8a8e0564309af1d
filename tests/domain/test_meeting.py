from collections.abc import Callable
from dataclasses import replace

import pytest

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.idea import IdeaGone, NotMerged, ReasonMissing, Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting, OnBreak
from socinno_tui.domain.participant import Attendance, Participant, Role
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.talk import Meters, NotSeveralManagers, Speaker, open_turn
from socinno_tui.domain.topic import LastTopic, TooManyTopics, TopicHasIdeas
from tests.meetings import (
    STARTS_AT,
    a_meeting,
    a_prepared_meeting,
    a_topic,
    an_id,
    an_idea,
    idea_id,
    some_ideas,
)

PARKING = a_topic("De parkeerplaats", "Hoe houden we de parkeerplaats vrij voor bezoekers?")
LEISURE = a_topic("De kantine", "Hoe maken we van de kantine een plek om bij te praten?")
NOON = STARTS_AT.add(hours=2)

Change = Callable[[Meeting], Meeting]


def test_a_fourth_topic_is_refused() -> None:
    meeting = a_prepared_meeting().with_topic(PARKING).with_topic(LEISURE)
    with pytest.raises(TooManyTopics) as refused:
        meeting.with_topic(a_topic("De post"))
    assert refused.value.most == 3


def test_the_first_topic_is_on_until_another_is_chosen() -> None:
    meeting = a_prepared_meeting().with_topic(PARKING)
    assert meeting.topic == a_topic()
    assert replace(meeting, topic_on=PARKING.id).topic == PARKING


def test_a_topic_thrown_away_is_not_on_any_more() -> None:
    meeting = replace(a_prepared_meeting().with_topic(PARKING), topic_on=PARKING.id)
    left = meeting.without_topic(PARKING.id)
    assert (left.topics, left.topic_on, left.topic) == ((a_topic(),), "", a_topic())


def test_the_last_topic_stays() -> None:
    with pytest.raises(LastTopic):
        a_prepared_meeting().without_topic(a_topic().id)


def test_a_topic_with_ideas_stays() -> None:
    meeting = a_meeting().with_topic(PARKING)
    with pytest.raises(TopicHasIdeas) as refused:
        meeting.without_topic(a_topic().id)
    assert refused.value.count == 12


def test_a_topic_is_changed_in_its_place() -> None:
    meeting = a_prepared_meeting(a_topic(), PARKING)
    named = replace(a_topic(), name="Loket")
    assert meeting.with_changed_topic(named).topics == (named, PARKING)


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
    meeting = a_meeting(ideas=ideas).with_topic(PARKING)
    assert [cluster.lead.number for cluster in meeting.clusters_of(PARKING.id)] == [2, 3]
    assert len(meeting.clusters) == 3


def test_an_idea_merged_under_another_topic_s_goes_along_with_its_lead() -> None:
    ideas = (an_idea(1), an_idea(2, topic=PARKING, dots=4))
    meeting = a_meeting(Phase.SELECTION, ideas=ideas).with_topic(PARKING)
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
    "floor": lambda meeting: meeting.with_floor(Speaker.MANAGER, NOON, "turn"),
    "earlier": lambda meeting: meeting.with_change_moved_earlier(),
    "break": lambda meeting: meeting.with_break(NOON, "break"),
    "action": lambda meeting: meeting.with_action(ActionItem("action", idea_id(1))),
}
IN_CLOSING = {"text", "verdict", "break", "action"}


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


def test_a_break_closes_the_turn_and_nobody_takes_the_floor_in_it() -> None:
    meeting = a_meeting().with_break(NOON, "break")
    assert meeting.on_break
    assert meeting.turns[-1].ended_at == NOON
    assert meeting.with_break(NOON.add(minutes=1), "another") == meeting
    with pytest.raises(OnBreak):
        meeting.with_floor(Speaker.ROOM, NOON, "turn")


def test_after_a_break_the_clocks_run_again() -> None:
    meeting = a_meeting().with_break(NOON, "break").with_break_ended(NOON.add(minutes=15))
    assert not meeting.on_break
    assert meeting.with_break_ended(NOON.add(minutes=20)) == meeting
    again = meeting.with_floor(Speaker.ROOM, NOON.add(minutes=15), "turn")
    current = open_turn(again.turns)
    assert current is not None
    assert current.id == "turn"


def test_the_floor_passes_and_a_late_press_is_mended() -> None:
    meeting = a_meeting().with_floor(Speaker.MANAGER, NOON, "turn")
    mended = meeting.with_change_moved_earlier()
    assert mended.turns[-1].started_at == NOON.subtract(seconds=5)


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


# Several managers


def with_managers(*names: str) -> Meeting:
    """Give a meeting that has begun, with these managers coming, each with an own meter."""
    managers = tuple(
        Participant(name, name, role=Role.MANAGER, attendance=Attendance.COMING) for name in names
    )
    return replace(a_meeting(), participants=managers, meters=Meters.EACH)


def test_two_managers_who_come_can_have_a_meter_each_with_an_equal_part() -> None:
    meeting = with_managers("Bram", "Fatima", "Anne")
    assert [one.name for one in meeting.own_meters] == ["Bram", "Fatima", "Anne"]
    assert meeting.own_limit_seconds == 120
    assert replace(meeting, meters=Meters.TOGETHER).own_meters == ()
    ill = replace(meeting.participants[2], attendance=Attendance.NOT_COMING)
    assert len(replace(meeting, participants=(*meeting.participants[:2], ill)).own_meters) == 2
    alone = replace(meeting, participants=meeting.participants[:1])
    assert alone.own_meters == ()
    assert alone.with_floor(Speaker.MANAGER, NOON, "turn").turns[-1].who is None


def test_the_floor_goes_to_a_manager_by_place_by_turn_or_to_who_had_it_last() -> None:
    meeting = with_managers("Bram", "Fatima")
    first = meeting.with_floor(Speaker.MANAGER, NOON, "1")
    assert first.turns[-1].who == "Bram"
    second = first.with_floor_to_next_manager(NOON.add(minutes=1), "2")
    assert second.turns[-1].who == "Fatima"
    room = second.with_floor(Speaker.ROOM, NOON.add(minutes=2), "3")
    assert room.turns[-1].who is None
    assert room.with_floor(Speaker.MANAGER, NOON.add(minutes=3), "4").turns[-1].who == "Fatima"
    assert room.with_floor(Speaker.MANAGER, NOON, "5", 0).turns[-1].who == "Bram"
    left = replace(room, participants=(*meeting.participants[:1], *with_managers("Anne").coming))
    assert left.with_floor(Speaker.MANAGER, NOON.add(minutes=3), "6").turns[-1].who == "Bram"
    with pytest.raises(NotSeveralManagers):
        room.with_floor(Speaker.MANAGER, NOON, "7", 2)
    with pytest.raises(NotSeveralManagers):
        a_meeting().with_floor_to_next_manager(NOON, "8")
