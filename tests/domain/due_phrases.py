"""Due dates as people say them, Dutch and English, each with its right answer or none.

Written before the grammar was looked at; `due_phrases_unseen` was written after it. What these
rows hold to, and what of it is our own choice:

- A name said on its own day is a week on; "volgende vrijdag", "next friday" is the Friday of next
  week; "next week", "next month" and "next year" count from today, to the last day there is.
- Weeks are ISO weeks. A week by its number, or "this week", means its Friday, as a piece of work
  due "in week 50" is done when people go home. A month, quarter or year means its last day.
- Begin is a period's first day (a week's Monday) and end its last (a week's Friday, a weekend's
  Sunday); the middle is Wednesday, the 15th, the 15th of the middle month, 1 July.
- Half a week is four days, half a month fifteen, half a year six months; a couple is two.
- Numbers are day and month in either language, so "12/15" is no date.
- A feast has its own day; Christmas is the 25th, and "voor de kerst" the day before. A season or
  a holiday of some weeks has none. "Before the end of" is that end, "before the weekend" Friday.
  "Before friday" is refused: people differ on whether Friday itself still counts; and so is "by
  week 50" or "by march", which may be its beginning or its end.
- In Dutch "of" is "or": "maandag of week 50" is a choice of two, "friday of week 50" is not.
- Morning, noon and the time of day are read past: an agreement is due on a day.
- A named weekday must be right: "monday 15 december" is refused when it is a Tuesday.
- An open end ("after", "from"), a choice of two, a repetition, a vague number and a day that is
  over are refused.
"""

from dataclasses import dataclass
from typing import Final

from pendulum import Date


@dataclass(frozen=True, slots=True)
class DuePhrase:
    """What somebody says on a day, and the date that is meant; None for "must be refused"."""

    phrase: str
    today: Date
    right: Date | None


TUESDAY: Final = Date(2026, 11, 24)
FRIDAY: Final = Date(2026, 11, 27)
SUNDAY: Final = Date(2026, 11, 29)
LAST_OF_FEBRUARY: Final = Date(2027, 2, 28)
DAY_BEFORE_LEAP_DAY: Final = Date(2028, 2, 28)
LEAP_DAY: Final = Date(2028, 2, 29)
LAST_OF_JANUARY: Final = Date(2027, 1, 31)
DAY_BEFORE_YEAR_END: Final = Date(2026, 12, 30)
YEAR_END: Final = Date(2026, 12, 31)
BEFORE_SUMMER_TIME: Final = Date(2027, 3, 27)
AFTER_SUMMER_TIME: Final = Date(2027, 3, 29)
BEFORE_WINTER_TIME: Final = Date(2026, 10, 24)
AFTER_WINTER_TIME: Final = Date(2026, 10, 26)


def rows_of(today: Date, answer: str | None, *phrases: str) -> tuple[DuePhrase, ...]:
    """Phrases that all mean one day (ISO), or none, when said on `today`."""
    right = None if answer is None else Date.fromisoformat(answer)
    return tuple(DuePhrase(phrase, today, right) for phrase in phrases)


