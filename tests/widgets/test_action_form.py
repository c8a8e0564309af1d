from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pendulum import Date
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Paste
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input, Static

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.idea import Cluster
from socinno_tui.i18n import speaking
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.action_form import ActionForm, NameSuggester, due_lines, owner_lines
from socinno_tui.widgets.idea_title import idea_title
from socinno_tui.widgets.told_field import ToldField
from tests.meetings import TODAY, an_idea, idea_id

HOSTILE = "[@click=app.quit]weg[/] [/foo]"


class House(ThemedApp[None]):
    def __init__(self, action: ActionItem | None) -> None:
        super().__init__()
        self.heard: list[Message] = []
        idea = Cluster(an_idea(7, HOSTILE, dots=3), ())
        self.form = ActionForm(
            idea, action, present=("Fatma de Vries", "Jan"), known=("Team",), today=TODAY
        )

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield self.form
            yield ToldField("goal", HOSTILE, "")

    def on_action_form_owner_typed(self, message: ActionForm.OwnerTyped) -> None:
        self.heard.append(message)

    def on_action_form_due_typed(self, message: ActionForm.DueTyped) -> None:
        self.heard.append(message)

    def on_action_form_first_step_typed(self, message: ActionForm.FirstStepTyped) -> None:
        self.heard.append(message)

    def on_told_field_typed(self, message: ToldField.Typed) -> None:
        self.heard.append(message)


@asynccontextmanager
async def a_house(action: ActionItem | None = None) -> AsyncIterator[tuple[House, Pilot[None]]]:
    house = House(action)
    async with house.run_test(size=(80, 24)) as pilot:
        house.heard.clear()
        yield house, pilot


async def test_each_letter_is_told_with_the_idea_it_is_about() -> None:
    async with a_house() as (house, pilot):
        house.form.focus_owner()
        await pilot.press("J", "a", "enter", "x", "enter", "y", "enter", "z")
        seven = idea_id(7)
        assert house.heard == [
            ActionForm.OwnerTyped(seven, "J"),
            ActionForm.OwnerTyped(seven, "Ja"),
            ActionForm.DueTyped(seven, "x"),
            ActionForm.FirstStepTyped(seven, "y"),
            ToldField.Typed("goal", "z"),
        ]


async def test_what_was_kept_is_shown_again() -> None:
    kept = ActionItem("a", idea_id(7), owner_typed="Anna en", due_typed="ooit", first_step="bel")
    async with a_house(kept) as (house, _pilot):
        form = house.form
        assert (form.owner, form.due, form.first_step) == ("Anna en", "ooit", "bel")


async def test_what_was_agreed_elsewhere_is_shown_as_if_typed() -> None:
    async with a_house(ActionItem("a", idea_id(7), "Anna", Date(2026, 12, 11))) as (house, _pilot):
        assert (house.form.owner, house.form.due) == ("Anna", "2026-12-11")


async def test_a_day_later_the_date_is_counted_from_that_day() -> None:
    kept = ActionItem("a", idea_id(7), "Anna", Date(2026, 12, 11), due_typed="11 dec")
    async with a_house(kept) as (house, pilot):
        house.form.show(kept, TODAY.add(days=1))
        await pilot.pause()
        assert "in 17 days" in str(house.form.query_one(".said", Static).render())


async def test_a_paste_of_several_lines_is_kept_whole() -> None:
    async with a_house() as (house, pilot):
        house.form.query_one(".first-step", Input).focus()
        await pilot.pause()
        assert house.focused is not None
        house.focused.post_message(Paste("bel de leverancier\nen dan de gemeente"))
        await pilot.pause()
        assert house.form.first_step == "bel de leverancier en dan de gemeente"


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("fat", "Fatma de Vries"), ("FAT", "Fatma de Vries"), ("j", "Jan"), ("", None), ("x", None)],
)
async def test_a_name_is_completed_from_its_beginning(typed: str, suggested: str | None) -> None:
    suggester = NameSuggester(("Fatma de Vries", "Jan"))
    # Textual hands the text over in small letters where case does not matter.
    assert await suggester.get_suggestion(typed.casefold()) == suggested


def test_nothing_is_said_of_a_field_that_is_empty() -> None:
    assert owner_lines(" ", ()) == []
    assert due_lines(" ", TODAY) == []


def test_a_known_name_is_not_remarked_on() -> None:
    assert owner_lines("team", ("Team",)) == []
    assert len(owner_lines("team", ())) == 1


def test_what_is_remarked_stands_under_what_was_understood() -> None:
    with speaking("nl"):
        said = [line.plain for line in due_lines("27 feb 2027", TODAY)]
    assert said[0] == "✓ za 27 feb 2027 · over 96 dagen"
    assert [line[0] for line in said] == ["✓", "▲", "▲"]


@pytest.mark.parametrize("width", [24, 60, 116])
@pytest.mark.parametrize("dots", [0, 5, 120])
def test_a_title_hangs_beside_its_number_and_is_cut_with_a_sign(width: int, dots: int) -> None:
    text = "Piekuren tonen op het scherm bij de ingang, net als in de supermarkt, " * 5
    lines = idea_title(Cluster(an_idea(7, text, dots=dots), ()), width)
    first, second = (line.plain for line in lines)
    assert first.startswith("★ #7 Piekuren")
    assert second.startswith("     ")
    assert second.endswith("…")
    assert max(line.cell_length for line in lines) <= width
    assert first.endswith(f"{dots} ●") is (dots > 0)


def test_a_short_title_is_one_line() -> None:
    (line,) = idea_title(Cluster(an_idea(7, "Zelfscan", dots=0), ()), 60)
    assert line.plain.rstrip() == "★ #7 Zelfscan"
