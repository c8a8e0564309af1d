"""Opening the one file: only ours, never a newer one, nothing overwritten."""

from __future__ import annotations

import sqlite3
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
    FolderMissing,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
)
from socinno_tui.store.schema import APPLICATION_ID, make_triggers, migrations

BUSY_MILLISECONDS: Final = 1500
"""How long a write waits for another program: the screen stands still meanwhile."""

_BY_NAME: Final = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR_WRITE", DiskFull),
    ("SQLITE_READONLY", DatabaseReadOnly),
    ("SQLITE_CANTOPEN", DatabaseReadOnly),
    ("SQLITE_PERM", DatabaseReadOnly),
    ("SQLITE_BUSY", DatabaseBusy),
    ("SQLITE_LOCKED", DatabaseBusy),
    ("SQLITE_NOTADB", NotADatabase),
    ("SQLITE_CORRUPT", NotADatabase),
)
GATE_PREFIX: Final = "close-gate: "


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what SQLite refuses as one of our own errors; what we cannot name passes through."""
    try:
        yield
    except sqlite3.Error as error:
        if str(error).startswith(GATE_PREFIX):
            raise ClosedByGate from error
        name = getattr(error, "sqlite_errorname", "")
        for prefix, refused in _BY_NAME:
            if name.startswith(prefix):
                raise refused(path) from error
        raise


def opened(path: Path) -> Database:
    """Open the file, made and brought up to date as needed. Raises a StoreRefused."""
    if not path.parent.is_dir():
        raise FolderMissing(path)
    if path.is_dir():
        raise NotADatabase(path)
    with told(path):
        connection = sqlite3.connect(path)
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
    db.enable_wal()
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    with writing(db, path):
        migrations.apply(db)
        make_triggers(db)
    return db


def _known_names() -> frozenset[str]:
    blank = Database(memory=True, execute_plugins=False)
    try:
        return frozenset(migration.name for migration in migrations.pending(blank))
    finally:
        blank.close()


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Leave a file alone that another program made."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application_id != APPLICATION_ID:
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
