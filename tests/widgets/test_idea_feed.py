"""The feed as the room sees it, and what its keys ask for."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Input

from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import speaking
from socinno_tui.theme import DARK, LIGHT, ThemedApp
from socinno_tui.widgets.idea_feed import IdeaFeed
from tests.meetings import a_meeting, a_topic, an_idea, idea_id

LONG = "Een lang idee dat op geen enkele manier op één regel past, want het gaat maar door en door"


class Room(ThemedApp[None]):
    """The feed over a line to type in, as on the live screen; what was asked is kept."""

    def __init__(self, meeting: Meeting | None) -> None:
        super().__init__()
        self.meeting = meeting
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield IdeaFeed()
        yield Input()

    def on_mount(self) -> None:
        self.feed.meeting = self.meeting
        self.query_one(Input).focus()

    @property
    def feed(self) -> IdeaFeed:
        return self.query_one(IdeaFeed)

    @property
    def lines(self) -> list[str]:
        """The feed's lines, as text."""
        feed = self.feed
        return [feed.render_line(y).text.rstrip() for y in range(feed.size.height)]

    @property
    def shown(self) -> str:
        return "\n".join(self.lines)

    def add(self, *texts: str) -> None:
        meeting = self.feed.meeting
        assert meeting is not None
        first = meeting.last_number + 1
        self.feed.meeting = meeting.with_ideas(
            tuple(an_idea(number, text) for number, text in enumerate(texts, first))
        )

    def change(self, changed: Callable[[Meeting], Meeting]) -> None:
        assert self.feed.meeting is not None
        self.feed.meeting = changed(self.feed.meeting)

    @on(IdeaFeed.Asked)
    @on(IdeaFeed.MergeAsked)
    @on(IdeaFeed.FindAsked)
    @on(IdeaFeed.LeftBelow)
    @on(IdeaFeed.Highlighted)
    @on(IdeaFeed.Marked)
    def keep(self, message: Message) -> None:
        self.heard.append(message)

    def last(self, kind: type[Message]) -> Message:
        return [message for message in self.heard if isinstance(message, kind)][-1]


def ideas(count: int, text: str = "") -> tuple[Idea, ...]:
    return tuple(an_idea(number, text and f"{text} {number}") for number in range(1, count + 1))


def in_selection(*some: Idea) -> Meeting:
    return a_meeting(Phase.SELECTION, ideas=some)


async def focus(pilot: Pilot[None]) -> IdeaFeed:
    feed = pilot.app.query_one(IdeaFeed)
    feed.focus()
    await pilot.pause()
    return feed


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


# What comes in


async def test_the_newest_is_in_sight() -> None:
    app = Room(a_meeting(ideas=ideas(40)))
    async with app.run_test(size=(80, 14)) as pilot:
        assert "#40" in app.shown
        app.add("nog een", LONG)
        await pilot.pause()
        assert "#42" in app.shown
        assert app.feed.unseen == 0


async def test_who_scrolled_up_is_told_how_many_are_new() -> None:
    app = Room(a_meeting(ideas=ideas(40)))
    async with app.run_test(size=(80, 14)) as pilot:
        app.feed.scroll_to(y=5, animate=False)
        await pilot.pause()
        top = app.lines[1]
        app.add("een", "twee", "drie")
        await pilot.pause()
        assert app.lines[1] == top
        assert app.lines[-1].strip() == "3 new ↓"
        await focus(pilot)
        await pilot.press("end")
        assert "#43" in app.shown
        assert "new ↓" not in app.shown


async def test_a_click_on_the_sign_follows_it() -> None:
    app = Room(a_meeting(ideas=ideas(40)))
    async with app.run_test(size=(80, 14)) as pilot:
        app.feed.scroll_to(y=0, animate=False)
        app.add("nieuw")
        await pilot.pause()
        assert app.feed.unseen == 1
        await pilot.click(IdeaFeed, offset=(40, app.feed.size.height - 1))
        assert "#41" in app.shown
        assert app.feed.unseen == 0


async def test_a_cursor_further_up_is_not_pushed_out_of_sight() -> None:
    app = Room(a_meeting(ideas=ideas(40)))
    async with app.run_test(size=(80, 14)) as pilot:
        feed = await focus(pilot)
        await pilot.press(*["up"] * 5)
        at = feed.highlighted
        app.add(*(f"idee {n}" for n in range(30)))
        await pilot.pause()
        assert feed.highlighted == at
        assert any(line.startswith("▌") for line in app.lines)
        assert app.lines[-1].strip() == "30 new ↓"


