"""What is said at the start of preferences that mean nothing here: one sentence, and it goes on."""

from __future__ import annotations

from collections.abc import Mapping

from socinno_tui.i18n import _
from socinno_tui.settings import KeptPreferences

NAMED = 3
"""So many names fit in a sentence that is read in passing."""


def unread_words(kept: KeptPreferences, used: Mapping[str, str], *, theme_known: bool) -> str:
    """One sentence on what was passed over; empty when everything is understood.

    `used` are the keys that could be given, of those that were chosen.
    """
    if kept.unread.whole:
        return _("preferences.toml cannot be read: everything is as it was at first.")
    names = [*kept.unread.names, *(name for name in kept.value.keys if name not in used)]
    if not theme_known:
        names.append("theme")
    if not names:
        return ""
    told = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    return _("In preferences.toml this was passed over: {names}.").format(names=told)
