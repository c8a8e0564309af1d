"""The installed program lets a phone in: what is on its screen is scanned, and leads there."""

from __future__ import annotations

import http.client
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.service.addresses import own_addresses
from tests.end_to_end.steps import lay_out, started
from tests.projector import SEEN, as_projected, drawn_cells, scanned

INSIDE = "Niemand ziet wie wat stuurt."


def answer(link: str) -> int:
    """Open a link as a phone does, and give the status. Raises ConnectionRefusedError."""
    place, _slash, code = link.removeprefix("HTTP://").partition("/")
    phone = http.client.HTTPConnection(place, timeout=5)
    try:
        phone.request("GET", f"/{code}")
        return phone.getresponse().status
    finally:
        phone.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
def test_the_code_on_the_screen_leads_to_the_meeting_as_long_as_it_goes_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    if own_addresses()[0].is_loopback:
        pytest.skip("this machine is on no network")
    lay_out(tmp_path, Phase.IDEATION)
    with started(tmp_path, size=size) as terminal:
        terminal.wait_for("F1 hulp")
        terminal.press("enter")
        terminal.wait_for("typ een idee")
        terminal.press("f7")
        terminal.wait_for(INSIDE)
        picture = drawn_cells(terminal.cells)
        (link,) = scanned(picture)
        for scale, blur in SEEN:
            assert scanned(as_projected(picture, scale, blur)) == [link], (scale, blur)
        assert answer(link) == 200

        terminal.press("escape")
        terminal.wait_until_gone(INSIDE)
        assert answer(link) == 200
        terminal.press("ctrl+q", "p")
        assert terminal.wait_for_end() == 0
        with pytest.raises(ConnectionRefusedError):
            answer(link)
