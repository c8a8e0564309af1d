"""The room view, on the facilitator's screen and in a window of its own, as it should look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from socinno_tui.i18n import Language, choose, current_language
from socinno_tui.screens.room_app import RoomApp
from socinno_tui.service.example import example_meetings
from socinno_tui.service.following import Following
from socinno_tui.service.library import Library
from socinno_tui.settings import data_folder
from socinno_tui.store.store import Store
from tests.moments import ROOM
from tests.screens.test_snapshots import NORMAL, WIDE, Compare
from tests.staged import CLOCK, Prepare, Stage, closed, play, selected, staged_app
from tests.staged import closing as agreeing

SMALL, LARGE = (60, 20), (200, 50)
SIZES = pytest.mark.parametrize("size", [NORMAL, WIDE], ids=["80x24", "120x36"])
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])

ROOMS: dict[str, Prepare | None] = {
    "live": None,
    "selection": selected,
    "closing": agreeing,
    "recap": closed,
}


@SIZES
@LANGUAGES
@pytest.mark.parametrize("stage", ROOM, ids=lambda stage: stage.name)
def test_room_view_looks_as_it_should(
    stage: Stage, language: Language, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(stage, language, tmp_path)

    assert snap_compare(app, terminal_size=size, run_before=play(stage))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["60x20", "200x50"])
@pytest.mark.parametrize("theme", ["socinno-dark", "socinno-light"])
def test_room_view_looks_as_it_should_at_any_size(
    theme: str, size: tuple[int, int], snap_compare: Compare, tmp_path: Path
) -> None:
    app = staged_app(ROOM[0], "nl", tmp_path, theme=theme)

    assert snap_compare(app, terminal_size=size, run_before=play(ROOM[0]))


@pytest.fixture
def followed(tmp_path: Path) -> Iterator[Following]:
    with closing(Following(tmp_path / "meetings.db", CLOCK)) as following:
        yield following


def a_room(name: str, language: Language, folder: Path, followed: Following) -> RoomApp:
    """The room's window on the example as it stands at a stage."""
    choose(language, {})
    with closing(Store.open(folder / "meetings.db")) as store:
        library = Library(store, CLOCK)
        *_others, example = example_meetings(data_folder(), current_language(), CLOCK)
        library.put_back(example)
        prepare = ROOMS[name]
        if prepare is not None:
            prepare(library, example.id)
    return RoomApp(followed, ticking=False)


@SIZES
@LANGUAGES
@pytest.mark.parametrize("name", ROOMS)
def test_room_window_looks_as_it_should(
    name: str,
    language: Language,
    size: tuple[int, int],
    snap_compare: Compare,
    tmp_path: Path,
    followed: Following,
) -> None:
    app = a_room(name, language, tmp_path, followed)

    assert snap_compare(app, terminal_size=size, run_before=play(Stage(name)))


@SIZES
@LANGUAGES
def test_waiting_room_looks_as_it_should(
    language: Language, size: tuple[int, int], snap_compare: Compare, followed: Following
) -> None:
    choose(language, {})

    app = RoomApp(followed, ticking=False)

    assert snap_compare(app, terminal_size=size, run_before=play(Stage("waiting")))
