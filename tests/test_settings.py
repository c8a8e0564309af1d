from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.settings import (
    Preferences,
    data_folder,
    database_file,
    export_folder,
    own_folder,
    preferences_as_text,
    preferences_file,
    preferences_from,
    read_preferences,
    write_preferences,
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def below(kind: str) -> Path:
        return tmp_path / kind / "socinno"

    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: below("data"))
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_, **__: below("config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def test_the_database_lies_in_the_persons_own_data_folder(home: Path) -> None:
    assert database_file(None, {}) == home / "data" / "socinno" / "socinno.db"
    assert own_folder() == home / "data" / "socinno"


@pytest.mark.parametrize(
    ("asked", "environment", "given"),
    [
        ("asked.db", {"SOCINNO_DB": "named.db"}, "asked.db"),
        (None, {"SOCINNO_DB": "named.db"}, "named.db"),
        ("", {"SOCINNO_DB": "named.db"}, "named.db"),
    ],
)
def test_another_database_is_asked_for_or_named(
    asked: str | None, environment: dict[str, str], given: str
) -> None:
    assert database_file(asked, environment) == Path(given)


def test_an_empty_variable_names_no_database() -> None:
    assert database_file(None, {"SOCINNO_DB": ""}) == own_folder() / "socinno.db"


def test_a_tilde_is_the_home_folder(home: Path) -> None:
    assert database_file("~/meetings.db", {}) == home / "meetings.db"
    assert database_file(None, {"SOCINNO_DB": "~/meetings.db"}) == home / "meetings.db"


def test_files_come_among_the_documents_where_there_is_such_a_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: home / "Documenten")
    assert export_folder() == home
    (home / "Documenten").mkdir()
    assert export_folder() == home / "Documenten"


def test_preferences_are_read_back_as_written(home: Path) -> None:
    file = preferences_file()
    assert file.is_relative_to(home / "config")
    write_preferences(Preferences(language="nl", theme="light-room"), file)
    assert read_preferences(file) == Preferences(language="nl", theme="light-room")
    write_preferences(Preferences(), file)
    assert read_preferences(file) == Preferences()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@given(theme=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_name_of_a_theme_survives_the_file(theme: str) -> None:
    preferences = Preferences(language="en", theme=theme)
    assert preferences_from(preferences_as_text(preferences)) == preferences


@given(
    keys=st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs", "Cc"])),
        st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    ),
    screen_reader=st.booleans(),
    tour_shown=st.booleans(),
)
def test_every_choice_survives_the_file(
    keys: dict[str, str], screen_reader: bool, tour_shown: bool
) -> None:
    preferences = Preferences(keys=keys, screen_reader=screen_reader, tour_shown=tour_shown)
    assert preferences_from(preferences_as_text(preferences)) == preferences


def test_what_is_not_understood_of_the_keys_leaves_the_others() -> None:
    text = 'keys = 3\nscreen_reader = "yes"'
    assert preferences_from(text) == Preferences()
    text = '[keys]\n"live.manager" = "f10"\n"live.room" = 3'
    assert preferences_from(text) == Preferences(keys={"live.manager": "f10"})


@pytest.mark.parametrize(
    "text",
    ["", "language = ", 'language = "fr"\ntheme = 3', "language = true", "\x00", "language.nl = 1"],
)
def test_what_is_not_understood_counts_as_not_chosen(text: str) -> None:
    assert preferences_from(text) == Preferences()


def test_a_file_that_cannot_be_read_counts_as_nothing_chosen(home: Path) -> None:
    (home / "preferences.toml").write_bytes(b"language = \xff")
    assert read_preferences(home / "preferences.toml") == Preferences()
    assert read_preferences(home) == Preferences()
    assert read_preferences(home / "nowhere" / "preferences.toml") == Preferences()


KEPT_BY_HAND = """# Van de beamer in zaal 2
theme = "nord"
beamer = "links"  # voor later

[keys]
"live.manager" = "f10"
"live.room" = 3
"""


def test_what_the_person_wrote_beside_it_stays(home: Path) -> None:
    file = home / "preferences.toml"
    file.write_text(KEPT_BY_HAND)
    kept = read_preferences(file)
    write_preferences(replace(kept, language="nl", keys={"live.break": "f12"}), file)
    text = file.read_text()
    for line in ("# Van de beamer in zaal 2", 'theme = "nord"', "# voor later", '"live.room" = 3'):
        assert line in text
    assert read_preferences(file) == replace(kept, language="nl", keys={"live.break": "f12"})


@pytest.mark.parametrize("broken", [b"theme = ", b"language = \xff"])
def test_a_file_that_cannot_be_read_is_laid_aside_and_not_lost(home: Path, broken: bytes) -> None:
    file = home / "preferences.toml"
    file.write_bytes(broken)
    write_preferences(Preferences(language="nl"), file)
    assert read_preferences(file) == Preferences(language="nl")
    assert (home / "preferences.unread").read_bytes() == broken


def test_preferences_that_cannot_be_kept_say_so(home: Path) -> None:
    (home / "config").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="config"):
        write_preferences(Preferences(language="nl"), preferences_file())


def test_formats_lie_in_the_package_once_installed_and_in_the_checkout_before(
    tmp_path: Path,
) -> None:
    package = tmp_path / "socinno_tui"
    package.mkdir()
    assert data_folder(package) == tmp_path / "data"
    (package / "data").mkdir()
    assert data_folder(package) == package / "data"
