from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import ScreenResume
from textual.message import Message
from textual.widgets import Input

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.screens.help_dialog import HelpDialog
from socinno_tui.screens.messages import MeetingChosen, QuitAsked, RegisterAsked
from socinno_tui.service.library import Library
from socinno_tui.store.store import Store
from tests.agreements import CLOCK, Agreed, a_closed_meeting
from tests.meetings import STARTS_AT, a_meeting, a_prepared_meeting
from tests.screens.shelf import a_shelf

HOSTILE = "[/foo] [@click=app.quit]klik[/] [bold]"

LATE = a_closed_meeting("late", [Agreed(-4), Agreed(-2), Agreed(30)], days_ago=40)
RUNNING = a_closed_meeting(
    "running", [Agreed(20)], title="Boeken op tijd bij thuislezers", days_ago=20
)
UNCLOSED = replace(
    a_meeting(Phase.CLOSING), title="De kantine na vijf uur", starts_at=STARTS_AT.subtract(days=60)
)
UNTITLED = a_closed_meeting("untitled", title="", days_ago=10)
SOME = (RUNNING, UNTITLED, LATE, UNCLOSED)


def many(count: int) -> list[Meeting]:
    return [
        a_closed_meeting(f"nr {n}", [Agreed(n)], title=f"Bijeenkomst {n}", days_ago=n)
        for n in range(count)
    ]


async def test_all_meetings_what_is_overdue_first_each_with_what_waits_there(
    tmp_path: Path,
) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, SOME) as shelf:
            lines = [line.rstrip() for line in shelf.shown()]
    assert lines[0] == (
        " Alle bijeenkomsten                             ▲ 2 te laat · 4 open afspraken"
    )
    assert lines[1:9] == [
        "▌▲ 2 te laat          Kortere wachttijd aan de balie",
        "▌  3 open             wo 14 okt · opvolgen",
        " ▲ niet afgesloten    De kantine na vijf uur",
        "                      do 24 sep · afsluiten",
        " ✓ niets meer open    Hoe halveren we de wachttijd aan de balie, binnen het b…",
        "                      vr 13 nov · opvolgen",
        " ○ 1 open             Boeken op tijd bij thuislezers",
        "                      di 3 nov · opvolgen",
    ]


async def test_a_review_date_stands_beside_what_is_open_and_shows_when_it_has_come(
    tmp_path: Path,
) -> None:
    due = replace(LATE, review_date=STARTS_AT.date())
    later = replace(RUNNING, review_date=STARTS_AT.date().add(days=9))
    ended = replace(UNTITLED, review_date=STARTS_AT.date())
    with speaking("nl"):
        async with a_shelf(tmp_path, [due, later, ended]) as shelf:
            lines = [line.rstrip() for line in shelf.shown()]
    assert lines[2].endswith("wo 14 okt · opvolgen · ↻ terugkommoment vandaag")
    assert lines[4].endswith("vr 13 nov · opvolgen")
    assert lines[6].endswith("di 3 nov · opvolgen · terugkommoment wo 2 dec")


@pytest.mark.parametrize(
    ("language", "welcome"),
    [("nl", "Welkom. Er zijn nog geen bijeenkomsten."), ("en", "no meetings yet")],
)
async def test_an_empty_library_says_how_to_begin(
    tmp_path: Path, language: Language, welcome: str
) -> None:
    with speaking(language):
        async with a_shelf(tmp_path) as shelf:
            said = shelf.said("#empty")
            assert welcome in said
            assert "n: " in said
            assert "Ctrl+P" in said
            assert not shelf.rows.display
            assert "/" not in shelf.key_bar
            await shelf.press("enter", "c", "delete", "slash", "u")
            assert shelf.asked == []
            await shelf.press("n")
            assert len(shelf.stored_ids()) == 1


async def test_enter_opens_the_meeting_under_the_cursor(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, SOME) as shelf:
        await shelf.press("down", "enter")
        assert shelf.asked == [MeetingChosen(UNCLOSED.id)]


async def test_a_click_puts_the_cursor_there_and_another_opens(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, SOME) as shelf:
        await shelf.pilot.click(shelf.rows, offset=(30, 7))
        assert shelf.asked == []
        assert shelf.rows.chosen == RUNNING.id
        await shelf.pilot.click(shelf.rows, offset=(30, 6))
        assert shelf.asked == [MeetingChosen(RUNNING.id)]


async def test_a_new_meeting_is_in_the_file_and_opens(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, SOME) as shelf:
        await shelf.press("n")
        (asked,) = shelf.asked
        assert isinstance(asked, MeetingChosen)
        assert shelf.stored_ids() == {asked.meeting_id, *(meeting.id for meeting in SOME)}
        shelf.screen.post_message(ScreenResume())
        await shelf.pilot.pause()
        assert shelf.rows.chosen == asked.meeting_id


async def test_a_copy_opens_and_the_meeting_it_came_from_stays(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [a_prepared_meeting()]) as shelf:
            await shelf.press("c")
            (asked,) = shelf.asked
            assert isinstance(asked, MeetingChosen)
            assert shelf.stored_ids() == {asked.meeting_id, a_prepared_meeting().id}
            copied = shelf.store.meeting(asked.meeting_id)
            assert copied.title == "Kortere wachttijd aan de balie (vervolg)"


async def test_delete_asks_and_enter_keeps(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, SOME) as shelf:
        await shelf.press("delete")
        assert isinstance(shelf.house.screen, AskYesNo)
        await shelf.press("enter")
        assert shelf.stored_ids() == {meeting.id for meeting in SOME}
        assert "u " not in shelf.key_bar


