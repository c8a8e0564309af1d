import json
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.bundle_errors import (
    BundleBroken,
    BundleIncoherent,
    BundleRefused,
    BundleTooBig,
    NewerBundle,
    NotABundle,
)
from socinno_tui.domain.coherence import LONGEST_TEXT
from socinno_tui.domain.dot_counting import with_counted, with_dot_round
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Meters
from socinno_tui.export.to_json import to_json
from socinno_tui.intake.bundle import MOST_BYTES, MOST_TOLD_APART, MOST_VALUES, read_bundle
from tests.agreements import Agreed, a_closed_meeting
from tests.meetings import a_meeting, an_id, idea_id

BALIE = a_closed_meeting("balie", [Agreed(3), Agreed(-4)])
BUNDLE = to_json([BALIE, a_closed_meeting("post", [Agreed(9)], days_ago=10)])

Told = dict[str, Any]

LINE = {
    "id": "line",
    "kind": "note",
    "at": "2026-11-24T09:30:00.000000Z",
    "text": "",
    "due": None,
    "owner": "",
}


BOX = {"id": "box", "title": "Kiezen", "minutes": 10, "phase": "selection"}
TURN = {
    "id": "turn",
    "speaker": "manager",
    "started_at": "2026-11-24T09:30:00.000000Z",
    "heard_at": "2026-11-24T09:30:00.000000Z",
    "ended_at": None,
}


def changed(change: Callable[[Told], object]) -> bytes:
    """Give the bundle with something changed in its first meeting."""
    told = json.loads(BUNDLE)
    change(told["meetings"][0])
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"[]",
        b"null",
        b'{"format": "socinno"}',
        b'{"format": "another", "version": 1, "meetings": []}',
        b'{"format": "socinno", "version": "1", "meetings": []}',
        b'{"format": "socinno", "version": 1, "meetings": {}}',
        b'{"format": "socinno", "version": 1, "meetings": [], "more": 1}',
        b'{"format": "socinno", "format": "socinno", "version": 1, "meetings": []}',
        b'{"format": "socinno", "version": NaN, "meetings": []}',
        b"[" * 200_000,
        b'{"format": "socinno", "version": ' + b"9" * 5000 + b"}",
        "tekst met é".encode("cp1252"),
    ],
)
def test_what_is_no_bundle_is_refused(data: bytes) -> None:
    with pytest.raises(NotABundle):
        read_bundle(data)


def test_a_bundle_that_was_cut_off_says_on_which_line() -> None:
    with pytest.raises(NotABundle) as refused:
        read_bundle(BUNDLE.encode()[:2000])
    assert refused.value.line > 10


def test_a_bundle_of_a_newer_version_is_left_alone() -> None:
    with pytest.raises(NewerBundle):
        read_bundle(b'{"format": "socinno", "version": 2, "meetings": [{"new": 1}]}')


@pytest.mark.parametrize("value", [b"0,", b"[],", b"{},"])
def test_a_file_of_nothing_but_brackets_is_not_unfolded(value: bytes) -> None:
    # As values they would take fifty times the room.
    beginning = b'{"format": "socinno", "version": 1, "meetings": ['
    with pytest.raises(NotABundle):
        read_bundle(beginning + value * (MOST_VALUES + 1) + b"0]}")


def test_faults_without_number_are_not_gathered() -> None:
    started = time.monotonic()
    with pytest.raises(BundleBroken) as refused:
        read_bundle(changed(lambda one: one.update(ideas=[0] * (MOST_TOLD_APART + 1))))
    assert (refused.value.meeting, refused.value.place) == (1, "")
    assert time.monotonic() - started < 2, "gathering them takes ten times as long"


def test_a_huge_file_is_not_read() -> None:
    with pytest.raises(BundleTooBig):
        read_bundle(bytes(MOST_BYTES + 1))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda one: one.update(phase="dreaming"), "phase"),
        (lambda one: one.update(planned_minutes="60"), "planned_minutes"),
        (lambda one: one.update(planned_minutes=True), "planned_minutes"),
        (lambda one: one.update(created_at="2026-02-30T10:00:00.000000Z"), "created_at"),
        (lambda one: one.update(created_at="2026-02-03 10:00"), "created_at"),
        (lambda one: one["ideas"][0].update(number=None), "ideas[0].number"),
        (lambda one: one["actions"][1].update(due="2026-02-30"), "actions[1].due"),
        (lambda one: one["actions"][0].update(due=20261211), "actions[0].due"),
    ],
)
def test_a_value_of_another_kind_is_named(change: Callable[[Told], object], place: str) -> None:
    with pytest.raises(BundleBroken) as refused:
        read_bundle(changed(change))
    assert refused.value.meeting == 1
    assert place in refused.value.place


def test_a_bundle_of_before_there_were_meters_and_used_time_is_still_read() -> None:
    def older(one: Told) -> None:
        del one["meters"]
        one["agenda"]["boxes"] = [BOX]
        one["turns"] = [TURN]

    meeting, _other = read_bundle(changed(older))
    assert meeting.meters is Meters.TOGETHER
    assert all(turn.who is None for turn in meeting.turns)
    assert not any(box.used_seconds or box.skipped for box in meeting.agenda.boxes)


def test_a_bundle_of_before_there_were_silent_rounds_is_read() -> None:
    told = changed(lambda meeting: meeting.pop("silent_round"))
    assert read_bundle(told)[0] == BALIE


