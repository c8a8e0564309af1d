"""What every dialog has: a frame in the lower half of the screen, and its field for one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from socinno_tui.screens.keys import Bindings, translated
from socinno_tui.screens.window import KeepsToWindow

Answer = TypeVar("Answer")


class BeneathDialogs(Screen[None]):
    """A screen with keys that keep working while a dialog lies over it."""

    KEYS_BENEATH: ClassVar[Mapping[str, str]] = {}
    """The action of each such key; a dialog that needs a key itself takes it first."""


class Dialog(ModalScreen[Answer], KeepsToWindow[Answer], Generic[Answer]):
    """A frame at the bottom of the screen with a question, and whatever answers it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (80, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    AUTO_FOCUS = "*"
    DEFAULT_CSS = """
    Dialog {
        align: center bottom;
        background: transparent;
    }
    Dialog #frame {
        width: 100%;
        height: auto;
        max-height: 100%;
        padding: 1 2;
        background: $panel;
        border-left: outer $focus;
        overflow-y: auto;
    }
    Dialog #question {
        height: auto;
        margin-bottom: 1;
        text-style: bold;
    }
    Dialog .hint {
        height: auto;
        margin-top: 1;
        color: $quiet;
    }
    Dialog.-low #frame {
        padding: 0 2;
    }
    Dialog.-low #question, Dialog.-low .hint {
        margin: 0;
    }
    """

    @property
    def active_bindings(self) -> Bindings:
        return translated(super().active_bindings)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Give an answer: the first one counts. Keys pressed before the dialog was gone would
        otherwise answer for it again, and take away the screen beneath.
        """
        if self.app.screen is self:
            return super().dismiss(result)
        return AwaitComplete()

    @on(events.Key)
    async def let_key_through(self, event: events.Key) -> None:
        """Let the screen beneath have the keys that it needs at any moment."""
        screens = self.app.screen_stack
        if self not in screens:
            return
        # A dialog may lie over another one.
        for beneath in reversed(screens[: screens.index(self)]):
            if isinstance(beneath, BeneathDialogs):
                # The person may have given the action another key.
                found = beneath.active_bindings.get(event.key)
                if found is not None and found.binding.action in beneath.KEYS_BENEATH.values():
                    event.stop()
                    await beneath.run_action(found.binding.action)
                return
