"""What all answers around one door share."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from socinno_tui.i18n import Language
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.service.phones_together import PhonesTogether
from socinno_tui.web.budgets import Buckets, Lateness, Spending
from socinno_tui.web.form import Body, Gone, until_gone
from socinno_tui.web.guard import PASS_COOKIE
from socinno_tui.web.limits import Limits
from socinno_tui.web.presence import Presence
from socinno_tui.web.refusals import TooMany
from socinno_tui.web.sendings import keep_cookie, sent_by
from socinno_tui.web.stream import Streams, Versions
from socinno_tui.web.visits import Refused, Visits


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: from which address, and from which phone where it showed its pass."""

    request: Request
    body: Body
    address: str
    phone: str | None

    @property
    def who(self) -> str:
        """By what this one is held to limits: a phone does not pay for its neighbours."""
        return self.phone or self.address


class Room:
    """The door, what is drawn for phones, and what each may still ask."""

    def __init__(
        self,
        door: PhoneDoor,
        code: str,
        limits: Limits,
        language: Language,
        now: Callable[[], float],
    ) -> None:
        self.door = door
        self.together = PhonesTogether(door)
        self.base = f"/{code}"
        self.limits = limits
        self.now = now
        versions = Versions()
        self.visits = Visits(door, self.base, versions, language)
        self.streams = Streams(lambda: door.view, versions, limits)
        self.presence = Presence(limits.seen_seconds, now)
        self.ideas = Spending(limits.ideas, now)
        self.taps = Spending(limits.taps, now)
        self.pages = Spending(limits.pages, now)
        self.just_sent: set[str] = set()
        self._newcomers = Buckets(limits.newcomers, now)
        self._lateness = Lateness(limits, now)

    def phone_for(self, asked: Asked) -> str:
        """Give the phone that asks, a new one where it has no pass. Raises TooMany."""
        if asked.phone is not None:
            return asked.phone
        if wait := self._newcomers.take(asked.address):
            raise TooMany(wait)
        return self.door.signs.new_phone()

    def let_know(self, answer: Response, asked: Asked, phone: str) -> Response:
        """Give a new phone its pass with an answer."""
        if asked.phone is None:
            keep_cookie(answer, PASS_COOKIE, self.door.signs.pass_of(phone))
        return answer

    def sent_by(self, asked: Asked) -> tuple[str, ...]:
        """Give what the phone that asks says it sent."""
        return sent_by(asked.request, self.limits.ideas_each_phone)

    def drawn(
        self, asked: Asked, phone: str, *, whole: bool, refused: Refused | None = None
    ) -> str:
        """Give the page for a phone, or its main part. Raises a StoreRefused."""
        sent = self.sent_by(asked)
        return self.visits.drawn(asked.request, phone, sent, whole=whole, refused=refused)

    async def be_late(self, request: Request, who: str) -> None:
        """Wait before somebody is answered who went past a limit, longer each time. Raises Gone."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._lateness.grown(who)):
                await until_gone(request.receive)
                raise Gone
