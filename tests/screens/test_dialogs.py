import pytest
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList, Static

from socinno_tui.i18n import Language, speaking
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.dialogs import (
    AskChoice,
    AskLine,
    AskYesNo,
    ShowText,
)
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.theme import THEMES, ThemedApp
from socinno_tui.widgets.help_pane import HelpText
from socinno_tui.widgets.line_field import LineField

HOSTILE = "[/foo] [@click=app.quit]klik[/] [bold]"

SIZES = [(80, 24), (120, 36), (60, 20)]


class Room(ThemedApp[None]):
    """Holds what the dialogs gave."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []

    def compose(self) -> ComposeResult:
        yield Static("de vraag van de zaal")

    def ask(self, dialog: Screen[bool] | Screen[str | None] | Screen[int | None]) -> None:
        self.push_screen(dialog, self.answers.append)


def text_of(app: ThemedApp[None], selector: str) -> str:
    return str(app.screen.query_one(selector, Static).content)


def yes_or_no() -> AskYesNo:
    return AskYesNo("Doorgaan naar kiezen?", "Ja, kiezen", "Nee, nog even")


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], False),
        (["y"], True),
        (["j"], True),
        (["n"], False),
        (["escape"], False),
        (["left", "enter"], True),
        (["tab", "enter"], True),
        (["tab", "tab", "enter"], False),
    ],
)
async def test_yes_or_no_by_keys(keys: list[str], answer: bool) -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(yes_or_no())
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert app.answers == [answer]
        assert not isinstance(app.screen, Dialog)


async def test_enter_gives_the_answer_that_is_said_to_be_safe() -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(AskYesNo("Doorgaan?", "Ja", "Nee", enter=True))
        await pilot.pause()
        assert text_of(app, "#enter") == "Enter: Ja · Esc: Nee"
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == [True]


@pytest.mark.parametrize(("button", "answer"), [("#yes", True), ("#no", False)])
@pytest.mark.parametrize("size", SIZES)
async def test_yes_or_no_by_mouse(button: str, answer: bool, size: tuple[int, int]) -> None:
    app = Room()
    async with app.run_test(size=size) as pilot:
        app.ask(yes_or_no())
        await pilot.pause()
        assert await pilot.click(button)
        await pilot.pause()
        assert app.answers == [answer]


async def test_what_enter_gives_is_told_and_follows_the_focus() -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(yes_or_no())
        await pilot.pause()
        assert text_of(app, "#enter") == "Enter: Nee, nog even"
        await pilot.press("left")
        assert text_of(app, "#enter") == "Enter: Ja, kiezen · Esc: Nee, nog even"


@pytest.mark.parametrize(("language", "letter"), [("nl", "J"), ("en", "Y")])
async def test_the_letter_shown_is_that_of_the_language(language: Language, letter: str) -> None:
    app = Room()
    with speaking(language):
        async with app.run_test() as pilot:
            app.ask(yes_or_no())
            await pilot.pause()
            assert str(app.screen.query_one("#yes", Button).label) == f"{letter}  Ja, kiezen"


def choice() -> AskChoice[int]:
    return AskChoice("Verlaten?", [("p", "Pauze", 1), ("a", "Naar afsluiten", 2), ("3", "Nee", 3)])


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], 1),
        (["down", "enter"], 2),
        (["a"], 2),
        (["A"], 2),
        (["3"], 3),
        (["x", "p"], 1),
        (["escape"], None),
    ],
)
async def test_a_choice_by_keys(keys: list[str], answer: int | None) -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(choice())
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert app.answers == [answer]


async def test_the_first_of_two_quick_answers_counts_and_takes_nothing_else_away() -> None:
    app = Room()
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        beneath = app.screen
        app.ask(choice())
        await pilot.pause()
        asked = app.screen
        assert isinstance(asked, AskChoice)
        for value in (1, 2, 2):
            asked.dismiss(value)
        await pilot.pause()
        assert app.answers == [1]
        assert app.screen is beneath


async def test_a_choice_by_mouse() -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(choice())
        await pilot.pause()
        await pilot.click(OptionList, offset=(4, 1))
        await pilot.pause()
        assert app.answers == [2]


def one_name(text: str) -> str | None:
    return None if text == "Anouk" else f"Eén naam: {text} [/foo]"


def refusals_shown(app: ThemedApp[None]) -> list[str]:
    found = app.screen.query("#said").results(Static)
    return [words for refusal in found if (words := str(refusal.content))]


async def test_a_refused_line_keeps_what_was_typed_and_says_why() -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(AskLine("Wie?", "iedereen", check=one_name))
        await pilot.pause()
        assert refusals_shown(app) == []
        await pilot.press("enter")
        assert refusals_shown(app) == ["▲ Eén naam: iedereen [/foo]"]
        assert app.screen.query_one(Input).value == "iedereen"
        assert app.answers == []
        await pilot.press("x")
        assert refusals_shown(app) == []
        app.screen.query_one(Input).value = "Anouk"
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == ["Anouk"]


async def test_escape_gives_no_line() -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(AskLine("Wie?", "Anouk"))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.answers == [None]


async def test_a_suggestion_is_taken_with_the_arrow() -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(AskLine("Wie?", suggestions=("Fatma de Vries", "Anouk van der Meer")))
        await pilot.pause()
        await pilot.press("a", "n")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert app.answers == ["Anouk van der Meer"]


async def test_several_lines_pasted_become_one() -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.ask(AskLine("Waarom?", "omdat "))
        await pilot.pause()
        await paste(pilot, "het te duur is\nen te lang duurt\n")
        assert app.screen.query_one(LineField).value == "omdat het te duur is en te lang duurt"


async def paste(pilot: Pilot[None], text: str) -> None:
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(Paste(text))
    await pilot.pause()


@pytest.mark.parametrize("key", ["escape", "enter", "q", "f1"])
async def test_shown_text_is_put_away(key: str) -> None:
    app = Room()
    async with app.run_test() as pilot:
        app.push_screen(HelpDialog("Hulp", HelpText("Eén", (HOSTILE,))))
        await pilot.pause()
        assert isinstance(app.screen, HelpDialog)
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(app.screen, ShowText)


async def test_long_text_can_be_read_to_its_end() -> None:
    app = Room()
    async with app.run_test(size=(40, 12)) as pilot:
        app.push_screen(ShowText("Ideeën", [Content(f"regel {n}") for n in range(60)]))
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause(0.5)
        last = app.screen.query("#text Static").last()
        assert app.screen.query_one("#text").region.contains_region(last.region)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["yes or no", "choice", "line", "help"])
async def test_every_dialog_fits_and_leaves_the_top_to_the_question(
    name: str, size: tuple[int, int], theme: str
) -> None:
    app = Room()
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        if name == "yes or no":
            app.ask(AskYesNo(HOSTILE, HOSTILE, HOSTILE))
        elif name == "choice":
            app.ask(AskChoice(HOSTILE, [("a", HOSTILE, 1), ("b", HOSTILE, 2)]))
        elif name == "line":
            app.ask(AskLine(HOSTILE, HOSTILE, placeholder=HOSTILE, suggestions=(HOSTILE,)))
        else:
            app.push_screen(HelpDialog(HOSTILE, HelpText(HOSTILE)))
        await pilot.pause()
        frame = app.screen.query_one("#frame")
        assert frame.region.bottom == size[1]
        assert app.screen.region.contains_region(frame.region)
        assert frame.max_scroll_y == 0
        assert frame.region.y >= (1 if size[1] < 24 else size[1] // 2)
        assert HOSTILE in text_of(app, "#question")


async def test_of_a_long_line_the_end_is_in_sight_where_the_cursor_is() -> None:
    app = Room()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(AskLine("Anders?", "woord " * 80 + "slot"))
        await pilot.pause()
        await pilot.pause()
        assert "woord slot" in app.screen.query_one(Input).render_line(0).text
