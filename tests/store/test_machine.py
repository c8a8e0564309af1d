"""Whatever is done to a meeting, in any order, the file says what the value in memory says."""

import random
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pendulum import DateTime

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.closing import moved_back, moved_on
from socinno_tui.domain.dot_counting import (
    with_counted,
    with_dot_round,
    with_dots_opened,
    with_rest_at_nought,
    without_dot_round,
)
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.floor import break_begun, break_ended, change_moved_earlier, floor_given
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added, topic_taken_away
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.domain.resuming import resumed
from socinno_tui.domain.silent_meeting import (
    Table,
    harvest_begun,
    offered_in_turn,
    silence_begun,
    silence_ended,
    turn_passed,
    writing_lengthened,
)
from socinno_tui.domain.step import Step, StepKind, taken_back
from socinno_tui.domain.talk import Speaker, open_turn, with_heartbeat
from socinno_tui.store.changes import Part
from socinno_tui.store.store import Store
from tests.meetings import DUE, OWNERS, STARTS_AT, a_meeting, a_prepared_meeting, a_topic
from tests.strategies import some_text, texts

places = st.integers(0, 9)
"""Which of those there are: counted round."""


class MeetingInFile(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "bijeenkomsten.db"
        self.store = Store.open(self.path)
        self.meeting = a_prepared_meeting()
        self.steps: list[Step] = []
        self.made = 0
        self.seconds = 0

    @initialize(phase=st.sampled_from([phase for phase in Phase if phase is not Phase.FOLLOW_UP]))
    def begin(self, phase: Phase) -> None:
        self.meeting = a_meeting(phase)
        self.seconds = int((self.meeting.agenda.since or STARTS_AT).diff(STARTS_AT).total_seconds())
        self.store.write(None, self.meeting)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def an_id(self) -> str:
        self.made += 1
        return f"made {self.made}"

    def now(self) -> DateTime:
        self.seconds += 7
        return STARTS_AT.add(seconds=self.seconds)

    def become(self, change: Callable[[Meeting], Meeting], *, step: StepKind | None = None) -> None:
        """Do what the rules allow, to the file and then to the value in memory."""
        try:
            changed = change(self.meeting)
        except RuleBroken:
            return
        self.store.write(self.meeting, changed)
        if step is not None:
            self.steps.append(Step(step, self.meeting, changed))
        self.meeting = changed

    def idea_at(self, place: int) -> str:
        ideas = self.meeting.ideas
        return ideas[place % len(ideas)].id if ideas else "none"

    def is_on(self) -> bool:
        """Whether ideas come in, are merged and get dots."""
        return self.meeting.phase in OPEN_FOR_IDEAS

    @invariant()
    def the_file_says_the_same(self) -> None:
        assert self.store.meeting(self.meeting.id) == self.meeting
        silence = self.meeting.silent_round
        assert silence is None or open_turn(self.meeting.turns) is None

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    # Before

    @rule(name=texts)
    def add_topic(self, name: str) -> None:
        self.become(lambda now: topic_added(now, a_topic(name + self.an_id())))

    @rule(place=places)
    def remove_topic(self, place: int) -> None:
        topics = self.meeting.topics
        self.become(lambda now: topic_taken_away(now, topics[place % len(topics)].id))

    @rule(order=st.randoms(use_true_random=False))
    def change_the_order(self, order: random.Random) -> None:
        people = list(self.meeting.participants)
        boxes = list(self.meeting.agenda.boxes)
        order.shuffle(people)
        order.shuffle(boxes)
        agenda = replace(self.meeting.agenda, boxes=tuple(boxes))
        self.become(lambda now: replace(now, participants=tuple(people), agenda=agenda))

    @rule(place=places)
    def take_one_off_each_list(self, place: int) -> None:
        def shorter(meeting: Meeting) -> Meeting:
            return replace(
                meeting,
                participants=without(meeting.participants, place),
                room_checks=without(meeting.room_checks, place),
            )

        self.become(shorter)

    # During

    @precondition(is_on)
    @rule(wanted=st.lists(some_text, min_size=1, max_size=3), place=places)
    def offer(self, wanted: list[str], place: int) -> None:
        topics = self.meeting.topics
        ideas = tuple(
            Idea(self.an_id(), 0, topics[place % len(topics)].id, text, self.now())
            for text in wanted
        )
        self.become(lambda now: now.with_ideas(ideas))

    @precondition(is_on)
    @rule(lead=places, others=st.frozensets(places, min_size=1, max_size=3))
    def merge(self, lead: int, others: frozenset[int]) -> None:
        moving = frozenset(self.idea_at(place) for place in others)
        self.become(lambda now: now.with_merged(self.idea_at(lead), moving), step=StepKind.MERGED)

    @precondition(is_on)
    @rule(place=places)
    def split(self, place: int) -> None:
        self.become(lambda now: now.with_split(self.idea_at(place)), step=StepKind.SPLIT)

    @precondition(is_on)
    @rule(place=places)
    def delete(self, place: int) -> None:
        self.become(lambda now: now.without_idea(self.idea_at(place)), step=StepKind.DELETED)

    @precondition(is_on)
    @rule(place=places, dots=st.integers(0, 30))
    def dot(self, place: int, dots: int) -> None:
        self.become(lambda now: now.with_dots(self.idea_at(place), dots), step=StepKind.DOTTED)

    @precondition(is_on)
    @rule(people=st.integers(1, 12), managers_too=st.booleans())
    def begin_dot_round(self, people: int, managers_too: bool) -> None:
        topic = self.meeting.topic.id
        begun = DotRound(self.an_id(), topic, people, 3, managers_too=managers_too)
        self.become(lambda now: with_dot_round(now, begun))

    @precondition(lambda self: self.meeting.dot_round is not None)
    @rule(place=places, hands=st.none() | st.integers(0, 9))
    def count(self, place: int, hands: int | None) -> None:
        self.become(lambda now: with_counted(now, self.idea_at(place), hands))

    @precondition(lambda self: self.meeting.dot_round is not None)
    @rule(opens=st.booleans())
    def end_dot_round(self, opens: bool) -> None:
        if opens:
            self.become(with_rest_at_nought)
            self.become(with_dots_opened, step=StepKind.DOTS_OPENED)
        else:
            self.become(without_dot_round, step=StepKind.DOT_ROUND_STOPPED)

    @rule(place=places, kind=st.none() | st.sampled_from(VerdictKind), reason=texts)
    def judge(self, place: int, kind: VerdictKind | None, reason: str) -> None:
        verdict = None if kind is None else Verdict(kind, reason)
        self.become(
            lambda now: now.with_verdict(self.idea_at(place), verdict), step=StepKind.SELECTED
        )

    @rule(place=places, text=some_text)
    def word_anew(self, place: int, text: str) -> None:
        self.become(lambda now: now.with_idea_text(self.idea_at(place), text), step=StepKind.EDITED)

    @precondition(is_on)
    @rule(count=st.integers(1, 4))
    def select_top(self, count: int) -> None:
        self.become(lambda now: now.with_top_selected(count), step=StepKind.TOP_SELECTED)

    @precondition(is_on)
    @rule(speaker=st.sampled_from(Speaker))
    def give_floor(self, speaker: Speaker) -> None:
        self.become(
            lambda now: floor_given(now, speaker, self.now(), self.an_id()), step=StepKind.FLOOR
        )

    @precondition(is_on)
    @rule()
    def mend_late_press(self) -> None:
        self.become(change_moved_earlier)

    @precondition(is_on)
    @rule()
    def beat(self) -> None:
        self.become(lambda now: replace(now, turns=with_heartbeat(now.turns, self.now())))

    @precondition(is_on)
    @rule()
    def rest_and_go_on(self) -> None:
        self.become(lambda now: break_begun(now, self.now(), self.an_id()))
        self.become(lambda now: break_ended(now, self.now()))

    @precondition(is_on)
    @rule(employees=st.integers(1, 4), managers=st.integers(0, 2))
    def write_in_silence(self, employees: int, managers: int) -> None:
        table = Table(employees, managers)
        self.become(
            lambda now: silence_begun(now, table, minutes=5, now=self.now(), round_id=self.an_id())
        )

    @precondition(is_on)
    @rule(minutes=st.sampled_from((1, 5)))
    def write_longer(self, minutes: int) -> None:
        self.become(lambda now: writing_lengthened(now, minutes, self.now()))

    @precondition(is_on)
    @rule()
    def harvest(self) -> None:
        self.become(harvest_begun)

    @precondition(is_on)
    @rule(text=some_text)
    def offer_in_turn(self, text: str) -> None:
        idea = Idea(self.an_id(), 0, self.meeting.topic.id, text, self.now())
        self.become(lambda now: offered_in_turn(now, idea), step=StepKind.OFFERED_IN_TURN)

    @precondition(is_on)
    @rule()
    def pass_the_turn(self) -> None:
        self.become(
            lambda now: turn_passed(now, self.now(), self.an_id()), step=StepKind.TURN_PASSED
        )

    @precondition(is_on)
    @rule()
    def end_the_silence(self) -> None:
        self.become(lambda now: silence_ended(now, self.now(), self.an_id()))

    @precondition(is_on)
    @rule(silence=st.integers(0, 2000))
    def stop_without_a_word(self, silence: int) -> None:
        self.seconds += silence
        self.become(
            lambda now: resumed(now, now=self.now(), turn_id=self.an_id(), break_id=self.an_id())
        )

    @rule(seconds=st.integers(1, 100))
    def set_the_clock_back(self, seconds: int) -> None:
        self.seconds -= seconds

    @precondition(lambda self: bool(self.steps))
    @rule()
    def take_back(self) -> None:
        step = self.steps.pop()
        self.become(lambda now: taken_back(step, now))

    # At the end

    @rule(forward=st.booleans())
    def move(self, forward: bool) -> None:
        go = moved_on if forward else moved_back
        self.become(lambda now: go(now, now=self.now(), turn_id=self.an_id()))
        if self.meeting.phase is Phase.FOLLOW_UP:
            self.steps.clear()

    @rule(place=places, typed=texts)
    def draft(self, place: int, typed: str) -> None:
        if not self.meeting.ideas:
            return
        idea_id = self.idea_at(place)
        action = self.meeting.action_for(idea_id) or ActionItem(self.an_id(), idea_id)
        self.become(
            lambda now: now.with_action(replace(action, owner_typed=typed, due_typed="+2w"))
        )

    @precondition(lambda self: self.meeting.phase is Phase.CLOSING)
    @rule()
    def agree_and_close(self) -> None:
        self.become(lambda now: replace(now, nothing_selected_because="niets was rijp"))
        self.become(self.agreed)
        self.become(lambda now: moved_on(now, now=self.now(), turn_id=self.an_id()))
        self.steps.clear()

    def agreed(self, meeting: Meeting) -> Meeting:
        """Give what was a draft an owner and a date, and each other selected idea an action."""
        for cluster in meeting.selected:
            known = meeting.action_for(cluster.lead.id)
            action = known or ActionItem(self.an_id(), cluster.lead.id)
            meeting = meeting.with_action(replace(action, owner=OWNERS[0], due=DUE))
        return meeting

    # Weeks later

    @precondition(lambda self: self.meeting.phase is Phase.FOLLOW_UP and self.meeting.actions)
    @rule(place=places, kind=st.sampled_from(UpdateKind), text=texts)
    def follow_up(self, place: int, kind: UpdateKind, text: str) -> None:
        actions = list(self.meeting.actions)
        action = actions[place % len(actions)]
        update = Update(self.an_id(), kind, self.now(), text, DUE, "Marit Hoekstra")
        with suppress(RuleBroken):
            changed = action.with_update(update)
            self.store.agreements.add_update(action.id, update)
            actions[place % len(actions)] = changed
            self.meeting = replace(self.meeting, actions=tuple(actions))


def without(parts: tuple[Part, ...], place: int) -> tuple[Part, ...]:
    return (*parts[:place], *parts[place + 1 :])


TestMeetingInFile = MeetingInFile.TestCase
TestMeetingInFile.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
