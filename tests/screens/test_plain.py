"""With a screen reader: words in lines, nothing drawn, nothing that moves by itself."""

from pathlib import Path

import pytest
from textual.widgets import Input

from socinno_tui.app import SocinnoApp
from socinno_tui.service.example import example_meetings
from socinno_tui.service.library import Library
from socinno_tui.settings import KeptPreferences, Preferences, data_folder
from socinno_tui.store.store import Store
from socinno_tui.wording.plain import WITHOUT_SIGNS, choose_plain, is_plain
from tests.staged import BY_NAME, CLOCK, Stage, play, selected

STAGES = ("library", "prepare", "live", "live-ideas", "selection", "closing", "recap", "walk")
DRAWN = {chr(code) for code in WITHOUT_SIGNS}


@pytest.fixture(autouse=True)
def _as_before() -> object:
    yield
    choose_plain(False)


def plain_app(folder: Path, stage: Stage) -> SocinnoApp:
    store = Store.open(folder / "plain.db")
    library = Library(store, CLOCK)
    opens = ""
    for meeting in example_meetings(data_folder(), "nl", CLOCK):
        library.put_back(meeting)
        opens = meeting.id
    if stage.prepare is not None:
        stage.prepare(library, opens)
    return SocinnoApp(
        store,
        CLOCK,
        (),
        open_first=opens if stage.opens else "",
        ticking=False,
        kept=KeptPreferences(Preferences(screen_reader=True, tour_shown=True)),
    )


def read_aloud(app: SocinnoApp) -> str:
    """What reaches the terminal, line after line."""
    lines = []
    background = app.screen.background_colors[1]
    for drawn in app.screen._compositor.render_strips():
        line = drawn
        for one in app.get_line_filters():
            line = line.apply_filter(one, background)
        lines.append(line.text)
    return "\n".join(lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("name", STAGES)
async def test_nothing_is_drawn_and_every_line_keeps_its_length(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    app = plain_app(tmp_path, BY_NAME[name])
    async with app.run_test(size=size) as pilot:
        await play(BY_NAME[name])(pilot)
        text = read_aloud(app)
        assert not DRAWN & set(text)
        assert {len(line) for line in text.splitlines()} == {size[0]}


async def test_states_are_told_in_words_and_nothing_stands_side_by_side(tmp_path: Path) -> None:
    stage = Stage("chosen", prepare=selected)
    app = plain_app(tmp_path, stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert app.screen.has_class("-narrow")
        lines = read_aloud(app).splitlines()
        assert any("#4 " in line and "selected" in line and "dots" in line for line in lines)


async def test_nothing_moves_by_itself(tmp_path: Path) -> None:
    app = plain_app(tmp_path, BY_NAME["live"])
    async with app.run_test() as pilot:
        await pilot.pause()
        assert is_plain()
        assert app.animation_level == "none"
        assert not any(field.cursor_blink for field in app.screen.query(Input) if field.has_focus)
