"""The silent round: everyone writes for themselves first, then the ideas are harvested in turn.

People who wait for their turn to speak lose ideas: groups that spoke in turn had about half as many
as the same number of people on their own, and writing takes the loss away (Diehl & Stroebe 1987,
"Productivity loss in brainstorming groups"). So nobody talks while the time runs, and after it
everyone has the same turn: one idea or a pass, round the table, until a whole round was passed.

A round knows where it stands and nothing of how it came there: neither a name, nor which seat had
which idea. What is written on, paper on the tables or a phone each, is not its concern: ideas may
come in during the writing, and are shown when it ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from pendulum import DateTime, Duration

from socinno_tui.domain.agenda import Break, elapsed
from socinno_tui.domain.errors import RuleBroken

WRITING_MINUTES: Final = 5
"""How long is written unless said otherwise: practice of facilitators, no study names a length."""

MOST_WRITING_MINUTES: Final = 60
MOST_EMPLOYEES: Final = 200
MOST_MANAGERS: Final = 20
"""More than sit round any table."""


class SilentRoundOn(RuleBroken):
    """Nobody has the floor while the room writes, and in the harvest each has it in turn."""

    def __init__(self, *, harvest: bool) -> None:
        super().__init__(harvest)
        self.harvest = harvest


class NoSilentRound(RuleBroken):
    """What is asked belongs to another part of the silent round than the one that is on, if any."""


class FirstTurn(RuleBroken):
    """The harvest stands at its first turn: there is none to give back."""


@dataclass(frozen=True, slots=True)
class SilentRound:
    """A silent round that goes on, in the writing or in the harvest.

    It is written for `seconds` since `started_at`, without the breaks; `heard_at` is the last
    moment at which it was known to go on. Round the table sit first the employees, then the
    managers. `seat` is whose turn it is, counted from 1, and `lap` the how manieth time round the
    table; both are 0 while the room writes. `passes` is how many passed one after another.
    """

    id: str
    started_at: DateTime
    heard_at: DateTime
    seconds: int
    employees: int
    managers: int
    seat: int = 0
    lap: int = 0
    passes: int = 0

    @property
    def people(self) -> int:
        """How many sit round the table."""
        return self.employees + self.managers

    @property
    def is_harvest(self) -> bool:
        """Whether the writing is over and the ideas are told in turn."""
        return self.seat > 0

    @property
    def manager(self) -> int:
        """The how manieth manager's turn it is, counted from 1; 0 at an employee's."""
        return max(0, self.seat - self.employees)

    @property
    def is_over(self) -> bool:
        """Whether all passed, one after another."""
        return self.passes >= self.people

    def left(self, now: DateTime, breaks: Iterable[Break]) -> Duration:
        """What is left of the time to write; negative when it is up."""
        used = elapsed(self.started_at, now, breaks).total_seconds()
        return Duration(seconds=self.seconds - used)

    def lengthened(self, minutes: int, now: DateTime, breaks: Iterable[Break]) -> SilentRound:
        """Give minutes more to write; when the time is up they count from now."""
        over = max(0.0, -self.left(now, breaks).total_seconds())
        return replace(self, seconds=self.seconds + minutes * 60 + int(over))

    def heard(self, now: DateTime) -> SilentRound:
        """Note that it still goes on now."""
        return replace(self, heard_at=max(now, self.heard_at))

    def harvested(self) -> SilentRound:
        """End the writing: the first at the table begins."""
        return replace(self, seat=1, lap=1, passes=0)

    def offered(self) -> SilentRound:
        """Give the turn to the next: this one had an idea."""
        return replace(self._at_next(), passes=0)

    def passed(self) -> SilentRound:
        """Give the turn to the next: this one passed. Then it may be over."""
        return replace(self._at_next(), passes=self.passes + 1)

    def turned_back(self) -> SilentRound:
        """Give the turn back to the one before, where it is not known what that one did.

        The passes before an idea are not known any more either, so that the harvest never ends
        before a whole round was passed. Raises FirstTurn.
        """
        if self.seat == 1 and self.lap == 1:
            raise FirstTurn
        before = (
            replace(self, seat=self.people, lap=self.lap - 1)
            if self.seat == 1
            else replace(self, seat=self.seat - 1)
        )
        return replace(before, passes=max(0, self.passes - 1))

    def _at_next(self) -> SilentRound:
        if self.seat == self.people:
            return replace(self, seat=1, lap=self.lap + 1)
        return replace(self, seat=self.seat + 1)
