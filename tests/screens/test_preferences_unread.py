"""A broken or unknown line in the preferences is said in one sentence, and stops nothing."""

from pathlib import Path

import pytest

from socinno_tui.settings import KeptPreferences, Unread, preferences_from, unread_in, unread_of
from tests.meetings import a_meeting
from tests.screens.house import a_house


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("", Unread()),
        ('language = "nl"\ntheme = "nord"\n[keys]\n"live.room" = "f10"', Unread()),
        ("theme = ", Unread(whole=True)),
        ('language = "fr"\nbeamer = 2', Unread(names=("language", "beamer"))),
        ("screen_reader = 1", Unread(names=("screen_reader",))),
        ('[keys]\n"live.room" = 3', Unread(names=("live.room",))),
        ("keys = 3", Unread(names=("keys",))),
    ],
)
def test_what_means_nothing_is_known_by_name(text: str, unread: Unread) -> None:
    assert unread_in(text) == unread


def test_a_file_that_is_not_there_holds_nothing_unread(tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    assert unread_of(file) == Unread()
    file.write_bytes(b"\xff")
    assert unread_of(file) == Unread(whole=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme = ", ["preferences.toml cannot be read: everything is as it was at first."]),
        (
            'beamer = 2\n[keys]\n"live.room" = "enter"\n"no.such" = "f10"',
            ["In preferences.toml this was passed over: beamer, live.room, no.such."],
        ),
        ('[keys]\n"live.room" = "f10"', []),
    ],
)
async def test_it_is_said_in_one_sentence_at_the_start(
    tmp_path: Path, text: str, said: list[str]
) -> None:
    kept = KeptPreferences(preferences_from(text), unread=unread_in(text))
    async with a_house(tmp_path / "meetings.db", a_meeting(), kept=kept) as house:
        assert house.notices == said
