"""What the room's screen is made of: parts under each other, and how they share its height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from pendulum import Date, DateTime
from textual.content import Content

from socinno_tui.domain.meeting import Meeting

BETWEEN: Final = 1
"""The empty rows between two parts."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a part is drawn: the instant its clocks show, and the meeting's calendar date."""

    now: DateTime
    today: Date


class RoomPart(Protocol):
    """One thing on the room's screen. A new one is added to the list in `room_view`."""

    def heights(self, meeting: Meeting, width: int, height: int) -> Sequence[int]:
        """The heights it can make use of on a screen of this size, the least first.

        None at all when it has nothing to show. They do not depend on the time: nothing on the
        screen moves because a clock runs.
        """

    def draw(self, meeting: Meeting, moment: Moment, width: int, height: int) -> list[Content]:
        """At most `height` lines of at most `width` cells each."""


def shared_heights(wanted: Sequence[Sequence[int]], height: int) -> tuple[int, ...]:
    """How high each part stands on a screen of this height; 0 is not at all.

    Each first gets the least it can use, and then, one after the other, the most that is left:
    what comes first counts most. Between two of them stands an empty row.
    """
    given = [0] * len(wanted)
    left = height
    for place, heights in enumerate(wanted):
        needed = heights[0] + (BETWEEN if any(given) else 0) if heights else 0
        if heights and needed <= left:
            given[place] = heights[0]
            left -= needed
    for place, heights in enumerate(wanted):
        if given[place]:
            most = max(one for one in heights if one <= given[place] + left)
            left -= most - given[place]
            given[place] = most
    return tuple(given)
