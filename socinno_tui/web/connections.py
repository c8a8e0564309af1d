"""The connections that are open, and whom there is room for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from socinno_tui.web.budgets import Buckets
from socinno_tui.web.limits import Limits


class Connection(Protocol):
    """One connection, as far as its place is concerned."""

    @property
    def is_waiting(self) -> bool:
        """Whether nothing of it is being answered."""

    def drop(self) -> None:
        """End it now, whatever was still to be sent."""


class Connections:
    """All connections, by address. An address that has too many, or the one that has most when
    there are too many in all, makes room with the oldest of its own that waits.
    """

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self.limits = limits
        self._most = limits.connections
        self._new = Buckets(limits.connects, now)
        self._by_address: dict[str, dict[Connection, None]] = {}
        self._count = 0

    def fit_within(self, files: int) -> None:
        """Let there be no more than this process may open files."""
        self._most = max(1, min(self.limits.connections, files))

    def admit(self, connection: Connection, address: str) -> bool:
        """Whether there is room for a new connection; then it is among these."""
        if self._new.take(address):
            return False
        own = self._by_address.setdefault(address, {})
        if len(own) >= self.limits.connections_each_address and not self._makes_room(own):
            return False
        if self._count >= self._most:
            most = max(self._by_address.values(), key=len)
            if not self._makes_room(most):
                return False
        # Making room may have taken away the last of this address.
        self._by_address.setdefault(address, own)[connection] = None
        self._count += 1
        return True

    def release(self, connection: Connection, address: str) -> None:
        """Forget a connection, if it was among these."""
        own = self._by_address.get(address, {})
        if connection in own:
            del own[connection]
            self._count -= 1
        if not own:
            self._by_address.pop(address, None)

    def drop_all(self) -> None:
        """End every connection now."""
        for own in list(self._by_address.values()):
            for connection in list(own):
                connection.drop()

    def _makes_room(self, own: dict[Connection, None]) -> bool:
        for connection in own:
            if connection.is_waiting:
                connection.drop()
                return True
        return False

    def __len__(self) -> int:
        return self._count
