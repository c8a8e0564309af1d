"""A meeting: one frozen value, what is read off it, and what is done to its ideas and agreements.

A change gives a new one; the rule stands first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionItem, with_action
from socinno_tui.domain.agenda import Agenda, Break
from socinno_tui.domain.dot_round import DotRound, DotRoundOn
from socinno_tui.domain.idea import (
    Cluster,
    Idea,
    Verdict,
    clusters,
    dotted,
    idea_in,
    judged,
    merged,
    split_off,
    taken_away,
    top_selected,
    worded_anew,
)
from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, OPEN_FOR_VERDICTS, UNDER_WAY, Phase, only_in
from socinno_tui.domain.review import Review, next_date
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.domain.talk import Meters, TalkTurn, proposed_limit
from socinno_tui.domain.topic import Topic

IDEAS_WANTED = 3
"""How many ideas a meeting works out unless said otherwise."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The result wanted, how many ideas should be worked out, and the answer at closing."""

    sentence: str = ""
    ideas_wanted: int = IDEAS_WANTED
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session with one goal. Instants are UTC, `zone` is the meeting's time zone.

    `changed_at` is when it was last changed: of two files, the newer one wins by it.
    """

    id: str
    title: str
    zone: str
    created_at: DateTime
    topics: tuple[Topic, ...]
    starts_at: DateTime | None = None
    place: str = ""
    planned_minutes: int = 60
    format_name: str = ""
    phase: Phase = Phase.PREPARATION
    goal: Goal = Goal()
    topic_on: str = ""
    participants: tuple[Participant, ...] = ()
    room_checks: tuple[RoomCheck, ...] = ()
    limit_minutes: int | None = None
    agenda: Agenda = field(default_factory=Agenda)
    ideas: tuple[Idea, ...] = ()
    last_number: int = 0
    turns: tuple[TalkTurn, ...] = ()
    breaks: tuple[Break, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    review_date: Date | None = None
    review_typed: str = ""
    nothing_selected_because: str = ""
    started_at: DateTime | None = None
    closed_at: DateTime | None = None
    is_example: bool = False
    changed_at: DateTime | None = None
    reviews: tuple[Review, ...] = ()
    laid_aside: tuple[LaidAside, ...] = ()
    meters: Meters = Meters.TOGETHER
    dot_round: DotRound | None = None
    silent_round: SilentRound | None = None

    @property
    def review_date_now(self) -> Date | None:
        """When the agreements are looked at again: agreed at closing, or at the last review."""
        return next_date(self.reviews, self.review_date)

    # Topics

    @property
    def topic(self) -> Topic:
        """The topic that is on: the first, until another is chosen."""
        for topic in self.topics:
            if topic.id == self.topic_on:
                return topic
        return self.topics[0]

    # People

    @property
    def coming(self) -> tuple[Participant, ...]:
        """Only those who said they come count."""
        return tuple(one for one in self.participants if one.attendance is Attendance.COMING)

    @property
    def employees_coming(self) -> int:
        """How many employees come: the n in the fair share 1/(n+1)."""
        return sum(one.role is Role.EMPLOYEE for one in self.coming)

    @property
    def managers(self) -> tuple[Participant, ...]:
        """The managers who come, in the order of the list."""
        return tuple(one for one in self.coming if one.role is Role.MANAGER)

    # Ideas

    def idea(self, idea_id: str) -> Idea:
        """Give one idea. Raises IdeaGone."""
        return idea_in(self.ideas, idea_id)

    def clusters_of(self, topic_id: str) -> tuple[Cluster, ...]:
        """The ideas on one topic with what is merged under each, in order of number.

        An idea merged under one of another topic goes along with its lead.
        """
        return tuple(cluster for cluster in self.clusters if cluster.lead.topic_id == topic_id)

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The ideas on all topics with what is merged under each, in order of number."""
        return clusters(self.ideas)

    @property
    def selected(self) -> tuple[Cluster, ...]:
        """The ideas that will be worked out, in order of number."""
        return tuple(cluster for cluster in self.clusters if cluster.lead.is_selected)

    @property
    def unanswered(self) -> tuple[Cluster, ...]:
        """The ideas on all topics of which nobody said yet what becomes of them.

        What is merged under an idea goes along with its answer.
        """
        return tuple(cluster for cluster in self.clusters if cluster.lead.verdict is None)

    def with_idea(self, idea: Idea) -> Meeting:
        """Add an idea; its number is the next one. Raises WrongPhase."""
        return self.with_ideas((idea,))

    def with_ideas(self, new: tuple[Idea, ...]) -> Meeting:
        """Add ideas in this order, numbered on from the last. Raises WrongPhase."""
        only_in(OPEN_FOR_IDEAS, self.phase)
        numbered = tuple(
            replace(idea, number=self.last_number + count) for count, idea in enumerate(new, 1)
        )
        return replace(
            self, ideas=(*self.ideas, *numbered), last_number=self.last_number + len(new)
        )

    def with_idea_text(self, idea_id: str, text: str) -> Meeting:
        """Word an idea anew. Raises WrongPhase, IdeaGone."""
        only_in(OPEN_FOR_VERDICTS, self.phase)
        return replace(self, ideas=worded_anew(self.ideas, idea_id, text))

    def without_idea(self, idea_id: str) -> Meeting:
        """Take an idea away, and what was being agreed on it. Raises WrongPhase, IdeaGone."""
        only_in(OPEN_FOR_IDEAS, self.phase)
        left = taken_away(self.ideas, idea_id)
        begun = self.dot_round
        return replace(
            self,
            ideas=left,
            actions=tuple(action for action in self.actions if action.idea_id != idea_id),
            dot_round=None if begun is None else begun.only_for(idea.id for idea in left),
        )

    def with_merged(self, lead_id: str, other_ids: frozenset[str]) -> Meeting:
        """Merge ideas under one. Raises WrongPhase, IdeaGone, NothingToMerge."""
        only_in(OPEN_FOR_IDEAS, self.phase)
        return replace(self, ideas=merged(self.ideas, lead_id, other_ids))

    def with_split(self, lead_id: str) -> Meeting:
        """Split off all that is merged under an idea. Raises WrongPhase, NotMerged."""
        only_in(OPEN_FOR_IDEAS, self.phase)
        return replace(self, ideas=split_off(self.ideas, lead_id))

    def with_dots(self, idea_id: str, dots: int) -> Meeting:
        """Set the dots an idea shows, by raised hands, what is merged under it included.

        Raises WrongPhase, IdeaGone, DotsOutOfRange, DotRoundOn.
        """
        only_in(OPEN_FOR_IDEAS, self.phase)
        self._outside_dot_round()
        return replace(self, ideas=dotted(self.ideas, idea_id, dots))

    def with_verdict(self, idea_id: str, verdict: Verdict | None) -> Meeting:
        """Say what becomes of an idea, or take that back.

        Raises WrongPhase, IdeaGone, ReasonMissing for a bare no.
        """
        only_in(OPEN_FOR_VERDICTS, self.phase)
        return self.with_verdicts(frozenset({self.idea(idea_id).id}), verdict)

    def with_verdicts(self, idea_ids: frozenset[str], verdict: Verdict | None) -> Meeting:
        """Say what becomes of several ideas at once. Raises WrongPhase, ReasonMissing."""
        only_in(OPEN_FOR_VERDICTS, self.phase)
        return replace(self, ideas=judged(self.ideas, idea_ids, verdict))

    def with_top_selected(self, count: int) -> Meeting:
        """Select the ideas with most dots, `count` of them, among those without a verdict yet.

        Ideas selected before stay so and count along; one without any dot is never taken.
        Raises WrongPhase, DotRoundOn.
        """
        only_in(OPEN_FOR_IDEAS, self.phase)
        self._outside_dot_round()
        return replace(self, ideas=top_selected(self.ideas, count))

    # Talk and time

    @property
    def own_meters(self) -> tuple[Participant, ...]:
        """The managers with a talk meter of their own: two or more, or none of them."""
        managers = self.managers
        return managers if self.meters is Meters.EACH and len(managers) > 1 else ()

    @property
    def talk_limit_minutes(self) -> int:
        """The agreed maximum for the manager, or the one proposed, in minutes."""
        if self.limit_minutes is not None:
            return self.limit_minutes
        return proposed_limit(self.planned_minutes, self.employees_coming)

    @property
    def own_limit_seconds(self) -> int:
        """The agreed maximum for each manager with an own meter: all have the same part of it."""
        return self.talk_limit_minutes * 60 // max(1, len(self.own_meters))

    @property
    def on_break(self) -> bool:
        """Whether all clocks stand still."""
        return bool(self.breaks) and self.breaks[-1].ended_at is None

    # Agreements

    def action_for(self, idea_id: str) -> ActionItem | None:
        """Give what was agreed, or is being agreed, on an idea."""
        for action in self.actions:
            if action.idea_id == idea_id:
                return action
        return None

    @property
    def agreements(self) -> tuple[tuple[Cluster, ActionItem], ...]:
        """Each selected idea that has an action, with it."""
        by_idea = {action.idea_id: action for action in self.actions}
        return tuple(
            (cluster, by_idea[cluster.lead.id])
            for cluster in self.selected
            if cluster.lead.id in by_idea
        )

    def with_action(self, action: ActionItem) -> Meeting:
        """Put an action in the place of the one with its id, or add it.

        Raises WrongPhase once the meeting is closed: what was agreed then never changes.
        """
        only_in(UNDER_WAY, self.phase)
        return replace(self, actions=with_action(self.actions, action))

    def _outside_dot_round(self) -> None:
        if self.dot_round is not None:
            raise DotRoundOn
