"""What phones bring at about the same time waits for the disk once, and each is answered alone."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.ballot import AllDotsGiven, Ballot
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.text import TextMissing
from socinno_tui.service import phones_together
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.service.phones_together import PhonesTogether
from socinno_tui.store.errors import DatabaseBusy, DiskFull, FileRefused
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, idea_id
from tests.service.phones import Phone, an_open_door
from tests.service.standing_clock import Ear, StandingClock
from tests.store.raw import raw


@pytest.fixture
def opened(store: Store, clock: StandingClock) -> Iterator[OpenMeeting]:
    meeting = a_meeting(Phase.SELECTION)
    turns = tuple(replace(turn, heard_at=clock.at) for turn in meeting.turns)
    store.write(None, replace(meeting, turns=turns))
    held = OpenMeeting(store, meeting.id, clock.clock)
    yield held
    held.release()


@pytest.fixture
def door(opened: OpenMeeting, clock: StandingClock) -> PhoneDoor:
    return an_open_door(opened, clock)


@pytest.fixture
def commits(store: Store) -> list[str]:
    """Each commit, as it is made."""
    made: list[str] = []
    store._db.conn.set_trace_callback(
        lambda statement: made.append(statement) if statement == "COMMIT" else None
    )
    return made


def new_ideas(opened: OpenMeeting) -> list[str]:
    return [idea.text for idea in opened.meeting.ideas if idea.number > 12]


async def all_at_once(together: PhonesTogether, *acts: object) -> list[object]:
    return await asyncio.gather(
        *(together.do(act) for act in acts),  # type: ignore[arg-type]
        return_exceptions=True,
    )


async def test_a_burst_is_one_write_and_one_taking_in(
    opened: OpenMeeting, door: PhoneDoor, commits: list[str], store: Store
) -> None:
    ear = Ear()
    opened.listen(ear)
    phones = [Phone(door, str(number)) for number in range(40)]
    answers = await all_at_once(
        PhonesTogether(door),
        *(lambda phone=phone: phone.send(f"Idee van {phone.known_by}") for phone in phones),
    )
    assert answers == [None] * 40
    assert len(set(new_ideas(opened))) == 40
    assert len(ear.heard) == 1
    assert len(commits) == 2
    assert store.meeting(opened.meeting.id) == opened.meeting


async def test_what_a_rule_refuses_one_leaves_the_others_as_they_are(
    opened: OpenMeeting, door: PhoneDoor
) -> None:
    DotCounting(opened).begin(6, 1)
    fatma, ruben = Phone(door, "Fatma"), Phone(door, "Ruben")
    answers = await all_at_once(
        PhonesTogether(door),
        lambda: fatma.send("Een bel"),
        lambda: ruben.send(" "),
        lambda: fatma.give(idea_id(1)),
        lambda: fatma.give(idea_id(2)),
        lambda: ruben.give(idea_id(2)),
        lambda: 1 / 0,
    )
    assert [type(answer) for answer in answers] == [
        type(None),
        TextMissing,
        type(None),
        AllDotsGiven,
        type(None),
        ZeroDivisionError,
    ]
    assert new_ideas(opened) == ["Een bel"]
    assert door.ballot(fatma.known_by) == Ballot({idea_id(1): 1})
    assert door.ballot(ruben.known_by) == Ballot({idea_id(2): 1})


async def test_sent_and_withdrawn_in_one_breath_is_never_in(
    opened: OpenMeeting, door: PhoneDoor
) -> None:
    fatma = Phone(door, "Fatma")
    sent: list[str] = []
    answers = await all_at_once(
        PhonesTogether(door),
        lambda: sent.append(fatma.send("Een bel")),
        lambda: fatma.send_again(sent[0], "Een bel"),
        lambda: fatma.withdraw(sent[0]),
        lambda: fatma.send_again(sent[0], "Een bel"),
    )
    assert answers == [None] * 4
    assert (new_ideas(opened), fatma.own()) == ([], ())


async def test_a_file_that_is_locked_refuses_all_of_them_once_and_keeps_none(
    opened: OpenMeeting, door: PhoneDoor, file: Path
) -> None:
    fatma, ruben = Phone(door, "Fatma"), Phone(door, "Ruben")
    together = PhonesTogether(door)
    with raw(file) as elsewhere:
        elsewhere.execute("BEGIN IMMEDIATE")
        answers = await all_at_once(
            together, lambda: fatma.send("Een bel"), lambda: ruben.send("Een bord")
        )
        elsewhere.execute("ROLLBACK")
    assert [type(answer) for answer in answers] == [DatabaseBusy, DatabaseBusy]
    again = await all_at_once(together, lambda: fatma.send_again("sending-0001", "Een bel"))
    assert again == [None]
    assert new_ideas(opened) == ["Een bel"]


async def test_a_disk_that_is_full_halfway_keeps_none_and_says_so_to_all(
    opened: OpenMeeting, door: PhoneDoor, store: Store
) -> None:
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count = {pages + 1}").fetchone()
    phones = [Phone(door, str(number)) for number in range(40)]
    together = PhonesTogether(door)
    answers = await all_at_once(
        together, *(lambda phone=phone: phone.send("Een lang idee " * 35) for phone in phones)
    )
    assert {type(answer) for answer in answers} == {DiskFull}
    assert opened.phones.sent_by_id(phone.idea_id("sending-0001") for phone in phones) == {}
    store._db.execute("PRAGMA max_page_count = 1000000").fetchone()
    answers = await all_at_once(
        together,
        *(lambda phone=phone: phone.send_again("sending-0001", "Kort") for phone in phones),
    )
    assert answers == [None] * 40
    assert new_ideas(opened) == ["Kort"] * 40


async def test_a_transaction_that_is_gone_halfway_keeps_none(
    opened: OpenMeeting, door: PhoneDoor, store: Store
) -> None:
    fatma = Phone(door, "Fatma")
    for last in (lambda: None, lambda: fatma.send("Een bord")):
        answers = await all_at_once(
            PhonesTogether(door),
            lambda: fatma.send("Een bel"),
            store._db.conn.rollback,
            last,
        )
        assert {type(answer) for answer in answers} == {FileRefused}
    assert fatma.own() == ()
    fatma.send("Een gong")
    assert new_ideas(opened) == ["Een gong"]


async def test_the_phase_counts_as_it_is_when_a_turn_comes(
    opened: OpenMeeting, door: PhoneDoor
) -> None:
    fatma = Phone(door, "Fatma")
    asked = asyncio.ensure_future(all_at_once(PhonesTogether(door), lambda: fatma.send("Een bel")))
    await asyncio.sleep(0)
    LiveMeeting(opened).move_on()
    assert [type(answer) for answer in await asked] == [WrongPhase]


async def test_who_does_not_wait_any_more_is_left_out(opened: OpenMeeting, door: PhoneDoor) -> None:
    fatma = Phone(door, "Fatma")
    sent: list[str] = []
    asked = asyncio.ensure_future(
        PhonesTogether(door).do(lambda: sent.append(fatma.send("Een bel")))
    )
    await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    await asyncio.sleep(0.01)
    assert new_ideas(opened) == []


async def test_on_a_slow_disk_two_thirds_of_the_time_are_left(
    door: PhoneDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0

    def slow() -> None:
        nonlocal now
        now += 0.05

    waits: list[float] = []
    loop = asyncio.get_running_loop()
    later = loop.call_later

    def at_once(wait: float, call: object, *args: object) -> asyncio.TimerHandle:
        nonlocal now
        waits.append(wait)
        now += wait
        return later(0, call, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(loop, "call_later", at_once)
    monkeypatch.setattr(phones_together, "MOST_AT_ONCE", 1)
    together = PhonesTogether(door, lambda: now)
    for _turn in range(40):
        await together.do(slow)
    assert waits[:2] == [0.0, 0.0]
    assert 0.4 * now > 40 * 0.05
    assert max(waits) <= phones_together.LONGEST_REST
