"""Requests that no browser makes: answered with a plain sentence, and nothing is kept."""

import asyncio
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.web.entrance import Entrance
from tests.web.phones import CODE, Phone
from tests.web.test_who_may_come_in import is_safe

FORM = "application/x-www-form-urlencoded"


def says(text: bytes, port: int) -> bytes:
    return text.replace(b"HOST", b"127.0.0.1:%d" % port)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "FOO"])
@pytest.mark.parametrize("path", [f"/{CODE}", f"/{CODE}/idea", f"/{CODE}/stream"])
async def test_a_method_that_is_not_ours(entrance: Entrance, method: str, path: str) -> None:
    await entrance.serve()
    answer = await (await entrance.phone_in()).ask(path, method)
    assert answer.status == 405
    assert answer.header("allow") in {"GET, HEAD", "POST"}
    assert is_safe(answer)


@pytest.mark.parametrize("path", ["/", f"/{CODE}", f"/{CODE}/part", f"/{CODE}/look.css"])
async def test_head_is_answered_as_get_without_its_body(entrance: Entrance, path: str) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    head, get = await phone.ask(path, "HEAD"), await phone.ask(path)
    assert (head.status, head.body) == (200, "")
    assert head.header("content-length") == get.header("content-length")


async def test_head_of_the_stream_comes_to_an_end(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    answer = await phone.ask(f"/{CODE}/stream", "HEAD")
    assert answer.header("content-type") == "text/event-stream; charset=utf-8"
    assert (await phone.come_in()).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        f"/{CODE}/../../../etc/passwd",
        f"/{CODE}/..%2f..%2fetc%2fpasswd",
        f"/{CODE}/pages.py",
        f"/{CODE}/look.css%00.html",
        "/%00",
        f"/{CODE}%00",
        f"/{CODE}/idea/",
        f"//{CODE}",
        "//example.org/%2e%2e",
        "/%ff%fe",
        "/%",
        "/" + "A" * 12000,
        f"/{CODE}/" + "../" * 3000,
        "http://example.org/",
        "*",
    ],
)
async def test_a_path_to_nowhere(entrance: Entrance, path: str) -> None:
    await entrance.serve()
    answer = await (await entrance.phone_in()).ask(path)
    assert answer.status == 404
    assert "root:" not in answer.body
    assert is_safe(answer)


async def test_headers_without_end_are_refused(entrance: Entrance) -> None:
    await entrance.serve()
    wire = await entrance.wire()
    await wire.send(says(b"GET /%s HTTP/1.1\r\nHost: HOST\r\n" % CODE.encode(), entrance.port))
    await wire.send(b"X-Long: " + b"a" * 20_000)
    answer = await wire.answer()
    assert answer.status == 400
    assert is_safe(answer)
    assert await wire.is_ended()


async def test_an_older_browser_without_a_name_for_us(entrance: Entrance) -> None:
    await entrance.serve()
    wire = await entrance.wire()
    await wire.send(b"GET /%s HTTP/1.0\r\n\r\n" % CODE.encode())
    answer = await wire.answer()
    assert answer.status == 421
    assert is_safe(answer)
    assert await wire.is_ended()


@pytest.mark.parametrize(
    "text",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\r\n\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : HOST\r\n\r\n",
        b"GET / HTTP/1.1\r\n Host: HOST\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nA: b\r\n c\r\n\x00: d\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nCookie: a=b\r\nCookie: c=d\r\n\r\n",
        b"POST /K7Q4M/idea HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        b"POST /K7Q4M/idea HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
async def test_what_is_hardly_http_is_refused_at_once(entrance: Entrance, text: bytes) -> None:
    await entrance.serve()
    wire = await entrance.wire()
    await wire.send(says(text, entrance.port))
    answer = await wire.answer()
    assert 400 <= answer.status < 600
    assert answer.status not in {500, 503}
    assert is_safe(answer)


@pytest.mark.parametrize(
    "framing",
    [
        b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 6\r\n",
        b"Content-Length: 6\r\nTransfer-Encoding: chunked, identity\r\n",
        b"Content-Length: 6\r\nTransfer-Encoding:\x0bchunked\r\n",
        b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    ],
)
async def test_a_request_with_two_ends_is_refused_whichever_is_meant(
    entrance: Entrance, framing: bytes
) -> None:
    await entrance.serve()
    wire = await entrance.wire()
    head = b"POST /K7Q4M/idea HTTP/1.1\r\nHost: HOST\r\nContent-Type: %s\r\n" % FORM.encode()
    hidden = b"GET /K7Q4M HTTP/1.1\r\nHost: HOST\r\n\r\n"
    await wire.send(says(head + framing + b"\r\n0\r\n\r\n" + hidden, entrance.port))
    answer = await wire.answer()
    assert answer.status == 400


async def test_several_requests_at_once_are_answered_one_by_one(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    wire = await entrance.wire()
    await wire.send(phone.request(f"/{CODE}") + phone.request("/none/x") + phone.request("/"))
    assert [(await wire.answer()).status for _time in range(3)] == [200, 404, 200]


# Bodies


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "application/json", "multipart/form-data; boundary=x", FORM + "x"]
)
async def test_what_is_no_form_is_not_read(entrance: Entrance, kind: str) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    answer = await phone.post(
        "idea", {"Content-Type": kind}, text="Kinderhoek", sending="a-sending"
    )
    assert answer.status == 415
    assert "Kinderhoek" not in entrance.texts


