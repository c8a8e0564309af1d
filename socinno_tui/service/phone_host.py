"""The phones of the meeting that a window has open: who answers them, at which address, till when.

It knows no web server: what answers phones is handed to it, and any that keeps to `AnswersPhones`
will do. Ideas that arrive are taken in by `PhoneArrivals`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from pendulum import DateTime, Duration

from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.domain.phones import Door, Fate, is_written_in
from socinno_tui.domain.phones_now import (
    MOST_IN_ROW,
    PATIENCE_SECONDS,
    AddressGone,
    NoNetwork,
    PhonesNow,
    ServedElsewhere,
    Serving,
)
from socinno_tui.service.answering_phones import AnswersPhones
from socinno_tui.service.doors import AFTER_CLOSE, ports_to_try
from socinno_tui.service.meeting_on_screen import ReadOnly
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.errors import MeetingHeld, StoreRefused
from socinno_tui.store.hold import Hold

BETWEEN_ADDRESSES: Final = Duration(seconds=10)
"""How often is looked whether this machine still has its address."""


class PhoneHost:
    """Opens the door and closes it, and tells how it stands.

    `answers` makes what answers phones, for a door and its code; `addresses` gives those of this
    machine, the most likely first; `arrived` is called when a phone brought something.
    """

    def __init__(
        self,
        opened: OpenMeeting,
        answers: Callable[[PhoneDoor, str], AnswersPhones],
        addresses: Callable[[], tuple[OwnAddress, ...]],
        arrived: Callable[[], None],
    ) -> None:
        self.arrivals = PhoneArrivals(opened)
        self._opened = opened
        self._answers = answers
        self._find_addresses = addresses
        self._arrived = arrived
        self._addresses: tuple[OwnAddress, ...] = ()
        self._addresses_at: DateTime | None = None
        self._hold: Hold | None = None
        self._answering: AnswersPhones | None = None
        self._door: Door | None = None
        self._open_since: DateTime | None = None
        self._over_since: DateTime | None = None
        self._was_reached = False
        self._is_shut = False
        self._left_out: list[str] = []

    # The door

    @property
    def answering(self) -> AnswersPhones | None:
        """What answers phones, if this window does."""
        return self._answering

    @property
    def was_left_open(self) -> bool:
        """Whether the door stands open in the file though nobody answers: so a crash leaves it."""
        if self._opened.read_only or self._answering is not None:
            return False
        door = self.arrivals.door
        return door is not None and door.is_open and not self._is_elsewhere

    async def open(self) -> None:
        """Open the door where it was, or else at the most likely address of this machine.

        Raises ReadOnly, ServedElsewhere, NoNetwork, a StoreRefused, or what answering raises.
        """
        if self._answering is not None:
            return
        self.look_for_addresses()
        reachable = [one.ip for one in self._addresses if not one.is_loopback]
        if not reachable:
            raise NoNetwork
        door = self.arrivals.door
        kept = door.address if door is not None else ""
        await self._open_at(kept if kept in reachable else reachable[0])

    async def resume(self) -> None:
        """Answer again where the door was left open. Raises as `open` does, and AddressGone."""
        door = self.arrivals.door
        if door is None or self._answering is not None:
            return
        self.look_for_addresses()
        if door.address not in {one.ip for one in self._addresses}:
            raise AddressGone(door.address)
        await self._open_at(door.address)

    async def move_to(self, address: str) -> AnswersPhones | None:
        """Open the door at this address, or move it there with the code it has.

        Gives what answered there before and is to be stopped. Raises as `open` does; then the door
        is where it was.
        """
        before, door = self._answering, self._door
        if before is None or door is None:
            await self._open_at(address)
            return None
        if door.address == address:
            return None
        try:
            await self._answer(address)
        except SocinnoError:
            self.arrivals.open_door(door.address, door.port)
            raise
        return before

    def close(self) -> None:
        """Close the door; what answers is to be stopped besides. Raises a StoreRefused."""
        is_ours = self._hold is not None
        self._answering = self._door = None
        self._is_shut = True
        try:
            if is_ours or self.was_left_open:
                self.arrivals.close_door()
        finally:
            if self._hold is not None:
                self._hold.release()
                self._hold = None

    def look_for_addresses(self) -> None:
        """Look which addresses this machine has now."""
        self._addresses = self._find_addresses()
        self._addresses_at = self._opened.now()

    def check_address(self) -> None:
        """Look now and then whether phones still find the door. Raises AddressGone."""
        looked, door = self._addresses_at, self._door
        if door is None or looked is None or self._opened.now() - looked < BETWEEN_ADDRESSES:
            return
        self.look_for_addresses()
        if door.address not in {one.ip for one in self._addresses}:
            raise AddressGone(door.address)

    def is_over(self, *, recap_in_sight: bool) -> bool:
        """Whether the meeting is closed, and phones have had their time to read its recap."""
        if self._answering is None or self._opened.meeting.phase is not Phase.FOLLOW_UP:
            return False
        now = self._opened.now()
        if self._over_since is None:
            self._over_since = now
        return not recap_in_sight or now - self._over_since >= AFTER_CLOSE

    async def _open_at(self, address: str) -> None:
        if self._opened.read_only:
            raise ReadOnly
        try:
            self._hold = self._opened.phones.hold(self._opened.meeting.id)
        except MeetingHeld:
            raise ServedElsewhere from None
        try:
            await self._answer(address)
        except BaseException:
            with suppress(StoreRefused):
                self.close()
            self._is_shut = False
            raise
        self._open_since, self._was_reached, self._is_shut = self._opened.now(), False, False

    async def _answer(self, address: str) -> None:
        before = self.arrivals.door
        kept = before.port if before is not None else 0
        door = self.arrivals.open_door(address, kept)
        phones = PhoneDoor(
            self._opened.phones,
            door,
            self._opened.clock,
            lambda: self._opened.meeting,
            self._arrived,
        )
        answering = self._answers(phones, door.code)
        port = await answering.start(address, ports_to_try(kept))
        self._answering = answering
        self._door = self.arrivals.open_door(address, port)

    @property
    def _is_elsewhere(self) -> bool:
        """Whether another process answers: it holds the door for as long."""
        if self._hold is not None:
            return False
        try:
            self._opened.phones.hold(self._opened.meeting.id).release()
        except MeetingHeld:
            return True
        return False

    # What comes in

    def take_in(self) -> None:
        """Take in what can come in now. Raises as `PhoneArrivals` does."""
        if not self._opened.read_only and self._opened.meeting.phase in OPEN_FOR_IDEAS:
            self.arrivals.take_in()

    def tell_phones(self) -> None:
        """Let phones know that what they see may have changed."""
        if self._answering is not None:
            self._answering.changed()

    def leave_out(self, idea_id: str) -> None:
        """Leave an idea out that was read; `put_back` brings the last one back."""
        self.arrivals.leave_out(idea_id)
        self._left_out.append(idea_id)

    def put_back(self) -> None:
        """Let the idea wait again that was left out last, if any was."""
        if self._left_out:
            self.arrivals.put_back(self._left_out[-1])
            self._left_out.pop()

    # How it stands

    def now(self) -> PhonesNow:
        """Give how it stands with the phones. Raises a StoreRefused."""
        meeting, kept = self._opened.meeting, self.arrivals.door
        serving = self._serving(kept)
        # After its close the meeting's door is no more in the file, and phones read on.
        door = (
            self._door
            if self._answering is not None
            else kept
            if serving is not Serving.NOBODY
            else None
        )
        reads_first = kept is not None and kept.reads_first
        in_silence = is_written_in(meeting)
        reads_now = reads_first and not in_silence and serving is not Serving.ANOTHER_WINDOW
        phones = self._answering.phones if self._answering else door.phones if door else 0
        self._was_reached = self._was_reached or phones > 0
        return PhonesNow(
            serving=serving,
            address=door.address if door else "",
            port=door.port if door else 0,
            code=door.code if door else "",
            addresses=self._addresses,
            phones=phones,
            waiting=self._opened.phones.count(meeting.id, Fate.WAITS),
            row=self.arrivals.waiting[:MOST_IN_ROW] if reads_now else (),
            reads_first=reads_first,
            in_silence=in_silence,
            can_put_back=bool(self._left_out),
            is_shut=self._is_shut,
            nobody_came=self._nobody_came,
        )

    def _serving(self, kept: Door | None) -> Serving:
        if self._answering is not None:
            return Serving.HERE
        if self._opened.read_only:
            return Serving.ANOTHER_WINDOW
        if kept is not None and kept.is_open and self._is_elsewhere:
            return Serving.ANOTHER_PROCESS
        return Serving.NOBODY

    @property
    def _nobody_came(self) -> bool:
        if self._answering is None or self._open_since is None or self._was_reached:
            return False
        return bool(self._opened.now() - self._open_since >= Duration(seconds=PATIENCE_SECONDS))
