"""The second window: it follows a meeting on the projector, and leaves the file as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.app import SystemCommand
from textual.binding import Binding
from textual.reactive import var
from textual.screen import Screen

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.i18n import N_, _
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.calm_app import CalmApp
from socinno_tui.screens.room import RoomScreen
from socinno_tui.service.following import Following
from socinno_tui.terminal import HANGUP, on_end_signals, terminal_is_gone
from socinno_tui.theme import DARK, LIGHT

LOOK_SECONDS: Final = 0.15
"""How often is looked whether another window wrote: 7 µs, and soon enough to seem at once."""

TERMINAL_SECONDS: Final = 1.0


class RoomApp(CalmApp):
    """Shows what is followed; there is nothing to do in it but to quit and choose the colours."""

    TITLE = "socinno"
    BINDINGS = [
        Binding("ctrl+q", "quit", N_("Quit"), show=False, priority=True, id="app.quit"),
        Binding(
            "ctrl+c",
            "quit",
            N_("Quit"),
            show=False,
            system=True,
            priority=True,
            id="app.quit_too",
        ),
    ]

    meeting: var[Meeting | None] = var(None)
    is_left_alone: var[bool] = var(False)
    phones: var[PhonesNow] = var(PhonesNow())

    def __init__(
        self, following: Following, *, theme: str = DARK.name, ticking: bool = True
    ) -> None:
        super().__init__()
        self._following = following
        self._ticking = ticking
        self.theme = theme if theme in self.available_themes else DARK.name

    async def on_mount(self) -> None:
        on_end_signals(self.ended_by_signal)
        if self._ticking:
            self.set_interval(LOOK_SECONDS, self.look)
            self.set_interval(TERMINAL_SECONDS, self._see_to_terminal)
        self.look()
        # Bound here, in a method of the app: data_bind looks at who is active at the call.
        screen = RoomScreen(self._following.clock)
        screen.data_bind(RoomApp.meeting, RoomApp.is_left_alone, RoomApp.phones)
        await self.push_screen(screen)

    def look(self) -> None:
        """Show what another window has written since."""
        if self._following.look():
            self.meeting = self._following.meeting
            self.is_left_alone = self._following.is_left_alone
            self.phones = self._following.phones

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand(
            _("Theme"),
            _("Choose the colours: dark room, light room, or another"),
            self.action_change_theme,
        )
        if isinstance(screen, SocinnoScreen):
            yield SystemCommand(
                _("Help"),
                _("What one does on this screen, and with which keys"),
                screen.action_help,
            )
        yield SystemCommand(_("Quit"), _("Leave the program"), self.exit)

    def action_switch_theme(self) -> None:
        """The other of the two themes: the light on a projector is another than on a laptop."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def _see_to_terminal(self) -> None:
        if not self.is_headless and terminal_is_gone():
            self.ended_by_signal(HANGUP)
