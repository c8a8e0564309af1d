"""The same meeting from two files becomes one: nothing that was filled in is lost.

By id. A meeting that was closed goes before one that was not; then the version that was changed
later wins, and every value of the other that is not in it is laid aside. Ideas, participants,
agreements, reviews and every line of a history are united. The plan of the meeting (time-boxes,
room checks), the talk meter, a round of dots and a silent round that go on belong to one room, and
come whole from the version that wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Protocol, TypeVar
from uuid import NAMESPACE_URL, uuid5

from pendulum import DateTime

from socinno_tui.domain.action import ActionItem, Update
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.review import Review
from socinno_tui.domain.topic import MOST_TOPICS, Topic
from socinno_tui.domain.typed_values import TypedValue, typed_values


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Part = TypeVar("Part", bound=_Identified)


def merged_meeting(ours: Meeting, theirs: Meeting, now: DateTime) -> Meeting:
    """Give the meeting as it is with both versions in it; ours itself where theirs adds nothing.

    The numbers of our ideas stay. What lost is laid aside, dated `now`.
    """
    winner, loser = (theirs, ours) if _goes_before(theirs, ours) else (ours, theirs)
    if winner.phase is Phase.FOLLOW_UP:
        merged = replace(winner, actions=_with_histories(winner.actions, loser.actions))
    else:
        merged = _with_all_ideas(winner, loser, ours)
    merged = replace(
        merged,
        participants=_united(winner.participants, loser.participants),
        reviews=_united_reviews(ours.reviews, theirs.reviews),
        # Not the later of both: a third file that was closed would lose or win by the order.
        changed_at=last_change(winner),
    )
    merged = replace(merged, laid_aside=_laid_aside(ours, theirs, merged, now))
    unchanged = replace(merged, changed_at=ours.changed_at) == ours
    return ours if unchanged else merged


def last_change(meeting: Meeting) -> DateTime:
    """Give when a meeting was last changed; of an older file the last moment it tells of."""
    if meeting.changed_at is not None:
        return meeting.changed_at
    told = (meeting.created_at, meeting.started_at, meeting.closed_at, meeting.agenda.since)
    offered = (idea.offered_at for idea in meeting.ideas)
    return max(moment for moment in (*told, *offered) if moment is not None)


def _goes_before(theirs: Meeting, ours: Meeting) -> bool:
    yours, mine = _rank(theirs), _rank(ours)
    if yours != mine:
        return yours > mine
    # Two versions of the same instant: the same one in either file, and still after they are
    # merged. So only that counts in which they differ, and of parts that both have.
    shared = {found.part_id for found in typed_values(theirs)}
    shared &= {found.part_id for found in typed_values(ours)}
    told, said = _told(theirs, shared), _told(ours, shared)
    return sorted(told - said) > sorted(said - told)


def _rank(meeting: Meeting) -> tuple[bool, DateTime]:
    return (meeting.phase is Phase.FOLLOW_UP, last_change(meeting))


def _told(meeting: Meeting, parts: set[str]) -> set[tuple[str, str, str]]:
    return {(*one.place, one.value) for one in typed_values(meeting) if one.part_id in parts}


# Parts


def _united(winners: Sequence[Part], losers: Sequence[Part]) -> tuple[Part, ...]:
    known = {part.id for part in winners}
    return (*winners, *(part for part in losers if part.id not in known))


def _with_all_ideas(winner: Meeting, loser: Meeting, ours: Meeting) -> Meeting:
    """Unite the ideas of two versions of a meeting that is not closed, and what they refer to."""
    ideas = _united(winner.ideas, loser.ideas)
    topics = _topics_for(ideas, winner, loser)
    there = {topic.id for topic in topics}
    placed = tuple(
        idea if idea.topic_id in there else replace(idea, topic_id=winner.topic.id)
        for idea in ideas
    )
    numbered, last = _numbered(placed, ours)
    return replace(
        winner,
        topics=topics,
        ideas=_led(numbered),
        last_number=last,
        actions=_one_an_idea(_united(winner.actions, loser.actions)),
    )


def _topics_for(ideas: Iterable[Idea], winner: Meeting, loser: Meeting) -> tuple[Topic, ...]:
    """Give the winner's topics, and those that ideas of the other need, as many as there may be."""
    needed = {idea.topic_id for idea in ideas}
    known = {topic.id for topic in winner.topics}
    others = [topic for topic in loser.topics if topic.id in needed - known]
    return (*winner.topics, *others)[: max(MOST_TOPICS, len(winner.topics))]


