"""Wrong codes, forged passes, other pages in the name of a phone, and other names for this one."""

import asyncio
from collections.abc import Awaitable
from urllib.parse import urlencode

import pytest

from socinno_tui.service.phone_signs import Signs
from socinno_tui.web.limits import Rate
from tests.web.entrance import Entrance
from tests.web.phones import CODE, Answer

SAFE = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def is_safe(answer: Answer) -> bool:
    """Whether an answer has all headers that keep the page to itself, and tells of no software."""
    names = {name for name, _value in answer.headers}
    return all(answer.header(name) == value for name, value in SAFE.items()) and not (
        names & {"server", "date", "x-powered-by", "access-control-allow-origin"}
    )


# The code


@pytest.mark.parametrize("path", ["/K7Q4N", "/k7q4n/part", "/K7Q4N/idea", "/K7Q4N/stream"])
async def test_a_wrong_code_gets_a_plain_page(entrance: Entrance, path: str) -> None:
    await entrance.serve()
    answer = await entrance.phone().ask(path)
    assert answer.status == 404
    assert "Wrong code" in answer.body
    assert "De balie" not in answer.body
    assert answer.cookies == {}
    assert is_safe(answer)


async def test_the_sixteenth_guess_is_not_looked_at_even_if_it_is_right(entrance: Entrance) -> None:
    await entrance.serve()
    guesser = entrance.phone()
    answers = [await guesser.ask(f"/AAAA{letter}") for letter in "23456789ABCDEFGHJ"]
    assert [answer.status for answer in answers] == [404] * 15 + [429] * 2
    right = await guesser.ask(f"/{CODE}")
    assert (right.status, right.header("retry-after")) == (429, "5")
    entrance.now.at += 5
    assert (await guesser.ask("/AAAAK")).status == 404
    assert (await guesser.ask(f"/{CODE}")).status == 429
    entrance.now.at += 5
    assert (await guesser.ask(f"/{CODE}")).status == 200


async def test_guesses_past_the_limit_are_answered_later_each_time(entrance: Entrance) -> None:
    await entrance.serve(guesses=Rate(1, 0.0001), first_delay=0.02, longest_delay=0.16)
    guesser = entrance.phone()
    took = [await seconds(guesser.ask("/AAAAA")) for _guess in range(6)]
    assert took[1] >= 0.02
    assert took[2] >= 0.04
    assert took[3] >= 0.08
    assert min(took[4:]) >= 0.16


async def test_who_is_in_does_not_pay_for_a_neighbour_who_guesses(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    guesser = entrance.phone()
    for _guess in range(20):
        await guesser.ask("/AAAAA")
    assert (await phone.come_in()).status == 200
    assert (await phone.send_idea("Kinderhoek")).status == 303


async def test_a_pass_does_not_help_to_guess_the_next_code(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    answers = [await phone.ask("/AAAAA") for _guess in range(16)]
    assert answers[-1].status == 429
    assert (await phone.come_in()).status == 429


async def test_what_no_hand_types_is_no_guess(entrance: Entrance) -> None:
    await entrance.serve()
    phone = entrance.phone()
    for path in ("/favicon.ico", "/apple-touch-icon.png", "/robots.txt", "/.well-known/x"):
        for _time in range(5):
            assert (await phone.ask(path)).status == 404
    assert (await phone.come_in()).status == 200


async def test_a_sign_that_becomes_two_letters_when_made_large_is_no_way_round_the_count(
    entrance: Entrance,
) -> None:
    door = entrance.door
    await entrance.serve()
    entrance.server._app._code._code = "K7STM"
    assert (await entrance.phone().ask("/K7%EF%AC%86M")).status == 404
    assert (await entrance.phone().ask("/K7STM")).status == 303
    assert door is entrance.door


# The pass


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "x",
        "abcdefghij.0123456789abcdef0123456789abcdef",
        Signs(b"another meeting").pass_of("abcdefghijklmnop"),
        "abcdefghijklmnop",
        "." * 3000,
        '"\\"; \\053',
        "é.é",
    ],
)
async def test_a_pass_that_is_not_ours_is_that_of_a_new_phone(
    entrance: Entrance, shown: str
) -> None:
    await entrance.serve()
    phone = entrance.phone()
    phone.cookies["socinno"] = shown
    answer = await phone.come_in()
    assert answer.status == 200
    assert entrance.door.signs.phone_of(answer.cookies["socinno"])


