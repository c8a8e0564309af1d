"""Who is invited, in what role, and who comes."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from socinno_tui.domain.participant import Attendance, Participant
from socinno_tui.i18n import N_
from socinno_tui.widgets.fitting import shortened
from socinno_tui.widgets.line_field import MarkedInput
from socinno_tui.widgets.prepare_lists import LineList
from socinno_tui.wording import symbols
from socinno_tui.wording.states import attendance_word, role_word

ROLE_WIDTH = 15
ATTENDANCE_WIDTH = 14
SCROLLBAR_WIDTH = 2


class NameEntry(MarkedInput):
    """Names to invite: one is typed and entered, a pasted list goes in at once."""

    @dataclass
    class Offered(Message):
        """One name, or a list of them with one a line."""

        entry: NameEntry
        text: str

    def _on_paste(self, event: events.Paste) -> None:
        if len(event.text.strip().splitlines()) < 2:
            return
        # Textual's own would keep the first line only.
        event.prevent_default()
        event.stop()
        self.post_message(self.Offered(self, event.text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.post_message(self.Offered(self, event.value))


class ParticipantList(LineList):
    """Everyone invited, one a line. Nobody is asked for a reason."""

    BINDINGS = [
        Binding(
            "enter,space",
            "ask_attendance",
            N_("coming?"),
            key_display="Enter",
            id="people.attendance",
        ),
        Binding("r", "ask_role", N_("role"), id="people.role"),
        Binding("a", "ask_all", N_("all come"), id="people.all"),
        Binding("delete,x", "ask_removal", N_("off"), id="people.removal"),
    ]

    @dataclass
    class AttendanceAsked(Message):
        """Change what this one answered."""

        participant_id: str

    @dataclass
    class RoleAsked(Message):
        """Change the role of this one."""

        participant_id: str

    @dataclass
    class RemovalAsked(Message):
        """Take this one off the list."""

        participant_id: str

    class AllAsked(Message):
        """Everyone who was invited comes."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._people: tuple[Participant, ...] = ()

    def show(self, people: tuple[Participant, ...]) -> None:
        """Show these people, in this order."""
        if people != self._people:
            self._people = people
            self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.content_size.width - SCROLLBAR_WIDTH
        self.show_lines([(one.id, participant_line(one, width)) for one in self._people])

    def action_ask_attendance(self) -> None:
        if self.cursor_id:
            self.post_message(self.AttendanceAsked(self.cursor_id))

    def action_ask_role(self) -> None:
        if self.cursor_id:
            self.post_message(self.RoleAsked(self.cursor_id))

    def action_ask_removal(self) -> None:
        if self.cursor_id:
            self.post_message(self.RemovalAsked(self.cursor_id))

    def action_ask_all(self) -> None:
        self.post_message(self.AllAsked())


def participant_line(one: Participant, width: int) -> Content:
    """Someone's name, role and answer in columns, on one line of at most `width` cells."""
    symbol, colour = {
        Attendance.INVITED: (symbols.EMPTY, "$quiet"),
        Attendance.COMING: (symbols.DONE, "$within"),
        Attendance.NOT_COMING: (symbols.NO, "$quiet"),
    }[one.attendance]
    answer = Content.styled(f"{symbol} {attendance_word(one.attendance)}", colour)
    room = max(8, width - ROLE_WIDTH - ATTENDANCE_WIDTH)
    name = Content(one.name)
    if one.address:
        name = Content.assemble(name, "  ", (one.address, "$quiet"))
    return Content.assemble(
        _column(name, room), _column(Content(role_word(one.role)), ROLE_WIDTH), answer
    )


def _column(text: Content, width: int) -> Content:
    fitted = shortened(text, width - 1)
    return fitted.pad_right(width - fitted.cell_length)
