"""What a phone may do: send, send again, withdraw, give dots, and see what is its own."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.ballot import AllDotsGiven, Ballot, OneDotEach, Turnout
from socinno_tui.domain.dot_round import NoDotRound
from socinno_tui.domain.idea import IdeaGone, VerdictKind
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.phone_view import PhoneMoment
from socinno_tui.domain.phones import CannotWithdraw, Fate
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.domain.text import TextMissing, TextTooLong
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import MeetingOnFile, OwnIdea, PhoneDoor
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.store.errors import DatabaseBusy, MeetingUnknown
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, a_topic, idea_id
from tests.service.phones import Phone, a_sending, an_open_door
from tests.service.standing_clock import StandingClock
from tests.store.raw import raw

Open = Callable[[Phase], OpenMeeting]


@pytest.fixture
def open_in(store: Store, clock: StandingClock) -> Iterator[Open]:
    """Open the meeting as it stands in a phase, with a second topic that is not on."""
    held: list[OpenMeeting] = []

    def opened(phase: Phase) -> OpenMeeting:
        meeting = a_meeting(phase)
        topics = (*meeting.topics, a_topic("De app", "Wat moet de app kunnen?"))
        turns = tuple(replace(turn, heard_at=clock.at) for turn in meeting.turns)
        store.write(None, replace(meeting, topics=topics, turns=turns))
        held.append(OpenMeeting(store, meeting.id, clock.clock))
        return held[-1]

    yield opened
    for one in held:
        one.release()


@pytest.fixture
def opened(open_in: Open) -> OpenMeeting:
    return open_in(Phase.IDEATION)


@pytest.fixture
def door(opened: OpenMeeting, clock: StandingClock) -> PhoneDoor:
    return an_open_door(opened, clock)


@pytest.fixture
def fatma(door: PhoneDoor) -> Phone:
    return Phone(door, "Fatma")


@pytest.fixture
def ruben(door: PhoneDoor) -> Phone:
    return Phone(door, "Ruben")


# Sent


def test_an_idea_is_in_the_feed_at_once_and_its_phone_is_told_the_number(
    opened: OpenMeeting, fatma: Phone, store: Store
) -> None:
    sending = fatma.send("  Een bel\x1b bij de deur ")
    (new,) = opened.meeting.ideas[12:]
    assert (new.number, new.text, new.topic_id) == (13, "Een bel bij de deur", a_topic().id)
    assert fatma.own() == (OwnIdea(sending, "Een bel bij de deur", 13, Fate.IN, may_withdraw=True),)
    assert store.meeting(opened.meeting.id) == opened.meeting


def test_an_idea_is_of_the_minute_whatever_the_clock_says(
    opened: OpenMeeting, fatma: Phone, clock: StandingClock
) -> None:
    clock.passes(seconds=47)
    fatma.send("Een bel bij de deur")
    offered_at = opened.meeting.ideas[-1].offered_at
    assert offered_at == clock.at.start_of("minute")


def test_an_idea_is_on_the_topic_that_the_phone_showed(opened: OpenMeeting, fatma: Phone) -> None:
    other = opened.meeting.topics[1]
    fatma.send("Meldingen", topic_id=other.id)
    fatma.send("Weg", topic_id="gone")
    LiveMeeting(opened).switch_topic(other.id)
    fatma.send("Nog te laat gezien", topic_id=a_topic().id)
    assert [idea.topic_id for idea in opened.meeting.ideas[12:]] == [
        other.id,
        a_topic().id,
        a_topic().id,
    ]


@pytest.mark.parametrize(
    ("text", "error"), [("", TextMissing), ("\u200b \x1b", TextMissing), ("a" * 501, TextTooLong)]
)
def test_what_is_no_idea_is_refused(
    opened: OpenMeeting, fatma: Phone, text: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        fatma.send(text)
    assert fatma.own() == ()
    assert len(opened.meeting.ideas) == 12


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING])
def test_before_and_after_no_idea_is_taken(
    open_in: Open, clock: StandingClock, phase: Phase
) -> None:
    phone = Phone(an_open_door(open_in(phase), clock), "Fatma")
    with pytest.raises(WrongPhase):
        phone.send("Een bel bij de deur")


def test_the_same_idea_sent_again_is_one_and_another_of_the_same_text_is_another(
    opened: OpenMeeting, fatma: Phone, ruben: Phone
) -> None:
    first = fatma.send("Een bel bij de deur")
    fatma.send_again(first, "Een bel bij de deur")
    fatma.send("Een bel bij de deur")
    ruben.send("Een bel bij de deur")
    assert len(opened.meeting.ideas) == 15


def test_what_was_kept_is_said_to_be_kept_also_when_the_room_has_gone_on(
    opened: OpenMeeting, fatma: Phone
) -> None:
    sending = fatma.send("Een bel bij de deur")
    live = LiveMeeting(opened)
    live.delete(fatma.idea_id(sending))
    live.move_on()
    live.move_on()
    fatma.send_again(sending, "Een bel bij de deur")
    with pytest.raises(WrongPhase):
        fatma.send("Nog een")
    assert len(opened.meeting.ideas) == 12


def test_what_cannot_be_kept_now_is_refused_quickly_and_sent_again(
    opened: OpenMeeting, fatma: Phone, file: Path
) -> None:
    with raw(file) as elsewhere:
        elsewhere.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            fatma.send("Een bel bij de deur")
        elsewhere.execute("ROLLBACK")
    fatma.send_again(a_sending(1), "Een bel bij de deur")
    assert [idea.text for idea in opened.meeting.ideas[12:]] == ["Een bel bij de deur"]


# Withdrawn


def test_an_own_idea_is_withdrawn_and_does_not_come_back_by_being_sent_again(
    opened: OpenMeeting, fatma: Phone
) -> None:
    sending = fatma.send("Een bel bij de deur")
    fatma.withdraw(sending)
    assert len(opened.meeting.ideas) == 12
    fatma.withdraw(sending)
    fatma.send_again(sending, "Een bel bij de deur")
    assert len(opened.meeting.ideas) == 12
    assert fatma.own() == ()


def test_an_idea_of_another_is_not_withdrawn(
    opened: OpenMeeting, fatma: Phone, ruben: Phone
) -> None:
    sending = fatma.send("Een bel bij de deur")
    with pytest.raises(IdeaGone):
        ruben.withdraw(sending)
    with pytest.raises(IdeaGone):
        fatma.withdraw(a_sending(9))
    assert len(opened.meeting.ideas) == 13


def test_an_idea_is_the_rooms_once_it_is_merged_or_chosen(
    opened: OpenMeeting, fatma: Phone
) -> None:
    live = LiveMeeting(opened)
    merged, chosen = fatma.send("Een bel"), fatma.send("Een bord")
    live.merge(idea_id(1), frozenset({fatma.idea_id(merged)}))
    live.judge(fatma.idea_id(chosen), VerdictKind.SELECTED)
    for sending in (merged, chosen):
        with pytest.raises(CannotWithdraw):
            fatma.withdraw(sending)
    assert [idea.may_withdraw for idea in fatma.own()] == [False, False]
    live.split(idea_id(1))
    fatma.withdraw(merged)
    assert [idea.text for idea in opened.meeting.ideas[12:]] == ["Een bord"]


def test_an_idea_that_the_facilitator_took_away_can_be_withdrawn_too(
    opened: OpenMeeting, fatma: Phone
) -> None:
    live = LiveMeeting(opened)
    sending = fatma.send("Een bel bij de deur")
    live.delete(fatma.idea_id(sending))
    assert fatma.own() == ()
    fatma.withdraw(sending)
    live.take_back()
    assert len(opened.meeting.ideas) == 12


def test_what_waits_is_withdrawn_before_anybody_read_it(opened: OpenMeeting, fatma: Phone) -> None:
    arrivals = PhoneArrivals(opened)
    arrivals.read_first(True)
    sending = fatma.send("Een bel bij de deur")
    assert fatma.own() == (
        OwnIdea(sending, "Een bel bij de deur", None, Fate.WAITS, may_withdraw=True),
    )
    fatma.withdraw(sending)
    assert (fatma.own(), len(arrivals.waiting)) == ((), 0)
    arrivals.read_first(False)
    assert len(opened.meeting.ideas) == 12


def test_what_was_left_out_looks_to_its_sender_like_what_waits(
    opened: OpenMeeting, fatma: Phone
) -> None:
    arrivals = PhoneArrivals(opened)
    arrivals.read_first(True)
    sending = fatma.send("Een bel bij de deur")
    waiting = fatma.own()
    arrivals.leave_out(fatma.idea_id(sending))
    assert fatma.own() == waiting
    fatma.withdraw(sending)
    assert fatma.own() == ()
    arrivals.put_back(fatma.idea_id(sending))
    assert arrivals.waiting == ()


# Dots


@pytest.fixture
def choosing(open_in: Open) -> OpenMeeting:
    return open_in(Phase.SELECTION)


@pytest.fixture
def voting(choosing: OpenMeeting, clock: StandingClock) -> PhoneDoor:
    DotCounting(choosing).begin(6, 3)
    return an_open_door(choosing, clock)


def test_a_phone_gives_its_dots_and_takes_them_back(
    choosing: OpenMeeting, voting: PhoneDoor
) -> None:
    fatma, ruben = Phone(voting, "Fatma"), Phone(voting, "Ruben")
    fatma.give(idea_id(1), 2)
    fatma.give(idea_id(5))
    ruben.give(idea_id(5))
    assert voting.ballot(fatma.known_by) == Ballot({idea_id(1): 2, idea_id(5): 1})
    assert DotCounting(choosing).turnout == Turnout(2, 4)
    with pytest.raises(AllDotsGiven):
        fatma.give(idea_id(2))
    fatma.take(idea_id(1))
    fatma.take(idea_id(3))
    fatma.give(idea_id(2))
    assert voting.ballot(fatma.known_by).dots == {idea_id(1): 1, idea_id(5): 1, idea_id(2): 1}
    assert voting.ballot("phone-of-another") == Ballot()


def test_where_nobody_may_stack_one_dot_is_what_an_idea_gets(
    choosing: OpenMeeting, clock: StandingClock
) -> None:
    DotCounting(choosing).begin(6, 3, stacked=False)
    fatma = Phone(an_open_door(choosing, clock), "Fatma")
    fatma.give(idea_id(1))
    with pytest.raises(OneDotEach):
        fatma.give(idea_id(1))


def test_dots_are_for_ideas_of_the_round_while_it_is_on(
    choosing: OpenMeeting, voting: PhoneDoor
) -> None:
    fatma = Phone(voting, "Fatma")
    LiveMeeting(choosing).switch_topic(choosing.meeting.topics[1].id)
    LiveMeeting(choosing).offer_idea("Meldingen")
    for other in (choosing.meeting.ideas[-1].id, "gone"):
        with pytest.raises(IdeaGone):
            fatma.give(other)
        with pytest.raises(IdeaGone):
            fatma.take(other)
    fatma.give(idea_id(1))
    DotCounting(choosing).open_dots()
    for late in (fatma.give, fatma.take):
        with pytest.raises(NoDotRound):
            late(idea_id(1))
    assert voting.ballot(fatma.known_by) == Ballot()


def test_back_at_collecting_ideas_the_dots_are_kept_for_later(
    choosing: OpenMeeting, voting: PhoneDoor
) -> None:
    fatma, live = Phone(voting, "Fatma"), LiveMeeting(choosing)
    fatma.give(idea_id(1), 2)
    live.move_back()
    with pytest.raises(NoDotRound):
        fatma.give(idea_id(1))
    live.move_on()
    assert voting.ballot(fatma.known_by) == Ballot({idea_id(1): 2})


def test_dots_on_an_idea_that_went_out_of_the_round_are_given_anew(
    choosing: OpenMeeting, voting: PhoneDoor
) -> None:
    fatma, live = Phone(voting, "Fatma"), LiveMeeting(choosing)
    fatma.give(idea_id(1), 3)
    live.switch_topic(choosing.meeting.topics[1].id)
    live.offer_idea("Meldingen")
    other = choosing.meeting.ideas[-1].id
    live.merge(other, frozenset({idea_id(1)}))
    assert voting.ballot(fatma.known_by) == Ballot()
    assert DotCounting(choosing).turnout == Turnout()
    live.take_back()
    assert voting.ballot(fatma.known_by) == Ballot({idea_id(1): 3})
    live.merge(other, frozenset({idea_id(1)}))
    fatma.give(idea_id(2), 3)
    live.take_back()
    assert voting.ballot(fatma.known_by) == Ballot({idea_id(2): 3})


def test_dots_on_an_idea_deleted_by_mistake_come_back_with_it(
    choosing: OpenMeeting, voting: PhoneDoor
) -> None:
    fatma, live = Phone(voting, "Fatma"), LiveMeeting(choosing)
    fatma.give(idea_id(1), 2)
    live.delete(idea_id(1))
    assert voting.ballot(fatma.known_by) == Ballot()
    live.take_back()
    DotCounting(choosing).open_dots()
    assert choosing.meeting.idea(idea_id(1)).dots == 2


# From another process


@pytest.fixture
def elsewhere(file: Path, opened: OpenMeeting) -> Iterator[Store]:
    """The same file in another process."""
    with closing(Store.open(file)) as store:
        yield store


def test_a_door_in_another_process_follows_the_file(
    opened: OpenMeeting, elsewhere: Store, clock: StandingClock
) -> None:
    on_file = MeetingOnFile(elsewhere, opened.meeting.id)
    door = an_open_door(opened, clock, rows=elsewhere.phones, meeting=on_file, arrived=lambda: None)
    fatma = Phone(door, "Fatma")
    sending = fatma.send("Een bel bij de deur")
    assert fatma.own() == (
        OwnIdea(sending, "Een bel bij de deur", None, Fate.WAITS, may_withdraw=True),
    )
    assert on_file() is on_file()
    opened.look_again()
    assert [idea.text for idea in opened.meeting.ideas[12:]] == ["Een bel bij de deur"]
    assert fatma.own()[0].number == 13
    assert door.view.count == 13
    fatma.withdraw(sending)
    assert fatma.own() == (
        OwnIdea(sending, "Een bel bij de deur", 13, Fate.WITHDRAWING, may_withdraw=False),
    )
    opened.look_again()
    assert (fatma.own(), len(opened.meeting.ideas)) == ((), 12)


def test_a_withdrawal_that_came_too_late_is_not_pretended(
    opened: OpenMeeting, elsewhere: Store, clock: StandingClock
) -> None:
    on_file = MeetingOnFile(elsewhere, opened.meeting.id)
    door = an_open_door(opened, clock, rows=elsewhere.phones, meeting=on_file, arrived=lambda: None)
    fatma = Phone(door, "Fatma")
    sending = fatma.send("Een bel bij de deur")
    opened.look_again()
    fatma.withdraw(sending)
    LiveMeeting(opened).merge(idea_id(1), frozenset({fatma.idea_id(sending)}))
    opened.look_again()
    assert [(one.fate, one.number, one.may_withdraw) for one in fatma.own()] == [
        (Fate.IN, 13, False)
    ]


def test_what_comes_in_while_another_process_looks_is_not_missing_for_a_moment(
    opened: OpenMeeting, elsewhere: Store, clock: StandingClock
) -> None:
    on_file = MeetingOnFile(elsewhere, opened.meeting.id)
    door = an_open_door(opened, clock, rows=elsewhere.phones, meeting=on_file, arrived=lambda: None)
    fatma = Phone(door, "Fatma")
    fatma.send("Een bel bij de deur")
    of_before = elsewhere.phones.sent_by_id

    def comes_in_behind_it(*asked: object) -> object:
        found = of_before(*asked)  # type: ignore[arg-type]
        opened.look_again()
        return found

    elsewhere.phones.sent_by_id = comes_in_behind_it  # type: ignore[assignment, method-assign]
    assert [one.number for one in fatma.own()] == [13]


def test_a_meeting_on_file_knows_when_it_is_over_or_gone(
    opened: OpenMeeting, elsewhere: Store
) -> None:
    on_file = MeetingOnFile(elsewhere, opened.meeting.id)
    before = on_file.is_closed
    opened.commit(replace(opened.meeting, nothing_selected_because="Niets was rijp"))
    live = LiveMeeting(opened)
    for _phase in range(3):
        live.move_on()
    assert (before, on_file.is_closed) == (False, True)
    opened._store.delete(opened.meeting.id)
    with pytest.raises(MeetingUnknown):
        on_file()


def test_in_silence_a_phone_sees_its_own_idea_wait_and_in_the_harvest_its_number(
    opened: OpenMeeting, fatma: Phone
) -> None:
    silent = SilentRounds(opened)
    silent.begin(Table(6, 1), 5)
    fatma.send("Een bel bij de deur")
    assert fatma.door.view.moment is PhoneMoment.WRITING
    assert [one.number for one in fatma.own()] == [None]
    silent.harvest()
    assert [one.number for one in fatma.own()] == [13]