async def test_adding_keeps_what_stood_there() -> None:
    app = Room(a_meeting(ideas=ideas(3)))
    async with app.run_test(size=(80, 14)) as pilot:
        before = app.lines[1:4]
        app.add("vierde")
        await pilot.pause()
        assert app.lines[1:4] == before
        assert "#4 vierde" in app.lines[4]
        assert "4 ideas" in app.lines[0]


async def test_added_one_by_one_or_at_once_looks_the_same() -> None:
    texts = [f"{LONG} {n}" for n in range(30)]
    whole = Room(a_meeting(ideas=[an_idea(n, text) for n, text in enumerate(texts, 1)]))
    async with whole.run_test(size=(70, 20)):
        expected = whole.lines
    grown = Room(a_meeting(ideas=()))
    async with grown.run_test(size=(70, 20)) as pilot:
        for text in texts:
            grown.add(text)
        await pilot.pause()
        assert grown.lines == expected


async def test_merging_splitting_and_deleting_show_at_once() -> None:
    app = Room(in_selection(*ideas(4, "idee")))
    async with app.run_test(size=(80, 14)) as pilot:
        feed = await focus(pilot)
        feed.highlight(idea_id(2))
        feed.marked = frozenset({idea_id(3)})
        app.change(lambda meeting: meeting.with_merged(idea_id(2), frozenset({idea_id(3)})))
        await pilot.pause()
        assert feed.marked == frozenset()
        assert "└ #3 idee 3" in app.shown
        app.change(lambda meeting: meeting.with_split(idea_id(2)))
        await pilot.pause()
        assert "└" not in app.shown
        app.change(lambda meeting: meeting.without_idea(idea_id(2)))
        await pilot.pause()
        assert "#2" not in app.shown
        assert feed.highlighted == idea_id(3)


async def test_a_verdict_and_another_wording_show_at_once() -> None:
    app = Room(in_selection(*ideas(3, "idee")))
    async with app.run_test(size=(80, 14)) as pilot:
        app.change(lambda meeting: meeting.with_idea_text(idea_id(1), "anders gezegd"))
        app.change(lambda meeting: meeting.with_verdict(idea_id(2), Verdict(VerdictKind.SELECTED)))
        app.change(lambda meeting: meeting.with_dots(idea_id(3), 4))
        await pilot.pause()
        assert "anders gezegd" in app.lines[1]
        assert app.lines[2][1] == "★"
        assert app.lines[3].endswith("●●●●")


async def test_another_topic_has_its_own_ideas() -> None:
    here, there = a_topic(), a_topic("De telefoon", "Hoe korten we de wachtrij aan de telefoon in?")
    meeting = replace(
        a_meeting(ideas=[an_idea(1, "balie"), an_idea(2, "terugbellen", topic=there)]),
        topics=(here, there),
        topic_on=here.id,
    )
    app = Room(meeting)
    async with app.run_test(size=(80, 14)) as pilot:
        feed = await focus(pilot)
        assert "balie" in app.shown
        assert "terugbellen" not in app.shown
        app.change(lambda meeting: replace(meeting, topic_on=there.id))
        await pilot.pause()
        assert feed.topic_id == there.id
        assert "terugbellen" in app.shown
        assert "balie" not in app.shown
        assert feed.highlighted is None


async def test_another_width_wraps_anew() -> None:
    app = Room(a_meeting(ideas=[an_idea(1, LONG)]))
    async with app.run_test(size=(120, 14)) as pilot:
        assert app.lines[2] == ""
        await pilot.resize_terminal(50, 14)
        await pilot.pause()
        assert app.lines[2].strip() != ""


# Keys and mouse


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("e", IdeaFeed.EditAsked),
        ("x", IdeaFeed.SplitAsked),
        ("d", IdeaFeed.DotsAsked),
        ("s", IdeaFeed.SelectAsked),
        ("l", IdeaFeed.LaterAsked),
        ("n", IdeaFeed.NoAsked),
        ("delete", IdeaFeed.DeleteAsked),
    ],
)
async def test_each_key_asks_for_the_idea_under_the_cursor(
    key: str, asked: type[IdeaFeed.Asked]
) -> None:
    app = Room(a_meeting(Phase.SELECTION))
    async with app.run_test(size=(80, 24)) as pilot:
        await focus(pilot)
        await pilot.press("up", key)
        message = app.last(IdeaFeed.Asked)
        assert type(message) is asked
        assert message.idea_id == idea_id(11)


