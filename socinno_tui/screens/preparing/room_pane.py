"""What makes the right mood."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Section
from socinno_tui.i18n import N_, _
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.prepare_room import RoomChecklist


class RoomPane(Pane):
    """The room's checklist, with lines of one's own."""

    SECTION = Section.ROOM
    TIP = N_("Give people the time to think, away from the daily work.")
    EXPLANATION = N_(
        "Another place helps people out of their routine. Whoever is not called away, and has no "
        "telephone in sight, listens better.\n\n"
        "The program helps too: ideas carry no name, and a silent round lets everyone write "
        "before anyone speaks."
    )

    def fields(self) -> ComposeResult:
        yield RoomChecklist(id="checks")
        yield FormField(
            _("Add a line"), placeholder=_("such as: coffee is there"), long=True, id="own"
        )

    def show(self, meeting: Meeting) -> None:
        checklist = self.query_one(RoomChecklist)
        checklist.show(meeting.room_checks)
        checklist.display = bool(meeting.room_checks)

    def on_room_checklist_ticked(self, event: RoomChecklist.Ticked) -> None:
        checks = self.preparation.meeting.room_checks
        done = next(check.done for check in checks if check.id == event.check_id)
        self.attempt(lambda: self.preparation.check_room(event.check_id, not done))

    def on_room_checklist_removal_asked(self, event: RoomChecklist.RemovalAsked) -> None:
        self.attempt(lambda: self.preparation.remove_room_check(event.check_id))

    @on(FormField.Entered, "#own")
    def add(self, event: FormField.Entered) -> None:
        """Add a line of one's own, and wait for a next one; an empty one goes on."""
        if not event.text.strip():
            return
        event.stop()
        if self.keep(event.field, lambda: self.preparation.add_room_check(event.text)):
            event.field.show("", anew=True)
