"""The way through the ideas of a round of dots: where one is, and what is still to be counted."""

from __future__ import annotations

from socinno_tui.domain.dot_counting import in_round, not_counted
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.service.dot_counting import DotCounting


class CountingWay:
    """One place among the ideas of a round, or behind the last of them.

    Begins at the idea that is meant, or else at the first that is not counted yet.
    """

    def __init__(self, counting: DotCounting, idea_id: str = "") -> None:
        self._counting = counting
        self.turnout = counting.turnout
        self.place = self._place_of(idea_id)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self._counting.meeting

    @property
    def begun(self) -> DotRound | None:
        """The round; None once it is opened or stopped."""
        return self.meeting.dot_round

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The ideas of the round, in order of number."""
        return in_round(self.meeting)

    @property
    def cluster(self) -> Cluster | None:
        """The idea that is meant; None behind the last."""
        clusters = self.clusters
        return clusters[self.place] if self.place < len(clusters) else None

    # What is counted

    @property
    def missing(self) -> int:
        """How many ideas are not counted yet."""
        return len(not_counted(self.meeting))

    @property
    def is_complete(self) -> bool:
        """Whether every idea is counted."""
        return bool(self.clusters) and not self.missing

    @property
    def is_counted(self) -> bool:
        """Whether the idea that is meant is counted."""
        begun, cluster = self.begun, self.cluster
        return begun is not None and cluster is not None and begun.count_of(cluster) is not None

    @property
    def is_by_phone_only(self) -> bool:
        """Whether phones give dots, and no hands were counted so far."""
        begun = self.begun
        return self.turnout is not None and begun is not None and not begun.counts

    def look_at_phones(self) -> bool:
        """Look how many phones have given dots by now. Whether that is to be shown."""
        before, self.turnout = self.turnout, self._counting.turnout
        return self.turnout != before and self.begun is not None

    # The way on

    def go_to(self, place: int) -> None:
        """Go to a place, as far as there is one."""
        self.place = min(max(place, 0), len(self.clusters))

    def next_missing(self, place: int) -> int:
        """Give the next idea without a count, from the beginning again if need be; or the end."""
        missing = {one.lead.id for one in not_counted(self.meeting)}
        places = [here for here, one in enumerate(self.clusters) if one.lead.id in missing]
        later = [here for here in places if here > place]
        return (later or places or [len(self.clusters)])[0]

    def by_number(self) -> dict[str, int]:
        """Give the place of each idea by its number, of merged ones too."""
        return {
            f"{idea.number}": place
            for place, cluster in enumerate(self.clusters)
            for idea in (cluster.lead, *cluster.members)
        }

    def _place_of(self, idea_id: str) -> int:
        for place, cluster in enumerate(self.clusters):
            if idea_id in {cluster.lead.id, *(member.id for member in cluster.members)}:
                return place
        # Where phones give the dots, hands are counted only if somebody wants to.
        return len(self.clusters) if self.is_by_phone_only else self.next_missing(-1)
