"""What becomes of every idea that was not chosen: later, or no with a reason.

Leaving it open is allowed, and is said as such in the recap and in what leaves.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.text import clean
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens import help_texts
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskLine, AskYesNo
from socinno_tui.screens.reason_dialog import ask_why_not, ask_why_not_several
from socinno_tui.service.answering import Answering
from socinno_tui.widgets.idea_feed import IdeaFeed
from socinno_tui.widgets.idea_feed_layout import Arrangement
from socinno_tui.widgets.key_bar import FittingKeyBar
from socinno_tui.widgets.row_list import spread
from socinno_tui.wording import symbols
from socinno_tui.wording.reasons import COMMON_REASONS, common_reasons
from socinno_tui.wording.states import step_words


class AnswersScreen(SocinnoScreen):
    """The ideas that nobody answered yet, most dots first; an answer takes one off the list."""

    TEACHES = help_texts.ANSWERS
    DEFAULT_CSS = """
    AnswersScreen #title {
        height: 1;
        padding: 0 2 0 1;
        background: $panel;
        text-wrap: nowrap;
    }
    """
    BINDINGS = [
        *(
            Binding(str(key), f"reason({key})", reason, id=f"answers.reason_{key}")
            for key, reason in enumerate(COMMON_REASONS, start=1)
        ),
        Binding("a", "rest_later", N_("all the others later"), id="answers.rest_later"),
        Binding("u", "take_back", N_("undo"), id="answers.undo"),
        Binding("ctrl+z", "take_back", N_("undo"), show=False, id="answers.undo_anywhere"),
        Binding("escape", "step_back", N_("back"), id="answers.leave"),
    ]

    def __init__(self, answering: Answering) -> None:
        super().__init__()
        self._answering = answering

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield IdeaFeed()
        yield FittingKeyBar()

    def on_mount(self) -> None:
        self.feed.arrangement = Arrangement.UNANSWERED
        self._show()
        self.feed.focus()

    def on_resize(self) -> None:
        self._show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without an idea that waits there is nothing to answer."""
        if action in {"reason", "rest_later"}:
            return True if self._answering.meeting.unanswered else None
        return True

    @property
    def feed(self) -> IdeaFeed:
        """The ideas that wait for an answer."""
        return self.query_one(IdeaFeed)

    def _show(self) -> None:
        self.feed.meeting = self._answering.meeting
        self._show_title()
        self.refresh_bindings()
        if self.feed.highlighted is None:
            # Before it is laid out, the feed does not know where its first idea stands.
            self.call_after_refresh(self.feed.action_first)

    def _show_title(self) -> None:
        title = self.query_one("#title", Static)
        count = len(self._answering.meeting.unanswered)
        left = Content.styled(_("What becomes of every other idea?"), "bold $heading")
        words = ngettext("{count} without an answer", "{count} without an answer", count)
        right = Content.styled(f"{symbols.EMPTY} {words.format(count=count)}", "bold")
        if not count:
            right = Content.styled(f"{symbols.DONE} " + _("all answered"), "bold $within")
        title.update(spread(left, right, title.content_size.width))

    # Answers

    @property
    def _meant(self) -> frozenset[str]:
        """The marked ideas, or else the one under the cursor."""
        if self.feed.marked:
            return self.feed.marked
        return frozenset() if self.feed.highlighted is None else frozenset({self.feed.highlighted})

    def on_idea_feed_later_asked(self) -> None:
        self._answer(VerdictKind.LATER)

    def action_reason(self, key: int) -> None:
        self._answer(VerdictKind.NO, common_reasons()[key - 1])

    def on_idea_feed_no_asked(self) -> None:
        self._ask_reason(self._meant)

    def _ask_reason(self, meant: frozenset[str], typed: str = "") -> None:
        def answered(reason: str | None) -> None:
            if reason is not None and not self._answer(VerdictKind.NO, reason, meant):
                self._ask_reason(meant, reason)

        if len(meant) == 1:
            (idea_id,) = meant
            asked = ask_why_not(self._answering.meeting.idea(idea_id), typed)
        else:
            asked = ask_why_not_several(len(meant), typed)
        self.app.push_screen(asked, answered)

    def _answer(
        self, kind: VerdictKind, reason: str = "", meant: frozenset[str] | None = None
    ) -> bool:
        ideas = self._meant if meant is None else meant
        if not self.attempt(lambda: self._answering.answer(ideas, kind, reason)):
            return False
        self.feed.marked = frozenset()
        self._show()
        return True

    def action_rest_later(self) -> None:
        def answered(later: bool | None) -> None:
            if later and self.attempt(self._answering.rest_later):
                self.feed.marked = frozenset()
                self._show()

        count = len(self._answering.meeting.unanswered)
        question = ngettext(
            "Park the {count} idea without an answer for later?",
            "Park all {count} ideas without an answer for later?",
            count,
        )
        self.app.push_screen(
            AskYesNo(question.format(count=count), _("Yes, all later"), _("No, one by one")),
            answered,
        )

    def action_take_back(self) -> None:
        def take_back() -> None:
            self.say(step_words(self._answering.take_back()))

        self.attempt(take_back)
        self._show()

    # What is in sight

    def on_idea_feed_find_asked(self) -> None:
        def found(text: str | None) -> None:
            if text is not None:
                self.feed.find = clean(text)

        question = _("Show only ideas with this text (Esc in the list shows all again)")
        self.app.push_screen(AskLine(question, self.feed.find), found)

    def action_step_back(self) -> None:
        if self.feed.find:
            self.feed.find = ""
        elif self.feed.marked:
            self.feed.marked = frozenset()
        else:
            self.dismiss(None)
