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
    MONTHS_IN_FULL,
    MOVING_FEASTS,
    ORDINALS,
    PLACES,
    SHORT_ENDS,
    SPANS,
    UNIT_LETTERS,
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
    "unit": {**UNITS, **UNIT_LETTERS},
    "span": SPANS,
    "place": PLACES,
    "short_end": SHORT_ENDS,
    "which": WHICH,
    "days_on": DAYS_ON,
    "ordinal": ORDINALS,
    "day_word": DAY_WORDS,
    "feast": FEASTS,
    "moving_feast": MOVING_FEASTS,
}


def _either(words: Mapping[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _amount(which: str) -> dict[str, str]:
    letters = f"(?<=[0-9] )(?:{_either(UNIT_LETTERS)})"
    return {
        f"count{which}": f"(?P<count{which}>[0-9]{{1,5}}|{_either(COUNTS)})",
        f"unit{which}": f"(?P<unit{which}>{_either(UNITS)}|{letters})",
    }


_SLOTS: Final = {
    **{name: f"(?P<{name}>{_either(words)})" for name, words in _VOCABULARY.items()},
    **_amount(""),
    **_amount("_2"),
    **_amount("_3"),
    "day": "(?P<day>[0-9]{1,2})",
    "month_number": "(?P<month_number>[0-9]{1,2})",
    "week": "(?P<week>[0-9]{1,2})",
    "quarter": "(?P<quarter>[1-4])",
    "year": "(?P<year>[0-9]{4})",
    "short_year": "(?P<short_year>[0-9]{2})",
    "of": "(?: (?:of|van|in|v d))?(?: (?:the|de|het))?",
    "on": "(?: (?:on|op))?",
    "and": "(?:,| en| and)?",
    "nth": "(?: (?:e|de|ste|st|nd|rd|th))",
    "coming": "(?:aanstaande|aankomende?|komende?|eerstkomende|eerstvolgende|a s|as|this|coming"
    "|this coming|deze)",
    "last_day": "(?:de |the )?(?:laatste dag|last day)",
    "week_or_two": "(?P<unit>weeks?|fortnights?)",
    "month_in_full": f"(?P<month>{_either(MONTHS_IN_FULL)})",
    "today_or_tomorrow": "(?P<days_on>today|tomorrow)",
    "working_day": "(?:werkdag|working day|business day)",
    "next_week": "(?:volgende week|next week)",
    "this_week": "(?:deze week|this week)",
    "week_word": "(?:week|wk|w)",
}
_TYPED_OTHERWISE: Final = {
    ord("\N{RIGHT SINGLE QUOTATION MARK}"): "'",
    **str.maketrans("éëó", "eeo"),  # één, tweeëntwintig, vóór
    **dict.fromkeys(range(0x2010, 0x2014), "-"),  # hyphens and dashes
    ord("\N{MINUS SIGN}"): "-",
}
_MONTH: Final = f"(?:{_either(MONTHS)})(?: [0-9]{{4}})?"
_WHOLE_PERIOD: Final = (
    f"(?:(?:[a-z]+ )?(?:weekend|(?:{_either(ORDINALS)}) (?:quarter|kwartaal))"
    f"|(?:in )?(?:w|wk|week|q) [0-9]+(?: [0-9]{{4}})?|{_MONTH})$"
)
"""What has a beginning and an end: "by week 50" is read as either, so it is not read at all."""
_ADDS_NOTHING_BEFORE: Final = re.compile(
    r"^(?:(?:nog|op|uiterlijk|on|on or before|(?:no|not) later than|niet later dan|due|t m"
    rf"|tot en met|(?:per|by|tegen)(?! {_WHOLE_PERIOD})|aan(?= het)|at(?= the)"
    r"|voor(?= (?:het )?(?:eind|jaareinde))|before(?= (?:the )?(?:end|year end))) )+"
)
_ADDS_NOTHING_AFTER: Final = re.compile(r"(?<=\w) (?:a s|aanstaande|at the latest)$")
_END_OF_DAY: Final = "(?:eod|cob|close of business|(?:the )?end of (?:the )?day)"
_HOUR: Final = "(?:[01]?[0-9]|2[0-4])"
_MINUTES: Final = "[0-5][0-9]"
_OF_THE_CLOCK: Final = "(?:uur|u|p ?m|a ?m|o'clock)"
_NO_DAY_OF_MONTH: Final = "".join(f"(?<!^{month})" for month in MONTHS)  # "dec 10 am"
_TIME_OF_DAY: Final = re.compile(
    rf"^{_END_OF_DAY} (?:on )?(?=.)|(?<!^the) {_END_OF_DAY}$"
    r"|(?<=[a-z]dag) ?(?:ochtend|middag|avond)$|(?<=[a-z]dag)morgen$"
    r"|(?:(?<=day)|(?<=row)) (?:morning|afternoon|evening|noon)$"
    rf"| (?:om|at) {_HOUR}(?:[.:]{_MINUTES})?(?: {_OF_THE_CLOCK})?$"
    rf"|{_NO_DAY_OF_MONTH} {_HOUR}(?::{_MINUTES}|(?:[.:]{_MINUTES})? {_OF_THE_CLOCK})$"
)
"""An agreement is due on a day: the time of day is read past."""
_NEXT_OR_THIS_YEAR: Final = re.compile(
    r"(?<=\w)(?: (?:of|van|in))? (?:(?P<next>volgend|next)|dit|this) (?:jaar|year)$"
)
_DUTCH_OR: Final = re.compile(
    r"\b(?:\w+dag|ma|din?|woe?|don?|vr|vrij|zat?|zon?|eind|einde|begin) of "
)
"""In Dutch "of" is "or": "maandag of week 50" is two choices, "friday of week 50" is one day."""
_SLOT: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Rule:
    phrase: str
    meaning: Meaning


@cache
def pattern_of(phrase: str) -> re.Pattern[str]:
    """Give what a tidied text has to fit for a rule's phrase, its slots filled in."""
    # Compiling all phrases takes longer than a start may; most starts need none.
    return re.compile(_SLOT.sub(lambda slot: _SLOTS[slot[1]], phrase))


class Grammar:
    """Rules in the order in which they are tried; the first phrase that fits decides."""

    def __init__(self, *parts: Grammar) -> None:
        self.rules: list[_Rule] = [rule for part in parts for rule in part.rules]

    def phrases(self, *phrases: str) -> Callable[[Meaning], Meaning]:
        """Make the function below it the meaning of these phrases, after all rules before it.

        A phrase is a pattern that has to fit the whole text, with slots in braces.
        """

        def keep(meaning: Meaning) -> Meaning:
            self.rules.extend(_Rule(phrase, meaning) for phrase in phrases)
            return meaning

        return keep

    def meant_by(self, phrase: str, today: Date) -> Date | None:
        """Give the date that a tidied phrase means; None when no rule knows it.

        Raises ValueError or OverflowError when there is no such date.
        """
        if _DUTCH_OR.search(phrase):
            return None
        dated = _NEXT_OR_THIS_YEAR.sub(
            lambda said: f" {today.year + (said['next'] is not None):04}", phrase
        )
        for rule in self.rules:
            found = pattern_of(rule.phrase).fullmatch(dated)
            if found is not None:
                filled = found.groupdict().items()
                slots = {name: _number(name, words) for name, words in filled if words is not None}
                return rule.meaning(slots, today)
        return None


def tidied(text: str) -> str:
    """Give cleaned text as the phrases expect it.

    Small letters, letters and numbers apart ("15dec" is "15 dec"), no dot after a letter or at the
    end, and no word around it that adds nothing ("uiterlijk vrijdag", "by the end of the month").
    """
    spread = text.casefold().translate(_TYPED_OTHERWISE)
    spread = re.sub(r"(?<=\w),(?= )", " ", spread)
    spread = re.sub(r"(?<=[^\W\d_])(?:\.|[-/](?=\w))|(?<=[0-9])[-./](?=[^\W\d_])", " ", spread)
    spread = re.sub(r"(?<=[0-9])(?=[^\W\d_])|(?<=[^\W\d_])(?=[0-9])", " ", spread)
    spread = re.sub(r"(?<=[0-9]) ?([-./]) ?(?=[0-9])", r"\1", spread)
    spread = re.sub(r"^\+", "+ ", " ".join(spread.split()))
    spread = re.sub(r"(?<=[0-9])\.$", "", " ".join(spread.split()))
    for adds_nothing in (
        _ADDS_NOTHING_BEFORE,
        _TIME_OF_DAY,
        _ADDS_NOTHING_BEFORE,
        _ADDS_NOTHING_AFTER,
    ):
        spread = adds_nothing.sub("", spread)
    return spread


def _number(slot: str, words: str) -> int:
    known = _VOCABULARY.get(slot.removesuffix("_2").removesuffix("_3"), {})
    return known[words] if words in known else int(words)
