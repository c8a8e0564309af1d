"""Make the pictures of the README: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from socinno_tui.i18n import Language
from tests.gallery import BY_NAME, pictured

FOLDER = Path(__file__).parent.parent / "data" / "pictures"
PICTURES: tuple[tuple[str, str, Language, tuple[int, int]], ...] = (
    ("live-nl", "live-ideas", "nl", (100, 30)),
    ("closing-nl", "closing", "nl", (100, 30)),
    ("recap-nl", "recap", "nl", (100, 30)),
)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, stage_name, language, size in PICTURES:
        file = FOLDER / f"{name}.svg"
        drawn = asyncio.run(pictured(BY_NAME[stage_name], language, size, title="socinno"))
        file.write_text(drawn, encoding="utf-8")
        print(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)


if __name__ == "__main__":
    main()
