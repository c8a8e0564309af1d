"""Commands on the time-boxes of a meeting that is going on."""

from __future__ import annotations

from dataclasses import replace

from socinno_tui.domain.agenda import MORE_MINUTES, Agenda
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.outlook import NothingProposed, Outlook, outlook, with_proposal
from socinno_tui.domain.phase import UNDER_WAY, WrongPhase
from socinno_tui.domain.step import Step, StepKind
from socinno_tui.service.open_meeting import OpenMeeting


class RunningAgenda:
    """The plan for the rest of the meeting. A time-box is named by its place, from 0. Every command
    raises what its rule raises, WrongPhase, ReadOnly, or a StoreRefused; then nothing has changed.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    def outlook(self) -> Outlook | None:
        """Give how the rest of the meeting stands now."""
        return outlook(self.meeting, self.opened.now())

    def lengthen(self, minutes: int = MORE_MINUTES, place: int | None = None) -> None:
        """Give a time-box more minutes, or fewer; without a place the one that is on."""
        self._change(self.meeting.agenda.lengthened(minutes, place))

    def go_on(self) -> None:
        """Go on to the next time-box."""
        self._change(self.meeting.agenda.at_next(self.opened.now(), self.meeting.breaks))

    def go_to(self, place: int) -> None:
        """Go to a time-box, also back to one that was left too early."""
        self._change(self.meeting.agenda.at_place(place, self.opened.now(), self.meeting.breaks))

    def skip(self, place: int) -> None:
        """Skip a time-box, or take it in again. Raises TimeBoxPast."""
        now = self.opened.now()
        self._change(self.meeting.agenda.with_skipped(place, now, self.meeting.breaks))

    def take_proposal(self) -> None:
        """Let the meeting end in time as proposed. Raises NothingProposed."""
        found = self.outlook()
        if found is None or found.proposal is None:
            raise NothingProposed
        self._change(with_proposal(self.meeting.agenda, found.proposal))

    def take_back(self) -> Step:
        """Take the last change of the agenda back. Raises NothingToTakeBack."""
        return self.opened.take_agenda_back()

    def _change(self, agenda: Agenda) -> None:
        if self.meeting.phase not in UNDER_WAY:
            raise WrongPhase(self.meeting.phase)
        self.opened.commit_step(StepKind.AGENDA, replace(self.meeting, agenda=agenda))
