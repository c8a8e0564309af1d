"""The feed while ideas come in and change."""

from dataclasses import replace

from socinno_tui.domain.idea import Verdict, VerdictKind
from socinno_tui.widgets.idea_feed import IdeaFeed
from tests.meetings import a_meeting, a_topic, an_idea, idea_id
from tests.widgets.feed_room import LONG, Room, focus, ideas, in_selection


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
