"""The closing screen: it does not let go until each selected idea has one owner and a date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import var

from socinno_tui.domain.closing import gaps
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.agenda_dialog import AgendaDialog
from socinno_tui.screens.answers import AnswersScreen
from socinno_tui.screens.closing_fields import ClosingFields
from socinno_tui.screens.closing_questions import (
    Finish,
    ask_to_finish,
    ask_to_finish_unanswered,
    ask_what_instead,
)
from socinno_tui.screens.messages import MeetingLeft
from socinno_tui.screens.reason_dialog import ask_why_not
from socinno_tui.screens.room_switch import ROOM_KEY, WithRoomView
from socinno_tui.service.answering import Answering
from socinno_tui.service.clock import Clock
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.running_agenda import RunningAgenda
from socinno_tui.widgets.action_form import ActionForm
from socinno_tui.widgets.answer_line import AnswerLine
from socinno_tui.widgets.gap_line import GapLine
from socinno_tui.widgets.help_pane import HelpText
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.question_pane import QuestionPane
from socinno_tui.widgets.room_view import RoomView
from socinno_tui.widgets.standing_line import StandingLine
from socinno_tui.widgets.told_field import ToldField
from socinno_tui.wording.states import open_points_line, step_words


class ClosingScreen(WithRoomView):
    """Who works out which idea, and by when. Every way out leads past what is still open."""

    CSS_PATH = "closing.tcss"
    AUTO_FOCUS = ""
    TEACHES = help_texts.CLOSING
    BINDINGS = [
        Binding("f8", "finish", N_("finish"), id="closing.finish"),
        Binding("f4", "decide_otherwise", N_("not this idea"), id="closing.decide_otherwise"),
        Binding("f7", "back", N_("back to choosing"), id="closing.back"),
        Binding("f6", "answers", N_("answers"), show=False, id="closing.answers"),
        # In its help: at 80 columns the bar has no room for one more.
        replace(ROOM_KEY, show=False),
        Binding("ctrl+z", "take_back", N_("Undo"), show=False, id="closing.take_back"),
        Binding("ctrl+g", "agenda", N_("agenda"), show=False, id="closing.agenda"),
        Binding("escape,q", "hold_on", N_("what is still open"), show=False, id="closing.hold_on"),
        Binding("down", "app.focus_next", show=False, id="closing.focus_next"),
        Binding("up", "app.focus_previous", show=False, id="closing.focus_previous"),
    ]

    meeting: var[Meeting | None] = var(None)

    def __init__(self, closing: ClosingMeeting, live: LiveMeeting, clock: Clock) -> None:
        super().__init__()
        self._agreeing = closing
        self._live = live
        self._clock = clock
        self._fields = ClosingFields(closing, clock)

    def compose(self) -> ComposeResult:
        yield QuestionPane().data_bind(ClosingScreen.meeting)
        yield RoomView(self._clock.now).data_bind(ClosingScreen.meeting)
        yield GapLine().data_bind(ClosingScreen.meeting)
        yield AnswerLine().data_bind(ClosingScreen.meeting)
        yield self._fields
        yield StandingLine()
        yield KeyBar()

    async def on_mount(self) -> None:
        await self._lay_out()
        # Only then is it known where the first open point stands.
        self.call_after_refresh(self._fields.go_on)

    async def watch_meeting(self) -> None:
        if self.is_mounted:
            await self._lay_out()

    async def _lay_out(self) -> None:
        read_only = self._agreeing.opened.read_only
        self.query_one(StandingLine).show(self._agreeing.meeting, read_only=read_only)
        await self._fields.lay_out()

    def help_text(self) -> HelpText:
        """Who only reads along does not do what this moment asks."""
        return help_texts.WATCHING if self._agreeing.opened.read_only else self.TEACHES

    # The gate

    def hold_on(self) -> None:
        """Say what is still open and put the cursor there; when nothing is, ask to close."""
        self.leave_room_view()
        if self._agreeing.opened.read_only:
            self.post_message(MeetingLeft())
        elif self.attempt(self._fields.keep_all):
            self._hold_on()

    def _hold_on(self) -> None:
        meeting = self._agreeing.meeting
        if open_points := gaps(meeting):
            self._fields.go_to(open_points[0])
            self.say(open_points_line(open_points, len(meeting.selected)), "warning")
        elif meeting.review_typed and meeting.review_date is None:
            self._fields.focus_review()
            self.say(_("The review date is not understood: mend it, or leave it empty."), "warning")
        else:
            self._ask_to_finish()

    def action_agenda(self) -> None:
        self.app.push_screen(AgendaDialog(RunningAgenda(self._live.opened)))

    def action_hold_on(self) -> None:
        if not self.leave_room_view():
            self.hold_on()

    def action_finish(self) -> None:
        self.hold_on()

    def _ask_to_finish(self) -> None:
        def answered(finish: bool | None) -> None:
            if finish:
                self.attempt(self._live.move_on)

        def chosen(first: Finish | None) -> None:
            if first is Finish.ANSWER:
                self.action_answers()
            else:
                answered(first is Finish.CLOSE)

        unanswered = len(self._agreeing.meeting.unanswered)
        if unanswered:
            self.app.push_screen(ask_to_finish_unanswered(unanswered), chosen)
        else:
            self.app.push_screen(ask_to_finish(), answered)

    def action_answers(self) -> None:
        """Go through the ideas that have no answer yet."""
        self.app.push_screen(AnswersScreen(Answering(self._agreeing.opened)))

    def room_view_switched(self) -> None:
        if self.room_shown:
            self.set_focus(None)
        else:
            self._fields.go_on()

    # Other ways for an idea

    def action_decide_otherwise(self) -> None:
        if self.leave_room_view():
            return
        meant = self._fields.meant
        if meant is None:
            sentence = _("Put the cursor on the idea that is meant, and press {key} again.")
            self.say(sentence.format(key=self.key_of("closing.decide_otherwise")))
            return
        idea = self._agreeing.meeting.idea(meant)

        def chosen(kind: VerdictKind | None) -> None:
            if kind is VerdictKind.LATER:
                self.attempt(lambda: self._live.judge(idea.id, kind))
            elif kind is VerdictKind.NO:
                self.app.push_screen(ask_why_not(idea), declined)

        def declined(reason: str | None) -> None:
            if reason is not None:
                self.attempt(lambda: self._live.judge(idea.id, VerdictKind.NO, reason))

        self.app.push_screen(ask_what_instead(idea), chosen)

    def action_take_back(self) -> None:
        self.attempt(lambda: self.say(step_words(self._live.take_back())))

    def action_back(self) -> None:
        self.attempt(self._live.move_back)

    # What is typed

    def on_action_form_owner_typed(self, message: ActionForm.OwnerTyped) -> None:
        self._take(lambda: self._agreeing.type_owner(message.idea_id, message.text))

    def on_action_form_due_typed(self, message: ActionForm.DueTyped) -> None:
        self._take(lambda: self._agreeing.type_due(message.idea_id, message.text))

    def on_action_form_first_step_typed(self, message: ActionForm.FirstStepTyped) -> None:
        self._take(lambda: self._agreeing.type_first_step(message.idea_id, message.text))

    def on_told_field_typed(self, message: ToldField.Typed) -> None:
        self._take(lambda: self._fields.keep(message.about, message.text))

    def _take(self, keep: Callable[[], object]) -> None:
        # A field tells its text when it is first shown too, here where nothing can be kept.
        if not self._agreeing.opened.read_only:
            self.attempt(keep)
