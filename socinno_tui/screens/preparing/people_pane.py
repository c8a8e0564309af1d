"""Who is invited and who comes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.name_list import parse_name_list
from socinno_tui.domain.participant import Attendance, Participant, Role
from socinno_tui.domain.readiness import Attention, AttentionKind, Section
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.widgets.prepare_people import NameEntry, ParticipantList
from socinno_tui.widgets.steady_text import SteadyText

_AFTER_ROLE = {
    Role.EMPLOYEE: Role.MANAGER,
    Role.MANAGER: Role.FACILITATOR,
    Role.FACILITATOR: Role.EMPLOYEE,
}
_AFTER_ATTENDANCE = {
    Attendance.INVITED: Attendance.COMING,
    Attendance.COMING: Attendance.NOT_COMING,
    Attendance.NOT_COMING: Attendance.INVITED,
}


class ParticipantsPane(Pane):
    """The people, by typing or pasting; only who said to come counts."""

    SECTION = Section.PARTICIPANTS
    TIP = N_("Participation is voluntary. Nobody is asked for a reason.")
    EXPLANATION = N_(
        "Invite, and leave it to people themselves: then everyone at the table wants to think "
        "along.\n\nOnly those coming count for the proposed talk time. Ideas and dots are never "
        "linked to a person.\n\nA list from a mail or a sheet can be pasted: one name a line, "
        "with an address if you like, as in Name <address>."
    )

    def fields(self) -> ComposeResult:
        yield NameEntry(
            placeholder=_("Type a name and Enter, or paste a list"), compact=True, id="names"
        )
        yield SteadyText(id="count")
        yield ParticipantList(id="people")

    def show(self, meeting: Meeting) -> None:
        self.query_one(ParticipantList).show(meeting.participants)
        self.query_one("#count", SteadyText).update(Content(_counted(meeting)))

    def place_of(self, point: Attention) -> Widget | None:
        if point.kind is AttentionKind.NOBODY_COMING:
            return self.query_one(ParticipantList)
        return self.query_one(NameEntry)

    def on_name_entry_offered(self, event: NameEntry.Offered) -> None:
        found = parse_name_list(event.text)
        before = len(self.preparation.meeting.participants)
        if not self.attempt(lambda: self.preparation.invite(found)):
            return
        if event.entry.value == event.text:
            event.entry.clear()
        added = len(self.preparation.meeting.participants) - before
        known = len(found) - added
        if known > 0:
            words = ngettext(
                "{count} was on the list already.", "{count} were on the list already.", known
            )
            self.notify(words.format(count=known), markup=False)

    def on_participant_list_attendance_asked(self, event: ParticipantList.AttendanceAsked) -> None:
        answer = _AFTER_ATTENDANCE[self._person(event.participant_id).attendance]
        self.attempt(lambda: self.preparation.set_attendance(event.participant_id, answer))

    def on_participant_list_role_asked(self, event: ParticipantList.RoleAsked) -> None:
        role = _AFTER_ROLE[self._person(event.participant_id).role]
        self.attempt(lambda: self.preparation.set_role(event.participant_id, role))

    def on_participant_list_removal_asked(self, event: ParticipantList.RemovalAsked) -> None:
        name = self._person(event.participant_id).name
        if self.attempt(lambda: self.preparation.remove_participant(event.participant_id)):
            self.notify(_("{name} is off the list.").format(name=name), markup=False)

    def on_participant_list_all_asked(self) -> None:
        self.attempt(self.preparation.expect_all_invited)

    def _person(self, participant_id: str) -> Participant:
        people = self.preparation.meeting.participants
        return next(one for one in people if one.id == participant_id)


def _counted(meeting: Meeting) -> str:
    total = len(meeting.participants)
    if not total:
        return ""
    declined = sum(one.attendance is Attendance.NOT_COMING for one in meeting.participants)
    coming = len(meeting.coming)
    parts = (
        (ngettext("{count} person invited", "{count} people invited", total), total),
        (ngettext("{count} coming", "{count} coming", coming), coming),
        (ngettext("{count} not coming", "{count} not coming", declined), declined),
    )
    return " · ".join(words.format(count=count) for words, count in parts)
