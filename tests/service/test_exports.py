import json
import os
from dataclasses import replace
from email import message_from_bytes
from errno import ENOSPC
from pathlib import Path

import pytest
from icalendar import Calendar

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import speaking
from socinno_tui.service.exports import (
    IN_A_FOLDER,
    OF_ALL_MEETINGS,
    ExportKind,
    Exports,
    NothingToWrite,
    SeveralFiles,
)
from socinno_tui.service.written_file import FileThere, NoRoomForExport
from socinno_tui.store.store import Store
from tests.agreements import CLOCK, Agreed, a_closed_meeting, a_line
from tests.meetings import IDEA_TEXTS, OWNERS, TODAY, a_meeting, a_prepared_meeting, an_id

FATMA, JAN_WILLEM, ANOUK = OWNERS
BALIE = a_closed_meeting(
    "balie", [Agreed(3, FATMA, IDEA_TEXTS[1]), Agreed(9, JAN_WILLEM, IDEA_TEXTS[2])]
)
POST = a_closed_meeting(
    "post",
    [
        Agreed(1, FATMA, IDEA_TEXTS[4]),
        Agreed(-2, ANOUK, IDEA_TEXTS[5], updates=(a_line(UpdateKind.DONE, "Scheelt een uur"),)),
    ],
    title="Boeken op tijd",
)
BEGINNINGS = {
    ExportKind.MINUTES: "# ",
    ExportKind.PAGE: "<!doctype html>",
    ExportKind.IDEAS: "",
    ExportKind.ACTIONS: "",
    ExportKind.CALENDAR: "BEGIN:VCALENDAR",
    ExportKind.BUNDLE: "{",
}


@pytest.fixture
def exports(store: Store) -> Exports:
    for meeting in (BALIE, POST):
        store.write(None, meeting)
    return Exports(store, CLOCK)


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_a_file_says_what_was_agreed(exports: Exports, tmp_path: Path, kind: ExportKind) -> None:
    folder = tmp_path / "documenten"
    folder.mkdir()
    target = exports.proposed(kind, BALIE.id, folder)
    assert exports.write(kind, BALIE.id, target) == (target,)
    text = target.read_text(encoding="utf-8-sig")
    assert text.lower().startswith(BEGINNINGS[kind].lower())
    unfolded = text.replace("\r\n ", "")
    assert IDEA_TEXTS[1] in unfolded.replace("\\,", ",")
    assert exports.text(kind, BALIE.id).splitlines()[:3] == text.splitlines()[:3]
    assert list(folder.iterdir()) == [target]


