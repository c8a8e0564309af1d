"""A copy of a database as it is at one moment, also while another program writes to it."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from socinno_tui.store.errors import DatabaseBusy, NotADatabase
from socinno_tui.store.transactions import told

WAIT_SECONDS: Final = 5.0
"""How long a copy waits for a program that keeps the file all to itself."""

_LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def copy_database(source: Path, target: Path, *, wait_seconds: float = WAIT_SECONDS) -> None:
    """Copy by SQLite's own online backup; the source is only read, and the copy is whole.

    Raises a FileRefused.
    """
    with (
        told(source),
        contextlib.closing(_only_read(source)) as found,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        found.backup(copy, progress=_until(wait_seconds, source), sleep=0.05)
        if not _is_sound(copy):
            raise NotADatabase(source)


def without_phones(copy: Path) -> None:
    """Take what phones are known by out of a copy, so that nothing of it is left there.

    Raises a FileRefused.
    """
    with told(copy), contextlib.closing(sqlite3.connect(copy)) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        if "phone_doors" in tables:
            db.execute("PRAGMA secure_delete = ON")
            db.execute("DELETE FROM ballots")
            db.execute("DELETE FROM phone_doors")
            db.execute("DELETE FROM phone_ideas WHERE fate <> 'waits'")
            db.commit()
            # A page that was let go before keeps what was on it, also in a copy.
            db.execute("PRAGMA journal_mode = DELETE").fetchone()
            db.execute("VACUUM")
            db.execute("PRAGMA journal_mode = WAL").fetchone()


def _is_sound(copy: sqlite3.Connection) -> bool:
    # What is damaged can be told in text that is no text, in an answer as well as in an error.
    copy.text_factory = bytes
    try:
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    except UnicodeDecodeError:
        return False
    return bool(verdict == b"ok")


def _only_read(source: Path) -> sqlite3.Connection:
    """Open a file so that it stays as it is, and nothing is left beside it.

    Who only reads leaves the files of WAL mode behind if they were not there: only who may write
    tidies them up. Where they are, another program has the file open, or was killed with changes
    in them; these it brings in itself.
    """
    whole = source.resolve()
    mode = "ro" if whole.with_name(f"{whole.name}-wal").exists() else "rw"
    connection = sqlite3.connect(f"{whole.as_uri()}?mode={mode}", uri=True)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _until(seconds: float, source: Path) -> Callable[[int, int, int], None]:
    """Give what stops a copy that is kept waiting: by itself it would wait for ever."""
    until = time.monotonic() + seconds

    def asked(status: int, _left: int, _total: int) -> None:
        if status in _LOCKED and time.monotonic() > until:
            raise DatabaseBusy(source)

    return asked
