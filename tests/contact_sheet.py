"""All screens in one picture: `python -m tests.contact_sheet [--size 80x24] [--theme …] OUT.png`.

Several sizes or themes, with commas, stand beside each other for each screen. `--only` takes the
beginning of names, several with commas: `--only live,closing`. An OUT that ends in .svg needs no
other program; for .png there must be rsvg-convert or Chromium.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from socinno_tui.theme import THEMES
from tests.colour_blindness import MATRICES, Kind
from tests.gallery import GALLERY, pictures
from tests.staged import Stage

CONVERTERS = ("rsvg-convert", "chromium", "chromium-browser", "google-chrome")
GAP = 24
"""Between the pictures, in pixels."""

VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


class NoConverter(Exception):
    """Nothing on this machine makes a PNG of an SVG."""


LED = re.compile(r'x="([\d.]+)"( y="[\d.]+" textLength="[\d.]+"[^>]*>)((?:&#160;)+)')
CELL = 12.2
"""How wide a cell is in the pictures, in their own units."""


def indented(svg: str) -> str:
    """Give a picture whose texts begin where their first letter is.

    rsvg-convert drops the spaces that a text begins with.
    """

    def moved(found: re.Match[str]) -> str:
        spaces = len(found[3]) // len("&#160;")
        return f'x="{float(found[1]) + spaces * CELL:.1f}"{found[2]}'

    return LED.sub(moved, svg)


def laid_out(drawn: Sequence[str], columns: int, width: int, eyes: Kind | None = None) -> str:
    """Give these SVG pictures of one size as one, `columns` beside each other, each so wide,
    as it is seen by eyes of a kind.
    """
    found = VIEW_BOX.search(drawn[0])
    assert found is not None
    height = round(float(found[2]) * width / float(found[1]))
    lines = -(-len(drawn) // columns)
    placed = (
        indented(svg).replace(
            "<svg ",
            f'<svg x="{GAP + place % columns * (width + GAP)}" '
            f'y="{GAP + place // columns * (height + GAP)}" width="{width}" height="{height}" ',
            1,
        )
        for place, svg in enumerate(drawn)
    )
    all_wide, all_high = GAP + columns * (width + GAP), GAP + lines * (height + GAP)
    filtered, style = "", ""
    if eyes is not None:
        # The matrix is for linear light, on which filters of SVG work unless told otherwise.
        rows = " ".join(" ".join(f"{part:.6f}" for part in (*row, 0, 0)) for row in MATRICES[eyes])
        matrix = f'<feColorMatrix type="matrix" values="{rows} 0 0 0 1 0"/>'
        filtered, style = f'<filter id="eyes">{matrix}</filter>', ' filter="url(#eyes)"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{all_wide}" height="{all_high}" '
        f'viewBox="0 0 {all_wide} {all_high}"><rect width="100%" height="100%" fill="#808080"/>'
        f"{filtered}<g{style}>{''.join(placed)}</g></svg>"
    )


def write(svg: str, file: Path) -> None:
    """Write a picture as SVG, or as PNG by what the name ends in. Raises NoConverter."""
    if file.suffix == ".svg":
        file.write_text(svg, encoding="utf-8")
        return
    converter = next((found for name in CONVERTERS if (found := shutil.which(name))), None)
    if converter is None:
        raise NoConverter
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "sheet.svg"
        drawn.write_text(svg, encoding="utf-8")
        if "rsvg" in converter:
            # Above the default bound on the size of a file, for hundreds of screens.
            command = [converter, "--unlimited", str(drawn), "--output", str(file)]
        else:
            size = re.search(r'width="(\d+)" height="(\d+)"', svg)
            assert size is not None
            command = [
                converter,
                "--headless",
                "--no-sandbox",
                f"--window-size={size[1]},{size[2]}",
                f"--screenshot={file}",
                drawn.as_uri(),
            ]
        subprocess.run(command, check=True, capture_output=True)


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.contact_sheet", description=__doc__)
    parser.add_argument("out", type=Path, help="the picture to write: .png or .svg")
    parser.add_argument("--size", default="80x24", help="columns and lines, as in 80x24,120x36")
    parser.add_argument("--theme", default=THEMES[0].name, help="socinno-dark, nord, …; or several")
    parser.add_argument("--language", default="nl", choices=("nl", "en"))
    parser.add_argument("--eyes", choices=tuple(MATRICES), help="as they are seen by these eyes")
    parser.add_argument("--only", default="", help="beginnings of names, with commas")
    parser.add_argument("--columns", type=int, default=4, help="pictures beside each other")
    parser.add_argument("--width", type=int, default=0, help="of one picture, in pixels")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Make the sheet; what is missing is said in one sentence."""
    asked = _asked(words)
    sizes = [tuple(int(part) for part in size.split("x")) for size in asked.size.split(",")]
    kinds = [((wide, high), theme) for wide, high in sizes for theme in asked.theme.split(",")]
    starts = tuple(asked.only.split(","))
    stages: list[Stage] = [one for one in GALLERY if one.name.startswith(starts)]
    if not stages:
        print(f"No screen is called {asked.only}: see tests/gallery.py.", file=sys.stderr)
        return 2
    sheets = [
        [svg for _one, svg in pictures(stages, asked.language, size, theme)]
        for size, theme in kinds
    ]
    drawn = [svg for same in zip(*sheets, strict=True) for svg in same]
    columns = len(kinds) if len(kinds) > 1 else asked.columns
    try:
        write(laid_out(drawn, columns, asked.width or sizes[0][0] * 8, asked.eyes), asked.out)
    except NoConverter:
        print(
            "A PNG needs rsvg-convert (Debian: librsvg2-bin) or Chromium; a name that ends in "
            ".svg needs neither.",
            file=sys.stderr,
        )
        return 1
    print(f"{len(stages)} screens: {asked.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
