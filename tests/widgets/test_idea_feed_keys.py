"""What the keys and the mouse do in the feed, and what they ask for."""

import pytest
from textual.widgets import Input

from socinno_tui.domain.phase import Phase
from socinno_tui.widgets.idea_feed import IdeaFeed
from tests.meetings import a_meeting, an_idea, idea_id
from tests.widgets.feed_room import LONG, Room, focus, ideas, in_selection


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
