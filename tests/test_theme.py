"""Every text is readable from the back of the room, in both themes."""

import pytest
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Input, OptionList, Static

from socinno_tui.theme import DARK, GROUNDS, LIGHT, TEXT_ROLES, THEMES, ThemedApp
from socinno_tui.wording import symbols

ENHANCED = 7.0
"""WCAG 2.2, success criterion 1.4.6."""


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.2: (lighter + 0.05) / (darker + 0.05)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colour_of(theme: Theme, name: str) -> Color:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    return Color.parse(colours[name])


def test_contrast_of_black_on_white_is_the_largest() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_text_is_readable_on_every_ground(theme: Theme, role: str, ground: str) -> None:
    assert contrast(colour_of(theme, role), colour_of(theme, ground)) >= ENHANCED


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("footer-key-foreground", "footer-key-background"),
        ("footer-description-foreground", "footer-description-background"),
        ("input-cursor-foreground", "input-cursor-background"),
        ("input-selection-foreground", "input-selection-background"),
        ("screen-selection-foreground", "screen-selection-background"),
        ("link-color-hover", "link-background-hover"),
        ("button-color-foreground", "success"),
        ("button-color-foreground", "warning"),
        ("button-color-foreground", "error"),
        ("button-color-foreground", "primary"),
        ("text", "block-hover-background"),
        ("text-disabled", "surface"),
        ("text-muted", "surface"),
        ("text-error", "panel-lighten-1"),
        ("text-warning", "panel-lighten-1"),
        ("text-success", "panel-lighten-1"),
    ],
)
def test_textuals_own_widgets_are_readable_too(theme: Theme, text: str, ground: str) -> None:
    assert contrast(colour_of(theme, text), colour_of(theme, ground)) >= ENHANCED


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("edge", ["border", "border-blurred", "scrollbar"])
def test_edges_are_seen(theme: Theme, edge: str) -> None:
    # WCAG 2.2, 1.4.11: 3:1 for what has to be seen to use something.
    assert contrast(colour_of(theme, edge), colour_of(theme, "background")) >= 3


def test_every_sign_is_one_cell_wide() -> None:
    assert {sign: cell_len(sign) for sign in symbols.ALL} == dict.fromkeys(symbols.ALL, 1)
    assert all(len(sign) == 1 for sign in symbols.ALL)


class Room(ThemedApp[None]):
    CSS = "Static { color: $quiet; background: $cursor; border: solid $over; }"

    def compose(self) -> ComposeResult:
        yield Static("x")
        yield Input(placeholder="y")
        yield OptionList("a", "b")


@pytest.mark.parametrize("name", [DARK.name, LIGHT.name, "textual-light", "nord", "ansi-dark"])
async def test_an_app_takes_any_theme(name: str) -> None:
    app = Room()
    async with app.run_test() as pilot:
        assert app.theme == DARK.name
        assert app.query_one(Static).styles.color == colour_of(DARK, "quiet")
        app.theme = name
        await pilot.pause()
        expected = DARK if app.current_theme.dark else LIGHT
        assert app.query_one(Static).styles.color == colour_of(expected, "quiet")
