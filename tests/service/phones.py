"""Phones in a test: each known by a name, and knowing by heart what it sent."""

from collections.abc import Callable

from socinno_tui.domain.meeting import Meeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import OwnIdea, PhoneDoor
from socinno_tui.store.phones import PhoneRows
from tests.service.standing_clock import StandingClock

ADDRESS = "192.168.1.20"
PORT = 8080


def a_phone(name: str) -> str:
    """What the phone of this name is known by."""
    return f"phone-of-{name}"


def a_sending(number: int) -> str:
    """What the sending of this number is known by."""
    return f"sending-{number:04}"


def an_open_door(
    opened: OpenMeeting,
    clock: StandingClock,
    *,
    rows: PhoneRows | None = None,
    meeting: Callable[[], Meeting] | None = None,
    arrived: Callable[[], None] | None = None,
) -> PhoneDoor:
    """Open the door of a meeting; in the window that holds it, unless other rows are given."""
    door = PhoneArrivals(opened).open_door(ADDRESS, PORT)
    return PhoneDoor(
        rows or opened.phones,
        door,
        clock.clock,
        meeting or (lambda: opened.meeting),
        arrived or opened.take_in,
    )


class Phone:
    """One phone at a door."""

    def __init__(self, door: PhoneDoor, name: str) -> None:
        self.door = door
        self.known_by = a_phone(name)
        self.sendings: list[str] = []

    def send(self, text: str, *, topic_id: str = "") -> str:
        """Send an idea, and give what the sending is known by."""
        sending = a_sending(len(self.sendings) + 1)
        self.sendings.append(sending)
        self.send_again(sending, text, topic_id=topic_id)
        return sending

    def send_again(self, sending: str, text: str, *, topic_id: str = "") -> None:
        """Send what may have been lost on the way."""
        self.door.send(self.known_by, sending, text, topic_id)

    def withdraw(self, sending: str) -> None:
        """Take an own idea back."""
        self.door.withdraw(self.known_by, sending)

    def own(self) -> tuple[OwnIdea, ...]:
        """What this phone sees of what it sent."""
        return self.door.own(self.known_by, self.sendings)

    def idea_id(self, sending: str) -> str:
        """The id of the idea that was sent so."""
        return self.door.signs.idea_id(self.known_by, sending)

    def give(self, idea_id: str, dots: int = 1) -> None:
        """Give an idea dots, one by one."""
        for _dot in range(dots):
            self.door.give_dot(self.known_by, idea_id)

    def take(self, idea_id: str) -> None:
        """Take one dot back."""
        self.door.take_dot(self.known_by, idea_id)
