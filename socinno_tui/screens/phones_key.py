"""F7: the panel of phones over a screen, and what the screen itself shows of them."""

from __future__ import annotations

from textual.binding import Binding
from textual.reactive import var

from socinno_tui.domain.phones_now import PhonesNow, Serving
from socinno_tui.i18n import N_, _
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.phone_messages import PhonesAsked

PHONES_KEY = Binding("f7", "phones", N_("phones"), id="live.phones")
"""For the BINDINGS of each such screen: the bar of keys shows them in that order."""


class WithPhones(SocinnoScreen):
    """A screen of a meeting into which phones can come."""

    phones: var[PhonesNow] = var(PhonesNow())

    def action_phones(self) -> None:
        if self.phones.serving is Serving.ANOTHER_WINDOW:
            self.say(
                _("The window that has this meeting open has its phones too: open them there.")
            )
        else:
            self.post_message(PhonesAsked())
