"""The panel of phones: the door, at which address it is, and who serves it."""

from pathlib import Path

import pytest

from socinno_tui.domain.phones import Door
from socinno_tui.domain.phones_now import Serving
from socinno_tui.screens.phones import PhonesPanel
from socinno_tui.service.doors import PORTS
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.store import Store
from socinno_tui.widgets.join_words import JoinWords
from socinno_tui.widgets.qr_code import QrCode
from tests.meetings import a_meeting, a_topic
from tests.phones import ADDRESSES, CABLE, CODE, KEY, NO_NETWORK, WIFI, NoServer, keep_door
from tests.screens.house import NORMAL, WIDE, a_house
from tests.screens.phones_house import left_open, look, open_house, server, settle


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


# The door


async def test_one_key_opens_the_door_and_shows_where_it_is(file: Path) -> None:
    async with open_house(file) as house:
        now, answering = house.app.phones, server(house)
        assert isinstance(house.screen, PhonesPanel)
        assert answering.is_running
        assert (answering.address, answering.tried) == (WIFI.ip, (*PORTS, 0))
        assert answering.code == now.code
        assert "and give the code" in house.shown()
        assert "Nobody sees who sends what." in house.shown()
        assert "0 phones" in house.shown()
        code = house.screen.query_one(QrCode)
        assert code.link == f"HTTP://192.168.1.20:8080/{now.code}"
        assert code.is_full is False
        answering.phones = 3
        await look(house)
        assert "3 phones" in house.shown()


@pytest.mark.parametrize("key", ["escape", "f7"])
async def test_phones_stay_in_when_one_goes_back_to_the_meeting(file: Path, key: str) -> None:
    async with open_house(file) as house:
        code = house.app.phones.code
        await house.press(key)
        assert not isinstance(house.screen, PhonesPanel)
        assert server(house).is_running
        assert f"Phones: 192.168.1.20:8080 code {code} · 0 phones" in house.shown()
        await house.press("f9")
        assert f"code {code}" in house.shown()
        await house.press("f7")
        assert house.app.phones.code == code


async def test_shut_and_opened_again_the_door_has_a_new_code(file: Path) -> None:
    async with open_house(file) as house:
        before, code = server(house), house.app.phones.code
        await house.press("s")
        assert not before.is_running
        assert not house.app.phones.is_open
        assert "the old code is of no use" in house.shown()
        door = house.store.phones.door(house.meeting_id)
        assert door is not None
        assert not door.is_open
        await house.press("escape", "f7")
        assert not house.app.phones.is_open
        await house.press("enter")
        assert server(house).is_running
        assert house.app.phones.code not in {"", code}
        # Where it was: phones that are in find it again after one look.
        assert server(house).tried[0] == 8080


async def test_leaving_the_meeting_shuts_the_door(file: Path) -> None:
    async with open_house(file) as house:
        answering = server(house)
        house.app._back_to_library()
        await house.pilot.pause()
        assert not answering.is_running
        door = house.store.phones.door(house.meeting_id)
        assert door is not None
        assert not door.is_open
        house.store.phones.hold(house.meeting_id).release()


@pytest.mark.parametrize("by_signal", [True, False])
async def test_leaving_the_program_leaves_no_port_open(file: Path, by_signal: bool) -> None:
    async with open_house(file) as house:
        answering = server(house)
        if by_signal:
            house.app.ended_by_signal(143)
        else:
            house.app._leave()
    assert not answering.is_running
    store = Store.open(file)
    door = store.phones.door(house.meeting_id)
    store.close()
    assert door is not None
    assert not door.is_open


async def test_after_a_crash_phones_find_the_same_door(file: Path) -> None:
    meeting = a_meeting(ideas=())
    async with a_house(file, meeting):
        pass
    left_open(file, meeting)
    async with a_house(file, meeting) as house:
        answering = server(house)
        assert (answering.address, answering.tried[0], answering.code) == (WIFI.ip, 8085, CODE)
        assert f"192.168.1.20:8085 code {CODE}" in house.shown()


async def test_after_a_crash_on_another_network_the_door_is_opened_by_hand(file: Path) -> None:
    meeting = a_meeting(ideas=())
    async with a_house(file, meeting):
        pass
    left_open(file, meeting, "192.168.7.7")
    async with a_house(file, meeting) as house:
        assert house.app.phones.serving is Serving.NOBODY
        assert any("not at 192.168.7.7 any more" in one for one in house.notices)
        await house.press("f7")
        assert server(house).address == WIFI.ip


async def test_the_address_that_goes_away_is_told(file: Path) -> None:
    async with open_house(file) as house:
        house.app.own_addresses = lambda: (CABLE,)
        await look(house, 11)
        assert "not at 192.168.1.20 any more" in house.shown().replace("\n ", " ")


