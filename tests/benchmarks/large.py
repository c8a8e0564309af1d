"""A large file: a thousand meetings with ten thousand agreements, as years of use would leave."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from pendulum import DateTime

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.topic import Topic
from socinno_tui.store.store import Store

MEETINGS = 1000
AGREED = 10
OWNERS = tuple(
    f"{first} {last}"
    for first in ("Fatma", "Jan", "Mei-Ling", "Joost", "Anouk")
    for last in ("de Vries", "Bakker", "Chan", "Verhagen", "van der Meer", "Haddou")
)


def large_meetings(now: DateTime, texts: tuple[str, ...]) -> Iterator[Meeting]:
    """Give the same meetings each time: half of the agreements have ended, a tenth is overdue."""
    chance = random.Random(7)

    def an_id() -> str:
        return str(UUID(int=chance.getrandbits(128), version=4))

    for place in range(MEETINGS):
        closed_at = now.subtract(days=chance.randint(1, 700), minutes=place)
        topic = Topic(an_id(), question=f"Hoe pakken we {place} aan, binnen het budget?")
        selected = Verdict(VerdictKind.SELECTED)
        ideas = tuple(
            Idea(an_id(), number, topic.id, chance.choice(texts), closed_at, verdict=selected)
            for number in range(1, AGREED + 1)
        )
        actions = tuple(_agreed(idea, closed_at, now, chance, an_id) for idea in ideas)
        yield Meeting(
            an_id(),
            f"Bijeenkomst {place}",
            "Europe/Amsterdam",
            closed_at,
            (topic,),
            phase=Phase.FOLLOW_UP,
            ideas=ideas,
            last_number=AGREED,
            actions=actions,
            started_at=closed_at,
            closed_at=closed_at,
        )


def _agreed(
    idea: Idea,
    closed_at: DateTime,
    now: DateTime,
    chance: random.Random,
    an_id: Callable[[], str],
) -> ActionItem:
    due = now.date().add(days=chance.randint(-30, 120))
    lines = []
    if chance.random() < 0.4:
        moved = due.add(days=7)
        lines.append(Update(an_id(), UpdateKind.MOVED, closed_at, "later", moved))
    if chance.random() < 0.5:
        lines.append(Update(an_id(), UpdateKind.DONE, closed_at.add(days=3), "af"))
    return ActionItem(an_id(), idea.id, chance.choice(OWNERS), due, updates=tuple(lines))


def lay_out(path: Path, now: DateTime, texts: tuple[str, ...]) -> None:
    """Write the large file."""
    store = Store.open(path)
    store.put([(None, replace(meeting)) for meeting in large_meetings(now, texts)])
    store.close()
