"""The one address and port that phones come in by."""

from __future__ import annotations

import socket
import sys
from collections.abc import Sequence
from ipaddress import AddressValueError, IPv4Address
from typing import Final

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.i18n import _
from socinno_tui.wording.errors import words_for

BACKLOG: Final = 128
"""How many new connections wait at most, and are taken at one go: more would hold up the screen."""

UNREAD_BYTES: Final = 65_536
"""How much is kept by the system for who does not read: more than any page of ours."""

LOST_MILLISECONDS: Final = 30_000
"""After so long without an answer a phone is out of reach; by itself the system waits 15 minutes.
(Linux only, TCP_USER_TIMEOUT.)
"""


class AddressRefused(SocinnoError):
    """Nothing can be listened to at this address: it is not this machine's (any more), or every
    one of the ports is in use or not allowed.
    """

    def __init__(self, address: str, ports: Sequence[int], *, is_ours: bool) -> None:
        super().__init__(address, ports)
        self.address = address
        self.ports = tuple(ports)
        self.is_ours = is_ours


@words_for.register
def _address_refused(error: AddressRefused) -> str:
    if error.is_ours:
        return _("No port is free at {address}: close another program that serves phones.").format(
            address=error.address
        )
    return _("This computer does not have the address {address} any more: choose another.").format(
        address=error.address
    )


def listening_at(address: str, ports: Sequence[int]) -> socket.socket:
    """Listen to exactly this address, at the first port that is free; 0 is any. Raises
    AddressRefused.
    """
    if not _is_one_address(address) or not _is_ours(address):
        raise AddressRefused(address, ports, is_ours=False)
    for port in ports:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            _prepare(listener)
            listener.bind((address, port))
            listener.listen(BACKLOG)
        except (OSError, OverflowError):
            listener.close()
        else:
            return listener
    raise AddressRefused(address, ports, is_ours=True)


def _prepare(listener: socket.socket) -> None:
    listener.setblocking(False)
    # On Windows the option by that name would let another program take the port over.
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNREAD_BYTES)
    if sys.platform == "linux":
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, LOST_MILLISECONDS)


def _is_one_address(address: str) -> bool:
    """Whether it is one address in numbers: a name, or all addresses at once (0.0.0.0), is not."""
    try:
        return not IPv4Address(address).is_unspecified
    except AddressValueError:
        return False


def _is_ours(address: str) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
        return True
