"""The addresses of this machine, and the one by which phones in the room most likely reach it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import Final

_VIRTUAL: Final = re.compile(
    r"docker|veth|virbr|vbox|virtualbox|vmnet|vmware|hyper-v|podman|flannel|vpn|ipsec|wireguard|"
    r"tailscale|zerotier|nordlynx|\b(?:wsl|lxc|lxd|u?tun|tap|wg|zt|ppp|cni|bridge1|br-[0-9a-f]{6})",
    re.IGNORECASE,
)
"""Names of what only looks like a network card: other machines in the machine, and tunnels."""

POINT_TO_POINT: Final = 31
"""A network of two has no phones in it."""


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """An address of this machine: `prefix` is the length of its network's part, in bits."""

    ip: str
    prefix: int
    name: str

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine itself reaches it."""
        return IPv4Address(self.ip).is_loopback

    @property
    def is_likely(self) -> bool:
        """Whether a phone in the room may reach it at all."""
        address = IPv4Address(self.ip)
        return not (
            address.is_loopback
            or address.is_link_local
            or self.prefix >= POINT_TO_POINT
            or _VIRTUAL.search(self.name)
        )


def likely_first(found: Iterable[OwnAddress], way_out: str = "") -> tuple[OwnAddress, ...]:
    """Give the addresses, the most likely first; `way_out` is the one by which this machine
    reaches other networks, if it does. This machine's own (127.0.0.1) is the last resort.
    """
    ordered = sorted(
        {one.ip: one for one in found}.values(),
        key=lambda one: (
            one.is_loopback,
            not one.is_likely,
            one.ip != way_out,
            not IPv4Address(one.ip).is_private,
            IPv4Address(one.ip),
        ),
    )
    return tuple(ordered)
