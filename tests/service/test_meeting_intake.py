import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.bundle_errors import (
    BundleIncoherent,
    BundleRefused,
    BundleTooBig,
    FileNotReadable,
    NewerBundle,
    NotABundle,
    OwnFile,
)
from socinno_tui.domain.coherence import flaws
from socinno_tui.domain.intake_plan import ChangeKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.export.to_json import to_json
from socinno_tui.intake.bundle import MOST_BYTES
from socinno_tui.service.clock import Clock
from socinno_tui.service.meeting_intake import MOST_OF_A_DATABASE, MeetingIntake, is_whole_meetings
from socinno_tui.service.register import Register
from socinno_tui.store import copying
from socinno_tui.store.errors import DatabaseBusy, MeetingHeld, RowRefused
from socinno_tui.store.store import Store
from tests.agreements import Agreed, a_closed_meeting, a_line, action_id
from tests.blank_file import blank_file
from tests.domain.test_merging import two_versions
from tests.meetings import STARTS_AT, ZONE
from tests.service.standing_clock import StandingClock
from tests.store.test_older_files import an_old_file

BALIE = a_closed_meeting("balie", [Agreed(3), Agreed(-4)])
POST = a_closed_meeting("post", [Agreed(9)], days_ago=10)
LATE = action_id("balie", 2)


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Store]:
    """Another facilitator's file, in which the same meeting was closed."""
    store = Store.open(blank_file(tmp_path / "colleague.db"))
    store.write(None, BALIE)
    yield store
    store.close()


@pytest.fixture
def intake(store: Store, clock: StandingClock) -> MeetingIntake:
    return MeetingIntake(store, clock.clock)


def kinds(intake: MeetingIntake, path: Path) -> list[ChangeKind]:
    return [change.kind for change in intake.look(path).changes]


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_bundle_comes_in_whole_and_twice_changes_nothing(
    store: Store, intake: MeetingIntake, tmp_path: Path
) -> None:
    bundle = tmp_path / "bundle.json"
    bundle.write_text(to_json([BALIE, POST]), encoding="utf-8")
    intake.take_in(intake.look(bundle))
    assert to_json(store.meetings()) == bundle.read_text(encoding="utf-8")
    before = store.data_version()
    assert kinds(intake, bundle) == [ChangeKind.SAME, ChangeKind.SAME]
    intake.take_in(intake.look(bundle))
    assert store.data_version() == before


def test_two_facilitators_files_become_one(
    store: Store, colleague: Store, intake: MeetingIntake, clock: StandingClock
) -> None:
    store.write(None, BALIE)
    colleague.write(None, POST)
    Register(store, clock.clock).move(LATE, "+1w", "De leverancier is ziek")
    clock.passes(minutes=5)
    Register(colleague, clock.clock).done(LATE, "Scheelt een uur per dag")
    plan = intake.look(colleague.path)
    assert [(one.kind, one.new_lines) for one in plan.changes] == [
        (ChangeKind.CHANGED, 1),
        (ChangeKind.NEW, 0),
    ]
    numbers = {one.action.id: one.number for one in store.agreements.read()}
    intake.take_in(plan)
    action = store.agreements.action(LATE)
    assert [line.kind for line in action.updates] == [UpdateKind.MOVED, UpdateKind.DONE]
    assert action.state.value == "done"
    assert {one.action.id: one.number for one in store.agreements.read()}.items() >= numbers.items()
    assert kinds(intake, colleague.path) == [ChangeKind.SAME, ChangeKind.SAME]


def test_a_colleagues_file_is_only_read(
    colleague: Store, intake: MeetingIntake, tmp_path: Path
) -> None:
    colleague.close()
    before = digest(colleague.path)
    colleague.path.chmod(0o444)
    intake.take_in(intake.look(colleague.path))
    assert digest(colleague.path) == before


def test_what_a_colleagues_program_has_not_written_back_yet_comes_in_too(
    store: Store, colleague: Store, intake: MeetingIntake
) -> None:
    # The other program is still running: its last change stands in the file beside it.
    assert colleague.path.with_name("colleague.db-wal").stat().st_size > 0
    intake.take_in(intake.look(colleague.path))
    assert store.meeting(BALIE.id) == BALIE


