"""The silent round on the live screen: its keys, and what they ask before they do anything."""

from __future__ import annotations

from enum import Enum

from pendulum import DateTime, Duration
from textual.binding import Binding

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.silent_meeting import expected_table, outside_silence
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.i18n import N_, _, pgettext
from socinno_tui.screens.ask_silent_round import AskSilentRound, RoundAsked
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskChoice, AskYesNo
from socinno_tui.screens.idea_board import IdeaBoard
from socinno_tui.service.clock import Clock
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.wording.phones import comes_now_words
from socinno_tui.wording.silent_round import harvest_over_words

SILENT_KEYS = (
    Binding("f6", "begin_silence", N_("silent round"), id="silent.begin"),
    Binding("f6", "go_on", N_("harvest"), id="silent.begin"),
    # One key and no letter, for the line has the focus: Enter on an empty line never passes.
    Binding("f6", "pass_turn", N_("pass"), id="silent.begin"),
    Binding("1", "write_on(1)", N_("minute more"), id="silent.one_minute"),
    Binding("5", "write_on(5)", N_("minutes more"), id="silent.five_minutes"),
    Binding("ctrl+z", "give_turn_back", N_("one step back"), id="ideas.undo"),
    Binding("escape", "finish_harvest", N_("finish"), id="silent.finish"),
    Binding("escape", "go_on", N_("harvest"), show=False, id="silent.leave_writing"),
    *(
        Binding(key, "keep_silence", show=False, priority=True, id=name)
        for key, name in (
            ("f2", "live.manager"),
            ("f3", "live.room"),
            ("pagedown", "live.clicker_manager"),
            ("pageup", "live.clicker_room"),
        )
    ),
)
"""One key for each next step, whatever the step is.

What is on one key has one name: given another key, all of it goes along.
"""

ONCE_TOO_OFTEN = Duration(seconds=3)
"""So soon after the last pass the key that passed does not begin another round."""

WHILE_WRITING = frozenset({"go_on", "write_on"})
IN_THE_HARVEST = frozenset({"pass_turn", "give_turn_back", "finish_harvest"})
NOT_IN_SILENCE = frozenset(
    {
        "floor",
        "next_manager",
        "change_speaker",
        "topic",
        "next_topic",
        "another_angle",
        # What the silence shows is in large letters itself.
        "room_view",
    }
)


class Next(Enum):
    """What comes after the writing."""

    HARVEST = "harvest"
    ONE_MINUTE = "one minute more"
    FIVE_MINUTES = "five minutes more"
    STOP = "stop"


