"""Builders of meetings that were closed: each with its own agreements, as the register finds them.

Everything in them is made up. Today is `TODAY`, Monday 23 November 2026, in Amsterdam.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Participant
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.topic import Topic
from socinno_tui.service.clock import Clock
from tests.meetings import IDEA_TEXTS, OWNERS, QUESTION, STARTS_AT, TODAY, ZONE, an_id

CLOCK = Clock(lambda: STARTS_AT, ZONE)
"""Ten o'clock in the morning of `TODAY`, for ever."""


@dataclass(frozen=True)
class Agreed:
    """One agreement: due so many days from `TODAY`, and the lines in its history."""

    due_in: int
    owner: str = OWNERS[0]
    text: str = IDEA_TEXTS[0]
    first_step: str = "Als ik maandag begin, dan bel ik eerst de leverancier"
    updates: tuple[Update, ...] = ()


def a_line(
    kind: UpdateKind,
    text: str = "",
    *,
    days_ago: int = 7,
    due: Date | None = None,
    owner: str = "",
    name: str = "line",
) -> Update:
    """Give one dated line of a history."""
    return Update(an_id(name), kind, STARTS_AT.subtract(days=days_ago), text, due, owner)


def action_id(meeting: str, place: int) -> str:
    """Give the id of the agreement in this place, from 1, of the meeting with this name."""
    return an_id(f"action {meeting} {place}")


def a_closed_meeting(
    name: str,
    agreed: Sequence[Agreed] = (),
    *,
    title: str = "Kortere wachttijd aan de balie",
    question: str = QUESTION,
    days_ago: int = 30,
) -> Meeting:
    """Give a meeting in follow-up; its ids are made from its name."""
    when: DateTime = STARTS_AT.subtract(days=days_ago)
    topic = Topic(an_id(f"topic {name}"), question=question)
    places = range(1, len(agreed) + 1)
    return Meeting(
        id=an_id(name),
        title=title,
        zone=ZONE,
        created_at=when.subtract(days=7),
        topics=(topic,),
        starts_at=when,
        phase=Phase.FOLLOW_UP,
        goal=Goal("drie ideeën die voor 1 maart draaien"),
        participants=tuple(Participant(an_id(f"{name} {who}"), who) for who in OWNERS),
        ideas=tuple(
            Idea(
                an_id(f"idea {name} {place}"),
                place,
                topic.id,
                one.text,
                when,
                verdict=Verdict(VerdictKind.SELECTED),
            )
            for place, one in zip(places, agreed, strict=True)
        ),
        last_number=len(agreed),
        actions=tuple(
            ActionItem(
                action_id(name, place),
                an_id(f"idea {name} {place}"),
                one.owner,
                TODAY.add(days=one.due_in),
                one.first_step,
                updates=one.updates,
            )
            for place, one in zip(places, agreed, strict=True)
        ),
        nothing_selected_because="" if agreed else "De ruimte bleek al geregeld",
        started_at=when,
        closed_at=when.add(hours=1),
    )
