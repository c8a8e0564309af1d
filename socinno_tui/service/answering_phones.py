"""What a host of phones asks of whatever answers them: no more is known of any web server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class AnswersPhones(Protocol):
    """What answers phones at one address."""

    async def start(self, address: str, ports: Sequence[int]) -> int:
        """Answer at this address, at the first of these ports that is free, and give that port.

        Raises a SocinnoError when it cannot.
        """

    def changed(self) -> None:
        """Let phones know that what they see may have changed."""

    @property
    def phones(self) -> int:
        """How many phones are in."""

    async def stop(self) -> None:
        """Answer no more, and leave no port open."""
