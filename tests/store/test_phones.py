"""What phones bring, in the file: kept once, and refused whole."""

from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import with_dot_round
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.phones import Arrived, Door, Fate, TooManyWait, taken_in
from socinno_tui.store import phones as phones_in_file
from socinno_tui.store.errors import (
    DatabaseBusy,
    DatabaseReadOnly,
    MeetingHeld,
    MeetingUnknown,
)
from socinno_tui.store.phones import PhoneRows
from socinno_tui.store.store import Store
from socinno_tui.store.transactions import BUSY_MILLISECONDS
from tests.meetings import a_meeting, an_id, idea_id
from tests.phones import keep_door
from tests.store.brought import DOOR, MEETING, ROUND, sent
from tests.store.raw import raw

# The door


def test_a_door_is_kept_as_it_is_now(rows: PhoneRows) -> None:
    assert rows.door(MEETING.id) is None
    keep_door(rows, DOOR)
    assert rows.door(MEETING.id) == DOOR
    changed = replace(DOOR, code="", reads_first=True, phones=3, port=1)
    keep_door(rows, changed)
    assert rows.door(MEETING.id) == changed


def test_who_counts_phones_changes_nothing_else_of_a_door(rows: PhoneRows, other: Store) -> None:
    rows.count_phones(MEETING.id, 7)
    assert rows.door(MEETING.id) is None
    keep_door(rows, DOOR)
    other.phones.count_phones(MEETING.id, 7)
    assert rows.door(MEETING.id) == replace(DOOR, phones=7)
    version = other.data_version()
    rows.count_phones(MEETING.id, 7)
    assert other.data_version() == version


def test_two_processes_that_change_a_door_do_not_undo_each_other(
    rows: PhoneRows, other: Store
) -> None:
    assert rows.change_door(MEETING.id, lambda before: before and replace(before, port=1)) is None
    assert rows.door(MEETING.id) is None
    keep_door(rows, DOOR)

    def moved_while_another_waits(before: Door | None) -> Door:
        assert before is not None
        with pytest.raises(DatabaseBusy):
            other.phones.count_phones(MEETING.id, 3)
        return replace(before, port=8081)

    rows.change_door(MEETING.id, moved_while_another_waits)
    other.phones.change_door(
        MEETING.id, lambda before: before and replace(before, reads_first=True)
    )
    assert rows.door(MEETING.id) == replace(DOOR, port=8081, reads_first=True)


def test_a_meeting_that_is_closed_or_gone_gets_no_door_any_more(
    rows: PhoneRows, store: Store
) -> None:
    with pytest.raises(MeetingUnknown):
        keep_door(rows, replace(DOOR, meeting_id="gone"))
    closed = replace(a_meeting(Phase.FOLLOW_UP), id=an_id("closed"))
    store.write(None, bare(closed))
    with pytest.raises(WrongPhase):
        keep_door(rows, replace(DOOR, meeting_id=closed.id))
    assert rows.door(closed.id) is None


def test_one_process_at_a_time_serves_a_door_beside_the_window_that_holds_the_meeting(
    rows: PhoneRows, store: Store, other: Store
) -> None:
    with store.hold(MEETING.id), other.phones.hold(MEETING.id), pytest.raises(MeetingHeld):
        rows.hold(MEETING.id)
    rows.hold(MEETING.id).release()


# Ideas


def test_an_idea_sent_again_is_kept_once_as_it_was_first(rows: PhoneRows) -> None:
    assert rows.add_idea(MEETING.id, sent("een"))
    assert not rows.add_idea(MEETING.id, sent("een", "Anders verwoord"))
    assert rows.sent(MEETING.id, Fate.WAITS) == (sent("een"),)


@pytest.mark.parametrize("fate", Fate)
def test_an_idea_sent_again_does_not_come_back_whatever_became_of_it(
    rows: PhoneRows, fate: Fate
) -> None:
    rows.add_idea(MEETING.id, sent("een"))
    rows.change_fate([an_id("een")], Fate.WAITS, fate)
    assert not rows.add_idea(MEETING.id, sent("een"))
    assert rows.sent_by_id([an_id("een")])[an_id("een")].fate is fate


