"""One meeting held open: rule, disk, memory, in that order, and what phones bring."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace

from pendulum import DateTime

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.domain.phones import Arrived, Fate, goes_straight_in, taken_in
from socinno_tui.domain.resuming import resumed
from socinno_tui.service.clock import Clock
from socinno_tui.service.identifiers import new_id
from socinno_tui.store.errors import MeetingHeld, StoreRefused
from socinno_tui.store.hold import Hold
from socinno_tui.store.phones import PhoneRows
from socinno_tui.store.store import Store


class ReadOnly(RuleBroken):
    """Another window holds the meeting to write."""


def _nobody(meeting: Meeting) -> None:
    """Nobody listens yet."""


def _takes_in(meeting: Meeting) -> bool:
    """Whether ideas that phones send come in, if nobody is to read them first."""
    return goes_straight_in(meeting, reads_first=False)


class MeetingOnScreen:
    """The meeting that is on screen, with its one listener.

    Only one window at a time holds a meeting to write; `read_only` says that another does.
    """

    def __init__(self, store: Store, meeting_id: str, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._listener: Callable[[Meeting], None] = _nobody
        self._version = self._phones_version = store.data_version()
        self._hold: Hold | None = None
        self._is_tidy = True
        with contextlib.suppress(MeetingHeld):
            self._hold = store.hold(meeting_id)
        try:
            self.meeting = store.meeting(meeting_id)
            if not self.read_only:
                self._resume()
        except BaseException:
            self.release()
            raise

    @property
    def read_only(self) -> bool:
        """Whether another window holds this meeting."""
        return self._hold is None

    @property
    def clock(self) -> Clock:
        """The clock all commands on this meeting go by."""
        return self._clock

    def now(self) -> DateTime:
        """The present instant, in UTC."""
        return self._clock.now()

    def listen(self, listener: Callable[[Meeting], None]) -> None:
        """Tell this one listener of every change from now on."""
        self._listener = listener

    @property
    def phones(self) -> PhoneRows:
        """What phones bring: the door, what waits at it, and ballots."""
        return self._store.phones

    def commit(self, meeting: Meeting) -> None:
        """Write a change that its rule allowed, then show it.

        Raises ReadOnly, or a StoreRefused; then the meeting in memory stays as it was.
        """
        self.check_held()
        before = self.meeting
        if meeting == before:
            return
        changed = replace(meeting, changed_at=self.now())
        self._store.write(before, changed)
        self._settle(changed)
        self._after(before)

    def commit_arrived(
        self,
        change: Callable[[Arrived], Meeting],
        *,
        of_the_room: bool = False,
        patient: bool = True,
    ) -> None:
        """Write what the meeting becomes with what phones brought; `change` makes it of that.

        Of what comes from phones not even the file knows the moment finer than the minute, unless
        it goes with something that was done in the room. What nobody pressed a key for is not
        `patient`: it can be tried again, and the screen does not stand still for it.
        Raises as `commit` does, and what `change` raises.
        """
        self.check_held()
        before = self.meeting

        def changed(arrived: Arrived) -> Meeting:
            after = change(arrived)
            if after == before:
                return before
            return replace(after, changed_at=self.now() if of_the_room else self._about_now())

        after = self._store.write_arrived(before, changed, patient=patient)
        if after is not before:
            self._settle(after)
            self._after(before)

    def take_in(self) -> None:
        """Take in what phones sent where it goes straight in, and take away what was withdrawn.

        A window that holds no meeting takes nothing in. Raises a StoreRefused.
        """
        meeting = self.meeting
        if self.read_only or meeting.phase not in OPEN_FOR_IDEAS:
            return
        door = self.phones.door(meeting.id)
        straight = goes_straight_in(meeting, reads_first=door is not None and door.reads_first)
        dealt_with = {Fate.WITHDRAWING, Fate.WAITS} if straight else {Fate.WITHDRAWING}
        if self.phones.count(meeting.id, *dealt_with):
            self.commit_arrived(
                lambda arrived: taken_in(meeting, arrived, arrived.ids if straight else ()),
                patient=False,
            )

    def check_held(self) -> None:
        """Check that this window holds the meeting. Raises ReadOnly."""
        if self.read_only:
            raise ReadOnly

    def look_again(self) -> None:
        """Load the meeting anew if another window wrote to the file, take over the hold when that
        window has gone, and take in what another process brought from phones.
        """
        version = self._store.data_version()
        if not self._is_tidy:
            self.tidy()
        if self.read_only:
            self._try_to_hold()
        if version != self._version:
            found = self._store.meeting(self.meeting.id)
            self._version = version
            if found != self.meeting:
                self._settle(found)
        self.take_in()

    def look_at_phones(self) -> bool:
        """Whether another process has written to the file since this was asked last."""
        version = self._store.data_version()
        is_new = version != self._phones_version
        self._phones_version = version
        return is_new

    def release(self) -> None:
        """Let another window hold the meeting."""
        if not self._is_tidy:
            self.tidy()
        if self._hold is not None:
            self._hold.release()
            self._hold = None
        self._listener = _nobody

    def _try_to_hold(self) -> None:
        try:
            hold = self._store.hold(self.meeting.id)
        except MeetingHeld:
            return
        try:
            found = self._store.meeting(self.meeting.id)
            going_on = self._going_on(found)
            if going_on != found:
                self._store.write(found, going_on)
        except BaseException:
            hold.release()
            raise
        self._hold = hold
        self._settle(going_on)
        self._go_on_with_phones()

    def _resume(self) -> None:
        self.commit(self._going_on(self.meeting))
        self._go_on_with_phones()

    def _go_on_with_phones(self) -> None:
        """Take in what a crash left waiting, and throw away what one at the very end of the meeting
        left of its phones.
        """
        self.take_in()
        if self.meeting.phase is Phase.FOLLOW_UP and self.phones.door(self.meeting.id) is not None:
            self.tidy()

    def tidy(self) -> None:
        """Let nothing stand in the file any more that could tell what came from which phone, as far
        as it is of no use by now. What is in the way of that is tried again at the next look.
        """
        self._is_tidy = False
        with contextlib.suppress(StoreRefused):
            if self.meeting.phase is Phase.FOLLOW_UP:
                self.phones.forget(self.meeting.id)
            self._is_tidy = self.phones.wipe()

    def _after(self, before: Meeting) -> None:
        """Take in what waited for the change that was just made, and tidy up after it: the ballots
        go with their round, and all that phones are known by with the end of the meeting.
        """
        meeting = self.meeting
        if _takes_in(meeting) and not _takes_in(before):
            # What is in the way of that now, is not at the next look.
            with contextlib.suppress(StoreRefused):
                self.take_in()
        has_closed = meeting.phase is Phase.FOLLOW_UP and before.phase is not Phase.FOLLOW_UP
        if has_closed or (before.dot_round is not None and meeting.dot_round is None):
            self.tidy()

    def _about_now(self) -> DateTime:
        """The present minute, or the moment of the last change in the room if that was later."""
        minute, last = self.now().start_of("minute"), self.meeting.changed_at
        return minute if last is None else max(minute, last)

    def _going_on(self, meeting: Meeting) -> Meeting:
        return resumed(meeting, now=self.now(), turn_id=new_id(), break_id=new_id())

    def _settle(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self._listener(meeting)
