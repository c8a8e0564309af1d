"""What shares a key goes along to the key chosen, and the bar keeps its order."""

from pathlib import Path

from socinno_tui.domain.talk import Speaker, open_turn
from socinno_tui.screens.ask_silent_round import AskSilentRound
from socinno_tui.settings import KeptPreferences, Preferences
from socinno_tui.widgets.idea_entry import IdeaEntry
from tests.meetings import a_meeting
from tests.screens.house import House, a_house


def with_keys(**keys: str) -> KeptPreferences:
    chosen = {name.replace("_", ".", 1): key for name, key in keys.items()}
    return KeptPreferences(Preferences(keys=chosen, tour_shown=True))


def bar(house: House) -> str:
    return house.shown().splitlines()[-1]


async def test_every_step_of_the_silent_round_is_on_the_key_chosen_for_it(tmp_path: Path) -> None:
    kept = with_keys(silent_begin="f10", live_manager="ctrl+b")
    async with a_house(tmp_path / "meetings.db", a_meeting(), kept=kept) as house:
        await house.press("f6")
        assert house.stored().silent_round is None
        await house.press("f10")
        assert isinstance(house.screen, AskSilentRound)
        await house.press("enter")
        assert house.stored().silent_round is not None
        assert "F10 harvest" in bar(house)
        await house.press("ctrl+b")
        assert "nobody has the floor" in house.notices[0]
        await house.press("f10")
        assert house.question == "Has everyone finished writing?"


async def test_a_chosen_key_keeps_its_place_in_the_bar(tmp_path: Path) -> None:
    async with a_house(
        tmp_path / "meetings.db", a_meeting(), kept=with_keys(live_manager="f10")
    ) as house:
        assert bar(house).strip().startswith("F10 manager · F3 room")


async def test_a_key_chosen_for_a_letter_works_while_one_types(tmp_path: Path) -> None:
    kept = with_keys(live_change_speaker="f10")
    async with a_house(tmp_path / "meetings.db", a_meeting(), kept=kept) as house:
        await house.press("b", ".", "f10")
        assert house.screen.query_one(IdeaEntry).value == "b."
        current = open_turn(house.stored().turns)
        assert current is not None
        assert current.speaker is Speaker.MANAGER
        await house.press("f2", "f3")
        current = open_turn(house.stored().turns)
        assert current is not None
        assert current.speaker is Speaker.ROOM