def test_an_idea_that_is_in_the_meeting_is_known_also_without_its_row(rows: PhoneRows) -> None:
    assert not rows.add_idea(MEETING.id, replace(sent("een"), id=idea_id(1)))


def test_ideas_are_told_in_the_order_of_their_ids(rows: PhoneRows) -> None:
    names = ["een", "twee", "drie", "vier", "vijf"]
    for name in names:
        rows.add_idea(MEETING.id, sent(name))
    told = [one.id for one in rows.sent(MEETING.id, Fate.WAITS)]
    assert told == sorted(an_id(name) for name in names)
    assert told != [an_id(name) for name in names]


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING])
def test_no_new_idea_is_kept_where_none_would_come_in(
    store: Store, rows: PhoneRows, phase: Phase
) -> None:
    rows.add_idea(MEETING.id, sent("een"))
    store.write(MEETING, replace(MEETING, phase=phase))
    with pytest.raises(WrongPhase) as refused:
        rows.add_idea(MEETING.id, sent("twee"))
    assert refused.value.phase is phase
    assert not rows.add_idea(MEETING.id, sent("een"))
    with pytest.raises(MeetingUnknown):
        rows.add_idea("gone", sent("twee"))


def test_more_than_anybody_reads_does_not_wait(
    rows: PhoneRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phones_in_file, "MOST_WAITING", 2)
    for name in ("een", "twee"):
        rows.add_idea(MEETING.id, sent(name))
    with pytest.raises(TooManyWait):
        rows.add_idea(MEETING.id, sent("drie"))
    assert not rows.add_idea(MEETING.id, sent("een"))
    rows.change_fate([an_id("een")], Fate.WAITS, Fate.LEFT_OUT)
    assert rows.add_idea(MEETING.id, sent("drie"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Fate.WAITS, Fate.WITHDRAWN),
        (Fate.LEFT_OUT, Fate.WITHDRAWN),
        (Fate.IN, Fate.WITHDRAWING),
        (Fate.WITHDRAWING, Fate.WITHDRAWING),
        (Fate.WITHDRAWN, Fate.WITHDRAWN),
    ],
)
def test_what_waits_is_withdrawn_at_once_and_what_is_in_by_who_holds_the_meeting(
    rows: PhoneRows, before: Fate, after: Fate
) -> None:
    rows.add_idea(MEETING.id, sent("een"))
    rows.change_fate([an_id("een")], Fate.WAITS, before)
    assert rows.withdraw(an_id("een")) is before
    found = rows.sent_by_id([an_id("een")])[an_id("een")]
    assert found.fate is after
    assert (found.text == "") is (after is Fate.WITHDRAWN)


def test_what_was_never_sent_is_not_withdrawn(rows: PhoneRows) -> None:
    assert rows.withdraw(an_id("een")) is None


def test_an_idea_is_waiting_or_in_and_never_both_nor_neither(store: Store, rows: PhoneRows) -> None:
    for name in ("een", "twee"):
        rows.add_idea(MEETING.id, sent(name))
    after = store.write_arrived(MEETING, lambda arrived: taken_in(MEETING, arrived, arrived.ids))
    assert store.meeting(MEETING.id) == after
    assert len(after.ideas) == 14
    assert rows.sent(MEETING.id, Fate.WAITS) == ()
    assert {one.text for one in rows.sent(MEETING.id, Fate.IN)} == {""}


