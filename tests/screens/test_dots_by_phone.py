"""A round in which phones give dots, alone or with raised hands, until one key shows them all."""

from pathlib import Path

import pytest

from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import Language, speaking
from socinno_tui.screens.count_dots import CountDots
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.screens.live import LiveScreen
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.widgets.dot_card import DotCard
from tests.meetings import a_meeting, an_idea, idea_id
from tests.screens.house import House, a_house


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "meetings.db"


def choosing(*ideas: Idea) -> Meeting:
    return a_meeting(Phase.SELECTION, ideas=ideas or (an_idea(1), an_idea(2), an_idea(3)))


class Phones:
    """Phones in the room, each known by a word, and the door they are in by."""

    def __init__(self, house: House) -> None:
        opened = house.app._opened
        assert opened is not None
        arrivals = PhoneArrivals(opened)
        door = arrivals.open_door("192.168.1.20", 8080)
        self.door = PhoneDoor(
            opened.phones, door, opened.clock, lambda: opened.meeting, arrivals.take_in
        )

    def give(self, phone: str, *numbers: int) -> None:
        for number in numbers:
            self.door.give_dot(phone, idea_id(number))


async def begin(house: House) -> None:
    house.feed.focus()
    await house.press("r", "enter")
    assert isinstance(house.screen, CountDots)


async def look(house: House) -> None:
    screen = house.screen
    assert isinstance(screen, CountDots)
    screen._look_at_phones()
    await house.pilot.pause()


def card(house: House) -> str:
    return str(house.screen.query_one(DotCard).render())


def dots(house: House) -> list[int]:
    return [cluster.dots for cluster in house.stored().clusters]


async def test_where_phones_are_in_nobody_has_to_raise_a_hand(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        phones = Phones(house)
        await begin(house)
        assert "No phone has given dots yet." in card(house)
        phones.give("annes-telefoon", 1, 1, 3)
        phones.give("brams-telefoon", 3)
        await look(house)
        assert "2 phones have given 4 dots." in card(house)
        assert dots(house) == [0, 0, 0]
        await house.press("o")
        assert isinstance(house.screen, AskYesNo)
        await house.press("y")
        assert isinstance(house.screen, LiveScreen)
        assert dots(house) == [2, 0, 2]


async def test_raised_hands_and_phones_are_added(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        phones = Phones(house)
        await begin(house)
        phones.give("annes-telefoon", 1, 2)
        await house.press("enter", "4", "enter", "0", "enter", "1", "enter")
        assert dots(house) == [0, 0, 0]
        await look(house)
        await house.press("o", "y")
        assert dots(house) == [5, 1, 1]


async def test_hands_counted_by_half_are_not_shown(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        phones = Phones(house)
        await begin(house)
        phones.give("annes-telefoon", 1)
        await house.press("enter", "4", "enter", "o", "y")
        assert isinstance(house.screen, CountDots)
        assert dots(house) == [0, 0, 0]


async def test_without_a_dot_from_a_phone_there_is_nothing_to_show(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        Phones(house)
        await begin(house)
        await house.press("o")
        assert isinstance(house.screen, CountDots)


async def test_what_phones_gave_is_shown_for_good(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        phones = Phones(house)
        await begin(house)
        phones.give("annes-telefoon", 1)
        await look(house)
        await house.press("o", "y", "ctrl+z")
        assert dots(house) == [1, 0, 0]
        assert house.stored().dot_round is None


async def test_stopping_says_that_what_phones_gave_goes_for_good(file: Path) -> None:
    async with a_house(file, choosing()) as house:
        phones = Phones(house)
        await begin(house)
        phones.give("annes-telefoon", 1)
        await look(house)
        await house.press("s")
        assert "for good" in str(house.screen.query_one("#question").render())
        await house.press("y")
        assert isinstance(house.screen, LiveScreen)
        assert not any("brings it back" in one.message for one in house.app._notifications)
        assert house.stored().dot_round is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "7 phones gave dots, and there are 6 people."),
        ("nl", "7 telefoons gaven stippen, en er zijn 6 mensen."),
    ],
)
async def test_more_phones_than_people_is_said_before_the_dots_are_shown(
    file: Path, language: Language, sentence: str
) -> None:
    with speaking(language):
        async with a_house(file, choosing()) as house:
            phones = Phones(house)
            await begin(house)
            for place in range(7):
                phones.give(f"telefoon-{place}", 1)
            await look(house)
            await house.press("o")
            assert sentence in str(house.screen.query_one("#question").render())
