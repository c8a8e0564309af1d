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
        r"|(?:een )?ieder|eenieder|elk|allen|allemaal|allebei|beide|beiden|samen|gezamenlijk"
        r"|met (?:z'n|zn) allen"
        r"|(?:wij|we|jullie) (?:allemaal|allen)|all|all of us|all (?:of )?the .+"
        rf"|(?:all|alle) (?:{_PEOPLE}|{_UNIT})|(?:we|you) all|both|together"
        r"|alle (?:twee|drie|vier|vijf)|all (?:two|three|four|five)|us (?:all|both|two|three)"
    ),
    OwnerReason.WE: (
        r"wij|wij .+|we|ons|ons (?:allemaal|allen|beiden|samen)|onszelf|wijzelf|wij zelf"
        r"|us|ourselves|we (?:samen|together)|jullie"
    ),
    OwnerReason.SOMEONE: (
        r"wie|who|(?:iemand|someone|somebody|anyone|anybody|some one|any one)(?: .+)?"
        r"|wie(?: dan ook| er)? wil|wie dan ook|whoever(?: .+)?"
        r"|(?:een|één|one) (?:van|of) (?:ons|us)"
        r"|(?:een|a) (?:collega|vrijwilliger|colleague|volunteer)|vrijwilliger|volunteer"
        r"|ik|ik ?zelf|mijzelf|i|me|myself|jij|you"
    ),
    OwnerReason.NOBODY_YET: (
        r"ntb|nog (?:te bepalen|onbekend|niet bekend|in te vullen|open)|(?:nader )?te bepalen"
        r"|nader in te vullen|onbekend|later|straks|niemand|niemand nog|nog niemand|nvt|geen"
        r"|geen idee|volgt|volgt nog|pm|nnb|vacant|vacature|vacancy"
        r"|tbd|tba|tbc|n/?a|none|nobody|no one|nobody yet|no one yet"
        r"|(?:still )?to be (?:decided|determined|announced|confirmed)|undecided|unknown|open"
        r"|not yet known|don't know|weet niet|x+"
    ),
    OwnerReason.GROUP: (
        rf"(?:{_THE}(?:\S+ )?)?{_BODY}(?: .+)?|\S+ {_UNIT}|(?:hele|gehele|whole) {_BODY}"
        rf"|(?:{_THE})?\S+(?:team|groep|afdeling|commissie|directie|bestuur)(?: .+)?"
        rf"|(?:{_THE})?(?:{_PEOPLE}|mt|or|hr|it|ict|p&o|r&d|\S+ingsraad|works council|management"
        r"|leiding|staf|task ?force|leadership|organisatie|organi[sz]ation|company|bedrijf|balie"
        r"|back ?office|front ?office|personeelszaken|facilitair|communicatie)"
    ),
}
_REFUSED: Final = {reason: re.compile(phrases) for reason, phrases in _PHRASES.items()}
_JOINED: Final = "(?:en|and|of|or|met|with|plus|ism)"
_TWO_PEOPLE: Final = re.compile(
    r"[&+/,;|\\]|\s[-\N{EN DASH}\N{EM DASH}]\s|\s(?:ea|cs|et al)$"
    rf"|[\s(]{_JOINED}\s+\S"
)
_HALF_TYPED: Final = re.compile(rf".+\s{_JOINED}")
"""A second person is still to come. A name that ends so has a capital there: Xu En."""

_ASIDE: Final = re.compile(rf"\((?!{_JOINED}\s)[^()]*\)")
"""What is told of someone, such as where they work."""

_BRACKETED: Final = re.compile(r"[(\[{<]([^()\[\]{}<>]*)[)\]}>]")
_MARKS: Final = re.compile(r"[.!\"\N{HORIZONTAL ELLIPSIS}“”«»]")
_SIGNS: Final = " '`*_@\N{EM DASH}\N{DOUBLE LOW-9 QUOTATION MARK}"
_SPELT: Final = re.compile(r"\w(?:[\s/]+\w)+")
"""Letters one by one, which "n . t . b" is without its dots."""

_FIRST_NAMES: Final = frozenset({"Or"})
"""First names that are a group's only when written otherwise: the works council is the OR."""


def owner_name(text: str, *, others: Iterable[str] = ()) -> str:
    """Give one person's name, cleaned. Raises OwnerRefused with the reason.

    What equals one of the names in `others` is that person, exactly as known; its case does not
    matter, nor whether the surname stands first: "Vries, Anna de".
    """
    name = clean(text)
    if not name:
        raise OwnerRefused(text, OwnerReason.EMPTY)
    spellings = _spellings(name)
    for known in others:
        if spellings & _spellings(clean(known)):
            return known
    reason = None if name in _FIRST_NAMES else _reason(name)
    if reason is not None:
        raise OwnerRefused(text, reason)
    return name


def _spellings(name: str) -> set[str]:
    said = name.casefold()
    surname, comma, first = said.partition(",")
    return {said, f"{first.strip()} {surname.strip()}"} if comma else {said}


def _reason(name: str) -> OwnerReason | None:
    bare = _bare(name)
    said = bare.casefold()
    plain = " ".join(re.sub(r"[-\N{EN DASH}\N{NON-BREAKING HYPHEN}]", " ", said).split())
    told = re.sub(r"\W", "", plain) if _SPELT.fullmatch(plain) else plain
    for reason, phrases in _REFUSED.items():
        if phrases.fullmatch(told):
            return reason
    if "?" in name or not any(character.isalpha() for character in said):
        return OwnerReason.NOBODY_YET
    named = _ASIDE.sub(" ", said).strip()
    half_typed = _HALF_TYPED.fullmatch(bare.casefold() if bare.isupper() else bare)
    return OwnerReason.TWO_PEOPLE if half_typed or _TWO_PEOPLE.search(named) else None


def _bare(name: str) -> str:
    """Without the dots, quotes and brackets of "N.T.B." and of "('iedereen')!"."""
    straight = name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    stripped = _MARKS.sub("", straight).strip(_SIGNS)
    whole = _BRACKETED.fullmatch(stripped)
    return whole[1].strip(_SIGNS) if whole else stripped
