from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.closing import (
    ClosingGaps,
    Gap,
    GapKind,
    NotReady,
    gaps,
    moved_back,
    moved_on,
    proposed_review_date,
    with_dates_kept,
)
from socinno_tui.domain.floor import break_begun, floor_given
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.readiness import Attention, AttentionKind
from socinno_tui.domain.talk import Speaker, open_turn
from tests.meetings import (
    DUE,
    STARTS_AT,
    TODAY,
    a_meeting,
    a_prepared_meeting,
    a_topic,
    an_idea,
    idea_id,
    with_agreements,
)

NOW = STARTS_AT.add(hours=1)


def on(meeting: Meeting) -> Meeting:
    return moved_on(meeting, now=NOW, turn_id="new turn")


def back(meeting: Meeting) -> Meeting:
    return moved_back(meeting, now=NOW, turn_id="new turn")


@st.composite
def meetings_at_closing(draw: st.DrawFn) -> Meeting:
    verdicts = st.sampled_from([None, *VerdictKind])
    ideas: list[Idea] = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        leads: list[int | None] = [idea.number for idea in ideas if idea.merged_into is None]
        under = st.sampled_from([None, *leads])
        ideas.append(
            an_idea(number, merged_into=draw(under), verdict=draw(verdicts), reason="te duur")
        )
    meeting = replace(
        a_meeting(Phase.CLOSING, ideas=ideas),
        nothing_selected_because=draw(st.sampled_from(["", "Alles moet eerst langs de raad"])),
    )
    for idea in ideas:
        if draw(st.booleans()):
            owner = draw(st.sampled_from(["", "Marit Hoekstra"]))
            due = draw(st.sampled_from([None, DUE]))
            action = ActionItem(f"action {idea.number}", idea.id, owner, due)
            meeting = meeting.with_action(action)
    return meeting


@given(meetings_at_closing())
def test_it_lets_go_exactly_when_nothing_is_open(meeting: Meeting) -> None:
    open_points = gaps(meeting)
    if open_points:
        with pytest.raises(ClosingGaps) as refused:
            on(meeting)
        assert refused.value.gaps == open_points
        return
    closed = on(meeting)
    assert closed.phase is Phase.FOLLOW_UP
    assert all(action.owner and action.due for action in closed.actions)
    assert [action.idea_id for _cluster, action in closed.agreements] == [
        cluster.lead.id for cluster in closed.selected
    ]
    assert bool(closed.selected) != bool(closed.nothing_selected_because)


def test_owner_and_date_of_every_selected_idea_are_open() -> None:
    meeting = a_meeting(Phase.CLOSING).with_action(ActionItem("1", idea_id(2), "Fatma", DUE))
    meeting = meeting.with_action(ActionItem("2", idea_id(4), "Ruben", due_typed="vrijd"))
    assert gaps(meeting) == (
        Gap(GapKind.OWNER, idea_id(1), 1),
        Gap(GapKind.DUE, idea_id(1), 1),
        Gap(GapKind.DUE, idea_id(4), 4),
    )


def test_an_idea_that_is_parked_or_declined_asks_nothing_any_more() -> None:
    meeting = a_meeting(Phase.CLOSING)
    meeting = meeting.with_verdict(idea_id(1), Verdict(VerdictKind.LATER))
    meeting = meeting.with_verdict(idea_id(2), Verdict(VerdictKind.NO, "te duur"))
    assert {gap.number for gap in gaps(meeting)} == {4}


def test_nothing_selected_must_be_said_with_a_reason() -> None:
    meeting = a_meeting(Phase.CLOSING, ideas=())
    assert gaps(meeting) == (Gap(GapKind.NOTHING_SELECTED),)
    assert gaps(replace(meeting, nothing_selected_because="De raad beslist eerst")) == ()


def test_a_reason_for_nothing_selected_goes_once_something_is() -> None:
    meeting = replace(a_meeting(Phase.CLOSING), nothing_selected_because="De raad beslist eerst")
    assert on(with_agreements(meeting)).nothing_selected_because == ""


def test_closing_keeps_only_what_was_agreed_on_selected_ideas() -> None:
    meeting = with_agreements(a_meeting(Phase.CLOSING))
    meeting = meeting.with_verdict(idea_id(1), Verdict(VerdictKind.LATER))
    closed = on(meeting)
    assert [action.idea_id for action in closed.actions] == [idea_id(2), idea_id(4)]
    assert closed.closed_at == NOW


def test_without_question_or_goal_a_meeting_does_not_start() -> None:
    unasked = replace(a_topic(), question="")
    meeting = replace(a_prepared_meeting(unasked), goal=Goal())
    with pytest.raises(NotReady) as refused:
        on(meeting)
    assert refused.value.missing == (
        Attention(AttentionKind.QUESTION_MISSING, 1),
        Attention(AttentionKind.GOAL_MISSING),
    )


def test_a_meeting_starts_with_the_floor_to_the_room() -> None:
    meeting = on(a_prepared_meeting())
    (turn,) = meeting.turns
    assert (turn.id, turn.speaker, turn.started_at) == ("new turn", Speaker.ROOM, NOW)
    assert (meeting.started_at, meeting.agenda.since, meeting.agenda.position) == (NOW, NOW, 0)


