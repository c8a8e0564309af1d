"""How a phrase is matched to its rule: slots filled from `due_words`, rules tried in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pendulum import Date

from socinno_tui.domain.due_words import (
    COUNTS,
    DAY_WORDS,
    DAYS_ON,
    FEASTS,
    MONTHS,
    MOVING_FEASTS,
    ORDINALS,
    PLACES,
    SPANS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

Slots = Mapping[str, int]
Meaning = Callable[[Slots, Date], Date]

_VOCABULARY: Final[Mapping[str, Mapping[str, int]]] = {
    "weekday": WEEKDAYS,
    "month": MONTHS,
    "count": COUNTS,
    "unit": UNITS,
    "span": SPANS,
    "place": PLACES,
    "which": WHICH,
    "days_on": DAYS_ON,
    "ordinal": ORDINALS,
    "day_word": DAY_WORDS,
    "feast": FEASTS,
    "moving_feast": MOVING_FEASTS,
    "count_2": COUNTS,
    "unit_2": UNITS,
}


def _either(words: Mapping[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SLOTS: Final = {
    **{name: f"(?P<{name}>{_either(words)})" for name, words in _VOCABULARY.items()},
    "count": f"(?P<count>[0-9]{{1,5}}|{_either(COUNTS)})",
    "count_2": f"(?P<count_2>[0-9]{{1,5}}|{_either(COUNTS)})",
    "day": "(?P<day>[0-9]{1,2})",
    "month_number": "(?P<month_number>[0-9]{1,2})",
    "week": "(?P<week>[0-9]{1,2})",
    "quarter": "(?P<quarter>[1-4])",
    "year": "(?P<year>[0-9]{4})",
    "short_year": "(?P<short_year>[0-9]{2})",
    "of": "(?: (?:of|van|in|v d))?(?: (?:the|de|het))?",
    "on": "(?: (?:on|op))?",
    "nth": "(?: (?:e|de|ste|st|nd|rd|th))",
    "coming": "(?:aanstaande|aankomende|komende|eerstkomende|eerstvolgende|a s|as|this|coming"
    "|this coming|deze)",
    "last_day": "(?:de |the )?(?:laatste dag|last day)",
    "next_year": "(?:volgend jaar|next year)",
    "next_week": "(?:volgende week|next week)",
    "this_week": "(?:deze week|this week)",
    "week_word": "(?:week|wk|w)",
}
_TYPED_OTHERWISE: Final = {
    ord("\N{RIGHT SINGLE QUOTATION MARK}"): "'",
    **dict.fromkeys(range(0x2010, 0x2014), "-"),  # hyphens and dashes
    ord("\N{MINUS SIGN}"): "-",
}
_ADDS_NOTHING: Final = re.compile(
    r"^(?:op|uiterlijk(?: op)?|on|by|on or before|no later than|due|per|tegen"
    r"|aan(?= het)|at(?= the)|(?:voor|vóór)(?= het eind)|before(?= the end)) "
)
_TIME_OF_DAY: Final = re.compile(
    r"(?<=dag) ?(?:ochtend|middag|avond)$"
    r"|(?:(?<=day)|(?<=row)) (?:morning|afternoon|evening|noon)$"
    r"| (?:om|at) [0-9]{1,2}(?:[.:][0-9]{2})?(?: (?:uur|u|pm|am|o'clock))?$"
)
"""An agreement is due on a day: the time of day is read past."""
_SLOT: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Rule:
    phrase: str
    meaning: Meaning


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    # Compiling all phrases takes longer than a start may; most starts need none.
    return re.compile(_SLOT.sub(lambda slot: _SLOTS[slot[1]], phrase))


class Grammar:
    """Rules in the order in which they are tried; the first phrase that fits decides."""

    def __init__(self, *parts: Grammar) -> None:
        self._rules: list[_Rule] = [rule for part in parts for rule in part._rules]

    def phrases(self, *phrases: str) -> Callable[[Meaning], Meaning]:
        """Make the function below it the meaning of these phrases, after all rules before it.

        A phrase is a pattern that has to fit the whole text, with slots in braces.
        """

        def keep(meaning: Meaning) -> Meaning:
            self._rules.extend(_Rule(phrase, meaning) for phrase in phrases)
            return meaning

        return keep

    def meant_by(self, phrase: str, today: Date) -> Date | None:
        """Give the date that a tidied phrase means; None when no rule knows it.

        Raises ValueError or OverflowError when there is no such date.
        """
        for rule in self._rules:
            found = _pattern(rule.phrase).fullmatch(phrase)
            if found is not None:
                filled = found.groupdict().items()
                slots = {name: _number(name, words) for name, words in filled if words is not None}
                return rule.meaning(slots, today)
        return None


def tidied(text: str) -> str:
    """Give cleaned text as the phrases expect it.

    Small letters, letters and numbers apart ("15dec" is "15 dec"), no dot after a letter, and no
    word before it that adds nothing ("uiterlijk vrijdag", "by the end of the month").
    """
    spread = text.casefold().translate(_TYPED_OTHERWISE)
    spread = re.sub(r"(?<=\w),(?= )", " ", spread)
    spread = re.sub(r"(?<=[^\W\d_])(?:\.|[-/](?=\w))|(?<=[0-9])[-./](?=[^\W\d_])", " ", spread)
    spread = re.sub(r"(?<=[0-9])(?=[^\W\d_])|(?<=[^\W\d_])(?=[0-9])", " ", spread)
    spread = re.sub(r"(?<=[0-9]) ?([-./]) ?(?=[0-9])", r"\1", spread)
    spread = re.sub(r"^\+", "+ ", " ".join(spread.split()))
    return _TIME_OF_DAY.sub("", _ADDS_NOTHING.sub("", " ".join(spread.split())))


def _number(slot: str, words: str) -> int:
    known = _VOCABULARY.get(slot, {})
    return known[words] if words in known else int(words)
