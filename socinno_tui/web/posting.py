"""Answers to phones that send: ideas, ideas taken back, and dots."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.i18n import speaking
from socinno_tui.service.phone_signs import is_sending, sending_with
from socinno_tui.web.answers import moved_to, page_answer
from socinno_tui.web.budgets import Spending
from socinno_tui.web.form import read_form
from socinno_tui.web.refusals import (
    NotKnown,
    NotNow,
    NotUnderstood,
    TooMany,
    for_phone,
    retry_after,
    status_of,
)
from socinno_tui.web.room import Asked, Room
from socinno_tui.web.sendings import SentCounts, remember_sent
from socinno_tui.web.trouble import note
from socinno_tui.web.visits import Refused
from socinno_tui.wording.errors import words_for

Form: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Sending:
    """One form that a phone sent."""

    asked: Asked
    form: Form

    @property
    def is_whole(self) -> bool:
        """Whether the whole page is wanted: the script asks for its main part."""
        return self.form.get("part") != "1"

    @property
    def known_by(self) -> str:
        """What an idea in it is known by from now on. The script makes a new one for each."""
        told = _sending_of(self.form)
        return sending_with(told, self.form.get("text", "")) if self.is_whole else told

    def refused(self, error: SocinnoError) -> Refused:
        """What a refusal keeps of it."""
        return Refused(error, self.form.get("text", ""), self.form.get("sending", ""))


class Posting:
    """What a phone sends. Whatever is refused, what was typed is given back."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._sent = SentCounts(room.limits.ideas_each_phone)
        self._rests_until = room.now()

    async def idea(self, asked: Asked) -> ASGIApp:
        """Keep an idea. Raises what reading a form raises, TooMany."""
        return await self._post(asked, self._room.ideas, self._keep_idea)

    async def withdraw(self, asked: Asked) -> ASGIApp:
        """Take an idea back. Raises what reading a form raises, TooMany."""
        return await self._post(asked, self._room.taps, self._withdraw)

    async def dot(self, asked: Asked) -> ASGIApp:
        """Give a dot or take it back. Raises what reading a form raises, TooMany."""
        return await self._post(asked, self._room.taps, self._dot)

    async def _post(
        self, asked: Asked, spending: Spending, act: Callable[[str, _Sending], None]
    ) -> ASGIApp:
        room = self._room
        form = await read_form(asked.request, asked.body, room.limits)
        sending = _Sending(asked, form)
        phone = asked.phone
        if phone is None or not room.door.signs.is_form_sign(phone, form.get("sign", "")):
            phone = room.phone_for(asked)
            answer = self._refusal(sending, phone, NotKnown())
            return room.let_know(answer, asked, phone)
        try:
            spending.spend(phone, asked.address)
            await self._act(act, phone, sending)
        except SocinnoError as error:
            if isinstance(error, TooMany):
                await room.be_late(asked.request, asked.who)
            return self._refusal(sending, phone, error)
        sent = room.sent_by(asked)
        if act == self._keep_idea:
            newest, most = sending.known_by, room.limits.ideas_each_phone
            sent = (*(one for one in sent if one != newest), newest)[-most:]
        return await self._done(sending, phone, sent)

    async def _act(
        self, act: Callable[[str, _Sending], None], phone: str, sending: _Sending
    ) -> None:
        """Do what was asked. Raises what it raises; nothing was kept then."""
        room = self._room
        if room.now() < self._rests_until:
            raise NotNow
        try:
            await room.together.do(lambda: act(phone, sending))
        except SocinnoError as error:
            if isinstance(for_phone(error), NotNow):
                self._rests_until = room.now() + room.limits.file_rest_seconds
            raise
        except Exception as error:
            note(error)
            raise NotNow(500) from error

    def _keep_idea(self, phone: str, sending: _Sending) -> None:
        known_by, form = sending.known_by, sending.form
        self._sent.check(phone, known_by)
        self._room.door.send(phone, known_by, form.get("text", ""), form.get("topic", ""))
        self._sent.add(phone, known_by)

    def _withdraw(self, phone: str, sending: _Sending) -> None:
        self._room.door.withdraw(phone, _sending_of(sending.form))

    def _dot(self, phone: str, sending: _Sending) -> None:
        door, idea = self._room.door, sending.form.get("idea", "")
        match sending.form.get("change"):
            case "give":
                door.give_dot(phone, idea)
            case "take":
                door.take_dot(phone, idea)
            case _:
                raise NotUnderstood

    async def _done(self, sending: _Sending, phone: str, sent: Sequence[str]) -> Response:
        room, asked = self._room, sending.asked
        # What arrived is taken in first, where that is done in this same loop.
        await asyncio.sleep(0)
        if sending.is_whole:
            room.just_sent.add(phone)
            answer = moved_to(room.base)
        else:
            answer = page_answer(room.visits.drawn(asked.request, phone, sent, whole=False))
        if sent:
            remember_sent(answer, sent)
        return answer

    def _refusal(self, sending: _Sending, phone: str, error: SocinnoError) -> Response:
        headers = retry_after(error)
        status = status_of(error)
        if isinstance(error, TooMany) and not sending.is_whole:
            # The script keeps the page as it is and sends again: nothing is drawn for a flood.
            with speaking(self._room.visits.language_of(sending.asked.request)):
                return PlainTextResponse(words_for(error), status, headers)
        drawn = self._room.drawn(
            sending.asked, phone, whole=sending.is_whole, refused=sending.refused(error)
        )
        return page_answer(drawn, status, headers)


def _sending_of(form: Form) -> str:
    sending = form.get("sending", "")
    if not is_sending(sending):
        raise NotUnderstood
    return sending
