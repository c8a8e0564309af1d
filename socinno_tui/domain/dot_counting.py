"""A meeting with a round of dots: begun, counted idea by idea, opened at once or stopped.

What happens to the ideas meanwhile: a count goes with its idea, also when that is merged, split
off or taken away; a new idea, and one that was counted only as a part of another, is not counted
yet. What is worded anew keeps its count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from socinno_tui.domain.clock_time import NotAWholeNumber
from socinno_tui.domain.dot_round import (
    MOST_EACH,
    MOST_PEOPLE,
    DotRound,
    DotRoundOn,
    NoDotRound,
    NotAllCounted,
    NothingToCount,
)
from socinno_tui.domain.idea import Cluster, IdeaGone
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase, WrongPhase

NO_DOTS: Final[Mapping[str, int]] = MappingProxyType({})


def voters(meeting: Meeting, *, managers: bool = False) -> int:
    """How many people give dots: the employees who come, and the managers where they do too.

    The facilitator gives none. Where nobody noted who comes, all but those who said not to count.
    """
    not_declined = tuple(
        one for one in meeting.participants if one.attendance is not Attendance.NOT_COMING
    )
    roles = {Role.EMPLOYEE, Role.MANAGER} if managers else {Role.EMPLOYEE}
    return sum(one.role in roles for one in meeting.coming or not_declined)


def with_dot_round(meeting: Meeting, begun: DotRound) -> Meeting:
    """Begin a round. Raises WrongPhase unless the room chooses, DotRoundOn, NothingToCount,
    NotAWholeNumber.
    """
    if meeting.phase is not Phase.SELECTION:
        raise WrongPhase(meeting.phase)
    if meeting.dot_round is not None:
        raise DotRoundOn
    if not meeting.clusters_of(begun.topic_id):
        raise NothingToCount
    for number, most in ((begun.people, MOST_PEOPLE), (begun.dots_each, MOST_EACH)):
        if not 1 <= number <= most:
            raise NotAWholeNumber(str(number), most)
    return replace(meeting, dot_round=begun)


def in_round(meeting: Meeting) -> tuple[Cluster, ...]:
    """Give the ideas that the round is about, in order of number; none without a round."""
    begun = meeting.dot_round
    return () if begun is None else meeting.clusters_of(begun.topic_id)


def ids_in_round(meeting: Meeting) -> frozenset[str]:
    """Give the ids of the ideas that the round is about, merged ones too."""
    return frozenset(
        idea.id for cluster in in_round(meeting) for idea in (cluster.lead, *cluster.members)
    )


def not_counted(meeting: Meeting) -> tuple[Cluster, ...]:
    """Give the ideas of the round that have no count yet."""
    begun = meeting.dot_round
    if begun is None:
        return ()
    return tuple(one for one in in_round(meeting) if begun.count_of(one) is None)


def with_counted(meeting: Meeting, idea_id: str, hands: int | None) -> Meeting:
    """Count an idea, again if need be; None lets it be not counted yet.

    Raises WrongPhase, NoDotRound, IdeaGone, TooManyOnOne, TooManyDots.
    """
    _where_ideas_come_in(meeting)
    begun = _on(meeting)
    meant = next((one for one in in_round(meeting) if one.lead.id == idea_id), None)
    if meant is None:
        raise IdeaGone
    if hands is None:
        return replace(meeting, dot_round=begun.without_count(meant))
    others = (one for one in in_round(meeting) if one.lead.id != idea_id)
    return replace(meeting, dot_round=begun.with_count(meant, hands, others))


def with_rest_at_nought(meeting: Meeting) -> Meeting:
    """Count every idea not counted yet as without any dot. Raises WrongPhase, NoDotRound."""
    _where_ideas_come_in(meeting)
    return replace(meeting, dot_round=_on(meeting).with_nought(not_counted(meeting)))


def may_open(meeting: Meeting, *, by_phone: bool) -> bool:
    """Whether the dots can be opened: all hands are counted, or none where phones gave dots."""
    begun = meeting.dot_round
    if begun is None or not in_round(meeting):
        return False
    return not not_counted(meeting) or (by_phone and not begun.counts)


def with_dots_opened(meeting: Meeting, by_phone: Mapping[str, int] = NO_DOTS) -> Meeting:
    """Give every idea the dots that were counted for it, in the place of those it had before:
    the raised hands and what phones gave together, `by_phone` the latter by the id of the idea.

    A second round is a new vote of the same room: its dots on top of the first ones would be more
    than there were to give. Raises WrongPhase, NoDotRound, NotAllCounted.
    """
    _where_ideas_come_in(meeting)
    begun = _on(meeting)
    missing = not_counted(meeting)
    clusters = in_round(meeting)
    given = any(by_phone.get(idea_id) for idea_id in ids_in_round(meeting))
    if missing and not may_open(meeting, by_phone=given):
        raise NotAllCounted(tuple(one.lead.number for one in missing))
    hands = begun.each_counted(clusters)
    counted = {
        idea.id: hands.get(idea.id, 0) + by_phone.get(idea.id, 0)
        for cluster in clusters
        for idea in (cluster.lead, *cluster.members)
    }
    ideas = tuple(
        replace(idea, dots=counted[idea.id])
        if counted.get(idea.id, idea.dots) != idea.dots
        else idea
        for idea in meeting.ideas
    )
    return replace(meeting, ideas=ideas, dot_round=None)


def without_dot_round(meeting: Meeting) -> Meeting:
    """Stop the round and forget what was counted. Raises NoDotRound."""
    _on(meeting)
    return replace(meeting, dot_round=None)


def _on(meeting: Meeting) -> DotRound:
    if meeting.dot_round is None:
        raise NoDotRound
    return meeting.dot_round


def _where_ideas_come_in(meeting: Meeting) -> None:
    # The room may have gone back to collecting ideas in the middle of a round.
    if meeting.phase not in OPEN_FOR_IDEAS:
        raise WrongPhase(meeting.phase)
