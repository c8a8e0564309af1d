"""Phones without phones: what stands in for the server, and addresses that every machine has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.phones import Door
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.store.phones import PhoneRows

WIFI = OwnAddress("192.168.1.20", 24, "wlan0")
CABLE = OwnAddress("10.0.0.7", 24, "eth0")
TUNNEL = OwnAddress("172.17.0.1", 16, "docker0")
ITSELF = OwnAddress("127.0.0.1", 8, "lo")

ADDRESSES = (WIFI, CABLE, TUNNEL, ITSELF)
"""A laptop with wifi, a cable and a program that brings a network of its own."""

NO_NETWORK = (ITSELF,)

CODE = "K7Q4M"
KEY = bytes(range(32))


def keep_door(rows: PhoneRows, door: Door) -> None:
    """Let a door stand in the file as it is here, whatever stood there before."""
    rows.change_door(door.meeting_id, lambda _before: door)


class PortsTaken(RuleBroken):
    """No port is free, or the address is not this machine's."""


@dataclass
class NoServer:
    """Keeps what it was asked instead of answering phones; `made` has every one, newest last."""

    door: PhoneDoor
    code: str
    phones: int = 0
    address: str = ""
    port: int = 0
    tried: tuple[int, ...] = ()
    told: int = 0
    is_running: bool = False
    refuses: frozenset[str] = field(default_factory=frozenset)
    """The addresses at which it cannot answer."""

    async def start(self, address: str, ports: Sequence[int]) -> int:
        if address in self.refuses:
            raise PortsTaken
        self.address, self.tried = address, tuple(ports)
        self.port = next(iter(ports)) or 40404
        self.is_running = True
        return self.port

    def changed(self) -> None:
        self.told += 1

    async def stop(self) -> None:
        self.is_running = False