def test_tables_open_in_a_spreadsheet_with_their_accents(exports: Exports, tmp_path: Path) -> None:
    exports.write(ExportKind.IDEAS, BALIE.id, tmp_path / "ideas.csv")
    assert (tmp_path / "ideas.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not exports.text(ExportKind.IDEAS, BALIE.id).startswith("\ufeff")


def test_each_owner_gets_a_calendar_with_what_is_theirs(exports: Exports, tmp_path: Path) -> None:
    written = exports.write(ExportKind.CALENDARS, None, tmp_path / "agendas")
    assert {path.name for path in written} == {
        "anouk-van-der-meer.ics",
        "fatma-de-vries.ics",
        "jan-willem-bakker.ics",
    }
    calendar = Calendar.from_ical((tmp_path / "agendas/fatma-de-vries.ics").read_bytes())
    said = " ".join(str(part.get("summary")) for part in calendar.subcomponents)
    assert IDEA_TEXTS[1] in said
    assert IDEA_TEXTS[4] in said
    assert IDEA_TEXTS[2] not in said


def test_a_calendar_of_an_owner_says_when_it_is_looked_at_again(
    store: Store, tmp_path: Path
) -> None:
    store.write(None, replace(POST, review_date=TODAY.add(weeks=4)))
    Exports(store, CLOCK).write(ExportKind.CALENDARS, POST.id, tmp_path / "agendas")

    def uids(owner: str) -> list[str]:
        calendar = Calendar.from_ical((tmp_path / f"agendas/{owner}.ics").read_bytes())
        return [str(part["uid"]) for part in calendar.subcomponents]

    assert f"{POST.id}-review@socinno" in uids("fatma-de-vries")
    # Nothing of hers is open any more: what she did leaves her calendar, and asks nothing.
    assert [uid.rpartition("-")[2] for uid in uids("anouk-van-der-meer")] == [
        "todo@socinno",
        "day@socinno",
    ]


def test_each_owner_gets_a_mail_of_each_meeting_and_its_text(
    exports: Exports, tmp_path: Path
) -> None:
    written = exports.write(ExportKind.MAILS, None, tmp_path / "mails")
    assert sorted(path.name for path in written) == [
        "fatma-de-vries-2.eml",
        "fatma-de-vries-2.txt",
        "fatma-de-vries.eml",
        "fatma-de-vries.txt",
        "jan-willem-bakker.eml",
        "jan-willem-bakker.txt",
    ]
    for path in written:
        if path.suffix == ".eml":
            assert message_from_bytes(path.read_bytes())["Subject"]
    told = (tmp_path / "mails" / "fatma-de-vries.txt").read_text(encoding="utf-8")
    assert (IDEA_TEXTS[1] in told) != (IDEA_TEXTS[4] in told)
    subject, _empty, greeting, *_rest = told.splitlines()
    assert subject in {f"What you took on: {meeting.title}" for meeting in (BALIE, POST)}
    assert greeting == "Hello Fatma,"


def test_owners_whose_names_look_alike_each_keep_their_file(store: Store, tmp_path: Path) -> None:
    alike = [Agreed(3, "Jan / Piet"), Agreed(4, "jan piet"), Agreed(5, "🎉"), Agreed(6, "CON")]
    store.write(None, a_closed_meeting("alike", alike))
    written = Exports(store, CLOCK).write(ExportKind.CALENDARS, an_id("alike"), tmp_path / "all")
    assert [path.name for path in written] == [
        "jan-piet.ics",
        "jan-piet-2.ics",
        "socinno.ics",
        "con-.ics",
    ]


def test_the_invitation_comes_with_its_appointment(store: Store, tmp_path: Path) -> None:
    meeting = a_prepared_meeting()
    store.write(None, meeting)
    exports = Exports(store, CLOCK)
    with speaking("nl"):
        text, appointment = exports.write(
            ExportKind.INVITATION, meeting.id, tmp_path / "uitnodiging.txt"
        )
        assert text.read_text(encoding="utf-8") == exports.text(ExportKind.INVITATION, meeting.id)
    assert meeting.topic.question in text.read_text(encoding="utf-8")
    assert appointment == tmp_path / "uitnodiging.ics"
    assert len(Calendar.from_ical(appointment.read_bytes()).walk("VEVENT")) == 1


@pytest.mark.parametrize("name", ["zaal 2.ics", "zaal 2.txt", "zaal 2.0", "zaal"])
def test_text_and_appointment_never_have_one_name(store: Store, tmp_path: Path, name: str) -> None:
    meeting = a_prepared_meeting()
    store.write(None, meeting)
    text, beside = Exports(store, CLOCK).write(ExportKind.INVITATION, meeting.id, tmp_path / name)
    assert text != beside
    assert beside.suffix == ".ics"


def test_before_the_moment_is_known_the_invitation_is_a_text(store: Store, tmp_path: Path) -> None:
    meeting = replace(a_prepared_meeting(), starts_at=None)
    store.write(None, meeting)
    exports = Exports(store, CLOCK)
    assert len(exports.write(ExportKind.INVITATION, meeting.id, tmp_path / "uitnodiging.txt")) == 1


def test_everything_of_all_meetings_is_one_file(exports: Exports) -> None:
    bundle = json.loads(exports.text(ExportKind.BUNDLE, None))
    assert {meeting["id"] for meeting in bundle["meetings"]} == {BALIE.id, POST.id}


@pytest.mark.parametrize("kind", ExportKind)
def test_what_is_there_stays_unless_it_is_asked_for(
    exports: Exports, tmp_path: Path, kind: ExportKind
) -> None:
    target = tmp_path / ("folder" if kind in IN_A_FOLDER else "file.txt")
    written = exports.write(kind, BALIE.id, target)
    before = {path: path.stat().st_mtime_ns for path in written}
    with pytest.raises(FileThere):
        exports.write(kind, BALIE.id, target)
    assert {path: path.stat().st_mtime_ns for path in written} == before
    assert exports.write(kind, BALIE.id, target, overwrite=True) == written


@pytest.mark.parametrize("kind", ExportKind)
def test_a_full_disk_leaves_nothing_half_written(
    exports: Exports, tmp_path: Path, kind: ExportKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def full(_handle: int) -> None:
        raise OSError(ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoomForExport):
        exports.write(kind, BALIE.id, folder / "out")
    assert list(folder.iterdir()) == []


def test_a_name_is_proposed_that_nothing_has_yet(exports: Exports, tmp_path: Path) -> None:
    first = exports.proposed(ExportKind.MINUTES, POST.id, tmp_path)
    assert first == tmp_path / "boeken-op-tijd-minutes.md"
    first.touch()
    second = exports.proposed(ExportKind.MINUTES, POST.id, tmp_path)
    assert second == tmp_path / "boeken-op-tijd-minutes-2.md"
    everything = exports.proposed(ExportKind.CALENDARS, None, tmp_path)
    assert everything == tmp_path / "all-meetings-calendars"


def test_a_name_is_free_for_the_appointment_too(store: Store, tmp_path: Path) -> None:
    meeting = replace(a_prepared_meeting(), title="")
    store.write(None, meeting)
    exports = Exports(store, CLOCK)
    first = exports.proposed(ExportKind.INVITATION, meeting.id, tmp_path)
    assert first.name.startswith("hoe-halveren-we-de-wachttijd")
    first.with_suffix(".ics").touch()
    assert exports.proposed(ExportKind.INVITATION, meeting.id, tmp_path).stem == f"{first.stem}-2"


def test_what_can_be_taken_along_follows_the_meeting(exports: Exports, store: Store) -> None:
    prepared = a_prepared_meeting()
    store.write(None, prepared)
    assert exports.kinds_for(prepared.id) == (ExportKind.INVITATION, ExportKind.BUNDLE)
    under_way = a_meeting(Phase.IDEATION)
    store.write(prepared, under_way)
    assert ExportKind.IDEAS in exports.kinds_for(under_way.id)
    assert ExportKind.ACTIONS not in exports.kinds_for(under_way.id)
    assert set(exports.kinds_for(BALIE.id)) == set(ExportKind) - {ExportKind.INVITATION}
    assert exports.kinds_for(None) == OF_ALL_MEETINGS


def test_a_closed_meeting_without_agreements_has_no_mails(store: Store, tmp_path: Path) -> None:
    meeting = a_closed_meeting("empty")
    store.write(None, meeting)
    exports = Exports(store, CLOCK)
    assert ExportKind.MAILS not in exports.kinds_for(meeting.id)
    with pytest.raises(NothingToWrite):
        exports.write(ExportKind.MAILS, meeting.id, tmp_path / "mails")
    assert list(tmp_path.glob("mails*")) == []


def test_several_files_are_no_text(exports: Exports) -> None:
    with pytest.raises(SeveralFiles):
        exports.text(ExportKind.MAILS, BALIE.id)
    with pytest.raises(NothingToWrite):
        exports.text(ExportKind.MINUTES, None)
