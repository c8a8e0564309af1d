"""The two themes, a dark room and a light one, and the one visual language of all screens.

Contrast. Every colour of a text has a contrast of 7:1 at least with background, surface, panel and
the cursor's row (WCAG 2.2, 1.4.6 "Contrast (Enhanced)"), because a projector washes colours out;
`edge` has 3:1 (1.4.11). Within, near and over stay apart for the colour-blind. Nothing is
dimmed beneath a dialog: the room reads on.

Colours of text, by meaning (never alone: a sign or a word says the same):

- foreground: what one reads; bold is what matters most in it: an idea's title, a name, a time
- quiet: what one may skip: labels, numbers, what falls outside, placeholders, what ended
- focus: where one is and which keys work; the cursor; ★, what was chosen
- question: the question that the room answers
- heading: what a part of the screen is called; dots: what the room gave
- within, near, over: as agreed or done; nearly, or wanting attention; beyond what was agreed

Grounds: background is the room; surface is where one types; panel is what frames (question, title,
keys, dialogs, notices); cursor is the row or field one is in. What is chosen with Enter now, a
button or a choice, is reversed: background on focus.

Lines: a bar at the left (`outer`) holds together what belongs together, in `focus` where one is,
in `question` at the question, in `panel` elsewhere. A frame (`tall`) is only around a line that is
typed in. `edge` draws a frame without the focus and the scrollbars. There are no other boxes.

Space, in cells: 0 between lines of one thing, 1 at the sides of a line and between things, 2 at
the sides of a part and before what hangs under a label, 4 around a sentence that stands alone.
Labels are 12 or 16 wide. A notice keeps off what the room reads: its place is each screen's own.

Signs (`wording.symbols`, where every floor reaches them; each one cell wide):

- verdicts: ★ selected, P later (parked), × no, ◆ marked for merging, └ under another idea
- voting and speaking: ● a dot, or who speaks; ○ silent; ‖ break; ■ over what was agreed or planned
- progress: ✓ done, ▲ wants attention or is overdue, △ due soon, ○ empty or running, × stopped,
  ↻ look again today
- on the screen: › type here, ▌ the cursor's row, ↑ ↓ more above or below, █ ░ ▒ ▓ bars,
  – a line of a list, … text goes on; ▀ ▄ the code that phones scan, black on white in any theme
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

EDGES: Final = ("edge",)
"""The variables that draw a line or a scrollbar, and never a text."""


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
            "edge": grounds["edge"],
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
        "edge": "#768390",
    },
    roles={
        "foreground": "#f2f4f5",
        "quiet": "#bcc4cc",
        "focus": "#ffd166",
        "question": "#ffd166",
        "heading": "#8ecae6",
        "dots": "#8ecae6",
        "within": "#70ec93",
        "near": "#ffb235",
        "over": "#ffbcc0",
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
        "edge": "#7b7566",
    },
    roles={
        "foreground": "#14181c",
        "quiet": "#3f4a53",
        "focus": "#1d3f72",
        "question": "#1d3f72",
        "heading": "#084560",
        "dots": "#084560",
        "within": "#003a0c",
        "near": "#693f00",
        "over": "#850020",
    },
)
"""For a light room."""

THEMES: Final = (DARK, LIGHT)

BORDERS: Final = ("none", "outer", "tall")
"""The lines there are."""

SPACES: Final = (0, 1, 2, 4)
"""The spaces there are, in cells."""

LABELS: Final = (12, 16)
"""How wide the labels before fields are, in cells, and how far hangs what stands under them."""


def own_variables(*, dark: bool) -> dict[str, str]:
    """The variables that Textual does not know itself, for when a theme of its own is chosen."""
    variables = DARK.variables if dark else LIGHT.variables
    own = {*TEXT_ROLES, *GROUNDS, *EDGES}
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
