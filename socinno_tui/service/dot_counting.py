"""Commands on a round of dots. What is counted is in the file as it is counted, and in the
feed only once all of it is opened.
"""

from __future__ import annotations

from dataclasses import dataclass

from socinno_tui.domain.ballot import Turnout
from socinno_tui.domain.dot_counting import (
    ids_in_round,
    may_open,
    voters,
    with_counted,
    with_dot_round,
    with_dots_opened,
    with_rest_at_nought,
    without_dot_round,
)
from socinno_tui.domain.dot_round import DotRound, proposed_dots
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.step import StepKind
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.open_meeting import OpenMeeting


@dataclass(frozen=True, slots=True)
class RoundProposed:
    """What a round would begin with: `people` without the `managers` who come, `ideas` as groups.

    `replaces` is how many dots stand there already, and would go once the new ones are opened.
    """

    people: int
    managers: int
    dots_each: int
    ideas: int
    replaces: int


class DotCounting:
    """The facilitator counts dots, idea by idea. Every command raises what its rule raises,
    ReadOnly, or a StoreRefused; then nothing has changed.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    def proposed(self) -> RoundProposed:
        """Propose a round on the topic that is on."""
        clusters = self.meeting.clusters_of(self.meeting.topic.id)
        people = voters(self.meeting)
        return RoundProposed(
            people=people,
            managers=voters(self.meeting, managers=True) - people,
            dots_each=proposed_dots(len(clusters)),
            ideas=len(clusters),
            replaces=sum(cluster.dots for cluster in clusters),
        )

    def begin(
        self, people: int, dots_each: int, *, stacked: bool = True, managers_too: bool = False
    ) -> None:
        """Begin a round on the topic that is on. Raises WrongPhase, DotRoundOn, NothingToCount,
        NotAWholeNumber.
        """
        begun = DotRound(
            new_id(),
            self.meeting.topic.id,
            people,
            dots_each,
            stacked,
            managers_too=managers_too,
        )
        self.opened.commit(with_dot_round(self.meeting, begun))

    def count(self, idea_id: str, hands: int | None) -> None:
        """Keep what was counted for an idea, None for not yet. Raises NoDotRound, IdeaGone,
        TooManyOnOne, TooManyDots.
        """
        self.opened.commit(with_counted(self.meeting, idea_id, hands))

    def count_rest_at_nought(self) -> None:
        """Keep that nobody gave a dot to what is not counted yet. Raises NoDotRound."""
        self.opened.commit(with_rest_at_nought(self.meeting))

    @property
    def turnout(self) -> Turnout | None:
        """How many phones gave dots so far, and how many in all; never on which ideas. None where
        phones have no part in it: none is let in, and none gave any.
        """
        meeting, phones = self.meeting, self.opened.phones
        if meeting.dot_round is None:
            return None
        turnout = Turnout(*phones.ballots.turnout(meeting.dot_round.id, ids_in_round(meeting)))
        door = phones.door(meeting.id)
        return turnout if turnout.phones or (door is not None and door.is_open) else None

    @property
    def may_open(self) -> bool:
        """Whether the dots can be opened now."""
        return may_open(self.meeting, by_phone=bool(self.turnout and self.turnout.dots))

    def open_dots(self) -> None:
        """Show all that was counted and given, at once. Where phones gave dots that is for good:
        their ballots go. Raises NoDotRound, NotAllCounted.
        """
        meeting = self.meeting
        self.opened.commit_counted(
            StepKind.DOTS_OPENED, lambda by_phone: with_dots_opened(meeting, by_phone)
        )

    def stop(self) -> None:
        """Stop the round and forget what was counted. With the hands counted it can come back, but
        never with what phones gave. Raises NoDotRound.
        """
        stopped = without_dot_round(self.meeting)
        if self.turnout is not None and self.turnout.phones:
            self.opened.commit(stopped)
        else:
            self.opened.commit_step(StepKind.DOT_ROUND_STOPPED, stopped)
