"""What many phones bring at about the same time is written in one go."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Final

from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.errors import FileRefused

REST: Final = 2.0
"""So many times as long as was written is for all else, such as the keys: two thirds of the time,
however slow the disk is and however much phones bring.
"""

AT_ONCE_SECONDS: Final = 0.1
"""So much is written without a rest: a few ideas in a quiet room never wait for one another."""

LONGEST_REST: Final = 1.0
"""In seconds."""

MOST_AT_ONCE: Final = 50
"""So many take some ten milliseconds beside the disk."""


class PhonesTogether:
    """Does what phones ask of a door in turns, each turn with one wait for the disk.

    Waiting for it holds up all that is done in the same loop. A disk takes from half a millisecond
    to ten, and 1,000 phones bring 250 ideas in a second at their busiest.
    """

    def __init__(self, door: PhoneDoor, now: Callable[[], float] = time.monotonic) -> None:
        self._door = door
        self._now = now
        self._asked: list[tuple[Callable[[], None], asyncio.Future[None]]] = []
        self._is_due = False
        self._owed = 0.0
        self._owed_at = now()

    async def do(self, act: Callable[[], None]) -> None:
        """Do it in the next turn; what it wrote is on the disk when this returns.

        Raises what it raises, or a StoreRefused; then nothing of it was written.
        """
        done = asyncio.get_running_loop().create_future()
        self._asked.append((act, done))
        self._be_due()
        await done

    def _be_due(self) -> None:
        if not self._is_due:
            self._is_due = True
            rest = REST * (self._owed_now() - AT_ONCE_SECONDS)
            wait = min(LONGEST_REST, max(0.0, rest))
            asyncio.get_running_loop().call_later(wait, self._take_turn)

    def _owed_now(self) -> float:
        """How long was written for which no rest was taken yet, in seconds."""
        return max(0.0, self._owed - (self._now() - self._owed_at) / REST)

    def _take_turn(self) -> None:
        self._is_due = False
        turn, self._asked = self._asked[:MOST_AT_ONCE], self._asked[MOST_AT_ONCE:]
        begun, owed = self._now(), self._owed_now()
        self._do_all([(act, done) for act, done in turn if not done.done()])
        self._owed_at = self._now()
        self._owed = owed + self._owed_at - begun
        if self._asked:
            self._be_due()

    def _do_all(self, turn: list[tuple[Callable[[], None], asyncio.Future[None]]]) -> None:
        refusals: list[Exception | None] = []
        try:
            with self._door.together():
                for act, _done in turn:
                    refusals.append(_refusal(act))
        except Exception as error:
            refusals = [error] * len(turn)
        for (_act, done), refusal in zip(turn, refusals, strict=True):
            if refusal is None:
                done.set_result(None)
            else:
                done.set_exception(refusal)


def _refusal(act: Callable[[], None]) -> Exception | None:
    """Do it, and give why it was refused. Raises a FileRefused: that is for all of them."""
    try:
        act()
    except FileRefused:
        raise
    except Exception as error:
        return error
    return None