async def test_what_was_deleted_is_put_back_one_by_one(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, SOME) as shelf:
            await shelf.press("delete", "j", "backspace", "j")
            assert shelf.stored_ids() == {RUNNING.id, UNTITLED.id}
            assert shelf.ids == [UNTITLED.id, RUNNING.id]
            assert "u terugzetten" in shelf.key_bar
            await shelf.press("u")
            assert shelf.rows.chosen == UNCLOSED.id
            await shelf.press("u")
            assert shelf.rows.chosen == LATE.id
            assert "terugzetten" not in shelf.key_bar
            again = Store.open(shelf.file)
            assert [again.meeting(meeting.id) for meeting in SOME] == list(SOME)
            again.close()


async def test_the_last_one_deleted_can_be_put_back_too(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [LATE]) as shelf:
        await shelf.press("delete", "y")
        assert not shelf.rows.display
        await shelf.press("u", "enter")
        assert shelf.asked == [MeetingChosen(LATE.id)]


async def test_what_another_window_holds_stays_and_that_is_said(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [UNCLOSED]) as shelf:
            other = Store.open(shelf.file)
            opened = Library(other, CLOCK).open(UNCLOSED.id)
            await shelf.press("delete", "j")
            assert shelf.stored_ids() == {UNCLOSED.id}
            (notice,) = shelf.notices
            assert notice.startswith("Deze bijeenkomst is in een ander venster open")
            opened.release()
            other.close()


async def test_find_shows_what_has_the_words_as_they_are_typed(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, SOME) as shelf:
            await shelf.press("slash")
            await shelf.write("wacht")
            assert shelf.ids == [LATE.id, UNCLOSED.id, UNTITLED.id, RUNNING.id]
            await shelf.write(" KANTINE")
            assert shelf.ids == [UNCLOSED.id]
            assert "1 van 4 bijeenkomsten" in shelf.said("#title")
            assert shelf.key_bar.startswith("Esc alles tonen")
            await shelf.press("enter", "enter")
            assert shelf.asked == [MeetingChosen(UNCLOSED.id)]


async def test_the_cursor_moves_in_what_is_found_while_typing(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, many(12)) as shelf:
        await shelf.press("slash")
        await shelf.write("bijeenkomst 1")
        assert len(shelf.ids) == 3
        await shelf.press("down", "down", "up", "enter", "enter")
        assert shelf.asked == [MeetingChosen(shelf.ids[1] or "")]


async def test_escape_clears_what_is_sought_before_it_quits(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, SOME) as shelf:
            await shelf.press("slash")
            await shelf.write("qxn")
            assert shelf.said("#empty").startswith("Geen bijeenkomst met deze woorden")
            await shelf.press("escape")
            assert len(shelf.ids) == len(SOME)
            assert shelf.asked == []
            assert not shelf.screen.query_one("#find", Input).display
            await shelf.press("escape")
            assert [type(asked) for asked in shelf.asked] == [QuitAsked]


@pytest.mark.parametrize(
    ("key", "kind"), [("q", QuitAsked), ("a", RegisterAsked), ("r", RegisterAsked)]
)
async def test_the_ways_on(tmp_path: Path, key: str, kind: type[Message]) -> None:
    async with a_shelf(tmp_path, SOME) as shelf:
        await shelf.press(key)
        assert [type(asked) for asked in shelf.asked] == [kind]


async def test_what_changed_meanwhile_is_seen_on_coming_back_with_the_cursor_in_place(
    tmp_path: Path,
) -> None:
    async with a_shelf(tmp_path, many(30)) as shelf:
        await shelf.press("end", "up")
        chosen = shelf.rows.chosen
        shelf.store.write(None, LATE)
        shelf.screen.post_message(ScreenResume())
        await shelf.pilot.pause()
        assert shelf.ids[0] == LATE.id
        assert shelf.rows.chosen == chosen


async def test_a_title_is_never_read_as_markup(tmp_path: Path) -> None:
    hostile = replace(LATE, title=HOSTILE)
    async with a_shelf(tmp_path, [hostile], size=(120, 36)) as shelf:
        assert any(HOSTILE in line for line in shelf.shown())
        await shelf.press("delete")
        assert any(HOSTILE in line for line in shelf.shown())
        await shelf.press("y", "u")
        assert shelf.stored_ids() == {hostile.id}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
async def test_every_key_fits_in_the_bar(tmp_path: Path, language: Language, width: int) -> None:
    with speaking(language):
        async with a_shelf(tmp_path, SOME, size=(width, 24)) as shelf:
            await shelf.press("delete", "y")
            assert "…" not in shelf.key_bar
            assert len(shelf.key_bar.splitlines()) <= 2


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 50)])
async def test_nothing_is_cut_off_without_a_sign(tmp_path: Path, size: tuple[int, int]) -> None:
    long = replace(LATE, title="Een lange titel " * 20)
    with speaking("nl"):
        async with a_shelf(tmp_path, [long, *many(40)], size=size) as shelf:
            assert shelf.row.splitlines()[0].rstrip().endswith("…")
            for option in shelf.rows.options:
                assert len(str(option.prompt).splitlines()) == 2
            assert shelf.rows.max_scroll_x == 0


async def test_help_tells_what_is_done_here(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, SOME) as shelf:
            await shelf.press("f1")
            assert isinstance(shelf.house.screen, HelpDialog)
            assert any("te laat" in line for line in shelf.shown())


async def test_an_example_says_that_it_is_one(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [replace(LATE, is_example=True)]) as shelf:
            assert "opvolgen · voorbeeld" in shelf.row
