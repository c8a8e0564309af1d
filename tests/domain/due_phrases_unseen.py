"""More due dates, written after the grammar was bettered, by one who knew it, and tried only then.

The rows hold to what `due_phrases` says. All were right, and all junk refused, the first time.
"""

from typing import Final

from tests.domain.due_phrases import LEAP_DAY, TUESDAY, YEAR_END, rows_of

UNSEEN: Final = (
    *rows_of(TUESDAY, "2026-11-26", "donderdag", "komende donderdag", "thu", "donderdagochtend"),
    *rows_of(TUESDAY, "2026-12-03", "volgende week donderdag", "a week from thursday"),
    *rows_of(TUESDAY, "2026-12-08", "over 14 dagen", "binnen twee weken", "in a fortnight"),
    *rows_of(TUESDAY, "2026-12-18", "eind week 51", "week 51", "vrijdag in week 51"),
    *rows_of(TUESDAY, "2026-12-31", "eind van het jaar", "31 dec", "end of the year", "31/12"),
    *rows_of(TUESDAY, "2027-01-15", "half januari", "mid january", "medio januari", "15 jan 2027"),
    *rows_of(TUESDAY, "2027-02-01", "begin februari", "early february", "1-2-27"),
    *rows_of(TUESDAY, "2027-01-31", "eind januari", "end of january", "laatste dag van januari"),
    *rows_of(TUESDAY, "2027-05-06", "hemelvaartsdag", "ascension day"),
    *rows_of(TUESDAY, "2027-06-30", "eind juni", "end of Q2", "eind tweede kwartaal"),
    *rows_of(TUESDAY, "2026-12-15", "uiterlijk 15 december", "by the 15th", "over drie weken"),
    *rows_of(YEAR_END, "2027-01-01", "morgen", "tomorrow", "+1d"),
    *rows_of(LEAP_DAY, "2028-03-31", "eind volgende maand"),
    *rows_of(LEAP_DAY, "2029-02-28", "over een jaar"),
)
JUNK: Final = (
    "zo snel mogelijk",
    "ergens in het voorjaar",
    "als de offerte binnen is",
    "32 december",
    "29 februari 2027",
    "week 60",
    "whenever",
    "maandag of dinsdag",
    "q5",
    "in 0,5 week of zo",
)
