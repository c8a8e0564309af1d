"""How colours look to people who lack one of the three kinds of cones.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency" (IEEE TVCG 15(6), 2009), table 1, for severity 1.0; they
work on linear light. Distances are those of CIELAB (CIE 1976): about 2.3 is just noticeable.
"""

from __future__ import annotations

from math import dist
from typing import Literal, TypeAlias

from textual.color import Color

Kind: TypeAlias = Literal["protanopia", "deuteranopia", "tritanopia"]
Row: TypeAlias = tuple[float, float, float]

MATRICES: dict[Kind, tuple[Row, Row, Row]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: Color) -> Row:
    """The linear light of a colour's red, green and blue, each from 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return (red, green, blue)


def seen(colour: Color, kind: Kind | None) -> Row:
    """The linear light that gives others the impression these eyes have of a colour."""
    light = linear(colour)
    if kind is None:
        return light
    red, green, blue = (
        min(1.0, max(0.0, sum(part * of for part, of in zip(row, light, strict=True))))
        for row in MATRICES[kind]
    )
    return (red, green, blue)


def lab(light: Row) -> Row:
    """Linear light in CIELAB, with the white of sRGB (D65)."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (
        part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
        for part in (x, y, z)
    )
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))


def apart(one: Color, other: Color, kind: Kind | None = None) -> float:
    """How far apart these eyes see two colours, in CIELAB."""
    return dist(lab(seen(one, kind)), lab(seen(other, kind)))
