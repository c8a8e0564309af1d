"""The meetings in a file that somebody else made: by way of a copy, and trusting nothing in it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from socinno_tui.domain.meeting import Meeting
from socinno_tui.store import queries
from socinno_tui.store.copying import copy_database
from socinno_tui.store.errors import NotADatabase
from socinno_tui.store.store import Store
from socinno_tui.store.transactions import told

_TABLES: Final = frozenset({"meetings", "dots", *queries.PARTS})

_RECKONED: Final = "SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden <> 0"
"""A column that is reckoned anew at each reading could ask for any time and memory."""

_NOT_AS_OURS: Final = (
    sqlite3.Error,
    LookupError,
    TypeError,
    ValueError,
    OverflowError,
    RecursionError,
)
"""What reading gives where a table or a value is another than ours."""


def meetings_in(source: Path) -> tuple[Meeting, ...]:
    """Read every meeting in another file, of an older version too; it stays as it is.

    Raises a StoreRefused.
    """
    with TemporaryDirectory(prefix="socinno-intake-") as folder:
        copy = Path(folder) / "copy.db"
        copy_database(_reachable(source, Path(folder)), copy)
        try:
            _disarm(copy, source)
            # Opening brings the copy up to date, and lays our own views and triggers again.
            theirs = Store.open(copy)
            try:
                return theirs.meetings()
            finally:
                theirs.close()
        except _NOT_AS_OURS as error:
            raise NotADatabase(source) from error


def _reachable(source: Path, folder: Path) -> Path:
    """Give the file, or a copy byte for byte of what cannot be written to: SQLite opens no file
    in WAL mode where it cannot write beside it.
    """
    whole = source.resolve()
    if os.access(whole, os.W_OK) and os.access(whole.parent, os.W_OK):
        return source
    reachable = folder / "read.db"
    with told(source):
        for ending in ("", "-wal"):
            found = whole.with_name(whole.name + ending)
            if found.exists():
                shutil.copyfile(found, reachable.with_name(reachable.name + ending))
    return reachable


def _disarm(copy: Path, source: Path) -> None:
    """Take out what runs by itself when the file is read: views, and triggers on our migrations.

    A table that is not as strict as ours could hold anything, or be a view under its name.
    """
    with told(source), contextlib.closing(sqlite3.connect(copy)) as db:
        tables = db.execute("SELECT name, type, strict FROM pragma_table_list").fetchall()
        ours = [found for found in tables if found[0] in _TABLES]
        if any((kind, strict) != ("table", 1) for _name, kind, strict in ours):
            raise NotADatabase(source)
        if any(db.execute(_RECKONED, [name]).fetchone() for name, _kind, _strict in ours):
            raise NotADatabase(source)
        for kind, name in db.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
        ).fetchall():
            quoted = name.replace('"', '""')
            db.execute(f'DROP {kind} IF EXISTS "{quoted}"')
        db.commit()
