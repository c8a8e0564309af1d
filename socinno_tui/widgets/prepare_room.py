"""The room's checklist: what makes the right mood."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from socinno_tui.domain.participant import RoomCheck
from socinno_tui.i18n import N_
from socinno_tui.widgets.prepare_lists import SignedLine, SignedLineList
from socinno_tui.wording import symbols


class RoomChecklist(SignedLineList):
    """What is arranged and what is not, one a line."""

    BINDINGS = [
        Binding("enter,space", "select", N_("arranged?"), key_display="Enter", id="room.select"),
        Binding("delete,x", "ask_removal", N_("off"), id="room.removal"),
    ]

    @dataclass
    class Ticked(Message):
        """Tick this line, or take the tick away."""

        check_id: str

    @dataclass
    class RemovalAsked(Message):
        """Take this line off the list."""

        check_id: str

    def show(self, checks: tuple[RoomCheck, ...]) -> None:
        """Show these lines, in this order."""
        self.show_signed(
            [SignedLine(check.id, _sign(check.done), Content(check.text)) for check in checks]
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Ticked(event.option.id or ""))

    def action_ask_removal(self) -> None:
        if self.cursor_id:
            self.post_message(self.RemovalAsked(self.cursor_id))


def _sign(done: bool) -> Content:
    return Content.styled(*((symbols.DONE, "bold $within") if done else (symbols.EMPTY, "$quiet")))
