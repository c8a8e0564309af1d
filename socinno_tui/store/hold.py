"""One window at a time holds a meeting to write; the system frees it when that window dies."""

from __future__ import annotations

import errno
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from socinno_tui.store.errors import DatabaseReadOnly, DiskFull, MeetingHeld


class Hold:
    """The right to write one meeting, until released or the process ends, however it ends.

    It is a lock on a small file beside the database: there everyone who can write to the one can
    make the other, and no cleaning of a temporary folder takes it away.
    """

    def __init__(self, database: Path, meeting_id: str) -> None:
        # Its import takes as long as that of the rest of the store many times over.
        from filelock import FileLock, Timeout

        beside = database.resolve()
        name = sha256(meeting_id.encode()).hexdigest()[:16]
        self._file = beside.with_name(f"{beside.name}-hold-{name}")
        # A soft lock, where the disk knows no other, would outlive a process that was killed.
        self._lock = FileLock(
            self._file, blocking=False, mode=0o666, thread_local=False, fallback_to_soft=False
        )
        try:
            self._lock.acquire()
        except Timeout:
            raise MeetingHeld(meeting_id) from None
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(database) from error
            raise DatabaseReadOnly(database) from error

    def release(self) -> None:
        """Let another window hold the meeting."""
        if self._lock.is_locked:
            # While it is still locked: who opened it just before sees its name gone, and lets go.
            with suppress(OSError):
                self._file.unlink()
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
