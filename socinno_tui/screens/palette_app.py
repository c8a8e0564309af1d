"""The command palette, and what it offers of the program itself, whichever screen is shown."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from socinno_tui.i18n import _
from socinno_tui.screens.commands import Commands
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.key_sections import sections
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.settings import SettingsScreen
from socinno_tui.screens.teaching import Teaches
from socinno_tui.screens.touring_app import TouringApp


class PaletteApp(TouringApp):
    """An app with a palette; a command that is of no use on a screen is not offered there."""

    COMMANDS = {Commands}

    def leave_meeting(self) -> None:
        """Leave the screen for the list of all meetings; one that is going on asks first."""
        raise NotImplementedError

    async def show_register(self) -> None:
        """Show the agreements of all meetings."""
        raise NotImplementedError

    def action_settings(self) -> None:
        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self._kept, sections()))

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(
                CommandPalette(placeholder=_("What would you like to do?"), id="--command-palette")
            )

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield from self._of_any_screen(screen)
        yield from self._elsewhere(screen)
        yield from self._of_learning()
        yield SystemCommand(_("Quit"), _("Leave the program"), self._ask_to_quit)

    def _of_any_screen(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand(
            _("Theme"),
            _("Choose the colours: dark room, light room, or another"),
            self.action_change_theme,
        )
        if isinstance(screen, Teaches):
            yield SystemCommand(
                _("Help"),
                _("What one does on this screen, and with which keys"),
                screen.action_help,
            )
        if not isinstance(screen, SettingsScreen):
            yield SystemCommand(
                _("Settings"),
                _("The language, the colours, a screen reader, and which key does what"),
                self.action_settings,
            )

    def _elsewhere(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if not (self._is_closing() or isinstance(screen, LibraryScreen)):
            yield SystemCommand(
                _("All meetings"),
                _("Leave this screen for the list of all meetings"),
                self.leave_meeting,
            )
        if not (self._holds_on or isinstance(screen, FollowUpScreen)):
            yield SystemCommand(
                _("Agreements"),
                _("The agreements of all meetings, the most pressing first"),
                self.show_register,
            )

    def _of_learning(self) -> Iterable[SystemCommand]:
        yield SystemCommand(
            _("How a meeting goes"),
            _("Three steps: the question, the room thinks along, the agreements"),
            self.action_tour,
        )
        if not self._holds_on:
            yield SystemCommand(
                _("Example meeting"),
                _("Look around in it, apart from your own meetings; leaving it comes back here"),
                self.action_example,
            )
