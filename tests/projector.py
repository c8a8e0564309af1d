"""What a phone at the back of the room sees of the screen, and what it reads in it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol

from PIL import Image, ImageDraw, ImageFilter

from tests.contact_sheet import laid_out, write
from tests.programs import program

CELL_WIDE, CELL_HIGH = 12, 24
"""A cell of a terminal, in pixels."""

SEEN: Final = ((0.7, 1.0), (0.5, 1.5), (0.35, 1.5))
"""How small and how blurred: by which part it is scaled down, and then the radius in pixels."""


class Cell(Protocol):
    """A cell of a terminal as pyte has it: the colours in hexadecimals."""

    @property
    def data(self) -> str: ...

    @property
    def fg(self) -> str: ...

    @property
    def bg(self) -> str: ...


def drawn(svg: str, columns: int, folder: Path) -> Image.Image:
    """Give a picture of a screen in pixels."""
    file = folder / "screen.png"
    write(laid_out([svg], 1, columns * CELL_WIDE), file)
    return Image.open(file).convert("L")


def drawn_cells(lines: Sequence[Sequence[Cell]]) -> Image.Image:
    """Draw a terminal cell by cell: grounds and blocks only, of which a code is made."""
    size = (len(lines[0]) * CELL_WIDE, len(lines) * CELL_HIGH)
    picture = Image.new("RGB", size)
    brush = ImageDraw.Draw(picture)
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            left, top = column * CELL_WIDE, row * CELL_HIGH
            middle, right, bottom = top + CELL_HIGH // 2, left + CELL_WIDE - 1, top + CELL_HIGH - 1
            brush.rectangle((left, top, right, bottom), _colour(cell.bg))
            if cell.data == "▀":
                brush.rectangle((left, top, right, middle - 1), _colour(cell.fg))
            elif cell.data == "▄":
                brush.rectangle((left, middle, right, bottom), _colour(cell.fg))
    return picture.convert("L")


def as_projected(picture: Image.Image, scale: float, blur: float) -> Image.Image:
    """Give a picture as it is from afar."""
    size = (round(picture.width * scale), round(picture.height * scale))
    small = picture.resize(size, Image.Resampling.BILINEAR)
    return small.filter(ImageFilter.GaussianBlur(blur))


def scanned(picture: Image.Image) -> list[str]:
    """Give what zbar, which reads codes on many phones, reads in a picture."""
    held = BytesIO()
    picture.save(held, "PNG")
    command = [program("zbarimg"), "--quiet", "--raw", "PNG:-"]
    done = subprocess.run(command, input=held.getvalue(), capture_output=True, check=False)
    return done.stdout.decode().split()


def _colour(name: str) -> str:
    return f"#{name}" if len(name) == 6 else "#000000"
