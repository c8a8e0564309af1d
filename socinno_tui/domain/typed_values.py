"""All that people filled in in a meeting, value by value: what a merge must never lose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from socinno_tui.domain.action import ActionItem, Update
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.topic import Topic


@dataclass(frozen=True, slots=True)
class TypedValue:
    """One value in its place: the part it belongs to, as a person names that, and its field."""

    part_id: str
    of: str
    name: str
    value: str

    @property
    def place(self) -> tuple[str, str]:
        """What stays the same when the value is changed."""
        return self.part_id, self.name


def typed_values(meeting: Meeting) -> Iterator[TypedValue]:
    """Give every value that was filled in; what is empty is left out."""
    return (found for found in _everything(meeting) if found.value)


def _everything(meeting: Meeting) -> Iterator[TypedValue]:
    goal = meeting.goal
    yield from _of(
        meeting.id,
        "meeting",
        title=meeting.title,
        place=meeting.place,
        starts_at="" if meeting.starts_at is None else meeting.starts_at.isoformat(),
        planned_minutes=str(meeting.planned_minutes),
        limit_minutes="" if meeting.limit_minutes is None else str(meeting.limit_minutes),
        goal=goal.sentence,
        ideas_wanted=str(goal.ideas_wanted),
        goal_answer=goal.answer,
        review_date="" if meeting.review_date is None else meeting.review_date.isoformat(),
        nothing_selected_because=meeting.nothing_selected_because,
    )
    for topic in meeting.topics:
        yield from _of_topic(topic)
    for one in meeting.participants:
        yield from _of(
            one.id,
            f"participant {one.name}",
            name=one.name,
            address=one.address,
            role=one.role.value,
            attendance=one.attendance.value,
        )
    for check in meeting.room_checks:
        yield from _of(check.id, "room check", text=check.text)
    for box in meeting.agenda.boxes:
        yield from _of(box.id, "time-box", title=box.title, minutes=str(box.minutes))
    numbers = {idea.id: idea.number for idea in meeting.ideas}
    for idea in meeting.ideas:
        yield from _of_idea(idea)
    for action in meeting.actions:
        yield from _of_action(action, numbers.get(action.idea_id, 0))


def _of(part_id: str, of: str, **values: str) -> Iterator[TypedValue]:
    return (TypedValue(part_id, of, name, value) for name, value in values.items())


def _of_topic(topic: Topic) -> Iterator[TypedValue]:
    return _of(
        topic.id,
        "topic",
        name=topic.name,
        question=topic.question,
        inside=topic.frame.inside,
        outside=topic.frame.outside,
        limits=topic.frame.limits,
        conclusion=topic.conclusion,
    )


def _of_idea(idea: Idea) -> Iterator[TypedValue]:
    verdict = idea.verdict
    return _of(
        idea.id,
        f"idea #{idea.number}",
        text=idea.text,
        dots=str(idea.dots) if idea.dots else "",
        verdict="" if verdict is None else verdict.kind.value,
        reason="" if verdict is None else verdict.reason,
    )


def _of_action(action: ActionItem, number: int) -> Iterator[TypedValue]:
    of = f"agreement #{number}"
    yield from _of(
        action.id,
        of,
        owner=action.owner,
        due="" if action.due is None else action.due.isoformat(),
        first_step=action.first_step,
    )
    for line in action.updates:
        yield from _of(line.id, of, **{f"history: {line.kind.value}": _line(line)})


def _line(line: Update) -> str:
    due = "" if line.due is None else line.due.isoformat()
    return " ".join(
        part for part in (line.at.date().isoformat(), due, line.owner, line.text) if part
    )
