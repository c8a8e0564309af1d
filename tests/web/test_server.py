"""The server comes up at one address, says nothing in the terminal, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from socinno_tui.crash_log import keep_log
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import speaking
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.errors import DatabaseBusy, DiskFull
from socinno_tui.web import open_files
from socinno_tui.web.limits import Rate
from socinno_tui.web.listening import AddressRefused
from socinno_tui.web.server import PhoneServer
from socinno_tui.wording.errors import words_for
from tests.meetings import QUESTION
from tests.web.entrance import Entrance
from tests.web.phones import CODE, Wire


def is_free(port: int) -> bool:
    """Whether nobody listens at a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def others() -> set[asyncio.Task[object]]:
    """Give the tasks of this loop but the test's own."""
    return {task for task in asyncio.all_tasks() if task is not asyncio.current_task()}


async def test_it_starts_in_less_than_a_second_and_stops_leaving_no_port_and_no_task(
    entrance: Entrance,
) -> None:
    before = time.monotonic()
    server = await entrance.serve()
    assert time.monotonic() - before < 1
    assert not is_free(entrance.port)
    await entrance.phone_in()
    await server.stop()
    assert is_free(entrance.port)
    await asyncio.sleep(0)
    assert others() == set()
    await server.stop()


async def test_it_stops_within_about_a_second_whatever_is_still_going_on(
    entrance: Entrance,
) -> None:
    server = await entrance.serve(guesses=Rate(1, 0.001), longest_delay=5.0, first_delay=5.0)
    streams = [await entrance.wire() for _number in range(30)]
    for wire in streams:
        phone = await entrance.phone_in()
        await wire.send(phone.request(f"/{CODE}/stream"))
        await wire.head()
    slow = [await entrance.wire() for _number in range(30)]
    phone = await entrance.phone_in()
    for wire in slow[:10]:
        await wire.send(b"GET / HT")
    for wire in slow[10:20]:
        await wire.send(phone.request(f"/{CODE}/idea", "POST", {"Content-Length": "500"}))
    for wire in slow[20:]:
        # Answered only after five seconds.
        await wire.send(phone.request("/AAAAA"))
    await asyncio.sleep(0.05)
    before = time.monotonic()
    await server.stop()
    assert time.monotonic() - before < 1.2
    assert is_free(entrance.port)
    assert all(await asyncio.gather(*(wire.is_ended() for wire in (*streams, *slow))))
    await asyncio.sleep(0.01)
    assert others() == set()


