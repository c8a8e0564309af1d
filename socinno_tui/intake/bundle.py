"""A JSON bundle back to meetings: checked in every place, and cleaned at the door."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

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

if TYPE_CHECKING:
    from cattrs import Converter

MOST_BYTES: Final = 50 * 1024 * 1024
"""A thousand meetings with ten thousand agreements are about 15 MB."""

MOST_VALUES: Final = 3_000_000
"""A bundle of ours of that size has fewer; what is all brackets takes fifty times its size."""

MOST_TOLD_APART: Final = 100_000
"""In a bundle of so many values, the one that is wrong is looked for."""

_MISFITS: Final = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What a value of another kind gives in a converter."""

Value = TypeVar("Value")


def read_bundle(data: bytes) -> tuple[Meeting, ...]:
    """Give the meetings of a bundle.

    Raises BundleTooBig, NotABundle for what is no bundle or was cut off, NewerBundle,
    BundleBroken for a value that is not what stands there, BundleIncoherent for a meeting that
    does not hold together.
    """
    if len(data) > MOST_BYTES:
        raise BundleTooBig(len(data), MOST_BYTES)
    if data.count(b",") + data.count(b"[") > MOST_VALUES:
        raise NotABundle
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
    told_apart = data.count(b",") <= MOST_TOLD_APART
    return checked(
        _meeting(count, one, place_told=told_apart) for count, one in enumerate(found, 1)
    )


def checked(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Give meetings of another's cleaned, each held together and no two with the same id in them.

    Raises BundleIncoherent.
    """
    kept: list[Meeting] = []
    known: set[tuple[str, str]] = set()
    for count, meeting in enumerate(map(cleaned, meetings), 1):
        for place in flaws(meeting):
            raise BundleIncoherent(count, place)
        here = list(ids_of(meeting))
        if not known.isdisjoint(here):
            raise BundleIncoherent(count, "id")
        known.update(here)
        kept.append(meeting)
    return tuple(kept)


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


def _meeting(count: int, told: Any, *, place_told: bool) -> Meeting:
    from cattrs.errors import CattrsError

    try:
        # It stops at the first fault: to gather millions of them would take gigabytes.
        return _fail_fast().structure(told, Meeting)
    except (CattrsError, *_MISFITS) as error:
        raise BundleBroken(count, _place(told) if place_told else "") from error


@cache
def _fail_fast() -> Converter:
    return converter().copy(detailed_validation=False)


def _place(told: Any) -> str:
    """Give the way to the first value that is not what stands there; empty when it is not known."""
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    try:
        converter().structure(told, Meeting)
    except BaseValidationError as error:
        found = transform_error(error) or [""]
        return found[0].rpartition("@ ")[2].removeprefix("$").lstrip(".")
    except _MISFITS:
        pass
    return ""
