"""`socinno room` beside the facilitator's window: it shows each idea, through a kill and after."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.end_to_end.steps import (
    GOAL,
    OWNER,
    PASTED,
    TYPED,
    agree,
    begin,
    choose,
    close,
    collect,
    make_agreements,
    prepare,
    started,
)
from tests.end_to_end.terminal import Terminal

WAITING = "Hier begint zo de bijeenkomst."


def room(folder: Path, *meeting: str) -> Terminal:
    """The room's window on the file of meetings in a folder."""
    return Terminal("--db", str(folder / "meetings.db"), "room", *meeting, home=folder)


def test_the_room_follows_through_a_kill_and_a_restart(tmp_path: Path) -> None:
    with room(tmp_path) as projector:
        projector.wait_for(WAITING)
        with started(tmp_path) as facilitator:
            prepare(facilitator)
            projector.wait_for(WAITING)
            begin(facilitator)
            facilitator.wait_for(GOAL)
            projector.wait_for("Hier komt het eerste idee.")
            collect(facilitator)
            for number, text in enumerate((TYPED, *PASTED), 1):
                projector.wait_for(f"#{number}  {text}")
            facilitator.press("f2")
            projector.wait_for("leiding spreekt")
            assert facilitator.kill(signal.SIGKILL) == -signal.SIGKILL

        projector.wait_for("Het scherm van de facilitator is gesloten")
        assert f"#1  {TYPED}" in projector.text
        assert projector.is_running

        with started(tmp_path) as facilitator:
            facilitator.wait_for("ideeën verzamelen")
            facilitator.press("enter")
            facilitator.wait_for(f"#4 {PASTED[-1]}")
            projector.wait_until_gone("is gesloten")
            projector.wait_for("de zaal")
            facilitator.press("Een sms vooraf", "enter")
            projector.wait_for("#5  Een sms vooraf")
        projector.press("q")
        assert projector.wait_for_end() == 0
        assert projector.is_restored


def test_the_room_goes_along_to_the_agreements_and_the_recap(tmp_path: Path) -> None:
    with room(tmp_path) as projector, started(tmp_path) as facilitator:
        for step in (prepare, begin, collect, choose):
            step(facilitator)
        projector.wait_for("★ 1 gekozen")
        make_agreements(facilitator)
        projector.wait_for("○ wie?")
        agree(facilitator)
        projector.wait_until_gone("○")
        close(facilitator)
        projector.wait_for("Wie doet wat, en wanneer")
        projector.wait_for(OWNER)
        projector.press("ctrl+c")
        assert projector.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_good_order(tmp_path: Path, number: signal.Signals) -> None:
    with room(tmp_path) as projector:
        projector.wait_for(WAITING)
        assert projector.kill(number) == 128 + number
        assert projector.is_restored


def test_one_meeting_can_be_asked_for(tmp_path: Path) -> None:
    with started(tmp_path) as facilitator:
        prepare(facilitator)
    with room(tmp_path, "1") as projector:
        projector.wait_for(WAITING)
    with room(tmp_path, "2") as projector:
        assert projector.wait_for_end() == 2
        assert "2" in projector.text