def _numbered(ideas: Sequence[Idea], ours: Meeting) -> tuple[tuple[Idea, ...], int]:
    """Give the ideas in order of number, and the last number given: ours keep theirs, another
    takes one that is free. What theirs numbered ours does not count, or each would raise the other.
    """
    numbers = {idea.id: idea.number for idea in ours.ideas}
    taken = set(numbers.values())
    new = [idea.number for idea in ideas if idea.id not in numbers]
    last = max((ours.last_number, *new))
    given: list[Idea] = []
    for idea in sorted(ideas, key=lambda idea: (idea.number, idea.id)):
        number = numbers.get(idea.id, 0)
        if not number:
            number = idea.number if idea.number not in taken else last + 1
            last = max(last, number)
            taken.add(number)
        given.append(idea if idea.number == number else replace(idea, number=number))
    return tuple(sorted(given, key=lambda idea: idea.number)), last


def _led(ideas: tuple[Idea, ...]) -> tuple[Idea, ...]:
    """Give the ideas each merged under one that leads, however they were merged in two files."""
    lead_of = {idea.id: idea.merged_into for idea in ideas}

    def lead(idea: Idea) -> str | None:
        found, seen = idea.merged_into, {idea.id}
        while found is not None and lead_of.get(found) is not None and found not in seen:
            seen.add(found)
            found = lead_of[found]
        return found if found in lead_of and found != idea.id else None

    return tuple(replace(idea, merged_into=lead(idea)) for idea in ideas)


def _one_an_idea(actions: Iterable[ActionItem]) -> tuple[ActionItem, ...]:
    """Give at most one action an idea: the first, which is the winner's."""
    first = {action.idea_id: action for action in reversed(tuple(actions))}
    return tuple(action for action in actions if first[action.idea_id] is action)


def _with_histories(
    winners: Sequence[ActionItem], losers: Sequence[ActionItem]
) -> tuple[ActionItem, ...]:
    others = {action.id: action.updates for action in losers}
    return tuple(
        replace(action, updates=united_history(action.updates, others.get(action.id, ())))
        for action in winners
    )


def united_history(ours: Sequence[Update], theirs: Sequence[Update]) -> tuple[Update, ...]:
    """Give every line of both histories, in the order of time: so the newer answer counts.

    A line stays behind those that stand before it in either history, whatever its clock said: so
    two computers whose clocks differ come to the same order, whichever takes in the other first.
    """
    known, other = {line.id for line in ours}, {line.id for line in theirs}
    if other <= known:
        return tuple(ours)
    if known <= other:
        return tuple(theirs)
    lines = {line.id: line for line in (*theirs, *ours)}
    behind: dict[str, set[str]] = {line: set() for line in lines}
    for history in (ours, theirs):
        for before, after in pairwise(history):
            behind[before.id].add(after.id)
    waiting = Counter(line for found in behind.values() for line in found)
    free = [(line.at, line.id) for line in lines.values() if not waiting[line.id]]
    heapify(free)
    united: list[Update] = []
    while free:
        _at, first = heappop(free)
        united.append(lines.pop(first))
        for line_id in behind[first]:
            waiting[line_id] -= 1
            if not waiting[line_id]:
                heappush(free, (lines[line_id].at, line_id))
    # What two histories tell in contradictory order is never free: there time alone decides.
    return (*united, *sorted(lines.values(), key=lambda line: (line.at, line.id)))


def _united_reviews(ours: Sequence[Review], theirs: Sequence[Review]) -> tuple[Review, ...]:
    found: dict[str, Review] = {}
    for review in (*ours, *theirs):
        known = found.get(review.id)
        found[review.id] = review if known is None else max(known, review, key=_how_far)
    return _in_order(found.values(), lambda review: (review.started_at, review.id))


def _how_far(review: Review) -> tuple[bool, DateTime, str]:
    return (review.ended_at is not None, review.ended_at or review.started_at, str(review))


# What lost


def _laid_aside(
    ours: Meeting, theirs: Meeting, merged: Meeting, now: DateTime
) -> tuple[LaidAside, ...]:
    kept = {found.place: found.value for found in typed_values(merged)}
    lost = (
        _lost(merged.id, found, now)
        for version in (ours, theirs)
        for found in typed_values(version)
        if kept.get(found.place) != found.value
    )
    by_id: dict[str, LaidAside] = {}
    for aside in (*ours.laid_aside, *theirs.laid_aside, *lost):
        by_id.setdefault(aside.id, aside)
    return _in_order(by_id.values(), lambda aside: (aside.at, aside.id))


def _lost(meeting_id: str, found: TypedValue, now: DateTime) -> LaidAside:
    told = "\n".join((meeting_id, *found.place, found.value))
    return LaidAside(str(uuid5(NAMESPACE_URL, told)), now, found.of, found.name, found.value)


Value = TypeVar("Value")


def _in_order(
    values: Iterable[Value], key: Callable[[Value], tuple[DateTime, str]]
) -> tuple[Value, ...]:
    return tuple(sorted(values, key=key))
