"""Opening the one file: only ours, never a newer one, nothing overwritten."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from socinno_tui.store.errors import (
    ClosedByGate,
    DatabaseBusy,
    DatabaseReadOnly,
    DiskFull,
    FileRefused,
    FolderMissing,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
    StoreRefused,
)
from socinno_tui.store.schema import APPLICATION_ID, make_triggers, migrations

BUSY_MILLISECONDS: Final = 1500
"""How long a write waits for another program: the screen stands still meanwhile."""

_RETRY_SECONDS: Final = 0.01

_BY_NAME: Final = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR_WRITE", DiskFull),
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
GATE_PREFIX: Final = "close-gate: "
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
    for prefix, kind in _BY_NAME:
        if name.startswith(prefix):
            return kind(path)
    if name.startswith("SQLITE_CONSTRAINT"):
        return StoreRefused(str(error))
    if name in ("", "SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE"):
        return None
    return FileRefused(path)


def opened(path: Path) -> Database:
    """Open the file, made and brought up to date as needed. Raises a StoreRefused."""
    try:
        if not path.parent.is_dir():
            raise FolderMissing(path)
        if path.is_dir():
            raise NotADatabase(path)
    except PermissionError as error:
        raise DatabaseReadOnly(path) from error
    with told(path):
        # SQLite takes some relative names, ":memory:" for one, for something else than a file.
        connection = sqlite3.connect(path.absolute())
        try:
            return _ready(connection, path)
        except BaseException:
            connection.close()
            raise


def _ready(connection: sqlite3.Connection, path: Path) -> Database:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    _check_ours(connection, path)
    db = Database(connection, execute_plugins=False)
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - _known_names():
        raise NewerDatabase(path)
    _enable_wal(db)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    with writing(db, path):
        migrations.apply(db)
        make_triggers(db)
    return db


def _enable_wal(db: Database) -> None:
    """Keep the file in WAL mode, tried again while another window that opens it is in the way:
    SQLite does not wait by itself for this one change.
    """
    until = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            db.enable_wal()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _known_names() -> frozenset[str]:
    blank = Database(memory=True, execute_plugins=False)
    try:
        return frozenset(migration.name for migration in migrations.pending(blank))
    finally:
        blank.close()


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Leave a file alone that another program made."""
    # This order: another window may lay the tables in between, and marks the file as it does.
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID and (tables or application_id):
        raise NotOurDatabase(path)


@contextmanager
def writing(db: Database, path: Path) -> Iterator[None]:
    """One transaction that takes the lock at once: all of it is written, or nothing."""
    with told(path):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.commit()
        except BaseException:
            db.conn.rollback()
            raise


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
