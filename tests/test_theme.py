"""Every text is readable from the back of the room, in both themes."""

import pytest
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Input, OptionList, Static

from socinno_tui.theme import DARK, GROUNDS, LIGHT, TEXT_ROLES, THEMES, ThemedApp
from socinno_tui.wording import symbols
from tests.contrast import ENHANCED, NON_TEXT, colour_of, contrast, drawn, table
from tests.gallery import BY_NAME, shown


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
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("edge", ["border", "border-blurred", "scrollbar", "edge"])
def test_edges_are_seen(theme: Theme, edge: str, ground: str) -> None:
    assert contrast(colour_of(theme, edge), colour_of(theme, ground)) >= NON_TEXT


DRAWN_ON = (
    "live-ideas",
    "live-help",
    "live-palette",
    "full-selection-no",
    "closing-held",
    "recap",
    "coming-back",
    "register-history",
    "prepare-question",
    "prepare-people",
    "prepare-begin",
    "results",
    "walk-moving",
    "library-find",
)
"""States in which every colour lies on every ground that it ever lies on, dialogs included."""

BARELY = 1.3
"""Below this contrast nothing is meant to be seen: a bar that keeps the place of a brighter one."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", DRAWN_ON)
async def test_every_text_is_readable_as_it_is_drawn(theme: Theme, name: str) -> None:
    async with shown(BY_NAME[name], "nl", (100, 30), theme.name) as pilot:
        faint = {
            (one.text.strip(), one.colour.hex, one.ground.hex, round(one.ratio, 1))
            for one in drawn(pilot.app)
            if (one.is_word and one.ratio < ENHANCED) or BARELY < one.ratio < NON_TEXT
        }

    assert faint == set()


def test_the_table_of_contrast_has_a_line_for_every_colour() -> None:
    lines = table(DARK).splitlines()
    assert sum(line.startswith("| ") for line in lines) == len(TEXT_ROLES) + 1 + 2
    assert "| question | #ffd166 | 12.9 | 12.0 | 10.6 | 8.9 |" in lines


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
