"""Looked for in the bytes: nothing on disk tells what came from which phone, or just when."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pendulum import DateTime

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Fate
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.service.backup import back_up
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import MeetingOnFile, PhoneDoor
from socinno_tui.service.phone_signs import new_sending
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.store.cells import instant_text
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, idea_id
from tests.service.phones import ADDRESS, PORT
from tests.service.standing_clock import StandingClock
from tests.store.raw import raw

PHONES = 5

Opening = Callable[["Hall"], None]


@dataclass
class Hall:
    """A room in which phones write and give dots, and all that nobody may find out afterwards."""

    store: Store
    clock: StandingClock
    opened: OpenMeeting
    door: PhoneDoor
    key: bytes
    codes: list[str]
    phones: list[str]
    sendings: list[tuple[str, str]] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    moments: list[DateTime] = field(default_factory=list)
    voters: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.store.path.parent

    def a_moment_passes(self) -> None:
        """Let it be another second, known to the microsecond, in which a phone does something."""
        self.clock.at = self.clock.at.add(seconds=7, microseconds=123_457)
        self.moments.append(self.clock.at)

    def send(self, phone: str, text: str) -> str:
        self.a_moment_passes()
        sending = new_sending()
        self.sendings.append((phone, sending))
        self.door.send(phone, sending, text, self.opened.meeting.topic.id)
        return sending

    def withdraw(self, phone: str, sending: str) -> None:
        self.a_moment_passes()
        self.door.withdraw(phone, sending)
        self.withdrawn.append(self.door.signs.idea_id(phone, sending))

    def everybody_writes(self) -> None:
        """Ideas at once, in silence and read first; of each some are withdrawn."""
        live, silent = LiveMeeting(self.opened), SilentRounds(self.opened)
        arrivals = PhoneArrivals(self.opened)
        for round_of in range(3):
            if round_of == 1:
                silent.begin(Table(6, 1), 5)
            if round_of == 2:
                arrivals.read_first(True)
            sent = [self.send(phone, f"Idee {round_of} van {n}") for n, phone in self.numbered]
            self.withdraw(self.phones[0], sent[0])
            if round_of == 1:
                silent.end()
        arrivals.leave_out(arrivals.waiting[0].id)
        arrivals.let_in(one.id for one in arrivals.waiting)
        live.move_on()

    def everybody_gives_dots(self) -> None:
        """Each gives dots, and some take one back."""
        DotCounting(self.opened).begin(6, 3)
        begun = self.opened.meeting.dot_round
        assert begun is not None
        for number, phone in self.numbered:
            self.a_moment_passes()
            self.voters.append(self.door.signs.voter(phone, begun.id))
            for place in range(3):
                self.door.give_dot(phone, idea_id(1 + (number + place) % 12))
            if number % 2:
                self.a_moment_passes()
                self.door.take_dot(phone, idea_id(1 + number))
        # One takes back all it gave, and is a voter no more.
        for place in range(3):
            self.door.take_dot(self.phones[0], idea_id(1 + place))

    def close(self) -> None:
        """Close the door, and the meeting."""
        PhoneArrivals(self.opened).close_door()
        self.close_meeting()

    def close_meeting(self) -> None:
        self.opened.commit(
            replace(self.opened.meeting, nothing_selected_because="Eerst wordt er geluisterd")
        )
        live = LiveMeeting(self.opened)
        while self.opened.meeting.phase is not Phase.FOLLOW_UP:
            live.move_on()

    @property
    def numbered(self) -> Iterator[tuple[int, str]]:
        return enumerate(self.phones)

    def on_disk(self) -> bytes:
        """All that stands in any file of the folder, and the names of these."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return b"\n".join(path.name.encode() + path.read_bytes() for path in found)

    def traces(self, *secrets: str | bytes) -> list[str | bytes]:
        """Those of these that stand somewhere on the disk, as they are or written as hex digits."""
        there = self.on_disk().lower()
        found = []
        for secret in secrets:
            plain = secret.encode() if isinstance(secret, str) else secret
            written = [plain.lower(), plain.hex().encode()]
            if isinstance(secret, str) and re.fullmatch(r"[0-9a-f]{16,}", secret):
                written.append(bytes.fromhex(secret).lower())
            if any(form in there for form in written):
                found.append(secret)
        return found

    @property
    def known_by(self) -> list[str]:
        """What phones are known by, and what they know their ideas by."""
        signs = self.door.signs
        return [
            *self.phones,
            *(signs.pass_of(phone).partition(".")[2] for phone in self.phones),
            *(signs.form_sign(phone) for phone in self.phones),
            *(sending for _phone, sending in self.sendings),
        ]


@pytest.fixture
def hall(store: Store, clock: StandingClock, file: Path) -> Iterator[Hall]:
    meeting = a_meeting()
    turns = tuple(replace(turn, heard_at=clock.at) for turn in meeting.turns)
    store.write(None, replace(meeting, turns=turns))
    opened = OpenMeeting(store, meeting.id, clock.clock)
    arrivals = PhoneArrivals(opened)
    before = arrivals.open_door(ADDRESS, PORT)
    arrivals.close_door()
    door = arrivals.open_door(ADDRESS, PORT)
    served = PhoneDoor(opened.phones, door, clock.clock, lambda: opened.meeting, opened.take_in)
    phones = [served.signs.new_phone() for _phone in range(PHONES)]
    yield Hall(store, clock, opened, served, door.key, [before.code, door.code], phones)
    opened.release()


