"""What differs between two values of a meeting, as rows to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from socinno_tui.store.rows import Row


class Identified(Protocol):
    """A part of a meeting: it has an id, and is replaced rather than changed."""

    @property
    def id(self) -> str:
        """The id that stays while the part is replaced."""


Part = TypeVar("Part", bound=Identified)


@dataclass(frozen=True, slots=True)
class Changed(Generic[Part]):
    """Parts to write, each with its place and what it was before, and the ids to delete."""

    written: tuple[tuple[int, Part, Part | None], ...] = ()
    deleted: tuple[str, ...] = ()


def changed_parts(
    before: Sequence[Part], after: Sequence[Part], *, placed: bool = False
) -> Changed[Part]:
    """Give what differs. With `placed` a part that only stands elsewhere now counts too.

    Values are shared between a meeting and the one it became, so a common beginning is passed
    over by identity: adding one idea to ten thousand costs no comparison of texts.
    """
    if before is after:
        return Changed()
    start = 0
    for was, now in zip(before, after, strict=False):
        if was is not now:
            break
        start += 1
    old = {part.id: (place, part) for place, part in enumerate(before[start:], start)}
    written: list[tuple[int, Part, Part | None]] = []
    for place, part in enumerate(after[start:], start):
        was_place, was_part = old.pop(part.id, (place, None))
        moved = placed and was_place != place
        if was_part is None or moved or was_part != part:
            written.append((place, part, was_part))
    return Changed(tuple(written), tuple(old))


@dataclass(frozen=True, slots=True)
class PartTable(Generic[Part]):
    """A table of parts: its name, a part's row, and whether the row says its place."""

    name: str
    row: Callable[[Part], Row]
    placed: bool = False
