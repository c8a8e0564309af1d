import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.i18n import N_, speaking
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.help_pane import HelpText, help_lines
from socinno_tui.widgets.key_bar import KeyBar, KeyHint, fitted
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.keys import key_name


class Hall(SocinnoScreen):
    """Its words are msgids that the catalogues hold for other screens."""

    TEACHES = HelpText(N_("Ask the room a question"))
    BINDINGS = [
        Binding("f2,pagedown", "note('f2')", N_("back")),
        Binding("f4", "note('f4')", N_("break"), show=False),
        Binding("x", "note('x')", N_("close")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()
        yield KeyBar()

    def action_note(self, what: str) -> None:
        self.noted.append(what)


class House(ThemedApp[None]):
    def __init__(self) -> None:
        super().__init__()
        self.hall = Hall()

    def on_mount(self) -> None:
        self.push_screen(self.hall)


def bar_text(house: House) -> str:
    bar = house.hall.query_one(KeyBar)
    return bar.render_lines(bar.region.reset_offset)[0].text.strip()


async def test_keys_are_told_in_the_language_chosen() -> None:
    house = House()
    with speaking("nl"):
        async with house.run_test() as pilot:
            await pilot.pause()
            house.hall.set_focus(None)
            await pilot.pause()
            assert bar_text(house) == "F2 terug · x sluiten · F1 hulp"
            bindings = house.hall.active_bindings
            assert bindings["f4"].binding.description == "pauze"
    house = House()
    with speaking("en"):
        async with house.run_test() as pilot:
            await pilot.pause()
            assert bar_text(house) == "F2 back · F1 help"
            house.hall.set_focus(None)
            await pilot.pause()
            assert bar_text(house) == "F2 back · x close · F1 help"


async def test_a_click_on_a_key_does_what_the_key_does() -> None:
    house = House()
    with speaking("nl"):
        async with house.run_test() as pilot:
            await pilot.pause()
            house.hall.set_focus(None)
            await pilot.pause()
            await pilot.click(KeyBar, offset=(3, 0))
            await pilot.click(KeyBar, offset=(14, 0))
            await pilot.click(KeyBar, offset=(10, 0))
            assert house.hall.noted == ["f2", "x"]
            assert house.hall.query_one(Input).value == ""
            await pilot.click(KeyBar, offset=(25, 0))
            await pilot.pause()
            assert isinstance(house.screen, HelpDialog)


async def test_help_tells_what_one_does_here_and_all_its_keys() -> None:
    house = House()
    with speaking("nl"):
        async with house.run_test() as pilot:
            await pilot.pause()
            lines = [line.plain for line in help_lines(house.hall.full_help(), 60)]
            assert lines == [
                "Stel een vraag aan de zaal",
                "",
                "Verder",
                "F1, ?           hulp",
                "F2, PgDn        terug",
                "F4              pauze",
                "x               sluiten",
            ]
            await pilot.press("f1")
            assert len(house.screen_stack) == 3
            await pilot.press("f1")
            assert len(house.screen_stack) == 2


async def test_a_question_mark_is_text_in_a_field_and_help_outside_it() -> None:
    house = House()
    async with house.run_test() as pilot:
        await pilot.pause()
        house.hall.query_one(Input).focus()
        await pilot.press("question_mark")
        assert house.hall.query_one(Input).value == "?"
        house.hall.set_focus(None)
        await pilot.press("question_mark")
        assert isinstance(house.screen, HelpDialog)


async def test_what_is_said_is_never_read_as_markup() -> None:
    house = House()
    async with house.run_test(notifications=True) as pilot:
        await pilot.pause()
        house.hall.say("[/foo] is taken", "warning")
        await pilot.pause()
        assert "[/foo] is taken" in str(house.screen.query_one("Toast").render())


async def test_a_refusal_is_told_in_words_and_the_rest_goes_on() -> None:
    house = House()

    def refused() -> None:
        raise WrongPhase(Phase.CLOSING)

    async with house.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert not house.hall.attempt(refused)
        assert house.hall.attempt(lambda: None)
        await pilot.pause()
        toast = str(house.screen.query_one("Toast").render())
        assert words_for(WrongPhase(Phase.CLOSING)) in toast


@pytest.mark.parametrize(
    ("size", "classes"),
    [
        ((80, 24), {"-narrow", "-low"}),
        ((119, 30), {"-narrow", "-tall"}),
        ((120, 36), {"-wide", "-tall"}),
    ],
)
async def test_the_size_of_the_terminal_is_told_to_the_style_sheets(
    size: tuple[int, int], classes: set[str]
) -> None:
    house = House()
    async with house.run_test(size=size) as pilot:
        await pilot.pause()
        assert {name for name in house.hall.classes if name.startswith("-")} == classes


hints = st.lists(st.builds(KeyHint, st.just("F2"), st.text("abc é", max_size=20), st.text("xyz")))


@given(hints, st.integers(1, 200), st.integers(1, 3), st.booleans())
def test_the_key_bar_keeps_its_lines_and_its_help(
    hints: list[KeyHint], width: int, height: int, with_help: bool
) -> None:
    if with_help:
        hints = [KeyHint("F1", "hulp", "help"), *hints]
    lines = fitted(hints, width, height)
    shown = [hint for line in lines for hint in line]
    assert len(lines) <= height
    assert not with_help or shown[-1].action == "help"
    for line in lines:
        used = sum(hint.width for hint in line) + 3 * (len(line) - 1)
        assert used <= width or len(line) == 1
    if len(shown) < len(hints) and len(shown) > 1:
        assert any(hint.key == "…" for hint in shown)


@pytest.mark.parametrize(
    ("key", "name"),
    [("f2", "F2"), ("escape", "Esc"), ("ctrl+z", "Ctrl+Z"), ("ctrl+left", "Ctrl+←"), ("m", "m")],
)
def test_keys_are_named_as_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name
