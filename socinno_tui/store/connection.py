"""Opening the one file: only ours, never a newer one, nothing overwritten."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from weakref import WeakSet

from sqlite_utils import Database, Migrations

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
    OlderDatabase,
    RowRefused,
    StoreRefused,
)
from socinno_tui.store.gate import GATE_PREFIX, lay_gate
from socinno_tui.store.migrations.first_tables import APPLICATION_ID
from socinno_tui.store.schema import migrations

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

_EFFECTIVE: Final = os.access in os.supports_effective_ids
_RETRY_SECONDS: Final = 0.01


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


def opened(path: Path, steps: Migrations = migrations) -> Database:
    """Open the file, made and brought up to date as needed. Raises a StoreRefused."""
    # Absolute, because SQLite takes ":memory:" for no file at all.
    path = path.absolute()
    _check_place(path)
    with told(path):
        connection = sqlite3.connect(path)
        try:
            return _ready(connection, path, steps)
        except BaseException:
            connection.close()
            raise


def only_read(path: Path, steps: Migrations = migrations) -> Database:
    """Open a file that stays as it is: nothing is made, brought up to date or written.

    Raises a StoreRefused, OlderDatabase where another window has yet to bring it up to date.
    """
    path = path.absolute()
    with told(path):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            connection.execute(f"PRAGMA busy_timeout = {LOOK_MILLISECONDS}")
            connection.execute("PRAGMA query_only = ON")
            _check_ours(connection, path)
            _check_up_to_date(connection, path, steps)
            return Database(connection, execute_plugins=False)
        except BaseException:
            connection.close()
            raise


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


def _check_place(path: Path) -> None:
    try:
        if not path.parent.is_dir():
            raise FolderMissing(path)
        # A folder, or a pipe, which would be waited on for ever.
        if path.exists() and not path.is_file():
            raise NotADatabase(path)
        # SQLite opens such a file after a kill, and refuses only the first thing that is written.
        if path.exists() and not os.access(path, os.W_OK, effective_ids=_EFFECTIVE):
            raise DatabaseReadOnly(path)
    except PermissionError as error:
        raise DatabaseReadOnly(path) from error
    except OSError as error:
        raise FileRefused(path) from error


def _ready(connection: sqlite3.Connection, path: Path, steps: Migrations) -> Database:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    _check_ours(connection, path)
    db = Database(connection, execute_plugins=False)
    _check_not_newer(db, path, steps)
    _enable_wal(db)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    # What is thrown away leaves nothing behind in the file: ballots, and the key they hang by.
    db.execute("PRAGMA secure_delete = ON")
    with writing(db, path):
        steps.apply(db)
        lay_gate(db)
        # A file that cannot be written to is better refused now than halfway a meeting; BEGIN
        # IMMEDIATE alone lets it pass.
        db.execute("DELETE FROM meetings WHERE FALSE")
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


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Leave a file alone that another program made."""
    # This order: another window may lay the tables in between, and marks the file as it does.
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (user_version,) = connection.execute("PRAGMA user_version").fetchone()
    blank = not (objects or application_id or user_version)
    if application_id != APPLICATION_ID and not blank:
        raise NotOurDatabase(path)


def _check_not_newer(db: Database, path: Path, steps: Migrations) -> None:
    """Leave a file alone to which a migration was applied that this version does not know."""
    known = _known(steps)
    if any(migration.name not in known for migration in steps.applied(db)):
        raise NewerDatabase(path)


def _check_up_to_date(connection: sqlite3.Connection, path: Path, steps: Migrations) -> None:
    """See that exactly the migrations of this version were applied, without applying any."""
    asked = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlite_migrations'"
    (is_kept,) = connection.execute(asked).fetchone()
    if not is_kept:
        raise OlderDatabase(path)
    names = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
    applied = {name for (name,) in connection.execute(names, [steps.name]).fetchall()}
    known = _known(steps)
    if applied - known:
        raise NewerDatabase(path)
    if known - applied:
        raise OlderDatabase(path)


def _known(steps: Migrations) -> set[str]:
    blank = Database(memory=True, execute_plugins=False)
    try:
        return {migration.name for migration in steps.pending(blank)}
    finally:
        blank.close()
