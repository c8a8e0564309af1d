"""The feed as the room sees it, and what is found in it."""

import pytest
from rich.cells import cell_len
from textual.theme import Theme

from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import speaking
from socinno_tui.theme import DARK, LIGHT
from socinno_tui.widgets.idea_feed import IdeaFeed
from tests.meetings import a_meeting, an_idea, idea_id
from tests.widgets.feed_room import LONG, Room, focus, in_selection

# What is shown


async def test_text_hangs_under_itself_beside_its_number() -> None:
    app = Room(a_meeting(ideas=[an_idea(1, LONG)]))
    async with app.run_test(size=(50, 12)):
        first, second = app.lines[1:3]
        assert "#1" in first
        begins = first.index("Een lang")
        assert second[:begins].strip() == ""
        assert second[begins] != " "


async def test_every_line_is_as_wide_as_the_feed() -> None:
    texts = ("漢字" * 40, "👨‍👩‍👧 " * 30, LONG, "x" * 300, "nieuwe\nregel")
    for width in (20, 50, 80, 120):
        app = Room(a_meeting(ideas=[an_idea(n, text) for n, text in enumerate(texts, 1)]))
        async with app.run_test(size=(width, 40)):
            feed = app.feed
            widths = {cell_len(feed.render_line(y).text) for y in range(feed.size.height)}
            assert widths == {feed.size.width}


async def test_what_is_typed_is_never_markup() -> None:
    hostile = "[bold]dik[/bold] [/foo] [@click=app.quit]weg[/]"
    app = Room(a_meeting(ideas=[an_idea(1, hostile)]))
    async with app.run_test(size=(80, 12)):
        assert hostile in app.shown


async def test_dots_stand_in_a_column_of_their_own() -> None:
    app = Room(in_selection(an_idea(1, dots=3), an_idea(2, LONG, dots=5), an_idea(3, dots=12)))
    async with app.run_test(size=(60, 12)):
        rows = [line for line in app.lines if "●" in line]
        assert [row.split()[-1] for row in rows[:2]] == ["●●●", "●●●●●"]
        assert rows[2].endswith("12 ●")
        assert len({len(row) for row in rows}) == 1


async def test_a_verdict_has_a_sign_and_where_there_is_room_a_word() -> None:
    some = (
        an_idea(1, verdict=VerdictKind.SELECTED),
        an_idea(2, verdict=VerdictKind.LATER),
        an_idea(3, verdict=VerdictKind.NO, reason="te duur"),
        an_idea(4),
    )
    app = Room(in_selection(*some))
    async with app.run_test(size=(80, 12)):
        assert [line[1] for line in app.lines[1:5]] == ["★", "P", "×", " "]
        assert "selected" not in app.shown
    app = Room(in_selection(*some))
    async with app.run_test(size=(120, 12)):
        assert [line[1] for line in app.lines[1:5]] == ["★", "P", "×", " "]
        for word, line in zip(("selected", "later", "no"), app.lines[1:4], strict=True):
            assert line.split()[-1] == word


async def test_the_reason_opens_under_the_cursor() -> None:
    app = Room(in_selection(an_idea(1, verdict=VerdictKind.NO, reason="te duur"), an_idea(2)))
    async with app.run_test(size=(80, 12)) as pilot:
        assert "te duur" not in app.shown
        await focus(pilot)
        await pilot.press("home")
        assert "no: te duur" in app.shown
        await pilot.press("down")
        assert "te duur" not in app.shown


async def test_every_original_opens_under_its_lead_and_folds_again() -> None:
    some = (an_idea(1, "app"), an_idea(2, "website", dots=2, merged_into=1), an_idea(3, "balie"))
    app = Room(in_selection(*some))
    async with app.run_test(size=(80, 12)) as pilot:
        assert "+1" in app.shown
        assert "website" not in app.shown
        feed = await focus(pilot)
        await pilot.press("home")
        [line] = [line for line in app.lines if "website" in line]
        assert "└ #2 website" in line
        assert line.endswith("●●")
        await pilot.press("down")
        assert "website" not in app.shown
        await pilot.press("up", "enter", "down")
        assert feed.highlighted == idea_id(3)
        assert "website" in app.shown
        await pilot.press("up", "enter", "down")
        assert "website" not in app.shown


