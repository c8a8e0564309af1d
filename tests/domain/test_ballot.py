"""What one phone gives, and that no dot is lost or doubled whatever happens to the ideas."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from socinno_tui.domain.ballot import AllDotsGiven, Ballot, OneDotEach
from socinno_tui.domain.dot_counting import ids_in_round, in_round, with_dot_round, with_dots_opened
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.step import Step, StepKind, taken_back
from tests.meetings import a_meeting, a_topic, an_id, an_idea, idea_id

ROUND = DotRound(an_id("round"), a_topic().id, 6, 3)
ONE_EACH = replace(ROUND, stacked=False)


def alone(number: int) -> Cluster:
    return Cluster(an_idea(number))


def test_dots_are_given_until_none_is_left_and_taken_back() -> None:
    ballot = Ballot().with_dot(alone(1), ROUND).with_dot(alone(1), ROUND).with_dot(alone(2), ROUND)
    assert ballot.dots == {idea_id(1): 2, idea_id(2): 1}
    assert (ballot.given, ballot.left(ROUND), ballot.on(alone(1))) == (3, 0, 2)
    with pytest.raises(AllDotsGiven) as refused:
        ballot.with_dot(alone(3), ROUND)
    assert refused.value.dots_each == 3
    fewer = ballot.without_dot(alone(2)).without_dot(alone(1))
    assert fewer.dots == {idea_id(1): 1}
    assert fewer.without_dot(alone(3)) == fewer


def test_where_nobody_may_stack_an_idea_gets_one_dot_from_each() -> None:
    ballot = Ballot().with_dot(alone(1), ONE_EACH)
    with pytest.raises(OneDotEach):
        ballot.with_dot(alone(1), ONE_EACH)
    together = Cluster(an_idea(2), (an_idea(1, merged_into=2),))
    with pytest.raises(OneDotEach):
        ballot.with_dot(together, ONE_EACH)


def test_dots_of_two_ideas_that_become_one_are_counted_and_taken_back_as_one() -> None:
    ballot = Ballot({idea_id(1): 1, idea_id(2): 2})
    together = Cluster(an_idea(1), (an_idea(2, merged_into=1),))
    assert ballot.on(together) == 3
    fewer = ballot.without_dot(together).without_dot(together)
    assert fewer.dots == {idea_id(2): 1}
    assert fewer.without_dot(together).dots == {}


def test_what_was_given_beyond_the_round_is_free_again() -> None:
    ballot = Ballot({idea_id(1): 1, idea_id(2): 2}).only_for([idea_id(1)])
    assert ballot.left(ROUND) == 2


def test_less_than_none_is_never_left() -> None:
    assert Ballot({idea_id(1): 5}).left(ROUND) == 0


VOTERS = 4
places = st.integers(0, 9)


class BallotsInRound(RuleBasedStateMachine):
    """Phones give dots while ideas come, go, are merged, split, and steps are undone.

    What the file keeps is a ballot a voter, replaced as a whole; here is the rule on its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kept = [Ballot() for _voter in range(VOTERS)]
        self.steps: list[Step] = []
        self.made = 0

    @initialize(stacked=st.booleans(), each=st.integers(1, 4))
    def begin(self, stacked: bool, each: int) -> None:
        ideas = [an_idea(number, dots=number) for number in range(1, 6)]
        ideas.append(an_idea(6, topic=a_topic("De app")))
        meeting = a_meeting(Phase.SELECTION, ideas=ideas)
        meeting = replace(meeting, topics=(a_topic(), a_topic("De app")))
        begun = replace(ROUND, stacked=stacked, dots_each=each)
        self.meeting: Meeting = with_dot_round(meeting, begun)

    @property
    def round(self) -> DotRound:
        assert self.meeting.dot_round is not None
        return self.meeting.dot_round

    def ballot(self, voter: int) -> Ballot:
        return self.kept[voter].only_for(ids_in_round(self.meeting))

    def cluster_at(self, place: int) -> Cluster | None:
        found = in_round(self.meeting)
        return found[place % len(found)] if found else None

    def idea_at(self, place: int) -> str:
        ideas = self.meeting.ideas
        return ideas[place % len(ideas)].id if ideas else "none"

    @rule(voter=st.integers(0, VOTERS - 1), place=places)
    def give(self, voter: int, place: int) -> None:
        cluster, before = self.cluster_at(place), self.ballot(voter)
        if cluster is None:
            return
        try:
            self.kept[voter] = before.with_dot(cluster, self.round)
        except AllDotsGiven:
            assert before.given >= self.round.dots_each
        except OneDotEach:
            assert not self.round.stacked
            assert before.on(cluster)
        else:
            assert self.kept[voter].on(cluster) == before.on(cluster) + 1
            assert self.kept[voter].given == before.given + 1

    @rule(voter=st.integers(0, VOTERS - 1), place=places)
    def take(self, voter: int, place: int) -> None:
        cluster, before = self.cluster_at(place), self.ballot(voter)
        if cluster is not None:
            self.kept[voter] = before.without_dot(cluster)
            assert self.kept[voter].given == before.given - bool(before.on(cluster))

    def become(self, kind: StepKind, changed: Meeting) -> None:
        self.steps.append(Step(kind, self.meeting, changed))
        self.meeting = changed

    @rule(lead=places, others=st.frozensets(places, min_size=1, max_size=3))
    def merge(self, lead: int, others: frozenset[int]) -> None:
        given = [self.ballot(voter).given for voter in range(VOTERS)]
        was = self.meeting
        try:
            changed = was.with_merged(self.idea_at(lead), frozenset(map(self.idea_at, others)))
        except RuleBroken:
            return
        self.become(StepKind.MERGED, changed)
        if {idea.topic_id for idea in changed.ideas} == {a_topic().id}:
            assert [self.ballot(voter).given for voter in range(VOTERS)] == given

    @rule(place=places)
    def split(self, place: int) -> None:
        try:
            self.become(StepKind.SPLIT, self.meeting.with_split(self.idea_at(place)))
        except RuleBroken:
            return

    @rule(place=places)
    def delete(self, place: int) -> None:
        try:
            self.become(StepKind.DELETED, self.meeting.without_idea(self.idea_at(place)))
        except RuleBroken:
            return

    @rule()
    def offer(self) -> None:
        self.made += 1
        self.meeting = self.meeting.with_idea(replace(an_idea(1), id=an_id(f"new {self.made}")))

    @precondition(lambda self: bool(self.steps))
    @rule()
    def undo(self) -> None:
        self.meeting = taken_back(self.steps.pop(), self.meeting)

    @rule()
    def merge_or_delete_by_mistake(self) -> None:
        """What is undone at once has changed nothing for anybody."""
        before = [self.ballot(voter) for voter in range(VOTERS)]
        ideas = [idea.id for idea in self.meeting.ideas if idea.merged_into is None]
        if len(ideas) < 2:
            return
        for kind, changed in (
            (StepKind.DELETED, self.meeting.without_idea(ideas[0])),
            (StepKind.MERGED, self.meeting.with_merged(ideas[0], frozenset({ideas[1]}))),
        ):
            step = Step(kind, self.meeting, changed)
            self.meeting = taken_back(step, changed)
            assert [self.ballot(voter) for voter in range(VOTERS)] == before

    @invariant()
    def nobody_has_more_than_there_are_and_all_can_be_taken_back(self) -> None:
        for voter in range(VOTERS):
            ballot = self.ballot(voter)
            assert 0 <= ballot.given <= self.round.dots_each
            assert ballot.given + ballot.left(self.round) == self.round.dots_each
            on_screen = in_round(self.meeting)
            assert sum(map(ballot.on, on_screen)) == ballot.given
            for cluster in on_screen:
                while ballot.on(cluster):
                    ballot = ballot.without_dot(cluster)
            assert ballot == Ballot()

    @invariant()
    def opened_now_each_dot_is_there_once(self) -> None:
        given: Counter[str] = Counter()
        for ballot in self.kept:
            given.update(ballot.dots)
        seen = [self.ballot(voter) for voter in range(VOTERS)]
        if not any(ballot.given for ballot in seen):
            return
        opened = with_dots_opened(self.meeting, given)
        for cluster in opened.clusters_of(self.round.topic_id):
            assert cluster.dots == sum(ballot.on(cluster) for ballot in seen)
        outside = [idea for idea in opened.ideas if idea.id not in ids_in_round(self.meeting)]
        assert outside == [
            idea for idea in self.meeting.ideas if idea.id not in ids_in_round(self.meeting)
        ]


TestBallotsInRound = BallotsInRound.TestCase
TestBallotsInRound.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
