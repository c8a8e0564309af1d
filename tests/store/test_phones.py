"""What phones bring, in the file: kept once, refused whole, and gone without a trace."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import with_dot_round, with_dots_opened, without_dot_round
from socinno_tui.domain.dot_round import DotRound, NoDotRound
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.phones import Arrived, Door, Fate, SentIdea, TooManyWait, taken_in
from socinno_tui.store import phones as phones_in_file
from socinno_tui.store.connection import BUSY_MILLISECONDS
from socinno_tui.store.errors import (
    DatabaseBusy,
    DatabaseReadOnly,
    MeetingHeld,
    MeetingUnknown,
    RowRefused,
)
from socinno_tui.store.phones import PhoneRows
from socinno_tui.store.store import Store
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_id, an_idea, idea_id
from tests.store.raw import raw

MEETING = a_meeting()
CHOOSING = a_meeting(Phase.SELECTION)
ROUND = DotRound(an_id("round"), a_topic().id, 6, 3)
DOOR = Door(MEETING.id, b"\x00\xffkey" * 7, "K7Q4M", "192.168.1.20", 8080)


def sent(name: str, text: str = "Een bel bij de deur") -> SentIdea:
    return SentIdea(an_id(name), a_topic().id, text, STARTS_AT.add(minutes=31))


@pytest.fixture
def rows(store: Store) -> PhoneRows:
    store.write(None, MEETING)
    return store.phones


@pytest.fixture
def other(store: Store, file: Path) -> Iterator[Store]:
    """The same file in another process, as far as SQLite is concerned."""
    with closing(Store.open(file)) as opened:
        yield opened


def counted(file: Path, table: str) -> int:
    with raw(file) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)


# The door


def test_a_door_is_kept_as_it_is_now(rows: PhoneRows) -> None:
    assert rows.door(MEETING.id) is None
    rows.keep_door(DOOR)
    assert rows.door(MEETING.id) == DOOR
    changed = replace(DOOR, code="", reads_first=True, phones=3, port=1)
    rows.keep_door(changed)
    assert rows.door(MEETING.id) == changed


def test_who_counts_phones_changes_nothing_else_of_a_door(rows: PhoneRows, other: Store) -> None:
    rows.count_phones(MEETING.id, 7)
    assert rows.door(MEETING.id) is None
    rows.keep_door(DOOR)
    other.phones.count_phones(MEETING.id, 7)
    assert rows.door(MEETING.id) == replace(DOOR, phones=7)
    version = other.data_version()
    rows.count_phones(MEETING.id, 7)
    assert other.data_version() == version


def test_a_meeting_that_is_closed_or_gone_gets_no_door_any_more(
    rows: PhoneRows, store: Store
) -> None:
    with pytest.raises(MeetingUnknown):
        rows.keep_door(replace(DOOR, meeting_id="gone"))
    closed = replace(a_meeting(Phase.FOLLOW_UP), id=an_id("closed"))
    store.write(None, bare(closed))
    with pytest.raises(WrongPhase):
        rows.keep_door(replace(DOOR, meeting_id=closed.id))
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


# Dots


@pytest.fixture
def in_round(store: Store) -> PhoneRows:
    store.write(None, with_dot_round(CHOOSING, ROUND))
    return store.phones


def test_a_ballot_takes_the_place_of_the_one_before(in_round: PhoneRows) -> None:
    assert in_round.ballots.of(ROUND.id, "a") == Ballot()
    in_round.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2, idea_id(2): 1}))
    in_round.ballots.save(ROUND.id, "b", Ballot({idea_id(2): 3}))
    in_round.ballots.save(ROUND.id, "a", Ballot({idea_id(3): 1}))
    assert in_round.ballots.of(ROUND.id, "a") == Ballot({idea_id(3): 1})
    assert in_round.ballots.totals(ROUND.id) == {idea_id(2): 3, idea_id(3): 1}
    assert in_round.ballots.turnout(ROUND.id, {idea_id(2), idea_id(3)}) == (2, 4)
    assert in_round.ballots.turnout(ROUND.id, {idea_id(2)}) == (1, 3)
    assert in_round.ballots.turnout(ROUND.id, ()) == (0, 0)
    in_round.ballots.save(ROUND.id, "a", Ballot())
    assert in_round.ballots.turnout(ROUND.id, {idea_id(2), idea_id(3)}) == (1, 3)


def test_an_idea_taken_away_and_put_back_has_its_dots(in_round: PhoneRows, store: Store) -> None:
    meeting = store.meeting(CHOOSING.id)
    in_round.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    store.write(meeting, deleted := meeting.without_idea(idea_id(1)))
    store.write(deleted, meeting)
    assert in_round.ballots.of(ROUND.id, "a") == Ballot({idea_id(1): 2})


def test_no_ballot_outlives_its_round(in_round: PhoneRows, store: Store, file: Path) -> None:
    meeting = store.meeting(CHOOSING.id)
    in_round.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    store.write(meeting, without_dot_round(meeting))
    assert counted(file, "ballots") == 0
    with pytest.raises(NoDotRound):
        in_round.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))


def test_dots_are_opened_with_all_that_was_given_until_then(
    in_round: PhoneRows, store: Store, other: Store, file: Path
) -> None:
    meeting = store.meeting(CHOOSING.id)
    other.phones.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    other.phones.ballots.save(ROUND.id, "b", Ballot({idea_id(1): 1, idea_id(5): 1}))
    opened = store.write_counted(meeting, lambda found: with_dots_opened(meeting, found))
    assert store.meeting(CHOOSING.id) == opened
    assert [idea.dots for idea in opened.ideas] == [3, 0, 0, 0, 1, *[0] * 7]
    assert counted(file, "ballots") == 0
    with pytest.raises(NoDotRound):
        other.phones.ballots.save(ROUND.id, "a", Ballot())


def test_dots_that_are_not_opened_stay_given(in_round: PhoneRows, store: Store) -> None:
    in_round.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    meeting = store.meeting(CHOOSING.id)

    def refused(_found: object) -> Meeting:
        raise NoDotRound

    with pytest.raises(NoDotRound):
        store.write_counted(meeting, refused)
    with pytest.raises(MeetingUnknown):
        store.write_counted(replace(meeting, id="gone"), lambda _found: meeting)
    assert in_round.ballots.totals(ROUND.id) == {idea_id(1): 2}


# Gone


def test_what_is_forgotten_is_all_but_what_waits(store: Store, rows: PhoneRows, file: Path) -> None:
    store.write(MEETING, with_dot_round(replace(MEETING, phase=Phase.SELECTION), ROUND))
    rows.keep_door(DOOR)
    for fate in Fate:
        rows.add_idea(MEETING.id, sent(fate.value))
        rows.change_fate([an_id(fate.value)], Fate.WAITS, fate)
    rows.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 1}))
    rows.forget(MEETING.id)
    assert rows.door(MEETING.id) is None
    assert [one.id for one in rows.sent(MEETING.id, *Fate)] == [an_id("waits")]
    assert counted(file, "ballots") == 0


def test_a_meeting_thrown_away_takes_all_of_it_along(
    store: Store, rows: PhoneRows, file: Path
) -> None:
    store.write(MEETING, with_dot_round(replace(MEETING, phase=Phase.SELECTION), ROUND))
    rows.keep_door(DOOR)
    rows.add_idea(MEETING.id, sent("een"))
    rows.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 1}))
    store.delete(MEETING.id)
    for table in ("phone_doors", "phone_ideas", "ballots"):
        assert counted(file, table) == 0
    assert DOOR.key not in file.read_bytes()
    assert file.with_name(f"{file.name}-wal").stat().st_size == 0


def test_what_is_wiped_waits_for_who_reads_and_is_wiped_at_the_next_opening(
    store: Store, rows: PhoneRows, file: Path
) -> None:
    wal = file.with_name(f"{file.name}-wal")
    rows.keep_door(DOOR)
    with raw(file) as elsewhere:
        elsewhere.execute("BEGIN")
        elsewhere.execute("SELECT count(*) FROM phone_doors").fetchone()
        rows.forget(MEETING.id)
        assert not rows.wipe()
        assert DOOR.key in file.read_bytes() + wal.read_bytes()
        elsewhere.execute("ROLLBACK")
        with closing(Store.open(file)):
            assert DOOR.key not in file.read_bytes() + wal.read_bytes()
    assert rows.wipe()


# Put in anew


def test_what_waits_stays_when_the_meeting_comes_from_another_file(
    store: Store, rows: PhoneRows
) -> None:
    rows.keep_door(DOOR)
    for name in ("een", "twee"):
        rows.add_idea(MEETING.id, sent(name))
    rows.change_fate([an_id("twee")], Fate.WAITS, Fate.LEFT_OUT)
    store.put([(MEETING, changed := replace(MEETING, title="Anders"))])
    assert store.meeting(MEETING.id) == changed
    assert rows.door(MEETING.id) == DOOR
    assert rows.sent(MEETING.id, Fate.WAITS) == (sent("een"),)
    assert [one.text for one in rows.sent(MEETING.id, Fate.LEFT_OUT)] == [sent("twee").text]


def test_what_was_let_in_in_the_other_file_waits_no_more(store: Store, rows: PhoneRows) -> None:
    rows.add_idea(MEETING.id, sent("een"))
    new = replace(an_idea(13), id=an_id("een"))
    store.put([(MEETING, replace(MEETING, ideas=(*MEETING.ideas, new), last_number=13))])
    assert rows.sent(MEETING.id, Fate.WAITS) == ()
    assert [one.id for one in rows.sent(MEETING.id, Fate.IN)] == [an_id("een")]


def test_a_meeting_that_was_closed_elsewhere_keeps_of_phones_only_what_waits(
    store: Store, rows: PhoneRows
) -> None:
    rows.keep_door(DOOR)
    for name in ("een", "twee"):
        rows.add_idea(MEETING.id, sent(name))
    rows.change_fate([an_id("twee")], Fate.WAITS, Fate.WITHDRAWN)
    store.put([(MEETING, replace(a_meeting(Phase.FOLLOW_UP), id=MEETING.id))])
    assert rows.door(MEETING.id) is None
    assert rows.sent(MEETING.id, *Fate) == (sent("een"),)


@pytest.mark.parametrize("round_stays", [True, False])
def test_ballots_stay_with_their_round_and_go_with_it(
    in_round: PhoneRows, store: Store, file: Path, round_stays: bool
) -> None:
    in_round.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    meeting = store.meeting(CHOOSING.id)
    after = replace(meeting if round_stays else without_dot_round(meeting), title="Anders")
    store.put([(meeting, after)])
    assert counted(file, "ballots") == int(round_stays)


def test_a_meeting_that_changed_meanwhile_keeps_what_phones_brought(
    store: Store, rows: PhoneRows
) -> None:
    rows.add_idea(MEETING.id, sent("een"))
    with pytest.raises(RowRefused):
        store.put([(replace(MEETING, title="Van gisteren"), replace(MEETING, title="Anders"))])
    assert rows.sent(MEETING.id, Fate.WAITS) == (sent("een"),)


# As tables


def test_tables_of_phones_tell_no_order_of_arrival(rows: PhoneRows, file: Path) -> None:
    with raw(file) as connection:
        told = dict(
            connection.execute("SELECT name, wr FROM pragma_table_list WHERE schema = 'main'")
        )
        columns = {
            (table, column)
            for table in ("phone_doors", "phone_ideas", "ballots")
            for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", [table])
        }
    assert [told[table] for table in ("phone_doors", "phone_ideas", "ballots")] == [1, 1, 1]
    assert columns == {
        *((("phone_doors", name)) for name in Door.__slots__),
        *((("phone_ideas", name)) for name in (*SentIdea.__slots__, "meeting_id")),
        *((("ballots", name)) for name in ("round_id", "voter", "idea_id", "dots")),
    }


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
