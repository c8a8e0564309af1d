"""A second click on an idea asks what to do with it: what its keys do, and no more."""

from pathlib import Path

import pytest

from socinno_tui.screens.dialogs import AskChoice, AskLine
from socinno_tui.widgets.idea_feed import IdeaFeed
from tests.meetings import a_meeting
from tests.screens.house import House, a_house


async def click_on(house: House, number: int) -> None:
    feed = house.feed
    for y, line in enumerate(house.shown().splitlines()):
        if f"#{number} " in line and y > feed.region.y:
            await house.pilot.click(IdeaFeed, offset=(12, y - feed.region.y))
            await house.pilot.pause()
            return
    raise AssertionError(f"#{number} is not in sight")


def choices(house: House) -> list[str]:
    dialog = house.screen
    assert isinstance(dialog, AskChoice)
    return [label for _key, label, _value in dialog._choices]


@pytest.mark.parametrize("number", [1, 2])
async def test_the_first_click_goes_there_and_the_second_asks(tmp_path: Path, number: int) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await click_on(house, number)
        assert house.feed.highlighted == house.stored_idea(number).id
        assert not isinstance(house.screen, AskChoice)
        await click_on(house, number)
        assert house.question.startswith(f"#{number} ")
        assert choices(house)[:4] == ["dots", "select", "later", "no"]
        assert not {"merge", "delete"} & set(choices(house))
        await house.press("escape")
        assert house.stored_idea(number).verdict is None


async def test_what_is_chosen_asks_what_its_key_asks(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        for _click in range(2):
            await click_on(house, 1)
        await house.press("d")
        assert isinstance(house.screen, AskLine)
        assert "#1" in house.question
        await house.write("4")
        await house.press("enter")
        assert house.stored_idea(1).dots == 4


async def test_a_click_on_another_only_goes_there(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await click_on(house, 1)
        await click_on(house, 2)
        assert not isinstance(house.screen, AskChoice)
        assert house.feed.highlighted == house.stored_idea(2).id


async def test_what_is_marked_can_be_merged_there(tmp_path: Path) -> None:
    async with a_house(tmp_path / "meetings.db", a_meeting()) as house:
        await house.go_to(2)
        await house.press("space")
        for _click in range(2):
            await click_on(house, 1)
        assert "merge" in choices(house)
        await house.press("m")
        assert house.stored_idea(2).merged_into == house.stored_idea(1).id
