"""The apps that `tests.benchmarks.feed` compares; F5 gives the last idea another verdict."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pendulum
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.topic import Topic
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.idea_entry import IdeaEntry
from socinno_tui.widgets.idea_feed import IdeaFeed

NOW = pendulum.datetime(2026, 11, 23, 9, 0)


class Floor(ThemedApp[None]):
    """Nothing but a line to type in."""

    def compose(self) -> ComposeResult:
        yield Input()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False


class WithFeed(ThemedApp[None]):
    """The feed over its line, as on the live screen."""

    BINDINGS = [Binding("f5", "change", "")]

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts

    def compose(self) -> ComposeResult:
        yield IdeaFeed()
        yield IdeaEntry()

    def on_mount(self) -> None:
        entry = self.query_one(IdeaEntry)
        entry.cursor_blink = False
        entry.focus()
        ideas = tuple(
            Idea(str(number), number, "t", text, NOW) for number, text in enumerate(self._texts, 1)
        )
        meeting = Meeting("m", "", "UTC", NOW, (Topic("t"),), phase=Phase.IDEATION)
        self._show(replace(meeting, ideas=ideas, last_number=len(ideas)))

    @property
    def _meeting(self) -> Meeting:
        meeting = self.query_one(IdeaFeed).meeting
        assert meeting is not None
        return meeting

    def _show(self, meeting: Meeting) -> None:
        self.query_one(IdeaFeed).meeting = meeting

    def on_idea_entry_offered(self, message: IdeaEntry.Offered) -> None:
        self._show(self._meeting.with_idea(Idea(str(uuid4()), 0, "t", message.text, NOW)))
        self.query_one(IdeaEntry).accept()

    def action_change(self) -> None:
        last = self._meeting.ideas[-1]
        verdict = None if last.is_selected else Verdict(VerdictKind.SELECTED)
        self._show(self._meeting.with_verdict(last.id, verdict))


class WithOptionList(ThemedApp[None]):
    """The same with Textual's OptionList."""

    CSS = "OptionList { height: 1fr; border: none; }"
    BINDINGS = [Binding("f5", "change", "")]

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts
        self._changed = False

    def compose(self) -> ComposeResult:
        options = OptionList()
        options.add_options(
            Option(Content(f"#{number} {text}")) for number, text in enumerate(self._texts, 1)
        )
        yield options
        yield Input()

    def on_mount(self) -> None:
        entry = self.query_one(Input)
        entry.cursor_blink = False
        entry.focus()
        self.call_after_refresh(self._to_end)

    def _to_end(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = options.option_count - 1
        options.scroll_end(animate=False)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self._texts.append(message.value)
        options = self.query_one(OptionList)
        options.add_option(Option(Content(f"#{len(self._texts)} {message.value}")))
        message.input.value = ""
        self._to_end()

    def action_change(self) -> None:
        options = self.query_one(OptionList)
        self._changed = not self._changed
        last = options.option_count - 1
        sign = "★" if self._changed else "☆"
        options.replace_option_prompt_at_index(last, Content(f"{sign} {self._texts[last]}"))


def run(kind: str, texts: list[str]) -> None:
    """Run one of the apps until it is stopped."""
    if kind == "floor":
        Floor().run()
    elif kind == "feed":
        WithFeed(texts).run()
    else:
        WithOptionList(texts).run()
