"""Whether a meeting that comes from a file holds together, as the rules of a meeting keep it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pendulum import Date

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.closing import gaps
from socinno_tui.domain.dot_round import MOST_EACH, MOST_PEOPLE
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.silent_round import MOST_EMPLOYEES, MOST_MANAGERS
from socinno_tui.domain.talk import Speaker
from socinno_tui.domain.topic import MOST_TOPICS

LONGEST_TEXT: Final = 10_000
"""In characters; the program itself lets nobody type so much in one field."""

MOST: Final = 1_000_000
"""More than any number in a meeting, and few enough minutes to reckon a date with."""

YEARS: Final = range(1900, 9999)
"""Within these any time zone, and some weeks more, still give a date."""

_FIELDS: Final[dict[type, tuple[str, ...]]] = {}
"""Asked anew for each of ten thousand agreements, they take half of the time of a check."""


def flaws(meeting: Meeting) -> Iterator[str]:
    """Give the places in a meeting that do not hold together, by the names of its fields."""
    yield from _flaws_of_values(meeting)
    if not 1 <= len(meeting.topics) <= MOST_TOPICS:
        yield "topics"
    if not _is_zone(meeting.zone):
        yield "zone"
    if meeting.planned_minutes < 1 or meeting.goal.ideas_wanted < 1:
        yield "planned_minutes"
    if meeting.agenda.position < 0 or any(
        box.minutes < 1 or box.used_seconds < 0 for box in meeting.agenda.boxes
    ):
        yield "agenda"
    if meeting.limit_minutes is not None and meeting.limit_minutes < 1:
        yield "limit_minutes"
    yield from _flaws_of_ids(meeting)
    yield from _flaws_of_ideas(meeting)
    yield from _flaws_of_dot_round(meeting)
    yield from _flaws_of_silent_round(meeting)
    yield from _flaws_of_times(meeting)
    if meeting.phase is Phase.FOLLOW_UP:
        yield from _flaws_of_closing(meeting)


def ids_of(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Give every id in a meeting, its own too, each with what it is the id of."""
    yield ("meeting", meeting.id)
    yield from (("topic", part.id) for part in meeting.topics)
    yield from (("participant", part.id) for part in meeting.participants)
    yield from (("room check", part.id) for part in meeting.room_checks)
    yield from (("time-box", part.id) for part in meeting.agenda.boxes)
    yield from (("idea", part.id) for part in meeting.ideas)
    yield from (("turn", part.id) for part in meeting.turns)
    yield from (("break", part.id) for part in meeting.breaks)
    yield from (("action", part.id) for part in meeting.actions)
    yield from (("review", part.id) for part in meeting.reviews)
    yield from (("laid aside", part.id) for part in meeting.laid_aside)
    if meeting.dot_round is not None:
        yield ("dot round", meeting.dot_round.id)
    if meeting.silent_round is not None:
        yield ("silent round", meeting.silent_round.id)
    for action in meeting.actions:
        yield from (("line", line.id) for line in action.updates)


def _flaws_of_ids(meeting: Meeting) -> Iterator[str]:
    if not all(found for _kind, found in ids_of(meeting)) or _twice(ids_of(meeting)):
        yield "id"


def _flaws_of_ideas(meeting: Meeting) -> Iterator[str]:
    topics = {topic.id for topic in meeting.topics}
    ideas = {idea.id: idea for idea in meeting.ideas}
    numbers = [idea.number for idea in meeting.ideas]
    if _twice(numbers) or any(number < 1 for number in numbers):
        yield "number"
    if max(numbers, default=0) > meeting.last_number:
        yield "last_number"
    for idea in meeting.ideas:
        lead = ideas.get(idea.merged_into) if idea.merged_into is not None else idea
        led_by_itself = idea.merged_into == idea.id
        if (
            idea.topic_id not in topics
            or not idea.text.strip()
            or idea.dots < 0
            or lead is None
            or led_by_itself
            or (lead is not idea and lead.merged_into is not None)
        ):
            yield f"idea #{idea.number}"
    if _twice(action.idea_id for action in meeting.actions):
        yield "actions"
    if any(action.idea_id not in ideas for action in meeting.actions):
        yield "actions"


