"""Make the README's pictures of the phone: `python -m tests.phone_pictures`."""

from __future__ import annotations

import asyncio
import io
import re
from html import unescape
from pathlib import Path
from typing import Final

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from socinno_tui.i18n import speaking
from socinno_tui.web.pages import page
from tests.pictures import FOLDER
from tests.programs import program
from tests.web.standing_page import standing_page
from tests.web.visits import VISITS

PICTURES: Final = {
    "phone-collecting-nl": "sent",
    "phone-dots-nl": "dots",
    "phone-recap-nl": "recap",
}
"""The moment that each picture shows."""

COLOURS: Final = 48
WORDS: Final = "words"
"""What the words on a picture are kept under, in the file itself."""


def words_of(moment: str) -> str:
    """Give the words on the page of a moment, in Dutch."""
    with speaking("nl"):
        words = unescape(re.sub("<[^>]*>", " ", page(VISITS[moment])))
    return " ".join(words.split())


async def drawn() -> dict[str, bytes]:
    """Give the pictures as the pages are now."""
    from playwright.async_api import async_playwright

    found: dict[str, bytes] = {}
    where = program("chromium", "chromium-browser", "google-chrome")
    async with async_playwright() as started:
        browser = await started.chromium.launch(executable_path=where, args=["--no-sandbox"])
        async with standing_page(browser, height=760, scale=2) as phone:
            for name, moment in PICTURES.items():
                with speaking("nl"):
                    shown = await phone.becomes(page(VISITS[moment]))
                found[name] = small(await shown.screenshot(), words_of(moment))
        await browser.close()
    return found


def small(picture: bytes, words: str) -> bytes:
    """Give a picture in few colours, with the words on it beside it in the file."""
    info = PngInfo()
    info.add_itxt(WORDS, words, zip=True)
    out = io.BytesIO()
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS)
    few.save(out, "PNG", optimize=True, pnginfo=info)
    return out.getvalue()


def main() -> None:
    for name, picture in asyncio.run(drawn()).items():
        file = FOLDER / f"{name}.png"
        file.write_bytes(picture)
        print(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)


if __name__ == "__main__":
    main()
