"""An open meeting beside that of the tests' builders, and what the gate says to who writes."""

import sqlite3
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from tests.meetings import (
    a_prepared_meeting,
    a_topic,
    an_id,
    an_idea,
)

HALL = a_topic("De hal")
OTHER_IDEA = replace(
    an_idea(1, "Een bankje bij de deur", topic=HALL, verdict=VerdictKind.SELECTED),
    id=an_id("other idea"),
)


def another_meeting() -> Meeting:
    """Give a meeting in selection beside that of the tests' builders, sharing no id with it."""
    return replace(
        a_prepared_meeting(HALL),
        id=an_id("other meeting"),
        participants=(),
        room_checks=(),
        agenda=replace(a_prepared_meeting().agenda, boxes=()),
        phase=Phase.SELECTION,
        ideas=(OTHER_IDEA,),
        last_number=1,
    )


def refused() -> AbstractContextManager[object]:
    return pytest.raises(sqlite3.IntegrityError, match=r"^close-gate: ")