async def test_without_a_network_it_says_so_and_tries_again(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        house.app.own_addresses = lambda: NO_NETWORK
        await house.press("f7")
        assert "on no network" in house.shown()
        assert house.app.phones.serving is Serving.NOBODY
        await house.press("enter")
        assert "on no network" in house.shown()
        house.app.own_addresses = lambda: ADDRESSES
        await house.press("enter")
        assert server(house).is_running


async def test_another_address_is_chosen_and_keeps_the_code(file: Path) -> None:
    async with open_house(file) as house:
        before, code = server(house), house.app.phones.code
        await house.press("n")
        assert "10.0.0.7  eth0" in house.shown()
        assert "docker0 · hardly a network with phones on it" in house.shown()
        await house.press("down", "enter")
        assert house.app.phones.place == "10.0.0.7:8080"
        assert server(house).code == code
        assert server(house).is_running
        assert not before.is_running
        assert house.screen.query_one(QrCode).link == f"HTTP://10.0.0.7:8080/{code}"


async def test_an_address_that_refuses_leaves_the_door_where_it_was(file: Path) -> None:
    async with open_house(file) as house:

        def refusing(door: PhoneDoor, code: str) -> NoServer:
            return NoServer(door, code, refuses=frozenset({CABLE.ip}))

        house.app.answers_phones = refusing
        before = server(house)
        await house.press("n", "down", "enter")
        assert server(house) is before
        assert before.is_running
        assert house.app.phones.place == "192.168.1.20:8080"
        assert house.app.phones.said
        door = house.store.phones.door(house.meeting_id)
        assert door is not None
        assert door.way_in == f"192.168.1.20:8080/{house.app.phones.code}"


async def test_a_door_that_cannot_open_is_told_and_left_shut(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as house:
        house.app.answers_phones = lambda door, code: NoServer(
            door, code, refuses=frozenset({WIFI.ip})
        )
        await house.press("f7")
        assert house.app.phones.serving is Serving.NOBODY
        assert house.app.phones.said
        house.store.phones.hold(house.meeting_id).release()


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_after_a_minute_without_a_phone_it_tells_what_helps(
    file: Path, size: tuple[int, int]
) -> None:
    async with open_house(file, size=size) as house:
        await look(house, 59)
        assert "No phone comes in?" not in house.shown()
        await look(house, 1)
        assert "No phone comes in?" in house.shown()
        assert "hotspot" in house.shown()
        assert house.screen.query_one(QrCode).display
        server(house).phones = 1
        await look(house)
        assert "No phone comes in?" not in house.shown()
        server(house).phones = 0
        await look(house, 100)
        assert "No phone comes in?" not in house.shown()


async def test_in_the_smallest_window_it_tells_where_the_help_is(file: Path) -> None:
    async with open_house(file, size=(60, 20)) as house:
        await look(house, 60)
        assert "w tells what helps" in house.shown()
        assert house.screen.query_one(QrCode).display
        await house.press("w")
        assert "hotspot" in house.shown()
        assert "type what is called out" in house.shown()
        assert "could read along" in house.shown()
        assert f"192.168.1.20:8080 · code {house.app.phones.code}" in house.shown()
        await house.press("escape")
        assert house.screen.query_one(QrCode).display


async def test_the_code_is_as_large_as_the_window_allows(file: Path) -> None:
    async with open_house(file, size=WIDE) as house:
        code = house.screen.query_one(QrCode)
        assert (code.is_full, code.size) == (True, (58, 29))
        await house.press("z")
        assert (code.is_full, code.size) == (False, (29, 15))
        await house.press("z")
        for size, full in (((80, 24), False), ((60, 32), True), ((60, 20), False)):
            await house.pilot.resize_terminal(*size)
            await house.pilot.pause()
            assert code.is_full is full, size
            assert code.region.bottom <= size[1]
            words = house.screen.query_one(JoinWords).region
            assert words.height
            assert words.intersection(code.region).area == 0


# Another window, another process


async def test_a_window_that_only_reads_says_who_has_the_phones(file: Path) -> None:
    async with a_house(file, a_meeting(ideas=())) as first:
        async with a_house(file, a_meeting(ideas=())) as second:
            assert second.app.phones.serving is Serving.ANOTHER_WINDOW
            await second.press("f7")
            assert not isinstance(second.screen, PhonesPanel)
            assert any("has its phones too" in one for one in second.notices)
        assert first.app.phones.serving is Serving.NOBODY


async def test_what_another_process_takes_in_is_followed(file: Path) -> None:
    meeting = a_meeting(ideas=())
    async with a_house(file, meeting) as house:
        other = Store.open(file)
        held = other.phones.hold(meeting.id)
        keep_door(other.phones, Door(meeting.id, KEY, CODE, WIFI.ip, 8080, phones=7))
        await look(house)
        assert house.app.phones.serving is Serving.ANOTHER_PROCESS
        await house.press("f7")
        assert "7 phones" in house.shown()
        assert house.screen.query_one(QrCode).link == f"HTTP://192.168.1.20:8080/{CODE}"
        assert "shut the door" not in house.shown()
        assert "other address" not in house.shown()
        door = other.phones.door(meeting.id)
        assert door is not None
        clock = house.app._clock
        PhoneDoor(other.phones, door, clock, lambda: meeting, lambda: None).send(
            "phone", "sending-1", "Zelfscan", a_topic().id
        )
        house.app._follow()
        await settle(house)
        assert house.texts() == ["Zelfscan"]
        await house.press("escape")
        house.app._back_to_library()
        await house.pilot.pause()
        door = other.phones.door(meeting.id)
        assert door is not None
        assert door.is_open
        held.release()
        other.close()
