"""Which phones are in: in memory only, and forgotten soon."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class Presence:
    """The phones that were seen lately, with when that was."""

    def __init__(self, seconds: float, now: Callable[[], float]) -> None:
        self._seconds = seconds
        self._now = now
        self._seen: dict[str, float] = {}

    def saw(self, phone: str) -> None:
        """A phone came back with its pass."""
        # Put at the end, so that who was not seen for longest stands in front.
        self._seen.pop(phone, None)
        self._seen[phone] = self._now()

    def count(self, also: Iterable[str]) -> int:
        """How many phones are in: those seen lately, and these that are there now."""
        until = self._now() - self._seconds
        for phone, at in list(self._seen.items()):
            if at >= until:
                break
            del self._seen[phone]
        return len(self._seen.keys() | set(also))
