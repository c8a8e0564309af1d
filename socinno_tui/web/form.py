"""Reading a form that was sent: little, in time, and nothing that no form of ours has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.types import Receive

from socinno_tui.web.limits import Limits
from socinno_tui.web.refusals import NotUnderstood, TooBig

FORM_TYPE: Final = "application/x-www-form-urlencoded"


class Gone(Exception):
    """Who asked is not there any more: there is nobody to answer."""


class Body:
    """What comes with a request, read a piece at a time and never more than is asked for."""

    def __init__(self, request: Request) -> None:
        told = request.headers.get("content-length", "0")
        # What is no number does not come this far: h11 refuses it.
        self.declared = int(told) if told.isdecimal() else 0
        self._receive = request.receive
        self._is_over = not self.declared and "transfer-encoding" not in request.headers

    async def read(self, most: int) -> bytes:
        """Read all of it. Raises TooBig when it is more than `most` bytes, Gone."""
        if self.declared > most:
            raise TooBig
        found = bytearray()
        while not self._is_over:
            found += await self._piece()
            if len(found) > most:
                raise TooBig
        return bytes(found)

    async def drain(self, most: int) -> bool:
        """Read what is left and throw it away, so that an answer is not lost on its way back.
        Whether it came to its end: if not, the connection must be closed. Raises Gone.
        """
        if self.declared > most:
            return False
        size = 0
        while not self._is_over and size <= most:
            size += len(await self._piece())
        return self._is_over

    async def _piece(self) -> bytes:
        message = await self._receive()
        if message["type"] == "http.disconnect":
            raise Gone
        self._is_over = not message.get("more_body", False)
        piece: bytes = message.get("body", b"")
        return piece


async def read_form(request: Request, body: Body, limits: Limits) -> Mapping[str, str]:
    """Read the fields of a form. Raises NotUnderstood, TooBig, Gone."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM_TYPE:
        raise NotUnderstood(415)
    return fields_of(await body.read(limits.body_bytes), limits.fields)


def fields_of(body: bytes, most: int) -> Mapping[str, str]:
    """Give the fields of a form by name. Raises NotUnderstood where it is no text, has more than
    `most` fields, or one of them twice.
    """
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=most,
        )
    except ValueError:
        raise NotUnderstood from None
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise NotUnderstood
    return fields


async def until_gone(receive: Receive) -> None:
    """Wait until who asked is not there any more."""
    while (await receive())["type"] != "http.disconnect":
        pass
