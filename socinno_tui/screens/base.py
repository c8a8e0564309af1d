"""What every screen has: keys in the person's language, help, and one way to say something."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from textual import events, on
from textual.binding import Binding
from textual.geometry import Size
from textual.types import NoActiveAppError

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.i18n import N_
from socinno_tui.screens.chosen_keys import AnswersChosenKeys, chosen_keys_of
from socinno_tui.screens.keys import Bindings, in_their_order, key_of, translated
from socinno_tui.screens.teaching import Teaches
from socinno_tui.screens.window import KeepsToWindow
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.plain import is_plain

Severity = Literal["information", "warning", "error"]

LASTING_SECONDS = 30.0
"""How long a notice stays that a room talks about; a click puts it away."""


class SocinnoScreen(AnswersChosenKeys[None], KeepsToWindow[None], Teaches[None]):
    """A screen of socinno. BINDINGS hold message ids, and show in the language chosen.

    The classes `-narrow` / `-wide` and `-low` / `-tall` follow the terminal's size.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS = [
        Binding("f1", "help", N_("help"), id="help.show"),
        Binding("question_mark", "help", N_("help"), show=False, id="help.show_sign"),
    ]

    def __init__(self) -> None:
        super().__init__()
        if is_plain():
            # Nothing side by side: a reader goes along whole lines.
            vars(self)["HORIZONTAL_BREAKPOINTS"] = [(0, "-narrow")]
        self._is_styled = False
        # The classes of the size are there before anything is styled: given at the first resize,
        # they would have all of it styled once more before it is painted.
        with suppress(NoActiveAppError):
            self._be_of_size(self.app.size)

    @on(events.ScreenResume)
    def _style_no_second_time(self, event: events.ScreenResume) -> None:
        # What was mounted a moment ago needs no styling either; what was left may.
        event.refresh_styles = self._is_styled
        self._is_styled = True

    def _be_of_size(self, size: Size) -> None:
        for cells, breakpoints in (
            (size.width, self.HORIZONTAL_BREAKPOINTS or []),
            (size.height, self.VERTICAL_BREAKPOINTS or []),
        ):
            reached = [point for point in breakpoints if point[0] <= cells]
            if reached:
                self.add_class(max(reached)[1], update=False)

    @property
    def active_bindings(self) -> Bindings:
        return translated(in_their_order(super().active_bindings, chosen_keys_of(self.app)))

    def key_of(self, name: str) -> str:
        """The first key of an action of this screen, by its name, as it stands on the keyboard."""
        return key_of(self, name)

    def say(
        self, sentence: str, severity: Severity = "information", *, lasting: bool = False
    ) -> None:
        """Tell the person something, in passing; what is in it is never read as markup.

        What a room talks about meanwhile is `lasting`: it stays half a minute, or until something
        else is said.
        """
        # One notice at a time: a pile of them would hide what the room reads.
        self.app.clear_notifications()
        seconds = LASTING_SECONDS if lasting else None
        self.notify(sentence, severity=severity, timeout=seconds, markup=False)

    def attempt(self, call: Callable[[], object]) -> bool:
        """Do something that may be refused; say why if it was. Whether it was done."""
        try:
            call()
        except SocinnoError as error:
            self.say(words_for(error), "warning")
            return False
        return True
