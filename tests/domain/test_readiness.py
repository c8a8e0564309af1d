from dataclasses import replace

import pytest

from socinno_tui.domain.agenda import Agenda
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, Role, RoomCheck
from socinno_tui.domain.readiness import (
    Attention,
    AttentionKind,
    Section,
    SectionState,
    attention_points,
    obstacles,
    section_states,
)
from socinno_tui.domain.topic import Frame, Topic
from tests.meetings import STARTS_AT, ZONE, a_prepared_meeting, a_topic, people

READY = a_prepared_meeting()
BEGUN = Meeting(
    "new", "", ZONE, STARTS_AT, (Topic("topic"),), room_checks=(RoomCheck("1", "Stil"),)
)


def test_a_prepared_meeting_wants_nothing_any_more() -> None:
    assert attention_points(READY) == ()
    assert set(section_states(READY).values()) == {SectionState.DONE}


def test_a_meeting_just_begun_wants_everything_in_the_order_of_the_sections() -> None:
    kinds = [point.kind for point in attention_points(BEGUN)]
    assert kinds == [
        AttentionKind.NO_TITLE,
        AttentionKind.NO_MOMENT,
        AttentionKind.NO_PLACE,
        AttentionKind.NO_FORMAT,
        AttentionKind.QUESTION_MISSING,
        AttentionKind.NOBODY_INVITED,
        AttentionKind.GOAL_MISSING,
        AttentionKind.ROOM_UNCHECKED,
        AttentionKind.LIMIT_NOT_AGREED,
        AttentionKind.NO_REVIEW_DATE,
    ]


def test_only_question_and_goal_keep_a_meeting_from_starting() -> None:
    assert [point.kind for point in obstacles(BEGUN)] == [
        AttentionKind.QUESTION_MISSING,
        AttentionKind.GOAL_MISSING,
    ]
    asked = replace(BEGUN, topics=(a_topic(),), goal=Goal("drie ideeën"))
    assert obstacles(asked) == ()


def test_a_section_is_empty_before_anything_is_filled_in() -> None:
    states = section_states(BEGUN)
    empty = {section for section, state in states.items() if state is SectionState.EMPTY}
    assert empty == set(Section) - {Section.TALK, Section.FOLLOW_UP}


def test_a_section_half_done_wants_attention() -> None:
    meeting = replace(READY, place="")
    assert section_states(meeting)[Section.MEETING] is SectionState.ATTENTION


@pytest.mark.parametrize(
    ("changed", "point"),
    [
        (replace(READY, title=""), Attention(AttentionKind.NO_TITLE)),
        (replace(READY, starts_at=None), Attention(AttentionKind.NO_MOMENT)),
        (replace(READY, place=""), Attention(AttentionKind.NO_PLACE)),
        (replace(READY, agenda=Agenda()), Attention(AttentionKind.NO_FORMAT)),
        (replace(READY, goal=Goal()), Attention(AttentionKind.GOAL_MISSING)),
        (replace(READY, limit_minutes=None), Attention(AttentionKind.LIMIT_NOT_AGREED)),
        (replace(READY, review_date=None), Attention(AttentionKind.NO_REVIEW_DATE)),
        (replace(READY, participants=people()[6:8]), Attention(AttentionKind.NOBODY_INVITED)),
        (replace(READY, participants=people()[6:]), Attention(AttentionKind.NOBODY_COMING)),
        (replace(READY, room_checks=()), Attention(AttentionKind.ROOM_UNCHECKED)),
        (
            replace(READY, room_checks=(*READY.room_checks, RoomCheck("new", "Koffie"))),
            Attention(AttentionKind.ROOM_UNCHECKED, count=1),
        ),
    ],
)
def test_each_lack_is_one_point(changed: Meeting, point: Attention) -> None:
    assert attention_points(changed) == (point,)
    assert section_states(changed)[point.section] is not SectionState.DONE


def test_every_kind_has_a_section_to_mend_it_in() -> None:
    assert {Attention(kind).section for kind in AttentionKind} == set(Section)


def test_a_topic_is_named_once_there_are_more() -> None:
    nameless = replace(a_topic(), name="")
    assert attention_points(a_prepared_meeting(nameless)) == ()
    other = a_topic("De post")
    assert attention_points(a_prepared_meeting(other, nameless)) == (
        Attention(AttentionKind.TOPIC_UNNAMED, 2),
    )


def test_remarks_on_the_question_count_until_overruled() -> None:
    unbounded = replace(a_topic(), frame=Frame())
    (point,) = attention_points(a_prepared_meeting(unbounded))
    assert point == Attention(AttentionKind.QUESTION_REMARKS, 1, 1)
    overruled = replace(unbounded, overruled=frozenset(unbounded.remarks))
    assert attention_points(a_prepared_meeting(overruled)) == ()


@pytest.mark.parametrize("question", ["", "???"])
def test_an_empty_question_is_one_point_and_cannot_be_overruled(question: str) -> None:
    empty = replace(a_topic(), question=question)
    overruled = replace(empty, overruled=frozenset(empty.remarks))
    for topic in (empty, overruled):
        assert attention_points(a_prepared_meeting(topic, a_topic("De post"))) == (
            Attention(AttentionKind.QUESTION_MISSING, 1),
        )


def test_a_manager_who_comes_is_no_employee_who_comes() -> None:
    manager, *others = (
        replace(
            one, attendance=Attendance.COMING if one.role is Role.MANAGER else Attendance.INVITED
        )
        for one in sorted(people(), key=lambda one: one.role is not Role.MANAGER)
    )
    meeting = replace(READY, participants=(manager, *others))
    assert attention_points(meeting) == (Attention(AttentionKind.NOBODY_COMING),)
