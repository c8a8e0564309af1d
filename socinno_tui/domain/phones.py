"""Phones in the room: the door they come in by, and what is sent through it.

An idea that was sent is known by an id that only the phone and the key of the door make together,
and by nothing else: neither here nor in the file is there a sender.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from pendulum import DateTime

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.idea import Idea, IdeaGone
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, WrongPhase

CODE_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What a code is made of: no sign that could be taken for another, read from a wall."""

CODE_LENGTH: Final = 5

MOST_WAITING: Final = 2_000
"""More ideas than this are read by nobody: it is a flood."""


class CannotWithdraw(RuleBroken):
    """The idea was merged with another or chosen: it is the room's by now."""


class TooManyWait(RuleBroken):
    """So many ideas wait already that no more are taken."""


class IdeasStillWait(RuleBroken):
    """Ideas from phones were not let in yet, and would never be heard."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class Fate(Enum):
    """What became of an idea that was sent."""

    WAITS = "waits"
    IN = "in"
    LEFT_OUT = "left out"
    WITHDRAWING = "withdrawing"
    WITHDRAWN = "withdrawn"


def scanned_link(address: str, port: int, code: str) -> str:
    """Give what a QR code holds, in capitals: they take fewer modules than small letters (ISO/IEC
    18004, alphanumeric mode), and a phone reads them the same.
    """
    return f"HTTP://{address}:{port}/{code}"


TAKEN_BACK: Final = frozenset({Fate.WITHDRAWING, Fate.WITHDRAWN})
"""What its sender does not want in the meeting any more."""


@dataclass(frozen=True, slots=True)
class Door:
    """The way in for phones.

    `key` signs what a phone is known by, and stays the same for as long as the meeting is under
    way. `code` is new each time the door is opened, and empty while it is closed. It is opened on
    one `address` of this machine; `phones` is how many are in. With `reads_first` an idea waits
    until the facilitator lets it in.
    """

    meeting_id: str
    key: bytes
    code: str = ""
    address: str = ""
    port: int = 0
    reads_first: bool = False
    phones: int = 0

    @property
    def is_open(self) -> bool:
        """Whether phones come in."""
        return bool(self.code)

    @property
    def way_in(self) -> str:
        """What is typed on a phone to come in, such as 192.168.1.20:8080/K7Q4M."""
        return f"{self.address}:{self.port}/{self.code}"

    @property
    def scanned(self) -> str:
        """What the QR code says: see `scanned_link`."""
        return scanned_link(self.address, self.port, self.code)


@dataclass(frozen=True, slots=True)
class SentIdea:
    """An idea that a phone sent. `offered_at` is to the minute, as that of every idea.

    Once it is in, the meeting has its text, and it is empty here.
    """

    id: str
    topic_id: str
    text: str
    offered_at: DateTime
    fate: Fate = Fate.WAITS


@dataclass(frozen=True, slots=True)
class Arrived:
    """What phones brought that the meeting does not show yet: ideas that wait, and the ids of those
    in it that are being withdrawn.
    """

    waiting: tuple[SentIdea, ...] = ()
    withdrawing: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the ideas that wait."""
        return frozenset(one.id for one in self.waiting)


def goes_straight_in(meeting: Meeting, *, reads_first: bool) -> bool:
    """Whether what is sent now is in the feed at once.

    What is written in silence appears together at its end, as it does on paper.
    """
    return meeting.phase in OPEN_FOR_IDEAS and not reads_first and not is_written_in(meeting)


def is_written_in(meeting: Meeting) -> bool:
    """Whether the room writes in silence now."""
    silence = meeting.silent_round
    return silence is not None and not silence.is_harvest


def with_sent(meeting: Meeting, sent: Iterable[SentIdea]) -> Meeting:
    """Add ideas that were sent, in an order that tells nothing of who was first: that of their ids.

    An idea on a topic that is there no more goes to the one that is on; one that is in already is
    passed over. Raises WrongPhase.
    """
    topics = {topic.id for topic in meeting.topics}
    there = {idea.id for idea in meeting.ideas}
    new = tuple(
        Idea(
            one.id,
            0,
            one.topic_id if one.topic_id in topics else meeting.topic.id,
            one.text,
            one.offered_at,
        )
        for one in sorted(sent, key=lambda one: one.id)
        if one.id not in there
    )
    return meeting.with_ideas(new)


def taken_in(meeting: Meeting, arrived: Arrived, let_in: Collection[str]) -> Meeting:
    """Give the meeting with those ideas that wait and are let in, by their ids, and without what is
    withdrawn and still can be. Raises WrongPhase.
    """
    left = without_all_withdrawn(meeting, arrived.withdrawing)
    return with_sent(left, (one for one in arrived.waiting if one.id in let_in))


def may_withdraw(meeting: Meeting, idea: Idea) -> bool:
    """Whether who sent an idea can still take it back: not once it was merged or judged."""
    return (
        meeting.phase in OPEN_FOR_IDEAS
        and idea.merged_into is None
        and idea.verdict is None
        and all(other.merged_into != idea.id for other in meeting.ideas)
    )


def without_withdrawn(meeting: Meeting, idea_id: str) -> Meeting:
    """Take away an idea that its sender withdraws. Raises WrongPhase, IdeaGone, CannotWithdraw."""
    if meeting.phase not in OPEN_FOR_IDEAS:
        raise WrongPhase(meeting.phase)
    if not may_withdraw(meeting, meeting.idea(idea_id)):
        raise CannotWithdraw
    return meeting.without_idea(idea_id)


def without_all_withdrawn(meeting: Meeting, idea_ids: Iterable[str]) -> Meeting:
    """Take away what of these can still be withdrawn; the others stay. Raises WrongPhase."""
    for idea_id in idea_ids:
        try:
            meeting = without_withdrawn(meeting, idea_id)
        except (CannotWithdraw, IdeaGone):
            continue
    return meeting


def closed(door: Door) -> Door:
    """Give a door closed: the next code is another, and the key stays."""
    return replace(door, code="", phones=0)
