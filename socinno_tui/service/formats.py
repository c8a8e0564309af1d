"""Meeting formats: the time-boxes of a session that has worked before."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from socinno_tui.domain.agenda import TimeBox
from socinno_tui.domain.phase import Phase


@dataclass(frozen=True, slots=True)
class PlannedBox:
    """One time-box of a format: its title in the language asked for, and its minutes."""

    title: str
    minutes: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class MeetingFormat:
    """A format that fills the time-boxes; `name` is its key, `title` what a person reads."""

    name: str
    title: str
    minutes: int
    boxes: tuple[PlannedBox, ...]

    def new_boxes(self, new_id: Callable[[], str]) -> tuple[TimeBox, ...]:
        """Give the time-boxes of one meeting in this format."""
        return tuple(TimeBox(new_id(), box.title, box.minutes, box.phase) for box in self.boxes)


def meeting_formats(folder: Path, language: str) -> tuple[MeetingFormat, ...]:
    """Give the formats shipped in the data folder, the shortest first."""
    shipped = tomllib.loads((folder / "formats.toml").read_text(encoding="utf-8"))
    return tuple(
        MeetingFormat(
            found["name"],
            found["title"][language],
            found["minutes"],
            tuple(
                PlannedBox(box["title"][language], box["minutes"], Phase(box["phase"]))
                for box in found["boxes"]
            ),
        )
        for found in shipped["formats"]
    )
