"""The stream: a version and a count, soon after a change, at most one for each phone."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phone_view import phone_view
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.web.stream import Versions
from tests.meetings import a_meeting
from tests.web.entrance import Entrance
from tests.web.phones import CODE, Phone, Wire


async def listening(entrance: Entrance, phone: Phone) -> Wire:
    """Open the stream of a phone, past its first frame."""
    wire = await entrance.wire()
    await wire.send(phone.request(f"/{CODE}/stream"))
    status, headers = await wire.head()
    assert status == 200
    assert dict(headers)["content-type"] == "text/event-stream; charset=utf-8"
    assert dict(headers)["cache-control"] == "no-store"
    return wire


async def frame(wire: Wire) -> tuple[str, int]:
    """Read the next frame that tells something: the version and the count."""
    async with asyncio.timeout(3):
        while (piece := await wire.piece()) == ":\n\n":
            pass
    assert piece.startswith("data: ")
    assert piece.endswith("\n\n")
    version, count = piece.removeprefix("data: ").split()
    return version, int(count)


async def test_the_version_is_that_of_the_page_and_changes_with_what_phones_see(
    entrance: Entrance,
) -> None:
    await entrance.serve(frame_seconds=0.01)
    phone = await entrance.phone_in()
    wire = await listening(entrance, phone)
    version, count = await frame(wire)
    assert f'data-version="{version}"' in phone.page.body
    assert count == 12
    await phone.send_idea("Kinderhoek")
    entrance.server.changed()
    assert await frame(wire) == (version, 13)
    LiveMeeting(entrance.opened).move_on()
    entrance.server.changed()
    (other, _count) = await frame(wire)
    assert other != version
    assert f'data-version="{other}"' in (await phone.ask(f"/{CODE}/part")).body


async def test_many_changes_are_one_frame_and_no_change_is_none(entrance: Entrance) -> None:
    await entrance.serve(frame_seconds=0.1)
    phone = await entrance.phone_in()
    wire = await listening(entrance, phone)
    (version, _count) = await frame(wire)
    entrance.server.changed()
    assert await frame(wire) == (version, 12)
    for number in range(5):
        await phone.send_idea(f"Idee {number}", f"sending-{number}")
        entrance.server.changed()
    assert await frame(wire) == (version, 17)
    entrance.server.changed()
    entrance.opened.commit(replace(entrance.meeting, place="Elders"))
    entrance.server.changed()
    live = LiveMeeting(entrance.opened)
    await asyncio.sleep(0.15)
    live.offer_idea("Koffie")
    entrance.server.changed()
    assert await frame(wire) == (version, 18)


async def test_phones_are_told_a_slice_at_a_time_and_all_of_them(entrance: Entrance) -> None:
    await entrance.serve(frame_seconds=0.01, slice_of_streams=3, slice_seconds=0.01)
    phones = [await entrance.phone_in() for _number in range(10)]
    wires = [await listening(entrance, phone) for phone in phones]
    assert {await frame(wire) for wire in wires} != set()
    LiveMeeting(entrance.opened).move_on()
    entrance.server.changed()
    assert len({await frame(wire) for wire in wires}) == 1
    assert entrance.server.phones == 10


async def test_a_quiet_stream_beats(entrance: Entrance) -> None:
    await entrance.serve(heartbeat_seconds=0.02)
    wire = await listening(entrance, await entrance.phone_in())
    assert (await wire.piece()).startswith("data: ")
    assert [await wire.piece() for _time in range(3)] == [":\n\n"] * 3


async def test_a_new_stream_of_a_phone_takes_the_place_of_the_old_one(entrance: Entrance) -> None:
    await entrance.serve(frame_seconds=0.01)
    phone = await entrance.phone_in()
    old = await listening(entrance, phone)
    await frame(old)
    new = await listening(entrance, phone)
    await frame(new)
    assert await old.piece() == "retry: 60000\n\n"
    assert await old.piece() == ""
    assert entrance.server.phones == 1
    await phone.send_idea("Kinderhoek")
    entrance.server.changed()
    assert (await frame(new))[1] == 13


async def test_who_left_is_not_told_any_more(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    wire = await listening(entrance, phone)
    await frame(wire)
    wire.end()
    async with asyncio.timeout(3):
        while list(entrance.server._room.streams.phones):
            await asyncio.sleep(0.005)
    assert entrance.server.phones == 1
    entrance.now.at += 200
    assert entrance.server.phones == 0


def test_a_count_alone_is_no_other_version() -> None:
    versions = Versions()
    view = phone_view(a_meeting())
    assert versions.of(view) == versions.of(replace(view, count=99))
    assert versions.of(view) != versions.of(replace(view, question="Wat dan?"))
    assert versions.of(view) != versions.of(replace(view, on_break=True))


async def test_dots_of_others_do_not_change_what_phones_see(
    entrance_in: Callable[[Phase], Entrance],
) -> None:
    entrance = entrance_in(Phase.SELECTION)
    await entrance.serve(frame_seconds=0.01)
    DotCounting(entrance.opened).begin(6, 2)
    phone, other = await entrance.phone_in(), await entrance.phone_in()
    idea = entrance.meeting.ideas[0].id
    await other.post("dot", idea=idea, change="give")
    before = phone.page.body
    assert (await phone.come_in()).field("sign") in before
    version = Versions().of(entrance.door.view)
    assert f'data-version="{version}"' in before
