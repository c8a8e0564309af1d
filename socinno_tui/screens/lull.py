"""When ideas stop coming: another angle is suggested in the line they are typed in."""

from __future__ import annotations

from socinno_tui.domain.lull import Lull, may_suggest
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.idea_board import IdeaBoard
from socinno_tui.service.clock import Clock
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.wording.angles import angle_words


class SuggestsAngles(SocinnoScreen):
    """A screen on which ideas come in, or stop coming."""

    _live: LiveMeeting
    _clock: Clock
    _lull: Lull

    def look_for_lull(self) -> None:
        """Suggest another angle once it has been quiet for long enough."""
        meeting = self._live.meeting
        if may_suggest(meeting):
            self._see(self._lull.at(self._clock.now(), meeting.breaks))

    def look_for_ideas(self) -> None:
        """Take a suggestion away once an idea has come in."""
        self._see(self._lull.seen(self._live.meeting, self._clock.now()))

    def put_angle_away(self) -> bool:
        """Take the suggestion away, if there is one. Whether there was."""
        if not self.query_one(IdeaBoard).entry.angle:
            return False
        self._see(self._lull.put_away(self._clock.now()))
        return True

    def action_another_angle(self) -> None:
        self._see(self._lull.with_another())

    def _see(self, lull: Lull) -> None:
        self._lull = lull
        angle = lull.angle if may_suggest(self._live.meeting) else None
        self.query_one(IdeaBoard).entry.angle = "" if angle is None else angle_words(angle)
