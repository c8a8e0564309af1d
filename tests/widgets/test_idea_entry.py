"""The line keeps what is typed until it is saved, and lets nothing harmful in."""

import pytest
from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from socinno_tui.domain.idea import IDEA_LIMIT
from socinno_tui.i18n import speaking
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.idea_entry import COUNTED_FROM, IdeaEntry


class Desk(ThemedApp[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield IdeaEntry()

    @property
    def entry(self) -> IdeaEntry:
        return self.query_one(IdeaEntry)

    @property
    def beneath(self) -> str:
        return str(self.entry.border_subtitle or "")

    @on(IdeaEntry.Offered)
    @on(IdeaEntry.SeveralPasted)
    @on(IdeaEntry.LeftAbove)
    @on(Input.Submitted)
    def keep(self, message: Message) -> None:
        self.heard.append(message)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.query_one(IdeaEntry).post_message(events.Paste(text))
    await pilot.pause()


async def test_enter_offers_the_text_and_keeps_it_until_accepted() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"een idee", "enter")
        [message] = app.heard
        assert isinstance(message, IdeaEntry.Offered)
        assert message.text == "een idee"
        assert app.entry.value == "een idee"
        app.entry.hint = "lijkt op #7"
        app.entry.accept()
        await pilot.pause()
        assert app.entry.value == ""
        assert app.beneath == ""
        assert app.entry.has_focus


@pytest.mark.parametrize("typed", ["", "   "])
async def test_nothing_typed_is_not_offered(typed: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.entry.value = typed
        await pilot.press("enter")
        assert app.heard == []


async def test_several_lines_pasted_are_handed_on_and_not_typed() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"al getypt")
        await paste(pilot, "- een\r\n\r\n- twee \n- drie\x1b[2J\n")
        [message] = app.heard
        assert isinstance(message, IdeaEntry.SeveralPasted)
        assert message.lines == ("een", "twee", "drie [2J")
        assert app.entry.value == "al getypt"


async def test_one_line_pasted_goes_where_the_cursor_is() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"ac", "left")
        await paste(pilot, "b\n")
        assert app.entry.value == "abc"
        await pilot.press("ctrl+shift+a")
        await paste(pilot, "anders")
        assert app.entry.value == "anders"
        await paste(pilot, "\n \n")
        assert app.entry.value == "anders"
        assert app.heard == []


async def test_the_apps_own_clipboard_is_pasted_the_same_way() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.copy_to_clipboard("een\ntwee")
        await pilot.press("ctrl+v")
        [message] = app.heard
        assert isinstance(message, IdeaEntry.SeveralPasted)
        assert message.lines == ("een", "twee")


async def test_control_characters_do_not_come_in() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.entry.insert_text_at_cursor("a\x1b]52;c;x\x07b\u202ec\u200bd")
        await pilot.pause()
        assert app.entry.value == "a ]52;c;x bcd"
        await paste(pilot, "\x1b[31m")
        assert "\x1b" not in app.entry.value


async def test_characters_are_counted_down_near_the_end() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await paste(pilot, "x" * (IDEA_LIMIT - COUNTED_FROM - 1))
        assert app.beneath == ""
        await pilot.press("x")
        assert app.beneath == f"{COUNTED_FROM} characters left"
        await paste(pilot, "x" * (COUNTED_FROM - 1))
        assert app.beneath == "1 character left"
        await pilot.press("x", "x")
        assert len(app.entry.value) == IDEA_LIMIT
        assert app.beneath == "1 character too long: not taken over"
        await pilot.press("backspace")
        assert app.beneath == "1 character left"


async def test_a_paste_that_does_not_fit_changes_nothing_and_says_so() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"kort")
        await paste(pilot, "x" * IDEA_LIMIT)
        assert app.entry.value == "kort"
        assert app.beneath == "4 characters too long: not taken over"
        await pilot.press("s")
        assert app.beneath == ""


async def test_the_hint_stands_beneath_and_is_never_markup() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.entry.hint = "lijkt op #7 [/foo] [@click=app.quit]x[/]"
        await pilot.pause()
        content = app.entry._border_subtitle
        assert content is not None
        assert content.plain == "lijkt op #7 [/foo] [@click=app.quit]x[/]"
        assert "lijkt" in app.export_screenshot()


async def test_up_leaves_to_the_ideas() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("up")
        assert isinstance(app.heard[-1], IdeaEntry.LeftAbove)


async def test_the_line_invites_in_the_chosen_language() -> None:
    with speaking("nl"):
        app = Desk()
        async with app.run_test():
            assert app.entry.placeholder == "typ een idee, Enter"
