"""Too much of a good thing: who asks too much is slowed, and nobody else."""

import asyncio
from dataclasses import replace

import pytest

from socinno_tui.web.limits import Budget, Limits, Rate
from tests.web.entrance import ROOM, Entrance
from tests.web.phones import CODE, Answer, Phone

FEW = Rate(3, 0.5)
WIDE = Rate(10_000, 1000)


async def test_a_phone_that_sends_too_fast_is_told_when_to_go_on(entrance: Entrance) -> None:
    await entrance.serve(ideas=Budget(FEW, WIDE, WIDE))
    phone = await entrance.phone_in()
    for number in range(3):
        idea = await phone.send_idea(f"Idee {number}", f"sending-{number}", part="1")
        assert idea.status == 200
    refused = await phone.send_idea("Kinderhoek", "sending-3")
    assert (refused.status, refused.header("retry-after")) == (429, "2")
    assert refused.typed == "Kinderhoek"
    by_script = await phone.send_idea("Kinderhoek", "sending-3", part="1")
    assert (by_script.status, by_script.header("retry-after")) == (429, "2")
    entrance.now.at += 2
    assert (await phone.send_idea("Kinderhoek", "sending-3", part="1")).status == 200
    assert entrance.texts.count("Kinderhoek") == 1


async def test_ideas_dots_and_pages_have_budgets_of_their_own(entrance: Entrance) -> None:
    await entrance.serve(pages=Budget(FEW, WIDE, WIDE), taps=Budget(FEW, WIDE, WIDE))
    phone = await entrance.phone_in()
    parts = [(await phone.ask(f"/{CODE}/part")).status for _time in range(4)]
    assert parts == [200, 200, 200, 429]
    taps = [(await phone.post("dot", idea="x", change="give")).status for _time in range(4)]
    assert taps == [409, 409, 409, 429]
    assert (await phone.send_idea("Kinderhoek", "a-sending")).status == 303


async def test_a_phone_over_its_own_budget_takes_nothing_from_that_of_its_address(
    entrance: Entrance,
) -> None:
    await entrance.serve(ideas=Budget(Rate(1, 0.1), Rate(5, 0.1), WIDE))
    flooder, phone = await entrance.phone_in(), await entrance.phone_in()
    for number in range(20):
        await flooder.send_idea("Vloed", f"sending-{number}")
    assert entrance.texts.count("Vloed") == 1
    assert (await phone.send_idea("Kinderhoek", "a-sending")).status == 303


@pytest.mark.parametrize(
    "budget", [Budget(WIDE, Rate(4, 0.1), WIDE), Budget(WIDE, WIDE, Rate(4, 0.1))]
)
async def test_an_address_and_all_together_have_an_end_too(
    entrance: Entrance, budget: Budget
) -> None:
    await entrance.serve(ideas=budget)
    for number in range(6):
        phone = await entrance.phone_in()
        status = (await phone.send_idea("Vloed", f"sending-{number}")).status
        assert status == (303 if number < 4 else 429)


async def test_new_phones_are_not_to_be_had_without_end(entrance: Entrance) -> None:
    await entrance.serve(newcomers=Rate(3, 0.5))
    known = await entrance.phone_in()
    for _number in range(2):
        await entrance.phone_in()
    late = entrance.phone()
    assert (await late.come_in()).status == 429
    assert late.cookies == {}
    forged = await late.post("idea", sign="x", text="Kinderhoek", sending="a-sending")
    assert forged.status == 429
    assert (await known.come_in()).status == 200
    entrance.now.at += 2
    assert (await late.come_in()).status == 200


async def test_a_phone_sends_a_hundred_ideas_and_no_more(entrance: Entrance) -> None:
    await entrance.serve(ideas=Budget(WIDE, WIDE, WIDE), ideas_each_phone=4)
    phone, other = await entrance.phone_in(), await entrance.phone_in()
    for number in range(4):
        idea = await phone.send_idea(f"Idee {number}", f"sending-{number}", part="1")
        assert idea.status == 200
    refused = await phone.send_idea("Kinderhoek", "sending-4")
    assert refused.status == 409
    assert "From this phone come 4 ideas" in refused.body
    assert refused.typed == "Kinderhoek"
    assert (await phone.send_idea("Idee 3", "sending-3", part="1")).status == 200
    assert (await other.send_idea("Kinderhoek", "sending-4")).status == 303
    assert phone.cookies["sent"] == "sending-0.sending-1.sending-2.sending-3"