DUTCH: Final = (
    *rows_of(TUESDAY, "2026-11-24", "vandaag", "vanmiddag", "24 november"),
    *rows_of(TUESDAY, "2026-11-25", "morgen", "Morgenochtend", "woensdag"),
    *rows_of(TUESDAY, "2026-11-26", "overmorgen", "do."),
    *rows_of(
        TUESDAY, "2026-11-27", "vrijdag", "vr", "komende vrijdag", "vrijdag a.s.", "binnen 3 dagen"
    ),
    *rows_of(
        TUESDAY,
        "2026-11-27",
        "binnen drie dagen",
        "eind van de week",
        "deze week",
        "voor het weekend",
    ),
    *rows_of(
        TUESDAY,
        "2026-11-27",
        "vrijdagmiddag",
        "vrijdag om 17.00 uur",
        "uiterlijk aanstaande vrijdag",
    ),
    *rows_of(
        TUESDAY,
        "2026-11-27",
        "in week 48",
        "aan het einde van deze week",
        "laatste vrijdag van de maand",
    ),
    *rows_of(TUESDAY, "2026-11-29", "dit weekend"),
    *rows_of(
        TUESDAY,
        "2026-11-30",
        "komende maandag",
        "maandag",
        "eind deze maand",
        "begin volgende week",
    ),
    *rows_of(
        TUESDAY,
        "2026-11-30",
        "eind november",
        "voor het eind van de maand",
        "laatste dag van de maand",
    ),
    *rows_of(
        TUESDAY, "2026-12-01", "dinsdag", "volgende week", "over een week", "vandaag over een week"
    ),
    *rows_of(
        TUESDAY,
        "2026-12-01",
        "begin december",
        "begin volgende maand",
        "over zeven dagen",
        "over 5 werkdagen",
    ),
    *rows_of(TUESDAY, "2026-12-02", "morgen over een week", "halverwege volgende week"),
    *rows_of(
        TUESDAY, "2026-12-04", "volgende week vrijdag", "vrijdag volgende week", "volgende vrijdag"
    ),
    *rows_of(
        TUESDAY,
        "2026-12-04",
        "  Volgende  week VRIJDAG. ",
        "eind volgende week",
        "vrijdag over een week",
    ),
    *rows_of(TUESDAY, "2026-12-04", "voor sinterklaas", "+10d", "over 10 dagen"),
    *rows_of(TUESDAY, "2026-12-05", "sinterklaas", "pakjesavond", "5 dec", "over anderhalve week"),
    *rows_of(TUESDAY, "2026-12-08", "over twee weken", "over 2 weken", "over veertien dagen", "2w"),
    *rows_of(
        TUESDAY,
        "2026-12-11",
        "week 50",
        "in week 50",
        "wk 50",
        "over 2 weken en 3 dagen",
        "vr week 50",
    ),
    *rows_of(TUESDAY, "2026-12-11", "over twee weken op vrijdag", "vrijdag in week 50"),
    *rows_of(
        TUESDAY, "2026-12-15", "15-12", "15/12", "15.12", "15/12/26", "15-12-2026", "2026-12-15"
    ),
    *rows_of(
        TUESDAY, "2026-12-15", "15 december", "op 15 december", "di 15 dec", "15 dec.", "de 15e"
    ),
    *rows_of(
        TUESDAY, "2026-12-15", "medio december", "half december", "vijftien december", "15-dec-2026"
    ),
    *rows_of(
        TUESDAY, "2026-12-15", "de vijftiende", "de 15e van volgende maand", "dinsdag de 15e", "3w"
    ),
    *rows_of(
        TUESDAY,
        "2026-12-24",
        "voor de kerst",
        "voor kerst",
        "kerstavond",
        "vóór de kerst",
        "over een maand",
    ),
    *rows_of(TUESDAY, "2026-12-24", "volgende maand"),
    *rows_of(TUESDAY, "2026-12-25", "kerst", "eerste kerstdag"),
    *rows_of(TUESDAY, "2026-12-26", "tweede kerstdag"),
    *rows_of(
        TUESDAY,
        "2026-12-31",
        "oud en nieuw",
        "eind volgende maand",
        "eind van het jaar",
        "dit jaar",
    ),
    *rows_of(
        TUESDAY,
        "2026-12-31",
        "in december",
        "eind Q4",
        "oudejaarsavond",
        "voor het einde van het jaar",
    ),
    *rows_of(TUESDAY, "2027-01-01", "nieuwjaar", "begin volgend jaar", "week 53"),
    *rows_of(TUESDAY, "2027-01-08", "week 1", "wk 1"),
    *rows_of(TUESDAY, "2027-01-15", "half januari", "midden januari", "15 januari volgend jaar"),
    *rows_of(TUESDAY, "2027-01-24", "over 2 maanden", "over twee maanden"),
    *rows_of(TUESDAY, "2027-03-01", "begin maart", "1 maart", "1/3", "eerste maandag van maart"),
    *rows_of(TUESDAY, "2027-03-15", "medio maart", "half maart 2027"),
    *rows_of(
        TUESDAY,
        "2027-03-31",
        "eind maart",
        "eind Q1",
        "eind eerste kwartaal",
        "Q1",
        "maart volgend jaar",
    ),
    *rows_of(TUESDAY, "2027-03-28", "pasen", "eerste paasdag"),
    *rows_of(TUESDAY, "2027-03-27", "voor pasen"),
    *rows_of(TUESDAY, "2027-03-26", "goede vrijdag"),
    *rows_of(TUESDAY, "2027-04-03", "3/4", "3 april"),
    *rows_of(TUESDAY, "2027-04-27", "koningsdag"),
    *rows_of(TUESDAY, "2027-05-24", "over een half jaar"),
    *rows_of(TUESDAY, "2027-11-23", "23 november"),
    *rows_of(TUESDAY, "2027-12-31", "eind 2027", "eind volgend jaar"),
    *rows_of(FRIDAY, "2026-11-27", "eind van de week"),
    *rows_of(FRIDAY, "2026-12-04", "vrijdag", "volgende vrijdag", "over een week"),
    *rows_of(FRIDAY, "2026-11-30", "maandag", "over 3 dagen", "volgende maandag", "over 1 werkdag"),
    *rows_of(SUNDAY, "2026-11-30", "morgen", "maandag", "volgende week maandag"),
    *rows_of(SUNDAY, "2026-12-04", "volgende week vrijdag", "komende vrijdag"),
    *rows_of(LAST_OF_FEBRUARY, "2027-03-01", "morgen", "volgende week maandag"),
    *rows_of(LAST_OF_FEBRUARY, "2027-03-28", "over een maand"),
    *rows_of(LAST_OF_FEBRUARY, "2028-02-29", "29 februari"),
    *rows_of(DAY_BEFORE_LEAP_DAY, "2028-02-29", "morgen", "eind van de maand", "29-2", "dinsdag"),
    *rows_of(LEAP_DAY, "2029-02-28", "over een jaar", "volgend jaar"),
    *rows_of(LEAP_DAY, "2028-04-16", "pasen"),
    *rows_of(
        LAST_OF_JANUARY, "2027-02-28", "over een maand", "eind volgende maand", "volgende maand"
    ),
    *rows_of(LAST_OF_JANUARY, "2027-03-30", "de 30e"),
    *rows_of(DAY_BEFORE_YEAR_END, "2027-01-01", "overmorgen", "vrijdag", "1-1"),
    *rows_of(DAY_BEFORE_YEAR_END, "2027-12-24", "voor de kerst"),
    *rows_of(YEAR_END, "2027-01-01", "morgen", "begin januari"),
    *rows_of(YEAR_END, "2027-01-04", "volgende week maandag", "maandag"),
    *rows_of(YEAR_END, "2027-12-17", "week 50"),
    *rows_of(BEFORE_SUMMER_TIME, "2027-03-28", "morgen", "over 1 dag"),
    *rows_of(BEFORE_SUMMER_TIME, "2027-04-03", "over een week", "zaterdag"),
    *rows_of(BEFORE_WINTER_TIME, "2026-10-25", "morgen", "zondag"),
    *rows_of(BEFORE_WINTER_TIME, "2026-10-26", "overmorgen", "over 2 dagen"),
    *rows_of(AFTER_WINTER_TIME, "2026-10-31", "eind van de maand"),
)

