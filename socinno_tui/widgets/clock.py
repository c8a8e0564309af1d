"""How widgets follow the time: it is handed in, and read again at each tick."""

from __future__ import annotations

from collections.abc import Callable

from pendulum import DateTime, Duration
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.wording.plain import SECONDS_BETWEEN_LOOKS, is_plain

Clock = Callable[[], DateTime]
"""Gives the present instant."""

TICK_SECONDS = 0.5
"""How often a clock on screen is read; twice a second, so that no second is skipped."""


def clock_face(duration: Duration) -> str:
    """Minutes and seconds as "03:42"; beyond an hour the minutes go on: "75:00"."""
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    return f"{minutes:02}:{seconds:02}"


def turn_face(duration: Duration) -> str:
    """Minutes and seconds of one turn, short: "0:34"."""
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


class ClockPane(Widget):
    """A widget whose text follows the clock, and that repaints only when its text changes.

    `interval` is the time between two looks at the clock in seconds; 0 is none, for tests.
    """

    meeting: reactive[Meeting | None] = reactive(None, repaint=False)

    def __init__(
        self,
        clock: Clock,
        *,
        interval: float = TICK_SECONDS,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._clock = clock
        self._interval = interval
        self._shown = Content.empty()

    def draw(self, meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
        """What is shown of a meeting at an instant, within so many cells and lines."""
        raise NotImplementedError

    def on_mount(self) -> None:
        if self._interval:
            seconds = SECONDS_BETWEEN_LOOKS if is_plain() else self._interval
            self.set_interval(seconds, self._tick)

    def watch_meeting(self) -> None:
        self.follow()

    def follow(self) -> None:
        """Read the clock, and repaint if that changes the text."""
        if not self._drawn().is_same(self._shown):
            self.refresh()

    def render(self) -> Content:
        self._shown = self._drawn()
        return self._shown

    def _drawn(self) -> Content:
        width, height = self.content_size
        if self.meeting is None or not width or not height:
            return Content.empty()
        return self.draw(self.meeting, self._clock(), width, height)

    def _tick(self) -> None:
        # Beneath a dialog the clock is still in sight; beneath another screen it is not.
        on_top = self.app.screen
        if on_top is self.screen or on_top.is_modal:
            self.follow()
