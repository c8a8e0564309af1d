"""The real app on a database of its own, with a clock that is moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pendulum import DateTime
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from socinno_tui.app import SocinnoApp
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.talk import Speaker, with_heartbeat
from socinno_tui.screens.live import LiveScreen
from socinno_tui.service import store_wording  # noqa: F401  (its sentences register here)
from socinno_tui.service.clock import Clock
from socinno_tui.service.library import Library
from socinno_tui.settings import KeptPreferences
from socinno_tui.store.errors import DiskFull
from socinno_tui.store.store import Store
from socinno_tui.widgets.clock import ClockPane
from socinno_tui.widgets.idea_entry import IdeaEntry
from socinno_tui.widgets.idea_feed import IdeaFeed
from socinno_tui.widgets.talk_meter import TalkMeter
from socinno_tui.widgets.time_box import TimeBoxPane
from tests.blank_file import blank_file
from tests.meetings import STARTS_AT, ZONE
from tests.phones import ADDRESSES, NoServer

NORMAL, WIDE = (80, 24), (120, 36)
"""The two sizes that rooms have, in columns and lines."""

TWELVE_MINUTES_ON = STARTS_AT.add(minutes=12)

KEYS = {
    " ": "space",
    "?": "question_mark",
    "#": "number_sign",
    ",": "comma",
    ".": "full_stop",
    "-": "minus",
    "+": "plus",
}
"""Textual's names of the keys that are not their own name."""


@dataclass
class Hands:
    """The clock's hands."""

    at: DateTime = TWELVE_MINUTES_ON

    def now(self) -> DateTime:
        return self.at


class DiskThatFills(Store):
    """A store whose disk is full once `is_full` is set."""

    is_full = False

    def write(self, before: Meeting | None, after: Meeting) -> None:
        if self.is_full:
            raise DiskFull(self.path)
        super().write(before, after)


@dataclass
class House:
    """The app with hands on it, and what the file holds of its meeting."""

    pilot: Pilot[None]
    app: SocinnoApp
    store: DiskThatFills
    hands: Hands
    meeting_id: str

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def feed(self) -> IdeaFeed:
        return self.screen.query_one(IdeaFeed)

    @property
    def entry(self) -> IdeaEntry:
        return self.screen.query_one(IdeaEntry)

    @property
    def notices(self) -> list[str]:
        """What was told in passing and is still in sight."""
        return [notice.message for notice in self.app._notifications]

    @property
    def question(self) -> str:
        """What the dialog on top asks."""
        return str(self.screen.query_one("#question", Static).render())

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text where the focus is."""
        await self.press(*(KEYS.get(letter, letter) for letter in text))

    async def paste(self, text: str) -> None:
        assert self.screen.focused is not None
        self.screen.focused.post_message(Paste(text))
        await self.pilot.pause()

    async def go_to(self, number: int) -> None:
        """Put the focus and the cursor on the idea with this number."""
        self.feed.focus()
        self.feed.highlight(self.stored_idea(number).id)
        await self.pilot.pause()

    async def wait(self, seconds: int) -> None:
        """Let the clock run on, and the clocks on screen be read."""
        self.hands.at = self.hands.at.add(seconds=seconds)
        for pane in self.screen.query(ClockPane):
            pane.follow()
        if isinstance(self.screen, LiveScreen):
            self.screen.look_for_lull()
        await self.pilot.pause()

    def shown(self) -> str:
        """The screen as text, a line for each of its lines."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)

    def stored(self) -> Meeting:
        """The meeting as another program would find it in the file now."""
        other = Store.open(self.store.path)
        try:
            return other.meeting(self.meeting_id)
        finally:
            other.close()

    def stored_idea(self, number: int) -> Idea:
        """One idea in the file, by its number."""
        return next(idea for idea in self.stored().ideas if idea.number == number)

    def texts(self) -> list[str]:
        """The texts of the ideas in the file, in order of number."""
        return [idea.text for idea in self.stored().ideas]


@asynccontextmanager
async def a_house(
    file: Path,
    *meetings: Meeting,
    size: tuple[int, int] = NORMAL,
    hands: Hands | None = None,
    opens: bool = True,
    kept: KeptPreferences | None = None,
) -> AsyncIterator[House]:
    """The app on these meetings (put in the file where they are not yet), the last one open."""
    hands = hands or Hands()
    clock = Clock(hands.now, ZONE)
    store = DiskThatFills.open(blank_file(file))
    assert isinstance(store, DiskThatFills)
    library = Library(store, clock)
    known = {summary.id for summary in library.summaries()}
    for meeting in meetings:
        if meeting.id not in known:
            library.put_back(_heard_until(meeting, hands.at))
    meeting_id = meetings[-1].id
    app = SocinnoApp(
        store,
        clock,
        (),
        open_first=meeting_id if opens else "",
        ticking=False,
        kept=kept,
    )
    app.answers_phones = NoServer
    app.own_addresses = lambda: ADDRESSES
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield House(pilot, app, store, hands, meeting_id)
    finally:
        store.close()


def speaker(house: House) -> Speaker | None:
    """Who has the floor, in the file."""
    last = house.stored().turns[-1]
    return last.speaker if last.ended_at is None else None


def meter(house: House) -> str:
    """What the talk meter says."""
    return house.screen.query_one(TalkMeter).render().plain


def time_box(house: House) -> str:
    """What the time-box says."""
    return house.screen.query_one(TimeBoxPane).render().plain


def _heard_until(meeting: Meeting, now: DateTime) -> Meeting:
    # Otherwise the program would take the silence since the meeting began for a break.
    return replace(meeting, turns=with_heartbeat(meeting.turns, now))
