"""The two themes: a dark room and a light one.

Every colour of a text has a contrast of 7:1 at least against background, surface, panel and the
cursor's row (WCAG 2.2, 1.4.6 "Contrast (Enhanced)"), because a projector washes colours out. The
signs that say the same as the colours are in `wording.symbols`, where every floor reaches them.
"""

from __future__ import annotations

from typing import Final

from textual.app import App, ReturnType
from textual.theme import Theme

TEXT_ROLES: Final = (
    "foreground",
    "quiet",
    "focus",
    "question",
    "heading",
    "dots",
    "within",
    "near",
    "over",
)
"""The variables that colour a text."""

GROUNDS: Final = ("background", "surface", "panel", "cursor")
"""The variables that lie beneath a text."""


def _theme(name: str, *, dark: bool, grounds: dict[str, str], roles: dict[str, str]) -> Theme:
    text, focus, quiet = roles["foreground"], roles["focus"], roles["quiet"]
    background, surface, panel = grounds["background"], grounds["surface"], grounds["panel"]
    return Theme(
        name=name,
        dark=dark,
        primary=focus,
        secondary=roles["heading"],
        accent=focus,
        success=roles["within"],
        warning=roles["near"],
        error=roles["over"],
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        variables={
            **{role: colour for role, colour in roles.items() if role != "foreground"},
            "cursor": grounds["cursor"],
            "text": text,
            "text-muted": quiet,
            "text-disabled": quiet,
            "text-primary": focus,
            "text-secondary": roles["heading"],
            "text-accent": focus,
            "text-success": roles["within"],
            "text-warning": roles["near"],
            "text-error": roles["over"],
            "foreground-muted": quiet,
            "foreground-disabled": quiet,
            "block-cursor-foreground": background,
            "block-cursor-background": focus,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": text,
            "block-cursor-blurred-background": grounds["cursor"],
            "block-cursor-blurred-text-style": "none",
            "block-hover-background": grounds["cursor"],
            "border": focus,
            "border-blurred": grounds["edge"],
            "scrollbar": grounds["edge"],
            "scrollbar-hover": quiet,
            "scrollbar-active": focus,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
            "footer-foreground": text,
            "footer-background": panel,
            "footer-key-foreground": focus,
            "footer-key-background": panel,
            "footer-description-foreground": text,
            "footer-description-background": panel,
            "footer-item-background": panel,
            "input-cursor-foreground": background,
            "input-cursor-background": focus,
            "input-cursor-text-style": "none",
            "input-selection-foreground": text,
            "input-selection-background": grounds["cursor"],
            "screen-selection-foreground": text,
            "screen-selection-background": grounds["cursor"],
            "button-foreground": text,
            "button-color-foreground": background,
            "button-focus-text-style": "bold reverse",
            "link-color": focus,
            "link-background": "transparent",
            "link-style": "underline",
            "link-color-hover": background,
            "link-background-hover": focus,
            "link-style-hover": "bold not underline",
            "panel-lighten-1": panel,
        },
    )


DARK: Final = _theme(
    "socinno-dark",
    dark=True,
    grounds={
        "background": "#0f1317",
        "surface": "#161b21",
        "panel": "#1f262d",
        "cursor": "#2a333c",
        "edge": "#5b6875",
    },
    roles={
        "foreground": "#f2f4f5",
        "quiet": "#bcc4cc",
        "focus": "#ffd166",
        "question": "#ffd166",
        "heading": "#8ecae6",
        "dots": "#8ecae6",
        "within": "#7bd88f",
        "near": "#ffb454",
        "over": "#ffada0",
    },
)
"""For a dark room."""

LIGHT: Final = _theme(
    "socinno-light",
    dark=False,
    grounds={
        "background": "#faf8f3",
        "surface": "#ffffff",
        "panel": "#ece7db",
        "cursor": "#dbe5f4",
        "edge": "#8a8474",
    },
    roles={
        "foreground": "#14181c",
        "quiet": "#3f4a53",
        "focus": "#1d3f72",
        "question": "#1d3f72",
        "heading": "#084560",
        "dots": "#084560",
        "within": "#085024",
        "near": "#6b3a00",
        "over": "#8f1414",
    },
)
"""For a light room."""

THEMES: Final = (DARK, LIGHT)


def own_variables(*, dark: bool) -> dict[str, str]:
    """The variables that Textual does not know itself, for when a theme of its own is chosen."""
    variables = DARK.variables if dark else LIGHT.variables
    own = {*TEXT_ROLES, *GROUNDS}
    return {name: colour for name, colour in variables.items() if name in own}


class ThemedApp(App[ReturnType]):
    """An app that knows both themes and starts in the dark one; `self.theme` changes it."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Lets the style sheets keep working under Textual's own themes."""
        return own_variables(dark=self.current_theme.dark)
