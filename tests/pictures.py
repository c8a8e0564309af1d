"""Make the pictures of the README: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from socinno_tui.i18n import Language
from tests.staged import BY_NAME, play, staged_app

FOLDER = Path(__file__).parent.parent / "data" / "pictures"
PICTURES: tuple[tuple[str, str, Language, tuple[int, int]], ...] = (
    ("live-nl", "live-ideas", "nl", (100, 30)),
    ("closing-nl", "closing", "nl", (100, 30)),
    ("recap-nl", "recap", "nl", (100, 30)),
)


async def draw(stage_name: str, language: Language, size: tuple[int, int], file: Path) -> None:
    """Draw one stage as it is on a terminal of a size, in columns and lines, to an SVG file."""
    stage = BY_NAME[stage_name]
    with tempfile.TemporaryDirectory() as folder:
        app = staged_app(stage, language, Path(folder))
        async with app.run_test(size=size, notifications=True) as pilot:
            await play(stage)(pilot)
            file.write_text(app.export_screenshot(title="socinno"), encoding="utf-8")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, stage_name, language, size in PICTURES:
        file = FOLDER / f"{name}.svg"
        asyncio.run(draw(stage_name, language, size, file))
        print(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)


if __name__ == "__main__":
    main()
