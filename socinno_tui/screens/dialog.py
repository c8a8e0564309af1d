"""What every dialog has: a frame in the lower half of the screen, and its field for one line."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.screen import ModalScreen

from socinno_tui.screens.keys import Bindings, translated

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], Generic[Answer]):
    """A frame at the bottom of the screen with a question, and whatever answers it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    AUTO_FOCUS = "*"
    DEFAULT_CSS = """
    Dialog {
        align: center bottom;
        background: $background 30%;
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
