"""What one change writes, and what stays when it fails."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.phase import Phase
from socinno_tui.store.changes import changed_parts
from socinno_tui.store.errors import MeetingUnknown, RowRefused
from socinno_tui.store.store import Store
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_idea
from tests.store.raw import counts, raw


def test_one_new_idea_among_many_is_one_new_row() -> None:
    ideas = tuple(an_idea(number) for number in range(1, 1001))
    changes, gone = changed_parts(ideas, (*ideas, an_idea(1001)), placed=False)
    assert [change.part.number for change in changes] == [1001]
    assert gone == ()


def test_an_idea_taken_from_the_middle_changes_no_other() -> None:
    ideas = tuple(an_idea(number) for number in range(1, 101))
    left = (*ideas[:50], *ideas[51:])
    assert changed_parts(ideas, left, placed=False) == ((), (ideas[50].id,))


def test_what_only_moved_up_is_written_where_the_order_is_kept() -> None:
    ideas = tuple(an_idea(number) for number in range(1, 5))
    changes, gone = changed_parts(ideas, ideas[1:])
    assert [(change.place_before, change.place) for change in changes] == [(1, 0), (2, 1), (3, 2)]
    assert gone == (ideas[0].id,)


def test_a_part_that_is_made_anew_but_equal_is_not_written() -> None:
    ideas = (an_idea(1), an_idea(2))
    same = tuple(replace(idea) for idea in ideas)
    assert same[0] is not ideas[0]
    assert changed_parts(ideas, same) == ((), ())


def test_dots_are_kept_as_differences(store: Store, file: Path) -> None:
    meeting = a_meeting(ideas=[an_idea(1)])
    store.write(None, meeting)
    for dots in (3, 5, 2):
        dotted = meeting.with_dots(meeting.ideas[0].id, dots)
        store.write(meeting, dotted)
        meeting = dotted
    with raw(file) as other:
        assert other.execute("SELECT change FROM dots").fetchall() == [(3,), (2,), (-3,)]
    assert store.meeting(meeting.id).ideas[0].dots == 2


def test_no_column_can_tell_who_gave_an_idea_or_a_dot(store: Store, file: Path) -> None:
    with raw(file) as other:
        columns = {
            table: {row[1] for row in other.execute(f"PRAGMA table_info({table})")}
            for table in ("ideas", "dots")
        }
    assert columns["dots"] == {"id", "idea_id", "change"}
    assert columns["ideas"] == {
        "id",
        "meeting_id",
        "number",
        "topic_id",
        "text",
        "offered_at",
        "merged_into",
        "verdict",
        "reason",
    }


def test_a_write_that_fails_halfway_writes_nothing(store: Store) -> None:
    meeting = a_meeting()
    store.write(None, meeting)
    nowhere = replace(an_idea(98), topic_id="no such topic")
    changed = replace(
        meeting,
        title="Anders",
        topics=(*meeting.topics, a_topic("Het loket")),
        ideas=(*meeting.ideas, nowhere),
    )
    with pytest.raises(RowRefused):
        store.write(meeting, changed)
    assert store.meeting(meeting.id) == meeting
    store.write(meeting, replace(changed, ideas=meeting.ideas))
    assert store.meeting(meeting.id).title == "Anders"


def test_a_meeting_is_put_in_once(store: Store) -> None:
    meeting = a_meeting()
    store.write(None, meeting)
    with pytest.raises(RowRefused) as refused:
        store.write(None, replace(meeting, title="Nog eens"))
    assert str(refused.value) == "UNIQUE constraint failed: meetings.id"
    assert store.meeting(meeting.id) == meeting


def test_a_closed_meeting_thrown_away_is_put_back_whole(store: Store, file: Path) -> None:
    closed = a_meeting(Phase.FOLLOW_UP)
    store.write(None, closed)
    store.delete(closed.id)
    assert set(counts(file).values()) == {0}
    store.write(None, closed)
    assert store.meeting(closed.id) == closed


def test_a_meeting_that_another_window_threw_away_is_not_written(store: Store, file: Path) -> None:
    meeting = a_meeting()
    store.write(None, meeting)
    with closing(Store.open(file)) as other:
        other.delete(meeting.id)
    with pytest.raises(MeetingUnknown) as refused:
        store.write(meeting, meeting.with_idea(an_idea(99)))
    assert refused.value.meeting_id == meeting.id
    assert set(counts(file).values()) == {0}


def test_another_windows_change_is_noticed_and_an_own_one_is_not(store: Store, file: Path) -> None:
    meeting = a_meeting()
    store.write(None, meeting)
    with closing(Store.open(file)) as other:
        seen = other.data_version()
        store.write(meeting, replace(meeting, title="Anders"))
        noticed = other.data_version()
        assert noticed != seen
        other.write(store.meeting(meeting.id), replace(meeting, title="Nog anders"))
        assert other.data_version() == noticed
    assert store.meeting(meeting.id).title == "Nog anders"


def test_the_closing_that_was_broken_off_last_is_given(store: Store) -> None:
    assert store.latest_closing() is None
    for name, days in (("first", 0), ("last", 9), ("middle", 5)):
        begun = replace(
            a_meeting(Phase.CLOSING, ideas=[]),
            id=name,
            topics=(a_topic(name),),
            participants=(),
            room_checks=(),
            agenda=replace(a_meeting().agenda, boxes=()),
            turns=(),
            started_at=STARTS_AT.add(days=days),
        )
        store.write(None, begun)
    assert store.latest_closing() == "last"
    last = store.meeting("last")
    store.write(last, replace(last, phase=Phase.SELECTION))
    assert store.latest_closing() == "middle"