def test_a_meeting_that_another_window_has_open_is_not_touched(
    store: Store, colleague: Store, intake: MeetingIntake
) -> None:
    store.write(None, replace(BALIE, title="Van ons"))
    colleague.write(None, POST)
    plan = intake.look(colleague.path)
    with store.hold(BALIE.id), pytest.raises(MeetingHeld):
        intake.take_in(plan)
    assert [meeting.title for meeting in store.meetings()] == ["Van ons"]


def test_what_changed_since_the_look_stops_all_of_it(
    store: Store, colleague: Store, intake: MeetingIntake, clock: StandingClock
) -> None:
    store.write(None, replace(BALIE, title="Van ons"))
    colleague.write(None, POST)
    plan = intake.look(colleague.path)
    Register(store, clock.clock).note(LATE, "Net getikt")
    with pytest.raises(RowRefused):
        intake.take_in(plan)
    assert len(store.meetings()) == 1
    assert store.agreements.action(LATE).updates[-1].text == "Net getikt"


def test_bad_files_are_refused_and_nothing_changes(
    store: Store, intake: MeetingIntake, tmp_path: Path
) -> None:
    store.write(None, BALIE)
    file = tmp_path / "in"
    with pytest.raises(FileNotReadable):
        intake.look(file)
    with pytest.raises(FileNotReadable):
        intake.look(tmp_path)
    for data in (b"", b"PK\x03\x04 a spreadsheet", b"SQLite format 3\x00 and no more", b"{"):
        file.write_bytes(data)
        with pytest.raises(NotABundle):
            intake.look(file)
    os.truncate(file, 100 * 1024**2)
    with pytest.raises(BundleTooBig) as refused:
        intake.look(file)
    assert (refused.value.size, refused.value.most) == (100 * 1024**2, MOST_BYTES)
    with pytest.raises(OwnFile):
        intake.look(store.path)
    assert store.meetings() == (BALIE,)


def test_a_database_of_another_program_or_of_a_newer_version_is_refused(
    colleague: Store, intake: MeetingIntake, tmp_path: Path
) -> None:
    foreign = tmp_path / "foreign.db"
    db = sqlite3.connect(foreign)
    db.execute("CREATE TABLE recipes (id)")
    db.close()
    with pytest.raises(NotABundle):
        intake.look(foreign)
    db = sqlite3.connect(colleague.path)
    db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('socinno', 'of_next_year', '2027-01-01')"
    )
    db.commit()
    db.close()
    with pytest.raises(NewerBundle):
        intake.look(colleague.path)


def test_what_a_hostile_database_holds_is_cleaned_at_the_door(
    store: Store, colleague: Store, intake: MeetingIntake
) -> None:
    db = sqlite3.connect(colleague.path)
    db.execute("UPDATE meetings SET title = 'Balie' || char(27) || '[2J'")
    db.commit()
    db.close()
    intake.take_in(intake.look(colleague.path))
    assert store.meeting(BALIE.id).title == "Balie [2J"


@pytest.mark.parametrize("kind", ["topic", "idea", "action", "meeting's own"])
def test_an_id_of_a_part_in_another_meeting_is_refused_at_the_look(
    store: Store, intake: MeetingIntake, tmp_path: Path, kind: str
) -> None:
    # Not only when it is written: then it would seem that the file here had changed meanwhile.
    store.write(None, BALIE)
    (idea, *_rest), (action, *_more) = BALIE.ideas, BALIE.actions
    forged = {
        "topic": replace(POST, topics=(*POST.topics, BALIE.topics[0])),
        "idea": replace(POST, ideas=(*POST.ideas, replace(idea, number=9, topic_id=POST.topic.id))),
        "action": replace(POST, actions=(replace(POST.actions[0], id=action.id),)),
        "meeting's own": replace(BALIE, id=POST.id),
    }[kind]
    forged = replace(forged, last_number=9)
    if kind == "idea":
        forged = replace(forged, ideas=(forged.ideas[0], replace(forged.ideas[1], verdict=None)))
    bundle = tmp_path / "bundle.json"
    bundle.write_text(to_json([forged]), encoding="utf-8")
    with pytest.raises(BundleIncoherent) as refused:
        intake.look(bundle)
    assert (refused.value.meeting, refused.value.place) == (1, "id")
    assert store.meetings() == (BALIE,)


