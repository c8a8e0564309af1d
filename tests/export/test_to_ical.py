import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.agreements import agreements_of, owners_of
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.review import Review
from socinno_tui.domain.text import clean
from socinno_tui.export.to_ical import agreements_to_ical, to_ical
from tests.agreements import Agreed, a_closed_meeting, a_line
from tests.meetings import OWNERS, STARTS_AT, TODAY
from tests.programs import program
from tests.strategies import texts

FATMA, JAN_WILLEM, _ANOUK = OWNERS
DONE = a_line(UpdateKind.DONE, "Scheelt een uur", days_ago=1)
MEETING = replace(
    a_closed_meeting("balie", [Agreed(3), Agreed(9, JAN_WILLEM), Agreed(-4, updates=(DONE,))]),
    review_date=TODAY.add(weeks=4),
)


def entries(data: bytes, kind: str) -> list[Any]:
    return list(Calendar.from_ical(data).walk(kind))


def test_each_agreement_is_a_task_and_a_whole_day_with_a_reminder_two_days_before() -> None:
    data = to_ical(MEETING)
    todos, events = entries(data, "VTODO"), entries(data, "VEVENT")
    due = date.fromisoformat(TODAY.add(days=3).isoformat())
    assert todos[0]["SUMMARY"].startswith(f"{FATMA}: ")
    assert todos[0].decoded("DUE") == due
    assert events[0].decoded("DTSTART") == due
    assert events[0].decoded("DTEND") == due + timedelta(days=1)
    assert events[0]["TRANSP"] == "TRANSPARENT"
    alarms = entries(data, "VALARM")
    still_to_come = [one for one in (*todos, *events) if one.walk("VALARM")]
    assert len(alarms) == len(still_to_come) == len(todos) + len(events) - 2
    assert {alarm.decoded("TRIGGER") for alarm in alarms} == {timedelta(days=-2)}


def test_the_review_date_is_a_whole_day_too() -> None:
    (review,) = [one for one in entries(to_ical(MEETING), "VEVENT") if "review" in one["UID"]]
    assert review.decoded("DTSTART").isoformat() == TODAY.add(weeks=4).isoformat()
    looked = Review("r", STARTS_AT, STARTS_AT, TODAY.add(weeks=8))
    later = entries(to_ical(replace(MEETING, reviews=(looked,))), "VEVENT")[-1]
    assert later["UID"] == review["UID"]
    assert later["SEQUENCE"] > review["SEQUENCE"]
    assert later.decoded("DTSTART").isoformat() == TODAY.add(weeks=8).isoformat()


def test_what_is_done_is_completed_and_leaves_the_day_free() -> None:
    data = to_ical(MEETING)
    assert [todo["STATUS"] for todo in entries(data, "VTODO")] == [
        "NEEDS-ACTION",
        "NEEDS-ACTION",
        "COMPLETED",
    ]
    assert [event["STATUS"] for event in entries(data, "VEVENT")][2] == "CANCELLED"
    assert "COMPLETED" in entries(data, "VTODO")[2]


def test_what_has_ended_reminds_nobody() -> None:
    data = to_ical(MEETING)
    assert not any(todo.walk("VALARM") for todo in entries(data, "VTODO")[2:])
    assert not entries(data, "VEVENT")[2].walk("VALARM")


def test_the_review_date_moves_when_a_review_ends() -> None:
    def sequence(*reviews: Review) -> int:
        (review,) = entries(
            to_ical(replace(a_closed_meeting("r"), review_date=TODAY, reviews=reviews)), "VEVENT"
        )
        return int(str(review["SEQUENCE"]))

    begun = Review("r", STARTS_AT)
    ended = begun.ended(STARTS_AT.add(hours=1), TODAY.add(weeks=8))
    assert sequence() < sequence(begun) < sequence(ended) < sequence(ended, Review("s", STARTS_AT))


def test_what_was_handed_over_leaves_the_calendar_of_who_had_it() -> None:
    first, *others = MEETING.actions
    handed = first.with_update(a_line(UpdateKind.HANDED_OVER, "met verlof", owner=JAN_WILLEM))
    data = to_ical(replace(MEETING, actions=(handed, *others)), owner=FATMA)
    todo, event = entries(data, "VTODO")[0], entries(data, "VEVENT")[0]
    assert todo["UID"].startswith(first.id)
    assert (todo["STATUS"], event["STATUS"]) == ("CANCELLED", "CANCELLED")
    assert todo["SEQUENCE"] == event["SEQUENCE"] == 1
    assert not todo.walk("VALARM") + event.walk("VALARM")
    assert f"handed over · {JAN_WILLEM} · met verlof" in str(todo["DESCRIPTION"])
    back = handed.with_update(a_line(UpdateKind.HANDED_OVER, owner=FATMA, name="back"))
    again = to_ical(replace(MEETING, actions=(back, *others)), owner=FATMA)
    assert entries(again, "VTODO")[0]["STATUS"] == "NEEDS-ACTION"
    assert entries(again, "VTODO")[0]["SEQUENCE"] == 2


