"""Around the panel of phones: the recap, the mouse, a screen reader, and who has the floor."""

from pathlib import Path

import pytest

from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.screens.phones import PhonesPanel
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.settings import KeptPreferences, Preferences
from socinno_tui.widgets.phone_line import PhoneLine
from socinno_tui.widgets.qr_code import QrCode
from socinno_tui.widgets.row_list import RowList
from tests.meetings import a_meeting
from tests.screens.house import WIDE, House, a_house, speaker
from tests.screens.phones_house import look, open_house, send, server, settle


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


# When the meeting is over


async def closed(house: House) -> None:
    """Go on to the recap."""
    opened = house.app._opened
    assert opened is not None
    live, agreeing = LiveMeeting(opened), ClosingMeeting(opened)
    live.judge(opened.meeting.ideas[0].id, VerdictKind.SELECTED)
    live.move_on()
    for cluster in opened.meeting.selected:
        agreeing.type_owner(cluster.lead.id, "Anna de Vries")
        agreeing.type_due(cluster.lead.id, "+2w")
    live.move_on()
    await house.pilot.pause()


@pytest.mark.parametrize("minutes", [0, 31])
async def test_phones_read_the_recap_until_it_is_left(file: Path, minutes: int) -> None:
    async with open_house(file, a_meeting(Phase.SELECTION)) as house:
        await house.press("escape")
        answering = server(house)
        await closed(house)
        for seconds in (1, 1200):
            await look(house, seconds)
            assert house.store.phones.door(house.meeting_id) is None
            assert server(house) is answering
        if minutes:
            await look(house, minutes * 60)
        else:
            await house.press("f2")
            await look(house)
        assert not answering.is_running
        assert house.store.phones.door(house.meeting_id) is None


# Mouse, screen reader, settings


async def test_the_mouse_does_what_the_keys_do(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("e")
        send(house, "Zelfscan")
        await settle(house)
        await house.press("escape")
        await house.pilot.click(PhoneLine)
        await house.pilot.pause()
        assert isinstance(house.screen, PhonesPanel)
        await house.pilot.click(RowList, offset=(5, 0))
        await house.pilot.pause()
        assert house.texts() == ["Zelfscan"]


async def test_a_screen_reader_hears_the_address_and_no_code(file: Path) -> None:
    kept = KeptPreferences(Preferences(screen_reader=True, tour_shown=True))
    async with a_house(file, a_meeting(ideas=()), size=WIDE, kept=kept) as house:
        await house.press("f7")
        assert not house.screen.query_one(QrCode).display
        assert "192.168.1.20:8080" in house.shown()
        assert house.app.phones.code in house.shown()


async def test_the_floor_is_given_while_the_panel_is_open(file: Path) -> None:
    async with open_house(file) as house:
        await house.press("f2")
        assert speaker(house) is Speaker.MANAGER