def test_an_id_that_stands_elsewhere_in_ours_is_refused_at_the_look(
    store: Store, intake: MeetingIntake, tmp_path: Path
) -> None:
    line = a_line(UpdateKind.NOTE, "gebeld")
    first, second = BALIE.actions
    ours = replace(BALIE, actions=(replace(first, updates=(line,)), second))
    store.write(None, ours)
    bundle = tmp_path / "bundle.json"
    theirs = replace(BALIE, actions=(first, replace(second, updates=(line,))))
    bundle.write_text(to_json([theirs]), encoding="utf-8")
    with pytest.raises(BundleIncoherent):
        intake.look(bundle)


def test_a_pipe_or_a_device_is_not_waited_on(intake: MeetingIntake, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(FileNotReadable):
            is_whole_meetings(path)
        with pytest.raises(FileNotReadable):
            intake.look(path)


def test_a_file_that_another_program_keeps_to_itself_is_said_to_be_busy(
    colleague: Store, intake: MeetingIntake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying.copy_database, "__kwdefaults__", {"wait_seconds": 0.2})
    colleague.close()
    other = sqlite3.connect(colleague.path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseBusy):
        intake.look(colleague.path)
    other.close()


def test_an_older_file_comes_in_and_stays_as_old_as_it_is(
    store: Store, intake: MeetingIntake, tmp_path: Path
) -> None:
    older = tmp_path / "older.db"
    an_old_file(older)
    before = digest(older)
    intake.take_in(intake.look(older))
    assert [line.text for line in store.agreements.action(action_id("old", 2)).updates] == [
        "Bijna",
        "",
    ]
    assert kinds(intake, older) == [ChangeKind.SAME]
    assert digest(older) == before


def test_a_huge_database_is_not_copied(intake: MeetingIntake, colleague: Store) -> None:
    colleague.close()
    os.truncate(colleague.path, MOST_OF_A_DATABASE + 1)
    with pytest.raises(BundleTooBig):
        intake.look(colleague.path)


def test_what_is_no_text_either_is_said_to_be_no_bundle(tmp_path: Path) -> None:
    file = tmp_path / "in"
    for data in (b"", b" \n", b"\x1f\x8b\x08\x00", b"PK\x03\x04"):
        file.write_bytes(data)
        assert not is_whole_meetings(file)
        with pytest.raises(NotABundle):
            is_whole_meetings(file, or_ideas=False)
    file.write_bytes(b"een idee\n")
    assert not is_whole_meetings(file, or_ideas=False)


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (b"SQLite format 3\x00...", True),
        (b'\xef\xbb\xbf {"format"', True),
        (b"text,agreed\n", False),
        (b"", False),
    ],
)
def test_a_list_of_ideas_is_told_apart(tmp_path: Path, data: bytes, whole: bool) -> None:
    file = tmp_path / "in"
    file.write_bytes(data)
    assert is_whole_meetings(file) is whole


@given(two_versions())
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_the_file_takes_whatever_two_versions_give(
    tmp_path_factory: pytest.TempPathFactory, versions: tuple[Meeting, Meeting]
) -> None:
    ours, theirs = versions
    assume(not list(flaws(ours)))
    folder = tmp_path_factory.mktemp("two")
    store = Store.open(folder / "ours.db")
    store.write(None, ours)
    intake = MeetingIntake(store, Clock(lambda: STARTS_AT, ZONE))
    bundle = folder / "theirs.json"
    bundle.write_text(to_json([theirs]), encoding="utf-8")
    try:
        plan = intake.look(bundle)
    except BundleRefused:
        assert json.loads(bundle.read_text(encoding="utf-8"))
    else:
        intake.take_in(plan)
        assert store.meetings() == (plan.changes[0].after,)
    store.close()