ENGLISH: Final = (
    *rows_of(TUESDAY, "2026-11-24", "today", "tonight", "nov 24"),
    *rows_of(TUESDAY, "2026-11-25", "tomorrow", "tomorrow morning"),
    *rows_of(TUESDAY, "2026-11-26", "day after tomorrow", "the day after tomorrow", "thurs"),
    *rows_of(
        TUESDAY,
        "2026-11-27",
        "friday",
        "Fri",
        "by friday",
        "this friday",
        "friday at 5pm",
        "friday afternoon",
    ),
    *rows_of(
        TUESDAY,
        "2026-11-27",
        "end of the week",
        "this week",
        "within three days",
        "before the weekend",
    ),
    *rows_of(TUESDAY, "2026-11-27", "by the end of this week", "last friday of the month", "eow"),
    *rows_of(TUESDAY, "2026-11-29", "this weekend"),
    *rows_of(
        TUESDAY, "2026-11-30", "coming monday", "this coming monday", "end of the month", "eom"
    ),
    *rows_of(
        TUESDAY,
        "2026-11-30",
        "early next week",
        "before the end of the month",
        "last day of november",
    ),
    *rows_of(
        TUESDAY,
        "2026-12-01",
        "next week",
        "tuesday",
        "in a week",
        "a week from today",
        "the first",
        "in 5 working days",
    ),
    *rows_of(
        TUESDAY, "2026-12-01", "beginning of next month", "early december", "start of next month"
    ),
    *rows_of(TUESDAY, "2026-12-02", "a week from tomorrow", "in 8 days", "mid next week"),
    *rows_of(TUESDAY, "2026-12-03", "the 3rd", "on the 3rd", "nine days from now"),
    *rows_of(
        TUESDAY,
        "2026-12-04",
        "next friday",
        "friday next week",
        "next week friday",
        "end of next week",
    ),
    *rows_of(TUESDAY, "2026-12-04", "a week from friday", "friday week"),
    *rows_of(
        TUESDAY,
        "2026-12-08",
        "in a fortnight",
        "in two weeks",
        "2 weeks from now",
        "in two weeks' time",
    ),
    *rows_of(
        TUESDAY,
        "2026-12-08",
        "a week from tuesday",
        "the week after next",
        "14 days",
        "in a couple of weeks",
    ),
    *rows_of(
        TUESDAY, "2026-12-11", "two weeks from friday", "in 2 weeks and 3 days", "friday of week 50"
    ),
    *rows_of(
        TUESDAY,
        "2026-12-15",
        "dec 15th",
        "december 15",
        "15th of december",
        "15 Dec 2026",
        "Dec 15, 2026",
    ),
    *rows_of(
        TUESDAY,
        "2026-12-15",
        "the 15th",
        "tuesday 15 december",
        "mid-december",
        "middle of december",
    ),
    *rows_of(
        TUESDAY, "2026-12-15", "the fifteenth", "the 15th of next month", "in 3 weeks", "15/12/2026"
    ),
    *rows_of(
        TUESDAY, "2026-12-24", "before christmas", "christmas eve", "in a month", "next month"
    ),
    *rows_of(TUESDAY, "2026-12-25", "christmas", "Christmas Day"),
    *rows_of(TUESDAY, "2026-12-26", "boxing day"),
    *rows_of(
        TUESDAY,
        "2026-12-31",
        "new year's eve",
        "end of next month",
        "end of the year",
        "year end",
        "this year",
    ),
    *rows_of(TUESDAY, "2026-12-31", "before the new year", "the 31st", "end of Q4"),
    *rows_of(TUESDAY, "2027-01-01", "new year's day", "early next year"),
    *rows_of(TUESDAY, "2027-01-15", "mid january", "jan 15 2027"),
    *rows_of(TUESDAY, "2027-02-15", "mid Q1"),
    *rows_of(TUESDAY, "2027-03-01", "early march", "first monday of march", "march 1st"),
    *rows_of(
        TUESDAY,
        "2027-03-31",
        "end of Q1",
        "end of march",
        "late march",
        "by the end of next quarter",
    ),
    *rows_of(TUESDAY, "2027-03-29", "easter monday"),
    *rows_of(TUESDAY, "2027-05-24", "in half a year", "in six months"),
    *rows_of(TUESDAY, "2027-12-15", "15 december next year"),
    *rows_of(FRIDAY, "2026-12-04", "friday", "next friday", "in 7 days"),
    *rows_of(FRIDAY, "2026-12-01", "tuesday", "next tuesday", "in two business days"),
    *rows_of(SUNDAY, "2026-12-06", "sunday", "next sunday"),
    *rows_of(SUNDAY, "2026-12-04", "next friday", "end of the week"),
    *rows_of(LAST_OF_FEBRUARY, "2027-02-28", "end of the month"),
    *rows_of(DAY_BEFORE_LEAP_DAY, "2028-02-29", "tomorrow", "feb 29", "the 29th"),
    *rows_of(DAY_BEFORE_LEAP_DAY, "2028-03-28", "in a month"),
    *rows_of(LEAP_DAY, "2028-03-29", "in a month", "next month"),
    *rows_of(LEAP_DAY, "2029-02-28", "in a year", "in 12 months"),
    *rows_of(LAST_OF_JANUARY, "2027-02-28", "in one month", "next month", "end of february"),
    *rows_of(LAST_OF_JANUARY, "2027-02-14", "valentine's day", "in a fortnight"),
    *rows_of(DAY_BEFORE_YEAR_END, "2027-01-03", "the 3rd", "sunday"),
    *rows_of(YEAR_END, "2027-01-31", "in a month", "end of january", "end of next month"),
    *rows_of(BEFORE_SUMMER_TIME, "2027-03-29", "monday", "in 2 days", "day after tomorrow"),
    *rows_of(AFTER_SUMMER_TIME, "2027-10-31", "halloween", "31 october"),
    *rows_of(BEFORE_WINTER_TIME, "2026-10-31", "in 7 days", "end of the month"),
    *rows_of(AFTER_WINTER_TIME, "2026-11-02", "in a week", "monday"),
)

