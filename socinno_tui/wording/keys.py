"""Keys as a person reads them, and the ones chosen in the settings instead of our own.

What was chosen holds for the whole program, as the language does: a sentence that names a key asks
`key_for` which one it is now.
"""

from __future__ import annotations

from collections.abc import Mapping

from socinno_tui.i18n import _

_chosen: dict[str, str] = {}


def name_keys(chosen: Mapping[str, str]) -> None:
    """From here on sentences name these keys (Textual's names) for the actions with these names."""
    _chosen.clear()
    _chosen.update(chosen)


def key_for(action: str, first: str) -> str:
    """The key of an action such as `live.room`; `first` is the one it has unless one was chosen."""
    return key_name(_chosen.get(action, first))


def key_name(key: str) -> str:
    """A key as it is printed on the keyboard, from Textual's name for it."""
    names = {
        "escape": _("Esc"),
        "enter": _("Enter"),
        "space": _("Space"),
        "tab": _("Tab"),
        "shift+tab": _("Shift+Tab"),
        "pageup": _("PgUp"),
        "pagedown": _("PgDn"),
        "home": _("Home"),
        "end": _("End"),
        "delete": _("Del"),
        "backspace": _("Backspace"),
        "up": "↑",
        "down": "↓",
        "left": "←",
        "right": "→",
        "question_mark": "?",
        "full_stop": ".",
        "comma": ",",
        "slash": "/",
        "plus": "+",
        "minus": "-",
        "asterisk": "*",
        "equals_sign": "=",
    }
    if key in names:
        return names[key]
    modifier, plus, last = key.rpartition("+")
    if plus:
        name = last.upper() if len(last) == 1 else key_name(last)
        return f"{modifier.title()}+{name}"
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key
