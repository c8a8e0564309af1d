"""How well each text stands out: `python -m tests.contrast` prints it as a Markdown table.

The measure is the contrast ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/, "relative luminance"
and "contrast ratio"), the same in WCAG 2.0. A projector washes colours out, so what the room must
read meets success criterion 1.4.6, and what one must see to use something 1.4.11.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.app import App
from textual.color import Color
from textual.theme import Theme

from socinno_tui.theme import EDGES, GROUNDS, TEXT_ROLES, THEMES

ENHANCED = 7.0
"""WCAG 2.2, success criterion 1.4.6, Contrast (Enhanced)."""

NON_TEXT = 3.0
"""WCAG 2.2, success criterion 1.4.11, Non-text Contrast."""

DRAWN = frozenset("▏▎▍▌▋▊▉█▔▁▂▃▄▅▆▇▀▐▕│─┌┐└┘├┤┬┴┼╵╷╸╺━┃░▒▓■▲△○●")
"""Lines, bars and signs: they stand beside a word that says the same."""


def luminance(colour: Color) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21: (lighter + 0.05) / (darker + 0.05)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colour_of(theme: Theme, name: str) -> Color:
    """The colour that a variable stands for in a theme."""
    colours = {**theme.to_color_system().generate(), **theme.variables}
    return Color.parse(colours[name])


@dataclass(frozen=True)
class Drawn:
    """A text as it is drawn on a screen."""

    text: str
    colour: Color
    ground: Color

    @property
    def is_word(self) -> bool:
        """Whether it has to be read; otherwise it is a line, a bar or a sign beside a word."""
        return not set(self.text.strip()) <= DRAWN

    @property
    def ratio(self) -> float:
        """Its contrast ratio."""
        return contrast(self.colour, self.ground)


def drawn(app: App[None]) -> Iterator[Drawn]:
    """Give every text of the screen on top, with the colours that reach the terminal."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if segment.text.strip() and style and style.color and style.bgcolor:
                colour, ground = (
                    Color.from_rich_color(one) for one in (style.color, style.bgcolor)
                )
                if style.reverse:
                    colour, ground = ground, colour
                yield Drawn(segment.text, colour, ground)


def table(theme: Theme) -> str:
    """Give the contrast of every colour with every ground of a theme, as Markdown."""
    lines = [
        f"**{theme.name}**",
        "",
        f"| text | colour | {' | '.join(GROUNDS)} |",
        f"| --- | --- |{' ---: |' * len(GROUNDS)}",
    ]
    for role in (*TEXT_ROLES, *EDGES):
        colour = colour_of(theme, role)
        ratios = (contrast(colour, colour_of(theme, ground)) for ground in GROUNDS)
        cells = " | ".join(f"{ratio:.1f}" for ratio in ratios)
        lines.append(f"| {role} | {colour.hex.lower()} | {cells} |")
    grounds = ", ".join(f"{ground} {colour_of(theme, ground).hex.lower()}" for ground in GROUNDS)
    return "\n".join([*lines, "", f"Grounds: {grounds}."])


def main() -> None:
    """Print the tables of both themes."""
    print("\n\n".join(table(theme) for theme in THEMES))


if __name__ == "__main__":
    main()
