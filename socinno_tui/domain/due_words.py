"""The words that due dates are made of, Dutch and English alike, each with what it stands for.

A word added here is understood in every phrase that has its slot. Words stand here
as `due_grammar.tidied` leaves them: small letters, one space, no dot after a letter, letters and
numbers apart, no accents ("een", "voor").
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Final


class Unit(IntEnum):
    """What time is counted in."""

    DAY = 1
    WORKING_DAY = 2
    WEEK = 3
    FORTNIGHT = 4
    MONTH = 5
    QUARTER = 6
    YEAR = 7


class Place(IntEnum):
    """Where in a week, month, quarter or year."""

    BEGINNING = 1
    MIDDLE = 2
    END = 3


def _values(words: Mapping[int, str]) -> dict[str, int]:
    """Each word, or words joined by underscores, with what it stands for."""
    return {
        word.replace("_", " "): int(value) for value, line in words.items() for word in line.split()
    }


WEEKDAYS: Final = _values(
    {
        0: "maandag ma monday mon",
        1: "dinsdag din di tuesday tues tue",
        2: "woensdag woe wo wednesday weds wed",
        3: "donderdag don do thursday thurs thur thu",
        4: "vrijdag vrij vr friday fri",
        5: "zaterdag zat za saturday sat",
        6: "zondag zon zo sunday sun",
    }
)
"""Monday is 0, as in pendulum."""

MONTHS_IN_FULL: Final = _values(
    {
        1: "januari january",
        2: "februari february",
        3: "maart march",
        4: "april",
        5: "mei may",
        6: "juni june",
        7: "juli july",
        8: "augustus august",
        9: "september",
        10: "oktober october",
        11: "november",
        12: "december",
    }
)
"""What a month may be called on its own: "Jan" is a name as well."""

MONTHS: Final = {
    **MONTHS_IN_FULL,
    **_values(
        {
            1: "jan",
            2: "febr feb",
            3: "mrt mar",
            4: "apr",
            6: "jun",
            7: "jul",
            8: "aug",
            9: "sept sep",
            10: "okt oct",
            11: "nov",
            12: "dec",
        }
    ),
}

_NL_CARDINALS: Final = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig eenentwintig tweeentwintig drieentwintig "
    "vierentwintig vijfentwintig zesentwintig zevenentwintig achtentwintig negenentwintig dertig "
    "eenendertig"
)
_EN_CARDINALS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_BY_TENS: Final = _values(
    {
        30: "thirty",
        40: "veertig forty",
        50: "vijftig fifty",
        60: "zestig sixty",
        70: "zeventig seventy",
        80: "tachtig eighty",
        90: "negentig ninety",
        100: "honderd hundred a_hundred",
    }
)
COUNTS: Final = {
    "a": 1,
    "an": 1,
    "'n": 1,
    **{word: count for count, word in enumerate(_NL_CARDINALS.split(), 1)},
    **{word: count for count, word in enumerate(_EN_CARDINALS.split(), 1)},
    **_BY_TENS,
}

UNITS: Final = _values(
    {
        Unit.DAY: "dagen dag dgn days day",
        Unit.WORKING_DAY: "werkdagen werkdag working_days working_day business_days business_day",
        Unit.WEEK: "weken week weekje wkn wk weeks wks",
        Unit.FORTNIGHT: "fortnights fortnight",
        Unit.MONTH: "maanden maand mnd months month mths mth",
        Unit.QUARTER: "kwartalen kwartaal quarters quarter",
        Unit.YEAR: "jaren jaar jr years year yr",
    }
)

UNIT_LETTERS: Final = _values({Unit.DAY: "d", Unit.WEEK: "w", Unit.MONTH: "m", Unit.YEAR: "y"})
"""Units only after a number in digits: "a.m." is no month."""

SPANS: Final = _values(
    {
        Unit.WEEK: "week wk",
        Unit.MONTH: "maand month",
        Unit.QUARTER: "kwartaal quarter",
        Unit.YEAR: "jaar year",
    }
)

PLACES: Final = _values(
    {
        Place.BEGINNING: "begin start beginning early the_start the_beginning het_begin",
        Place.MIDDLE: "half medio midden halverwege mid middle halfway the_middle het_midden",
        Place.END: "einde eind end late the_end het_eind het_einde ultimo",
    }
)

SHORT_ENDS: Final = _values(
    {Unit.WEEK: "eow", Unit.MONTH: "eom", Unit.QUARTER: "eoq", Unit.YEAR: "eoy year_end jaareinde"}
)
"""The end of what."""

WHICH: Final = _values({0: "deze dit this", 1: "volgende volgend next"})

DAYS_ON: Final = _values(
    {
        -2: "eergisteren the_day_before_yesterday day_before_yesterday",
        -1: "gisteren yesterday",
        0: "vandaag vanmiddag vanavond today tonight this_afternoon this_evening",
        1: "morgen morgenochtend morgenmiddag morgenavond tomorrow tmrw",
        2: "overmorgen over_morgen the_day_after_tomorrow day_after_tomorrow",
    }
)

ORDINALS: Final = _values(
    {
        1: "eerste first 1_e 1_ste 1_st",
        2: "tweede second 2_e 2_de 2_nd",
        3: "derde third 3_e 3_de 3_rd",
        4: "vierde fourth 4_e 4_de 4_th",
        -1: "laatste last",
    }
)
"""-1 is the last of its month."""

_NL_ORDINALS: Final = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste "
    "eenentwintigste tweeentwintigste drieentwintigste vierentwintigste vijfentwintigste "
    "zesentwintigste zevenentwintigste achtentwintigste negenentwintigste dertigste eenendertigste"
)
_EN_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty_first "
    "twenty_second twenty_third twenty_fourth twenty_fifth twenty_sixth twenty_seventh "
    "twenty_eighth twenty_ninth thirtieth thirty_first"
)
DAY_WORDS: Final = {
    word.replace("_", " "): day
    for line in (_NL_CARDINALS, _NL_ORDINALS, _EN_ORDINALS)
    for day, word in enumerate(line.split(), 1)
}
"""Days of the month in words."""

_FEASTS: Final = _values(
    {
        101: "nieuwjaar nieuwjaarsdag nieuwe_jaar new_year new_year's_day",
        214: "valentijnsdag valentine's_day",
        427: "koningsdag king's_day",
        504: "dodenherdenking",
        505: "bevrijdingsdag liberation_day",
        1031: "halloween",
        1111: "sint_maarten",
        1205: "sinterklaas pakjesavond",
        1224: "kerstavond christmas_eve",
        1225: "kerst kerstmis kerstdag eerste_kerstdag 1_e_kerstdag christmas christmas_day xmas",
        1226: "tweede_kerstdag 2_e_kerstdag boxing_day",
        1231: "oud_en_nieuw oudjaar oudejaarsdag oudejaarsavond new_year's_eve",
    }
)
FEASTS: Final = {**_FEASTS, **{word.replace("'", ""): day for word, day in _FEASTS.items()}}
"""Feasts with a day of their own: its month times a hundred, and the day."""

MOVING_FEASTS: Final = _values(
    {
        -2: "goede_vrijdag good_friday",
        0: "pasen paaszondag eerste_paasdag 1_e_paasdag easter easter_sunday",
        1: "tweede_paasdag 2_e_paasdag paasmaandag easter_monday",
        39: "hemelvaart hemelvaartsdag ascension_day",
        49: "pinksteren eerste_pinksterdag pentecost whitsun",
        50: "tweede_pinksterdag whit_monday",
    }
)
"""Feasts by their distance to Easter Sunday, in days."""
