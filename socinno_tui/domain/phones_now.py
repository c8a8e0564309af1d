"""How it stands with the phones of the open meeting: what the facilitator's screens show of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.phones import SentIdea, scanned_link

MOST_IN_ROW: Final = 100
"""More ideas that wait than this are counted, and shown once some of these were read."""

PATIENCE_SECONDS: Final = 60
"""When no phone has come in for so long, something may be in the way."""


class NoNetwork(RuleBroken):
    """This machine has no address at which a phone could reach it."""


class AddressGone(RuleBroken):
    """This machine has the address no more at which phones came in."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class ServedElsewhere(RuleBroken):
    """Another process answers the phones of this meeting."""


class Serving(Enum):
    """Who answers the phones."""

    NOBODY = "nobody"
    HERE = "here"
    ANOTHER_PROCESS = "another process"
    ANOTHER_WINDOW = "another window"


@dataclass(frozen=True, slots=True)
class PhonesNow:
    """The door as it stands, without its key, and what waits at it.

    `phones` is how many are in, `waiting` how many ideas are not in the meeting yet. Those that are
    to be read first stand in `row`, `MOST_IN_ROW` at most; in a silent round nobody reads them.
    `is_opening` and `is_shut` tell apart why nobody serves: it takes a moment yet, or it was ended
    by hand. `nobody_came` says that the door has been open for long without a phone. `said` is a
    sentence about what was done last, or `was_refused`.
    """

    serving: Serving = Serving.NOBODY
    address: str = ""
    port: int = 0
    code: str = ""
    addresses: tuple[OwnAddress, ...] = ()
    phones: int = 0
    waiting: int = 0
    row: tuple[SentIdea, ...] = ()
    reads_first: bool = False
    in_silence: bool = False
    can_put_back: bool = False
    is_opening: bool = False
    is_shut: bool = False
    nobody_came: bool = False
    said: str = ""
    was_refused: bool = False

    @property
    def is_open(self) -> bool:
        """Whether phones come in, at the address and with the code that stand here."""
        return bool(self.code)

    @property
    def place(self) -> str:
        """What is typed on a phone, before it asks for the code, such as 192.168.1.20:8080."""
        return f"{self.address}:{self.port}"

    @property
    def link(self) -> str:
        """What the QR code holds."""
        return scanned_link(self.address, self.port, self.code)

    @property
    def has_network(self) -> bool:
        """Whether there is an address besides this machine's own for itself."""
        return any(not one.is_loopback for one in self.addresses)
