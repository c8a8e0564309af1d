"""What differs between two values of a meeting, as parts to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from socinno_tui.store.cells import Row


class Identified(Protocol):
    """A part of a meeting: it has an id, and is replaced rather than changed."""

    @property
    def id(self) -> str:
        """The id that stays while the part is replaced."""


Part = TypeVar("Part", bound=Identified)


@dataclass(frozen=True, slots=True)
class PartTable(Generic[Part]):
    """A table of parts: its name and a part's row.

    `placed` says that a row knows its place in the order, `in_meeting` that it names its meeting.
    """

    name: str
    row: Callable[[Part], Row]
    placed: bool = True
    in_meeting: bool = True


@dataclass(frozen=True, slots=True)
class Change(Generic[Part]):
    """A part that came or became another: its place and value now, and those before, if any."""

    place: int
    part: Part
    place_before: int | None = None
    part_before: Part | None = None


def changed_parts(
    before: Sequence[Part], after: Sequence[Part], *, placed: bool = True
) -> tuple[tuple[Change[Part], ...], tuple[str, ...]]:
    """Give the parts that came or became another, and the ids of those that went.

    With `placed`, a part that only stands elsewhere became another too. Values are shared between
    a meeting and the one it became, so what is the same at both ends is passed over by identity:
    adding one idea to ten thousand compares no texts.
    """
    start = _same_at_start(before, after)
    end = 0 if placed and len(before) != len(after) else _same_at_end(before, after, start)
    old = {
        part.id: (place, part)
        for place, part in enumerate(before[start : len(before) - end], start)
    }
    changes: list[Change[Part]] = []
    for place, part in enumerate(after[start : len(after) - end], start):
        was = old.pop(part.id, None)
        if was is None:
            changes.append(Change(place, part))
        elif (placed and was[0] != place) or (was[1] is not part and was[1] != part):
            changes.append(Change(place, part, *was))
    return tuple(changes), tuple(old)


def _same_at_start(before: Sequence[Part], after: Sequence[Part]) -> int:
    same = 0
    for was, now in zip(before, after, strict=False):
        if was is not now:
            break
        same += 1
    return same


def _same_at_end(before: Sequence[Part], after: Sequence[Part], start: int) -> int:
    same = 0
    for was, now in zip(reversed(before[start:]), reversed(after[start:]), strict=False):
        if was is not now:
            break
        same += 1
    return same
