"""F1: what this moment in the meeting is for, what one does now, and with which keys."""

from __future__ import annotations

from typing import ClassVar, Generic

from textual.screen import Screen, ScreenResultType

from socinno_tui.i18n import _
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.screens.keys import keys_told
from socinno_tui.widgets.help_pane import HelpText


class Teaches(Screen[ScreenResultType], Generic[ScreenResultType]):
    """A screen or dialog that explains itself when its action `help` is asked for.

    `TEACHES` says, in message ids and in terms of the meeting, what this moment is for.
    """

    TEACHES: ClassVar[HelpText] = HelpText()

    def help_title(self) -> str:
        """What stands above this screen's help."""
        return _("Help")

    def help_text(self) -> HelpText:
        """What this moment in the meeting is for, and what one does now; in message ids."""
        return self.TEACHES

    def full_help(self) -> HelpText:
        """The help in the language chosen, with what can be done here and with which keys."""
        text = self.help_text()
        # Sorting keeps the others in their order.
        keys = sorted(keys_told(self), key=lambda group: group[0] != _(text.lead))
        return HelpText(_(text.moment), tuple(_(one) for one in text.advice), tuple(keys))

    def action_help(self) -> None:
        self.app.push_screen(HelpDialog(self.help_title(), self.full_help()))
