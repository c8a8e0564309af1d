"""Make the pictures of the README: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from socinno_tui.i18n import Language
from socinno_tui.theme import DARK, LIGHT
from tests.gallery import BY_NAME, Size, pictured

FOLDER = Path(__file__).parent.parent / "data" / "pictures"


@dataclass(frozen=True)
class Picture:
    """A picture by its name in the folder, and the state that it shows."""

    name: str
    stage: str
    language: Language = "nl"
    size: Size = (100, 30)
    theme: str = DARK.name


PICTURES = (
    Picture("library-nl", "library"),
    Picture("prepare-nl", "prepare-question"),
    Picture("live-nl", "live-ideas"),
    Picture("silent-round-nl", "silent-writing"),
    Picture("harvest-nl", "silent-harvest"),
    Picture("agenda-nl", "agenda"),
    Picture("room-view-nl", "room-view"),
    Picture("phones-nl", "phones-join"),
    Picture("dots-nl", "dots-counting"),
    Picture("choosing-nl", "dots-shown"),
    Picture("closing-nl", "closing"),
    Picture("answers-nl", "answers"),
    Picture("recap-nl", "recap"),
    Picture("register-nl", "register"),
    Picture("walk-nl", "walk"),
    Picture("results-nl", "results"),
    Picture("settings-nl", "settings"),
    Picture("help-nl", "live-help"),
    Picture("live-light-en", "live-ideas", "en", (80, 24), LIGHT.name),
)


async def drawn(picture: Picture) -> str:
    """Give a picture as the screen is now, in SVG."""
    stage = BY_NAME[picture.stage]
    return await pictured(stage, picture.language, picture.size, picture.theme, title="socinno")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        file = FOLDER / f"{picture.name}.svg"
        file.write_text(asyncio.run(drawn(picture)), encoding="utf-8")
        print(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)


if __name__ == "__main__":
    main()
