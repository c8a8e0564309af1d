"""Asks how one leaves a meeting that is going on."""

from __future__ import annotations

from enum import Enum

from socinno_tui.i18n import _, pgettext
from socinno_tui.screens.dialogs import AskChoice


class WayOut(Enum):
    """How one leaves a meeting that is going on."""

    BREAK = "break"
    CLOSING = "closing"


class AskWayOut(AskChoice[WayOut]):
    """Asks to choose one of the ways out."""

    def __init__(self) -> None:
        super().__init__(
            _("The meeting is going on. What would you like to do?"),
            [
                (
                    pgettext("key of break", "B"),
                    _("Take a break: it goes on just here"),
                    WayOut.BREAK,
                ),
                (
                    pgettext("key of closing", "C"),
                    _("On to closing: owners and dates"),
                    WayOut.CLOSING,
                ),
            ],
        )
