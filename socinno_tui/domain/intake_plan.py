"""What taking in another file would change, shown before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from pendulum import DateTime

from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.merging import merged_meeting
from socinno_tui.domain.phase import Phase


class ChangeKind(Enum):
    """What taking in does with one meeting."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """One meeting of the other file: as it is here, if it is, and as it would be."""

    before: Meeting | None
    after: Meeting

    @property
    def kind(self) -> ChangeKind:
        """Whether it is new here, would change, or stays the same."""
        if self.before is None:
            return ChangeKind.NEW
        return ChangeKind.SAME if self.after is self.before else ChangeKind.CHANGED

    @property
    def new_ideas(self) -> int:
        """How many ideas come in."""
        known = set() if self.before is None else {idea.id for idea in self.before.ideas}
        return sum(idea.id not in known for idea in self.after.ideas)

    @property
    def new_lines(self) -> int:
        """How many lines come in the histories of agreements."""
        return _lines(self.after) - (0 if self.before is None else _lines(self.before))

    @property
    def new_people(self) -> int:
        """How many participants come in."""
        known = set() if self.before is None else {one.id for one in self.before.participants}
        return sum(one.id not in known for one in self.after.participants)

    @property
    def closes(self) -> bool:
        """Whether the meeting went on here, and was closed there."""
        closed = self.after.phase is Phase.FOLLOW_UP
        return closed and self.before is not None and self.before.phase is not Phase.FOLLOW_UP

    @property
    def laid_aside(self) -> tuple[LaidAside, ...]:
        """The values that lose against newer ones, and are laid aside."""
        known = set() if self.before is None else {one.id for one in self.before.laid_aside}
        return tuple(one for one in self.after.laid_aside if one.id not in known)


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """What is new, changed and the same, in the order in which the meetings were begun."""

    changes: tuple[MeetingChange, ...]

    def of_kind(self, kind: ChangeKind) -> tuple[MeetingChange, ...]:
        """Give the meetings with which this is done."""
        return tuple(change for change in self.changes if change.kind is kind)

    @property
    def to_write(self) -> tuple[MeetingChange, ...]:
        """What taking in would write: nothing when everything is the same."""
        return tuple(change for change in self.changes if change.kind is not ChangeKind.SAME)


def intake_plan(
    ours: Mapping[str, Meeting], theirs: Iterable[Meeting], now: DateTime
) -> IntakePlan:
    """Plan the taking in of these meetings where ours, by id, are those that are here."""
    changes = []
    for meeting in theirs:
        before = ours.get(meeting.id)
        after = meeting if before is None else merged_meeting(before, meeting, now)
        changes.append(MeetingChange(before, after))
    return IntakePlan(tuple(sorted(changes, key=lambda one: (one.after.created_at, one.after.id))))


def _lines(meeting: Meeting) -> int:
    return sum(len(action.updates) for action in meeting.actions)