async def test_marks_are_merged_under_the_cursor() -> None:
    app = Room(a_meeting(Phase.SELECTION))
    async with app.run_test(size=(80, 24)) as pilot:
        await focus(pilot)
        await pilot.press("space", "up", "space", "up", "space")
        marked = app.last(IdeaFeed.Marked)
        assert isinstance(marked, IdeaFeed.Marked)
        assert marked.marked == {idea_id(12), idea_id(11), idea_id(10)}
        assert app.shown.count("◆ #") == 3
        assert "3 marked" in app.lines[0]
        await pilot.press("space", "up", "m")
        merge = app.last(IdeaFeed.MergeAsked)
        assert isinstance(merge, IdeaFeed.MergeAsked)
        assert merge.lead_id == idea_id(9)
        assert merge.other_ids == {idea_id(12), idea_id(11)}


async def test_the_lead_is_not_among_the_others() -> None:
    app = Room(a_meeting(Phase.SELECTION))
    async with app.run_test(size=(80, 24)) as pilot:
        await focus(pilot)
        await pilot.press("space", "m")
        merge = app.last(IdeaFeed.MergeAsked)
        assert isinstance(merge, IdeaFeed.MergeAsked)
        assert merge.other_ids == frozenset()


async def test_down_past_the_last_leaves_to_the_line_below() -> None:
    app = Room(a_meeting())
    async with app.run_test(size=(80, 24)) as pilot:
        feed = await focus(pilot)
        assert feed.highlighted == idea_id(12)
        await pilot.press("down")
        assert isinstance(app.heard[-1], IdeaFeed.LeftBelow)
        app.query_one(Input).focus()
        await pilot.pause()
        assert "▌" not in app.shown


async def test_home_up_and_down_stay_within_the_ideas() -> None:
    app = Room(a_meeting(ideas=ideas(60, LONG)))
    async with app.run_test(size=(60, 14)) as pilot:
        feed = await focus(pilot)
        await pilot.press("home", "up")
        assert feed.highlighted == idea_id(1)
        assert app.lines[1].startswith("▌")
        for number in range(2, 20):
            await pilot.press("down")
            assert feed.highlighted == idea_id(number)
            assert any(line.startswith("▌") and f"#{number} " in line for line in app.lines)


async def test_an_idea_higher_than_the_feed_can_be_read_to_its_end() -> None:
    long = " ".join(f"woord{n}" for n in range(60))
    app = Room(a_meeting(ideas=[an_idea(1, "kort"), an_idea(2, long), an_idea(3, "kort")]))
    async with app.run_test(size=(40, 10)) as pilot:
        feed = await focus(pilot)
        await pilot.press("home", "down")
        seen = app.shown
        for _ in range(20):
            if feed.highlighted != idea_id(2):
                break
            await pilot.press("down")
            seen += app.shown
        assert feed.highlighted == idea_id(3)
        assert all(f"woord{n}" in seen for n in range(60))


async def test_the_clickers_keys_are_left_to_the_screen() -> None:
    app = Room(a_meeting(ideas=ideas(40)))
    async with app.run_test(size=(80, 14)) as pilot:
        feed = await focus(pilot)
        before = app.lines
        await pilot.press("pageup", "pageup", "pagedown", "full_stop", "b", "escape")
        assert app.lines == before
        assert not {"pageup", "pagedown", "escape"} & {key for key, _binding in feed._bindings}


async def test_a_click_puts_the_cursor_there() -> None:
    app = Room(a_meeting())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(IdeaFeed, offset=(20, 3))
        assert app.feed.has_focus
        assert app.feed.highlighted == idea_id(3)
        highlighted = app.last(IdeaFeed.Highlighted)
        assert isinstance(highlighted, IdeaFeed.Highlighted)
        assert highlighted.idea_id == idea_id(3)
        await pilot.click(IdeaFeed, offset=(20, 0))
        assert app.feed.highlighted == idea_id(3)


async def test_the_wheel_scrolls_and_the_end_follows_again() -> None:
    app = Room(a_meeting(ideas=ideas(40)))
    async with app.run_test(size=(80, 14)) as pilot:
        app.feed.scroll_relative(y=-6, animate=False)
        await pilot.pause()
        app.add("nieuw")
        await pilot.pause()
        assert app.feed.unseen == 1
        app.feed.scroll_relative(y=50, animate=False)
        await pilot.pause()
        assert app.feed.unseen == 0


async def test_highlighting_an_idea_that_was_merged_shows_its_lead() -> None:
    app = Room(in_selection(an_idea(1), an_idea(2, merged_into=1), an_idea(3)))
    async with app.run_test(size=(80, 14)) as pilot:
        feed = await focus(pilot)
        feed.highlight(idea_id(2))
        assert feed.highlighted == idea_id(1)
        feed.highlight("not there")
        assert feed.highlighted == idea_id(1)


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
