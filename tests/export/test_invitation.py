from dataclasses import replace

import pendulum
import pytest
from icalendar import Calendar

from socinno_tui.domain.invitation import NoMoment
from socinno_tui.domain.phase import Phase
from socinno_tui.export.invitation import invitation_ical, invitation_text
from socinno_tui.i18n import speaking
from tests.meetings import QUESTION, a_meeting

MEETING = replace(a_meeting(Phase.PREPARATION), title="Wachttijd", place="Zaal 2; boven, links")


def test_it_says_that_taking_part_is_voluntary_and_what_is_asked() -> None:
    text = invitation_text(MEETING)
    assert "Taking part is voluntary. Whoever does not come need not say why." in text
    for said in (QUESTION, "Zaal 2; boven, links", MEETING.goal.sentence):
        assert said in text


def test_what_is_not_known_yet_is_said_to_come() -> None:
    bare = replace(MEETING, starts_at=None, place="")
    assert invitation_text(bare).count("you will still hear") == 2
    with pytest.raises(NoMoment):
        invitation_ical(bare)


@pytest.mark.parametrize("month", [1, 7])
def test_a_calendar_shows_it_at_the_meetings_own_time(month: int) -> None:
    starts = pendulum.datetime(2026, month, 12, 9, 30, tz="Europe/Amsterdam").in_timezone("UTC")
    data = invitation_ical(replace(MEETING, starts_at=starts, planned_minutes=90))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("DTSTART").strftime("%H:%M") == "09:30"
    assert event.decoded("DTSTART").utcoffset() == starts.in_timezone(MEETING.zone).utcoffset()
    assert event.decoded("DTEND").strftime("%H:%M") == "11:00"
    assert str(event["LOCATION"]) == "Zaal 2; boven, links"
    assert "ATTENDEE" not in event
    assert Calendar.from_ical(data).walk("VTIMEZONE")


def test_a_meeting_across_the_change_of_the_clock_keeps_its_length() -> None:
    starts = pendulum.datetime(2026, 10, 25, 1, 30, tz="Europe/Amsterdam").in_timezone("UTC")
    data = invitation_ical(replace(MEETING, starts_at=starts, planned_minutes=180))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("DTSTART") == starts
    assert event.decoded("DTEND").strftime("%H:%M %z") == "03:30 +0100"


def test_a_later_version_has_a_higher_sequence() -> None:
    def sequence(minutes: int) -> int:
        changed = MEETING.created_at.add(minutes=minutes)
        data = invitation_ical(replace(MEETING, changed_at=changed))
        return int(str(Calendar.from_ical(data).walk("VEVENT")[0]["SEQUENCE"]))

    assert 0 < sequence(5) < sequence(6)


def test_in_dutch() -> None:
    with speaking("nl"):
        assert "Deelname is vrijwillig." in invitation_text(MEETING)
