"""Meetings whose minutes are worth reading, and what is wrong with a text that is typed."""

from dataclasses import replace

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.talk import Speaker
from tests.agreements import Agreed, a_closed_meeting, a_line
from tests.meetings import OWNERS, STARTS_AT, TODAY, a_turn, an_idea

FATMA, JAN_WILLEM, _ANOUK = OWNERS
HISTORY = (
    a_line(UpdateKind.MOVED, "Nog geen budget", days_ago=9, due=TODAY.subtract(days=4), name="m"),
    a_line(UpdateKind.DONE, "Scheelt een uur per dag", days_ago=2, name="d"),
)
HOSTILE = '<script>alert(1)</script> **vet** [klik](javascript:x) | www.example.org "&amp;'


def a_told_meeting() -> Meeting:
    """Give a closed meeting with everything that minutes can tell."""
    closed = a_closed_meeting(
        "balie", [Agreed(-20, FATMA, updates=HISTORY), Agreed(9, JAN_WILLEM, HOSTILE)]
    )
    topic = closed.topics[0]
    others = (
        replace(an_idea(3, "Een gastvrouw", dots=4), topic_id=topic.id),
        replace(an_idea(4, "Langer open", merged_into=3), topic_id=topic.id),
        replace(
            an_idea(5, "Niets doen", verdict=VerdictKind.NO, reason="dat deden we al"),
            topic_id=topic.id,
        ),
        replace(an_idea(6, "Robot aan de deur", verdict=VerdictKind.LATER), topic_id=topic.id),
    )
    return replace(
        closed,
        ideas=(*closed.ideas, *others),
        last_number=6,
        review_date=TODAY.add(weeks=4),
        turns=(a_turn(Speaker.MANAGER, 0, 240), a_turn(Speaker.ROOM, 240, 1200)),
        closed_at=STARTS_AT.add(hours=1),
    )