def test_a_key_that_nobody_knows_is_refused() -> None:
    with pytest.raises(BundleBroken):
        read_bundle(changed(lambda one: one.update(author="Fatma")))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one["ideas"][0].update(topic_id="another"),
        lambda one: one["ideas"][0].update(merged_into="another"),
        lambda one: one["ideas"][0].update(number=0),
        lambda one: one["ideas"][0].update(text="\x00"),
        lambda one: one["actions"][0].update(idea_id="another"),
        lambda one: one["actions"][0].update(due=None),
        lambda one: one["actions"][0].update(owner=""),
        lambda one: one["actions"][1].update(id=one["actions"][0]["id"]),
        lambda one: one["actions"].append(one["actions"][0]),
        lambda one: one.update(zone="Middle/Earth"),
        lambda one: one.update(topics=[]),
        lambda one: one.update(planned_minutes=0),
        lambda one: one.update(title="a" * (LONGEST_TEXT + 1)),
        lambda one: one["actions"][0].update(owner=" \u2003"),
        lambda one: one["actions"][0].update(owner="\x1b\x00"),
        lambda one: one["actions"][0].update(updates=[dict(LINE, kind="handed over")]),
        lambda one: one["actions"][0].update(updates=[dict(LINE, kind="moved")]),
        lambda one: one.update(actions=[], ideas=[], nothing_selected_because=" "),
        lambda one: one.update(closed_at=None),
        lambda one: one.update(planned_minutes=10**20),
        lambda one: one.update(last_number=10**20),
        lambda one: one["ideas"][0].update(dots=10**20),
        lambda one: one["agenda"].update(position=-1),
        lambda one: one["agenda"].update(boxes=[dict(BOX, used_seconds=-1)]),
        lambda one: one.update(turns=[dict(TURN, speaker="room", who="somebody")]),
        lambda one: one.update(turns=[dict(TURN, who="")]),
        lambda one: one.update(created_at="0001-01-01T00:00:00.000000Z"),
        lambda one: one.update(starts_at="9999-12-31T23:59:59.000000Z"),
        lambda one: one.update(review_date="9999-12-31"),
    ],
)
def test_a_meeting_that_does_not_hold_together_is_refused(
    change: Callable[[Told], object],
) -> None:
    with pytest.raises(BundleRefused):
        read_bundle(changed(change))


def test_the_same_meeting_twice_is_refused() -> None:
    told = json.loads(BUNDLE)
    told["meetings"].append(told["meetings"][0])
    with pytest.raises(BundleIncoherent) as refused:
        read_bundle(json.dumps(told).encode())
    assert refused.value.meeting == 3


def test_what_a_terminal_would_obey_is_taken_out_at_the_door() -> None:
    (first, _second) = read_bundle(
        changed(lambda one: one.update(title="Balie\x1b[2J\x9d\u202e", place="\ud800hal"))
    )
    assert (first.title, first.place) == ("Balie [2J", "hal")


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_nothing_but_a_refusal_comes_of_any_bytes(data: bytes) -> None:
    with pytest.raises(BundleRefused):
        read_bundle(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.sampled_from(sorted(json.loads(BUNDLE)["meetings"][0])), json_values)
def test_any_value_in_any_place_gives_a_meeting_or_a_refusal(key: str, value: Any) -> None:
    with suppress(BundleRefused):
        assert len(read_bundle(changed(lambda one: one.update({key: value})))) == 2


# A round of dots


def counting() -> Meeting:
    meeting = a_meeting(Phase.SELECTION)
    begun = with_dot_round(meeting, DotRound(an_id("round"), meeting.topic.id, 12, 3))
    return with_counted(with_counted(begun, idea_id(1), 4), idea_id(2), 0)


def in_round(**changes: object) -> bytes:
    told = json.loads(to_json([counting()]))
    told["meetings"][0]["dot_round"].update(changes)
    return json.dumps(told).encode()


def test_a_round_comes_back_with_its_counts() -> None:
    assert read_bundle(in_round()) == (counting(),)


@pytest.mark.parametrize("managers_too", [True, False])
def test_a_round_says_whether_managers_give_dots(managers_too: bool) -> None:
    (meeting,) = read_bundle(in_round(managers_too=managers_too))
    assert meeting.dot_round is not None
    assert meeting.dot_round.managers_too is managers_too
    with pytest.raises(BundleBroken):
        read_bundle(in_round(managers_too=1))


def test_a_bundle_of_before_managers_gave_dots_is_read() -> None:
    told = json.loads(in_round())
    del told["meetings"][0]["dot_round"]["managers_too"]
    assert read_bundle(json.dumps(told).encode()) == (counting(),)


def test_a_bundle_of_before_there_were_rounds_is_read() -> None:
    told = json.loads(BUNDLE)
    for meeting in told["meetings"]:
        del meeting["dot_round"]
    assert read_bundle(json.dumps(told).encode()) == read_bundle(BUNDLE.encode())


@pytest.mark.parametrize(
    "changes",
    [
        {"people": 0},
        {"people": 1000},
        {"dots_each": 0},
        {"dots_each": 21},
        {"topic_id": "another"},
        {"counts": [{"id": "another", "hands": 1, "counted_with": None}]},
        {"counts": [{"id": idea_id(1), "hands": -1, "counted_with": None}]},
        {"counts": [{"id": idea_id(1), "hands": 1, "counted_with": None}] * 2},
        {"author": "Fatma"},
    ],
)
def test_a_round_that_does_not_hold_together_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(BundleRefused):
        read_bundle(in_round(**changes))


def test_no_round_is_left_in_a_closed_meeting() -> None:
    told = json.loads(BUNDLE)
    told["meetings"][0]["dot_round"] = {
        "id": "round",
        "topic_id": told["meetings"][0]["topics"][0]["id"],
        "people": 12,
        "dots_each": 3,
        "stacked": True,
        "counts": [],
    }
    with pytest.raises(BundleIncoherent):
        read_bundle(json.dumps(told).encode())
