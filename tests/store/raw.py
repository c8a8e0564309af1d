"""The file as another program would reach it: the standard library's sqlite3, with its defaults."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TABLES = (
    "meetings",
    "topics",
    "participants",
    "room_checks",
    "time_boxes",
    "ideas",
    "dots",
    "turns",
    "breaks",
    "actions",
    "updates",
)


@contextmanager
def raw(path: Path, *, foreign_keys: bool = False) -> Iterator[sqlite3.Connection]:
    """Give a connection that commits each statement; foreign keys are off unless asked for."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=0.1)
    try:
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        yield connection
    finally:
        connection.close()


def counts(path: Path) -> dict[str, int]:
    """Give how many rows each table holds."""
    with raw(path) as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in TABLES
        }


def counted(path: Path, table: str) -> int:
    """Give how many rows one table holds."""
    with raw(path) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)
