"""The signs that stand beside a word, so that colour never says anything alone.

Each is one cell wide in every terminal and no emoji: none has an emoji presentation in Unicode's
emoji-data.txt, so that no terminal widens or colours it.
"""

from typing import Final

SELECTED: Final = "★"
LATER: Final = "P"
"""The parking sign, drawn as a sign (reversed) where there is colour."""
NO: Final = "×"
MARKED: Final = "◆"
"""Marked for merging."""

DOT: Final = "●"
SPEAKING: Final = "●"
SILENT: Final = "○"

DONE: Final = "✓"
ATTENTION: Final = "▲"
EMPTY: Final = "○"
OVERDUE: Final = "▲"
DUE_SOON: Final = "△"
RUNNING: Final = "○"
STOPPED: Final = "×"
ON_BREAK: Final = "‖"
REVIEW: Final = "↻"
"""The day has come on which agreements are looked at again."""

OVER: Final = "■"
"""Beyond what was agreed or planned."""

BELOW: Final = "↓"
ABOVE: Final = "↑"
ENTRY: Final = "›"
CURSOR_BAR: Final = "▌"
MEMBER: Final = "└"
BULLET: Final = "–"
BAR_FULL: Final = "█"
BAR_EMPTY: Final = "░"
"""What is left of a bar that fills; in a chart the lightest bar."""
BAR_HALF: Final = "▒"
BAR_MOST: Final = "▓"
UPPER_HALF: Final = "▀"
LOWER_HALF: Final = "▄"
"""The dark half of a cell in a code that phones scan."""

ALL: Final = frozenset(
    {
        SELECTED,
        LATER,
        NO,
        MARKED,
        DOT,
        SPEAKING,
        SILENT,
        DONE,
        ATTENTION,
        EMPTY,
        OVERDUE,
        DUE_SOON,
        RUNNING,
        STOPPED,
        ON_BREAK,
        REVIEW,
        OVER,
        BELOW,
        ABOVE,
        ENTRY,
        CURSOR_BAR,
        MEMBER,
        BULLET,
        BAR_FULL,
        BAR_EMPTY,
        BAR_HALF,
        BAR_MOST,
        UPPER_HALF,
        LOWER_HALF,
    }
)
"""Every sign, for the test that measures them."""
