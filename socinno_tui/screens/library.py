"""The library: all meetings, what is overdue first."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.domain.text import clean
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskLine, AskYesNo
from socinno_tui.screens.messages import MeetingChosen, QuitAsked, RegisterAsked
from socinno_tui.service.clock import Clock
from socinno_tui.service.library import Library
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.line_list import LineList
from socinno_tui.widgets.meeting_lines import meeting_line, title_of
from socinno_tui.wording import symbols


class LibraryScreen(SocinnoScreen):
    """Where one begins a meeting, opens one, and sees which agreements wait."""

    CSS_PATH = "library.tcss"
    HELP = N_(
        "Here are all your meetings. Prepare a new one with n, or copy one that went well with c. "
        "After a meeting its agreements stay in sight here until they are done or stopped."
    )
    BINDINGS = [
        Binding("enter", "open", N_("open")),
        Binding("n", "begin", N_("new")),
        Binding("c", "copy", N_("copy for a next one")),
        Binding("a", "register", N_("agreements")),
        Binding("slash", "find", N_("find")),
        Binding("delete", "delete", N_("delete")),
        Binding("u", "put_back", N_("put back")),
        Binding("escape", "step_back", N_("back"), show=False),
        Binding("q", "quit_asked", N_("Quit")),
    ]

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self._library = library
        self._clock = clock
        self._summaries: tuple[MeetingSummary, ...] = ()
        self._sought = ""
        self._thrown_away: list[Meeting] = []

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield LineList()
        yield Static(id="empty")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(LineList).focus()

    def on_screen_resume(self) -> None:
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a meeting waits for one; only what was thrown away can be put back."""
        if action in {"open", "copy", "delete", "find"} and not self._summaries:
            return None
        if action == "put_back":
            return bool(self._thrown_away)
        return True

    # What is shown

    def _show(self, cursor_on: str = "") -> None:
        if not self.attempt(self._read):
            return
        found = [one for one in self._summaries if self._is_sought(one)]
        today = self._clock.today()
        lines = self.query_one(LineList)
        lines.show([(one.id, partial(meeting_line, one, today=today)) for one in found])
        if cursor_on:
            lines.put_cursor_on(cursor_on)
        lines.display = bool(found)
        self.query_one("#title", Static).update(self._title(len(found)))
        empty = self.query_one("#empty", Static)
        empty.display = not found
        empty.update(self._empty())
        self.refresh_bindings()

    def _read(self) -> None:
        self._summaries = self._library.summaries()

    def _is_sought(self, summary: MeetingSummary) -> bool:
        sought = self._sought.casefold()
        return sought in f"{summary.title}\n{summary.question}".casefold()

    def _title(self, found: int) -> Content:
        title = Content.styled(_("All meetings"), "bold")
        if self._sought:
            words = ngettext("{count} with “{text}”", "{count} with “{text}”", found)
            return title + "   " + Content(words.format(count=found, text=self._sought))
        overdue = sum(summary.overdue_count for summary in self._summaries)
        if overdue:
            words = ngettext(
                "{count} agreement is overdue: a", "{count} agreements are overdue: a", overdue
            )
            sign = f"{symbols.OVERDUE} {words.format(count=overdue)}"
            return title + "   " + Content.styled(sign, "bold $over")
        return title

    def _empty(self) -> Content:
        if self._sought:
            return Content(_("No meeting has this text. Esc shows all meetings again."))
        return Content(
            _(
                "There are no meetings yet. Press n to prepare the first one. "
                "To look around first: leave with q and type socinno demo."
            )
        )

    # What is asked

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id is not None:
            self.post_message(MeetingChosen(event.option.id))

    def action_open(self) -> None:
        chosen = self.query_one(LineList).chosen
        if chosen is not None:
            self.post_message(MeetingChosen(chosen))

    def action_begin(self) -> None:
        self.attempt(lambda: self.post_message(MeetingChosen(self._library.begin())))

    def action_copy(self) -> None:
        chosen = self.query_one(LineList).chosen
        if chosen is not None:
            self.attempt(lambda: self.post_message(MeetingChosen(self._library.copy(chosen))))

    def action_delete(self) -> None:
        chosen = self.query_one(LineList).chosen
        summary = next((one for one in self._summaries if one.id == chosen), None)
        if summary is None:
            return

        def answered(delete: bool | None) -> None:
            if delete and self.attempt(lambda: self._throw_away(summary.id)):
                self.say(_("Deleted. Until you leave, u puts it back."))
                self._show()

        question = _("Delete “{title}” with all its ideas and agreements?")
        self.app.push_screen(
            AskYesNo(question.format(title=title_of(summary)), _("Yes, delete"), _("No, keep it")),
            answered,
        )

    def _throw_away(self, meeting_id: str) -> None:
        self._thrown_away.append(self._library.delete(meeting_id))

    def action_put_back(self) -> None:
        meeting = self._thrown_away[-1]
        if self.attempt(lambda: self._library.put_back(meeting)):
            self._thrown_away.pop()
            self._show(cursor_on=meeting.id)

    def action_find(self) -> None:
        def answered(text: str | None) -> None:
            if text is not None:
                self._sought = clean(text)
                self._show()

        question = _("Show the meetings with this text in title or question")
        self.app.push_screen(AskLine(question, self._sought), answered)

    def action_register(self) -> None:
        self.post_message(RegisterAsked())

    def action_step_back(self) -> None:
        if self._sought:
            self._sought = ""
            self._show()
        else:
            self.post_message(QuitAsked())

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())
