"""Telling phones that something changed: a stream to each, and in it no more than a version."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Final

from starlette.types import Receive, Scope, Send

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.phone_view import PhoneView
from socinno_tui.web.form import until_gone
from socinno_tui.web.limits import Limits
from socinno_tui.web.trouble import note

HEARTBEAT: Final = b":\n\n"

STREAM_TYPE: Final = "text/event-stream; charset=utf-8"

_REPLACED: Final = b"retry: 60000\n\n"
"""The same page twice on one phone: the older one comes back so late that they do not take turns
at pushing each other out.
"""

_START: Final = {
    "type": "http.response.start",
    "status": 200,
    "headers": [(b"content-type", STREAM_TYPE.encode())],
}


class Versions:
    """A short sign of what all phones see, another as soon as that is another. How many ideas
    there are does not count: that number alone is told with it.
    """

    def __init__(self) -> None:
        self._known: tuple[PhoneView, str] | None = None

    def of(self, view: PhoneView) -> str:
        """Give the version of a view."""
        if self._known is None or self._known[0] is not view:
            seen = repr(replace(view, count=0)).encode("utf-8", "surrogatepass")
            self._known = view, sha256(seen).hexdigest()[:12]
        return self._known[1]


class _Stream:
    """What one phone is still to be told: only the newest matters."""

    def __init__(self, frame: bytes) -> None:
        self.frame = frame
        self.is_over = False
        self.wake = asyncio.Event()
        self.wake.set()

    def tell(self, frame: bytes) -> None:
        self.frame = frame
        self.wake.set()

    def end(self, farewell: bytes = b"") -> None:
        self.is_over = True
        self.tell(farewell)


class Streams:
    """The streams of all phones, one for each."""

    def __init__(self, view: Callable[[], PhoneView], versions: Versions, limits: Limits) -> None:
        self._view = view
        self._versions = versions
        self._limits = limits
        self._streams: dict[str, _Stream] = {}
        self._changed = asyncio.Event()
        self._told = b""

    @property
    def phones(self) -> Iterable[str]:
        """The phones that have a stream open."""
        return self._streams.keys()

    def changed(self) -> None:
        """What phones see may have changed: tell them soon."""
        self._changed.set()

    def end(self) -> None:
        """End all streams."""
        for stream in self._streams.values():
            stream.end()

    async def keep_telling(self) -> None:
        """Tell all phones of changes as they come, until cancelled."""
        while True:
            try:
                async with asyncio.timeout(self._limits.heartbeat_seconds):
                    await self._changed.wait()
            except TimeoutError:
                await self._tell_all(HEARTBEAT)
                continue
            self._changed.clear()
            before, self._told = self._told, self._frame() or self._told
            if self._told != before:
                is_asked_for = _version(self._told) != _version(before)
                await self._tell_all(self._told, is_asked_for=is_asked_for)
                await asyncio.sleep(self._limits.frame_seconds)

    async def answer(self, phone: str, receive: Receive, send: Send) -> None:
        """Hold the stream of one phone open until one of both ends it."""
        stream = _Stream(self._frame() or HEARTBEAT)
        if phone in self._streams:
            self._streams[phone].end(_REPLACED)
        self._streams[phone] = stream
        listening = asyncio.create_task(_until_over(stream, receive))
        try:
            await send(_START)
            while not stream.is_over:
                await stream.wake.wait()
                stream.wake.clear()
                await send({"type": "http.response.body", "body": stream.frame, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            listening.cancel()
            if self._streams.get(phone) is stream:
                del self._streams[phone]

    def _frame(self) -> bytes:
        """Give what is told now, nothing while it cannot be known."""
        try:
            view = self._view()
            return f"data: {self._versions.of(view)} {view.count}\n\n".encode()
        except SocinnoError:
            return b""
        except Exception as error:
            note(error)
            return b""

    async def _tell_all(self, frame: bytes, *, is_asked_for: bool = False) -> None:
        """Tell every stream, some at a time. After a frame that makes phones ask for the page they
        are not to come all at once.
        """
        waiting = iter(list(self._streams.values()))
        while told := list(islice(waiting, self._limits.slice_of_streams)):
            for stream in told:
                if not stream.is_over and not (frame is HEARTBEAT and stream.wake.is_set()):
                    stream.tell(frame)
            await asyncio.sleep(self._limits.slice_seconds if is_asked_for else 0)


def _version(frame: bytes) -> bytes:
    return frame.rpartition(b" ")[0]


async def _until_over(stream: _Stream, receive: Receive) -> None:
    await until_gone(receive)
    stream.end()


class StreamAnswer:
    """The answer that is a stream."""

    def __init__(self, streams: Streams, phone: str) -> None:
        self._streams = streams
        self._phone = phone

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, for as long as it lasts."""
        await self._streams.answer(self._phone, receive, send)
