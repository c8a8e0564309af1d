import asyncio
import os
import signal
from pathlib import Path

import pytest
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from socinno_tui.terminal import ControlFilter, on_end_signals, terminal_is_gone

BLACK = Color(0, 0, 0)

HOSTILE = (
    "\x1b[2J",
    "\x1b]52;c;aGFjaw==\x07",
    "\x9b31m",
    "\x00\x07\x08\x7f",
    "\u202egnp.exe\u200b\u2066",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_control_character_passes(hostile: str) -> None:
    bold = Style(bold=True)
    (shown,) = ControlFilter().apply([Segment(f"voor{hostile}na", bold)], BLACK)
    assert shown.text.isprintable()
    assert shown.text.startswith("voor")
    assert shown.text.endswith("na")
    assert shown.style is bold


@pytest.mark.parametrize("harmless", ["€ 5 · café", "👩‍🔬 ja", "李雷", "Ωmega ★ ▲", ""])
def test_what_is_harmless_stays_as_it_is(harmless: str) -> None:
    segment = Segment(harmless)
    assert ControlFilter().apply([segment], BLACK)[0].text == harmless


def test_what_textual_itself_commands_passes() -> None:
    own = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    assert ControlFilter().apply([own], BLACK) == [own]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
async def test_a_signal_to_end_gives_the_exit_code_that_shells_know(
    number: signal.Signals, code: int
) -> None:
    loop = asyncio.get_running_loop()
    left: asyncio.Future[int] = loop.create_future()
    on_end_signals(left.set_result)
    try:
        os.kill(os.getpid(), number)
        assert await asyncio.wait_for(left, 5) == code
    finally:
        for handled in (signal.SIGTERM, signal.SIGHUP):
            loop.remove_signal_handler(handled)


async def test_a_signal_that_was_to_be_ignored_stays_so() -> None:
    codes: list[int] = []
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        on_end_signals(codes.append)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
        signal.signal(signal.SIGHUP, before)


def test_a_terminal_that_hung_up_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    with os.fdopen(theirs) as terminal:
        monkeypatch.setattr("sys.__stdin__", terminal)
        assert not terminal_is_gone()
        os.close(ours)
        assert terminal_is_gone()
    assert terminal_is_gone()
    with (tmp_path / "no terminal").open("w+") as file:
        monkeypatch.setattr("sys.__stdin__", file)
        assert terminal_is_gone()
    monkeypatch.setattr("sys.__stdin__", None)
    assert terminal_is_gone()
