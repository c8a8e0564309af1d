"""A round of dots: who gives how many, and what was counted for each idea, hidden until opened.

Somebody counts raised hands at one laptop. What phones give is kept apart from them, a ballot
each, and is added to the hands when the dots are opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.idea import MOST_DOTS, Cluster

FEW_IDEAS: Final = 12
SOME_IDEAS: Final = 20

MOST_PEOPLE: Final = MOST_DOTS
MOST_EACH: Final = 20
"""Beyond these it is a slip of the finger."""


class DotRoundOn(RuleBroken):
    """Dots are being counted: until they are opened, or the round is stopped, this has to wait."""


class NoDotRound(RuleBroken):
    """No dots are being counted now."""


class NothingToCount(RuleBroken):
    """There is no idea on the topic that could get a dot."""


class NotAllCounted(RuleBroken):
    """Some ideas are not counted yet; `numbers` are theirs."""

    def __init__(self, numbers: tuple[int, ...]) -> None:
        super().__init__(numbers)
        self.numbers = numbers


class TooManyDots(RuleBroken):
    """So many people do not have as many dots as would be counted in all."""

    def __init__(self, people: int, dots_each: int, total: int) -> None:
        super().__init__(people, dots_each, total)
        self.people = people
        self.dots_each = dots_each
        self.total = total


class TooManyOnOne(RuleBroken):
    """So many people cannot give one idea as many dots, each at most one."""

    def __init__(self, people: int, dots: int) -> None:
        super().__init__(people, dots)
        self.people = people
        self.dots = dots


def proposed_dots(ideas: int) -> int:
    """Propose how many dots each person gives, from the number of ideas (groups count as one).

    Three up to 12 ideas, four up to 20, five above: facilitators' practice, not evidence.
    """
    if ideas <= FEW_IDEAS:
        return 3
    return 4 if ideas <= SOME_IDEAS else 5


@dataclass(frozen=True, slots=True)
class DotCount:
    """What was counted for one idea; `id` is that of the idea, and nobody's.

    `counted_with` is the idea under which it was merged when the two were counted as one: its
    dots are among the other's then, for as long as they are together.
    """

    id: str
    hands: int
    counted_with: str | None = None


@dataclass(frozen=True, slots=True)
class DotRound:
    """One round on one topic. `stacked` lets a person give an idea more than one dot, and
    `managers_too` says that managers give dots as well.

    `counts` stand in the order of the ideas' ids, which tells nothing of who came first.
    """

    id: str
    topic_id: str
    people: int
    dots_each: int
    stacked: bool = True
    counts: tuple[DotCount, ...] = ()
    managers_too: bool = False

    @property
    def dots_in_all(self) -> int:
        """How many dots there are to give."""
        return self.people * self.dots_each

    def count_of(self, cluster: Cluster) -> int | None:
        """Give the dots counted for an idea with all that is merged under it, or None: not yet."""
        return self.counted((cluster,))[cluster.lead.id]

    def counted(self, clusters: Iterable[Cluster]) -> dict[str, int | None]:
        """Give the dots counted for each cluster, by the id of its lead; None is not yet.

        One is counted when all in it are, each by itself or together.
        """
        by_id = {count.id: count for count in self.counts}
        found: dict[str, int | None] = {}
        for cluster in clusters:
            counts = _holding(by_id, cluster)
            is_whole = len(counts) == cluster.size
            found[cluster.lead.id] = sum(count.hands for count in counts) if is_whole else None
        return found

    def each_counted(self, clusters: Iterable[Cluster]) -> dict[str, int]:
        """Give the dots counted for each idea of these clusters, by its own id."""
        by_id = {count.id: count for count in self.counts}
        return {count.id: count.hands for one in clusters for count in _holding(by_id, one)}

    def given(self, clusters: Iterable[Cluster]) -> int:
        """How many dots are counted so far on these ideas."""
        return sum(hands or 0 for hands in self.counted(clusters).values())

    def with_count(self, cluster: Cluster, hands: int, others: Iterable[Cluster]) -> DotRound:
        """Count a cluster, again if need be, `others` being the other ones of the topic.

        Raises TooManyOnOne, TooManyDots.
        """
        if not self.stacked and hands > self.people:
            raise TooManyOnOne(self.people, hands)
        total = self.given(others) + hands
        if total > self.dots_in_all:
            raise TooManyDots(self.people, self.dots_each, total)
        return self._with_counts((*self._without((cluster,)), *_counts(cluster, hands)))

    def with_nought(self, clusters: Iterable[Cluster]) -> DotRound:
        """Count clusters as without any dot."""
        meant = tuple(clusters)
        nought = (count for cluster in meant for count in _counts(cluster, 0))
        return self._with_counts((*self._without(meant), *nought))

    def without_count(self, cluster: Cluster) -> DotRound:
        """Let a cluster be not counted yet."""
        return self._with_counts(self._without((cluster,)))

    def only_for(self, idea_ids: Iterable[str]) -> DotRound:
        """The round without the counts of ideas that are there no more."""
        there = frozenset(idea_ids)
        if all(count.id in there for count in self.counts):
            return self
        return self._with_counts(count for count in self.counts if count.id in there)

    def _without(self, clusters: Iterable[Cluster]) -> tuple[DotCount, ...]:
        ideas = {idea.id for one in clusters for idea in (one.lead, *one.members)}
        return tuple(count for count in self.counts if count.id not in ideas)

    def _with_counts(self, counts: Iterable[DotCount]) -> DotRound:
        return replace(self, counts=tuple(sorted(counts, key=lambda count: count.id)))


def _holding(counts: Mapping[str, DotCount], cluster: Cluster) -> list[DotCount]:
    """Give the counts that hold for the ideas of a cluster as it is now.

    What was counted together with another holds no more once the two are apart.
    """
    together = {cluster.lead.id, *(member.id for member in cluster.members)}
    found = (counts[idea_id] for idea_id in together if idea_id in counts)
    return [count for count in found if (count.counted_with or count.id) in together]


def _counts(cluster: Cluster, hands: int) -> tuple[DotCount, ...]:
    """Count a cluster as one."""
    lead = cluster.lead.id
    members = (DotCount(member.id, 0, counted_with=lead) for member in cluster.members)
    return (DotCount(lead, hands), *members)
