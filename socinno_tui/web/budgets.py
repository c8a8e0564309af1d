"""Who may ask how much, and who is answered late: token buckets, and delays that grow.

Nothing of it is kept anywhere but in memory, and there only as long as it matters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from socinno_tui.web.limits import Budget, Limits, Rate
from socinno_tui.web.refusals import TooMany

MOST_REMEMBERED: Final = 20_000
"""More phones or addresses than any room has: what is over is forgotten, the oldest first."""

EVERYONE: Final = "everyone"


class Buckets:
    """A bucket of tokens for each name: full at first, filled again at the same rate always."""

    def __init__(self, rate: Rate, now: Callable[[], float]) -> None:
        self._rate = rate
        self._now = now
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, name: str) -> float:
        """How many seconds until there is a token; 0 when there is one now."""
        missing = 1 - self._tokens(name)
        # What was filled drop by drop is short of a whole by the last digit.
        return missing / self._rate.a_second if missing > 1e-9 else 0.0

    def take(self, name: str) -> float:
        """Take a token if there is one. How many seconds until there is, 0 when it was taken."""
        wait = self.wait(name)
        if not wait:
            tokens = self._tokens(name)
            # Put at the end: what was not used for long comes to stand in front.
            self._left.pop(name, None)
            self._left[name] = (tokens - 1, self._now())
            if len(self._left) > MOST_REMEMBERED:
                self._forget()
        return wait

    def _tokens(self, name: str) -> float:
        now = self._now()
        tokens, at = self._left.get(name, (self._rate.at_once, now))
        return min(self._rate.at_once, tokens + (now - at) * self._rate.a_second)

    def _forget(self) -> None:
        full = [name for name in self._left if self._tokens(name) >= self._rate.at_once]
        for name in full or list(self._left)[: MOST_REMEMBERED // 2]:
            del self._left[name]


class Spending:
    """What phones, addresses and all together have left of one budget."""

    def __init__(self, budget: Budget, now: Callable[[], float]) -> None:
        self._phones = Buckets(budget.phone, now)
        self._addresses = Buckets(budget.address, now)
        self._everyone = Buckets(budget.everyone, now)

    def spend(self, phone: str | None, address: str) -> None:
        """Take one from each of the three, or from none. Raises TooMany."""
        named = [(self._addresses, address), (self._everyone, EVERYONE)]
        if phone is not None:
            named.insert(0, (self._phones, phone))
        for buckets, name in named:
            if wait := buckets.wait(name):
                raise TooMany(wait)
        for buckets, name in named:
            buckets.take(name)


class Lateness:
    """How much later each is answered who goes past a limit: longer each time."""

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._before: dict[str, tuple[int, float]] = {}

    def grown(self, name: str) -> float:
        """How many seconds later this one is answered now."""
        now = self._now()
        times, at = self._before.pop(name, (0, now))
        if now - at > self._limits.quiet_seconds:
            times = 0
        self._before[name] = (times + 1, now)
        if len(self._before) > MOST_REMEMBERED:
            for oldest in list(self._before)[: MOST_REMEMBERED // 2]:
                del self._before[oldest]
        # Past some doublings it is the longest one anyhow.
        doubled: int = 2 ** min(times, 16)
        return min(self._limits.longest_delay, self._limits.first_delay * doubled)
