"""Phones for tests: bytes over a real connection, and no more of HTTP than these need."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

CODE = "K7Q4M"
PATIENCE = 5.0
"""How many seconds a test waits for what should come at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: str

    def header(self, name: str) -> str:
        """Give the one header of this name, empty when there is none."""
        found = [value for key, value in self.headers if key == name]
        assert len(found) <= 1, found
        return found[0] if found else ""

    @property
    def cookies(self) -> dict[str, str]:
        """Give the cookies that are set."""
        pairs = (value.partition(";")[0] for key, value in self.headers if key == "set-cookie")
        return dict(pair.split("=", 1) for pair in pairs)

    def field(self, name: str) -> str:
        """Give the value of a hidden field."""
        found = re.search(rf'<input[^>]*name="{name}"[^>]*>', self.body)
        assert found, self.body
        value = re.search(r'value="([^"]*)"', found[0])
        assert value
        return unescape(value[1])

    @property
    def typed(self) -> str:
        """Give what stands in the field."""
        found = re.search(r"<textarea[^>]*>(.*?)</textarea>", self.body, re.DOTALL)
        assert found, self.body
        return unescape(found[1]).strip()


class Wire:
    """One connection, byte for byte."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def to(cls, port: int) -> Wire:
        """Connect to the server."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, *, has_body: bool = True) -> Answer:
        """Read one answer."""
        async with asyncio.timeout(PATIENCE):
            status, headers = await self.head()
            has_body = has_body and status not in {204, 304}
            return Answer(status, headers, await self._body(headers) if has_body else "")

    async def head(self) -> tuple[int, tuple[tuple[str, str], ...]]:
        """Read the status and the headers of an answer."""
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        pairs = (line.partition(":") for line in head[1:] if line)
        headers = tuple((name.lower(), value.strip()) for name, _colon, value in pairs)
        return int(head[0].split()[1]), headers

    async def piece(self) -> str:
        """Read one piece of a body that comes in pieces; empty at its end."""
        size = int(await self.reader.readline(), 16)
        data = await self.reader.readexactly(size + 2)
        return data[:-2].decode()

    async def _body(self, headers: tuple[tuple[str, str], ...]) -> str:
        named = dict(headers)
        if "content-length" in named:
            return (await self.reader.readexactly(int(named["content-length"]))).decode()
        pieces = list[str]()
        while piece := await self.piece():
            pieces.append(piece)
        return "".join(pieces)

    async def is_ended(self) -> bool:
        """Whether the other side ends the connection, after whatever it still sends."""
        try:
            async with asyncio.timeout(PATIENCE):
                while await self.reader.read(65536):
                    pass
        except ConnectionError:
            return True
        except TimeoutError:
            return False
        return True

    def end(self) -> None:
        """End it from this side."""
        self.writer.transport.abort()


class Phone:
    """A browser without script: it keeps cookies, and sends the fields that the page gave it."""

    def __init__(self, port: int, *, language: str = "en", host: str = "") -> None:
        self.port = port
        self.host = host or f"127.0.0.1:{port}"
        self.cookies: dict[str, str] = {}
        self.language = language
        self.page = Answer(0, (), "")
        self._wire: Wire | None = None

    async def ask(
        self,
        path: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Ask for something, on the connection that is kept, and keep the cookies."""
        request = self.request(path, method, headers, body)
        try:
            answer = await self._asked(request, has_body=method != "HEAD")
        except (ConnectionError, asyncio.IncompleteReadError):
            # Dropped while nothing was asked: a browser too tries once more.
            self.end()
            answer = await self._asked(request, has_body=method != "HEAD")
        self.cookies.update(answer.cookies)
        if answer.header("connection") == "close":
            self.end()
        return answer

    async def _asked(self, request: bytes, *, has_body: bool) -> Answer:
        if self._wire is None:
            self._wire = await Wire.to(self.port)
        await self._wire.send(request)
        return await self._wire.answer(has_body=has_body)

    def request(
        self,
        path: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> bytes:
        """Give the bytes of a request."""
        sent = {"Host": self.host, "Accept-Language": self.language}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if method == "POST":
            sent["Content-Length"] = str(len(body))
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            sent["Origin"] = f"http://{self.host}"
        sent.update(headers or {})
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
        return "\r\n".join([*lines, "", ""]).encode() + body

    async def come_in(self, code: str = CODE) -> Answer:
        """Open the page, as by scanning the code."""
        self.page = await self.ask(f"/{code}")
        return self.page

    async def post(
        self, what: str, headers: Mapping[str, str] | None = None, **fields: str
    ) -> Answer:
        """Send a form, with the sign of the page unless another is given."""
        if "sign" not in fields:
            fields["sign"] = self.page.field("sign")
        return await self.ask(f"/{CODE}/{what}", "POST", headers, urlencode(fields).encode())

    async def send_idea(self, text: str, sending: str = "", **fields: str) -> Answer:
        """Send an idea from the form of the page."""
        sending = sending or self.page.field("sending")
        return await self.post("idea", None, text=text, sending=sending, topic="", **fields)

    def end(self) -> None:
        """Let go of the connection."""
        if self._wire is not None:
            self._wire.end()
            self._wire = None