async def test_opened_again_it_has_the_same_port_and_the_phones_their_pass(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    await phone.send_idea("Kinderhoek")
    port = entrance.port
    await entrance.server.stop()
    again = PhoneServer(entrance.door, "N3WCD", language="en")
    entrance.servers.append(again)
    assert await again.start("127.0.0.1", [port]) == port
    phone.end()
    assert (await phone.ask(f"/{CODE}")).status == 404
    page = await phone.come_in("N3WCD")
    assert (page.status, page.cookies) == (200, {})
    assert "Kinderhoek" in page.body


async def test_the_first_free_port_is_taken(entrance: Entrance) -> None:
    with socket.socket() as taken, socket.socket() as free:
        for one in (taken, free):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind(("127.0.0.1", 0))
        taken.listen()
        ports = [one.getsockname()[1] for one in (taken, free)]
        free.close()
        server = PhoneServer(entrance.door, CODE)
        entrance.servers.append(server)
        assert await server.start("127.0.0.1", ports) == ports[1]


async def test_it_listens_at_the_chosen_address_alone(entrance: Entrance) -> None:
    await entrance.serve()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.2", entrance.port)) != 0


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("127.0.0.1", "No port is free at 127.0.0.1"),
        ("192.0.2.1", "does not have the address 192.0.2.1"),
        ("0.0.0.0", "does not have the address 0.0.0.0"),
        ("localhost", "does not have the address localhost"),
    ],
)
async def test_an_address_that_cannot_be_had_is_told_in_words(
    entrance: Entrance, address: str, sentence: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = PhoneServer(entrance.door, CODE)
        with pytest.raises(AddressRefused) as refused:
            await server.start(address, [taken.getsockname()[1]])
    assert sentence in words_for(refused.value)
    with speaking("nl"):
        assert sentence not in words_for(refused.value)
    await server.stop()
    assert others() == set()


async def test_nothing_is_printed_whatever_phones_do(
    entrance: Entrance, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("uvicorn", "uvicorn.error", "asyncio"):
        logging.getLogger(name).handlers.clear()
    await entrance.serve()
    phone = await entrance.phone_in()
    await phone.send_idea("Kinderhoek")
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket"}
    await phone.ask(f"/{CODE}", headers=upgrade)
    wire = await entrance.wire()
    await wire.send(b"\x00nonsense\r\n\r\n")
    await wire.answer()
    during = await entrance.wire()
    await during.send(phone.request(f"/{CODE}/stream") + b"\x00nonsense\r\n\r\n")
    await during.is_ended()
    cut = await entrance.wire()
    await cut.send(phone.request(f"/{CODE}/idea", "POST", {"Content-Length": "500"}))
    cut.end()
    await entrance.server.stop()
    assert capfd.readouterr() == ("", "")


SECRET = "van Anna"


def broken(_meeting: object) -> Meeting:
    """Fail as a mistake of ours would, with somebody's words in the message."""
    raise ValueError(f"invalid literal for int() with base 10: '{SECRET}'")


async def test_a_mistake_of_ours_is_a_plain_sentence_on_the_phone_and_no_words_in_the_log(
    entrance: Entrance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    handlers = list(logging.getLogger().handlers)
    keep_log(tmp_path / "log")
    try:
        await entrance.serve()
        phone = await entrance.phone_in()
        with monkeypatch.context() as patch:
            patch.setattr(PhoneDoor, "send", lambda *_given: broken(None))
            sent = await phone.send_idea("Kinderhoek")
            patch.setattr(PhoneDoor, "own", lambda *_given: broken(None))
            page = await phone.come_in()
            part = await phone.ask(f"/{CODE}/part")
    finally:
        for handler in set(logging.getLogger().handlers) - set(handlers):
            handler.close()
            logging.getLogger().removeHandler(handler)
    assert (sent.status, sent.typed) == (500, "Kinderhoek")
    assert (page.status, part.status) == (500, 500)
    for answer in (sent, page, part):
        assert "That does not work just now" in answer.body
        assert not re.search("van Anna|Traceback|ValueError|socinno_tui", answer.body)
    log = (tmp_path / "log").read_text()
    assert "ValueError" in log
    assert not re.search(r"van Anna|Kinderhoek|127\.0\.0\.1|K7Q4M", log)
    for cookie in phone.cookies.values():
        assert cookie not in log
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", [DiskFull, DatabaseBusy])
async def test_a_disk_that_refuses_is_one_sentence_and_nothing_typed_is_lost(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch, kind: type[DiskFull]
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    tried: list[object] = []

    def refuse(*given: object) -> bool:
        tried.append(given)
        raise kind(Path("/home/kees/bijeenkomsten.db"))

    with monkeypatch.context() as patch:
        patch.setattr(entrance.opened.phones, "add_idea", refuse)
        refused = await phone.send_idea("Kinderhoek", "a-sending")
        by_script = await phone.send_idea("Kinderhoek", "a-sending", part="1")
        for answer in (refused, by_script):
            assert (answer.status, answer.header("retry-after")) == (503, "2")
            assert answer.typed == "Kinderhoek"
            assert "kees" not in answer.body
        # A locked file holds up the screen each time it is tried.
        assert len(tried) == 1
    entrance.now.at += 2
    phone.page = refused
    assert (await phone.send_idea(refused.typed)).status == 303
    assert entrance.texts.count("Kinderhoek") == 1


async def test_a_file_that_cannot_even_be_read_gives_back_what_was_typed(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    await phone.send_idea("Koffie")

    def refuse(*_given: object) -> None:
        raise DatabaseBusy(Path("/home/kees/bijeenkomsten.db"))

    for name in ("add_idea", "sent_by_id"):
        monkeypatch.setattr(entrance.opened.phones, name, refuse)
    refused = await phone.send_idea("Kinderhoek", "a-sending")
    assert (refused.status, refused.typed) == (503, "Kinderhoek")
    assert QUESTION in refused.body
    page = await phone.come_in()
    assert (page.status, page.header("retry-after")) == (503, "2")
    assert "kees" not in page.body


async def test_before_the_meeting_begins_there_is_nothing_to_see(
    entrance_in: Callable[[Phase], Entrance],
) -> None:
    entrance = entrance_in(Phase.PREPARATION)
    await entrance.serve()
    phone = await entrance.phone_in()
    assert QUESTION not in phone.page.body
    assert (await phone.send_idea("Kinderhoek")).status == 409


def test_the_number_of_open_files_is_raised_where_it_is_low() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import resource as r\n"
            "from socinno_tui.web.open_files import room_for_files\n"
            "hard = r.getrlimit(r.RLIMIT_NOFILE)[1]\n"
            "r.setrlimit(r.RLIMIT_NOFILE, (256, hard))\n"
            "print(room_for_files(1000), r.getrlimit(r.RLIMIT_NOFILE)[0])\n"
            "r.setrlimit(r.RLIMIT_NOFILE, (300, 400))\n"
            "print(room_for_files(1000), room_for_files(100))\n",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.split() == ["1000", "1000", "400", "400"]


async def test_no_more_connections_are_taken_than_files_may_be_open(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socinno_tui.web.server.room_for_files", lambda _wanted: 128 + 3)
    await entrance.serve()
    wires = [await entrance.wire() for _number in range(6)]
    await entrance.phone_in()
    assert len(entrance.server._connections) == 3
    assert await wires[0].is_ended()
    assert open_files.room_for_files(1) > 0


PLAIN = """
import asyncio, sys
from pathlib import Path
from socinno_tui.service.clock import system_clock
from socinno_tui.service.phone_door import MeetingOnFile, PhoneDoor
from socinno_tui.store.store import Store
from socinno_tui.web.server import PhoneServer

async def main(path, meeting_id):
    store = Store.open(Path(path))
    meeting = MeetingOnFile(store, meeting_id)
    door = store.phones.door(meeting_id)
    server = PhoneServer(
        PhoneDoor(store.phones, door, system_clock(), meeting, lambda: None), "K7Q4M"
    )
    print(await server.start("127.0.0.1", [0]), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    await server.stop()
    store.close()
    print(len(asyncio.all_tasks()), sorted(set(sys.modules) & {"textual", "rich"}), flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


async def test_in_a_process_of_its_own_it_serves_what_the_window_then_takes_in(
    entrance: Entrance,
) -> None:
    asked = [
        sys.executable,
        "-X",
        "dev",
        "-c",
        PLAIN,
        str(entrance.store.path),
        entrance.meeting.id,
    ]
    process = await asyncio.create_subprocess_exec(
        *asked,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    entrance.port = int(await process.stdout.readline())
    phone = await entrance.phone_in()
    assert QUESTION in phone.page.body
    assert (await phone.send_idea("Kinderhoek")).status == 303
    entrance.arrivals.take_in()
    assert entrance.texts[-1] == "Kinderhoek"
    assert "#13" in (await phone.come_in()).body
    phone.end()
    told, errors = await process.communicate(b"\n")
    assert (told.decode().split(maxsplit=1), errors) == (["1", "[]\n"], b"")


def test_the_rest_of_the_program_does_not_load_it() -> None:
    asked = "import socinno_tui.app, sys; print([n for n in sys.modules if n in {*sys.argv}])"
    names = ["starlette", "uvicorn", "h11", "htpy", "socinno_tui.web"]
    told = subprocess.run(
        [sys.executable, "-c", asked, *names], capture_output=True, text=True, check=True
    ).stdout
    assert told == "[]\n"


async def test_a_wire_is_ended_by_the_server_alone(entrance: Entrance) -> None:
    await entrance.serve()
    wire = await Wire.to(entrance.port)
    await entrance.server.stop()
    assert await wire.is_ended()
    wire.end()


async def test_whoever_hurries_the_end_leaves_no_port_open(entrance: Entrance) -> None:
    server = await entrance.serve()
    phone = await entrance.phone_in()
    wire = await entrance.wire()
    await wire.send(phone.request(f"/{CODE}/idea", "POST", {"Content-Length": "500"}))
    stopping = asyncio.create_task(server.stop())
    await asyncio.sleep(0.01)
    stopping.cancel()
    await asyncio.gather(stopping, return_exceptions=True)
    assert is_free(entrance.port)
    assert await wire.is_ended()
