"""A meeting under way with its door open, as the phones in the room find it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from socinno_tui.domain.meeting import Meeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.store import Store
from socinno_tui.web.server import PhoneServer
from tests.blank_file import blank_file
from tests.service.standing_clock import StandingClock

HERE = "127.0.0.1"


@dataclass
class Hall:
    """One meeting, held in this loop as the app holds it, and its server."""

    opened: OpenMeeting
    arrivals: PhoneArrivals
    server: PhoneServer
    port: int = 0
    took_in: list[None] = field(default_factory=list)

    @property
    def address(self) -> str:
        """What a phone scans."""
        door = self.arrivals.door
        assert door is not None
        return f"http://{HERE}:{self.port}/{door.code}"

    @property
    def texts(self) -> list[str]:
        """The ideas in the meeting, in the order of their numbers."""
        return [idea.text for idea in self.opened.meeting.ideas]

    def becomes(self, meeting: Meeting) -> None:
        """Let something happen in the room."""
        self.opened.commit(meeting)
        self.arrivals.take_in()
        self.server.changed()

    async def opens(self) -> None:
        """Let phones come in, at the port of before if there was one."""
        door = self.arrivals.open_door(HERE, self.port)
        gone_in = PhoneDoor(
            self.opened.phones,
            door,
            self.opened.clock,
            lambda: self.opened.meeting,
            self._arrived,
        )
        self.server = PhoneServer(gone_in, door.code)
        self.port = await self.server.start(HERE, [self.port])

    def _arrived(self) -> None:
        self.arrivals.take_in()
        self.server.changed()


@asynccontextmanager
async def a_hall(folder: Path, meeting: Meeting) -> AsyncIterator[Hall]:
    """Hold a meeting, and let phones come in."""
    with closing(Store.open(blank_file(folder / "bijeenkomsten.db"))) as store:
        store.write(None, meeting)
        opened = OpenMeeting(store, meeting.id, StandingClock().clock)
        hall = Hall(opened, PhoneArrivals(opened))
        await hall.opens()
        yield hall
        await hall.server.stop()
        opened.release()
