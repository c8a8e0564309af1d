"""Whatever phones and the facilitator do, in any order and from two processes: what was
acknowledged is there, once, and what was withdrawn does not come back.
"""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import ids_in_round
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.domain.phones import TAKEN_BACK, Door, Fate, may_withdraw
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import MeetingOnFile, PhoneDoor
from socinno_tui.service.phone_signs import KEY_BYTES
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.store.store import Store
from tests.blank_file import blank_file
from tests.meetings import a_meeting, a_topic, an_idea
from tests.phones import keep_door
from tests.service.phones import ADDRESS, PORT, a_phone, a_sending
from tests.service.standing_clock import StandingClock

PHONES = ("Fatma", "Ruben")
places = st.integers(0, 3)
"""Which of those there are: counted round."""
phones = st.sampled_from(PHONES)


class PhonesInMeeting(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = StandingClock()
        self.store = Store.open(blank_file(Path(self.folder.name) / "bijeenkomsten.db"))
        meeting = a_meeting(ideas=[an_idea(1)])
        turns = tuple(replace(turn, heard_at=self.clock.at) for turn in meeting.turns)
        topics = (a_topic(), a_topic("De app"))
        self.store.write(None, replace(meeting, turns=turns, topics=topics))
        self.meeting_id = meeting.id
        # The same ids in each run, as hypothesis asks.
        keep_door(self.store.phones, Door(meeting.id, b"k" * KEY_BYTES))
        self.sent: dict[str, str] = {}
        self.sendings: dict[str, tuple[str, str]] = {}
        self.withdrawn: set[str] = set()
        self.taken_away: set[str] = set()
        self.elsewhere: Store | None = None

    @initialize(in_one_process=st.booleans())
    def begin(self, in_one_process: bool) -> None:
        self.in_one_process = in_one_process
        self.elsewhere = None if in_one_process else Store.open(self.store.path)
        self.open_window()
        self.open_door()

    def open_window(self) -> None:
        self.opened = OpenMeeting(self.store, self.meeting_id, self.clock.clock)
        self.live = LiveMeeting(self.opened)
        self.silent = SilentRounds(self.opened)
        self.dots = DotCounting(self.opened)
        self.arrivals = PhoneArrivals(self.opened)

    def open_door(self) -> None:
        door = self.kept_door = self.arrivals.open_door(ADDRESS, PORT)
        if self.elsewhere is None:
            self.door = PhoneDoor(
                self.opened.phones,
                door,
                self.clock.clock,
                lambda: self.opened.meeting,
                self.opened.take_in,
            )
        else:
            on_file = MeetingOnFile(self.elsewhere, self.meeting_id)
            self.door = PhoneDoor(
                self.elsewhere.phones, door, self.clock.clock, on_file, lambda: None
            )

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.release()
        if self.elsewhere is not None:
            self.elsewhere.close()
        self.store.close()
        self.folder.cleanup()

    @property
    def meeting(self) -> Meeting:
        return self.opened.meeting

    def idea_at(self, place: int) -> str:
        ideas = self.meeting.ideas
        return ideas[place % len(ideas)].id if ideas else "none"

    def sent_at(self, place: int) -> str:
        ids = list(self.sent)
        return ids[place % len(ids)] if ids else "none"

    def attempt(self, command: Callable[[], object]) -> bool:
        try:
            command()
        except RuleBroken:
            return False
        return True

    # Phones

    @rule(phone=phones, text=st.sampled_from(("Een bel", "Een bord", "Een bel")), place=places)
    def send(self, phone: str, text: str, place: int) -> None:
        sending = a_sending(len(self.sendings) + 1)
        topic = self.meeting.topics[place % 2].id
        idea_id = self.door.signs.idea_id(a_phone(phone), sending)
        self.sendings[idea_id] = (a_phone(phone), sending)
        if self.attempt(lambda: self.door.send(a_phone(phone), sending, text, topic)):
            self.sent[idea_id] = text
        else:
            assert self.meeting.phase not in OPEN_FOR_IDEAS

    @precondition(lambda self: bool(self.sendings))
    @rule(place=places)
    def send_again(self, place: int) -> None:
        ids = list(self.sendings)
        idea_id = ids[place % len(ids)]
        phone, sending = self.sendings[idea_id]
        text = self.sent.get(idea_id, "Een bel")
        if self.attempt(lambda: self.door.send(phone, sending, text, a_topic().id)):
            self.sent[idea_id] = text
        else:
            assert idea_id not in self.sent

    @precondition(lambda self: bool(self.sent))
    @rule(place=places)
    def withdraw(self, place: int) -> None:
        idea_id = self.sent_at(place)
        phone, sending = self.sendings[idea_id]
        if self.attempt(lambda: self.door.withdraw(phone, sending)):
            self.withdrawn.add(idea_id)
        else:
            assert not may_withdraw(self.meeting, self.meeting.idea(idea_id))

    # The facilitator

    @rule(what=st.sampled_from(("delete", "merge", "merge", "split", "judge")), place=places)
    def change(self, what: str, place: int) -> None:
        meant, other = self.idea_at(place), self.idea_at(place + 1)
        if what == "delete" and self.attempt(lambda: self.live.delete(meant)):
            self.taken_away.add(meant)
        elif what == "merge":
            self.attempt(lambda: self.live.merge(meant, frozenset({other})))
        elif what == "split":
            self.attempt(lambda: self.live.split(meant))
        elif what == "judge":
            self.attempt(lambda: self.live.judge(meant, VerdictKind.NO, "Te duur"))

    @rule(times=st.integers(1, 3))
    def take_back(self, times: int) -> None:
        for _time in range(times):
            self.attempt(self.live.take_back)
        self.taken_away -= {idea.id for idea in self.meeting.ideas}

    @rule(forward=st.booleans())
    def move(self, forward: bool) -> None:
        if self.meeting.phase is Phase.CLOSING and forward:
            return
        self.attempt(self.live.move_on if forward else self.live.move_back)
        if self.meeting.phase is Phase.CLOSING:
            assert not self.arrivals.waiting

    # Windows

    @rule()
    def look_again(self) -> None:
        self.opened.look_again()

    @rule()
    def stop_without_a_word(self) -> None:
        """End the window; a crash does no less, for nothing is written at the end."""
        self.opened.release()
        self.open_window()
        self.arrivals.close_door()
        self.open_door()

    # What holds always

    @invariant()
    def the_file_says_the_same(self) -> None:
        assert self.store.meeting(self.meeting_id) == self.meeting

    @invariant()
    def nothing_is_lost_or_double_or_back(self) -> None:
        there = {idea.id: idea for idea in self.meeting.ideas}
        assert len(there) == len(self.meeting.ideas)
        assert len({idea.number for idea in there.values()}) == len(there)
        rows = self.opened.phones.sent_by_id(self.sendings)
        assert rows.keys() == self.sent.keys()
        for idea_id, text in self.sent.items():
            fate = rows[idea_id].fate
            if idea_id in self.withdrawn and fate is Fate.IN:
                # Merged or chosen before the window that holds the meeting heard of it.
                assert not self.in_one_process
                assert not may_withdraw(self.meeting, there[idea_id])
                self.withdrawn.discard(idea_id)
            assert (fate in TAKEN_BACK) is (idea_id in self.withdrawn)
            if fate is Fate.IN:
                assert (idea_id in there) is (idea_id not in self.taken_away)
            elif fate is not Fate.WITHDRAWING:
                assert idea_id not in there
            if idea_id in there:
                assert there[idea_id].text == text
            assert rows[idea_id].text == (text if fate in {Fate.WAITS, Fate.LEFT_OUT} else "")


class PhonesWriting(PhonesInMeeting):
    """Read first or not, in silence or aloud."""

    @rule(step=st.sampled_from(("begin", "harvest", "offer", "pass_on", "end", "take_back")))
    def silence(self, step: str) -> None:
        if step == "begin":
            self.attempt(lambda: self.silent.begin(Table(2, 1), 5))
        elif step == "offer":
            self.attempt(lambda: self.silent.offer("Om de beurt"))
        else:
            self.attempt(getattr(self.silent, step))
        self.taken_away -= {idea.id for idea in self.meeting.ideas}

    @rule(reads_first=st.booleans())
    def read_first(self, reads_first: bool) -> None:
        self.arrivals.read_first(reads_first)

    @rule(what=st.sampled_from(("let_in", "leave_out", "put_back")), place=places)
    def read(self, what: str, place: int) -> None:
        meant = self.sent_at(place)
        if what == "let_in":
            self.attempt(lambda: self.arrivals.let_in([meant]))
        else:
            self.attempt(lambda: getattr(self.arrivals, what)(meant))


class PhonesDotting(PhonesInMeeting):
    """Rounds of dots, one after the other, in a meeting whose ideas go on changing."""

    @initialize(in_one_process=st.booleans())
    def begin(self, in_one_process: bool) -> None:
        super().begin(in_one_process)
        self.live.move_on()
        other = replace(an_idea(3, topic=a_topic("De app")), number=0)
        self.opened.commit(self.meeting.with_idea(other))

    @precondition(lambda self: self.meeting.dot_round is None)
    @rule(stacked=st.booleans())
    def begin_dots(self, stacked: bool) -> None:
        self.attempt(lambda: self.dots.begin(5, 2, stacked=stacked))

    @precondition(lambda self: self.meeting.dot_round is not None)
    @rule(phone=phones, place=places)
    def give(self, phone: str, place: int) -> None:
        self.attempt(lambda: self.door.give_dot(a_phone(phone), self.idea_at(place)))

    @precondition(lambda self: self.meeting.dot_round is not None)
    @rule(phone=phones, place=places)
    def take(self, phone: str, place: int) -> None:
        self.attempt(lambda: self.door.take_dot(a_phone(phone), self.idea_at(place)))

    @precondition(lambda self: self.meeting.dot_round is not None)
    @rule(place=places, hands=st.none() | st.integers(0, 3))
    def count_hands(self, place: int, hands: int | None) -> None:
        self.attempt(lambda: self.dots.count(self.idea_at(place), hands))

    @rule()
    def switch_topic(self) -> None:
        other = next(one for one in self.meeting.topics if one != self.meeting.topic)
        self.attempt(lambda: self.live.switch_topic(other.id))

    @precondition(lambda self: self.meeting.dot_round is not None)
    @rule()
    def stop(self) -> None:
        self.dots.stop()

    @precondition(lambda self: self.meeting.dot_round is not None)
    @rule(at_nought=st.booleans())
    def open_dots(self, at_nought: bool) -> None:
        if at_nought:
            self.attempt(self.dots.count_rest_at_nought)
        before, begun, may_open = self.meeting, self.meeting.dot_round, self.dots.may_open
        assert begun is not None
        given = self.ballots_in(before)
        is_on, is_empty = before.phase in OPEN_FOR_IDEAS, not ids_in_round(before)
        assert self.attempt(self.dots.open_dots) is (is_on and (may_open or is_empty))
        if self.meeting is before:
            return
        assert dots_of(self.meeting, begun.topic_id) == {
            one.lead.id: (begun.count_of(one) or 0) + sum(each.on(one) for each in given)
            for one in before.clusters_of(begun.topic_id)
        }
        if any(each.given for each in given):
            # For good: no step brings the ideas back as they were before.
            opened = dots_of(self.meeting, begun.topic_id)
            self.attempt(self.live.take_back)
            assert dots_of(self.meeting, begun.topic_id) == opened

    def ballots_in(self, meeting: Meeting) -> list[Ballot]:
        """What each phone gave; as it would see it while the room chooses."""
        choosing = replace(meeting, phase=Phase.SELECTION)
        door = PhoneDoor(
            self.opened.phones, self.kept_door, self.clock.clock, lambda: choosing, lambda: None
        )
        return [door.ballot(a_phone(phone)) for phone in PHONES]

    @invariant()
    def nobody_gives_more_than_there_is(self) -> None:
        begun = self.meeting.dot_round
        if begun is not None:
            clusters = self.meeting.clusters_of(begun.topic_id)
            for ballot in self.ballots_in(self.meeting):
                assert sum(ballot.on(one) for one in clusters) == ballot.given <= begun.dots_each


def dots_of(meeting: Meeting, topic_id: str) -> dict[str, int]:
    """The dots of each idea on a topic that leads, by its id."""
    return {one.lead.id: one.dots for one in meeting.clusters_of(topic_id)}


TestPhonesWriting = PhonesWriting.TestCase
TestPhonesDotting = PhonesDotting.TestCase
TestPhonesWriting.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
TestPhonesDotting.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
