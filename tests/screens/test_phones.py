"""Phones on the laptop's screen: the door, what comes in by it, and what waits to be read."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import pytest
from textual.widgets import Static

from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Door, Fate
from socinno_tui.domain.phones_now import Serving
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.domain.talk import Speaker
from socinno_tui.screens.phones import PhonesPanel, View
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.service.doors import PORTS
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.settings import KeptPreferences, Preferences
from socinno_tui.store.store import Store
from socinno_tui.widgets.join_words import JoinWords
from socinno_tui.widgets.phone_line import PhoneLine
from socinno_tui.widgets.qr_code import QrCode
from socinno_tui.widgets.row_list import RowList
from socinno_tui.widgets.writing_pane import WritingPane
from tests.meetings import a_meeting, a_topic
from tests.phones import ADDRESSES, CABLE, CODE, KEY, NO_NETWORK, WIFI, NoServer
from tests.screens.house import NORMAL, WIDE, House, a_house, speaker

BURST = 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


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
    store.phones.keep_door(door)
    store.close()
    return door


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
        other.phones.keep_door(Door(meeting.id, KEY, CODE, WIFI.ip, 8080, phones=7))
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


# What phones bring


async def test_an_idea_is_in_the_feed_at_once(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        await settle(house)
        begun = monotonic()
        send(house, "Zelfscan bij de ingang")
        await house.pilot.pause()
        assert "#1 Zelfscan bij de ingang" in house.shown()
        assert monotonic() - begun < 0.2
        assert server(house).told


async def test_a_look_at_which_nothing_had_come_in_makes_nobody_wait(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        await settle(house)
        await look(house)
        send(house, "Zelfscan bij de ingang")
        await house.pilot.pause()
        assert house.texts() == ["Zelfscan bij de ingang"]


async def test_a_burst_is_painted_a_few_times_and_all_of_it_comes_in(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        await settle(house)
        changes: list[int] = []
        house.app.watch(
            house.app, "meeting", lambda now: changes.append(len(now.ideas)), init=False
        )
        begun = monotonic()
        for number in range(BURST):
            send(house, f"Idee {number}")
            await asyncio.sleep(0.01)
        lasted = monotonic() - begun
        await settle(house)
        assert len(house.stored().ideas) == BURST
        assert len(changes) <= lasted / 0.2 + 2
        await house.write("zelf")
        assert house.entry.value == "zelf"


async def test_what_is_typed_by_phones_is_never_markup(file: Path) -> None:
    hostile = "[bold]vet[/bold] [@click=app.quit]klik[/] [/foo]"
    async with open_house(file) as house:
        await house.press("e")
        send(house, hostile)
        await settle(house)
        await house.press("c")
        assert hostile in house.shown()
        await house.press("enter", "escape")
        assert house.texts() == [hostile]


# Read first


async def test_ideas_wait_until_they_are_let_in(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        assert house.app.phones.reads_first
        assert "ideas wait until you let them in" in house.shown()
        send(house, "Een", "Twee", "Drie", "Vier")
        await settle(house)
        assert house.texts() == []
        await house.press("escape")
        assert "4 wait (F7)" in house.shown()

        await house.press("f7")
        assert house.screen.view is View.ROW  # type: ignore[attr-defined]
        rows = house.screen.query_one("#row", RowList)
        order = [one.text for one in house.app.phones.row]
        assert [one.id for one in house.app.phones.row] == sorted(
            one.id for one in house.app.phones.row
        )
        await house.press("enter")
        assert house.texts() == order[:1]
        await house.press("delete")
        assert house.app.phones.waiting == 2
        await house.press("ctrl+z")
        assert house.app.phones.waiting == 3
        await house.press("home", "delete")
        await house.press("a")
        assert sorted(house.texts()) == sorted([order[0], *order[2:]])
        assert rows.option_count == 0
        assert "Nothing waits." in house.shown()
        assert house.store.phones.sent(house.meeting_id, Fate.LEFT_OUT)[0].text == order[1]


async def test_the_code_can_be_shown_while_ideas_wait_and_back(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, "Zelfscan")
        await settle(house)
        await house.press("c")
        assert "Zelfscan" in house.shown()
        await house.press("c")
        assert "192.168.1.20:8080" in house.shown()
        assert "Zelfscan" not in house.shown()


async def test_reading_no_more_first_lets_all_in_and_says_so(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, "Een", "Twee")
        await settle(house)
        await house.press("e")
        assert sorted(house.texts()) == ["Een", "Twee"]
        assert "the 2 that waited are in it" in " ".join(house.shown().split())
        assert not house.app.phones.reads_first


async def test_the_row_is_not_longer_than_anyone_reads(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, *(f"Idee {number}" for number in range(120)))
        await settle(house)
        await house.press("c")
        assert "120 wait" in house.shown()
        assert house.screen.query_one("#row", RowList).option_count == 100
        await house.press("a")
        assert len(house.texts()) == 120


async def test_the_room_does_not_go_on_to_closing_past_what_waits(file: Path) -> None:
    meeting = a_meeting(Phase.SELECTION)
    async with open_house(file, meeting) as house:
        await house.press("e")
        send(house, "Te laat?")
        await settle(house)
        await house.press("escape", "f8", "o")
        assert any("F7" in one for one in house.notices)
        assert house.stored().phase is Phase.SELECTION


# The silent round


async def test_what_is_written_in_silence_comes_at_its_end(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("escape")
        opened = house.app._opened
        assert opened is not None
        rounds = SilentRounds(opened)
        rounds.begin(Table(employees=5, managers=1), 5)
        await house.pilot.pause()
        send(house, "Een", "Twee")
        await settle(house)
        assert house.texts() == []
        written = house.screen.query_one(WritingPane).query_one("#written", Static)
        assert str(written.render()) == "2 ideas written on phones"
        await house.press("f7")
        assert "Een" not in house.shown()
        await house.press("escape")
        rounds.end()
        await settle(house)
        assert sorted(house.texts()) == ["Een", "Twee"]


async def test_in_silence_nobody_reads_what_is_written(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e", "escape")
        opened = house.app._opened
        assert opened is not None
        rounds = SilentRounds(opened)
        rounds.begin(Table(employees=5, managers=1), 5)
        send(house, "Een")
        await settle(house)
        await house.press("f7")
        assert house.screen.view is View.JOIN  # type: ignore[attr-defined]
        assert house.app.phones.row == ()
        rounds.end()
        await settle(house)
        assert house.texts() == []
        await house.press("c")
        assert "Een" in house.shown()


# When the meeting is over


async def closed(house: House) -> None:
    """Go on to the recap."""
    opened = house.app._opened
    assert opened is not None
    live, agreeing = LiveMeeting(opened), ClosingMeeting(opened)
    live.judge(opened.meeting.ideas[0].id, VerdictKind.SELECTED)
    live.move_on()
    for cluster in opened.meeting.selected:
        agreeing.type_owner(cluster.lead.id, "Anna de Vries")
        agreeing.type_due(cluster.lead.id, "+2w")
    live.move_on()
    await house.pilot.pause()


@pytest.mark.parametrize("minutes", [0, 31])
async def test_phones_read_the_recap_until_it_is_left(file: Path, minutes: int) -> None:
    async with open_house(file, a_meeting(Phase.SELECTION)) as house:
        await house.press("escape")
        answering = server(house)
        await closed(house)
        for seconds in (1, 1200):
            await look(house, seconds)
            assert house.store.phones.door(house.meeting_id) is None
            assert server(house) is answering
        if minutes:
            await look(house, minutes * 60)
        else:
            await house.press("f2")
            await look(house)
        assert not answering.is_running
        assert house.store.phones.door(house.meeting_id) is None


# Mouse, screen reader, settings


async def test_the_mouse_does_what_the_keys_do(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, "Zelfscan")
        await settle(house)
        await house.press("escape")
        await house.pilot.click(PhoneLine)
        await house.pilot.pause()
        assert isinstance(house.screen, PhonesPanel)
        await house.pilot.click(RowList, offset=(5, 0))
        await house.pilot.pause()
        assert house.texts() == ["Zelfscan"]


async def test_a_screen_reader_hears_the_address_and_no_code(file: Path) -> None:
    kept = KeptPreferences(Preferences(screen_reader=True, tour_shown=True))
    async with a_house(file, a_meeting(ideas=()), size=WIDE, kept=kept) as house:
        await house.press("f7")
        assert not house.screen.query_one(QrCode).display
        assert "192.168.1.20:8080" in house.shown()
        assert house.app.phones.code in house.shown()


async def test_the_floor_is_given_while_the_panel_is_open(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("f2")
        assert speaker(house) is Speaker.MANAGER
