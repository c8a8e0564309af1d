"""Ideas, what was merged under them, their dots and what becomes of them.

An idea has no author anywhere, by design.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from pendulum import DateTime

from socinno_tui.domain.errors import RuleBroken

IDEA_LIMIT = 500
"""The longest idea, in characters."""


class VerdictKind(Enum):
    """What becomes of an idea."""

    SELECTED = "selected"
    LATER = "later"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of an idea, and why."""

    kind: VerdictKind
    reason: str = ""


class ReasonMissing(RuleBroken):
    """A no needs a reason: the room gave its idea, and gets an answer."""


class NothingToMerge(RuleBroken):
    """Merging takes two ideas at least."""


class NotMerged(RuleBroken):
    """There is nothing merged under this idea to split off."""


class DotsOutOfRange(RuleBroken):
    """The number of raised hands is more than a room holds, or less than what was merged brings."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)
        self.least = least
        self.most = most


class IdeaGone(RuleBroken):
    """The idea meant is not there any more."""


MOST_DOTS = 999
"""More hands than a room holds: beyond this it is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea; `number` is unique in its meeting and never changes.

    `dots` are its own: those of the ideas merged under it come on top, in `Cluster.dots`.
    """

    id: str
    number: int
    topic_id: str
    text: str
    offered_at: DateTime
    dots: int = 0
    merged_into: str | None = None
    verdict: Verdict | None = None

    @property
    def is_selected(self) -> bool:
        """Whether it is to be worked out (for an idea that leads its cluster)."""
        return self.verdict is not None and self.verdict.kind is VerdictKind.SELECTED


@dataclass(frozen=True, slots=True)
class Cluster:
    """An idea with those merged under it; every original stays readable."""

    lead: Idea
    members: tuple[Idea, ...] = ()

    @property
    def dots(self) -> int:
        """The dots of the lead and of all that is merged under it."""
        return self.lead.dots + sum(member.dots for member in self.members)

    @property
    def size(self) -> int:
        """How many ideas it holds, the lead included."""
        return 1 + len(self.members)


def clusters(ideas: Iterable[Idea]) -> tuple[Cluster, ...]:
    """Give every idea that leads, with what is merged under it, in order of number."""
    leads: list[Idea] = []
    members: dict[str, list[Idea]] = {}
    for idea in ideas:
        if idea.merged_into is None:
            leads.append(idea)
        else:
            members.setdefault(idea.merged_into, []).append(idea)
    if not members:
        return tuple(Cluster(lead) for lead in leads)
    return tuple(Cluster(lead, tuple(members.get(lead.id, ()))) for lead in leads)


def idea_in(ideas: Iterable[Idea], idea_id: str) -> Idea:
    """Give the one idea with this id. Raises IdeaGone."""
    for idea in ideas:
        if idea.id == idea_id:
            return idea
    raise IdeaGone


def worded_anew(ideas: tuple[Idea, ...], idea_id: str, text: str) -> tuple[Idea, ...]:
    """Change the text of an idea. Raises IdeaGone."""
    changed = replace(idea_in(ideas, idea_id), text=text)
    return tuple(changed if idea.id == idea_id else idea for idea in ideas)


def merged(ideas: tuple[Idea, ...], lead_id: str, other_ids: frozenset[str]) -> tuple[Idea, ...]:
    """Put the others, and whatever is merged under them, under the lead.

    Texts, dots and verdicts of the others stay their own, so that splitting gives them back.
    What the room selected stays selected: a lead without a verdict takes it over.
    A lead that is itself merged stands for the idea it is under: a cluster is one level deep.
    Raises IdeaGone when the lead is not there, NothingToMerge when nothing would move.
    """
    lead_id = idea_in(ideas, lead_id).merged_into or lead_id
    moving = {
        idea.id
        for idea in ideas
        if idea.id in other_ids and lead_id not in (idea.id, idea.merged_into)
    }
    if not moving:
        raise NothingToMerge
    chosen = any(
        idea.is_selected and idea.merged_into is None for idea in ideas if idea.id in moving
    )
    return tuple(
        replace(idea, merged_into=lead_id)
        if idea.id in moving or idea.merged_into in moving
        else replace(idea, verdict=Verdict(VerdictKind.SELECTED))
        if chosen and idea.id == lead_id and idea.verdict is None
        else idea
        for idea in ideas
    )


def split_off(ideas: tuple[Idea, ...], lead_id: str) -> tuple[Idea, ...]:
    """Let every idea merged under the lead stand on its own again. Raises NotMerged."""
    if all(idea.merged_into != lead_id for idea in ideas):
        raise NotMerged
    return tuple(
        replace(idea, merged_into=None) if idea.merged_into == lead_id else idea for idea in ideas
    )


def taken_away(ideas: tuple[Idea, ...], idea_id: str) -> tuple[Idea, ...]:
    """Take an idea away; what was merged under it stands on its own again. Raises IdeaGone."""
    idea_in(ideas, idea_id)
    return tuple(
        replace(idea, merged_into=None) if idea.merged_into == idea_id else idea
        for idea in ideas
        if idea.id != idea_id
    )


def dotted(ideas: tuple[Idea, ...], idea_id: str, dots: int) -> tuple[Idea, ...]:
    """Set the dots an idea shows, what is merged under it included.

    An idea that leads a cluster shows the sum, so its own dots are what is left after those of
    its members. Raises IdeaGone, DotsOutOfRange.
    """
    lead = idea_in(ideas, idea_id)
    beneath = sum(idea.dots for idea in ideas if idea.merged_into == idea_id)
    most = max(MOST_DOTS, beneath)
    if not beneath <= dots <= most:
        raise DotsOutOfRange(beneath, most)
    changed = replace(lead, dots=dots - beneath)
    return tuple(changed if idea.id == idea_id else idea for idea in ideas)


def judged(
    ideas: tuple[Idea, ...], idea_ids: frozenset[str], verdict: Verdict | None
) -> tuple[Idea, ...]:
    """Say what becomes of ideas, or take that back. Raises ReasonMissing for a bare no."""
    if verdict is not None and verdict.kind is VerdictKind.NO and not verdict.reason:
        raise ReasonMissing
    return tuple(replace(idea, verdict=verdict) if idea.id in idea_ids else idea for idea in ideas)


@dataclass(frozen=True, slots=True)
class Top:
    """Which ideas the dots select, and what the room should know of it.

    `wanted` is how many were to be selected in all, `before` how many were already. `left_out`
    are the ideas with as many dots as the last chosen, that nothing but their number kept out.
    """

    wanted: int
    before: int
    chosen: tuple[Cluster, ...] = ()
    left_out: tuple[Cluster, ...] = ()

    @property
    def tied(self) -> tuple[Cluster, ...]:
        """The chosen ideas that have no more dots than those left out; none without a tie."""
        if not self.left_out:
            return ()
        return tuple(one for one in self.chosen if one.dots == self.left_out[0].dots)

    @property
    def missing(self) -> int:
        """How many ideas fewer are selected than wanted, because no other has a dot."""
        return max(0, self.wanted - self.before - len(self.chosen))


def top_of(ideas: Iterable[Idea], count: int) -> Top:
    """Find the ideas with most dots, `count` of them, among those without a verdict yet.

    Ideas selected before stay so and count along; one without any dot is never taken.
    """
    found = clusters(ideas)
    before = sum(cluster.lead.is_selected for cluster in found)
    ranked = by_dots(one for one in found if one.lead.verdict is None and one.dots)
    most = max(0, count - before)
    chosen, others = ranked[:most], ranked[most:]
    left_out = tuple(one for one in others if chosen and one.dots == chosen[-1].dots)
    return Top(count, before, chosen, left_out)


def top_selected(ideas: tuple[Idea, ...], count: int) -> tuple[Idea, ...]:
    """Select what `top_of` finds."""
    chosen = {cluster.lead.id for cluster in top_of(ideas, count).chosen}
    selected = Verdict(VerdictKind.SELECTED)
    return tuple(replace(idea, verdict=selected) if idea.id in chosen else idea for idea in ideas)


def by_dots(found: Iterable[Cluster]) -> tuple[Cluster, ...]:
    """Give the clusters with most dots first; among equals the earlier number."""
    return tuple(sorted(found, key=lambda cluster: (-cluster.dots, cluster.lead.number)))
