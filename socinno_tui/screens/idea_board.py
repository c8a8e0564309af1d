"""The ideas and the line to type them in: what the facilitator does with ideas, by key."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive, var
from textual.widgets import Input

from socinno_tui.domain.idea import Idea, VerdictKind
from socinno_tui.domain.likeness import alike
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.text import clean
from socinno_tui.i18n import N_, _
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dot_rounds import DotRounds
from socinno_tui.screens.idea_menu import ask_what_to_do
from socinno_tui.screens.idea_questions import (
    ask_hands,
    ask_one_each,
    ask_other_text,
    ask_what_to_find,
)
from socinno_tui.screens.reason_dialog import ask_why_not
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.widgets.idea_entry import IdeaEntry
from socinno_tui.widgets.idea_feed import IdeaFeed
from socinno_tui.widgets.idea_feed_layout import Arrangement
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.states import step_words
from socinno_tui.wording.top import top_words


class IdeaBoard(Vertical):
    """The feed with its entry line; calls the service for what the keys ask."""

    BINDINGS = [
        Binding("ctrl+z", "take_back", N_("undo"), id="ideas.undo", show=False),
        Binding("u", "undo", N_("undo"), id="ideas.undo_letter"),
        Binding("r", "dot_round", N_("round of dots"), id="ideas.dot_round"),
        Binding("t", "select_top", N_("select the top"), id="ideas.top"),
        Binding("o", "change_order", N_("by dots or number"), id="ideas.order", show=False),
    ]

    meeting: var[Meeting | None] = var(None)
    in_harvest: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(self, live: LiveMeeting, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._live = live
        self._dots = DotRounds(live, lambda: self._host, self._dots_opened)
        self._rounds = SilentRounds(live.opened)

    def compose(self) -> ComposeResult:
        yield IdeaFeed().data_bind(IdeaBoard.meeting)
        yield IdeaEntry()

    @property
    def feed(self) -> IdeaFeed:
        """The ideas as the room reads them."""
        return self.query_one(IdeaFeed)

    @property
    def entry(self) -> IdeaEntry:
        """The line to type in."""
        return self.query_one(IdeaEntry)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters work on the ideas; the top is selected when the room chooses, and dots are
        counted then: a round that was begun can be counted on in any case. In a harvest the
        screen has the key that undoes: it gives the turn back.
        """
        if action == "take_back":
            return not self.in_harvest
        if action == "dot_round" and self._dots.is_on:
            return self.feed.has_focus
        if action == "undo":
            return self.feed.has_focus
        if action in {"select_top", "dot_round", "change_order"}:
            return self.feed.has_focus and self._live.meeting.phase is Phase.SELECTION
        return True

    def watch_in_harvest(self, in_harvest: bool) -> None:
        self.entry.placeholder = (
            _("type this one's idea, Enter") if in_harvest else _("type an idea, Enter")
        )

    # Ideas come in

    def on_idea_entry_offered(self, message: IdeaEntry.Offered) -> None:
        offer = self._rounds.offer if self.in_harvest else self._live.offer_idea
        if self._attempt(lambda: offer(message.text)):
            self.entry.accept()

    def on_idea_entry_several_pasted(self, message: IdeaEntry.SeveralPasted) -> None:
        lines = message.lines

        def answered(one_each: bool | None) -> None:
            if not one_each:
                self.entry.insert_text_at_cursor(" ".join(lines))
            elif not self._attempt(lambda: self._live.offer_ideas(lines)):
                self.on_idea_entry_several_pasted(message)

        self.app.push_screen(ask_one_each(lines), answered)

    @on(Input.Changed)
    def point_out_likeness(self, event: Input.Changed) -> None:
        """Say which idea the typed one is much like; nothing is held back for it."""
        meeting = self._live.meeting
        topic = meeting.topic.id
        known = {idea.number: idea.text for idea in meeting.ideas if idea.topic_id == topic}
        number = alike(clean(event.value), known)
        self.entry.hint = "" if number is None else _("like #{number}").format(number=number)

    # From line to feed and back

    def on_idea_entry_left_above(self) -> None:
        # In the room view there is no list to go to.
        if self.feed.display:
            self.feed.focus()

    def on_idea_feed_left_below(self) -> None:
        self.entry.focus()

    def leave_or_clear(self) -> bool:
        """Step back once: out of what was looked for, or to the entry line. Whether it did."""
        if self.feed.find:
            self.feed.find = ""
        elif self.feed.marked:
            self.feed.marked = frozenset()
        elif not self.entry.has_focus:
            self.entry.focus()
        else:
            return False
        return True

    # What the feed asks

    def on_idea_feed_merge_asked(self, message: IdeaFeed.MergeAsked) -> None:
        if self._attempt(lambda: self._live.merge(message.lead_id, message.other_ids)):
            self.feed.marked = frozenset()

    def on_idea_feed_split_asked(self, message: IdeaFeed.SplitAsked) -> None:
        self._attempt(lambda: self._live.split(message.idea_id))

    def on_idea_feed_menu_asked(self, message: IdeaFeed.MenuAsked) -> None:
        for cluster in self._live.meeting.clusters:
            if cluster.lead.id == message.idea_id:
                ask_what_to_do(self._host, self.feed, cluster)

    def on_idea_feed_edit_asked(self, message: IdeaFeed.EditAsked) -> None:
        idea = self._live.meeting.idea(message.idea_id)
        self._ask_other_text(idea, idea.text)

    def _ask_other_text(self, idea: Idea, typed: str) -> None:
        def answered(text: str | None) -> None:
            if text is not None and not self._attempt(lambda: self._live.word_anew(idea.id, text)):
                self._ask_other_text(idea, text)

        self.app.push_screen(ask_other_text(idea, typed), answered)

    def on_idea_feed_dots_asked(self, message: IdeaFeed.DotsAsked) -> None:
        if self._dots.is_on:
            self._dots.go_on(message.idea_id)
        else:
            self._ask_dots(self._live.meeting.idea(message.idea_id))

    def _ask_dots(self, idea: Idea, typed: str = "") -> None:
        def answered(hands: str | None) -> None:
            if hands is None:
                return
            if not self._attempt(lambda: self._live.give_dots(idea.id, int(hands))):
                self._ask_dots(idea, hands)

        self.app.push_screen(ask_hands(idea, typed), answered)

    def on_idea_feed_select_asked(self, message: IdeaFeed.SelectAsked) -> None:
        self._toggle(message.idea_id, VerdictKind.SELECTED)

    def on_idea_feed_later_asked(self, message: IdeaFeed.LaterAsked) -> None:
        self._toggle(message.idea_id, VerdictKind.LATER)

    def on_idea_feed_no_asked(self, message: IdeaFeed.NoAsked) -> None:
        idea = self._live.meeting.idea(message.idea_id)
        if idea.verdict is not None and idea.verdict.kind is VerdictKind.NO:
            self._toggle(idea.id, VerdictKind.NO)
            return
        self._ask_reason(idea)

    def _ask_reason(self, idea: Idea, typed: str = "") -> None:
        def answered(reason: str | None) -> None:
            if reason is None:
                return
            if not self._attempt(lambda: self._live.judge(idea.id, VerdictKind.NO, reason)):
                self._ask_reason(idea, reason)

        self.app.push_screen(ask_why_not(idea, typed), answered)

    def _toggle(self, idea_id: str, kind: VerdictKind) -> None:
        verdict = self._live.meeting.idea(idea_id).verdict
        again = verdict is not None and verdict.kind is kind
        self._attempt(lambda: self._live.judge(idea_id, None if again else kind))

    def on_idea_feed_delete_asked(self, message: IdeaFeed.DeleteAsked) -> None:
        number = self._live.meeting.idea(message.idea_id).number
        if self._attempt(lambda: self._live.delete(message.idea_id)):
            sentence = _("#{number} is deleted. {key} brings it back.")
            self._host.say(sentence.format(number=number, key=key_for("ideas.undo", "ctrl+z")))

    def on_idea_feed_find_asked(self) -> None:
        def found(text: str | None) -> None:
            if text is not None:
                self.feed.find = clean(text)

        self.app.push_screen(ask_what_to_find(self.feed.find), found)

    def action_take_back(self) -> None:
        returning = self._rounds.returning
        if returning is not None and self.entry.value.strip():
            self._host.say(_("Clear the line first: the last idea comes back into it."), "warning")
            return

        def take_back() -> None:
            self._host.say(step_words(self._rounds.take_back()))
            if returning is not None:
                self.entry.type_again(returning.text)

        self._attempt(take_back)

    def action_undo(self) -> None:
        self.action_take_back()

    def action_select_top(self) -> None:
        def select_top() -> None:
            top = self._live.select_top()
            if top.left_out:
                self.feed.highlight(top.left_out[0].lead.id)
            # A tie is for the room to talk about: that takes longer than reading a notice.
            self._host.say(top_words(top), lasting=bool(top.left_out))

        self._attempt(select_top)

    # A round of dots

    def action_dot_round(self) -> None:
        """Begin a round of dots, or count on."""
        self._dots.go_on()

    def _dots_opened(self) -> None:
        self.feed.arrangement = Arrangement.BY_DOTS
        self.feed.focus()
        self.feed.action_first()

    def action_change_order(self) -> None:
        by_number = self.feed.arrangement is Arrangement.BY_NUMBER
        self.feed.arrangement = Arrangement.BY_DOTS if by_number else Arrangement.BY_NUMBER

    # The screen it stands on

    @property
    def _host(self) -> SocinnoScreen:
        screen = self.screen
        assert isinstance(screen, SocinnoScreen)
        return screen

    def _attempt(self, call: Callable[[], object]) -> bool:
        return self._host.attempt(call)