class HoldsSilence(SocinnoScreen):
    """A screen on which a silent round is held; what it shows of it follows the meeting."""

    _live: LiveMeeting
    _rounds: SilentRounds
    _clock: Clock
    _over_at: DateTime | None = None

    @property
    def silence(self) -> SilentRound | None:
        """The silent round that goes on, if any."""
        return self._live.meeting.silent_round

    def fits_silence(self, action: str) -> bool | None:
        """Whether a key is of use in the silence there is; None where that makes no difference."""
        silence = self.silence
        if action == "begin_silence":
            return silence is None and self._live.meeting.phase is Phase.IDEATION
        if action in WHILE_WRITING:
            return silence is not None and not silence.is_harvest
        if action in IN_THE_HARVEST:
            return silence is not None and silence.is_harvest
        if action == "keep_silence":
            return silence is not None
        return False if action in NOT_IN_SILENCE and silence is not None else None

    def show_silence(self) -> None:
        """Show the writing, the harvest or neither, as the meeting says."""
        silence = self.silence
        self.set_class(silence is not None and not silence.is_harvest, "-writing")
        self.set_class(silence is not None and silence.is_harvest, "-harvest")
        board = self.query_one(IdeaBoard)
        board.in_harvest = silence is not None and silence.is_harvest

    def focus_silence(self, before: Meeting, now: Meeting) -> None:
        """Put the focus where the next key is meant, when another part of the round began."""
        if _part(before) == _part(now):
            return
        if now.silent_round is not None and not now.silent_round.is_harvest:
            self.focus_nothing()
        elif now.phase is Phase.IDEATION:
            self.query_one(IdeaBoard).entry.focus()

    def focus_nothing(self) -> None:
        """Let single keys work, and none of those on the ideas, which are out of sight."""
        self.set_focus(None)
        self.query_one(KeyBar).remove_class("-on-ideas")

    # The writing

    def action_begin_silence(self) -> None:
        def asked(wanted: RoundAsked | None) -> None:
            if wanted is not None:
                self.attempt(lambda: self._rounds.begin(wanted.table, wanted.minutes))

        if self._harvest_just_over():
            return
        if self.attempt(self._rounds.check_beginning):
            self.app.push_screen(AskSilentRound(expected_table(self._live.meeting)), asked)

    def action_write_on(self, minutes: int) -> None:
        self.attempt(lambda: self._rounds.lengthen(minutes))

    def action_go_on(self) -> None:
        """Ask, for pressing twice would otherwise pass the first one's turn."""

        def chosen(following: Next | None) -> None:
            if following is Next.HARVEST:
                self.attempt(self._rounds.harvest)
            elif following is Next.ONE_MINUTE:
                self.action_write_on(1)
            elif following is Next.FIVE_MINUTES:
                self.action_write_on(5)
            elif following is Next.STOP:
                self.attempt(self._rounds.end)

        question = _("Has everyone finished writing?")
        arrivals = PhoneArrivals(self._live.opened)
        by_phone = comes_now_words(len(arrivals.waiting), reads_first=arrivals.reads_first)
        words = f"{question}\n{by_phone}" if by_phone else question
        self.app.push_screen(AskChoice(words, _after_writing()), chosen)

    def action_keep_silence(self) -> None:
        """Say why nobody has the floor."""
        self.attempt(lambda: outside_silence(self._live.meeting))

    # The harvest

    def action_pass_turn(self) -> None:
        if self.attempt(self._rounds.pass_on) and self.silence is None:
            meeting = self._live.meeting
            count = sum(idea.topic_id == meeting.topic.id for idea in meeting.ideas)
            self.say(harvest_over_words(count), lasting=True)
            self._over_at = self._clock.now()

    def _harvest_just_over(self) -> bool:
        """Whether the key may have been pressed once too often: the last pass has just been."""
        if self._over_at is None:
            return False
        return self._clock.now() - self._over_at < ONCE_TOO_OFTEN

    def action_give_turn_back(self) -> None:
        self.query_one(IdeaBoard).action_take_back()

    def action_finish_harvest(self) -> None:
        """Step back within the ideas first, as Escape does; then ask."""
        if self.query_one(IdeaBoard).leave_or_clear():
            return

        def answered(finish: bool | None) -> None:
            if finish:
                self.attempt(self._rounds.end)

        self.app.push_screen(
            AskYesNo(
                _("Has everyone said everything? Then the room has the floor again."),
                _("Yes, finish"),
                _("No, go on"),
            ),
            answered,
        )


def _part(meeting: Meeting) -> tuple[str, bool]:
    silence = meeting.silent_round
    return ("", False) if silence is None else (silence.id, silence.is_harvest)


def _after_writing() -> list[tuple[str, str, Next]]:
    """What can follow, each with its key."""
    harvest = _("On to the harvest: one idea a person, round the table")
    stop = _("Stop without a harvest: the room has the floor")
    return [
        (pgettext("key of harvest", "H"), harvest, Next.HARVEST),
        ("1", _("1 minute more"), Next.ONE_MINUTE),
        ("5", _("5 minutes more"), Next.FIVE_MINUTES),
        (pgettext("key of stop", "S"), stop, Next.STOP),
    ]
