"""The feed over a line to type in, with what it holds and what it asked."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.idea_feed import IdeaFeed
from tests.meetings import a_meeting, an_idea

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
