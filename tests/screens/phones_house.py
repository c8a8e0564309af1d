"""A house with its door open for phones: what they send, and what time does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phones import Door
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, a_topic
from tests.phones import CODE, KEY, WIFI, NoServer, keep_door
from tests.screens.house import NORMAL, House, a_house


def server(house: House) -> NoServer:
    """What answers phones now."""
    assert house.app._host is not None
    answering = house.app._host.answering
    assert isinstance(answering, NoServer)
    return answering


def send(house: House, *texts: str) -> None:
    """Send ideas, each from a phone of its own."""
    for text in texts:
        door = server(house).door
        door.send(door.signs.new_phone(), "sending-1", text, a_topic().id)


async def look(house: House, seconds: int = 1) -> None:
    """Let the clock run on, and the app look how it stands, as it does each second."""
    house.hands.at = house.hands.at.add(seconds=seconds)
    await house.app.look_at_phones()
    await house.pilot.pause()


async def settle(house: House) -> None:
    """Wait as long as what arrives may be held back."""
    await house.pilot.pause(0.25)


@asynccontextmanager
async def open_house(
    file: Path, meeting: Meeting | None = None, size: tuple[int, int] = NORMAL
) -> AsyncIterator[House]:
    """A meeting with its door open, and the panel in sight."""
    async with a_house(file, meeting or a_meeting(ideas=()), size=size) as house:
        await house.press("f7")
        await house.pilot.pause()
        yield house


def left_open(file: Path, meeting: Meeting, address: str = WIFI.ip) -> Door:
    """Let a crash have left the door open."""
    door = Door(meeting.id, KEY, CODE, address, 8085)
    store = Store.open(file)
    keep_door(store.phones, door)
    store.close()
    return door
