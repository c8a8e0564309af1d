import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from socinno_tui.domain.coherence import flaws
from socinno_tui.domain.meeting import Meeting
from socinno_tui.export.to_json import to_json
from socinno_tui.intake.bundle import cleaned, read_bundle
from socinno_tui.store.store import Store
from tests.agreements import Agreed, a_closed_meeting
from tests.strategies import meetings as any_meetings

BALIE = a_closed_meeting("balie", [Agreed(3), Agreed(-4)])
POST = a_closed_meeting("post", [Agreed(9)], days_ago=60)


def in_an_empty_file(bundle: str) -> str:
    """Take a bundle into an empty file, and give what that file gives."""
    with TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "empty.db")
        for meeting in read_bundle(bundle.encode()):
            store.write(None, meeting)
        ids = [summary.id for summary in store.summaries(BALIE.created_at.date())]
        again = to_json([store.meeting(meeting_id) for meeting_id in ids])
        store.close()
    return again


def test_a_bundle_names_its_format_and_holds_the_oldest_meeting_first() -> None:
    told = json.loads(to_json([BALIE, POST]))
    assert (told["format"], told["version"]) == ("socinno", 1)
    assert [one["id"] for one in told["meetings"]] == [POST.id, BALIE.id]
    assert list(told["meetings"][0])[:4] == ["id", "title", "zone", "created_at"]


def test_what_comes_back_is_the_same_to_the_byte() -> None:
    bundle = to_json([BALIE, POST])
    assert in_an_empty_file(bundle) == bundle


@given(any_meetings())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_meeting_comes_back_the_same_to_the_byte(meeting: Meeting) -> None:
    # What is kept was cleaned at the door; hypothesis writes past it.
    kept = cleaned(meeting)
    assume(not list(flaws(kept)))
    bundle = to_json([kept])
    assert in_an_empty_file(bundle) == bundle


@given(st.lists(any_meetings(), max_size=3, unique_by=lambda meeting: meeting.id))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_in_which_meetings_are_given_does_not_matter(found: list[Meeting]) -> None:
    assert to_json(found) == to_json(found[::-1])
