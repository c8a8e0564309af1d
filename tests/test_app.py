"""The program as a whole: the right screen at the right time, and no way out by accident."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from socinno_tui.app import SocinnoApp
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.screens.way_out import AskWayOut
from socinno_tui.service.clock import Clock
from socinno_tui.store.store import Store
from socinno_tui.terminal import ControlFilter
from socinno_tui.theme import DARK, LIGHT
from tests.blank_file import blank_file
from tests.meetings import STARTS_AT, ZONE, a_meeting, an_id, an_idea
from tests.screens.house import Hands, House, a_house

SOON = Hands(STARTS_AT.add(days=14))
"""Four days before the first agreement is due."""


@asynccontextmanager
async def started(
    folder: Path, *meetings: Meeting, hands: Hands | None = None
) -> AsyncIterator[House]:
    """The program as it is started by itself, on a file with these meetings."""
    async with a_house(folder / "meetings.db", *meetings, hands=hands, opens=False) as house:
        await settle(house.pilot)
        yield house


async def settle(pilot: Pilot[None]) -> None:
    for _round in range(3):
        await pilot.pause()


async def press(house: House, *keys: str) -> None:
    await house.press(*keys)
    await settle(house.pilot)


def is_on(house: House, kind: type[Screen[None]]) -> bool:
    """Whether a screen of this kind is in front."""
    return isinstance(house.screen, kind)


def asks(house: House) -> bool:
    """Whether the way out is asked for."""
    return isinstance(house.screen, AskWayOut)


def another(meeting: Meeting, name: str) -> Meeting:
    """The same meeting once more, with ids of its own."""
    return replace(
        meeting,
        id=an_id(name),
        topics=tuple(replace(topic, id=an_id(f"{name} topic")) for topic in meeting.topics),
        ideas=(),
        actions=(),
        turns=(),
        participants=(),
        room_checks=(),
        agenda=replace(meeting.agenda, boxes=()),
    )


# Which screen


@pytest.mark.parametrize(
    ("phase", "screen"),
    [
        (Phase.PREPARATION, PrepareScreen),
        (Phase.IDEATION, LiveScreen),
        (Phase.SELECTION, LiveScreen),
        (Phase.CLOSING, ClosingScreen),
        (Phase.FOLLOW_UP, RecapScreen),
    ],
)
async def test_a_meeting_opens_on_the_screen_of_its_phase(
    tmp_path: Path, phase: Phase, screen: type[Screen[None]]
) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(phase)) as house:
        await settle(house.pilot)
        assert is_on(house, screen)


async def test_it_starts_with_all_meetings_when_nothing_presses(tmp_path: Path) -> None:
    async with started(tmp_path, a_meeting(Phase.PREPARATION)) as house:
        assert is_on(house, LibraryScreen)
        await press(house, "enter")
        assert is_on(house, PrepareScreen)


async def test_what_is_due_soon_comes_first(tmp_path: Path) -> None:
    async with started(tmp_path, a_meeting(Phase.FOLLOW_UP), hands=SOON) as house:
        assert is_on(house, FollowUpScreen)
        await press(house, "escape")
        assert is_on(house, LibraryScreen)


async def test_a_review_date_that_has_come_comes_first_too(tmp_path: Path) -> None:
    meeting = a_meeting(Phase.FOLLOW_UP)
    reviewed = replace(meeting, review_date=STARTS_AT.date())
    for file, shown, screen in (("due", reviewed, FollowUpScreen), ("not", meeting, LibraryScreen)):
        folder = tmp_path / file
        folder.mkdir()
        async with started(folder, shown, hands=Hands(STARTS_AT.add(days=1))) as house:
            assert is_on(house, screen)


async def test_a_closing_that_was_broken_off_comes_even_before_that(tmp_path: Path) -> None:
    closing = another(a_meeting(Phase.CLOSING), "broken off")
    async with started(tmp_path, a_meeting(Phase.FOLLOW_UP), closing, hands=SOON) as house:
        assert is_on(house, ClosingScreen)


async def test_the_screens_follow_the_phases_there_and_back(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(Phase.SELECTION)) as house:
        seen = [type(house.screen)]
        for keys in (("f8", "o"), ("f7",), ("f8", "b"), ("f8", "b")):
            await press(house, *keys)
            seen.append(type(house.screen))
        assert seen == [LiveScreen, ClosingScreen, LiveScreen, LiveScreen, PrepareScreen]
        assert len(house.app.screen_stack) == 2


async def test_after_leaving_another_meeting_can_be_opened(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(Phase.FOLLOW_UP)) as house:
        await press(house, "escape")
        assert is_on(house, LibraryScreen)
        await press(house, "enter")
        assert is_on(house, RecapScreen)
        await press(house, "f2")
        assert is_on(house, FollowUpScreen)
        await press(house, "escape")
        assert is_on(house, LibraryScreen)


# The way out


@pytest.mark.parametrize(
    ("phase", "keys"),
    [
        (Phase.PREPARATION, ("ctrl+q",)),
        (Phase.PREPARATION, ("ctrl+c",)),
        (Phase.FOLLOW_UP, ("q",)),
        (Phase.FOLLOW_UP, ("ctrl+q",)),
    ],
)
async def test_outside_a_meeting_that_is_going_on_it_ends_at_once(
    tmp_path: Path, phase: Phase, keys: tuple[str, ...]
) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(phase)) as house:
        await settle(house.pilot)
        await house.press(*keys)
        assert house.app._exit
        assert house.app.return_code == 0


@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION])
async def test_during_a_meeting_every_way_out_asks(tmp_path: Path, phase: Phase) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(phase)) as house:
        await settle(house.pilot)
        for over in ((), ("f8",), ("f1",), ("ctrl+p",)):
            for way in ("ctrl+q", "ctrl+c"):
                depth = len(house.app.screen_stack)
                await press(house, *over, way)
                assert asks(house)
                await press(house, way)
                assert asks(house)
                while len(house.app.screen_stack) > depth:
                    await press(house, "escape")
        house.app.exit()
        await settle(house.pilot)
        assert asks(house)
        assert not house.app._exit


async def test_leaving_a_meeting_takes_a_break_and_comes_back_just_here(tmp_path: Path) -> None:
    meeting = a_meeting()
    async with a_house(tmp_path / "meetings.db", meeting) as house:
        await press(house, "ctrl+q", "b")
        assert house.app._exit
    async with a_house(tmp_path / "meetings.db", meeting) as house:
        await settle(house.pilot)
        assert house.stored().on_break
        assert is_on(house, LiveScreen)


async def test_leaving_a_meeting_may_go_on_to_closing(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await press(house, "ctrl+q", "c")
        assert is_on(house, ClosingScreen)
        assert house.stored().phase is Phase.CLOSING


async def test_when_the_break_cannot_be_written_it_does_not_leave(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        house.store.is_full = True
        await press(house, "ctrl+q", "b")
        assert not house.app._exit
        assert "full" in house.notices[0]


async def test_the_palettes_quit_asks_too(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await settle(house.pilot)
        await press(house, "ctrl+p")
        assert isinstance(house.screen, CommandPalette)
        await house.write("quit")
        await house.app.workers.wait_for_complete()
        await press(house, "down", "enter")
        assert asks(house)


async def test_control_c_copies_what_is_selected_and_asks_nothing(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await settle(house.pilot)
        await house.write("appel")
        house.entry.select_all()
        await press(house, "ctrl+c")
        assert house.app.clipboard == "appel"
        assert not asks(house)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
async def test_a_signal_ends_even_a_closing(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting(Phase.CLOSING)) as house:
        await settle(house.pilot)
        os.kill(os.getpid(), number)
        while not house.app._exit:
            await asyncio.sleep(0)
        assert house.app.return_code == code


# The theme


async def test_the_theme_chosen_is_told(tmp_path: Path) -> None:
    store = Store.open(blank_file(tmp_path / "meetings.db"))
    clock = Clock(lambda: STARTS_AT, ZONE)
    told: list[str] = []
    app = SocinnoApp(
        store,
        clock,
        (),
        theme=LIGHT.name,
        on_theme=told.append,
        ticking=False,
    )
    async with app.run_test() as pilot:
        await settle(pilot)
        assert (app.theme, told) == (LIGHT.name, [])
        app.theme = DARK.name
        await settle(pilot)
    assert told == [DARK.name]
    store.close()


async def test_a_theme_that_is_not_there_any_more_gives_the_dark_one(tmp_path: Path) -> None:
    store = Store.open(blank_file(tmp_path / "meetings.db"))
    clock = Clock(lambda: STARTS_AT, ZONE)
    app = SocinnoApp(store, clock, (), theme="dracula-2", ticking=False)
    assert app.theme == DARK.name
    store.close()


# What may reach the terminal


async def test_no_control_character_reaches_the_terminal_whatever_the_file_holds(
    tmp_path: Path,
) -> None:
    # A file written by another program: the door that cleans was never passed.
    hostile = "Balie\x1b[2J\x1b]52;c;aGFjaw==\x07 dicht\u202e"
    meeting = a_meeting(ideas=[an_idea(1, hostile)])
    async with a_house(tmp_path / "meetings.db", replace(meeting, title=hostile)) as house:
        await settle(house.pilot)
        house.screen.mount(Static(hostile, markup=False))
        house.app.notify(hostile, markup=False)
        await settle(house.pilot)
        assert "dicht" in house.shown()
        drawn = [
            segment.text
            for widget in house.screen.walk_children(Widget)
            for strip in widget.render_lines(widget.size.region)
            for segment in strip
        ]
        assert any("dicht" in text for text in drawn)
        assert all(text.isprintable() for text in drawn)


async def test_the_filter_is_on_and_last(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        assert isinstance(house.app.get_line_filters()[-1], ControlFilter)


# An error of its own


async def test_an_error_leaves_no_traceback_for_the_room_and_loses_nothing(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = "Mijn chef luistert nooit"

    def stumble(_screen: LiveScreen) -> None:
        raise ValueError(typed)

    monkeypatch.setattr(LiveScreen, "action_break", stumble)
    caplog.set_level(logging.ERROR)
    house = a_house(tmp_path / "meetings.db", a_meeting())
    with pytest.raises(ValueError, match=typed):
        await write_and_press(house, typed, "enter", "f4")
    assert [record.getMessage() for record in caplog.records] == ["socinno stopped"]
    assert "Traceback" not in capsys.readouterr().err
    store = Store.open(blank_file(tmp_path / "meetings.db"))
    assert store.meeting(a_meeting().id).ideas[-1].text == typed
    store.close()


async def write_and_press(house: AbstractAsyncContextManager[House], text: str, *keys: str) -> None:
    async with house as entered:
        await settle(entered.pilot)
        await entered.write(text)
        await entered.press(*keys)
