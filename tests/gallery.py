"""Every state of the screens that is worth looking at, by name: one list for the pictures of the
README, the contact sheet, the snapshots and the tests of what fits.

A new screen or dialog gets its lines here, or in `tests.staged` where its ordinary look is.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import Language
from tests import overfull
from tests.meetings import a_prepared_meeting
from tests.moments import MOMENTS
from tests.staged import STAGES, Prepare, Stage, agreed, closed, closing, play, selected, staged_app

Size = tuple[int, int]
"""Columns and lines."""

SMALLEST: Size = (60, 20)
SIZES: tuple[Size, ...] = (SMALLEST, (80, 24), (100, 30), (120, 36), (200, 50))
"""From a huge font to a large window; the second is the normal one."""

SECTIONS = ("meeting", "topics", "question", "people", "goal", "room", "talk", "follow-up", "ready")


def _ready() -> Sequence[Meeting]:
    return (a_prepared_meeting(),)


def _full_preparation() -> Sequence[Meeting]:
    return (overfull.prepared(),)


def _full_at(phase: Phase) -> Sequence[Meeting]:
    return (overfull.at(phase),)


def _full_ideation() -> Sequence[Meeting]:
    return _full_at(Phase.IDEATION)


def _full_selection() -> Sequence[Meeting]:
    return _full_at(Phase.SELECTION)


def _full_closing() -> Sequence[Meeting]:
    return _full_at(Phase.CLOSING)


def _full_recap() -> Sequence[Meeting]:
    return _full_at(Phase.FOLLOW_UP)


async def _type_long(pilot: Pilot[None]) -> None:
    """Type a long text where the cursor is, as a person would who goes on and on."""
    field = pilot.app.focused
    assert isinstance(field, Input)
    field.insert_text_at_cursor(overfull.TEXTS[0] + " " + overfull.TEXTS[7])
    await pilot.pause()


async def _paste_lines(pilot: Pilot[None]) -> None:
    assert pilot.app.focused is not None
    pilot.app.focused.post_message(Paste("\n".join(overfull.TEXTS)))
    await pilot.pause()
    await pilot.pause()


def _live(name: str, *keys: str, prepare: Prepare | None = None) -> Stage:
    return Stage(name, keys=keys, prepare=prepare)


PREPARATION = tuple(
    Stage(f"prepare-{name}", keys=(str(place),), meetings=_ready)
    for place, name in enumerate(SECTIONS)
)

DIALOGS = (
    Stage("library-help", opens=False, keys=("escape", "f1")),
    Stage("library-delete", opens=False, keys=("escape", "delete")),
    Stage("library-find", opens=False, keys=("escape", "slash", "b")),
    Stage("library-find-nothing", opens=False, keys=("escape", "slash", "q", "q", "q")),
    Stage("prepare-help", keys=("f1",), meetings=_ready),
    Stage("prepare-invitation", keys=("f9",), meetings=_ready),
    Stage("prepare-begin", keys=("f8",), meetings=_ready),
    Stage("prepare-begin-open", opens=False, keys=("escape", "n", "f8")),
    Stage("prepare-remove-topic", keys=("1", "tab", "enter"), meetings=_full_preparation),
    _live("live-manager", "f2"),
    _live("live-break", "f4"),
    _live("live-edit", "up", "up", "e"),
    _live("live-find", "up", "slash"),
    _live("live-found", "up", "slash", "k", "a", "enter"),
    _live("live-merge", "up", "up", "space", "up", "space"),
    _live("live-like", *"afspraken"),
    Stage("live-pasting", act=_paste_lines),
    _live("live-palette", "ctrl+p"),
    _live("selection-dots", "up", "d", prepare=selected),
    _live("selection-no", "n", prepare=selected),
    _live("selection-top", "t", prepare=selected),
    _live("selection-help", "f1", prepare=selected),
    _live("closing-help", "f1", prepare=closing),
    _live("closing-otherwise", "f4", prepare=closing),
    _live("closing-why-not", "f4", "down", "enter", prepare=closing),
    _live("closing-finish", "f8", prepare=agreed),
    _live("recap-along", "e", prepare=closed),
    _live("recap-minutes", "M", prepare=closed),
    _live("recap-help", "f1", prepare=closed),
    _live("register-filter", "f2", "f", prepare=closed),
    _live("register-note", "f2", "n", prepare=closed),
    _live("register-move", "f2", "v", prepare=closed),
    _live("register-history", "f2", "tab", prepare=closed),
    Stage("register-help", opens=False, keys=("f1",)),
    Stage("register-empty", opens=False, is_empty=True, keys=("a",)),
    Stage("results-empty", opens=False, is_empty=True, keys=("a", "g")),
    Stage("walk-help", opens=False, keys=("w", "f1")),
    Stage("walk-course", opens=False, keys=("w", "k")),
    Stage("walk-done-asked", opens=False, keys=("w", "d")),
)

OVERFULL = (
    Stage("full-library", opens=False, keys=("escape",), meetings=overfull.everything),
    Stage("full-coming-back", opens=False, meetings=overfull.everything),
    *(
        Stage(f"full-prepare-{name}", keys=(str(place),), meetings=_full_preparation)
        for place, name in enumerate(SECTIONS)
    ),
    Stage("full-prepare-list", meetings=_full_preparation),
    Stage("full-prepare-invitation", keys=("f9",), meetings=_full_preparation),
    Stage("full-live", meetings=_full_ideation),
    Stage("full-live-typing", meetings=_full_ideation, act=_type_long),
    Stage("full-live-ideas", meetings=_full_ideation, keys=("up", "home", "enter")),
    Stage("full-live-edit", meetings=_full_ideation, keys=("up", "home", "e")),
    Stage("full-live-emoji", meetings=_full_ideation, keys=("up", "home", *("down",) * 6)),
    Stage("full-selection", meetings=_full_selection),
    Stage("full-selection-dots", meetings=_full_selection, keys=("home", "d")),
    Stage("full-selection-no", meetings=_full_selection, keys=("home", "n")),
    Stage("full-closing", meetings=_full_closing),
    Stage("full-closing-held", meetings=_full_closing, keys=("escape",)),
    Stage("full-recap", meetings=_full_recap),
    Stage("full-register", opens=False, keys=("a",), meetings=overfull.everything),
    Stage("full-register-history", opens=False, keys=("a", "tab"), meetings=overfull.everything),
    Stage("full-results", opens=False, keys=("a", "g"), meetings=overfull.everything),
    Stage("full-walk", opens=False, keys=("w",), meetings=overfull.closed),
    Stage("full-walk-moving", opens=False, keys=("a", "v"), meetings=overfull.everything),
)

BY_NAME = {stage.name: stage for stage in (*STAGES, *PREPARATION, *MOMENTS, *DIALOGS, *OVERFULL)}
GALLERY = tuple(BY_NAME.values())


@asynccontextmanager
async def shown(
    stage: Stage, language: Language, size: Size, theme: str = "socinno-dark"
) -> AsyncIterator[Pilot[None]]:
    """Show a state on a terminal of a size, on a file of its own that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        app = staged_app(stage, language, Path(folder), theme=theme)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await play(stage)(pilot)
            yield pilot


async def pictured(
    stage: Stage,
    language: Language,
    size: Size,
    theme: str = "socinno-dark",
    title: str = "",
) -> str:
    """Give a state as an SVG picture, with a title or else its name in the frame."""
    async with shown(stage, language, size, theme) as pilot:
        return pilot.app.export_screenshot(title=title or stage.name)


def pictures(
    stages: Iterable[Stage], language: Language, size: Size, theme: str = "socinno-dark"
) -> list[tuple[Stage, str]]:
    """Give each of these states as an SVG picture, in their order."""
    return [(stage, asyncio.run(pictured(stage, language, size, theme))) for stage in stages]
