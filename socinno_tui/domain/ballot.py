"""What one phone gives in a round of dots. A ballot knows nothing of the phone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.idea import Cluster


class AllDotsGiven(RuleBroken):
    """All dots are given: one has to be taken back first. `dots_each` is how many there are."""

    def __init__(self, dots_each: int) -> None:
        super().__init__(dots_each)
        self.dots_each = dots_each


class OneDotEach(RuleBroken):
    """In this round an idea gets one dot at most from each person."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """How many dots are on which idea, by its id; never nought."""

    dots: Mapping[str, int] = field(default_factory=dict)

    @property
    def given(self) -> int:
        """How many dots are given."""
        return sum(self.dots.values())

    def left(self, begun: DotRound) -> int:
        """How many dots are left to give."""
        return max(0, begun.dots_each - self.given)

    def on(self, cluster: Cluster) -> int:
        """How many dots are on an idea, those on what was merged under it since included."""
        return self.among(_ids(cluster))

    def among(self, idea_ids: Iterable[str]) -> int:
        """How many dots are on these ideas together."""
        return sum(self.dots.get(idea_id, 0) for idea_id in idea_ids)

    def with_dot(self, cluster: Cluster, begun: DotRound) -> Ballot:
        """Give an idea one dot. Raises AllDotsGiven, OneDotEach."""
        if not begun.stacked and self.on(cluster):
            raise OneDotEach
        if not self.left(begun):
            raise AllDotsGiven(begun.dots_each)
        lead = cluster.lead.id
        return replace(self, dots={**self.dots, lead: self.dots.get(lead, 0) + 1})

    def without_dot(self, cluster: Cluster) -> Ballot:
        """Take one dot back; where there is none, nothing changes."""
        for idea_id in _ids(cluster):
            if here := self.dots.get(idea_id, 0):
                others = {key: count for key, count in self.dots.items() if key != idea_id}
                return replace(self, dots=others if here == 1 else {**others, idea_id: here - 1})
        return self

    def only_for(self, idea_ids: Iterable[str]) -> Ballot:
        """The ballot with the dots on these ideas alone: the others can be given again."""
        there = frozenset(idea_ids)
        return Ballot({key: count for key, count in self.dots.items() if key in there})


def _ids(cluster: Cluster) -> tuple[str, ...]:
    return (cluster.lead.id, *(member.id for member in cluster.members))


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many phones gave dots in a round, and how many they gave together."""

    phones: int = 0
    dots: int = 0
