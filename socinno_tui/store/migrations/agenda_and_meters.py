"""What a time-box took, and a talk meter for each manager."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

_ROOM_FOR_LIFE: Final = (
    "ALTER TABLE time_boxes ADD COLUMN used_seconds INTEGER NOT NULL DEFAULT 0"
    " CHECK (used_seconds >= 0)",
    "ALTER TABLE time_boxes ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0"
    " CHECK (skipped IN (0, 1))",
    # No foreign key: what was spoken stays spoken when a manager is taken off the list.
    "ALTER TABLE turns ADD COLUMN who TEXT"
    " CHECK (who IS NULL OR (who <> '' AND speaker = 'manager'))",
    "ALTER TABLE meetings ADD COLUMN meters TEXT NOT NULL DEFAULT 'together'"
    " CHECK (meters IN ('together', 'each'))",
)


def agenda_with_room_and_a_meter_each(db: Database) -> None:
    """Keep what a time-box took and whether it is skipped, and which manager had the floor."""
    for statement in _ROOM_FOR_LIFE:
        db.execute(statement)
