"""The invitation to a meeting: what is asked, when and where, and that nobody has to come."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from socinno_tui.domain.invitation import NoMoment
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.text import without_control
from socinno_tui.domain.topic import Topic
from socinno_tui.export.to_ical import new_calendar, plain_instant
from socinno_tui.i18n import _
from socinno_tui.wording.dates import clock_time, long_date


def invitation_text(meeting: Meeting) -> str:
    """Give the whole text of the invitation; what is not known yet is said to come."""
    lines = [
        _("Invitation: {title}").format(title=_title(meeting)),
        "",
        _("When: {when}").format(when=_when(meeting)),
        _("Where: {place}").format(place=meeting.place or _("you will still hear")),
        "",
        _("We think along together about this question:"),
    ]
    for topic in meeting.topics:
        lines += ["", *_asked(topic)]
    if meeting.goal.sentence:
        goal = _("Afterwards we have: {goal}").format(goal=meeting.goal.sentence)
        lines += ["", goal]
    lines += [
        "",
        _("Taking part is voluntary. Whoever does not come need not say why."),
        _(
            "Ideas are noted without names. What we choose gets one owner and a date, "
            "and we look together at what became of it."
        ),
    ]
    return "\n".join(without_control(line) for line in lines) + "\n"


def invitation_ical(meeting: Meeting) -> bytes:
    """Give the meeting as an entry for a calendar. Raises NoMoment."""
    from icalendar import Event

    if meeting.starts_at is None:
        raise NoMoment
    zone = ZoneInfo(meeting.zone)
    ends_at = meeting.starts_at.add(minutes=meeting.planned_minutes)
    event = Event()
    event.add("uid", f"{meeting.id}-meeting@socinno")
    changed = meeting.changed_at or meeting.created_at
    event.add("dtstamp", plain_instant(changed))
    # Seconds since the epoch: a later version of an invitation always has a higher number.
    event.add("sequence", int(changed.timestamp()) - int(meeting.created_at.timestamp()))
    event.add("summary", without_control(_title(meeting)))
    event.add("dtstart", plain_instant(meeting.starts_at).astimezone(zone))
    event.add("dtend", plain_instant(ends_at).astimezone(zone))
    if meeting.place:
        event.add("location", without_control(meeting.place))
    # Nobody is named as attendee: a calendar would ask each of them for an answer.
    event.add("description", invitation_text(meeting))
    calendar = new_calendar()
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _title(meeting: Meeting) -> str:
    return meeting.title or meeting.topic.name or meeting.topic.question or _("a meeting")


def _when(meeting: Meeting) -> str:
    if meeting.starts_at is None:
        return _("you will still hear")
    ends = meeting.starts_at.add(minutes=meeting.planned_minutes)
    return _("{date}, {start} to {end}").format(
        date=long_date(meeting.starts_at.in_timezone(meeting.zone).date()),
        start=clock_time(meeting.starts_at, meeting.zone),
        end=clock_time(ends, meeting.zone),
    )


def _asked(topic: Topic) -> list[str]:
    frame = topic.frame
    told = [
        (_("Inside: {text}"), frame.inside),
        (_("Outside: {text}"), frame.outside),
        (_("Limits: {text}"), frame.limits),
    ]
    question = topic.question or topic.name or _("(the question will still follow)")
    return [f"  {question}", *(f"  {words.format(text=text)}" for words, text in told if text)]
