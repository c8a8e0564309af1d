"""What a first start offers: the example meeting, and three steps that say how a meeting goes."""

from __future__ import annotations

from enum import Enum

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from socinno_tui.i18n import N_, _, pgettext
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.dialogs import AskChoice
from socinno_tui.screens.tour_pictures import pictures

STEPS = (
    (
        N_("The question"),
        N_(
            "A meeting is about one clear question, with what falls outside it and what should "
            "come of it. You prepare it beforehand; during the meeting it stands at the top, "
            "where the whole room reads it."
        ),
    ),
    (
        N_("The room thinks along"),
        N_(
            "You type each idea as it was said, without a name. A meter shows how long the manager "
            "speaks, so that the room does most of the talking. Then the room chooses."
        ),
    ),
    (
        N_("Agreements with an owner and a date"),
        N_(
            "The meeting ends when every idea that was chosen has one owner and a date. Weeks "
            "later the program shows what became of them, and you look again together."
        ),
    ),
)
"""The title and the words of each step."""


class FirstWay(Enum):
    """How one can begin."""

    EXAMPLE = "example"
    TOUR = "tour"
    BEGIN = "begin"


class AskFirstWay(AskChoice[FirstWay]):
    """Welcomes who has no meetings yet; Escape begins at once."""

    def __init__(self) -> None:
        super().__init__(
            _("Welcome. How would you like to begin?"),
            [
                (
                    pgettext("key of three steps", "T"),
                    _("In three steps: how a meeting goes"),
                    FirstWay.TOUR,
                ),
                (
                    _example_key(),
                    _("Look around in an example meeting"),
                    FirstWay.EXAMPLE,
                ),
                (pgettext("key of begin", "B"), _("Begin at once"), FirstWay.BEGIN),
            ],
        )


class Tour(Dialog[FirstWay | None]):
    """Three steps, one at a time, each with a picture; gives how one goes on at its end.

    Escape gives none. The example is one of the ways where `offers_example` says so.
    """

    DEFAULT_CSS = """
    Tour #text {
        height: 5;
    }
    Tour #picture {
        height: 3;
        margin-top: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """
    BINDINGS = [
        Binding("enter,right,space", "step(1)", N_("further"), show=False, id="tour.further"),
        Binding("left,backspace", "step(-1)", N_("previous"), show=False, id="tour.previous"),
        Binding("escape,q", "leave", N_("close"), show=False, id="tour.leave"),
    ]

    def __init__(self, *, offers_example: bool = False) -> None:
        super().__init__()
        self._offers_example = offers_example
        self._place = 0

    def compose(self) -> ComposeResult:
        with Container(id="frame"):
            yield Static(id="question")
            yield Static(id="text")
            yield Static(id="picture")
            yield Static(id="hint", classes="hint")

    def on_mount(self) -> None:
        self._show()

    def on_key(self, event: events.Key) -> None:
        letter = (event.character or "").lower()
        if self._is_last and self._offers_example and letter == _example_key().lower():
            event.stop()
            self.dismiss(FirstWay.EXAMPLE)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_step(1)

    def action_step(self, way: int) -> None:
        self._place = max(0, self._place + way)
        if self._place == len(STEPS):
            self.dismiss(FirstWay.BEGIN)
        else:
            self._show()

    def action_leave(self) -> None:
        self.dismiss(None)

    @property
    def _is_last(self) -> bool:
        return self._place == len(STEPS) - 1

    def _hint(self) -> str:
        if not self._is_last:
            return _("Enter: further · Esc: begin at once")
        if not self._offers_example:
            return _("Enter: begin · ←: back")
        return _("Enter: begin · {key}: to the example · ←: back").format(key=_example_key())

    def _show(self) -> None:
        title, words = STEPS[self._place]
        number = _("{place} of {count} · {title}")
        self.query_one("#question", Static).update(
            Content(number.format(place=self._place + 1, count=len(STEPS), title=_(title)))
        )
        self.query_one("#text", Static).update(Content(_(words)))
        self.query_one("#picture", Static).update(pictures()[self._place])
        self.query_one("#hint", Static).update(Content(self._hint()))


def _example_key() -> str:
    return pgettext("key of example", "E")