def _flaws_of_dot_round(meeting: Meeting) -> Iterator[str]:
    begun = meeting.dot_round
    if begun is None:
        return
    ideas = {idea.id for idea in meeting.ideas}
    counted = [count.id for count in begun.counts]
    if (
        meeting.phase is Phase.FOLLOW_UP
        or all(topic.id != begun.topic_id for topic in meeting.topics)
        or not 1 <= begun.people <= MOST_PEOPLE
        or not 1 <= begun.dots_each <= MOST_EACH
        or any(count.hands < 0 for count in begun.counts)
        or counted != sorted(set(counted))
        or not ideas.issuperset(counted)
    ):
        yield "dot_round"


def _flaws_of_silent_round(meeting: Meeting) -> Iterator[str]:
    silence = meeting.silent_round
    if silence is None:
        return
    if (
        meeting.phase is not Phase.IDEATION
        or silence.seconds < 1
        or not 1 <= silence.employees <= MOST_EMPLOYEES
        or not 0 <= silence.managers <= MOST_MANAGERS
        or not 0 <= silence.seat <= silence.people
        or not 0 <= silence.passes < silence.people
        # While the room writes nobody's turn has come.
        or (silence.lap > 0) is not silence.is_harvest
        or (silence.passes > 0 and not silence.is_harvest)
    ):
        yield "silent_round"


def _flaws_of_closing(meeting: Meeting) -> Iterator[str]:
    """Give what the gate does not let pass, and what would undo it afterwards."""
    selected = {cluster.lead.id for cluster in meeting.selected}
    agreed = [action for action in meeting.actions if action.idea_id in selected]
    if gaps(meeting) or any(not action.owner.strip() for action in agreed):
        yield "actions"
    if not selected and not meeting.nothing_selected_because.strip():
        yield "nothing_selected_because"
    if meeting.closed_at is None:
        yield "closed_at"
    for action in meeting.actions:
        for line in action.updates:
            unowned = line.kind is UpdateKind.HANDED_OVER and not line.owner.strip()
            if unowned or (line.kind is UpdateKind.MOVED and line.due is None):
                yield "updates"


def _flaws_of_values(meeting: Meeting) -> Iterator[str]:
    """Give the fields in which a text, a number or a date is beyond any of ours."""
    for name in _names(Meeting):
        if _is_beyond(getattr(meeting, name)):
            yield name


def _is_beyond(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) > LONGEST_TEXT
    if isinstance(value, tuple):
        return any(map(_is_beyond, value))
    if isinstance(value, Date):
        return value.year not in YEARS
    if isinstance(value, int):
        return abs(value) > MOST
    return any(_is_beyond(getattr(value, name)) for name in _names(type(value)))


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _FIELDS:
        found = fields(kind) if is_dataclass(kind) else ()
        _FIELDS[kind] = tuple(field.name for field in found)
    return _FIELDS[kind]


def _flaws_of_times(meeting: Meeting) -> Iterator[str]:
    ended = (
        *((turn.started_at, turn.ended_at) for turn in meeting.turns),
        *((rest.started_at, rest.ended_at) for rest in meeting.breaks),
        *((review.started_at, review.ended_at) for review in meeting.reviews),
    )
    if any(end is not None and end < start for start, end in ended):
        yield "ended_at"
    named = (turn for turn in meeting.turns if turn.who is not None)
    if any(turn.speaker is not Speaker.MANAGER or not turn.who for turn in named):
        yield "who"


def _twice(values: Iterable[object]) -> bool:
    return any(count > 1 for count in Counter(values).values())


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
