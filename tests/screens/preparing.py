"""A house with one meeting in preparation, on a database of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pendulum
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.reactive import var

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.screens.messages import MeetingLeft
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.service.clock import Clock
from socinno_tui.service.exports import Exports
from socinno_tui.service.formats import MeetingFormat, PlannedBox
from socinno_tui.service.library import Library
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.preparation import Preparation
from socinno_tui.store.store import Store
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.prepare_sections import SectionList
from tests.blank_file import blank_file

NOW = pendulum.datetime(2026, 11, 20, 8, 0)
"""A Friday, nine in the morning in Amsterdam."""

CLOCK = Clock(lambda: NOW, "Europe/Amsterdam")

FORMATS = (
    MeetingFormat(
        "hour",
        "One hour",
        60,
        (
            PlannedBox("Welcome", 10, Phase.IDEATION),
            PlannedBox("Ideas", 25, Phase.IDEATION),
            PlannedBox("Choosing", 15, Phase.SELECTION),
            PlannedBox("Agreements", 10, Phase.CLOSING),
        ),
    ),
    MeetingFormat("half", "Half an hour", 30, (PlannedBox("Ideas", 30, Phase.IDEATION),)),
)


class House(ThemedApp[None]):
    meeting: var[Meeting | None] = var(None, always_update=True)

    def __init__(self, opened: OpenMeeting, exports: Exports) -> None:
        super().__init__()
        self.left = False
        self.prepare = PrepareScreen(Preparation(opened), FORMATS, exports, CLOCK)
        self._opened = opened

    def on_mount(self) -> None:
        self._opened.listen(self._changed)
        self.meeting = self._opened.meeting
        self.push_screen(self.prepare.data_bind(House.meeting))

    def on_meeting_left(self, _message: MeetingLeft) -> None:
        self.left = True

    def _changed(self, meeting: Meeting) -> None:
        self.meeting = meeting


@dataclass
class Desk:
    """A preparation screen with hands on it, and what the database holds of its meeting."""

    pilot: Pilot[None]
    house: House
    file: Path
    meeting_id: str
    opened: OpenMeeting
    held_by: OpenMeeting | None

    @property
    def screen(self) -> PrepareScreen:
        return self.house.prepare

    @property
    def place(self) -> int | None:
        """The section the list shows."""
        return self.screen.query_one(SectionList).highlighted

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text where the focus is."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def rush(self, *keys: str) -> None:
        """Press keys faster than the screen takes them in, as a terminal hands them on."""
        for key in keys:
            self.house.post_message(Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        focused = self.screen.focused
        assert focused is not None
        focused.post_message(Paste(text))
        await self.pilot.pause()

    async def go(self, place: int) -> None:
        """Back to the list, and into a section by its number."""
        self.screen.query_one(SectionList).focus()
        await self.press(str(place))

    def field(self, id: str) -> FormField:
        """The field with this id that is on screen now."""
        return next(
            field
            for field in self.screen.query(FormField)
            if field.id == id and field.is_on_screen and field.region
        )

    def note(self, id: str) -> str:
        """What stands under a field."""
        return str(self.field(id).query_one(".note").render())

    def stored(self) -> Meeting:
        """The meeting as another program would find it in the file now."""
        other = Store.open(self.file)
        try:
            return other.meeting(self.meeting_id)
        finally:
            other.close()


@asynccontextmanager
async def a_desk(
    file: Path,
    meeting: Meeting | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    held_elsewhere: bool = False,
) -> AsyncIterator[Desk]:
    """A new meeting, or this one, on the preparation screen."""
    store = Store.open(blank_file(file))
    library = Library(store, CLOCK)
    if meeting is None:
        meeting_id = library.begin()
    else:
        library.put_back(meeting)
        meeting_id = meeting.id
    other_store = Store.open(file)
    other = Library(other_store, CLOCK).open(meeting_id) if held_elsewhere else None
    opened = library.open(meeting_id)
    house = House(opened, Exports(store, CLOCK))
    async with house.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield Desk(pilot, house, file, meeting_id, opened, other)
    opened.release()
    if other is not None:
        other.release()
    other_store.close()
    store.close()
