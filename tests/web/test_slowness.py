"""Who is slow on purpose: every way of it comes to an end, and nobody else waits."""

import asyncio
import socket
from collections.abc import Callable

import pytest

from socinno_tui.web import shipped
from tests.web.entrance import Entrance
from tests.web.phones import CODE, Phone, Wire

SOON = 0.15
"""The deadline in these tests, in seconds."""


async def trickle(wire: Wire, data: bytes) -> None:
    """Send a byte at a time, without end."""
    with_end = iter(data)
    try:
        while True:
            await wire.send(bytes([next(with_end, 97)]))
            await asyncio.sleep(SOON / 10)
    except (ConnectionError, asyncio.CancelledError):
        pass


async def is_cut(wire: Wire, data: bytes) -> bool:
    """Whether a request that comes a byte at a time is cut short."""
    trickling = asyncio.create_task(trickle(wire, data))
    ended = await wire.is_ended()
    trickling.cancel()
    await asyncio.gather(trickling, return_exceptions=True)
    return ended


async def test_headers_a_byte_at_a_time(entrance: Entrance) -> None:
    await entrance.serve(request_seconds=SOON)
    wires = [await entrance.wire() for _number in range(20)]
    phone = await entrance.phone_in()
    head = f"GET /{CODE} HTTP/1.1\r\nHost: {phone.host}\r\nX-".encode()
    cut = asyncio.gather(*(is_cut(wire, head) for wire in wires))
    assert (await phone.come_in()).status == 200
    assert all(await cut)


async def test_a_body_a_byte_at_a_time(entrance: Entrance) -> None:
    await entrance.serve(request_seconds=SOON)
    phone = await entrance.phone_in()
    wire = await entrance.wire()
    await wire.send(phone.request(f"/{CODE}/idea", "POST", {"Content-Length": "5000"}))
    assert await is_cut(wire, b"text=")
    assert "a" not in entrance.texts


async def test_a_body_that_is_thrown_away_a_byte_at_a_time(entrance: Entrance) -> None:
    await entrance.serve(request_seconds=SOON)
    phone = await entrance.phone_in()
    wire = await entrance.wire()
    await wire.send(phone.request("/AAAAA/idea", "POST", {"Content-Length": "5000"}))
    assert await is_cut(wire, b"text=")


async def test_the_second_request_on_a_connection_has_an_end_too(entrance: Entrance) -> None:
    await entrance.serve(request_seconds=SOON)
    phone = await entrance.phone_in()
    wire = await entrance.wire()
    await wire.send(phone.request(f"/{CODE}") + b"GET / HTTP")
    assert (await wire.answer()).status == 200
    assert await is_cut(wire, b"/1.1\r\n")


async def test_a_connection_on_which_nothing_is_asked(entrance: Entrance) -> None:
    await entrance.serve(idle_seconds=SOON)
    fresh = await entrance.wire()
    assert await fresh.is_ended()
    wire = await entrance.wire()
    await wire.send(Phone(entrance.port).request(f"/{CODE}"))
    assert (await wire.answer()).status == 200
    assert await wire.is_ended()


async def unread(entrance: Entrance, request: bytes) -> Wire:
    """Ask for something on a connection that takes in almost nothing."""
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    narrow.setblocking(False)
    await asyncio.get_running_loop().sock_connect(narrow, ("127.0.0.1", entrance.port))
    reader, writer = await asyncio.open_connection(sock=narrow, limit=1)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    wire = Wire(reader, writer)
    entrance._open.append(wire)
    await wire.send(request)
    return wire


async def test_an_answer_that_is_not_read(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(shipped.FILES, "page.js", ("x" * 500_000, "text/javascript"))
    await entrance.serve(reader_seconds=SOON)
    phone = await entrance.phone_in()
    await unread(entrance, phone.request(f"/{CODE}/page.js"))
    connections = entrance.server._connections
    await until(lambda: len(connections) == 2)
    phone.end()
    await until(lambda: len(connections) == 0)


async def test_a_stream_that_is_not_read(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As many bytes as an hour of frames.
    monkeypatch.setattr("socinno_tui.web.stream.HEARTBEAT", b":" + b"x" * 30_000 + b"\n\n")
    await entrance.serve(reader_seconds=SOON, heartbeat_seconds=0.001)
    phone = await entrance.phone_in()
    await unread(entrance, phone.request(f"/{CODE}/stream"))
    streams = entrance.server._room.streams
    await until(lambda: len(list(streams.phones)) == 1)
    await until(lambda: len(list(streams.phones)) == 0)
    assert (await phone.come_in()).status == 200


async def test_an_address_with_too_many_connections_makes_room_with_one_that_waits(
    entrance: Entrance,
) -> None:
    await entrance.serve(connections_each_address=5)
    phone = await entrance.phone_in()
    stream = await entrance.wire()
    await stream.send(phone.request(f"/{CODE}/stream"))
    assert (await stream.head())[0] == 200
    waiting = [await entrance.wire() for _number in range(3)]
    late = await entrance.phone_in()
    assert len(entrance.server._connections) == 5
    assert (await late.come_in()).status == 200
    # The oldest that waited was the phone's own: it simply connects anew.
    assert (await phone.come_in()).status == 200
    assert await waiting[0].is_ended()
    assert await stream.piece()


async def test_where_none_waits_a_new_connection_is_not_taken(entrance: Entrance) -> None:
    await entrance.serve(connections_each_address=2)
    for _number in range(2):
        phone = await entrance.phone_in()
        stream = await entrance.wire()
        phone.end()
        await until(lambda: len(entrance.server._connections) <= 1 + len(entrance.servers))
        await stream.send(phone.request(f"/{CODE}/stream"))
        await stream.head()
    refused = await entrance.wire()
    assert await refused.is_ended()


async def test_all_together_have_no_more_connections_than_there_is_room_for(
    entrance: Entrance,
) -> None:
    await entrance.serve(connections=4)
    wires = [await entrance.wire() for _number in range(10)]
    phone = await entrance.phone_in()
    assert (await phone.come_in()).status == 200
    assert len(entrance.server._connections) == 4
    assert await wires[0].is_ended()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():
            await asyncio.sleep(0.005)
