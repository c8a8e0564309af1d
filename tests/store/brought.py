"""A meeting with a door for phones, and what they bring to it."""

from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.phones import Door, SentIdea
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_id

MEETING = a_meeting()
ROUND = DotRound(an_id("round"), a_topic().id, 6, 3)
DOOR = Door(MEETING.id, b"\x00\xffkey" * 7, "K7Q4M", "192.168.1.20", 8080)


def sent(name: str, text: str = "Een bel bij de deur") -> SentIdea:
    """Give an idea that a phone sent halfway."""
    return SentIdea(an_id(name), a_topic().id, text, STARTS_AT.add(minutes=31))
