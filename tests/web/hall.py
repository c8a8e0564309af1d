"""A meeting under way with its door open, as the phones in the room find it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Final

from socinno_tui.domain.meeting import Meeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.store import Store
from socinno_tui.web.server import PhoneServer
from tests.blank_file import blank_file
from tests.meetings import STARTS_AT
from tests.service.standing_clock import StandingClock

HERE: Final = "127.0.0.1"


class Hall:
    """One meeting, held in this loop as the app holds it, and the server of its phones."""

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened
        self.arrivals = PhoneArrivals(opened)
        self.address = ""
        self._port = 0
        self._server: PhoneServer | None = None

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    @property
    def texts(self) -> list[str]:
        """The ideas, in the order of their numbers."""
        return [idea.text for idea in self.meeting.ideas]

    def becomes(self, meeting: Meeting) -> None:
        """Let something happen in the room."""
        self.opened.commit(meeting)
        self.arrived()

    def arrived(self) -> None:
        """Take in what phones sent, and tell them what became of it."""
        self.arrivals.take_in()
        if self._server is not None:
            self._server.changed()

    async def opens(self) -> None:
        """Let phones come in: at the port and with the code of before, if there were such."""
        door = self.arrivals.open_door(HERE, self._port)
        served = PhoneDoor(
            self.opened.phones, door, self.opened.clock, lambda: self.meeting, self.arrived
        )
        self._server = PhoneServer(served, door.code)
        self._port = await self._server.start(HERE, [self._port])
        self.address = f"http://{HERE}:{self._port}/{door.code}"

    async def breaks_down(self) -> None:
        """Stop serving, and say nothing of it to anybody."""
        if self._server is not None:
            await self._server.stop()


@asynccontextmanager
async def a_hall(folder: Path, meeting: Meeting) -> AsyncIterator[Hall]:
    """Hold a meeting, and let phones come in."""
    with closing(Store.open(blank_file(folder / "bijeenkomsten.db"))) as store:
        store.write(None, meeting)
        clock = StandingClock()
        clock.at = STARTS_AT.add(seconds=10)
        opened = OpenMeeting(store, meeting.id, clock.clock)
        hall = Hall(opened)
        await hall.opens()
        try:
            yield hall
        finally:
            await hall.breaks_down()
            opened.release()
