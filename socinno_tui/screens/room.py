"""The room's own screen: the meeting that another window runs, to be read and no more."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive, var
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.service.clock import Clock
from socinno_tui.widgets.block_letters import block_letters
from socinno_tui.widgets.clock import TICK_SECONDS
from socinno_tui.widgets.fitting import one_line, shortened, wrapped
from socinno_tui.widgets.room_view import RoomView

PROGRAM: Final = "socinno"
"""What stands there large while nothing has a title yet."""


class Waiting(Widget):
    """What stands there until a meeting begins: its title if it has one, and one calm sentence."""

    meeting: reactive[Meeting | None] = reactive(None)

    def render(self) -> Content:
        return Content("\n").join(waiting_lines(self.meeting, *self.content_size))


def waiting_lines(meeting: Meeting | None, width: int, height: int) -> list[Content]:
    """What is waited for, as large as fits, within so many cells and lines."""
    sentence = _("The meeting begins here in a moment.")
    title = one_line(meeting.title if meeting is not None else "") or PROGRAM
    below = wrapped(Content.styled(sentence, "$quiet"), width, height)
    large = _large(title, width, height - len(below) - 1)
    return [*large, Content.empty(), *below]


def _large(text: str, width: int, height: int) -> list[Content]:
    rows = block_letters(text, width, height)
    if rows is None:
        return wrapped(Content.styled(text, "bold $question"), width, height)
    return [Content.styled(row, "bold $question") for row in rows]


class LeftAlone(Widget):
    """One quiet line, there only while nobody keeps the meeting."""

    def render(self) -> Content:
        told = _("The facilitator's screen is closed: this is how it stood.")
        return shortened(Content.styled(told, "$quiet"), self.content_size.width)


class WayIn(Widget):
    """One line, there only while phones come in: for who has not scanned the code yet."""

    phones: reactive[PhonesNow] = reactive(PhonesNow())

    def watch_phones(self, now: PhonesNow) -> None:
        self.set_class(now.is_open, "-shown")

    def render(self) -> Content:
        told = _("Join with your phone: {place} · code {code}")
        words = told.format(place=self.phones.place, code=self.phones.code)
        return shortened(Content.styled(words, "bold $question"), self.content_size.width)


class RoomScreen(SocinnoScreen):
    """The room view on a projector, while the facilitator's own screen stays on the laptop."""

    CSS_PATH = "room.tcss"
    TEACHES = help_texts.ROOM
    BINDINGS = [
        Binding("t", "app.switch_theme", N_("dark or light"), id="room.theme"),
        Binding("q", "app.quit", N_("Quit"), id="room.quit"),
    ]

    meeting: var[Meeting | None] = var(None)
    is_left_alone: var[bool] = var(False)
    phones: var[PhonesNow] = var(PhonesNow())

    def __init__(self, clock: Clock, *, tick: float = TICK_SECONDS) -> None:
        super().__init__()
        self._clock = clock
        self._tick = tick

    def compose(self) -> ComposeResult:
        yield Waiting().data_bind(RoomScreen.meeting)
        yield RoomView(self._clock.now, interval=self._tick).data_bind(RoomScreen.meeting)
        yield LeftAlone()
        yield WayIn().data_bind(RoomScreen.phones)

    def watch_meeting(self, meeting: Meeting | None) -> None:
        waits = meeting is None or meeting.phase is Phase.PREPARATION
        self.set_class(waits, "-waiting")

    def watch_is_left_alone(self, alone: bool) -> None:
        self.set_class(alone, "-left-alone")
