"""What phones send comes into the meeting: at once, when the silence ends, or when it was read.

This is for the window that holds the meeting. What phones themselves may do is in `phone_door`,
which may be another process: between the two stands only the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from socinno_tui.domain.phase import OPEN_FOR_IDEAS, WrongPhase
from socinno_tui.domain.phones import Door, Fate, SentIdea, is_written_in, taken_in
from socinno_tui.domain.silent_round import SilentRoundOn
from socinno_tui.service.doors import close_door, open_door
from socinno_tui.service.open_meeting import OpenMeeting


class PhoneArrivals:
    """The door of one meeting, and what waits at it. Every command raises what its rule raises,
    ReadOnly, or a StoreRefused; then nothing has changed.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self._opened = opened
        self._rows = opened.phones

    # The door

    @property
    def door(self) -> Door | None:
        """The door as it is now, if it was ever opened and the meeting is not closed."""
        return self._rows.door(self._opened.meeting.id)

    def open_door(self, address: str, port: int) -> Door:
        """Open the door at an address of this machine. Raises WrongPhase once all is closed."""
        self._opened.check_held()
        return open_door(self._rows, self._opened.meeting.id, address, port)

    def close_door(self) -> None:
        """Close the door: its code is of no use any more. What waits goes on waiting."""
        self._opened.check_held()
        if close_door(self._rows, self._opened.meeting.id):
            self._opened.tidy()

    def read_first(self, reads_first: bool) -> None:
        """Let ideas wait until they are let in, or not; then all that wait are let in."""
        self._opened.check_held()
        door = self._rows.change_door(
            self._opened.meeting.id,
            lambda before: before and replace(before, reads_first=reads_first),
        )
        if door is not None:
            self.take_in()

    @property
    def reads_first(self) -> bool:
        """Whether ideas wait until they are let in."""
        door = self.door
        return door is not None and door.reads_first

    # What comes in

    def take_in(self) -> None:
        """Take in what can come in now, and take away what was withdrawn."""
        self._opened.take_in()

    @property
    def waiting(self) -> tuple[SentIdea, ...]:
        """What was sent and is not in yet, in an order that tells nothing of who was first."""
        return self._rows.sent(self._opened.meeting.id, Fate.WAITS)

    @property
    def left_out(self) -> tuple[SentIdea, ...]:
        """What was read and left out, in the same order."""
        return self._rows.sent(self._opened.meeting.id, Fate.LEFT_OUT)

    def let_in(self, idea_ids: Iterable[str]) -> None:
        """Let ideas in that were read. Raises SilentRoundOn while the room writes, WrongPhase."""
        meeting, wanted = self._opened.meeting, frozenset(idea_ids)
        if is_written_in(meeting):
            raise SilentRoundOn(harvest=False)
        self._opened.commit_arrived(lambda arrived: taken_in(meeting, arrived, wanted))

    def leave_out(self, idea_id: str) -> None:
        """Leave an idea out that was read."""
        self._opened.check_held()
        self._rows.change_fate([idea_id], Fate.WAITS, Fate.LEFT_OUT)

    def put_back(self, idea_id: str) -> None:
        """Let an idea wait again that was left out. Raises WrongPhase where none comes in now."""
        self._opened.check_held()
        phase = self._opened.meeting.phase
        if phase not in OPEN_FOR_IDEAS:
            raise WrongPhase(phase)
        self._rows.change_fate([idea_id], Fate.LEFT_OUT, Fate.WAITS)
