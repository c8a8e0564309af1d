"""The owner of an agreement is one person, by name: what is everyone's is no one's.

Whole phrases are refused, not words within one, so that no name is refused for what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import Final

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.text import clean


class OwnerReason(Enum):
    """Why what was typed is not one person."""

    EMPTY = auto()
    EVERYONE = auto()
    WE = auto()
    GROUP = auto()
    NOBODY_YET = auto()
    SOMEONE = auto()
    TWO_PEOPLE = auto()


class OwnerRefused(RuleBroken):
    """What was typed is not one person's name."""

    def __init__(self, text: str, reason: OwnerReason) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason = reason


_THE: Final = r"(?:de|het|'?t|een|ons|onze|mijn|jullie|the|our|my|your) "
_UNIT: Final = "(?:teams?|afdeling(?:en)?|commissie|directie|departments?|committee)"
_BODY: Final = f"(?:{_UNIT}|groep(?:en|je)?|bestuur|raad|group|board|crew|unit)"
_PEOPLE: Final = (
    "(?:collega's|colleagues|medewerkers|employees|managers|leidinggevenden|deelnemers"
    "|participants|aanwezigen|betrokkenen|staff)"
)
_PHRASES: Final = {
    OwnerReason.EVERYONE: (
        r"(?:iedereen|everyone|everybody)(?: .+)?"
        r"|ieder|elk|allen|allemaal|allebei|beide|beiden|samen|met (?:z'n|zn) allen|gezamenlijk"
        r"|(?:wij|we|jullie) (?:allemaal|allen)|all|all of us|all (?:of )?the .+"
        rf"|(?:all|alle) (?:{_PEOPLE}|{_UNIT})|(?:we|you) all|both|together"
    ),
    OwnerReason.WE: (
        r"wij|wij .+|we|ons|onszelf|wijzelf|wij zelf|us|ourselves|we (?:samen|together)|jullie"
    ),
    OwnerReason.SOMEONE: (
        r"(?:iemand|someone|somebody|anyone|anybody|some one|any one)(?: .+)?"
        r"|wie(?: dan ook| er)? wil|wie dan ook|whoever(?: .+)?"
        r"|(?:een|één|one) (?:van|of) (?:ons|us)"
        r"|(?:een|a) (?:collega|vrijwilliger|colleague|volunteer)|vrijwilliger|volunteer"
        r"|ik|ik ?zelf|mijzelf|i|me|myself|jij|you"
    ),
    OwnerReason.NOBODY_YET: (
        r"ntb|nog (?:te bepalen|onbekend|niet bekend|in te vullen|open)|(?:nader )?te bepalen"
        r"|nader in te vullen|onbekend|later|straks|niemand|niemand nog|nog niemand|nvt|geen"
        r"|geen idee"
        r"|tbd|tba|tbc|n/?a|none|nobody|no one|nobody yet|no one yet"
        r"|(?:still )?to be (?:decided|determined|announced|confirmed)|undecided|unknown|open"
        r"|not yet known|don't know|weet niet|x+"
    ),
    OwnerReason.GROUP: (
        rf"(?:{_THE}(?:\S+ )?)?{_BODY}(?: .+)?|\S+ {_UNIT}"
        rf"|(?:{_THE})?\S+(?:team|groep|afdeling|commissie|directie|bestuur)(?: .+)?"
        rf"|(?:{_THE})?(?:{_PEOPLE}|mt|or|hr|it|ict|p&o|r&d|\S+ingsraad|works council|management"
        r"|leiding|staf|task ?force|leadership|organisatie|organi[sz]ation|company|bedrijf|balie"
        r"|back ?office|front ?office|personeelszaken|facilitair|communicatie)"
    ),
}
_REFUSED: Final = {reason: re.compile(phrases) for reason, phrases in _PHRASES.items()}
_TWO_PEOPLE: Final = re.compile(
    r"[&+/,;|\\]|\s(?:en|and|of|or|met|with|plus)\s+\S|\s(?:ea|cs|et al)$"
)


def owner_name(text: str, *, others: Iterable[str] = ()) -> str:
    """Give one person's name, cleaned. Raises OwnerRefused with the reason.

    What equals one of the names in `others`, but for its case, is that person, exactly as known.
    """
    name = clean(text)
    said = name.casefold()
    if not said:
        raise OwnerRefused(text, OwnerReason.EMPTY)
    for known in others:
        if clean(known).casefold() == said:
            return known
    reason = _reason(said)
    if reason is not None:
        raise OwnerRefused(text, reason)
    return name


def _reason(said: str) -> OwnerReason | None:
    plain = " ".join(re.sub(r"[-\N{EN DASH}\N{NON-BREAKING HYPHEN}]", " ", _bare(said)).split())
    for reason, phrases in _REFUSED.items():
        if phrases.fullmatch(plain):
            return reason
    if "?" in said or not any(character.isalpha() for character in said):
        return OwnerReason.NOBODY_YET
    named = re.sub(r"\([^()]*\)", " ", _bare(said)).strip()
    if _TWO_PEOPLE.search(named):
        return OwnerReason.TWO_PEOPLE
    return None


def _bare(said: str) -> str:
    """Without the dots and quotes of "N.T.B." and of "'iedereen'!"."""
    straight = said.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.sub(r"[.!\"\N{HORIZONTAL ELLIPSIS}]", "", straight).strip(" '")
