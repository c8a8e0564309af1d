"""The words that due dates are made of, Dutch and English alike, each with what it stands for.

A word added here is understood in every phrase that has its slot. Words stand here
as `due_grammar.tidied` leaves them: small letters, one space, no dot after a letter, letters and
numbers apart.
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

MONTHS: Final = _values(
    {
        1: "januari january jan",
        2: "februari february febr feb",
        3: "maart march mrt mar",
        4: "april apr",
        5: "mei may",
        6: "juni june jun",
        7: "juli july jul",
        8: "augustus august aug",
        9: "september sept sep",
        10: "oktober october okt oct",
        11: "november nov",
        12: "december dec",
    }
)

COUNTS: Final = _values(
    {
        1: "een één 1 one a an",
        2: "twee two",
        3: "drie three",
        4: "vier four",
        5: "vijf five",
        6: "zes six",
        7: "zeven seven",
        8: "acht eight",
        9: "negen nine",
        10: "tien ten",
        11: "elf eleven",
        12: "twaalf twelve",
        14: "veertien fourteen",
        15: "vijftien fifteen",
        20: "twintig twenty",
        30: "dertig thirty",
    }
)

UNITS: Final = _values(
    {
        Unit.DAY: "dagen dag dgn days day d",
        Unit.WORKING_DAY: "werkdagen werkdag working_days working_day business_days business_day",
        Unit.WEEK: "weken week wkn wk weeks wks w",
        Unit.FORTNIGHT: "fortnights fortnight",
        Unit.MONTH: "maanden maand mnd months month mths mth m",
        Unit.QUARTER: "kwartalen kwartaal quarters quarter",
        Unit.YEAR: "jaren jaar jr years year yr y",
    }
)

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
        Place.END: "einde eind end late the_end het_eind het_einde",
    }
)

WHICH: Final = _values({0: "deze dit this", 1: "volgende volgend next"})

DAYS_ON: Final = _values(
    {
        -2: "eergisteren the_day_before_yesterday day_before_yesterday",
        -1: "gisteren yesterday",
        0: "vandaag vanmiddag vanavond today tonight",
        1: "morgen morgenochtend morgenmiddag morgenavond tomorrow",
        2: "overmorgen the_day_after_tomorrow day_after_tomorrow",
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

_NL_CARDINALS: Final = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig eenentwintig tweeëntwintig drieëntwintig "
    "vierentwintig vijfentwintig zesentwintig zevenentwintig achtentwintig negenentwintig dertig "
    "eenendertig"
)
_NL_ORDINALS: Final = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste "
    "eenentwintigste tweeëntwintigste drieëntwintigste vierentwintigste vijfentwintigste "
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

FEASTS: Final = _values(
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
        1231: "oud_en_nieuw oudjaar oudejaarsdag oudejaarsavond new_year's_eve year_end "
        "year's_end jaareinde eoy",
    }
)
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
