"""Asking and writing: each refusal of SQLite as one of ours, and one transaction at a time."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from weakref import WeakSet

from sqlite_utils import Database

from socinno_tui.store.errors import (
    ClosedByGate,
    DatabaseBusy,
    DatabaseReadOnly,
    DiskFull,
    FileRefused,
    NotADatabase,
    RowRefused,
    StoreRefused,
)
from socinno_tui.store.gate import GATE_PREFIX

BUSY_MILLISECONDS: Final = 1500
"""How long a write waits for another program: the screen stands still meanwhile."""

LOOK_MILLISECONDS: Final = 50
"""How long who only reads waits: what is on the screen stays until the next look."""

_BY_NAME: Final = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR_WRITE", DiskFull),
    ("SQLITE_IOERR_FSYNC", DiskFull),
    ("SQLITE_IOERR_SHMSIZE", DiskFull),
    ("SQLITE_READONLY", DatabaseReadOnly),
    ("SQLITE_CANTOPEN", DatabaseReadOnly),
    ("SQLITE_PERM", DatabaseReadOnly),
    ("SQLITE_AUTH", DatabaseReadOnly),
    ("SQLITE_BUSY", DatabaseBusy),
    ("SQLITE_LOCKED", DatabaseBusy),
    ("SQLITE_NOTADB", NotADatabase),
    ("SQLITE_CORRUPT", NotADatabase),
)
"""SQLite's names, the first that begins so; a write error is a disk (or a quota) that is full."""

_UNDECODABLE: Final = "Could not decode to UTF-8"
"""How Python's sqlite3 begins its only message about text in the file that is no text."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what SQLite refuses as one of our own errors. Only a mistake in the way it was asked,
    such as SQL that does not parse, passes through.
    """
    try:
        yield
    except sqlite3.Error as error:
        refused = _refused(error, path)
        if refused is None:
            raise
        raise refused from error


def _refused(error: sqlite3.Error, path: Path) -> StoreRefused | None:
    if str(error).startswith(GATE_PREFIX):
        return ClosedByGate()
    if str(error).startswith(_UNDECODABLE):
        return NotADatabase(path)
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_CONSTRAINT"):
        return RowRefused(str(error))
    if name in ("", "SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE"):
        return None
    kinds = (kind for beginning, kind in _BY_NAME if name.startswith(beginning))
    return next(kinds, FileRefused)(path)


@contextmanager
def writing(db: Database, path: Path, *, wait_milliseconds: int | None = None) -> Iterator[None]:
    """One transaction that takes the lock at once: all of it is written, or nothing.

    Another program is waited for as long as for every write, unless said otherwise. Within
    `together` it is a part of that transaction.
    """
    if db in _TOGETHER:
        with told(path), _a_part(db, path):
            yield
        return
    with told(path):
        with waiting(db, wait_milliseconds):
            db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.commit()
        except BaseException:
            # What went wrong first is what is told, should the disk be gone altogether.
            with contextlib.suppress(sqlite3.Error):
                db.conn.rollback()
            raise


_TOGETHER: Final[WeakSet[Database]] = WeakSet()
"""Those that are in the middle of several writes at once."""


@contextmanager
def together(db: Database, path: Path, *, wait_milliseconds: int | None = None) -> Iterator[None]:
    """One transaction around several, that waits for the disk only once: each of them is written
    or not by itself, and what was written is on the disk at the end of it. Once one is refused by
    the file itself, none is written.
    """
    with writing(db, path, wait_milliseconds=wait_milliseconds):
        _TOGETHER.add(db)
        try:
            yield
            _check_going_on(db, path)
        finally:
            _TOGETHER.discard(db)


@contextmanager
def _a_part(db: Database, path: Path) -> Iterator[None]:
    _check_going_on(db, path)
    db.conn.execute("SAVEPOINT a_part")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.conn.execute("ROLLBACK TO a_part")
            db.conn.execute("RELEASE a_part")
        raise
    db.conn.execute("RELEASE a_part")


def _check_going_on(db: Database, path: Path) -> None:
    """Check that the transaction is still the one that was begun: after some refusals, such as a
    full disk, SQLite rolls back all of it by itself, and what follows would begin another.
    """
    if not db.conn.in_transaction:
        raise FileRefused(path)


@contextmanager
def waiting(db: Database, milliseconds: int | None) -> Iterator[None]:
    """Wait so long, and no longer, for another program that keeps the file locked."""
    if milliseconds is None:
        yield
        return
    db.conn.execute(f"PRAGMA busy_timeout = {milliseconds}")
    try:
        yield
    finally:
        db.conn.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


@contextmanager
def reading(db: Database, path: Path) -> Iterator[None]:
    """Several questions about one moment, whatever another window writes between them.

    What is no value of ours any more was damaged: NotADatabase.
    """
    with told(path):
        db.conn.execute("BEGIN")
        try:
            yield
        except ValueError as error:
            raise NotADatabase(path) from error
        finally:
            db.conn.rollback()
