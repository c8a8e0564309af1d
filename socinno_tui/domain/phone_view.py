"""What a phone may see of a meeting, and nothing that it may not: no participants, no owners, no
dates, nothing that waits to be read, and no count before it is opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from socinno_tui.domain.idea import Cluster, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import is_written_in
from socinno_tui.domain.topic import Topic


class PhoneMoment(Enum):
    """What one does with a phone now."""

    WAITING = "waiting"
    WRITING = "writing"
    COLLECTING = "collecting"
    CHOOSING = "choosing"
    DOTS = "dots"
    CLOSING = "closing"
    CLOSED = "closed"


TAKES_IDEAS = frozenset({PhoneMoment.WRITING, PhoneMoment.COLLECTING})
"""When the page has a field to write in."""


@dataclass(frozen=True, slots=True)
class IdeaInView:
    """An idea as the room reads it, with what is merged under it: `ids` are those of all of them,
    its own first.

    `dots` is None while they are counted, and nought where none were given.
    """

    id: str
    number: int
    text: str
    merged: tuple[str, ...] = ()
    dots: int | None = 0
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DotsInView:
    """The round of dots that is on: how many each gives, and who does."""

    round_id: str
    dots_each: int
    stacked: bool
    managers_too: bool


@dataclass(frozen=True, slots=True)
class TopicInRecap:
    """What became of one topic, without who does what and when: that is on the room's screen."""

    question: str
    conclusion: str
    chosen: tuple[IdeaInView, ...]
    later: tuple[IdeaInView, ...]


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What all phones see of a meeting now."""

    moment: PhoneMoment
    topic_id: str = ""
    question: str = ""
    inside: str = ""
    outside: str = ""
    limits: str = ""
    on_break: bool = False
    ideas: tuple[IdeaInView, ...] = ()
    dots: DotsInView | None = None
    recap: tuple[TopicInRecap, ...] = ()
    count: int = 0


def phone_view(meeting: Meeting) -> PhoneView:
    """Give what a phone sees. `count` is how many ideas there are in all."""
    moment = _moment(meeting)
    if moment is PhoneMoment.WAITING:
        return PhoneView(moment)
    if moment is PhoneMoment.CLOSED:
        return PhoneView(moment, recap=tuple(_recap(meeting, topic) for topic in meeting.topics))
    begun = meeting.dot_round
    topic = meeting.topic
    if begun is not None and moment is PhoneMoment.DOTS:
        topic = next((one for one in meeting.topics if one.id == begun.topic_id), topic)
    shows_ideas = moment in {PhoneMoment.CHOOSING, PhoneMoment.DOTS}
    return PhoneView(
        moment,
        topic_id=topic.id,
        question=topic.question,
        inside=topic.frame.inside,
        outside=topic.frame.outside,
        limits=topic.frame.limits,
        on_break=meeting.on_break,
        ideas=tuple(
            _in_view(cluster, counted=begun is None) for cluster in meeting.clusters_of(topic.id)
        )
        if shows_ideas
        else (),
        dots=None
        if begun is None or moment is not PhoneMoment.DOTS
        else DotsInView(begun.id, begun.dots_each, begun.stacked, begun.managers_too),
        count=len(meeting.ideas),
    )


def _moment(meeting: Meeting) -> PhoneMoment:
    if meeting.phase is Phase.IDEATION:
        return PhoneMoment.WRITING if is_written_in(meeting) else PhoneMoment.COLLECTING
    if meeting.phase is Phase.SELECTION:
        return PhoneMoment.CHOOSING if meeting.dot_round is None else PhoneMoment.DOTS
    return {
        Phase.PREPARATION: PhoneMoment.WAITING,
        Phase.CLOSING: PhoneMoment.CLOSING,
        Phase.FOLLOW_UP: PhoneMoment.CLOSED,
    }[meeting.phase]


def _in_view(cluster: Cluster, *, counted: bool = True) -> IdeaInView:
    lead = cluster.lead
    return IdeaInView(
        lead.id,
        lead.number,
        lead.text,
        tuple(member.text for member in cluster.members),
        cluster.dots if counted else None,
        (lead.id, *(member.id for member in cluster.members)),
    )


def _recap(meeting: Meeting, topic: Topic) -> TopicInRecap:
    found = meeting.clusters_of(topic.id)

    def judged(kind: VerdictKind) -> tuple[IdeaInView, ...]:
        verdicts = ((one, one.lead.verdict) for one in found)
        return tuple(_in_view(one) for one, said in verdicts if said and said.kind is kind)

    return TopicInRecap(
        topic.question, topic.conclusion, judged(VerdictKind.SELECTED), judged(VerdictKind.LATER)
    )
