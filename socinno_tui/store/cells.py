"""Instants and dates as cells: UTC in ISO 8601, and local calendar dates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeAlias

import pendulum
from pendulum import Date, DateTime

Cell: TypeAlias = str | int | None
Row: TypeAlias = dict[str, Cell]


def instant_text(instant: DateTime) -> str:
    """Give an instant as text that sorts as it passes: UTC, always with microseconds."""
    utc = instant if instant.tzinfo is pendulum.UTC else instant.astimezone(UTC)
    return datetime.isoformat(utc, timespec="microseconds")[:26] + "Z"


def instant_from(text: Cell) -> DateTime:
    """Give the instant back."""
    # Ten thousand ideas are ten thousand instants: pendulum's own parser takes 14 times as long.
    read = datetime.fromisoformat(str(text)).astimezone(UTC)
    return DateTime(
        read.year,
        read.month,
        read.day,
        read.hour,
        read.minute,
        read.second,
        read.microsecond,
        tzinfo=pendulum.UTC,
    )


def maybe_instant_text(instant: DateTime | None) -> str | None:
    """Give an instant as text, if there is one."""
    return None if instant is None else instant_text(instant)


def maybe_instant_from(text: Cell) -> DateTime | None:
    """Give the instant back, if there is one."""
    return None if text is None else instant_from(text)


def maybe_date_text(day: Date | None) -> str | None:
    """Give a calendar date as text, if there is one."""
    return None if day is None else day.isoformat()


def maybe_date_from(text: Cell) -> Date | None:
    """Give the calendar date back, if there is one."""
    if text is None:
        return None
    day = date.fromisoformat(str(text))
    return Date(day.year, day.month, day.day)
