"""One window at a time holds a meeting to write; the system frees it when that window dies."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from socinno_tui.store.errors import MeetingHeld


class Hold:
    """The right to write one meeting, until released or the process ends, however it ends."""

    def __init__(self, database: Path, meeting_id: str) -> None:
        name = sha256(f"{database.resolve()}\n{meeting_id}".encode()).hexdigest()[:32]
        folder = Path(tempfile.gettempdir()) / "socinno-holds"
        folder.mkdir(exist_ok=True)
        self._lock = FileLock(folder / f"{name}.lock", blocking=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise MeetingHeld(meeting_id) from None

    def release(self) -> None:
        """Let another window hold the meeting."""
        self._lock.release()

    def __enter__(self) -> Hold:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
