"""What the screens ask of the app for phones: the door, and what waits at it, are the app's."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


class PhonesAsked(Message):
    """Show the panel of phones; the first time this opens the door as well."""


class OpenDoorAsked(Message):
    """Open the door."""


class CloseDoorAsked(Message):
    """Close the door: its code is of no use from then on."""


class AddressesAsked(Message):
    """Look once more which addresses this machine has."""


@dataclass
class AddressChosen(Message):
    """Let phones come in at this address of this machine."""

    address: str


@dataclass
class ReadFirstAsked(Message):
    """Let ideas wait until they were read, or no longer."""

    reads_first: bool


@dataclass
class LetInAsked(Message):
    """Let this idea in; all that wait when it is empty."""

    idea_id: str = ""


@dataclass
class LeaveOutAsked(Message):
    """Leave this idea out."""

    idea_id: str


class PutBackAsked(Message):
    """Let the idea wait again that was left out last."""
