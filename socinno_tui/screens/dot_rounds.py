"""A round of dots on the live screen, from its first question to the dots in the feed."""

from __future__ import annotations

from collections.abc import Callable

from socinno_tui.i18n import _
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.count_dots import CountDots
from socinno_tui.screens.counting_dialog import CountingLeft
from socinno_tui.screens.dot_round_dialogs import AskRound, RoundWanted
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.wording.keys import key_for


class DotRounds:
    """Asks what a round begins with, and counts; `opened` is called when all dots are shown."""

    def __init__(
        self, live: LiveMeeting, host: Callable[[], SocinnoScreen], opened: Callable[[], None]
    ) -> None:
        self._live = live
        self._counting = DotCounting(live.opened)
        self._host = host
        self._opened = opened

    @property
    def is_on(self) -> bool:
        """Whether dots are being counted, also while the counting is left for now."""
        return self._live.meeting.dot_round is not None

    def go_on(self, idea_id: str = "") -> None:
        """Begin a round, or count on: at this idea, or else where the first is not counted yet."""
        begun = self._live.meeting.dot_round
        if begun is None:
            self._ask()
            return
        if begun.topic_id != self._live.meeting.topic.id:
            self._host().attempt(lambda: self._live.switch_topic(begun.topic_id))
        self._host().app.push_screen(CountDots(self._counting, idea_id), self._left)

    def _ask(self) -> None:
        proposed = self._counting.proposed()
        if not proposed.ideas:
            self._host().say(_("There are no ideas to give dots to yet."))
            return

        def answered(wanted: RoundWanted | None) -> None:
            if wanted is not None and self._host().attempt(lambda: self._begin(wanted)):
                self.go_on()

        self._host().app.push_screen(AskRound(proposed), answered)

    def _begin(self, wanted: RoundWanted) -> None:
        self._counting.begin(
            wanted.people,
            wanted.dots_each,
            stacked=wanted.stacked,
            managers_too=wanted.managers_too,
        )

    def _left(self, how: CountingLeft | None) -> None:
        if how is CountingLeft.OPENED:
            self._opened()
        elif how is CountingLeft.STOPPED:
            sentence = _("The round is stopped. {key} brings it back, counts and all.")
            self._host().say(sentence.format(key=key_for("ideas.undo", "ctrl+z")))
