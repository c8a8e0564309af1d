"""What can be asked, by whom, and how it is refused: a plain ASGI application around one door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.i18n import speaking
from socinno_tui.service.phone_signs import Signs
from socinno_tui.web.answers import moved_to, page_answer, safely
from socinno_tui.web.budgets import Buckets
from socinno_tui.web.form import Body, Gone
from socinno_tui.web.guard import CodeCheck, check_host, check_origin, may_be_code, phone_of
from socinno_tui.web.looking import Looking
from socinno_tui.web.pages import door_page, plain_page
from socinno_tui.web.posting import Posting
from socinno_tui.web.refusals import (
    NothingHere,
    NotNow,
    NotUnderstood,
    TooMany,
    WrongCode,
    for_phone,
    heading_of,
    retry_after,
    status_of,
)
from socinno_tui.web.room import Asked, Room
from socinno_tui.web.trouble import note
from socinno_tui.wording.errors import words_for

Handler: TypeAlias = Callable[[Asked], Awaitable[ASGIApp]]

LOOKS: Final = ("GET", "HEAD")
SENDS: Final = ("POST",)


class PhoneApp:
    """The application. `hosts` are the names it may be asked under: told once the port is known."""

    def __init__(self, room: Room, code: str) -> None:
        self.hosts: frozenset[str] = frozenset()
        self._room = room
        self._code = CodeCheck(code, room.limits, room.now)
        self._nonsense = Buckets(room.limits.nonsense, room.now)
        looking, posting = Looking(room), Posting(room)
        self._style = looking.style
        self._ways: dict[str, tuple[tuple[str, ...], Handler]] = {
            "": (LOOKS, looking.page),
            "part": (LOOKS, looking.part),
            "stream": (LOOKS, looking.stream),
            "look.css": (LOOKS, looking.style),
            "page.js": (LOOKS, looking.script),
            "idea": (SENDS, posting.idea),
            "withdraw": (SENDS, posting.withdraw),
            "dot": (SENDS, posting.dot),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. Whatever goes wrong, a phone gets a plain sentence."""
        request = Request(scope, receive)
        asked = Asked(request, Body(request), _address(request), phone_of(request, self._signs))
        try:
            answer = await self._answer(asked)
        except Gone:
            return
        except Exception as error:
            answer = await self._refusal(asked, error)
        await answer(scope, receive, safely(send))

    async def _answer(self, asked: Asked) -> ASGIApp:
        request = asked.request
        check_host(request, self.hosts)
        check_origin(request)
        path: str = request.scope["path"]
        if path == "/":
            _check_method(asked, LOOKS)
            return self._ask_for_code(asked)
        if path == "/look.css":
            _check_method(asked, LOOKS)
            return await self._style(asked)
        first, _slash, rest = path.removeprefix("/").partition("/")
        self._code.check(first, asked.who)
        if asked.phone is not None:
            self._room.presence.saw(asked.phone)
        if rest not in self._ways:
            raise NothingHere
        methods, handler = self._ways[rest]
        _check_method(asked, methods)
        return await handler(asked)

    def _ask_for_code(self, asked: Asked) -> Response:
        self._room.pages.spend(asked.phone, asked.address)
        told = "".join(asked.request.query_params.get("code", "").split()).upper()
        if may_be_code(told) and told:
            return moved_to(f"/{told}")
        with speaking(self._room.visits.language_of(asked.request)):
            return page_answer(door_page(words_for(WrongCode()) if told else ""))

    async def _refusal(self, asked: Asked, error: Exception) -> ASGIApp:
        told = self._told(error)
        try:
            is_read = await asked.body.drain(self._room.limits.drained_bytes)
            if self._goes_too_far(asked, told):
                await self._room.be_late(asked.request, asked.who)
        except Gone:
            return _nothing
        headers = retry_after(told)
        if not is_read:
            headers["connection"] = "close"
        if isinstance(told, NotUnderstood) and told.allowed:
            headers["allow"] = told.allowed
        with speaking(self._room.visits.language_of(asked.request)):
            page = plain_page(heading_of(told), words_for(told))
        return page_answer(page, status_of(told), headers)

    def _told(self, error: Exception) -> SocinnoError:
        if isinstance(error, SocinnoError):
            return for_phone(error)
        note(error)
        return NotNow(500)

    def _goes_too_far(self, asked: Asked, told: SocinnoError) -> bool:
        """Whether who is refused this is to be answered late."""
        if isinstance(told, NotNow):
            return False
        if isinstance(told, WrongCode) and self._code.is_worn_out(asked.who):
            return True
        return isinstance(told, TooMany) or self._nonsense.take(asked.address) > 0

    @property
    def _signs(self) -> Signs:
        return self._room.door.signs


async def _nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """Answer nobody: who asked is gone."""


def _check_method(asked: Asked, allowed: tuple[str, ...]) -> None:
    if asked.request.method not in allowed:
        raise NotUnderstood(405, allowed=", ".join(allowed))


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
