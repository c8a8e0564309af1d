"""A copy of a database as it is at one moment, also while another program writes to it."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from socinno_tui.store.connection import told
from socinno_tui.store.errors import NotADatabase


def copy_database(source: Path, target: Path) -> None:
    """Copy by SQLite's own online backup; the source is only read, and the copy is whole.

    Raises a FileRefused.
    """
    address = source.absolute().as_uri() + "?mode=ro"
    with (
        told(source),
        contextlib.closing(sqlite3.connect(address, uri=True)) as found,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        found.backup(copy)
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise NotADatabase(source)
