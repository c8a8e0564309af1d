"""Make the pictures of the README: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from socinno_tui.i18n import Language
from socinno_tui.theme import DARK, LIGHT
from tests.gallery import BY_NAME, pictured

FOLDER = Path(__file__).parent.parent / "data" / "pictures"
SIZE = (100, 30)
PICTURES: tuple[tuple[str, str, Language, tuple[int, int]], ...] = (
    ("library-nl", "library", "nl", SIZE),
    ("prepare-nl", "prepare-question", "nl", SIZE),
    ("live-nl", "live-ideas", "nl", SIZE),
    ("silent-round-nl", "silent-writing", "nl", SIZE),
    ("harvest-nl", "silent-harvest", "nl", SIZE),
    ("agenda-nl", "agenda", "nl", SIZE),
    ("room-view-nl", "room-view", "nl", SIZE),
    ("dots-nl", "dots-counting", "nl", SIZE),
    ("choosing-nl", "dots-shown", "nl", SIZE),
    ("closing-nl", "closing", "nl", SIZE),
    ("answers-nl", "answers", "nl", SIZE),
    ("recap-nl", "recap", "nl", SIZE),
    ("register-nl", "register", "nl", SIZE),
    ("walk-nl", "walk", "nl", SIZE),
    ("results-nl", "results", "nl", SIZE),
    ("settings-nl", "settings", "nl", SIZE),
    ("help-nl", "live-help", "nl", SIZE),
    ("live-light-en", "live-ideas", "en", (80, 24)),
)
LIGHT_ROOM = frozenset({"live-light-en"})
"""The pictures in the colours for a light room."""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, stage_name, language, size in PICTURES:
        file = FOLDER / f"{name}.svg"
        theme = (LIGHT if name in LIGHT_ROOM else DARK).name
        stage = BY_NAME[stage_name]
        drawn = asyncio.run(pictured(stage, language, size, theme, title="socinno"))
        file.write_text(drawn, encoding="utf-8")
        print(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)


if __name__ == "__main__":
    main()
