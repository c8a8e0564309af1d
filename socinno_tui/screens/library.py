"""The library: all meetings, what is overdue first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens import help_texts
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.screens.messages import MeetingChosen, QuitAsked, RegisterAsked, SettingsAsked
from socinno_tui.service.clock import Clock
from socinno_tui.service.library import Library
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.line_field import LineField
from socinno_tui.widgets.meeting_lines import meeting_row, overdue_words, title_of
from socinno_tui.widgets.row_list import RowList, spread

ON_A_MEETING = frozenset({"open", "copy", "delete", "find"})
"""Actions that wait for a meeting to be there."""


class LibraryScreen(SocinnoScreen):
    """Where one begins a meeting, opens one, and sees which agreements wait."""

    CSS_PATH = "library.tcss"
    TEACHES = help_texts.LIBRARY
    BINDINGS = [
        Binding("enter", "open", N_("open"), id="library.open"),
        Binding("n", "begin", N_("new"), id="library.begin"),
        Binding("c", "copy", N_("copy for a next one"), id="library.copy"),
        Binding("slash", "find", N_("find"), id="library.find"),
        Binding("a,r", "register", N_("agreements"), key_display="a", id="library.register"),
        Binding("delete,backspace", "delete", N_("delete"), id="library.delete"),
        Binding("u", "put_back", N_("put back"), id="library.put_back"),
        Binding("escape", "stop_finding", N_("show all"), id="library.stop_finding"),
        Binding("escape", "quit_asked", N_("quit"), show=False, id="library.quit_escape"),
        Binding("s", "settings", N_("settings"), id="library.settings"),
        Binding("q", "quit_asked", N_("quit"), id="library.quit"),
        Binding("down", "cursor('down')", show=False, id="library.cursor_down"),
        Binding("up", "cursor('up')", show=False, id="library.cursor_up"),
    ]

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self._library = library
        self._clock = clock
        self._summaries: tuple[MeetingSummary, ...] = ()
        self._thrown_away: list[Meeting] = []
        self._cursor_on = ""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield LineField(
            placeholder=_("Find in title or question"), id="find", compact=True, disabled=True
        )
        yield RowList()
        yield Static(id="empty")
        yield KeyBar()

    def on_mount(self) -> None:
        self._rows.focus()

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a meeting waits for one; only what was thrown away can be put back."""
        if action == "find" and self.is_mounted and self._find.has_focus:
            return False
        if action in ON_A_MEETING:
            return bool(self._summaries)
        if action == "stop_finding":
            return self.is_mounted and not self._find.disabled
        if action == "put_back":
            return bool(self._thrown_away)
        return True

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _find(self) -> LineField:
        return self.query_one("#find", LineField)

    @property
    def _chosen(self) -> MeetingSummary | None:
        chosen = self._rows.chosen
        return next((one for one in self._summaries if one.id == chosen), None)

    # What is shown

    def _show(self) -> None:
        if not self.attempt(self._read):
            return
        if not self._summaries:
            self._forget_find()
        found, today = self._found, self._clock.today()
        self._rows.show(
            [(one.id, partial(meeting_row, one, today=today)) for one in found],
            cursor_on=self._cursor_on,
        )
        self._cursor_on = ""
        self._rows.display = bool(found)
        self._show_title()
        empty = self.query_one("#empty", Static)
        empty.display = not found
        empty.update(self._empty())
        if self._summaries and self.focused is None:
            self._rows.focus()
        self.refresh_bindings()

    def _read(self) -> None:
        self._summaries = self._library.summaries()

    @property
    def _found(self) -> list[MeetingSummary]:
        words = self._find.value.casefold().split()
        return [
            one
            for one in self._summaries
            if all(word in f"{one.title}\n{one.question}".casefold() for word in words)
        ]

    def _show_title(self) -> None:
        title = self.query_one("#title", Static)
        left = Content.styled(_("All meetings"), "bold $heading")
        title.update(spread(left, self._counted(), title.content_size.width))

    def _counted(self) -> Content:
        if self._find.value.strip():
            words = ngettext(
                "{found} of {count} meeting", "{found} of {count} meetings", len(self._summaries)
            )
            return Content(words.format(found=len(self._found), count=len(self._summaries)))
        overdue = sum(summary.overdue_count for summary in self._summaries)
        opened = sum(summary.open_count for summary in self._summaries)
        if not opened:
            return Content.empty()
        words = ngettext("{count} open agreement", "{count} open agreements", opened)
        said = Content(words.format(count=opened))
        return overdue_words(overdue) + " · " + said if overdue else said

    def _empty(self) -> Content:
        if self._summaries:
            return Content(_("No meeting has these words. Esc shows all meetings again."))
        return Content("\n").join(
            [
                Content.styled(_("Welcome. There are no meetings yet."), "bold"),
                Content.empty(),
                Content(
                    _("{key}: prepare the first one, step by step").format(
                        key=self.key_of("library.begin")
                    )
                ),
                Content(_("To look around first: the example meeting is in the palette (Ctrl+P).")),
            ]
        )

    # Find

    def action_find(self) -> None:
        self._find.disabled = False
        self._find.focus()

    @on(Input.Changed, "#find")
    def show_found(self, event: Input.Changed) -> None:
        """Show what has the words typed so far."""
        event.stop()
        self._show()

    @on(Input.Submitted, "#find")
    def on_to_what_was_found(self, event: Input.Submitted) -> None:
        """Enter goes on to the list, which keeps to what was found."""
        event.stop()
        if not event.value.strip():
            self._forget_find()
        elif self._found:
            self._rows.focus()

    def action_cursor(self, way: str) -> None:
        {"down": self._rows.action_cursor_down, "up": self._rows.action_cursor_up}[way]()

    def action_stop_finding(self) -> None:
        self._forget_find()

    def _forget_find(self) -> None:
        self._find.value = ""
        self._find.disabled = True
        self._rows.focus()
        self.refresh_bindings()

    # What is asked

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.post_message(MeetingChosen(chosen.id))

    def action_begin(self) -> None:
        self._go_to(self._library.begin)

    def action_copy(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._go_to(lambda: self._library.copy(chosen.id))

    def _go_to(self, make: Callable[[], str]) -> None:
        def made() -> None:
            self._cursor_on = make()
            self.post_message(MeetingChosen(self._cursor_on))

        if self.attempt(made):
            self._forget_find()

    def action_delete(self) -> None:
        summary = self._chosen
        if summary is None:
            return

        def answered(delete: bool | None) -> None:
            if delete and self.attempt(lambda: self._throw_away(summary.id)):
                self.say(
                    _("Deleted. Until you leave, {key} puts it back.").format(
                        key=self.key_of("library.put_back")
                    )
                )
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
            self._cursor_on = meeting.id
            self._forget_find()
            self._show()

    def action_register(self) -> None:
        self.post_message(RegisterAsked())

    def action_settings(self) -> None:
        self.post_message(SettingsAsked())

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())
