"""A house with meetings on its shelf: the library or the register, with hands on it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.meeting import Meeting
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.messages import (
    MeetingChosen,
    MeetingLeft,
    QuitAsked,
    RegisterAsked,
    ResultsAsked,
    WalkAsked,
)
from socinno_tui.service.exports import Exports
from socinno_tui.service.library import Library
from socinno_tui.service.register import Register
from socinno_tui.store.store import Store
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.row_list import RowList
from tests.agreements import CLOCK
from tests.blank_file import blank_file

# Its sentences on what the file refuses register when it is imported.
import_module("socinno_tui.service.store_wording")


class House(ThemedApp[None]):
    """Remembers what the screen asked of the app."""

    def __init__(self, first: Screen[None]) -> None:
        super().__init__()
        self.first = first
        self.asked: list[Message] = []

    def on_mount(self) -> None:
        self.push_screen(self.first)

    def on_meeting_chosen(self, message: MeetingChosen) -> None:
        self.asked.append(message)

    def on_meeting_left(self, message: MeetingLeft) -> None:
        self.asked.append(message)

    def on_register_asked(self, message: RegisterAsked) -> None:
        self.asked.append(message)

    def on_results_asked(self, message: ResultsAsked) -> None:
        self.asked.append(message)

    def on_walk_asked(self, message: WalkAsked) -> None:
        self.asked.append(message)

    def on_quit_asked(self, message: QuitAsked) -> None:
        self.asked.append(message)


@dataclass
class Shelf:
    """A screen with hands on it, and what the file holds."""

    pilot: Pilot[None]
    house: House
    file: Path
    store: Store

    @property
    def screen(self) -> Screen[None]:
        return self.house.first

    @property
    def rows(self) -> RowList:
        return self.screen.query_one(RowList)

    @property
    def ids(self) -> list[str | None]:
        """What is listed, from the top."""
        return [option.id for option in self.rows.options]

    @property
    def row(self) -> str:
        """The row under the cursor."""
        option = self.rows.highlighted_option
        return "" if option is None else str(option.prompt)

    @property
    def notices(self) -> list[str]:
        return [notice.message for notice in self.house._notifications]

    @property
    def asked(self) -> list[Message]:
        return self.house.asked

    def said(self, selector: str) -> str:
        return str(self.screen.query_one(selector, Static).content)

    @property
    def key_bar(self) -> str:
        """The bar of keys as it is read."""
        return str(self.screen.query_one(KeyBar).render())

    def shown(self) -> list[str]:
        """The terminal, line by line."""
        strips = self.house.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    def stored_action(self, action_id: str) -> ActionItem:
        """The agreement as another program would find it in the file now."""
        other = Store.open(self.file)
        try:
            return other.agreements.action(action_id)
        finally:
            other.close()

    def stored_ids(self) -> set[str]:
        """The meetings as another program would find them in the file now."""
        other = Store.open(self.file)
        try:
            return {summary.id for summary in Library(other, CLOCK).summaries()}
        finally:
            other.close()


@asynccontextmanager
async def a_shelf(
    folder: Path,
    meetings: Sequence[Meeting] = (),
    *,
    register: bool = False,
    meeting_id: str = "",
    coming_back: bool = False,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Shelf]:
    """Show the library of these meetings, or their register."""
    file = folder / "socinno.db"
    store = Store.open(blank_file(file))
    library = Library(store, CLOCK)
    for meeting in meetings:
        library.put_back(meeting)
    first: Screen[None] = (
        FollowUpScreen(
            Register(store, CLOCK), Exports(store, CLOCK), meeting_id, coming_back=coming_back
        )
        if register
        else LibraryScreen(library, CLOCK)
    )
    house = House(first)
    async with house.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield Shelf(pilot, house, file, store)
    store.close()
