"""The counts of the library, made in SQL, are those of the domain's own rules."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from pendulum import Date

from socinno_tui.domain.action import ActionState, Standing, Update, UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store.store import Store
from tests.meetings import DUE, STARTS_AT, TODAY, a_meeting, a_topic, an_id
from tests.store.raw import raw
from tests.strategies import dates, meetings


@settings(max_examples=60, deadline=None)
@given(meeting=meetings(), today=dates)
def test_what_is_open_and_overdue_is_counted_as_the_domain_does(
    shared_store: Store, meeting: Meeting, today: Date
) -> None:
    shared_store.write(None, meeting)
    try:
        (summary,) = shared_store.summaries(today)
        agreed = [found.action for found in shared_store.agreements.read(meeting.id)]
        with raw(shared_store.path) as other:
            derived = other.execute(
                "SELECT id, owner_now, due_now, state_now, times_moved FROM agreements"
            ).fetchall()
    finally:
        shared_store.delete(meeting.id)
    expected = meeting.actions if meeting.phase is Phase.FOLLOW_UP else ()
    assert set(agreed) == set(expected)
    assert summary.open_count == sum(one.state is ActionState.OPEN for one in expected)
    assert summary.overdue_count == sum(one.standing(today) is Standing.OVERDUE for one in expected)
    assert summary.review_date == meeting.review_date_now
    assert set(derived) == {
        (
            one.id,
            one.owner_now,
            one.due_now.isoformat() if one.due_now else None,
            one.state.value,
            one.times_moved,
        )
        for one in expected
    }


@pytest.mark.parametrize(
    ("today", "overdue"), [(DUE, 0), (DUE.add(days=1), 1), (DUE.add(weeks=3), 3)]
)
def test_due_today_is_not_overdue(store: Store, today: Date, overdue: int) -> None:
    store.write(None, a_meeting(Phase.FOLLOW_UP))
    (summary,) = store.summaries(today)
    assert (summary.open_count, summary.overdue_count) == (3, overdue)


def test_what_was_moved_or_done_is_not_overdue(store: Store) -> None:
    meeting = a_meeting(Phase.FOLLOW_UP)
    store.write(None, meeting)
    late = DUE.add(weeks=10)
    moved = Update(an_id("moved"), UpdateKind.MOVED, STARTS_AT, "griep", late)
    done = Update(an_id("done"), UpdateKind.DONE, STARTS_AT)
    store.agreements.add_update(meeting.actions[0].id, moved)
    store.agreements.add_update(meeting.actions[1].id, done)
    (summary,) = store.summaries(late)
    assert (summary.open_count, summary.overdue_count) == (2, 1)


def test_a_meeting_is_told_in_one_line(store: Store) -> None:
    topics = (a_topic("De hal", "Hoe wordt de hal rustiger?"), a_topic())
    meeting = replace(a_meeting(Phase.PREPARATION), topics=topics, is_example=True)
    store.write(None, meeting)
    (summary,) = store.summaries(TODAY)
    assert (summary.id, summary.title, summary.question) == (
        meeting.id,
        meeting.title,
        "Hoe wordt de hal rustiger?",
    )
    assert (summary.phase, summary.is_example) == (Phase.PREPARATION, True)
    assert (summary.starts_at, summary.closed_at) == (meeting.starts_at, None)


def test_only_closed_meetings_have_agreements(store: Store, file: Path) -> None:
    closing = a_meeting(Phase.CLOSING)
    store.write(None, closing)
    assert store.agreements.read() == ()
    store.delete(closing.id)
    closed = a_meeting(Phase.FOLLOW_UP)
    store.write(None, closed)
    assert store.agreements.read("another meeting") == ()
    found = store.agreements.read(closed.id)
    assert [agreement.action for agreement in found] == list(closed.actions)
    assert [agreement.idea_number for agreement in found] == [1, 2, 4]
    assert {(one.meeting_title, one.closed_at) for one in found} == {
        (closed.title, closed.closed_at)
    }