async def test_a_pass_of_another_phone_does_not_go_with_its_form(entrance: Entrance) -> None:
    await entrance.serve()
    phone, other = await entrance.phone_in(), await entrance.phone_in()
    answer = await phone.send_idea("Kinderhoek", sign=other.page.field("sign"))
    assert answer.status == 403
    assert "Kinderhoek" not in entrance.texts


async def test_without_our_cookie_nothing_is_kept_and_nothing_typed_is_lost(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    del phone.cookies["socinno"]
    answer = await phone.send_idea("Kinderhoek")
    assert answer.status == 403
    assert answer.typed == "Kinderhoek"
    assert "Kinderhoek" not in entrance.texts
    phone.page = answer
    assert (await phone.send_idea(answer.typed)).status == 303
    assert entrance.texts[-1] == "Kinderhoek"


async def test_the_script_without_our_cookie_is_told_to_load_the_page_anew(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    del phone.cookies["socinno"]
    assert (await phone.ask(f"/{CODE}/part")).status == 403
    assert (await phone.ask(f"/{CODE}/stream")).status == 403
    assert (await phone.send_idea("Kinderhoek", part="1")).status == 403


# Other pages


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://example.org"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "https://127.0.0.1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ],
)
async def test_what_another_page_sends_is_refused_and_not_put_in_the_field(
    entrance: Entrance, headers: dict[str, str]
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    answer = await phone.post(
        "idea", headers, text="Kinderhoek", sending=phone.page.field("sending")
    )
    assert answer.status == 403
    assert "Kinderhoek" not in answer.body
    assert "Kinderhoek" not in entrance.texts
    assert is_safe(answer)


async def test_a_browser_that_tells_no_origin_may_send_with_our_sign(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    fields = {"sign": phone.page.field("sign"), "sending": "a-sending", "text": "Kinderhoek"}
    body = urlencode(fields).encode()
    request = phone.request(f"/{CODE}/idea", "POST", {}, body)
    wire = await entrance.wire()
    await wire.send(request.replace(f"Origin: http://{phone.host}\r\n".encode(), b""))
    assert (await wire.answer()).status == 303
    assert "Kinderhoek" in entrance.texts


async def test_a_link_elsewhere_may_lead_to_the_page_but_nothing_may_read_it(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone = entrance.phone()
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert (await phone.ask(f"/{CODE}", headers=link)).status == 200
    read = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    for path in ("", "/part", "/stream", "/page.js"):
        assert (await phone.ask(f"/{CODE}{path}", headers=read)).status == 403


# Other names


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "example.org:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.example.org:{port}",
        "127.0.0.1:{port}.example.org",
        "127.0.0.1:{port}@example.org",
        "[::1]:{port}",
        "",
    ],
)
async def test_under_another_name_nothing_is_given(entrance: Entrance, host: str) -> None:
    await entrance.serve()
    phone = entrance.phone()
    phone.host = host.format(port=entrance.port)
    answer = await phone.come_in()
    assert answer.status == 421
    assert answer.cookies == {}
    assert is_safe(answer)


async def test_every_kind_of_answer_keeps_the_page_to_itself(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    answers = [
        phone.page,
        await phone.ask("/"),
        await phone.ask("/k7q4m"),
        await phone.ask(f"/{CODE}/look.css"),
        await phone.ask(f"/{CODE}/nothing"),
        await phone.ask(f"/{CODE}/idea"),
        await phone.ask(f"/{CODE}", "PUT"),
        await phone.send_idea(""),
        await phone.send_idea("Kinderhoek"),
        await phone.send_idea("x" * 9000),
    ]
    statuses = [answer.status for answer in answers]
    assert statuses == [200, 200, 303, 200, 404, 405, 405, 422, 303, 413]
    assert all(is_safe(answer) for answer in answers)
    assert {answer.header("cache-control") for answer in answers} == {"no-store", "no-cache"}


async def seconds(asked: Awaitable[Answer]) -> float:
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asked
    return loop.time() - before
