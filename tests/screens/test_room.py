"""The room's own window: it shows what another window does, and nothing can be done in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Door, closed
from socinno_tui.domain.talk import with_heartbeat
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.screens.room_app import RoomApp
from socinno_tui.service.clock import Clock
from socinno_tui.service.following import Following
from socinno_tui.store.store import Store
from socinno_tui.theme import DARK, LIGHT
from tests.meetings import ZONE, a_meeting
from tests.phones import CODE, KEY, WIFI, keep_door
from tests.screens.house import NORMAL, WIDE, Hands

SIZES = [(60, 20), NORMAL, (100, 30), WIDE, (200, 50)]


@dataclass
class Beamer:
    """The room's window, and another that writes to the file."""

    pilot: Pilot[None]
    app: RoomApp
    store: Store
    hands: Hands

    async def sees(self, *meetings: Meeting) -> str:
        """Write meetings, look, and give what stands on the screen."""
        for meeting in meetings:
            before = [one for one in self.store.meetings() if one.id == meeting.id]
            self.store.write(before[0] if before else None, meeting)
        self.app.look()
        await self.pilot.pause()
        await self.pilot.pause()
        return self.shown()

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.shown()

    def shown(self) -> str:
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)


@asynccontextmanager
async def a_beamer(folder: Path, *, size: tuple[int, int] = NORMAL) -> AsyncIterator[Beamer]:
    hands = Hands()
    file = folder / "meetings.db"
    with closing(Store.open(file)) as store, closing(Following(file, Clock(hands.now, ZONE))) as it:
        app = RoomApp(it, ticking=False)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield Beamer(pilot, app, store, hands)


def going_on(meeting: Meeting, hands: Hands) -> Meeting:
    return replace(meeting, turns=with_heartbeat(meeting.turns, hands.at))


@pytest.mark.parametrize("size", SIZES)
async def test_it_goes_along_through_all_phases(tmp_path: Path, size: tuple[int, int]) -> None:
    async with a_beamer(tmp_path, size=size) as beamer:
        assert "The meeting begins here in a moment." in beamer.shown()
        prepared = a_meeting(Phase.PREPARATION)
        empty = beamer.shown()
        titled = await beamer.sees(prepared)
        assert titled != empty
        assert "in a moment" in titled
        begun = going_on(a_meeting(), beamer.hands)
        shown = await beamer.sees(begun)
        assert "12 ideas" in shown
        assert "in a moment" not in shown
        assert "0 selected" in await beamer.sees(
            going_on(replace(begun, phase=Phase.SELECTION), beamer.hands)
        )
        closes = replace(a_meeting(Phase.CLOSING), turns=begun.turns)
        assert "who?" in await beamer.sees(closes)
        recap = await beamer.sees(replace(a_meeting(Phase.FOLLOW_UP), turns=begun.turns))
        assert "who?" not in recap


async def test_a_new_idea_stands_there_at_the_next_look(tmp_path: Path) -> None:
    async with a_beamer(tmp_path) as beamer:
        meeting = going_on(a_meeting(), beamer.hands)
        await beamer.sees(meeting)
        idea = replace(meeting.ideas[0], id="new", text="Balie op zaterdag")
        assert "#13  Balie op zaterdag" in await beamer.sees(meeting.with_idea(idea))


async def test_left_alone_it_goes_on_and_says_so_in_one_quiet_line(tmp_path: Path) -> None:
    async with a_beamer(tmp_path) as beamer:
        sentence = "The facilitator's screen is closed"
        meeting = going_on(a_meeting(), beamer.hands)
        assert sentence not in await beamer.sees(meeting)
        beamer.hands.at = beamer.hands.at.add(seconds=30)
        shown = await beamer.sees()
        assert shown.count(sentence) == 1
        assert "12 ideas" in shown
        assert sentence not in await beamer.sees(going_on(meeting, beamer.hands))


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_it_is_left_at_once(tmp_path: Path, key: str) -> None:
    async with a_beamer(tmp_path) as beamer:
        await beamer.sees(going_on(a_meeting(), beamer.hands))
        await beamer.press(key)
        assert beamer.app._exit
        assert beamer.app.return_code == 0


async def test_no_key_changes_anything(tmp_path: Path) -> None:
    async with a_beamer(tmp_path) as beamer:
        meeting = going_on(a_meeting(), beamer.hands)
        await beamer.sees(meeting)
        for key in ("f2", "f3", "f4", "f8", "f9", "pagedown", "s", "n", "d", "ctrl+z", "enter"):
            await beamer.press(key)
        assert beamer.store.meeting(meeting.id) == meeting
        assert not list(tmp_path.glob("*-hold-*"))


async def test_help_says_what_it_is_for(tmp_path: Path) -> None:
    async with a_beamer(tmp_path) as beamer:
        shown = await beamer.press("f1")
        assert isinstance(beamer.app.screen, HelpDialog)
        assert "nothing can be changed" in " ".join(shown.replace("▌", " ").split())
        assert "dark or light" in shown


async def test_t_changes_between_dark_and_light(tmp_path: Path) -> None:
    async with a_beamer(tmp_path) as beamer:
        for theme in (LIGHT, DARK):
            await beamer.press("t")
            assert beamer.app.theme == theme.name


async def test_the_palette_offers_theme_help_and_quit(tmp_path: Path) -> None:
    async with a_beamer(tmp_path) as beamer:
        await beamer.press("ctrl+p")
        assert isinstance(beamer.app.screen, CommandPalette)
        titles = [
            command.title for command in beamer.app.get_system_commands(beamer.app.screen_stack[-2])
        ]
        assert titles == ["Theme", "Help", "Quit"]


@pytest.mark.parametrize("size", SIZES)
async def test_who_comes_late_reads_where_phones_come_in(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with a_beamer(tmp_path, size=size) as beamer:
        meeting = going_on(a_meeting(), beamer.hands)
        told = f"Join with your phone: 192.168.1.20:8080 · code {CODE}"
        assert told not in await beamer.sees(meeting)
        door = Door(meeting.id, KEY, CODE, WIFI.ip, 8080)
        keep_door(beamer.store.phones, door)
        assert told in (await beamer.sees()).splitlines()[-1]
        keep_door(beamer.store.phones, closed(door))
        assert told not in await beamer.sees()
