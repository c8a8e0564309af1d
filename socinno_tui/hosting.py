"""The app as host of the phones in the room: it serves them, takes in what they bring, and lets
the screens know how it stands.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Final

from textual.reactive import var

from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.phones_now import PhonesNow, Serving
from socinno_tui.i18n import _, current_language
from socinno_tui.screens.base import LASTING_SECONDS
from socinno_tui.screens.guarded_app import GuardedApp
from socinno_tui.screens.phone_messages import (
    AddressChosen,
    LeaveOutAsked,
    LetInAsked,
    ReadFirstAsked,
)
from socinno_tui.screens.phones import PhonesPanel
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.service.addresses import own_addresses
from socinno_tui.service.answering_phones import AnswersPhones
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.service.phone_host import PhoneHost
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.phones import all_let_in_words

log = logging.getLogger("socinno")

BETWEEN_PAINTS: Final = 0.2
"""At 40 ideas in a burst the feed is painted five times a second, and keys stay quick."""

FOLLOW_SECONDS: Final = 0.1
"""How often is looked whether another process, which answers the phones, has written: 7 µs."""


def _server_of_our_own(door: PhoneDoor, code: str) -> AnswersPhones:
    # Importing it takes 0.2 s, which only a meeting with phones pays.
    from socinno_tui.web.server import PhoneServer

    return PhoneServer(door, code, language=current_language())


class HostsPhones(GuardedApp):
    """An app that lets phones into the meeting it has open."""

    phones: var[PhonesNow] = var(PhonesNow())

    def __init__(self) -> None:
        super().__init__()
        self.answers_phones: Callable[[PhoneDoor, str], AnswersPhones] = _server_of_our_own
        self.own_addresses: Callable[[], tuple[OwnAddress, ...]] = own_addresses
        self._host: PhoneHost | None = None
        self._may_resume = False
        self._said = ""
        self._was_refused = False
        self._has_arrived = False
        self._is_taking_in = False
        self._taken_in_at = 0.0
        self._stopping: set[asyncio.Task[None]] = set()

    # With the meeting, and with the program

    def host_phones_of(self, opened: OpenMeeting) -> None:
        """From here on phones come into this meeting; at once, where a crash left the door open."""
        self._host = PhoneHost(opened, self._answers, self._addresses, self._phone_brought)
        self._may_resume = True
        self._said = ""
        self.call_later(self.look_at_phones)

    def let_phones_go(self) -> None:
        """The meeting is left: its door is closed, and what answered is being stopped."""
        host, self._host = self._host, None
        if host is not None:
            self._close(host)
        self.phones = PhonesNow()

    async def phones_gone(self) -> None:
        """Close the door, and wait until no port is open any more."""
        self.let_phones_go()
        await asyncio.gather(*self._stopping)

    def follow_phones(self) -> None:
        """Look from now on, often, whether another process wrote what phones brought."""
        self.set_interval(FOLLOW_SECONDS, self._follow)

    def phones_see(self) -> None:
        """The meeting has changed: phones are told, and what waited for that comes in."""
        if self._host is not None and not self._is_taking_in:
            self._host.tell_phones()
            self._phone_brought()

    async def look_at_phones(self) -> None:
        """Look how it stands: once a second this sees what nobody tells."""
        host, opened = self._host, self._opened
        if host is None or opened is None:
            return
        if self._may_resume and not opened.read_only:
            self._may_resume = False
            await self._resume(host)
        if host.is_over(recap_in_sight=self._recap_is_in_sight):
            self._close(host)
        try:
            host.check_address()
        except SocinnoError as error:
            self._tell(words_for(error))
        self._take_in()

    async def _resume(self, host: PhoneHost) -> None:
        try:
            if host.was_left_open:
                await host.resume()
        except SocinnoError as error:
            self._tell(words_for(error))

    @property
    def _recap_is_in_sight(self) -> bool:
        return any(isinstance(screen, RecapScreen) for screen in self.screen_stack)

    # What phones bring

    def _phone_brought(self) -> None:
        """Take in soon: at once after a quiet moment, and otherwise a few times a second."""
        if not self._has_arrived:
            self._has_arrived = True
            self.call_later(self._take_in_soon)

    def _take_in_soon(self) -> None:
        wait = self._taken_in_at + BETWEEN_PAINTS - monotonic()
        if wait <= 0:
            self._take_in()
        else:
            self.set_timer(wait, self._take_in)

    def _take_in(self) -> None:
        self._has_arrived = False
        host, opened = self._host, self._opened
        if host is None or opened is None:
            return
        before, shown = opened.meeting, self.phones
        self._is_taking_in = True
        try:
            self.quietly(host.take_in)
        finally:
            self._is_taking_in = False
        if opened.meeting is not before:
            host.tell_phones()
        self._show_phones()
        if opened.meeting is not before or self.phones != shown:
            # A look at which nothing had come in makes nobody wait.
            self._taken_in_at = monotonic()

    def _follow(self) -> None:
        elsewhere = self.phones.serving is Serving.ANOTHER_PROCESS
        if elsewhere and self._opened is not None and self._opened.look_at_phones():
            self._phone_brought()

    # What screens ask

    async def on_phones_asked(self) -> None:
        host = self._host
        if host is None or isinstance(self.screen, PhonesPanel):
            return
        host.look_for_addresses()
        self._said = ""
        self._show_phones()
        now = self.phones
        opens = now.serving is Serving.NOBODY and not now.is_shut and now.has_network
        if opens:
            self.phones = replace(now, is_opening=True)
        await self.push_screen(PhonesPanel(self.phones).data_bind(HostsPhones.phones))
        if opens:
            # Once the panel is in sight, for the first time this takes a moment.
            self.call_after_refresh(self.on_open_door_asked)

    async def on_open_door_asked(self) -> None:
        await self._wait_for(PhoneHost.open)

    async def on_address_chosen(self, message: AddressChosen) -> None:
        async def move(host: PhoneHost) -> None:
            self._stop(await host.move_to(message.address))

        await self._wait_for(move)

    def on_close_door_asked(self) -> None:
        self._do(self._close)

    def on_addresses_asked(self) -> None:
        self._do(PhoneHost.look_for_addresses)

    def on_read_first_asked(self, message: ReadFirstAsked) -> None:
        def read_first(host: PhoneHost) -> str:
            waited = 0 if self.phones.in_silence else self.phones.waiting
            host.arrivals.read_first(message.reads_first)
            if message.reads_first:
                return _("From now on ideas wait until you let them in.")
            return all_let_in_words(waited)

        self._do(read_first)

    def on_let_in_asked(self, message: LetInAsked) -> None:
        def let_in(host: PhoneHost) -> None:
            every = (one.id for one in host.arrivals.waiting)
            host.arrivals.let_in([message.idea_id] if message.idea_id else every)

        self._do(let_in)

    def on_leave_out_asked(self, message: LeaveOutAsked) -> None:
        self._do(lambda host: host.leave_out(message.idea_id))

    def on_put_back_asked(self) -> None:
        self._do(PhoneHost.put_back)

    # How it is done and told

    def _answers(self, door: PhoneDoor, code: str) -> AnswersPhones:
        return self.answers_phones(door, code)

    def _addresses(self) -> tuple[OwnAddress, ...]:
        return self.own_addresses()

    def _do(self, call: Callable[[PhoneHost], str | None]) -> None:
        if self._host is None:
            return
        try:
            self._say(call(self._host) or "")
        except SocinnoError as error:
            self._say(words_for(error), refused=True)
        self._show_phones()

    async def _wait_for(self, call: Callable[[PhoneHost], Awaitable[None]]) -> None:
        if self._host is None:
            return
        try:
            await call(self._host)
            self._say("")
        except SocinnoError as error:
            self._say(words_for(error), refused=True)
        self._show_phones()

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        self._said, self._was_refused = sentence, refused

    def _close(self, host: PhoneHost) -> None:
        self._stop(host.answering)
        self.quietly(host.close)

    def _stop(self, answering: AnswersPhones | None) -> None:
        # Beside the app, whose keys would otherwise wait for the last phone.
        if answering is not None:
            task = asyncio.create_task(_stopped(answering))
            self._stopping.add(task)
            task.add_done_callback(self._stopping.discard)

    def _tell(self, sentence: str) -> None:
        if sentence != self._said:
            self._say(sentence, refused=True)
            self.notify(sentence, severity="warning", timeout=LASTING_SECONDS, markup=False)

    def _show_phones(self) -> None:
        if self._host is None:
            return

        def show(host: PhoneHost) -> None:
            self.phones = replace(host.now(), said=self._said, was_refused=self._was_refused)

        self.quietly(partial(show, self._host))


async def _stopped(answering: AnswersPhones) -> None:
    try:
        await answering.stop()
    except Exception:
        log.exception("what answered phones did not stop in good order")
