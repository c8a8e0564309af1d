"""The recap: what this meeting brought, for the room to read and weeks later to come back to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from socinno_tui.domain.action import ActionState
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.messages import MeetingLeft, QuitAsked, RegisterAsked, WalkAsked
from socinno_tui.screens.taking_along import TAKE_ALONG_KEYS, TakesAlong, TakingAlong
from socinno_tui.service.clock import Clock
from socinno_tui.service.exports import Exports
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.recap_pane import RecapPane


class RecapScreen(TakesAlong):
    """The meeting in one overview."""

    CSS_PATH = "recap.tcss"
    TEACHES = help_texts.RECAP
    BINDINGS = [
        Binding("f2,a", "agreements", N_("agreements"), key_display="F2", id="recap.agreements"),
        Binding("w", "walk", N_("walk through"), id="recap.walk"),
        *TAKE_ALONG_KEYS,
        Binding("escape", "leave", N_("all meetings"), id="recap.leave"),
        Binding("q", "quit_asked", N_("quit"), show=False, id="recap.quit"),
        Binding("down", "scroll('down')", show=False, id="recap.scroll_down"),
        Binding("up", "scroll('up')", show=False, id="recap.scroll_up"),
        Binding("pagedown,space", "scroll('page_down')", show=False, id="recap.scroll_page_down"),
        Binding("pageup", "scroll('page_up')", show=False, id="recap.scroll_page_up"),
    ]

    meeting: var[Meeting | None] = var(None)

    def __init__(self, exports: Exports, clock: Clock) -> None:
        super().__init__()
        self.taking = TakingAlong(self, exports)
        self._clock = clock

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        with VerticalScroll(id="recap"):
            yield RecapPane(self._clock.now, self._clock.today()).data_bind(RecapScreen.meeting)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#recap").focus()

    def watch_meeting(self, meeting: Meeting | None) -> None:
        if meeting is None or not self.is_mounted:
            return
        topic = meeting.topic
        title = _("Recap: {title}").format(title=meeting.title or topic.name or topic.question)
        self.query_one("#title", Static).update(Content.styled(title, "bold $heading"))
        self.refresh_bindings()

    def action_agreements(self) -> None:
        if self.meeting is not None:
            self.post_message(RegisterAsked(self.meeting.id))

    def action_walk(self) -> None:
        if self.meeting is not None:
            self.post_message(WalkAsked(self.meeting.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is open still can be gone through."""
        if action == "walk" and self.meeting is not None:
            return any(one.state is ActionState.OPEN for one in self.meeting.actions)
        return True

    @property
    def taken_along(self) -> str | None:
        assert self.meeting is not None
        return self.meeting.id

    def action_leave(self) -> None:
        self.post_message(MeetingLeft())

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())

    def action_scroll(self, way: str) -> None:
        pane = self.query_one("#recap", VerticalScroll)
        {
            "down": pane.scroll_down,
            "up": pane.scroll_up,
            "page_down": pane.scroll_page_down,
            "page_up": pane.scroll_page_up,
        }[way](animate=False)