def test_one_owner_gets_only_what_that_owner_took_on() -> None:
    assert owners_of(agreements_of(MEETING)) == (FATMA, JAN_WILLEM)
    data = to_ical(MEETING, owner=JAN_WILLEM)
    assert [todo["SUMMARY"].split(":")[0] for todo in entries(data, "VTODO")] == [JAN_WILLEM]
    assert any("review" in event["UID"] for event in entries(data, "VEVENT"))


def test_no_two_entries_have_one_uid_and_they_stay_while_the_sequence_grows() -> None:
    def uids(meeting: Meeting) -> dict[str, int]:
        found = Calendar.from_ical(to_ical(meeting)).subcomponents
        assert len({one["UID"] for one in found}) == len(found)
        return {str(one["UID"]): int(str(one["SEQUENCE"])) for one in found}

    first, *others = MEETING.actions
    moved = first.with_update(a_line(UpdateKind.MOVED, "later", due=TODAY.add(weeks=3)))
    before, after = uids(MEETING), uids(replace(MEETING, actions=(moved, *others)))
    assert before.keys() == after.keys()
    assert sum(after.values()) == sum(before.values()) + 2


@given(texts, texts.filter(lambda text: bool(clean(text))))
def test_every_text_comes_back_as_it_was_typed(step: str, idea: str) -> None:
    kept_step, kept_idea = clean(step), clean(idea)
    meeting = a_closed_meeting("balie", [Agreed(3, text=kept_idea, first_step=kept_step)])
    data = to_ical(meeting)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (todo,) = entries(data, "VTODO")
    assert str(todo["SUMMARY"]) == f"{FATMA}: {kept_idea}"
    assert kept_step in str(todo["DESCRIPTION"])


@given(st.lists(st.integers(-400, 400), max_size=5))
def test_any_date_is_that_date(days: list[int]) -> None:
    meeting = a_closed_meeting("balie", [Agreed(day) for day in days])
    todos = entries(agreements_to_ical(agreements_of(meeting)), "VTODO")
    assert [todo.decoded("DUE").isoformat() for todo in todos] == [
        TODAY.add(days=day).isoformat() for day in days
    ]


def test_another_program_reads_it(tmp_path: Path) -> None:
    calcurse = [program("calcurse"), "-D", str(tmp_path / "data"), "-C", str(tmp_path / "conf")]
    file = tmp_path / "balie.ics"
    file.write_bytes(to_ical(MEETING))
    imported = run([*calcurse, "-q", "-i", str(file)], capture_output=True, text=True, check=False)
    assert imported.returncode == 0, imported.stderr
    todos = run([*calcurse, "-t"], capture_output=True, text=True, check=True).stdout
    assert f"{JAN_WILLEM}: " in todos
    due = TODAY.add(days=3).format("MM/DD/YYYY")
    shown = run([*calcurse, "-d", due], capture_output=True, text=True, check=True).stdout
    assert f"* {FATMA}: {MEETING.ideas[0].text}" in shown


def test_importing_again_brings_another_program_up_to_date(tmp_path: Path) -> None:
    khal = _khal(tmp_path)
    first, second, *others = MEETING.actions
    moved = first.with_update(a_line(UpdateKind.MOVED, "later", due=TODAY.add(days=20)))
    stopped = second.with_update(a_line(UpdateKind.STOPPED, "te duur", name="s"))
    after = replace(MEETING, actions=(moved, stopped, *others))
    told = []
    for meeting in (MEETING, MEETING, after):
        file = tmp_path / "balie.ics"
        file.write_bytes(to_ical(meeting))
        khal("import", "--batch", str(file))
        since = TODAY.subtract(days=30).isoformat()
        told.append(khal("list", "--format", "{start-date} {status}{title}", since, "90d"))
    said = f"{FATMA}: {MEETING.ideas[0].text}"
    assert told[0] == told[1]
    assert f"{TODAY.add(days=3).isoformat()} CONFIRMED {said}" in told[0]
    assert f"{TODAY.add(days=3).isoformat()} CONFIRMED {said}" not in told[2]
    assert f"{TODAY.add(days=20).isoformat()} CONFIRMED {said}" in told[2]
    assert f"{TODAY.add(days=9).isoformat()} CANCELLED {JAN_WILLEM}: " in told[2]


def _khal(folder: Path) -> Callable[..., str]:
    """Give a calendar program that keeps its entries in a folder, and what it says."""
    config = folder / "khal.conf"
    config.write_text(
        f"""[calendars]
[[ours]]
path = {folder / "calendar"}
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder / "khal.db"}
[default]
default_calendar = ours
""",
        encoding="utf-8",
    )
    (folder / "calendar").mkdir()
    called = [program("khal"), "-c", str(config)]
    speaking_unicode = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}

    def say(*arguments: str) -> str:
        done = run([*called, *arguments], capture_output=True, check=True, env=speaking_unicode)
        return done.stdout.decode()

    return say


@pytest.mark.parametrize("kind", ["VTODO", "VEVENT"])
def test_a_meeting_without_agreements_gives_an_empty_calendar(kind: str) -> None:
    assert entries(to_ical(a_closed_meeting("empty")), kind) == []
