"""The walk through the agreements: the room takes them one by one, overdue first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from socinno_tui.domain.action import Agreement
from socinno_tui.domain.walk import Stop
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.answering import CHANGE_KEYS, DONE_KEY, AnswersAgreements
from socinno_tui.screens.messages import QuitAsked, RegisterAsked
from socinno_tui.screens.walk_answers import ask_next_date, ask_on_course
from socinno_tui.service.walk import FollowUpWalk
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.row_list import spread
from socinno_tui.widgets.walk_card import WalkCard, progress, way_line
from socinno_tui.wording.dates import due_understood


class WalkScreen(AnswersAgreements):
    """One agreement at a time, each answered with one key; what was due is not passed over."""

    CSS_PATH = "walk.tcss"
    TEACHES = help_texts.WALKING
    BINDINGS = [
        DONE_KEY,
        Binding("k,c", "on_course", N_("on course"), id="walk.on_course"),
        *CHANGE_KEYS,
        Binding("right,space,enter,pagedown", "go(1)", N_("next"), key_display="→", id="walk.next"),
        Binding(
            "left,backspace,pageup", "go(-1)", N_("previous"), key_display="←", id="walk.previous"
        ),
        Binding("f", "finish", N_("finish"), id="walk.finish"),
        Binding("escape", "leave", N_("later on"), id="walk.leave"),
        Binding("q", "quit_asked", N_("quit"), show=False, id="walk.quit"),
        Binding("down", "scroll('down')", show=False, id="walk.scroll_down"),
        Binding("up", "scroll('up')", show=False, id="walk.scroll_up"),
    ]

    def __init__(self, walk: FollowUpWalk) -> None:
        super().__init__()
        self._way = walk
        self.follow_ups = walk.register
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
        if action == "go":
            return len(self._way.walk.stops) > 1
        if action == "finish":
            return bool(self._way.walk.stops)
        fitting = self.fits_state(action)
        return True if fitting is None else fitting

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

    @property
    def agreement(self) -> Agreement | None:
        return None if self._stop is None else self._stop.agreement

    def action_on_course(self) -> None:
        self.ask(ask_on_course)

    def answered(self) -> None:
        if not self.attempt(self._way.look_again):
            return
        onward = self._way.walk.next_from(self._place)
        self._place = self._place if onward is None else onward
        self._show()
        if onward is None:
            self.action_finish()

    def reopened(self) -> None:
        self.attempt(self._way.look_again)
        self._show()

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
