"""The room view: the meeting in letters as large as the window allows, for who sits at the back."""

from __future__ import annotations

from typing import Final

from pendulum import DateTime
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from socinno_tui.domain.meeting import Meeting
from socinno_tui.widgets.clock import TICK_SECONDS, Clock, ClockPane
from socinno_tui.widgets.room_agreements import RoomAgreements, RoomRecap
from socinno_tui.widgets.room_clocks import RoomClocks
from socinno_tui.widgets.room_ideas import RoomIdeas
from socinno_tui.widgets.room_part import BETWEEN, Moment, RoomPart, shared_heights
from socinno_tui.widgets.room_question import RoomQuestion
from socinno_tui.widgets.room_silence import RoomSilence

PARTS: Final[tuple[RoomPart, ...]] = (
    RoomQuestion(),
    RoomClocks(),
    RoomSilence(),
    RoomIdeas(),
    RoomAgreements(),
    RoomRecap(),
)
"""What can stand on the room's screen, from top to bottom; what comes first grows first."""


def room_heights(meeting: Meeting, width: int, height: int) -> tuple[int, ...]:
    """How high each of PARTS stands on a screen of this size; 0 is not at all."""
    return shared_heights([part.heights(meeting, width, height) for part in PARTS], height)


def room_lines(meeting: Meeting, moment: Moment, width: int, height: int) -> list[Content]:
    """All of the room view: at most `height` lines of at most `width` cells."""
    lines: list[Content] = []
    for part, given in zip(PARTS, room_heights(meeting, width, height), strict=True):
        if given:
            lines += [Content.empty()] * (BETWEEN if lines else 0)
            drawn = part.draw(meeting, moment, width, given)
            lines += [*drawn, *[Content.empty()] * (given - len(drawn))]
    return lines


class PartPane(ClockPane):
    """One part of the room view, which repaints only when its own text changes."""

    def __init__(self, part: RoomPart, clock: Clock, *, interval: float = TICK_SECONDS) -> None:
        super().__init__(clock, interval=interval)
        self._part = part

    def draw(self, meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
        moment = Moment(now, now.in_timezone(meeting.zone).date())
        return Content("\n").join(self._part.draw(meeting, moment, width, height))


class RoomView(Vertical):
    """All parts under each other, each as high as there is room for."""

    DEFAULT_CSS = """
    RoomView {
        height: 1fr;
        padding: 0 2;
        overflow: hidden;
    }
    RoomView PartPane {
        display: none;
    }
    """

    meeting: var[Meeting | None] = var(None)

    def __init__(self, clock: Clock, *, interval: float = TICK_SECONDS) -> None:
        super().__init__()
        self._clock = clock
        self._interval = interval

    def compose(self) -> ComposeResult:
        for part in PARTS:
            pane = PartPane(part, self._clock, interval=self._interval)
            yield pane.data_bind(RoomView.meeting)

    def watch_meeting(self) -> None:
        self._share_out()

    def on_resize(self) -> None:
        self._share_out()

    def _share_out(self) -> None:
        width, height = self.content_size
        if self.meeting is None or not width or not height:
            return
        heights = room_heights(self.meeting, width, height)
        above = 0
        for pane, given in zip(self.query(PartPane), heights, strict=True):
            pane.display = given > 0
            pane.styles.height = given
            pane.styles.margin = (BETWEEN if given and above else 0, 0, 0, 0)
            above += given
