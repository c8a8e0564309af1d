"""What phones brought goes without a trace, and stays while its meeting is put in anew."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import with_dot_round
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phones import Door, Fate, SentIdea
from socinno_tui.store.errors import RowRefused
from socinno_tui.store.phones import PhoneRows
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, an_id, an_idea, idea_id
from tests.phones import keep_door
from tests.store.brought import DOOR, MEETING, ROUND, sent
from tests.store.raw import counted, raw

# Gone


def test_what_is_forgotten_is_all_but_what_waits(store: Store, rows: PhoneRows, file: Path) -> None:
    store.write(MEETING, with_dot_round(replace(MEETING, phase=Phase.SELECTION), ROUND))
    keep_door(rows, DOOR)
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
    keep_door(rows, DOOR)
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
    keep_door(rows, DOOR)
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
    keep_door(rows, DOOR)
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
    keep_door(rows, DOOR)
    for name in ("een", "twee"):
        rows.add_idea(MEETING.id, sent(name))
    rows.change_fate([an_id("twee")], Fate.WAITS, Fate.WITHDRAWN)
    store.put([(MEETING, replace(a_meeting(Phase.FOLLOW_UP), id=MEETING.id))])
    assert rows.door(MEETING.id) is None
    assert rows.sent(MEETING.id, *Fate) == (sent("een"),)


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
