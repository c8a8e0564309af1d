"""Ideas that were gathered beforehand: which are new to the meeting, and what keeps one out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from socinno_tui.domain.errors import RuleBroken, SocinnoError
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase, WrongPhase

TAKES_GATHERED = OPEN_FOR_IDEAS | {Phase.PREPARATION}
"""Ideas from a form may come before the meeting as well as during it."""

MOST_IDEAS = 10_000


class TableRefused(SocinnoError):
    """The file of ideas is not taken in; nothing has changed."""


class TableTooBig(TableRefused):
    """The file is bigger, or has more ideas, than a meeting can hold."""


class NotATable(TableRefused):
    """The file is no text: a spreadsheet or a picture, for one."""


class NoIdeas(TableRefused):
    """There is no idea in the file."""


class ColumnUnclear(TableRefused):
    """Which column holds the ideas is not clear, or the one asked for is not there."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        super().__init__(columns)
        self.columns = columns


class RowBroken(TableRefused):
    """One row cannot be read; `line` counts from 1 in the file."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class IdeaTooLong(TableRefused):
    """The idea on a line has more characters than fit."""

    def __init__(self, line: int, limit: int) -> None:
        super().__init__(line, limit)
        self.line = line
        self.limit = limit


class TopicUnknown(RuleBroken):
    """The meeting has several topics, and none of them is the one that was asked for."""


@dataclass(frozen=True, slots=True)
class IdeaPlan:
    """What would come in, in the order of the file, and what is there already.

    `column` is the name of the one they stood in, empty without a name.
    """

    new: tuple[str, ...]
    doubles: tuple[str, ...]
    column: str = ""


def idea_plan(texts: Iterable[str], meeting: Meeting, *, column: str = "") -> IdeaPlan:
    """Tell new ideas from exact doubles: of the meeting's ideas, and of each other.

    Capitals and spaces make no difference.
    """
    known = {_same(idea.text) for idea in meeting.ideas}
    new: list[str] = []
    doubles: list[str] = []
    for text in texts:
        double = _same(text) in known
        (doubles if double else new).append(text)
        known.add(_same(text))
    return IdeaPlan(tuple(new), tuple(doubles), column)


def check_takes_gathered(meeting: Meeting) -> None:
    """Raise WrongPhase for a meeting that is closing or closed."""
    if meeting.phase not in TAKES_GATHERED:
        raise WrongPhase(meeting.phase)


def with_gathered_ideas(meeting: Meeting, ideas: tuple[Idea, ...]) -> Meeting:
    """Add ideas to a meeting that is prepared or under way, numbered on. Raises WrongPhase."""
    check_takes_gathered(meeting)
    last = meeting.last_number
    numbered = tuple(replace(idea, number=last + place) for place, idea in enumerate(ideas, 1))
    return replace(meeting, ideas=(*meeting.ideas, *numbered), last_number=last + len(ideas))


def _same(text: str) -> str:
    return " ".join(text.casefold().split())
