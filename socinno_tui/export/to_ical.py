"""Agreements as a calendar file (RFC 5545), made with the icalendar library.

Each agreement is a task (VTODO) and a whole day (VEVENT), since many calendars show one of the
two only; both remind two days before. Their UIDs are made of the action's id and never change,
and SEQUENCE grows with its history: importing again brings an entry up to date. What has ended
reminds nobody; nor does what was handed over, in the calendar of who had it before. The method is
PUBLISH: REQUEST would ask of people that they accept what they have agreed to already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from pendulum import UTC, Date, DateTime

from socinno_tui.domain.action import ActionState, Agreement, UpdateKind
from socinno_tui.domain.agreements import agreements_of
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.text import without_control
from socinno_tui.export.history import dated_line
from socinno_tui.i18n import _

if TYPE_CHECKING:
    from icalendar import Calendar, Component

PRODUCT: Final = "-//socinno//socinno//NL"
_LONG_AGO: Final = DateTime(1970, 1, 1, tzinfo=UTC)
REMINDER: Final = timedelta(days=-2)


def to_ical(meeting: Meeting, *, owner: str = "") -> bytes:
    """Give the agreements of a meeting, of one owner or all, and when they are looked at again."""
    return agreements_to_ical(agreements_of(meeting), (meeting,), owner=owner)


def agreements_to_ical(
    agreements: Sequence[Agreement], meetings: Iterable[Meeting] = (), *, owner: str = ""
) -> bytes:
    """Give these agreements, all or what one owner has or had, and the review dates of these
    meetings.
    """
    calendar = new_calendar()
    for agreement in agreements:
        if not owner or owner in agreement.action.owners:
            for component in _of_agreement(agreement, owner):
                calendar.add_component(component)
    for meeting in meetings:
        for component in _of_review(meeting):
            calendar.add_component(component)
    return bytes(calendar.to_ical())


def new_calendar() -> Calendar:
    """Give an empty calendar that says who made it."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def plain_instant(instant: DateTime) -> datetime:
    """Give an instant as the library takes it, to the second."""
    return datetime.fromisoformat(instant.in_timezone("UTC").isoformat()).replace(microsecond=0)


def _of_agreement(agreement: Agreement, owner: str) -> Iterator[Component]:
    from icalendar import Event, Todo

    action = agreement.action
    due = action.due_now
    if due is None:
        return
    is_passed_on = bool(owner) and action.owner_now != owner
    is_running = action.state is ActionState.OPEN and not is_passed_on
    todo, event = Todo(), Event()
    for component, suffix in ((todo, "todo"), (event, "day")):
        component.add("uid", f"{action.id}-{suffix}@socinno")
        component.add("sequence", len(action.updates))
        changed = _changed_at(agreement)
        component.add("dtstamp", plain_instant(changed))
        component.add("last-modified", plain_instant(changed))
        component.add("summary", _summary(agreement))
        component.add("description", _description(agreement))
        if is_running:
            component.add_component(_reminder(_summary(agreement), related_end=suffix == "todo"))
    todo.add("due", _plain(due))
    todo.add("status", "CANCELLED" if is_passed_on else _STATUS[action.state])
    done_at = next(
        (line.at for line in reversed(action.updates) if line.kind is UpdateKind.DONE), None
    )
    if action.state is ActionState.DONE and done_at is not None and not is_passed_on:
        todo.add("completed", plain_instant(done_at))
        todo.add("percent-complete", 100)
    _on_day(event, due)
    # What ended leaves the day free; calendars take a cancelled event away or strike it through.
    event.add("status", "CONFIRMED" if is_running else "CANCELLED")
    yield todo
    yield event


_STATUS: Final = {
    ActionState.OPEN: "NEEDS-ACTION",
    ActionState.DONE: "COMPLETED",
    ActionState.STOPPED: "CANCELLED",
}


def _of_review(meeting: Meeting) -> Iterator[Component]:
    from icalendar import Event

    review_date = meeting.review_date_now
    if review_date is None:
        return
    event = Event()
    event.add("uid", f"{meeting.id}-review@socinno")
    # A review moves the date when it ends, not when it begins.
    event.add("sequence", sum(1 if one.ended_at is None else 2 for one in meeting.reviews))
    changed = max(
        (review.ended_at or review.started_at for review in meeting.reviews),
        default=meeting.closed_at or meeting.created_at,
    )
    event.add("dtstamp", plain_instant(changed))
    title = without_control(meeting.title or meeting.topic.question)
    summary = _("Look at the agreements again: {meeting}").format(meeting=title)
    event.add("summary", summary)
    event.add("status", "CONFIRMED")
    _on_day(event, review_date)
    event.add_component(_reminder(summary))
    yield event


def _on_day(event: Component, day: Date) -> None:
    event.add("dtstart", _plain(day))
    # The end of a whole day is the day after it (RFC 5545, 3.6.1).
    event.add("dtend", _plain(day) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _reminder(summary: str, *, related_end: bool = False) -> Component:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    # A task has no beginning here: its reminder counts from when it is due.
    alarm.add("trigger", REMINDER, {"related": "END"} if related_end else {})
    return alarm


def _plain(day: Date) -> date:
    return date(day.year, day.month, day.day)


def _changed_at(agreement: Agreement) -> DateTime:
    moments = [line.at for line in agreement.action.updates]
    moments += [agreement.closed_at] if agreement.closed_at is not None else []
    return max(moments, default=_LONG_AGO)


def _summary(agreement: Agreement) -> str:
    return _("{owner}: {idea}").format(
        owner=without_control(agreement.action.owner_now),
        idea=without_control(agreement.idea_text),
    )


def _description(agreement: Agreement) -> str:
    action = agreement.action
    lines = [_("Question: {question}").format(question=agreement.question)]
    if action.first_step:
        lines.append(_("First step: {step}").format(step=action.first_step))
    if agreement.meeting_title:
        lines.append(_("Meeting: {meeting}").format(meeting=agreement.meeting_title))
    lines += [dated_line(line, agreement.zone) for line in action.updates]
    return "\n".join(without_control(line) for line in lines)