# While it goes on


def test_what_is_looked_for_is_found_where_it_stands(hall: Hall) -> None:
    assert hall.traces(hall.key, hall.codes[1], "nowhere to be found") == [hall.key, hall.codes[1]]
    (hall.folder / "socinno.log").write_bytes(b"cookie: " + hall.phones[0].encode())
    (hall.folder / "raw").write_bytes(bytes.fromhex("00ff" * 16))
    assert hall.traces(hall.phones[0], "00ff" * 16) == [hall.phones[0], "00ff" * 16]


def test_while_the_meeting_goes_on_nothing_on_disk_is_what_a_phone_is_known_by(
    hall: Hall,
) -> None:
    hall.everybody_writes()
    assert hall.traces(*hall.known_by) == []
    hall.everybody_gives_dots()
    assert hall.traces(*hall.known_by) == []
    hall.opened.release()
    hall.store.close()
    assert hall.traces(*hall.known_by) == []


def test_a_code_of_before_opens_nothing_and_stands_nowhere(hall: Hall) -> None:
    assert hall.traces(*hall.codes) == [hall.codes[1]]


def test_no_moment_finer_than_the_minute_is_that_of_a_phone(hall: Hall) -> None:
    hall.everybody_writes()
    hall.everybody_gives_dots()
    seconds = {instant_text(moment)[:19] for moment in hall.moments}
    assert len(seconds) > 20
    told = re.findall(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", hall.on_disk())
    assert told
    # What the facilitator did in the same second, such as to begin a round, is the room's.
    room = {instant_text(moment)[:19] for moment in moments_of_the_room(hall)}
    assert seconds - room
    assert not (seconds - room).intersection(found.decode() for found in told)
    with raw(hall.store.path) as connection:
        for table in ("ideas", "phone_ideas"):
            offered = connection.execute(f"SELECT offered_at FROM {table}").fetchall()
            assert {at[17:] for (at,) in offered} == {"00.000000Z"}


def test_no_table_that_phones_write_keeps_an_order(hall: Hall) -> None:
    hall.everybody_writes()
    hall.everybody_gives_dots()
    with raw(hall.store.path) as connection:
        for table in ("phone_ideas", "ballots"):
            with pytest.raises(sqlite3.OperationalError, match="no such column"):
                connection.execute(f"SELECT rowid FROM {table}")
        told = dict(connection.execute("SELECT name, wr FROM pragma_table_list").fetchall())
    assert (told["phone_ideas"], told["ballots"]) == (1, 1)


def test_what_comes_in_together_comes_in_an_order_that_tells_nothing(hall: Hall) -> None:
    hall.everybody_writes()
    silent = [idea for idea in hall.opened.meeting.ideas if idea.text.startswith("Idee 1")]
    read = [idea for idea in hall.opened.meeting.ideas if idea.text.startswith("Idee 2")]
    for together in (silent, read):
        assert len(together) > 2
        assert [idea.id for idea in together] == sorted(idea.id for idea in together)


# After the dots


def opened_by_hand(hall: Hall) -> None:
    DotCounting(hall.opened).open_dots()


def stopped(hall: Hall) -> None:
    DotCounting(hall.opened).stop()


def topic_changed_and_opened(hall: Hall) -> None:
    counting = DotCounting(hall.opened)
    counting.count_rest_at_nought()
    LiveMeeting(hall.opened).delete(idea_id(2))
    counting.open_dots()


ENDINGS: tuple[Opening, ...] = (opened_by_hand, stopped, topic_changed_and_opened)


@pytest.mark.parametrize("ends", ENDINGS)
@pytest.mark.parametrize("looked_on", [False, True])
def test_after_a_round_nobody_gave_a_dot(hall: Hall, ends: Opening, looked_on: bool) -> None:
    hall.everybody_writes()
    hall.everybody_gives_dots()
    assert len(hall.traces(*hall.voters)) == len(hall.voters)
    with closing(Store.open_to_read(hall.store.path)) as room:
        if looked_on:
            room.meeting(hall.opened.meeting.id)
        ends(hall)
        assert hall.traces(*hall.voters) == []
    with raw(hall.store.path) as connection:
        assert connection.execute("SELECT count(*) FROM ballots").fetchone() == (0,)


def test_dots_all_taken_back_leave_no_trace_either(hall: Hall) -> None:
    LiveMeeting(hall.opened).move_on()
    counting = DotCounting(hall.opened)
    counting.begin(6, 3)
    begun = hall.opened.meeting.dot_round
    assert begun is not None
    hall.door.give_dot(hall.phones[0], idea_id(1))
    hall.door.take_dot(hall.phones[0], idea_id(1))
    voter = hall.door.signs.voter(hall.phones[0], begun.id)
    assert hall.traces(voter) == [voter]
    counting.stop()
    assert hall.traces(voter) == []


# After the meeting


@pytest.mark.parametrize("looked_on", [False, True])
def test_after_the_meeting_no_idea_leads_to_a_phone(hall: Hall, looked_on: bool) -> None:
    hall.everybody_writes()
    hall.everybody_gives_dots()
    opened_by_hand(hall)
    secrets: list[str | bytes] = [
        hall.key,
        *hall.codes,
        *hall.withdrawn,
        *hall.known_by,
        *hall.voters,
        ADDRESS,
    ]
    assert hall.traces(hall.key, *hall.withdrawn[1:]) == [hall.key, *hall.withdrawn[1:]]
    with closing(Store.open_to_read(hall.store.path)) as room:
        if looked_on:
            room.meeting(hall.opened.meeting.id)
        hall.close()
        assert hall.traces(*secrets) == []
        assert hall.opened.phones.sent(hall.opened.meeting.id, *Fate) == ()
        # What the room saw is all there.
        texts = [idea.text for idea in room.meeting(hall.opened.meeting.id).ideas]
    assert len([text for text in texts if text.startswith("Idee")]) == 11


def test_a_meeting_that_is_closed_with_its_door_open_leaves_no_door(hall: Hall) -> None:
    hall.everybody_writes()
    hall.close_meeting()
    assert hall.traces(hall.key, *hall.codes, ADDRESS) == []


def test_a_process_of_its_own_that_still_serves_brings_nothing_back(hall: Hall) -> None:
    with closing(Store.open(hall.store.path)) as elsewhere:
        on_file = MeetingOnFile(elsewhere, hall.opened.meeting.id)
        kept = PhoneArrivals(hall.opened).door
        assert kept is not None
        hall.door = PhoneDoor(
            elsewhere.phones, kept, hall.clock.clock, on_file, hall.opened.look_again
        )
        hall.everybody_writes()
        hall.close_meeting()
        elsewhere.phones.count_phones(hall.opened.meeting.id, 5)
        assert on_file.is_closed
        assert hall.door.view.recap
        assert hall.traces(hall.key, *hall.codes, *hall.withdrawn, *hall.known_by) == []


def test_a_copy_made_in_the_middle_leads_to_no_phone(hall: Hall, tmp_path: Path) -> None:
    hall.everybody_writes()
    hall.everybody_gives_dots()
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()
    back_up(hall.store, copy)
    with closing(Store.open(copy)) as copied:
        assert copied.meeting(hall.opened.meeting.id) == hall.opened.meeting
    there = copy.read_bytes()
    for secret in (*hall.codes, *hall.withdrawn, *hall.known_by, *hall.voters, ADDRESS):
        assert secret.encode() not in there
    assert hall.key not in there
    assert [path.name for path in copy.parent.iterdir()] == ["copy.db"]


# Somebody reads just then


def test_what_could_not_be_wiped_is_wiped_at_the_next_look(hall: Hall) -> None:
    hall.everybody_writes()
    hall.everybody_gives_dots()
    with raw(hall.store.path) as reader:
        reading_on(reader)
        opened_by_hand(hall)
        assert len(hall.traces(*hall.voters)) == len(hall.voters)
        hall.opened.look_again()
        assert len(hall.traces(*hall.voters)) == len(hall.voters)
        reader.execute("ROLLBACK")
        hall.opened.look_again()
        assert hall.traces(*hall.voters) == []
        reading_on(reader)
        hall.close()
        assert hall.traces(hall.key) == [hall.key]
        reader.execute("ROLLBACK")
        hall.opened.look_again()
        assert hall.traces(hall.key, *hall.codes, *hall.withdrawn) == []


def test_what_could_not_be_wiped_is_wiped_when_the_meeting_is_left(hall: Hall) -> None:
    hall.everybody_writes()
    with raw(hall.store.path) as reader:
        reading_on(reader)
        hall.close()
        reader.execute("ROLLBACK")
        hall.opened.release()
        assert hall.traces(hall.key, *hall.withdrawn) == []


def test_what_could_not_be_forgotten_is_forgotten_at_the_next_opening(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.everybody_writes()
    with monkeypatch.context() as killed:
        killed.setattr(OpenMeeting, "tidy", lambda _self: None)
        hall.close()
        hall.opened.release()
    assert hall.traces(hall.key) == [hall.key]
    with closing(Store.open(hall.store.path)) as again:
        OpenMeeting(again, hall.opened.meeting.id, hall.clock.clock).release()
        assert hall.traces(hall.key, *hall.withdrawn) == []


def reading_on(reader: sqlite3.Connection) -> None:
    """Begin to read, and stay where it is: so long nothing can be wiped."""
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM meetings").fetchone()


def moments_of_the_room(hall: Hall) -> Iterator[DateTime]:
    """When the facilitator did something."""
    meeting = hall.opened.meeting
    for turn in meeting.turns:
        yield from (at for at in (turn.started_at, turn.heard_at, turn.ended_at) if at)
    if meeting.changed_at is not None:
        yield meeting.changed_at
    if meeting.agenda.since is not None:
        yield meeting.agenda.since