def bodies(phone: Phone) -> Iterator[bytes]:
    sign = phone.page.field("sign")
    whole = f"sign={sign}&sending=a-sending&text=Kinderhoek"
    yield (whole + "".join(f"&x{number}=" for number in range(1000))).encode()
    yield f"{whole}&text=Koffie".encode()
    yield f"{whole}&sign={sign}".encode()
    yield f"{whole}%ff%fe".encode()
    yield f"{whole}%ED%A0%80".encode()
    yield f"{whole}é".encode("latin-1")
    yield whole.replace("a-sending", "../../x").encode()
    yield whole.replace("a-sending", "x" * 33).encode()
    yield whole.replace("&sending=a-sending", "").encode()


async def test_a_form_that_is_not_ours_is_refused(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    for body in bodies(phone):
        assert (await phone.ask(f"/{CODE}/idea", "POST", {}, body)).status == 400, body[:200]
    assert "Kinderhoek" not in " ".join(entrance.texts)


async def test_a_field_of_another_form_does_no_harm(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    await phone.send_idea("Kinderhoek", "a-sending", part="1")
    fields = {"sending": "a-sending", "text": "Koffie", "idea": "x", "change": "give"}
    assert (await phone.post("withdraw", None, part="1", **fields)).status == 200
    assert (await phone.post("dot", None, part="1", **fields)).status == 409
    assert not {"Kinderhoek", "Koffie"} & set(entrance.texts)
    assert phone.cookies["sent"] == "a-sending"


async def test_five_hundred_of_the_largest_signs_fit(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    assert len(quote("😀" * 500)) == 6000
    assert (await phone.send_idea("😀" * 500)).status == 303
    assert entrance.texts[-1] == "😀" * 500


async def test_a_body_that_is_too_big_is_refused_in_words(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    answer = await phone.send_idea("x" * 9000)
    assert answer.status == 413
    assert "more than fits" in answer.body
    assert (await phone.come_in()).status == 200


async def test_a_body_that_says_it_is_huge_is_not_waited_for(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    wire = await entrance.wire()
    await wire.send(phone.request(f"/{CODE}/idea", "POST", {"Content-Length": "1000000000"}))
    answer = await wire.answer()
    assert (answer.status, answer.header("connection")) == (413, "close")
    assert await wire.is_ended()


async def test_pieces_without_end_are_refused(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    head = phone.request(f"/{CODE}/idea", "POST", {"Transfer-Encoding": "chunked"})
    wire = await entrance.wire()
    await wire.send(head.replace(b"Content-Length: 0\r\n", b""))

    async def send_on() -> None:
        while True:
            await wire.send(b"400\r\n" + b"x" * 1024 + b"\r\n")
            await asyncio.sleep(0)

    sending = asyncio.create_task(send_on())
    answer = await wire.answer()
    assert answer.status == 413
    assert await wire.is_ended()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)


async def test_who_waits_to_be_let_go_on_with_a_body_is_answered(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    sign = phone.page.field("sign")
    body = f"sign={sign}&sending=a-sending&text=Kinderhoek".encode()
    request = phone.request(f"/{CODE}/idea", "POST", {"Expect": "100-continue"}, body)
    wire = await entrance.wire()
    await wire.send(request[: -len(body)])
    assert (await wire.head())[0] == 100
    await wire.send(body)
    assert (await wire.answer()).status == 303


async def test_an_upgrade_to_something_else_is_not_followed(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    assert (await phone.ask(f"/{CODE}", headers=upgrade)).status == 200
