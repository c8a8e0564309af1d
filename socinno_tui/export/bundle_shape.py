"""The shape of a bundle: every value of a meeting as JSON holds it, and back.

One converter for the way out and the way in. The keys are the fields of the values, in their
order; instants are UTC in ISO 8601 with microseconds, dates calendar dates, and what is chosen
from a few is its word.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pendulum
from pendulum import Date, DateTime

from socinno_tui.domain.question_coach import QuestionRemark

if TYPE_CHECKING:
    from cattrs import Converter

FORMAT: Final = "socinno"
VERSION: Final = 1
"""Goes up when a reader of before would lose something."""

_KNOWN_REMARKS: Final = frozenset(remark.value for remark in QuestionRemark)


class NotThisKind(ValueError):
    """A value is not of the kind that stands in this place."""


@cache
def converter() -> Converter:
    """Give the converter. It refuses a key it does not know, and a value of another kind."""
    from cattrs import Converter

    made = Converter(forbid_extra_keys=True)
    made.register_unstructure_hook(DateTime, _instant_text)
    made.register_unstructure_hook(Date, lambda day: day.isoformat())
    made.register_unstructure_hook_func(
        _is_remarks, lambda found: sorted(remark.value for remark in found)
    )
    made.register_structure_hook(DateTime, lambda told, _kind: _instant(told))
    made.register_structure_hook(Date, lambda told, _kind: _day(told))
    made.register_structure_hook_func(_is_remarks, lambda told, _kind: _remarks(told))
    for kind in (str, int, bool):
        made.register_structure_hook(kind, _only(kind))
    return made


def _is_remarks(kind: Any) -> bool:
    return bool(kind == frozenset[QuestionRemark])


def _instant_text(instant: DateTime) -> str:
    return datetime.isoformat(instant.astimezone(UTC), timespec="microseconds")[:26] + "Z"


def _instant(told: Any) -> DateTime:
    if not isinstance(told, str) or not told.endswith("Z"):
        raise NotThisKind(told)
    read = datetime.fromisoformat(told)
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


def _day(told: Any) -> Date:
    if not isinstance(told, str):
        raise NotThisKind(told)
    read = date.fromisoformat(told)
    return Date(read.year, read.month, read.day)


def _remarks(told: Any) -> frozenset[QuestionRemark]:
    """Give the remarks back; one that is no longer made is left out."""
    if not isinstance(told, list):
        raise NotThisKind(told)
    return frozenset(QuestionRemark(value) for value in told if value in _KNOWN_REMARKS)


def _only(kind: type) -> Any:
    def given(told: Any, _kind: Any) -> Any:
        # Otherwise 1 would pass for true, and any value for its text.
        if type(told) is not kind:
            raise NotThisKind(told)
        return told

    return given
