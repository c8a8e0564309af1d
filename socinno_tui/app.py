"""Composition root: builds the services, holds the meeting on screen, and moves by its phase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from textual.binding import Binding
from textual.reactive import var
from textual.screen import Screen

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.hosting import HostsPhones
from socinno_tui.i18n import N_
from socinno_tui.screens.base import LASTING_SECONDS
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.key_choice import usable
from socinno_tui.screens.key_sections import sections
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.messages import (
    MeetingChosen,
    QuitAsked,
    RegisterAsked,
    WalkAsked,
)
from socinno_tui.screens.palette_app import PaletteApp
from socinno_tui.screens.preferences_unread import unread_words
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.screens.results import ResultsScreen
from socinno_tui.screens.walk import WalkScreen
from socinno_tui.service.clock import Clock
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.service.exports import Exports
from socinno_tui.service.formats import MeetingFormat
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.preparation import Preparation
from socinno_tui.service.register import Register
from socinno_tui.service.results import Results
from socinno_tui.service.walk import FollowUpWalk
from socinno_tui.settings import KeptPreferences
from socinno_tui.store.store import Store
from socinno_tui.terminal import HANGUP, on_end_signals, terminal_is_gone
from socinno_tui.theme import DARK
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.plain import choose_plain, is_plain

HEARTBEAT_SECONDS = 5.0
"""How much of an open talk turn a crash can lose at most."""

LOOK_SECONDS = 1.0
"""How often another window's writing, and the terminal's going, is noticed."""

_HERE = Path(__file__).parent


class SocinnoApp(HostsPhones, PaletteApp):
    """The program on the room's screen."""

    TITLE = "socinno"
    # The default screen is never pushed, so Textual does not load its style sheet by itself.
    CSS_PATH = [_HERE / "app.tcss", _HERE / "screens" / "library.tcss"]
    BINDINGS = [
        Binding("ctrl+q", "quit", N_("Quit"), show=False, priority=True, id="app.quit"),
        Binding(
            "ctrl+c",
            "interrupt",
            N_("Quit"),
            show=False,
            system=True,
            priority=True,
            id="app.interrupt",
        ),
    ]

    # Always, for what was read-only may be held from now on, the meeting being the same.
    meeting: var[Meeting | None] = var(None, always_update=True)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        formats: Sequence[MeetingFormat],
        *,
        theme: str = DARK.name,
        on_theme: Callable[[str], None] | None = None,
        open_first: str = "",
        ticking: bool = True,
        kept: KeptPreferences | None = None,
    ) -> None:
        super().__init__()
        self._kept = kept or KeptPreferences()
        choose_plain(self._kept.value.screen_reader)
        if is_plain():
            self.animation_level = "none"
        self.choose_keys(usable(self._kept.value.keys, [section.scope for section in sections()]))
        self._store = store
        self._clock = clock
        self._library = Library(store, clock)
        self._follow_ups = Register(store, clock)
        self._exports = Exports(store, clock)
        self._formats = tuple(formats)
        self._on_theme = on_theme
        self._open_first = open_first
        self._ticking = ticking
        known = not theme or theme in self.available_themes
        self._unread = unread_words(self._kept, self.chosen_keys, theme_known=known)
        self.theme = theme if theme in self.available_themes else DARK.name

    # Start and end

    def get_default_screen(self) -> Screen[None]:
        return LibraryScreen(self._library, self._clock)

    async def on_mount(self) -> None:
        on_end_signals(self.ended_by_signal)
        self.show_cursor()
        self.theme_changed_signal.subscribe(self, self._theme_chosen)
        if self._ticking:
            self.set_interval(HEARTBEAT_SECONDS, self._beat)
            self.set_interval(LOOK_SECONDS, self._look_around)
            self.follow_phones()
        if self._unread:
            self.call_after_refresh(
                self.notify,
                self._unread,
                severity="warning",
                timeout=LASTING_SECONDS,
                markup=False,
            )
        unclosed = self._open_first or self._library.first_to_open()
        if unclosed:
            self._open(unclosed)
        elif self._follow_ups.pressing() or self._follow_ups.reviews_due():
            await self._stage(
                lambda: FollowUpScreen(self._follow_ups, self._exports, coming_back=True)
            )
        elif not self._kept.value.tour_shown and not self._library.summaries():
            self.welcome()

    async def on_unmount(self) -> None:
        self.leave_cursor()
        await self.phones_gone()
        if self._opened is not None:
            self._opened.release()

    def _theme_chosen(self, _theme: object) -> None:
        if self._on_theme is not None:
            self._on_theme(self.theme)

    # Ticks

    def _beat(self) -> None:
        opened = self._opened
        if opened is None or opened.read_only or opened.meeting.phase not in OPEN_FOR_IDEAS:
            return
        self.quietly(LiveMeeting(opened).beat)

    def _look_around(self) -> None:
        if not self.is_headless and terminal_is_gone():
            self.ended_by_signal(HANGUP)
        if self._opened is not None:
            self.quietly(self._opened.look_again)
            self.call_later(self.look_at_phones)

    # Moving by phase

    def on_meeting_chosen(self, message: MeetingChosen) -> None:
        self._open(message.meeting_id)

    async def on_register_asked(self, message: RegisterAsked) -> None:
        await self._stage(
            lambda: FollowUpScreen(
                self._follow_ups, self._exports, message.meeting_id, said=message.said
            )
        )

    async def show_register(self) -> None:
        await self._stage(lambda: FollowUpScreen(self._follow_ups, self._exports))

    async def on_walk_asked(self, message: WalkAsked) -> None:
        walk = FollowUpWalk(self._store, self._clock, message.meeting_id)
        await self._stage(lambda: WalkScreen(walk))

    async def on_results_asked(self) -> None:
        results = Results(self._store, self._clock)
        await self._stage(lambda: ResultsScreen(results, self._clock))

    async def on_meeting_left(self) -> None:
        self.leave_meeting()

    def leave_meeting(self) -> None:
        if self._is_live():
            self._ask_to_leave(self._back_to_library)
        else:
            self._back_to_library()

    def on_settings_asked(self) -> None:
        self.action_settings()

    def on_quit_asked(self, _message: QuitAsked) -> None:
        self._ask_to_quit()

    def _open(self, meeting_id: str) -> None:
        # First, since the meeting asked for may be the one held now.
        self._release()
        try:
            opened = self._library.open(meeting_id)
        except SocinnoError as error:
            self.notify(words_for(error), severity="error", markup=False)
            return
        self._opened = opened
        opened.listen(self._changed)
        self.meeting = opened.meeting
        self.host_phones_of(opened)
        self.call_later(self._stage, self._screen_of_phase)

    def _changed(self, meeting: Meeting) -> None:
        before = self.meeting
        self.meeting = meeting
        self.phones_see()
        if before is not None and _room_of(before.phase) != _room_of(meeting.phase):
            self.call_later(self._stage, self._screen_of_phase)

    def _screen_of_phase(self) -> Screen[None]:
        # Bound here, in a method of the app: data_bind looks at who is active at the call.
        opened = self._opened
        assert opened is not None
        phase = opened.meeting.phase
        if phase is Phase.PREPARATION:
            prepare = PrepareScreen(Preparation(opened), self._formats, self._exports, self._clock)
            return prepare.data_bind(SocinnoApp.meeting)
        if phase in OPEN_FOR_IDEAS:
            live = LiveScreen(LiveMeeting(opened), self._clock)
            return live.data_bind(SocinnoApp.meeting, SocinnoApp.phones)
        if phase is Phase.CLOSING:
            closing = ClosingScreen(ClosingMeeting(opened), LiveMeeting(opened), self._clock)
            return closing.data_bind(SocinnoApp.meeting)
        return RecapScreen(self._exports, self._clock).data_bind(SocinnoApp.meeting)

    async def _stage(self, make: Callable[[], Screen[None]]) -> None:
        # What was said belongs to the screen that is left.
        self.clear_notifications()
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.push_screen(make())

    def _back_to_library(self) -> None:
        self._release()
        self.call_later(self._show_library)

    async def _show_library(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def _release(self) -> None:
        self.let_phones_go()
        if self._opened is not None:
            self._opened.release()
            self._opened = None
            self.meeting = None


def _room_of(phase: Phase) -> Phase:
    # Collecting ideas and choosing among them happen on one screen.
    return Phase.IDEATION if phase in OPEN_FOR_IDEAS else phase
