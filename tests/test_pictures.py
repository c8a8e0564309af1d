"""The pictures of the README never grow old."""

import re

import pytest

from tests.pictures import FOLDER, PICTURES, Picture, drawn

ROOT = FOLDER.parent.parent
TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_says_what_the_screen_says(picture: Picture) -> None:
    kept = (FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8")
    assert TEXT.findall(await drawn(picture)) == TEXT.findall(kept), "python -m tests.pictures"


def test_every_picture_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"data/pictures/([\w-]+)\.svg", readme))
    assert (
        shown
        == {picture.name for picture in PICTURES}
        == {file.stem for file in FOLDER.glob("*.svg")}
    )
