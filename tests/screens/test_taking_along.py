import json
from pathlib import Path

import platformdirs
import pytest
from textual.widgets import Input, OptionList, Static

from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.screens.dialogs import AskChoice, AskLine
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.screens.taking_along import Preview
from tests.agreements import Agreed, a_closed_meeting
from tests.meetings import IDEA_TEXTS, OWNERS, STARTS_AT, a_prepared_meeting
from tests.screens.house import Hands, House, a_house

MEETING = a_closed_meeting(
    "balie", [Agreed(18, OWNERS[0], IDEA_TEXTS[1]), Agreed(19, OWNERS[1], IDEA_TEXTS[2])]
)
NAME = "kortere-wachttijd-aan-de-balie"
HANDS = Hands(STARTS_AT)


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documenten"
    folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: folder)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "socinno.db"


def field(house: House) -> Input:
    assert isinstance(house.screen, AskLine)
    return house.screen.query_one(Input)


def said(house: House) -> str:
    return str(house.screen.query_one("#said", Static).content)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def fill_in(house: House, text: str) -> None:
    field(house).value = text
    await house.pilot.pause()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_key_and_enter_write_the_minutes_among_the_documents(
    file: Path, documents: Path, language: Language
) -> None:
    with speaking(language):
        async with a_house(file, MEETING, hands=HANDS) as house:
            await house.press("M")
            (proposed,) = {Path(field(house).value)}
            assert proposed.parent == documents
            assert proposed.suffix == ".md"
            await house.press("enter")
            assert isinstance(house.screen, RecapScreen)
            assert proposed.read_text(encoding="utf-8").startswith("# ")
            (notice,) = house.notices
            assert notice.endswith(f": {proposed}")


async def test_each_kind_has_a_key_of_its_own_on_the_recap(file: Path, documents: Path) -> None:
    async with a_house(file, MEETING, hands=HANDS) as house:
        for key in "MHIAKOPJ":
            await house.press(key, "enter")
        assert isinstance(house.screen, RecapScreen)
    assert names(documents) == sorted(
        f"{NAME}-{ending}"
        for ending in (
            "agreements.csv",
            "calendar.ics",
            "calendars",
            "data.json",
            "ideas.csv",
            "mails",
            "minutes.html",
            "minutes.md",
        )
    )


async def test_e_lists_all_that_can_be_taken_along(file: Path, documents: Path) -> None:
    async with a_house(file, MEETING, hands=HANDS) as house:
        await house.press("e")
        assert isinstance(house.screen, AskChoice)
        assert house.screen.query_one(OptionList).option_count == 8
        await house.press("i", "enter")
    assert names(documents) == [f"{NAME}-ideas.csv"]


async def test_the_register_takes_along_what_it_shows(file: Path, documents: Path) -> None:
    other = a_closed_meeting("post", [Agreed(20)], title="Boeken op tijd")
    async with a_house(file, MEETING, other, hands=HANDS) as house:
        await house.press("a")
        assert isinstance(house.screen, FollowUpScreen)
        await house.press("J", "enter", "a", "M", "J", "enter")
        assert isinstance(house.screen, FollowUpScreen)
    meetings = {
        path.name: len(json.loads(path.read_text(encoding="utf-8"))["meetings"])
        for path in documents.iterdir()
    }
    assert meetings == {"boeken-op-tijd-data.json": 1, "all-meetings-data.json": 2}


async def test_an_existing_file_is_replaced_only_by_enter_once_more_on_its_name(
    file: Path, documents: Path
) -> None:
    mine, other = documents / "mine.md", documents / "other.md"
    for path in (mine, other):
        path.write_text("as it was", encoding="utf-8")
    async with a_house(file, MEETING, hands=HANDS) as house:
        await house.press("M")
        for path in (mine, other, mine):
            await fill_in(house, str(path))
            await house.press("enter")
            assert "press Enter again" in said(house)
            assert path.read_text(encoding="utf-8") == "as it was"
        await house.press("enter")
        assert house.notices == [f"Minutes written: {mine}"]
    assert mine.read_text(encoding="utf-8").startswith("# ")
    assert other.read_text(encoding="utf-8") == "as it was"
    assert names(documents) == ["mine.md", "other.md"]


async def test_what_is_refused_is_told_and_the_name_typed_stays(
    file: Path, documents: Path
) -> None:
    async with a_house(file, MEETING, hands=HANDS) as house:
        await house.press("P")
        for typed, words in [
            ("  ", "Type where it should come"),
            (str(documents / "nowhere" / "mails"), "make it first"),
            (str(file), "another kind"),
        ]:
            await fill_in(house, typed)
            await house.press("enter")
            assert words in said(house)
            assert field(house).value == typed
        await fill_in(house, "mails")
        await house.press("enter")
    assert names(documents) == ["mails"]


async def test_the_invitation_is_read_first_and_then_written_with_its_appointment(
    file: Path, documents: Path
) -> None:
    meeting = a_prepared_meeting()
    async with a_house(file, meeting, hands=HANDS) as house:
        await house.press("f9")
        assert isinstance(house.screen, Preview)
        assert "Hoe halveren we de wachttijd aan de balie" in house.shown()
        await house.press("escape")
        assert isinstance(house.screen, PrepareScreen)
        await house.press("f9", "enter", "enter")
        assert isinstance(house.screen, PrepareScreen)
        assert house.stored().phase is Phase.PREPARATION
    assert names(documents) == [f"{NAME}-invitation.ics", f"{NAME}-invitation.txt"]


async def test_help_tells_every_key(file: Path) -> None:
    async with a_house(file, MEETING, hands=HANDS, size=(80, 50)) as house:
        await house.press("f1")
        lines = house.shown().splitlines()
        assert all(
            any(line.strip("▊▌ ").startswith(f"{key}  ") for line in lines) for key in "eMHIAKOPJ"
        )
