"""How long a connection may take: uvicorn's protocol with an end to every kind of slowness.

By itself it waits without end for a request that comes a byte at a time (the Slowloris attack),
and for a reader that does not read.
"""

from __future__ import annotations

import asyncio
import contextlib
from enum import Enum
from typing import ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from socinno_tui.i18n import Language, speaking
from socinno_tui.web.answers import SAFE_HEADERS
from socinno_tui.web.connections import Connections
from socinno_tui.web.refusals import NotUnderstood
from socinno_tui.wording.errors import words_for


class _Moment(Enum):
    """What a connection waits for."""

    IDLE = "a request"
    ASKING = "the rest of a request"
    ANSWERING = "the answer"


class PhoneProtocol(H11Protocol):
    """One connection from a phone. Bound to the connections of one server by `protocol_for`."""

    connections_open: ClassVar[Connections]
    language: ClassVar[Language]

    _moment: _Moment | None = None
    _deadline: asyncio.TimerHandle | None = None
    _reader_deadline: asyncio.TimerHandle | None = None
    _address = ""

    @property
    def is_waiting(self) -> bool:
        """Whether nothing of it is being answered."""
        return self._moment is not _Moment.ANSWERING

    def drop(self) -> None:
        """End it now, whatever was still to be sent."""
        self.connections_open.release(self, self._address)
        self.transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Admit a connection, or end it at once."""
        super().connection_made(transport)
        # Paused, and so watched, as soon as anything waits to be read at the other end.
        transport.set_write_buffer_limits(high=0)
        self._address = self.client[0] if self.client else ""
        if self.connections_open.admit(self, self._address):
            self._watch()
        else:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._stop_watching()
        self._reads_on()
        self.connections_open.release(self, self._address)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in a piece of a request."""
        try:
            super().data_received(data)
        except Exception:
            # Such as bytes that are no HTTP while an answer is under way.
            self.transport.abort()
        self._watch()

    def on_response_complete(self) -> None:
        """Go on to the next request."""
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """Wait until what was sent is read, but not for ever."""
        super().pause_writing()
        if self._reader_deadline is None:
            patience = self.connections_open.limits.reader_seconds
            self._reader_deadline = self.loop.call_later(patience, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: it was read."""
        super().resume_writing()
        self._reads_on()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP; `msg` is not repeated."""
        with speaking(self.language):
            sentence = words_for(NotUnderstood()).encode()
        headers = [
            *SAFE_HEADERS,
            (b"cache-control", b"no-store"),
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(sentence)).encode()),
            (b"connection", b"close"),
        ]
        # An answer may be under way already.
        with contextlib.suppress(h11.LocalProtocolError):
            response = h11.Response(status_code=400, headers=headers, reason=b"Bad Request")
            for event in (response, h11.Data(data=sentence), h11.EndOfMessage()):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _watch(self) -> None:
        moment = self._moment_now()
        if moment is self._moment or self.transport.is_closing():
            return
        self._stop_watching()
        self._moment = moment
        limits = self.connections_open.limits
        if moment is not _Moment.ANSWERING:
            asking = moment is _Moment.ASKING
            patience = limits.request_seconds if asking else limits.idle_seconds
            self._deadline = self.loop.call_later(patience, self.drop)

    def _moment_now(self) -> _Moment:
        theirs = self.conn.their_state
        if theirs is h11.SEND_BODY:
            return _Moment.ASKING
        if theirs is h11.IDLE:
            (begun, _is_over) = self.conn.trailing_data
            return _Moment.ASKING if begun else _Moment.IDLE
        # A request is there, so that it has a cycle.
        return _Moment.IDLE if self.cycle.response_complete else _Moment.ANSWERING

    def _stop_watching(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _reads_on(self) -> None:
        if self._reader_deadline is not None:
            self._reader_deadline.cancel()
            self._reader_deadline = None


def protocol_for(connections: Connections, language: Language) -> type[PhoneProtocol]:
    """Give the protocol of one server's connections."""

    class Bound(PhoneProtocol):
        connections_open = connections

    Bound.language = language
    return Bound
