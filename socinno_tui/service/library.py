"""All meetings of one file: listed, begun, copied, thrown away and taken back."""

from __future__ import annotations

from dataclasses import replace

from socinno_tui.domain.agenda import Agenda
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, RoomCheck
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.domain.topic import Topic
from socinno_tui.i18n import _
from socinno_tui.service.clock import Clock
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.phones import KeptAside
from socinno_tui.store.store import Store


class Library:
    """Everything in one file. Commands raise a StoreRefused; then nothing has changed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._brought_by_phones: dict[str, KeptAside] = {}

    def summaries(self) -> tuple[MeetingSummary, ...]:
        """Give every meeting in one line each: what is overdue first, then what is unclosed."""
        return self._store.summaries(self._clock.today())

    def first_to_open(self) -> str | None:
        """Give the meeting whose closing was broken off: it is opened before anything else."""
        return self._store.latest_closing()

    def begin(self) -> str:
        """Begin a new, empty meeting and give its id."""
        now = self._clock.now()
        meeting = Meeting(
            id=new_id(),
            title="",
            zone=self._clock.zone,
            created_at=now,
            topics=(Topic(new_id()),),
            room_checks=tuple(RoomCheck(new_id(), text) for text in usual_room_checks()),
        )
        self._store.write(None, meeting)
        return meeting.id

    def copy(self, meeting_id: str) -> str:
        """Begin a next meeting from an earlier one and give its id.

        What was prepared comes along; what happened in it (ideas, talk, agreements) does not.
        """
        earlier = self._store.meeting(meeting_id)
        copied = Meeting(
            id=new_id(),
            title=_next_title(earlier.title),
            zone=self._clock.zone,
            created_at=self._clock.now(),
            topics=tuple(replace(topic, id=new_id(), conclusion="") for topic in earlier.topics),
            place=earlier.place,
            planned_minutes=earlier.planned_minutes,
            format_name=earlier.format_name,
            goal=Goal(earlier.goal.sentence, earlier.goal.ideas_wanted),
            participants=tuple(
                replace(one, id=new_id(), attendance=Attendance.INVITED)
                for one in earlier.participants
            ),
            room_checks=tuple(RoomCheck(new_id(), check.text) for check in earlier.room_checks),
            limit_minutes=earlier.limit_minutes,
            agenda=Agenda(
                tuple(
                    replace(box, id=new_id(), used_seconds=0, skipped=False)
                    for box in earlier.agenda.boxes
                )
            ),
            meters=earlier.meters,
        )
        self._store.write(None, copied)
        return copied.id

    def delete(self, meeting_id: str) -> Meeting:
        """Throw a meeting away and give it, so that it can be put back. Raises MeetingHeld."""
        with self._store.hold(meeting_id):
            meeting = self._store.meeting(meeting_id)
            self._brought_by_phones[meeting_id] = self._store.delete(meeting_id)
        return meeting

    def put_back(self, meeting: Meeting) -> None:
        """Put a whole meeting in: one that was thrown away, or an example."""
        self._store.put_back(meeting, self._brought_by_phones.get(meeting.id, KeptAside()))
        self._brought_by_phones.pop(meeting.id, None)

    def open(self, meeting_id: str) -> OpenMeeting:
        """Open one meeting to work on it; read-only where another window holds it."""
        return OpenMeeting(self._store, meeting_id, self._clock)


def _next_title(title: str) -> str:
    """Give the title of a next meeting; the next of a next one is called no longer."""
    naming = _("{title} (next)")
    begun = title.removesuffix(naming.format(title=""))
    return naming.format(title=begun) if begun else ""


def usual_room_checks() -> tuple[str, ...]:
    """The lines a room checklist begins with, in the chosen language."""
    return (
        _("Another place than the daily workplace"),
        _("Telephones away"),
        _("No interruptions: calls and counters are taken over"),
        _("Everyone can read the screen"),
    )
