"""Serving phones: one address, one port, in the event loop of who starts it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import uvicorn

from socinno_tui.i18n import Language
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.web.connections import Connections
from socinno_tui.web.guard import hosts_of
from socinno_tui.web.limits import Limits
from socinno_tui.web.listening import BACKLOG, AddressRefused, listening_at
from socinno_tui.web.open_files import room_for_files
from socinno_tui.web.protocol import protocol_for
from socinno_tui.web.room import Room
from socinno_tui.web.routes import PhoneApp
from socinno_tui.web.trouble import keep_quiet, note

__all__ = ["AddressRefused", "PhoneServer"]

OWN_FILES: Final = 128
"""How many files the rest of the program has open at the most."""

HURRY_SECONDS: Final = 0.3
"""How long answers that are under way may still take once the server stops."""


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers: those of the program stay."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()
        self.is_to_end = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    async def main_loop(self) -> None:
        # Instead of looking ten times a second whether it is to end.
        await self.on_tick(0)
        await self.is_to_end.wait()

    def close(self) -> None:
        """Take in nobody any more."""
        for listener in getattr(self, "servers", ()):
            listener.close()


class PhoneServer:
    """Serves phones through one door, until stopped. All of it runs in the loop of the caller."""

    def __init__(
        self,
        door: PhoneDoor,
        code: str,
        *,
        limits: Limits = Limits(),  # noqa: B008  (frozen)
        language: Language = "nl",
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits
        self._language: Language = language
        self._now = now
        self._room = Room(door, code, limits, language, now)
        self._app = PhoneApp(self._room, code)
        self._connections = Connections(limits, now)
        self._server: _Server | None = None
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def phones(self) -> int:
        """How many phones are in: those with the page open, and those seen in the last minutes."""
        return self._room.presence.count(self._room.streams.phones)

    def changed(self) -> None:
        """What phones see may have changed: they are told within a second."""
        self._room.streams.changed()

    async def start(self, address: str, ports: Sequence[int]) -> int:
        """Begin to serve at exactly this address, at the first free port of these (0 is any). Give
        the port. Raises AddressRefused when none can be had.
        """
        keep_quiet()
        files = room_for_files(self._limits.connections + OWN_FILES)
        self._connections.fit_within(files - OWN_FILES)
        listener = listening_at(address, ports)
        port: int = listener.getsockname()[1]
        self._app.hosts = hosts_of(address, port)
        server = self._server = _Server(self._config())
        serving = asyncio.create_task(server.serve([listener]), name="phones")
        telling = asyncio.create_task(self._room.streams.keep_telling(), name="phones told")
        self._tasks = [serving, telling]
        up = asyncio.create_task(server.is_up.wait())
        try:
            await asyncio.wait([serving, up], return_when=asyncio.FIRST_COMPLETED)
        finally:
            up.cancel()
            if not server.started:
                await self.stop()
        if not server.started:
            raise AddressRefused(address, ports, is_ours=True)
        return port

    async def stop(self) -> None:
        """End it: no port open, no task left, every stream ended; within about a second."""
        server, self._server = self._server, None
        if server is None:
            return
        (serving, telling), self._tasks = self._tasks, []
        telling.cancel()
        self._room.streams.end()
        server.is_to_end.set()
        hurry = asyncio.get_running_loop().call_later(HURRY_SECONDS, self._connections.drop_all)
        try:
            ended = await asyncio.gather(serving, telling, return_exceptions=True)
        finally:
            # Whoever hurries this method itself leaves no port open either.
            hurry.cancel()
            server.close()
            self._connections.drop_all()
            left = list(server.server_state.tasks)
            for task in left:
                task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        for error in ended:
            if isinstance(error, Exception):
                note(error)

    def _config(self) -> uvicorn.Config:
        return uvicorn.Config(
            self._app,
            http=protocol_for(self._connections, self._language),
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            backlog=BACKLOG,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=self._limits.header_bytes,
        )
