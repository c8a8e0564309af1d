"""A file of an earlier version opens with everything in it, and is numbered."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import with_dot_round
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.phase import Phase
from socinno_tui.store.connection import opened
from socinno_tui.store.migrations.first_tables import one_meeting_from_question_to_agreements
from socinno_tui.store.schema import migrations
from socinno_tui.store.store import Store
from tests.agreements import Agreed, a_closed_meeting, a_line, action_id
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_id

FIRST = Migrations("socinno")
FIRST()(one_meeting_from_question_to_agreements)


def an_old_file(path: Path) -> None:
    """Lay the first tables only, and put in a closed meeting with a history of two lines."""
    rows = Path(path.parent / "new.db")
    store = Store.open(rows)
    lines = (a_line(UpdateKind.NOTE, "Bijna", name="1"), a_line(UpdateKind.DONE, name="2"))
    store.write(None, a_closed_meeting("old", [Agreed(3), Agreed(9, updates=lines)]))
    store.close()
    old = sqlite3.connect(path)
    db = Database(old, execute_plugins=False)
    FIRST.apply(db)
    db.execute("ATTACH ? AS new", [str(rows)])
    for table in ("meetings", "topics", "participants", "ideas", "dots", "actions", "updates"):
        names = ", ".join(column.name for column in db.table(table).columns)
        db.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
    old.commit()
    db.close()


def test_an_older_file_opens_with_its_histories_and_gets_numbers(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    an_old_file(path)
    store = Store.open(path)
    first, second = store.agreements.read()
    assert (first.number, second.number) == (1, 2)
    assert [line.text for line in second.action.updates] == ["Bijna", ""]
    store.agreements.add_update(action_id("old", 1), a_line(UpdateKind.ON_COURSE, name="3"))
    changed = store.agreements.read()[0]
    assert changed.action.updates[0].kind is UpdateKind.ON_COURSE
    assert store.meeting(first.meeting_id).reviews == ()
    assert store.meeting(first.meeting_id).dot_round is None
    store.close()


def test_a_round_of_before_there_were_phones_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "before.db"
    counting = with_dot_round(
        a_meeting(Phase.SELECTION), DotRound(an_id("round"), a_topic().id, 6, 3)
    )
    new = Store.open(tmp_path / "new.db")
    new.write(None, counting)
    new.close()
    before = Migrations("socinno")
    for step in list(migrations.pending(Database(memory=True)))[:-1]:
        before()(step.fn)
    old = opened(path, before)
    old.execute("DROP TRIGGER phone_idea_in")
    old.execute("ATTACH ? AS new", [str(new.path)])
    for table in ("meetings", "topics", "ideas", "dots", "dot_rounds"):
        names = ", ".join(column.name for column in old.table(table).columns)
        old.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
    old.conn.commit()
    old.close()
    store = Store.open(path)
    meeting = store.meeting(counting.id)
    assert (meeting.ideas, meeting.dot_round) == (counting.ideas, counting.dot_round)
    assert store.phones.door(meeting.id) is None
    begun = counting.dot_round
    assert begun is not None
    store.phones.ballots.save(begun.id, "voter", Ballot({meeting.ideas[0].id: 2}))
    assert store.phones.ballots.totals(begun.id) == {meeting.ideas[0].id: 2}
    store.close()


def test_a_number_is_never_given_to_another(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "numbers.db")
    meeting = a_closed_meeting("one", [Agreed(3)])
    store.write(None, meeting)
    store.delete(meeting.id)
    store.write(None, a_closed_meeting("two", [Agreed(3)], days_ago=10))
    store.write(None, meeting)
    numbers = {found.id: found.number for found in store.summaries(STARTS_AT.date())}
    assert {one.action.id: one.number for one in store.agreements.read()} == {
        action_id("one", 1): 1,
        action_id("two", 1): 2,
    }
    assert numbers == {an_id("one"): 1, an_id("two"): 2}
    store.close()


def test_every_migration_leaves_the_gate_standing(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    an_old_file(path)
    db = opened(path)
    blank = opened(tmp_path / "blank.db")
    assert {trigger.name for trigger in db.triggers} == {one.name for one in blank.triggers}
    db.close()
    blank.close()


def test_files_that_were_made_know_each_migration_by_this_name() -> None:
    assert [step.name for step in migrations.pending(Database(memory=True))] == [
        "one_meeting_from_question_to_agreements",
        "agreements_looked_at_again",
        "agenda_with_room_and_a_meter_each",
        "dots_counted_before_they_are_shown",
        "ideas_written_in_silence",
        "ideas_and_dots_by_phone",
    ]
