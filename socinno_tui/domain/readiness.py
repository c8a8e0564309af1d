"""What a prepared meeting still lacks, per section of the seven tips."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.question_coach import QuestionRemark


class Section(Enum):
    """The parts of the preparation: what, where and when, and then the article's seven tips."""

    MEETING = 0
    TOPICS = 1
    QUESTION = 2
    PARTICIPANTS = 3
    GOAL = 4
    ROOM = 5
    TALK = 6
    FOLLOW_UP = 7


class SectionState(Enum):
    """Whether a section is done, wants attention, or is still empty."""

    DONE = "done"
    ATTENTION = "attention"
    EMPTY = "empty"


class AttentionKind(Enum):
    """What a section still wants."""

    QUESTION_MISSING = "question missing"
    GOAL_MISSING = "goal missing"
    QUESTION_REMARKS = "question remarks"
    NO_TITLE = "no title"
    NO_MOMENT = "no moment"
    NO_PLACE = "no place"
    NO_FORMAT = "no format"
    TOPIC_UNNAMED = "topic unnamed"
    NOBODY_INVITED = "nobody invited"
    NOBODY_COMING = "nobody coming"
    ROOM_UNCHECKED = "room unchecked"
    LIMIT_NOT_AGREED = "limit not agreed"
    NO_REVIEW_DATE = "no review date"


OBSTACLES = frozenset({AttentionKind.QUESTION_MISSING, AttentionKind.GOAL_MISSING})
"""What a meeting does not start without."""

_SECTION_OF = {
    AttentionKind.QUESTION_MISSING: Section.QUESTION,
    AttentionKind.QUESTION_REMARKS: Section.QUESTION,
    AttentionKind.GOAL_MISSING: Section.GOAL,
    AttentionKind.NO_TITLE: Section.MEETING,
    AttentionKind.NO_MOMENT: Section.MEETING,
    AttentionKind.NO_PLACE: Section.MEETING,
    AttentionKind.NO_FORMAT: Section.MEETING,
    AttentionKind.TOPIC_UNNAMED: Section.TOPICS,
    AttentionKind.NOBODY_INVITED: Section.PARTICIPANTS,
    AttentionKind.NOBODY_COMING: Section.PARTICIPANTS,
    AttentionKind.ROOM_UNCHECKED: Section.ROOM,
    AttentionKind.LIMIT_NOT_AGREED: Section.TALK,
    AttentionKind.NO_REVIEW_DATE: Section.FOLLOW_UP,
}


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that still wants attention; `topic` counts from 1, 0 where none is meant."""

    kind: AttentionKind
    topic: int = 0
    count: int = 0

    @property
    def section(self) -> Section:
        """Where it can be mended."""
        return _SECTION_OF[self.kind]


def attention_points(meeting: Meeting) -> tuple[Attention, ...]:
    """Give all that still wants attention, in the order of the sections."""
    found = (
        *_about_the_meeting(meeting),
        *_about_the_topics(meeting),
        *_about_the_people(meeting),
        *_about_the_rest(meeting),
    )
    return tuple(sorted(found, key=lambda attention: attention.section.value))


def obstacles(meeting: Meeting) -> tuple[Attention, ...]:
    """Give what keeps the meeting from starting: a question or the goal that is missing."""
    return tuple(point for point in attention_points(meeting) if point.kind in OBSTACLES)


def section_states(meeting: Meeting) -> dict[Section, SectionState]:
    """Give the state of each section of the preparation."""
    wanting = {point.section for point in attention_points(meeting)}
    empty = _empty_sections(meeting)
    return {
        section: SectionState.EMPTY
        if section in empty
        else SectionState.ATTENTION
        if section in wanting
        else SectionState.DONE
        for section in Section
    }


def _about_the_meeting(meeting: Meeting) -> list[Attention]:
    missing = (
        (AttentionKind.NO_TITLE, not meeting.title),
        (AttentionKind.NO_MOMENT, meeting.starts_at is None),
        (AttentionKind.NO_PLACE, not meeting.place),
        (AttentionKind.NO_FORMAT, not meeting.agenda.boxes),
    )
    return [Attention(kind) for kind, is_missing in missing if is_missing]


def _about_the_topics(meeting: Meeting) -> list[Attention]:
    found: list[Attention] = []
    for place, topic in enumerate(meeting.topics, 1):
        if not topic.name and len(meeting.topics) > 1:
            found.append(Attention(AttentionKind.TOPIC_UNNAMED, place))
        remarks = topic.remarks
        if QuestionRemark.EMPTY in remarks:
            found.append(Attention(AttentionKind.QUESTION_MISSING, place))
        elif remarks:
            found.append(Attention(AttentionKind.QUESTION_REMARKS, place, len(remarks)))
    return found


def _about_the_people(meeting: Meeting) -> list[Attention]:
    invited = [one for one in meeting.participants if one.role is Role.EMPLOYEE]
    if not invited:
        return [Attention(AttentionKind.NOBODY_INVITED)]
    if all(one.attendance is not Attendance.COMING for one in invited):
        return [Attention(AttentionKind.NOBODY_COMING)]
    return []


def _about_the_rest(meeting: Meeting) -> list[Attention]:
    found: list[Attention] = []
    if not meeting.goal.sentence:
        found.append(Attention(AttentionKind.GOAL_MISSING))
    unchecked = sum(not check.done for check in meeting.room_checks)
    if unchecked or not meeting.room_checks:
        found.append(Attention(AttentionKind.ROOM_UNCHECKED, count=unchecked))
    if meeting.limit_minutes is None:
        found.append(Attention(AttentionKind.LIMIT_NOT_AGREED))
    if meeting.review_date is None:
        found.append(Attention(AttentionKind.NO_REVIEW_DATE))
    return found


def _empty_sections(meeting: Meeting) -> frozenset[Section]:
    is_empty = {
        Section.MEETING: not (meeting.title or meeting.place or meeting.starts_at),
        Section.TOPICS: not any(topic.name or topic.question for topic in meeting.topics),
        Section.QUESTION: not any(topic.question for topic in meeting.topics),
        Section.PARTICIPANTS: not meeting.participants,
        Section.GOAL: not meeting.goal.sentence,
        Section.ROOM: not any(check.done for check in meeting.room_checks),
    }
    return frozenset(section for section, empty in is_empty.items() if empty)
