"""Answers to phones that look: the page, its fresh part, and the stream that tells of changes."""

from __future__ import annotations

import asyncio
from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp

from socinno_tui.domain.phone_view import PhoneMoment
from socinno_tui.domain.phones import Fate
from socinno_tui.web.answers import moved_to, page_answer
from socinno_tui.web.refusals import NotKnown
from socinno_tui.web.room import Asked, Room
from socinno_tui.web.shipped import shipped
from socinno_tui.web.stream import STREAM_TYPE, StreamAnswer

LOOK_AGAIN_SECONDS: Final = 0.03


class Looking:
    """What a phone sees."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def page(self, asked: Asked) -> ASGIApp:
        """Give the whole page, at the address that stands in it. Raises TooMany, a StoreRefused."""
        room = self._room
        room.pages.spend(asked.phone, asked.address)
        if asked.request.scope["path"] != room.base:
            return moved_to(room.base)
        phone = room.phone_for(asked)
        await self._until_numbered(asked, phone)
        return room.let_know(page_answer(room.drawn(asked, phone, whole=True)), asked, phone)

    async def part(self, asked: Asked) -> ASGIApp:
        """Give what is new on the page. Raises TooMany, NotKnown, a StoreRefused."""
        self._room.pages.spend(asked.phone, asked.address)
        if asked.phone is None:
            raise NotKnown
        return page_answer(self._room.drawn(asked, asked.phone, whole=False))

    async def stream(self, asked: Asked) -> ASGIApp:
        """Give the stream. Raises TooMany, NotKnown."""
        self._room.pages.spend(asked.phone, asked.address)
        if asked.phone is None:
            raise NotKnown
        if asked.request.method == "HEAD":
            return Response(media_type=STREAM_TYPE)
        return StreamAnswer(self._room.streams, asked.phone)

    async def style(self, asked: Asked) -> ASGIApp:
        """Give the style of the page. Raises TooMany."""
        return self._shipped("look.css", asked)

    async def script(self, asked: Asked) -> ASGIApp:
        """Give the script of the page. Raises TooMany."""
        return self._shipped("page.js", asked)

    def _shipped(self, name: str, asked: Asked) -> ASGIApp:
        self._room.pages.spend(asked.phone, asked.address)
        return shipped(name, asked.request)

    async def _until_numbered(self, asked: Asked, phone: str) -> None:
        """Wait a moment for the number of an idea that was sent just now."""
        room = self._room
        if phone not in room.just_sent:
            return
        room.just_sent.discard(phone)
        newest = room.sent_by(asked)[-1:]
        for _time in range(round(room.limits.number_seconds / LOOK_AGAIN_SECONDS)):
            own = room.door.own(phone, newest)
            is_coming = room.door.view.moment is PhoneMoment.COLLECTING and any(
                idea.number is None and idea.fate is Fate.WAITS for idea in own
            )
            if not is_coming:
                return
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