REFUSED: Final = (
    *rows_of(
        TUESDAY,
        None,
        "",
        "   ",
        "???",
        "Piet",
        "blabla vrijdag",
        "soon",
        "asap",
        "zsm",
        "ooit",
        "nooit",
    ),
    *rows_of(
        TUESDAY, None, "als het lukt", "zo snel mogelijk", "binnenkort", "later", "tbd", "n.t.b."
    ),
    *rows_of(
        TUESDAY,
        None,
        "30 februari",
        "31-4",
        "31 november",
        "de 35e",
        "the 32nd",
        "29 februari 2027",
        "0-12",
    ),
    *rows_of(
        TUESDAY,
        None,
        "15-12-2020",
        "1 november 2026",
        "gisteren",
        "yesterday",
        "last friday",
        "vorige week",
    ),
    *rows_of(
        TUESDAY,
        None,
        "3 days ago",
        "drie dagen geleden",
        "-3d",
        "15 januari dit jaar",
        "kerst 2020",
    ),
    *rows_of(
        TUESDAY,
        None,
        "15 dec of 16 dec",
        "vrijdag of maandag",
        "monday or tuesday",
        "15-12 en 16-12",
    ),
    *rows_of(
        TUESDAY,
        None,
        "voor vrijdag",
        "before friday",
        "voor de zomer",
        "na de zomervakantie",
        "this summer",
    ),
    *rows_of(
        TUESDAY,
        None,
        "na de kerst",
        "after christmas",
        "vanaf maandag",
        "elke vrijdag",
        "every friday",
    ),
    *rows_of(
        TUESDAY,
        None,
        "maandag 15 december",
        "friday the 15th",
        "12/15",
        "13/13",
        "week 54",
        "week 0",
        "Q5",
    ),
    *rows_of(
        TUESDAY,
        None,
        "over 2 à 3 weken",
        "2-3 weken",
        "over een paar weken",
        "in a few days",
        "15",
        "12:00",
    ),
    *rows_of(
        TUESDAY,
        None,
        "over een week of twee",
        "vrijdag morgen maandag",
        "niet vrijdag",
        "in 99999999999 weeks",
    ),
    *rows_of(LAST_OF_FEBRUARY, None, "29-2-2027", "eind januari 2027"),
    *rows_of(YEAR_END, None, "30 december 2026", "over 10000 jaar"),
)

PHRASES: Final = (*DUTCH, *ENGLISH, *REFUSED)
