"""Which addresses this machine has now."""

from __future__ import annotations

import socket
from contextlib import closing

from socinno_tui.domain.addresses import OwnAddress, likely_first

_SOMEWHERE = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737): nothing is sent, only the way to it is looked up."""


def own_addresses() -> tuple[OwnAddress, ...]:
    """Give the addresses at which phones could reach this machine, the most likely first."""
    import ifaddr

    found = [
        OwnAddress(ip.ip, ip.network_prefix, adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]
    return likely_first(found, _way_out())


def _way_out() -> str:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(_SOMEWHERE)
        except OSError:
            return ""
        return str(probe.getsockname()[0])
