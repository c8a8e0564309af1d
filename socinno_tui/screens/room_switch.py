"""F9: the same meeting in large letters for the room, and back, with every key still alive."""

from __future__ import annotations

from textual.binding import Binding
from textual.reactive import var

from socinno_tui.i18n import N_
from socinno_tui.screens.base import SocinnoScreen

ROOM_KEY = Binding("f9", "room_view", N_("room view"), id="room.switch")
"""For the BINDINGS of each such screen, after its own: the bar of keys shows them in that order."""


class WithRoomView(SocinnoScreen):
    """A screen with a `RoomView` on it, which takes the place of what its style sheet hides while
    the screen has the class `-room`.
    """

    room_shown: var[bool] = var(False)

    def action_room_view(self) -> None:
        self.room_shown = not self.room_shown

    def watch_room_shown(self, shown: bool) -> None:
        self.set_class(shown, "-room")
        if self.is_mounted:
            self.room_view_switched()

    def room_view_switched(self) -> None:
        """Put the focus where it is wanted now: what had it may be hidden."""

    def leave_room_view(self) -> bool:
        """Go back to the facilitator's own picture. Whether the room view was on."""
        was_on = self.room_shown
        self.room_shown = False
        return was_on
