"""The walk through the agreements: the room takes them one by one, overdue first."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from socinno_tui.domain.action import ActionState, Agreement
from socinno_tui.domain.walk import Stop
from socinno_tui.i18n import N_, _
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskLine
from socinno_tui.screens.follow_up_answers import ask_new_owner, ask_result, ask_why_stopped
from socinno_tui.screens.messages import QuitAsked, RegisterAsked
from socinno_tui.screens.moving import ask_to_move
from socinno_tui.screens.walk_answers import ask_next_date, ask_on_course
from socinno_tui.service.register import Register
from socinno_tui.service.walk import FollowUpWalk
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.row_list import spread
from socinno_tui.widgets.walk_card import WalkCard, progress, way_line
from socinno_tui.wording.dates import due_understood

ANSWERS = frozenset({"done", "on_course", "move", "hand_over", "stop"})


class WalkScreen(SocinnoScreen):
    """One agreement at a time, each answered with one key; what was due is not passed over."""

    CSS_PATH = "walk.tcss"
    HELP = N_(
        "Take the agreements one by one with their owners in the room: is it done, on course, or "
        "does something have to change? Every answer is kept with its date. What was due needs an "
        "answer before the walk ends; leaving halfway is fine, it goes on where it stopped."
    )
    BINDINGS = [
        Binding("d", "done", N_("done")),
        Binding("k,c", "on_course", N_("on course")),
        Binding("v", "move", N_("new date")),
        Binding("h", "hand_over", N_("hand over")),
        Binding("x", "stop", N_("stop")),
        Binding("r", "reopen", N_("open again")),
        Binding("right,space,enter,pagedown", "go(1)", N_("next"), key_display="→"),
        Binding("left,backspace,pageup", "go(-1)", N_("previous"), key_display="←"),
        Binding("f", "finish", N_("finish")),
        Binding("escape", "leave", N_("later on")),
        Binding("q", "quit_asked", N_("quit"), show=False),
        Binding("down", "scroll('down')", show=False),
        Binding("up", "scroll('up')", show=False),
    ]

    def __init__(self, walk: FollowUpWalk) -> None:
        super().__init__()
        self._way = walk
        self._place = 0

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="way")
        with VerticalScroll(id="card", can_focus=True):
            yield WalkCard(self._way.today, many=not self._way.meeting_id)
            yield Static(id="nothing")
        yield KeyBar()

    def on_mount(self) -> None:
        if self.attempt(self._way.begin):
            self._place = self._way.walk.next_from(0) or 0
        self._show()
        self.query_one("#card").focus()
        if self._stop is not None and self._way.walk.next_from(0) is None:
            self.call_after_refresh(self.action_finish)

    def on_resize(self) -> None:
        self._show_way()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has ended can only be opened again; a key without use is hidden."""
        stop = self._stop
        state = None if stop is None else stop.agreement.action.state
        if action in ANSWERS:
            return state is ActionState.OPEN
        if action == "reopen":
            return state in {ActionState.DONE, ActionState.STOPPED}
        if action == "go":
            return len(self._way.walk.stops) > 1
        if action == "finish":
            return bool(self._way.walk.stops)
        return True

    # What is shown

    @property
    def _stop(self) -> Stop | None:
        stops = self._way.walk.stops
        return stops[self._place] if self._place < len(stops) else None

    def _show(self) -> None:
        stop = self._stop
        card = self.query_one(WalkCard)
        card.stop = stop
        card.display = stop is not None
        nothing = self.query_one("#nothing", Static)
        nothing.display = stop is None
        nothing.update(Content(_("There is no open agreement to go through. Esc leads back.")))
        self.query_one("#card", VerticalScroll).scroll_home(animate=False)
        self._show_way()
        self.refresh_bindings()

    def _show_way(self) -> None:
        title, way = self.query_one("#title", Static), self.query_one("#way", Static)
        count = len(self._way.walk.stops)
        left = Content.styled(_("Going through the agreements"), "bold $heading")
        right = progress(self._way.walk, self._place) if count else Content.empty()
        title.update(spread(left, right, title.content_size.width))
        way.update(way_line(self._way.walk, self._place, way.content_size.width))
        way.display = count > 0

    # Answers

    def action_done(self) -> None:
        self._ask(ask_result)

    def action_on_course(self) -> None:
        self._ask(ask_on_course)

    def action_hand_over(self) -> None:
        self._ask(ask_new_owner)

    def action_stop(self) -> None:
        self._ask(ask_why_stopped)

    def action_move(self) -> None:
        if self._stop is not None:
            ask_to_move(self.app, self._way.register, self._stop.agreement, self._answered)

    def action_reopen(self) -> None:
        stop = self._stop
        if stop is None:
            return
        if self.attempt(lambda: self._way.register.reopen(stop.agreement.action.id)):
            self.attempt(self._way.look_again)
            self._show()

    def _ask(self, asking: Callable[[Register, Agreement], AskLine]) -> None:
        if self._stop is not None:
            self.app.push_screen(asking(self._way.register, self._stop.agreement), self._answered)

    def _answered(self, text: str | None) -> None:
        if text is None or not self.attempt(self._way.look_again):
            self._show()
            return
        onward = self._way.walk.next_from(self._place)
        self._place = self._place if onward is None else onward
        self._show()
        if onward is None:
            self.action_finish()

    # The way on

    def action_go(self, step: int) -> None:
        count = len(self._way.walk.stops)
        self._place = min(max(self._place + step, 0), count - 1)
        self._show()

    def action_finish(self) -> None:
        if not self.attempt(self._way.may_end):
            self._place = self._way.walk.next_from(self._place) or 0
            self._show()
            return
        self.app.push_screen(ask_next_date(self._way), self._finished)

    def _finished(self, text: str | None) -> None:
        if text is None:
            return
        self.post_message(RegisterAsked(self._way.meeting_id, said=self._said(text)))

    def _said(self, text: str) -> str:
        next_date = self._way.next_date(text)
        if next_date is None:
            return _("The walk is done, and nothing is open any more.")
        when = due_understood(next_date, today=self._way.today)
        return _("The walk is done. We look again on {date}.").format(date=when)

    def action_leave(self) -> None:
        self.post_message(RegisterAsked(self._way.meeting_id))

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())

    def action_scroll(self, way: str) -> None:
        card = self.query_one("#card", VerticalScroll)
        {"down": card.scroll_down, "up": card.scroll_up}[way](animate=False)