def test_what_could_not_be_written_goes_on_waiting(store: Store, rows: PhoneRows) -> None:
    rows.add_idea(MEETING.id, sent("een"))

    def refused(_arrived: Arrived) -> Meeting:
        raise WrongPhase(Phase.CLOSING)

    with pytest.raises(WrongPhase):
        store.write_arrived(MEETING, refused)
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(DatabaseReadOnly):
        store.write_arrived(MEETING, lambda arrived: taken_in(MEETING, arrived, arrived.ids))
    store._db.execute("PRAGMA query_only = OFF")
    assert rows.sent(MEETING.id, Fate.WAITS) == (sent("een"),)
    assert store.meeting(MEETING.id) == MEETING


def test_what_is_withdrawn_goes_and_what_can_not_be_stays_in(store: Store, rows: PhoneRows) -> None:
    for name in ("een", "twee", "drie"):
        rows.add_idea(MEETING.id, sent(name))
    came_in = store.write_arrived(MEETING, lambda arrived: taken_in(MEETING, arrived, arrived.ids))
    merged = came_in.with_merged(idea_id(1), frozenset({an_id("twee")}))
    deleted = merged.without_idea(an_id("drie"))
    store.write(came_in, deleted)
    for name in ("een", "twee", "drie"):
        assert rows.withdraw(an_id(name)) is Fate.IN
    assert rows.count(MEETING.id, Fate.WITHDRAWING) == 3
    left = store.write_arrived(deleted, lambda arrived: taken_in(deleted, arrived, ()))
    assert [idea.id for idea in left.ideas[12:]] == [an_id("twee")]
    fates = {one.id: one.fate for one in rows.sent(MEETING.id, *Fate)}
    assert fates == {
        an_id("een"): Fate.WITHDRAWN,
        an_id("twee"): Fate.IN,
        an_id("drie"): Fate.WITHDRAWN,
    }
    assert rows.count(MEETING.id, Fate.WITHDRAWING, Fate.WAITS) == 0


def test_an_idea_put_in_again_keeps_what_its_sender_wants_of_it(
    store: Store, rows: PhoneRows
) -> None:
    rows.add_idea(MEETING.id, sent("een"))
    came_in = store.write_arrived(MEETING, lambda arrived: taken_in(MEETING, arrived, arrived.ids))
    deleted = came_in.without_idea(an_id("een"))
    store.write(came_in, deleted)
    rows.withdraw(an_id("een"))
    store.write(deleted, came_in)
    assert [one.id for one in rows.sent(MEETING.id, Fate.WITHDRAWING)] == [an_id("een")]


def test_a_phone_does_not_keep_the_screen_waiting_for_a_lock(
    store: Store, rows: PhoneRows, file: Path
) -> None:
    store.write(MEETING, choosing := with_dot_round(replace(MEETING, phase=Phase.SELECTION), ROUND))
    rows.add_idea(MEETING.id, sent("een"))
    with raw(file) as elsewhere:
        elsewhere.execute("BEGIN IMMEDIATE")
        began = monotonic()
        for refused in (
            lambda: rows.add_idea(MEETING.id, sent("twee")),
            lambda: rows.withdraw(an_id("een")),
            lambda: rows.ballots.save(ROUND.id, "voter", Ballot({idea_id(1): 1})),
            lambda: rows.count_phones(MEETING.id, 3),
            lambda: store.write_arrived(choosing, lambda _arrived: choosing, patient=False),
        ):
            with pytest.raises(DatabaseBusy):
                refused()
        assert monotonic() - began < BUSY_MILLISECONDS / 1000
        elsewhere.execute("ROLLBACK")
    assert rows.add_idea(MEETING.id, sent("twee"))
    (wait,) = store._db.execute("PRAGMA busy_timeout").fetchone()
    assert wait == BUSY_MILLISECONDS


def bare(meeting: Meeting) -> Meeting:
    """Give a meeting without the parts that have ids of their own, so that it fits beside."""
    return replace(
        meeting,
        participants=(),
        room_checks=(),
        agenda=replace(meeting.agenda, boxes=()),
        ideas=(),
        turns=(),
        actions=(),
        topics=(replace(meeting.topics[0], id=an_id("other topic")),),
        nothing_selected_because="Niets was rijp",
    )
