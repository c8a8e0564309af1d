from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.topic import Topic
from socinno_tui.i18n import speaking
from socinno_tui.service.library import Library, usual_room_checks
from socinno_tui.store.errors import MeetingHeld, MeetingUnknown
from socinno_tui.store.store import Store
from tests.agreements import CLOCK, Agreed, a_closed_meeting, a_line, action_id
from tests.blank_file import blank_file
from tests.meetings import STARTS_AT, a_meeting, a_prepared_meeting


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(blank_file(tmp_path / "socinno.db"))
    yield store
    store.close()


@pytest.fixture
def library(store: Store) -> Library:
    return Library(store, CLOCK)


def followed_up() -> Meeting:
    lines = (
        a_line(UpdateKind.NOTE, "De leverancier belt terug", days_ago=9, name="note"),
        a_line(UpdateKind.DONE, "Scheelt een uur per dag", days_ago=2, name="done"),
    )
    return a_closed_meeting("balie", [Agreed(-4), Agreed(-2, updates=lines), Agreed(30)])


def test_a_new_meeting_is_empty_but_for_one_topic_and_the_usual_room_checks(
    library: Library, store: Store
) -> None:
    meeting = store.meeting(library.begin())
    assert meeting == Meeting(
        id=meeting.id,
        title="",
        zone=CLOCK.zone,
        created_at=STARTS_AT,
        topics=(Topic(meeting.topic.id),),
        room_checks=meeting.room_checks,
    )
    assert tuple(check.text for check in meeting.room_checks) == usual_room_checks()
    assert not any(check.done for check in meeting.room_checks)


def test_what_is_overdue_comes_first_then_what_was_not_closed_then_the_latest(
    library: Library,
) -> None:
    overdue = a_closed_meeting("late", [Agreed(-1)], days_ago=300)
    running = a_closed_meeting("runs", [Agreed(20)], days_ago=3)
    older = a_closed_meeting("older", [Agreed(20)], days_ago=90)
    unclosed = replace(a_meeting(Phase.CLOSING), starts_at=STARTS_AT.subtract(days=200))
    for meeting in (older, unclosed, running, overdue):
        library.put_back(meeting)
    assert [found.id for found in library.summaries()] == [
        overdue.id,
        unclosed.id,
        running.id,
        older.id,
    ]
    assert library.first_to_open() == unclosed.id


def test_a_summary_counts_what_is_open_and_what_of_that_is_overdue(library: Library) -> None:
    library.put_back(followed_up())
    (summary,) = library.summaries()
    assert (summary.open_count, summary.overdue_count) == (2, 1)
    assert (summary.phase, summary.question) == (Phase.FOLLOW_UP, followed_up().topic.question)


def test_a_copy_takes_what_was_prepared_and_nothing_that_happened(
    library: Library, store: Store
) -> None:
    earlier = a_meeting(Phase.FOLLOW_UP)
    library.put_back(earlier)
    with speaking("nl"):
        copied = store.meeting(library.copy(earlier.id))
    assert copied.title == "Kortere wachttijd aan de balie (vervolg)"
    assert copied.phase is Phase.PREPARATION
    assert (copied.goal.sentence, copied.goal.answer) == (earlier.goal.sentence, "")
    assert copied.topic.question == earlier.topic.question
    assert copied.topic.frame == earlier.topic.frame
    assert (copied.place, copied.planned_minutes) == (earlier.place, earlier.planned_minutes)
    assert [box.title for box in copied.agenda.boxes] == [box.title for box in earlier.agenda.boxes]
    assert [one.name for one in copied.participants] == [one.name for one in earlier.participants]
    assert {one.attendance for one in copied.participants} == {Attendance.INVITED}
    assert not any(check.done for check in copied.room_checks)
    assert (copied.ideas, copied.actions, copied.turns, copied.breaks) == ((), (), (), ())
    assert (copied.starts_at, copied.started_at, copied.closed_at) == (None, None, None)
    assert copied.review_date is None
    assert store.meeting(earlier.id) == earlier


def test_a_copy_of_a_copy_is_no_follow_up_of_a_follow_up_by_name(
    library: Library, store: Store
) -> None:
    earlier = a_prepared_meeting()
    library.put_back(earlier)
    with speaking("nl"):
        second = library.copy(library.copy(earlier.id))
    assert store.meeting(second).title == "Kortere wachttijd aan de balie (vervolg)"


def test_a_copy_of_what_has_no_title_has_none(library: Library, store: Store) -> None:
    assert store.meeting(library.copy(library.begin())).title == ""


@pytest.mark.parametrize("phase", list(Phase))
def test_what_was_thrown_away_is_put_back_as_it_was(
    library: Library, store: Store, phase: Phase
) -> None:
    meeting = followed_up() if phase is Phase.FOLLOW_UP else a_meeting(phase)
    library.put_back(meeting)
    before = store.agreements.read()
    thrown_away = library.delete(meeting.id)
    assert library.summaries() == ()
    assert store.agreements.read() == ()
    with pytest.raises(MeetingUnknown):
        store.meeting(meeting.id)

    library.put_back(thrown_away)
    again = Store.open(store.path)
    assert again.meeting(meeting.id) == meeting
    assert again.agreements.read() == before
    again.close()


def test_the_history_comes_back_too(library: Library, store: Store) -> None:
    library.put_back(followed_up())
    library.put_back(library.delete(followed_up().id))
    assert [line.text for line in store.agreements.action(action_id("balie", 2)).updates] == [
        "De leverancier belt terug",
        "Scheelt een uur per dag",
    ]


def test_a_meeting_that_another_window_holds_is_not_thrown_away(
    library: Library, store: Store
) -> None:
    meeting_id = library.begin()
    other_store = Store.open(store.path)
    opened = Library(other_store, CLOCK).open(meeting_id)
    with pytest.raises(MeetingHeld):
        library.delete(meeting_id)
    opened.release()
    other_store.close()
    library.delete(meeting_id)
    assert library.summaries() == ()


def test_what_another_window_threw_away_cannot_be_thrown_away_or_copied(library: Library) -> None:
    gone = library.begin()
    library.delete(gone)
    with pytest.raises(MeetingUnknown):
        library.delete(gone)
    with pytest.raises(MeetingUnknown):
        library.copy(gone)
    assert library.begin() != gone
