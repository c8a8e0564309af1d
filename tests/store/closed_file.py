"""A file of this program as it lies when no window has it open."""

from contextlib import closing
from pathlib import Path

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store.store import Store
from tests.meetings import a_meeting


def ours(file: Path, meeting: Meeting | None = None) -> Path:
    """Make a file of this program, closed and checkpointed."""
    with closing(Store.open(file)) as store:
        store.write(None, meeting or a_meeting(Phase.FOLLOW_UP))
    return file