def test_a_speaker_keeps_the_floor_from_ideas_to_choosing() -> None:
    meeting = floor_given(a_meeting(), Speaker.MANAGER, NOW, "manager")
    assert on(meeting).turns == meeting.turns


def test_closing_ends_the_talk_and_going_back_gives_the_room_the_floor() -> None:
    meeting = on(a_meeting(Phase.SELECTION))
    assert open_turn(meeting.turns) is None
    current = open_turn(back(meeting).turns)
    assert current is not None
    assert (current.id, current.speaker) == ("new turn", Speaker.ROOM)


def test_going_back_from_closing_keeps_what_was_typed() -> None:
    typed = ActionItem("1", idea_id(1), owner_typed="Fat", due_typed="vrijd")
    meeting = a_meeting(Phase.CLOSING).with_action(typed)
    assert back(meeting).actions == (typed,)
    assert on(back(meeting)).actions == (typed,)


@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION, Phase.CLOSING])
def test_a_move_ends_a_break(phase: Phase) -> None:
    resting = with_agreements(a_meeting(phase)) if phase is Phase.CLOSING else a_meeting(phase)
    resting = break_begun(resting, NOW.subtract(minutes=15), "break")
    for moved in (on(resting), back(resting)):
        assert not moved.on_break
        assert moved.breaks[0].ended_at == NOW


def test_going_back_to_the_preparation_leaves_when_it_first_started() -> None:
    meeting = a_meeting()
    prepared = back(meeting)
    assert open_turn(prepared.turns) is None
    assert on(prepared).started_at == meeting.started_at


def test_what_is_closed_stays_closed() -> None:
    meeting = a_meeting(Phase.FOLLOW_UP)
    for move in (on, back):
        with pytest.raises(WrongPhase):
            move(meeting)


def test_the_review_is_four_weeks_on() -> None:
    assert proposed_review_date(TODAY) == Date(2026, 12, 21)


def drafted(due: Date | None, typed: str) -> Meeting:
    meeting = with_agreements(a_meeting(Phase.CLOSING))
    action = meeting.action_for(idea_id(1))
    assert action is not None
    return meeting.with_action(replace(action, due=due, due_typed=typed))


@pytest.mark.parametrize(
    ("due", "typed", "days_on", "kept_due", "kept_typed"),
    [
        (TODAY.add(weeks=2), "+2w", 0, TODAY.add(weeks=2), "+2w"),
        (TODAY.add(weeks=2), "+2w", 3, TODAY.add(weeks=2), "2026-12-07"),
        (TODAY.add(weeks=2), "7 dec", 3, TODAY.add(weeks=2), "7 dec"),
        (TODAY.add(weeks=2), "7 dec", 15, None, "2026-12-07"),
        (TODAY, "vandaag", 0, TODAY, "vandaag"),
        (TODAY, "vandaag", 1, None, "2026-11-23"),
        (None, "7 decem of zo", 15, None, "7 decem of zo"),
    ],
)
def test_a_date_stays_what_was_understood_and_is_open_again_once_it_has_passed(
    due: Date | None, typed: str, days_on: int, kept_due: Date | None, kept_typed: str
) -> None:
    today = TODAY.add(days=days_on)
    kept = with_dates_kept(drafted(due, typed), today=today)
    action = kept.action_for(idea_id(1))
    assert action is not None
    assert (action.due, action.due_typed) == (kept_due, kept_typed)
    assert (Gap(GapKind.DUE, idea_id(1), 1) in gaps(kept)) is (kept_due is None)
    assert with_dates_kept(kept, today=today) == kept


def test_a_meeting_is_not_closed_on_a_date_that_has_passed() -> None:
    meeting = drafted(TODAY, "vandaag")
    assert on(meeting).phase is Phase.FOLLOW_UP
    with pytest.raises(ClosingGaps) as refused:
        moved_on(meeting, now=NOW.add(days=1), turn_id="new turn")
    assert refused.value.gaps == (Gap(GapKind.DUE, idea_id(1), 1),)


@pytest.mark.parametrize(
    ("review", "typed", "days_on", "kept_review", "kept_typed"),
    [
        (Date(2026, 12, 21), "", 1, Date(2026, 12, 21), ""),
        (Date(2026, 12, 21), "+4w", 1, Date(2026, 12, 21), "2026-12-21"),
        (Date(2026, 12, 21), "+4w", 40, Date(2027, 1, 30), ""),
        (None, "", 1, None, ""),
        (None, "ooit", 1, None, "ooit"),
    ],
)
def test_a_review_date_stays_too_and_is_proposed_anew_once_it_has_passed(
    review: Date | None, typed: str, days_on: int, kept_review: Date | None, kept_typed: str
) -> None:
    meeting = replace(a_meeting(Phase.CLOSING), review_date=review, review_typed=typed)
    kept = with_dates_kept(meeting, today=TODAY.add(days=days_on))
    assert (kept.review_date, kept.review_typed) == (kept_review, kept_typed)


def test_on_coming_to_the_closing_a_review_date_is_proposed_where_there_is_none() -> None:
    meeting = replace(a_meeting(Phase.SELECTION), review_date=None)
    assert on(meeting).review_date == Date(2026, 12, 21)
    assert on(replace(meeting, review_typed="ooit")).review_date is None