async def test_the_cookie_of_what_was_sent_stays_within_what_browsers_keep(
    entrance: Entrance,
) -> None:
    await entrance.serve(ideas=Budget(WIDE, WIDE, WIDE))
    phone = await entrance.phone_in()
    phone.cookies["sent"] = ".".join(f"{number:032}" for number in range(99))
    await phone.send_idea("Kinderhoek", "x" * 32, part="1")
    assert len(phone.cookies["sent"]) <= 3800
    assert phone.cookies["sent"].endswith(f"{98:032}." + "x" * 32)


async def test_nonsense_is_answered_late_after_a_while_and_pages_are_not(
    entrance: Entrance,
) -> None:
    await entrance.serve(nonsense=Rate(5, 0.001), first_delay=0.1, longest_delay=0.1)
    phone = await entrance.phone_in()
    loop = asyncio.get_running_loop()
    took = []
    for _number in range(7):
        before = loop.time()
        assert (await phone.ask(f"/{CODE}/nothing")).status == 404
        took.append(loop.time() - before)
    assert max(took[:5]) < 0.1 <= min(took[5:])
    before = loop.time()
    assert (await phone.come_in()).status == 200
    assert loop.time() - before < 0.1


class Flood:
    """A phone that sends as fast as answers come."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.statuses: list[int] = []
        self.sending = asyncio.create_task(self._send())

    async def _send(self) -> None:
        while True:
            sending = f"sending-{len(self.statuses)}"
            answer = await self.phone.send_idea("Vloed", sending, part="1")
            self.statuses.append(answer.status)

    async def stop(self) -> None:
        self.sending.cancel()
        await asyncio.gather(self.sending, return_exceptions=True)


async def middle_of_nine(phone: Phone, word: str) -> float:
    """Send nine ideas calmly. How many seconds the middle one took."""
    took, loop = list[float](), asyncio.get_running_loop()
    for number in range(9):
        before = loop.time()
        assert (await phone.send_idea("Kinderhoek", f"{word}-{number:04}", part="1")).status == 200
        took.append(loop.time() - before)
        await asyncio.sleep(0.02)
    return sorted(took)[4]


async def test_a_flood_slows_the_flooder_and_not_the_room(entrance: Entrance) -> None:
    await entrance.serve(replace(ROOM, first_delay=0.05, longest_delay=0.4))
    calm = await middle_of_nine(await entrance.phone_in(), "before")
    floods = [Flood(await entrance.phone_in()) for _number in range(10)]
    async with asyncio.timeout(20):
        while any(429 not in flood.statuses for flood in floods):
            await asyncio.sleep(0.01)
    meanwhile = await middle_of_nine(await entrance.phone_in(), "meanwhile")
    for flood in floods:
        await flood.stop()
        # The clock of the limits stands still: what may be sent at once, and nothing after that.
        assert flood.statuses.count(200) == 10
        assert len(flood.statuses) < 10 + 12
    assert meanwhile < 3 * calm + 0.02


async def test_a_flood_of_connections_is_cut_off(entrance: Entrance) -> None:
    await entrance.serve(connects=Rate(10, 1))
    phone = await entrance.phone_in()
    wires = [await entrance.wire() for _number in range(30)]
    ended = await asyncio.gather(*(wire.is_ended() for wire in wires[9:]))
    assert all(ended)
    assert (await phone.come_in()).status == 200
    entrance.now.at += 1
    assert (await (await entrance.phone_in()).come_in()).status == 200


async def answers(asked: list[Phone], path: str) -> list[Answer]:
    return await asyncio.gather(*(phone.ask(path) for phone in asked))


async def test_a_whole_room_comes_in_at_once_within_the_limits(entrance: Entrance) -> None:
    await entrance.serve(replace(Limits(), connections_each_address=450))
    phones = [entrance.phone() for _number in range(200)]
    for path in (f"/{CODE}", f"/{CODE}/look.css", f"/{CODE}/page.js", f"/{CODE}/part"):
        assert {answer.status for answer in await answers(phones, path)} == {200}
    assert entrance.server.phones == 200
