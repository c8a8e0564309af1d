"""The door, what waits at it, and how it comes in: by the window that holds the meeting."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.phones import Fate, IdeasStillWait
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.domain.silent_round import SilentRoundOn
from socinno_tui.domain.step import NothingToTakeBack
from socinno_tui.export.to_json import to_json
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.meeting_intake import MeetingIntake
from socinno_tui.service.meeting_on_screen import ReadOnly
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.store.errors import DatabaseBusy, MeetingHeld
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, a_topic, idea_id
from tests.service.phones import ADDRESS, PORT, Phone, an_open_door
from tests.service.standing_clock import Ear, StandingClock
from tests.store.raw import raw

Window = Callable[[str], OpenMeeting]

BELL = "Een bel bij de deur"


@pytest.fixture
def meeting(store: Store, clock: StandingClock) -> Meeting:
    """A meeting in which ideas are collected, and somebody was heard just now."""
    believable = a_meeting()
    turns = tuple(replace(turn, heard_at=clock.at) for turn in believable.turns)
    topics = (a_topic(), a_topic("De app", "Wat moet de app kunnen?"))
    meeting = replace(believable, turns=turns, topics=topics, changed_at=clock.at)
    store.write(None, meeting)
    return meeting


@pytest.fixture
def opened(store: Store, meeting: Meeting, clock: StandingClock) -> Iterator[OpenMeeting]:
    held = OpenMeeting(store, meeting.id, clock.clock)
    yield held
    held.release()


@pytest.fixture
def arrivals(opened: OpenMeeting) -> PhoneArrivals:
    return PhoneArrivals(opened)


@pytest.fixture
def live(opened: OpenMeeting) -> LiveMeeting:
    return LiveMeeting(opened)


@pytest.fixture
def fatma(opened: OpenMeeting, clock: StandingClock) -> Phone:
    return Phone(an_open_door(opened, clock), "Fatma")


def new_ideas(opened: OpenMeeting) -> list[str]:
    """What came in since the meeting began, in order of number."""
    return [idea.text for idea in opened.meeting.ideas if idea.number > 12]


# The door


def test_a_door_opened_again_has_the_key_it_had_and_another_code(
    arrivals: PhoneArrivals,
) -> None:
    first = arrivals.open_door(ADDRESS, PORT)
    assert arrivals.door == first
    assert first.is_open
    arrivals.close_door()
    shut = arrivals.door
    assert shut is not None
    assert not shut.is_open
    again = arrivals.open_door(ADDRESS, 8081)
    assert again.key == first.key
    assert again.code not in {first.code, ""}


def test_a_door_that_a_crash_left_open_keeps_its_code(
    arrivals: PhoneArrivals, opened: OpenMeeting, window: Window
) -> None:
    before = arrivals.open_door(ADDRESS, PORT)
    opened.phones.count_phones(opened.meeting.id, 7)
    opened.release()
    again = PhoneArrivals(window(opened.meeting.id)).open_door("10.0.0.5", PORT)
    assert again == replace(before, address="10.0.0.5")


def test_a_door_that_was_never_opened_is_neither_closed_nor_read_at(
    arrivals: PhoneArrivals,
) -> None:
    arrivals.close_door()
    arrivals.read_first(True)
    assert (arrivals.door, arrivals.reads_first) == (None, False)


def test_reading_first_outlives_the_door_and_a_crash(
    arrivals: PhoneArrivals, opened: OpenMeeting, window: Window
) -> None:
    arrivals.open_door(ADDRESS, PORT)
    arrivals.read_first(True)
    arrivals.close_door()
    arrivals.open_door(ADDRESS, PORT)
    assert arrivals.reads_first
    opened.release()
    assert PhoneArrivals(window(opened.meeting.id)).reads_first


def test_a_window_that_only_looks_on_changes_nothing_at_the_door(
    arrivals: PhoneArrivals, fatma: Phone, window: Window
) -> None:
    arrivals.read_first(True)
    fatma.send(BELL)
    (waiting,) = arrivals.waiting
    onlooker = PhoneArrivals(window(a_meeting().id))
    for refused in (
        lambda: onlooker.open_door(ADDRESS, PORT),
        onlooker.close_door,
        lambda: onlooker.read_first(False),
        lambda: onlooker.let_in([waiting.id]),
        lambda: onlooker.leave_out(waiting.id),
        lambda: onlooker.put_back(waiting.id),
    ):
        with pytest.raises(ReadOnly):
            refused()
    onlooker.take_in()
    assert onlooker.waiting == arrivals.waiting == (waiting,)


def test_a_meeting_that_is_closed_has_no_door_and_gets_none(
    arrivals: PhoneArrivals, live: LiveMeeting
) -> None:
    arrivals.open_door(ADDRESS, PORT)
    close(live)
    assert arrivals.door is None
    with pytest.raises(WrongPhase):
        arrivals.open_door(ADDRESS, PORT)
    arrivals.close_door()
    arrivals.read_first(True)
    assert arrivals.door is None


# Read first


def test_what_is_read_first_waits_until_it_is_let_in(
    opened: OpenMeeting, arrivals: PhoneArrivals, fatma: Phone
) -> None:
    arrivals.read_first(True)
    sendings = [fatma.send(text) for text in ("Een", "Twee", "Drie")]
    assert new_ideas(opened) == []
    assert sorted(one.text for one in arrivals.waiting) == ["Drie", "Een", "Twee"]
    arrivals.let_in([fatma.idea_id(sendings[1])])
    arrivals.leave_out(fatma.idea_id(sendings[0]))
    assert new_ideas(opened) == ["Twee"]
    assert [one.text for one in arrivals.waiting] == ["Drie"]
    assert [one.text for one in arrivals.left_out] == ["Een"]
    arrivals.put_back(fatma.idea_id(sendings[0]))
    arrivals.read_first(False)
    assert sorted(new_ideas(opened)) == ["Drie", "Een", "Twee"]
    assert arrivals.waiting == arrivals.left_out == ()


def test_what_is_let_in_twice_or_was_never_sent_changes_nothing(
    opened: OpenMeeting, arrivals: PhoneArrivals, fatma: Phone
) -> None:
    arrivals.read_first(True)
    sending = fatma.send(BELL)
    for _time in range(2):
        arrivals.let_in([fatma.idea_id(sending), "gone"])
    assert new_ideas(opened) == [BELL]
    arrivals.leave_out(fatma.idea_id(sending))
    assert new_ideas(opened) == [BELL]
    assert arrivals.left_out == ()


def test_what_was_withdrawn_meanwhile_is_not_let_in(
    opened: OpenMeeting, arrivals: PhoneArrivals, fatma: Phone, file: Path
) -> None:
    arrivals.read_first(True)
    sending = fatma.send(BELL)
    seen_waiting = [one.id for one in arrivals.waiting]
    fatma.withdraw(sending)
    arrivals.let_in(seen_waiting)
    assert new_ideas(opened) == []


def test_while_the_room_writes_nothing_is_let_in(
    opened: OpenMeeting, arrivals: PhoneArrivals, fatma: Phone
) -> None:
    arrivals.read_first(True)
    sending = fatma.send(BELL)
    SilentRounds(opened).begin(Table(6, 1), 5)
    with pytest.raises(SilentRoundOn):
        arrivals.let_in([fatma.idea_id(sending)])
    arrivals.read_first(False)
    assert new_ideas(opened) == []


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING])
def test_where_no_ideas_are_collected_nothing_is_let_in_nor_put_back(
    opened: OpenMeeting, arrivals: PhoneArrivals, live: LiveMeeting, fatma: Phone, phase: Phase
) -> None:
    arrivals.read_first(True)
    sending = fatma.send(BELL)
    arrivals.leave_out(fatma.idea_id(sending))
    if phase is Phase.PREPARATION:
        live.move_back()
    else:
        live.move_on()
        live.move_on()
    assert opened.meeting.phase is phase
    with pytest.raises(WrongPhase):
        arrivals.put_back(fatma.idea_id(sending))
    with pytest.raises(WrongPhase):
        arrivals.let_in([])
    arrivals.take_in()
    assert len(arrivals.left_out) == 1


# In silence


@pytest.mark.parametrize("ended", ["harvest", "end", "move_on"])
def test_what_is_written_in_silence_appears_together_at_its_end(
    opened: OpenMeeting, arrivals: PhoneArrivals, live: LiveMeeting, fatma: Phone, ended: str
) -> None:
    silent = SilentRounds(opened)
    silent.begin(Table(6, 1), 5)
    for text in ("Een", "Twee", "Drie"):
        fatma.send(text)
    arrivals.take_in()
    assert new_ideas(opened) == []
    {"harvest": silent.harvest, "end": silent.end, "move_on": live.move_on}[ended]()
    assert sorted(new_ideas(opened)) == ["Drie", "Een", "Twee"]
    in_order = [idea.id for idea in opened.meeting.ideas[12:]]
    assert in_order == sorted(in_order)


def test_what_is_written_in_silence_is_read_first_where_ideas_are(
    opened: OpenMeeting, arrivals: PhoneArrivals, fatma: Phone
) -> None:
    arrivals.read_first(True)
    silent = SilentRounds(opened)
    silent.begin(Table(6, 1), 5)
    fatma.send(BELL)
    silent.harvest()
    assert (new_ideas(opened), len(arrivals.waiting)) == ([], 1)


def test_a_step_back_in_the_harvest_leaves_what_phones_wrote(
    opened: OpenMeeting, fatma: Phone
) -> None:
    silent = SilentRounds(opened)
    silent.begin(Table(6, 1), 5)
    fatma.send(BELL)
    silent.harvest()
    silent.offer("Uit de oogst")
    fatma.send("Nog een")
    silent.take_back()
    assert new_ideas(opened) == [BELL, "Nog een"]
    silent.offer("Uit de oogst, beter")
    assert len({idea.number for idea in opened.meeting.ideas}) == 15


# By phase


def test_what_waits_in_preparation_comes_in_when_the_meeting_goes_on(
    opened: OpenMeeting, live: LiveMeeting, fatma: Phone
) -> None:
    SilentRounds(opened).begin(Table(6, 1), 5)
    fatma.send(BELL)
    live.move_back()
    assert new_ideas(opened) == []
    live.move_on()
    assert new_ideas(opened) == [BELL]


def test_choosing_goes_on_only_when_nothing_waits_to_be_read(
    opened: OpenMeeting, arrivals: PhoneArrivals, live: LiveMeeting, fatma: Phone
) -> None:
    arrivals.read_first(True)
    sendings = [fatma.send(text) for text in ("Een", "Twee")]
    live.move_on()
    before = opened.meeting
    with pytest.raises(IdeasStillWait) as refused:
        live.move_on()
    assert refused.value.count == 2
    assert opened.meeting is before
    arrivals.let_in([fatma.idea_id(sendings[0])])
    arrivals.leave_out(fatma.idea_id(sendings[1]))
    live.move_on()
    assert opened.meeting.phase is Phase.CLOSING
    assert new_ideas(opened) == ["Een"]


def test_what_arrives_in_the_last_moment_of_choosing_is_in_or_refused_and_never_lost(
    opened: OpenMeeting, live: LiveMeeting, clock: StandingClock, file: Path
) -> None:
    with closing(Store.open(file)) as elsewhere:
        meeting_id = opened.meeting.id
        door = an_open_door(
            opened,
            clock,
            rows=elsewhere.phones,
            meeting=lambda: elsewhere.meeting(meeting_id),
            arrived=lambda: None,
        )
        fatma = Phone(door, "Fatma")
        live.move_on()
        fatma.send(BELL)
        live.move_on()
        assert (opened.meeting.phase, new_ideas(opened)) == (Phase.CLOSING, [BELL])
        with pytest.raises(WrongPhase):
            fatma.send("Te laat")


def test_closing_twice_or_going_back_takes_nothing_from_phones_with_it(
    opened: OpenMeeting, live: LiveMeeting, fatma: Phone
) -> None:
    live.move_on()
    live.move_on()
    live.move_back()
    fatma.send(BELL)
    assert new_ideas(opened) == [BELL]
    close(live)
    assert new_ideas(opened) == [BELL]
    assert opened.phones.sent(opened.meeting.id, *Fate) == ()


# Steps taken back


def test_a_deletion_taken_back_brings_the_idea_and_sending_it_again_no_second(
    opened: OpenMeeting, live: LiveMeeting, fatma: Phone
) -> None:
    sending = fatma.send(BELL)
    live.delete(fatma.idea_id(sending))
    fatma.send_again(sending, BELL)
    assert new_ideas(opened) == []
    live.take_back()
    fatma.send_again(sending, BELL)
    assert new_ideas(opened) == [BELL]
    assert fatma.own()[0].number == 13


def test_a_step_taken_back_does_not_bring_what_its_sender_withdrew(
    opened: OpenMeeting, live: LiveMeeting, fatma: Phone
) -> None:
    sending = fatma.send(BELL)
    idea = fatma.idea_id(sending)
    live.word_anew(idea, "Een gong bij de deur")
    live.merge(idea_id(1), frozenset({idea}))
    live.split(idea_id(1))
    fatma.withdraw(sending)
    for _step in range(3):
        live.take_back()
        assert new_ideas(opened) == []
    with pytest.raises(NothingToTakeBack):
        live.take_back()


def test_a_withdrawal_that_is_on_its_way_is_not_undone(
    opened: OpenMeeting, live: LiveMeeting, clock: StandingClock
) -> None:
    fatma = Phone(an_open_door(opened, clock, arrived=lambda: None), "Fatma")
    sending = fatma.send(BELL)
    opened.take_in()
    live.delete(fatma.idea_id(sending))
    fatma.withdraw(sending)
    live.take_back()
    opened.take_in()
    assert new_ideas(opened) == []


# Once, and kept


def test_a_meeting_opened_again_takes_in_what_a_crash_left_waiting(
    opened: OpenMeeting, clock: StandingClock, window: Window, store: Store
) -> None:
    fatma = Phone(an_open_door(opened, clock, arrived=lambda: None), "Fatma")
    fatma.send(BELL)
    opened.release()
    again = window(opened.meeting.id)
    assert new_ideas(again) == [BELL]
    assert store.meeting(again.meeting.id) == again.meeting


def test_an_onlooker_that_takes_over_takes_in_what_waits(
    opened: OpenMeeting, clock: StandingClock, window: Window
) -> None:
    fatma = Phone(an_open_door(opened, clock, arrived=lambda: None), "Fatma")
    onlooker = window(opened.meeting.id)
    fatma.send(BELL)
    onlooker.look_again()
    assert new_ideas(onlooker) == []
    opened.release()
    onlooker.look_again()
    assert new_ideas(onlooker) == [BELL]


def test_who_listens_is_told_once_of_what_came_in(opened: OpenMeeting, fatma: Phone) -> None:
    ear = Ear()
    opened.listen(ear)
    fatma.send(BELL)
    opened.take_in()
    opened.look_again()
    assert ear.heard == [opened.meeting]


def test_what_cannot_be_taken_in_now_waits_and_is_at_the_next_look(
    opened: OpenMeeting, clock: StandingClock, file: Path
) -> None:
    fatma = Phone(an_open_door(opened, clock, arrived=lambda: None), "Fatma")
    fatma.send(BELL)
    with raw(file) as elsewhere:
        elsewhere.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            opened.take_in()
        elsewhere.execute("ROLLBACK")
    opened.look_again()
    assert new_ideas(opened) == [BELL]


def test_a_silence_ends_though_what_was_written_cannot_come_in_yet(
    opened: OpenMeeting, fatma: Phone, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = SilentRounds(opened)
    silent.begin(Table(6, 1), 5)
    fatma.send(BELL)

    def busy(*_asked: object, **_how: object) -> Meeting:
        raise DatabaseBusy(store.path)

    with monkeypatch.context() as patched:
        patched.setattr(store, "write_arrived", busy)
        silent.end()
    assert new_ideas(opened) == []
    opened.look_again()
    assert new_ideas(opened) == [BELL]


def test_when_something_came_from_a_phone_is_known_to_the_minute(
    opened: OpenMeeting, fatma: Phone, clock: StandingClock, live: LiveMeeting
) -> None:
    clock.passes(minutes=2, seconds=17)
    fatma.send(BELL)
    minute = clock.at.start_of("minute")
    assert opened.meeting.changed_at == minute
    clock.passes(seconds=8)
    live.offer_idea("Getikt")
    typed_at = clock.at
    clock.passes(seconds=9)
    fatma.send("Nog een")
    assert opened.meeting.changed_at == typed_at
    clock.passes(minutes=-5)
    fatma.send("De klok is teruggezet")
    assert opened.meeting.changed_at == typed_at


# Other files, other windows


def test_a_meeting_taken_from_another_file_keeps_what_waits_here(
    opened: OpenMeeting, clock: StandingClock, store: Store, tmp_path: Path, window: Window
) -> None:
    meeting = opened.meeting
    arrivals = PhoneArrivals(opened)
    fatma = Phone(an_open_door(opened, clock), "Fatma")
    arrivals.read_first(True)
    sending = fatma.send(BELL)
    bundle = tmp_path / "bundle.json"
    later = replace(meeting, title="Van de collega", changed_at=clock.at.add(minutes=5))
    bundle.write_text(to_json([later]), encoding="utf-8")
    intake = MeetingIntake(store, clock.clock)
    plan = intake.look(bundle)
    with pytest.raises(MeetingHeld):
        intake.take_in(plan)
    opened.release()
    intake.take_in(plan)
    again = window(meeting.id)
    arrivals = PhoneArrivals(again)
    assert again.meeting.title == "Van de collega"
    assert [one.text for one in arrivals.waiting] == [BELL]
    assert arrivals.reads_first
    door = PhoneDoor(
        again.phones,
        arrivals.open_door(ADDRESS, PORT),
        clock.clock,
        lambda: again.meeting,
        again.take_in,
    )
    Phone(door, "Fatma").send_again(sending, BELL)
    arrivals.read_first(False)
    assert new_ideas(again) == [BELL]


def test_a_meeting_thrown_away_and_put_back_has_what_waited(
    opened: OpenMeeting, clock: StandingClock, store: Store, window: Window
) -> None:
    fatma = Phone(an_open_door(opened, clock, arrived=lambda: None), "Fatma")
    fatma.send(BELL)
    opened.release()
    library = Library(store, clock.clock)
    thrown_away = library.delete(opened.meeting.id)
    assert opened.phones.sent(opened.meeting.id, *Fate) == ()
    library.put_back(thrown_away)
    assert new_ideas(window(opened.meeting.id)) == [BELL]


def close(live: LiveMeeting) -> None:
    """Close the meeting without anything selected."""
    live.opened.commit(replace(live.meeting, nothing_selected_because="Eerst wordt er geluisterd"))
    while live.meeting.phase is not Phase.FOLLOW_UP:
        live.move_on()
