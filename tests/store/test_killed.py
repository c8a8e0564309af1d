"""What was acknowledged is there after a kill -9; two windows may begin a file at once."""

from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.store.store import Store
from tests.meetings import TODAY, a_meeting
from tests.store.raw import raw
from tests.store.windows import OPENING, WRITING, a_window

ENOUGH = 25
"""Ideas that a window acknowledges before it is killed."""


@pytest.mark.parametrize("windows", [1, 3])
def test_no_acknowledged_idea_is_lost(file: Path, windows: int) -> None:
    started = [replace(a_meeting(ideas=()), id=f"meeting {place}") for place in range(windows)]
    with closing(Store.open(file)) as store:
        for place, meeting in enumerate(started):
            topics = (replace(meeting.topics[0], id=f"topic {place}"),)
            store.write(None, replace(bare(meeting), topics=topics))
    acknowledged: dict[str, list[str]] = {}
    with ExitStack() as going_on:
        writers = {
            meeting.id: going_on.enter_context(a_window(WRITING, str(file), meeting.id))
            for meeting in started
        }
        for meeting_id, writer in writers.items():
            acknowledged[meeting_id] = [writer.says() for _idea in range(ENOUGH)]
        for meeting_id, writer in writers.items():
            acknowledged[meeting_id] += writer.kill()
    with closing(Store.open(file)) as store:
        for meeting_id, ids in acknowledged.items():
            found = [idea.id for idea in store.meeting(meeting_id).ideas]
            assert found[: len(ids)] == ids
            # The last one may be written and not yet said.
            assert len(found) <= len(ids) + 1
    with raw(file) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_four_windows_may_make_one_new_file_at_once(file: Path) -> None:
    with ExitStack() as going_on:
        windows = [going_on.enter_context(a_window(OPENING, str(file))) for _window in range(4)]
        assert {window.says() for window in windows} == {"ready"}
        for window in windows:
            window.tell()
        assert {window.says() for window in windows} == {"opened"}
    with closing(Store.open(file)) as store:
        assert store.summaries(TODAY) == ()


def bare(meeting: Meeting) -> Meeting:
    """Give a meeting without what has an id of its own."""
    return replace(
        meeting,
        participants=(),
        room_checks=(),
        agenda=replace(meeting.agenda, boxes=()),
        turns=(),
    )
