import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from socinno_tui.i18n import speaking
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.fitting import one_line
from socinno_tui.widgets.row_list import ASIDE_WIDTH, RowList, row, spread

texts = st.text(alphabet="abc éè漢字🙂[]/@", max_size=90).map(one_line).map(Content)


@given(st.tuples(texts, texts), st.tuples(texts, texts), st.integers(1, 200))
def test_a_row_is_two_lines_that_never_pass_its_width(
    aside: tuple[Content, Content], text: tuple[Content, Content], width: int
) -> None:
    lines = row(aside, text, width).split("\n")
    assert len(lines) == 2
    assert max(line.cell_length for line in lines) <= width


@given(texts, texts, st.integers(0, 200))
def test_a_line_with_two_ends_never_passes_its_width(
    left: Content, right: Content, width: int
) -> None:
    assert spread(left, right, width).cell_length <= width


def test_the_left_end_gives_way_and_says_so() -> None:
    line = spread(Content("Alle bijeenkomsten"), Content("▲ 2 te laat"), 24)
    assert line.plain == "Alle bijee…  ▲ 2 te laat"


def test_what_presses_stands_in_a_column_of_its_own() -> None:
    left, right = Content("▲ 365 dagen te laat"), Content("Zelfscan bij de ingang")
    first, second = row((left, Content.empty()), (right, right), 60).split("\n")
    assert first.plain == "▲ 365 dagen te laat  Zelfscan bij de ingang"
    assert second.plain.index("Z") == ASIDE_WIDTH


class Wall(ThemedApp[None]):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield RowList()

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.opened.append(event.option.id)

    def show(self, *ids: str, cursor_on: str = "") -> None:
        text = Content("Een idee dat breder is dan een smalle lijst ooit zal zijn")
        self.query_one(RowList).show(
            [(one, lambda width: row((Content(), Content()), (text, text), width)) for one in ids],
            cursor_on=cursor_on,
        )


@pytest.mark.parametrize(
    ("after", "chosen"),
    [
        (("new", "a", "b", "c"), "b"),
        (("a", "c", "d"), "c"),
        (("a",), "a"),
        ((), None),
    ],
)
async def test_the_cursor_stays_on_its_own_or_about_where_it_was(
    after: tuple[str, ...], chosen: str | None
) -> None:
    app = Wall()
    async with app.run_test() as pilot:
        app.show("a", "b", "c")
        await pilot.press("down")
        app.show(*after)
        await pilot.pause()
        assert app.query_one(RowList).chosen == chosen


async def test_the_cursor_can_be_put_on_another() -> None:
    app = Wall()
    async with app.run_test():
        app.show("a", "b", "c", cursor_on="c")
        assert app.query_one(RowList).chosen == "c"
        app.show("a", "b", cursor_on="gone")
        assert app.query_one(RowList).chosen == "b"


async def test_enter_is_left_to_the_screen() -> None:
    app = Wall()
    async with app.run_test() as pilot:
        app.show("a", "b")
        await pilot.press("enter")
        assert app.opened == []


async def test_rows_are_made_anew_for_another_width() -> None:
    app = Wall()
    with speaking("nl"):
        async with app.run_test(size=(100, 24)) as pilot:
            app.show("a", "b")
            await pilot.press("down")
            rows = app.query_one(RowList)
            assert "…" not in str(rows.options[0].prompt)
            await pilot.resize_terminal(50, 24)
            await pilot.pause()
            assert "…" in str(rows.options[0].prompt)
            assert rows.chosen == "b"