async def test_size_in_words_where_there_is_room() -> None:
    app = Room(in_selection(an_idea(1), an_idea(2, merged_into=1), an_idea(3, merged_into=1)))
    async with app.run_test(size=(120, 12)):
        assert "3 together" in app.shown
        assert "3 ideas · 1 after merging" in app.lines[0]


@pytest.mark.parametrize(
    ("phase", "sentence"),
    [
        (Phase.PREPARATION, "Here the ideas will stand"),
        (Phase.IDEATION, "Which idea comes up first?"),
        (Phase.SELECTION, "There are no ideas on this topic."),
    ],
)
async def test_without_ideas_one_sentence_invites(phase: Phase, sentence: str) -> None:
    app = Room(a_meeting(phase, ideas=()))
    async with app.run_test(size=(80, 12)) as pilot:
        assert sentence in app.shown
        await focus(pilot)
        await pilot.press("s", "m", "space", "enter", "up", "home", "end")
        assert not [one for one in app.heard if isinstance(one, IdeaFeed.Asked)]


async def test_without_a_meeting_or_room_nothing_breaks() -> None:
    app = Room(None)
    async with app.run_test(size=(80, 12)) as pilot:
        assert app.shown.strip() == "0 ideas"
        app.feed.styles.width = 0
        await pilot.pause()
        app.feed.meeting = a_meeting()
        await pilot.pause()
        app.feed.styles.width = 3
        await pilot.pause()
        app.feed.styles.width = "1fr"
        await pilot.pause()
        assert "#12" in app.shown


async def test_it_speaks_dutch() -> None:
    with speaking("nl"):
        app = Room(in_selection(an_idea(1, verdict=VerdictKind.SELECTED)))
        async with app.run_test(size=(120, 12)):
            assert "1 idee" in app.lines[0]
            assert "gekozen" in app.lines[1]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
async def test_the_cursor_stands_out_by_more_than_colour(theme: Theme) -> None:
    app = Room(a_meeting())
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme.name
        await focus(pilot)
        under, above = app.lines[13], app.lines[1]
        assert under.startswith("▌")
        assert above.startswith(" ")
        grounds = {
            segment.style.bgcolor
            for y in (1, 13)
            for segment in app.feed.render_line(y)
            if segment.style is not None
        }
        assert len(grounds) == 2


# Finding


async def test_find_shows_only_what_holds_the_text() -> None:
    app = Room(a_meeting())
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.find = "BALIE"
        await pilot.pause()
        assert app.feed.found_count == 2
        assert "2 with “BALIE”" in app.lines[0]
        assert "balie" in app.lines[1]
        app.feed.find = "#7"
        await pilot.pause()
        assert app.feed.found_count == 1
        app.feed.find = ""
        await pilot.pause()
        assert app.feed.found_count == 12


async def test_what_is_found_is_underlined() -> None:
    app = Room(a_meeting())
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.find = "de app"
        await pilot.pause()
        found = [
            segment.text
            for segment in app.feed.render_line(1)
            if segment.style is not None and segment.style.underline
        ]
        assert found == ["de app"]


async def test_find_looks_in_what_was_merged_too() -> None:
    app = Room(in_selection(an_idea(1, "app"), an_idea(2, "straße", merged_into=1), an_idea(3)))
    async with app.run_test(size=(80, 14)) as pilot:
        app.feed.find = "STRASSE"
        await pilot.pause()
        assert app.feed.found_count == 1
        app.feed.find = "[/nergens]"
        await pilot.pause()
        assert "No idea here holds “[/nergens]”." in app.shown


async def test_a_mark_outlives_finding_something_else() -> None:
    app = Room(a_meeting())
    async with app.run_test(size=(80, 24)) as pilot:
        feed = await focus(pilot)
        await pilot.press("space")
        feed.find = "balie"
        await pilot.pause()
        feed.find = ""
        await pilot.pause()
        assert feed.marked == {idea_id(12)}


async def test_ideas_that_come_in_while_finding_show_when_they_fit() -> None:
    app = Room(a_meeting(ideas=[an_idea(1, "balie"), an_idea(2, "app")]))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.find = "balie"
        app.add("een tweede balie", "iets anders")
        await pilot.pause()
        assert "#3 een tweede balie" in app.shown
        assert "#4" not in app.shown
