"""Style sheets and widgets speak the language of `theme.py`, and no other."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import socinno_tui
from socinno_tui import theme
from socinno_tui.wording import symbols

PACKAGE = Path(socinno_tui.__file__).parent
COLOURS = {*theme.TEXT_ROLES, *theme.GROUNDS, *theme.EDGES}
COLOUR_PROPERTIES = re.compile(r"^(color|background|.*-color)$")
TYPOGRAPHY = set("…·—–−×→←↑↓‘’“”′§")
"""Signs of written language, and the arrows that are printed on keys."""

TEXT_STYLES = {"bold", "italic", "reverse", "underline", "none", "not", "dim"}


def sources() -> list[Path]:
    """What draws on the terminal: not the files that are written."""
    drawing = (PACKAGE / "screens", PACKAGE / "widgets", PACKAGE / "wording")
    return [PACKAGE / "app.py", *(file for folder in drawing for file in folder.rglob("*.py"))]


def style_sheets() -> dict[str, str]:
    """Every style sheet by where it stands, those in widgets too."""
    found = {str(file): file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.tcss")}
    for file in sources():
        for place, text in strings(file):
            if re.search(r"\{[^}]*:[^}]*;", text):
                found[f"{file}:{place}"] = text
    return found


def strings(file: Path) -> Iterator[tuple[int, str]]:
    """Every text in a module that is no docstring, with its line."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def declarations(sheet: str) -> Iterator[tuple[str, str, str]]:
    """Every selector, property and value of a style sheet."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for selector, body in re.findall(r"([^{};]+)\{([^{}]*)", bare):
        for line in body.split(";"):
            name, colon, value = line.partition(":")
            if colon and " " not in name.strip():
                yield selector.strip(), name.strip(), value.strip()


SHEETS = style_sheets()
IDS = [name.removeprefix(str(PACKAGE)) for name in SHEETS]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=IDS)
def test_colours_are_named_by_their_meaning(sheet: str) -> None:
    for selector, name, value in declarations(sheet):
        if COLOUR_PROPERTIES.match(name):
            words = value.split()
            assert words in ([f"${words[0][1:]}"], ["transparent"]), f"{selector} {name}: {value}"
            assert words == ["transparent"] or words[0][1:] in COLOURS, f"{selector}: {value}"


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=IDS)
def test_lines_are_those_there_are(sheet: str) -> None:
    for selector, name, value in declarations(sheet):
        if re.fullmatch(r"border(-(left|right|top|bottom))?|outline.*", name):
            kind, *colour = value.split()
            assert kind in theme.BORDERS, f"{selector} {name}: {value}"
            assert all(one[1:] in COLOURS for one in colour), f"{selector} {name}: {value}"


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=IDS)
def test_spaces_are_those_there_are(sheet: str) -> None:
    for selector, name, value in declarations(sheet):
        if name.startswith(("padding", "margin")) and "ToastRack" not in selector:
            allowed = {*theme.SPACES, *(theme.LABELS if name == "padding-left" else ())}
            assert {int(cells) for cells in value.split()} <= allowed, f"{selector} {name}: {value}"


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=IDS)
def test_letters_stand_out_in_few_ways(sheet: str) -> None:
    for selector, name, value in declarations(sheet):
        if name.endswith("text-style"):
            assert set(value.split()) <= TEXT_STYLES, f"{selector} {name}: {value}"


@pytest.mark.parametrize("file", sources(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_texts_are_coloured_by_meaning_and_signs_come_from_the_list(file: Path) -> None:
    for line, text in strings(file):
        named = set(re.findall(r"\$([a-z][a-z-]+)", text))
        assert named <= COLOURS, f"{file.name}:{line}: {text!r}"
        assert not re.search(r"#[0-9a-fA-F]{6}\b|\brgb\(", text), f"{file.name}:{line}: {text!r}"
        signs = {sign for sign in text if unicodedata.category(sign) in {"So", "Sm", "Sk"}}
        strange = signs - symbols.ALL - TYPOGRAPHY - set("+<>=|~^`¬®")
        assert not strange, f"{file.name}:{line}: {strange}"


def test_the_language_lists_every_colour_line_and_sign() -> None:
    told = theme.__doc__ or ""
    for word in (*COLOURS, *set(theme.BORDERS) - {"none"}):
        assert re.search(rf"\b{word}\b", told), word
    assert {sign for sign in symbols.ALL if sign not in told} == set()
