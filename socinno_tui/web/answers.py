"""What every answer has in common: its headers, and what is sent when there is nothing to show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response
from starlette.types import Message, Send

SAFE_HEADERS: Final = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    # Not "no-referrer": with that, browsers send "Origin: null" with a form.
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)

_NOT_KEPT: Final = (b"cache-control", b"no-store")


def safely(send: Send) -> Send:
    """Give a way to send by which every answer has the headers that keep a page to itself."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = message["headers"]
            is_cached = any(name == _NOT_KEPT[0] for name, _value in given)
            message = {
                **message,
                "headers": [*given, *SAFE_HEADERS, *(() if is_cached else (_NOT_KEPT,))],
            }
        await send(message)

    return sent


def page_answer(html: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Give a page, or a part of one."""
    return Response(html, status, headers, media_type="text/html; charset=utf-8")


def moved_to(place: str) -> Response:
    """Send on to another page, asked for with GET whatever was asked before."""
    return Response(status_code=303, headers={"location": place})
