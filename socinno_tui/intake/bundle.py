"""A JSON bundle back to meetings: checked in every place, and cleaned at the door."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar

from socinno_tui.domain.bundle_errors import (
    BundleBroken,
    BundleIncoherent,
    BundleTooBig,
    NewerBundle,
    NotABundle,
)
from socinno_tui.domain.coherence import flaws, ids_of
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.text import harmless
from socinno_tui.export.bundle_shape import FORMAT, VERSION, converter

MOST_BYTES: Final = 50 * 1024 * 1024
"""A thousand meetings with ten thousand agreements are about 15 MB."""

LONGEST_TEXT: Final = 10_000
"""In characters; the program itself lets nobody type so much in one field."""

Value = TypeVar("Value")


def read_bundle(data: bytes) -> tuple[Meeting, ...]:
    """Give the meetings of a bundle.

    Raises BundleTooBig, NotABundle for what is no bundle or was cut off, NewerBundle,
    BundleBroken for a value that is not what stands there, BundleIncoherent for a meeting that
    does not hold together.
    """
    if len(data) > MOST_BYTES:
        raise BundleTooBig(len(data), MOST_BYTES)
    told = _parsed(data)
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise NotABundle
    version = told.get("version")
    if type(version) is not int or version < 1:
        raise NotABundle
    if version > VERSION:
        raise NewerBundle
    found = told.get("meetings")
    if not isinstance(found, list) or set(told) != {"format", "version", "meetings"}:
        raise NotABundle
    meetings = tuple(_meeting(count, one) for count, one in enumerate(found, 1))
    _check_unlike(meetings)
    return meetings


def cleaned(value: Value) -> Value:
    """Give a value with every text in it free of what a terminal would obey."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return harmless(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(cleaned(part) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: cleaned(part) for name, part in before.items()}
        changed = {name: part for name, part in after.items() if part is not before[name]}
        return replace(value, **changed) if changed else value
    return value


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(
            data.decode("utf-8-sig"), parse_constant=_refused, object_pairs_hook=_without_doubles
        )
    except json.JSONDecodeError as error:
        raise NotABundle(error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise NotABundle from error


def _refused(constant: str) -> Any:
    raise ValueError(constant)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _meeting(count: int, told: Any) -> Meeting:
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    try:
        meeting = converter().structure(told, Meeting)
    except BaseValidationError as error:
        told_of = transform_error(error) or [""]
        place = told_of[0].rpartition("@ ")[2].removeprefix("$").lstrip(".")
        raise BundleBroken(count, place) from error
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise BundleBroken(count, "") from error
    meeting = cleaned(meeting)
    if _longest(meeting) > LONGEST_TEXT:
        raise BundleIncoherent(count, "text")
    for place in flaws(meeting):
        raise BundleIncoherent(count, place)
    return meeting


def _longest(value: Any) -> int:
    if isinstance(value, str) and not isinstance(value, Enum):
        return len(value)
    if isinstance(value, tuple):
        return max((_longest(part) for part in value), default=0)
    if is_dataclass(value) and not isinstance(value, type):
        return max(_longest(getattr(value, field.name)) for field in fields(value))
    return 0


def _check_unlike(meetings: tuple[Meeting, ...]) -> None:
    known: set[tuple[str, str]] = set()
    for count, meeting in enumerate(meetings, 1):
        here = list(ids_of(meeting))
        if not known.isdisjoint(here):
            raise BundleIncoherent(count, "id")
        known.update(here)
