"""`socinno serve` beside the window of the meeting: phones come in by it, and their ideas too."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from tests.end_to_end.at_loopback import at_loopback
from tests.end_to_end.phone import Phone
from tests.end_to_end.steps import lay_out, started
from tests.end_to_end.terminal import Terminal

IN_THE_HALL = "Een bankje bij de ingang"
MEANWHILE = "Water voor wie wacht"


def serve(folder: Path, *options: str) -> Terminal:
    """Phones are let in, on this machine only."""
    arguments = ("--db", str(folder / "meetings.db"), "serve", *options)
    return Terminal(*arguments, home=folder, environment=at_loopback(folder))


def way_in(hall: Terminal) -> str:
    """What is typed on a phone, as it is printed."""
    hall.wait_for("telefoons doen mee")
    (found,) = re.findall(r"http://(127\.[\d.]+:\d+/[0-9A-Z]{5})", hall.text)
    return str(found)


def test_the_window_of_the_meeting_takes_in_what_phones_send(tmp_path: Path) -> None:
    lay_out(tmp_path, Phase.IDEATION)
    with serve(tmp_path) as hall:
        phone = Phone(way_in(hall))
        # Nobody has the meeting open yet: the idea waits in the file.
        assert phone.send(IN_THE_HALL, "first-sending") == 303
        hall.wait_for("1 telefoon doet mee")
        with started(tmp_path) as facilitator:
            facilitator.wait_for("F1 hulp")
            facilitator.press("enter")
            facilitator.wait_for(f"#5 {IN_THE_HALL}")
            facilitator.wait_for(f"code {phone.code}")
            assert phone.send(MEANWHILE, "second-sending") == 303
            facilitator.wait_for(f"#6 {MEANWHILE}")
            assert "#6" in phone.ask("GET", "")[1]
            facilitator.press("f7")
            facilitator.wait_for("Niemand ziet wie wat stuurt.")
            hall.press("ctrl+c")
            assert hall.wait_for_end() == 0
            facilitator.press("escape")
            facilitator.wait_until_gone(f"code {phone.code}")
    with pytest.raises(ConnectionRefusedError):
        phone.ask("GET", "")


def test_killed_and_started_again_it_knows_its_phones_by_the_same_code(tmp_path: Path) -> None:
    lay_out(tmp_path, Phase.IDEATION)
    with serve(tmp_path) as hall:
        phone = Phone(way_in(hall))
        assert phone.send(IN_THE_HALL, "first-sending") == 303
        assert hall.kill(signal.SIGKILL) == -signal.SIGKILL
    with serve(tmp_path) as hall:
        assert way_in(hall) == f"{phone.place}/{phone.code}"
        # The answer to the first may have been lost: it is sent again, and one more.
        assert phone.send(IN_THE_HALL, "first-sending") == 303
        assert phone.send(MEANWHILE, "second-sending") == 303
        with started(tmp_path) as facilitator:
            facilitator.wait_for("F1 hulp")
            facilitator.press("enter")
            for once in ("6 ideeën", IN_THE_HALL, MEANWHILE):
                facilitator.wait_for(once)
            assert facilitator.text.count(IN_THE_HALL) == 1
            assert facilitator.text.count(MEANWHILE) == 1


def test_one_process_serves_and_a_second_says_so(tmp_path: Path) -> None:
    lay_out(tmp_path, Phase.IDEATION)
    with serve(tmp_path) as hall:
        way_in(hall)
        with serve(tmp_path) as other:
            other.wait_for("Een ander venster laat al telefoons in deze bijeenkomst toe.")
            assert other.wait_for_end() == 2
