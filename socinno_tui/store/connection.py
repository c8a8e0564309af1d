"""Opening the one file: only ours, never a newer one, nothing overwritten."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Final

from sqlite_utils import Database, Migrations

from socinno_tui.store.errors import (
    DatabaseReadOnly,
    FileRefused,
    FolderMissing,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
    OlderDatabase,
)
from socinno_tui.store.gate import lay_gate
from socinno_tui.store.migrations.first_tables import APPLICATION_ID
from socinno_tui.store.schema import migrations
from socinno_tui.store.transactions import BUSY_MILLISECONDS, LOOK_MILLISECONDS, told, writing

_EFFECTIVE: Final = os.access in os.supports_effective_ids
_RETRY_SECONDS: Final = 0.01


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
