"""Who answers the phones of a meeting: what holds the door, and what a refusal leaves behind."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.domain.phones import Door, Fate, SentIdea
from socinno_tui.domain.phones_now import AddressGone, NoNetwork, ServedElsewhere, Serving
from socinno_tui.service.doors import PORTS
from socinno_tui.service.meeting_on_screen import ReadOnly
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.service.phone_host import PhoneHost
from socinno_tui.store.errors import MeetingHeld
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, a_topic
from tests.phones import (
    ADDRESSES,
    CABLE,
    CODE,
    KEY,
    NO_NETWORK,
    WIFI,
    NoServer,
    PortsTaken,
    keep_door,
)
from tests.service.standing_clock import StandingClock

MEETING = a_meeting(ideas=())


class Laptop:
    """A machine with these addresses, on which some cannot be served at."""

    def __init__(self, opened: OpenMeeting) -> None:
        self.addresses: tuple[OwnAddress, ...] = ADDRESSES
        self.refuses: frozenset[str] = frozenset()
        self.brought = 0
        self.host = PhoneHost(opened, self._server, lambda: self.addresses, self._note)

    @property
    def server(self) -> NoServer:
        assert isinstance(self.host.answering, NoServer)
        return self.host.answering

    def _server(self, door: PhoneDoor, code: str) -> NoServer:
        return NoServer(door, code, refuses=self.refuses)

    def _note(self) -> None:
        self.brought += 1


@pytest.fixture
def opened(store: Store, clock: StandingClock) -> Iterator[OpenMeeting]:
    store.write(None, MEETING)
    meeting = OpenMeeting(store, MEETING.id, clock.clock)
    yield meeting
    meeting.release()


@pytest.fixture
def laptop(opened: OpenMeeting) -> Laptop:
    return Laptop(opened)


def is_left_open(laptop: Laptop) -> bool:
    return laptop.host.was_left_open


async def test_the_door_opens_where_phones_most_likely_reach_it(laptop: Laptop) -> None:
    await laptop.host.open()
    now = laptop.host.now()
    assert (now.serving, now.place) == (Serving.HERE, "192.168.1.20:8080")
    assert laptop.server.tried == (*PORTS, 0)
    server = laptop.server
    await laptop.host.open()
    assert laptop.server is server


async def test_who_holds_the_door_holds_it_alone(laptop: Laptop, store: Store, file: Path) -> None:
    with closing(Store.open(file)) as other:
        await laptop.host.open()
        with pytest.raises(MeetingHeld):
            other.phones.hold(MEETING.id)
        laptop.host.close()
        with other.phones.hold(MEETING.id):
            keep_door(other.phones, Door(MEETING.id, KEY, CODE, WIFI.ip, 8081))
            assert laptop.host.now().serving is Serving.ANOTHER_PROCESS
            assert not is_left_open(laptop)
            with pytest.raises(ServedElsewhere):
                await laptop.host.open()
            # What is not ours is not closed by us.
            laptop.host.close()
            assert laptop.host.now().code == CODE
        assert is_left_open(laptop)
        await laptop.host.open()
        assert laptop.host.now().code == CODE


async def test_it_moves_to_an_address_or_stays(laptop: Laptop) -> None:
    assert await laptop.host.move_to(WIFI.ip) is None
    first, code = laptop.server, laptop.server.code
    assert await laptop.host.move_to(WIFI.ip) is None
    assert laptop.server is first
    laptop.refuses = frozenset({CABLE.ip})
    with pytest.raises(PortsTaken):
        await laptop.host.move_to(CABLE.ip)
    assert laptop.server is first
    assert laptop.host.now().place == "192.168.1.20:8080"
    laptop.refuses = frozenset()
    assert await laptop.host.move_to(CABLE.ip) is first
    assert laptop.host.now().place == "10.0.0.7:8080"
    assert laptop.server.code == code


async def test_what_cannot_open_leaves_nothing_open(laptop: Laptop, store: Store) -> None:
    laptop.refuses = frozenset({WIFI.ip})
    with pytest.raises(PortsTaken):
        await laptop.host.open()
    now = laptop.host.now()
    assert (now.serving, now.is_open, now.is_shut) == (Serving.NOBODY, False, False)
    store.phones.hold(MEETING.id).release()
    laptop.addresses = NO_NETWORK
    with pytest.raises(NoNetwork):
        await laptop.host.open()
    assert not laptop.host.now().has_network


async def test_a_window_that_only_reads_opens_no_door(
    opened: OpenMeeting, clock: StandingClock, file: Path
) -> None:
    with closing(Store.open(file)) as other:
        reading = Laptop(OpenMeeting(other, MEETING.id, clock.clock))
        with pytest.raises(ReadOnly):
            await reading.host.open()
        assert reading.host.now().serving is Serving.ANOTHER_WINDOW


@pytest.mark.parametrize(
    "ask", [PhoneHost.resume, PhoneHost.open], ids=lambda ask: getattr(ask, "__name__", "")
)
async def test_after_a_crash_the_same_code_holds(
    laptop: Laptop, store: Store, ask: Callable[[PhoneHost], object]
) -> None:
    keep_door(store.phones, Door(MEETING.id, KEY, CODE, CABLE.ip, 8085))
    await (laptop.host.resume() if ask is PhoneHost.resume else laptop.host.open())
    assert laptop.host.now().link == f"HTTP://10.0.0.7:8085/{CODE}"


async def test_an_address_that_went_away_is_told(
    laptop: Laptop, store: Store, clock: StandingClock
) -> None:
    keep_door(store.phones, Door(MEETING.id, KEY, CODE, "192.168.7.7", 8085))
    with pytest.raises(AddressGone):
        await laptop.host.resume()
    await laptop.host.open()
    laptop.addresses = (CABLE,)
    laptop.host.check_address()
    clock.passes(seconds=11)
    with pytest.raises(AddressGone):
        laptop.host.check_address()


def test_what_waits_is_counted_and_read_first_only_where_that_is_asked(
    laptop: Laptop, store: Store, clock: StandingClock
) -> None:
    keep_door(store.phones, Door(MEETING.id, KEY, reads_first=True))
    for number in range(3):
        idea = SentIdea(f"{number}", a_topic().id, f"Idee {number}", clock.at.start_of("minute"))
        store.phones.add_idea(MEETING.id, idea)
    laptop.host.take_in()
    now = laptop.host.now()
    assert (now.waiting, len(now.row), now.can_put_back) == (3, 3, False)
    laptop.host.leave_out("1")
    assert store.phones.count(MEETING.id, Fate.LEFT_OUT) == 1
    assert laptop.host.now().can_put_back
    laptop.host.put_back()
    laptop.host.put_back()
    assert laptop.host.now().waiting == 3
    laptop.host.arrivals.read_first(False)
    assert laptop.host.now().waiting == 0


def test_only_what_another_process_wrote_is_seen(
    opened: OpenMeeting, store: Store, file: Path
) -> None:
    assert not opened.look_at_phones()
    keep_door(store.phones, Door(MEETING.id, KEY))
    assert not opened.look_at_phones()
    with closing(Store.open(file)) as other:
        keep_door(other.phones, Door(MEETING.id, KEY, CODE))
    assert opened.look_at_phones()
    assert not opened.look_at_phones()
