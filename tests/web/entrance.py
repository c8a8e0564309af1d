"""A meeting that is under way, its door, and servers with limits of a test's own choosing."""

from __future__ import annotations

from dataclasses import replace

from socinno_tui.domain.meeting import Meeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.store import Store
from socinno_tui.web.limits import Limits, all_from_one_address
from socinno_tui.web.server import PhoneServer
from tests.service.standing_clock import StandingClock
from tests.web.phones import CODE, Phone, Wire

ROOM = replace(
    all_from_one_address(Limits()), first_delay=0.01, longest_delay=0.05, slice_seconds=0.0
)
"""The limits of a room whose phones are all on this machine; delays of no more than a moment."""


class HandClock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


class Entrance:
    """The meeting, its door, and the servers and connections that a test opens."""

    def __init__(self, store: Store, meeting: Meeting, clock: StandingClock) -> None:
        self.store = store
        self.clock = clock
        self.now = HandClock()
        self.opened = OpenMeeting(store, meeting.id, clock.clock)
        self.arrivals = PhoneArrivals(self.opened)
        self.takes_in = True
        door = self.arrivals.open_door("127.0.0.1", 0)
        self.door = PhoneDoor(
            self.opened.phones, door, clock.clock, lambda: self.opened.meeting, self._arrived
        )
        self.servers: list[PhoneServer] = []
        self.port = 0
        self._open: list[Phone | Wire] = []

    def _arrived(self) -> None:
        if self.takes_in:
            self.arrivals.take_in()

    @property
    def meeting(self) -> Meeting:
        return self.opened.meeting

    @property
    def texts(self) -> list[str]:
        """What the ideas of the meeting say, in their order."""
        return [idea.text for idea in self.meeting.ideas]

    @property
    def server(self) -> PhoneServer:
        return self.servers[-1]

    async def serve(self, limits: Limits = ROOM, **changes: object) -> PhoneServer:
        """Start a server with these limits, some of them changed."""
        held = replace(limits, **changes)  # type: ignore[arg-type]
        server = PhoneServer(self.door, CODE, limits=held, language="en", now=self.now)
        self.port = await server.start("127.0.0.1", [0])
        self.servers.append(server)
        return server

    def phone(self, *, language: str = "en") -> Phone:
        """Give a phone that has not come in yet."""
        phone = Phone(self.port, language=language)
        self._open.append(phone)
        return phone

    async def phone_in(self) -> Phone:
        """Give a phone that has the page open."""
        phone = self.phone()
        assert (await phone.come_in()).status == 200
        return phone

    async def wire(self) -> Wire:
        """Give a bare connection."""
        wire = await Wire.to(self.port)
        self._open.append(wire)
        return wire

    async def close(self) -> None:
        for one in self._open:
            one.end()
        for server in self.servers:
            await server.stop()
        self.opened.release()
