"""Phones that come in from this machine itself, also where it is on no network."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import closing
from pathlib import Path

from socinno_tui.domain.phones import Door
from socinno_tui.store.store import Store

PATIENCE_SECONDS = 60.0

_AT_START = """
from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.service import addresses

# The panel offers no address at which no phone could be; here the phones are in this machine.
OwnAddress.is_loopback = property(lambda _self: False)
addresses.own_addresses = lambda: (OwnAddress("{address}", 8, "lo"),)
"""


def at_loopback(folder: Path) -> dict[str, str]:
    """Give what is to be in the environment of a program that lets phones in at an address of this
    machine that no other program uses: so it has its port to itself, also after it was killed.
    """
    at_start = folder / "sitecustomize.py"
    if not at_start.exists():
        address = f"127.0.{1 + secrets.randbelow(250)}.{1 + secrets.randbelow(250)}"
        at_start.write_text(_AT_START.format(address=address))
    path = [str(folder), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, path))}


def open_door(folder: Path) -> Door:
    """Give the door of the one meeting in the file of a folder, once it is open."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        with closing(Store.open_to_read(folder / "meetings.db")) as store:
            (meeting,) = store.meetings()
            door = store.phones.door(meeting.id)
        if door is not None and door.is_open and door.port:
            return door
        time.sleep(0.1)
    raise AssertionError("waited for a door that is open")
