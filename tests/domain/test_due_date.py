import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pendulum import Date

from socinno_tui.domain.due_date import (
    DUE_DATES,
    FAR_AWAY_AFTER,
    LONGEST_DUE_DATE,
    MOST_YEARS,
    DueDateEmpty,
    DueDateInPast,
    DueDateNotUnderstood,
    DueDateRefused,
    DueDateTooFar,
    DueRemark,
    due_remarks,
    parse_due_date,
)
from socinno_tui.domain.due_grammar import pattern_of, tidied
from socinno_tui.domain.due_words import (
    COUNTS,
    DAYS_ON,
    MONTHS,
    MONTHS_IN_FULL,
    ORDINALS,
    PLACES,
    SPANS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

TUESDAY = Date(2026, 11, 24)

BY_THE_CALENDAR = {
    Date(2026, 12, 15): """
        2026-12-15|2026/12/15|15-12|15/12|15.12|15-12-2026|15/12/26|15.12.2026|15 - 12 - 2026
        |15–12–2026|15 dec|15dec|15-dec|15-dec-2026|15/dec/26|15 dec.|15 december 2026|15 DEC '26
        |dec 15|Dec. 15, 2026|december 15th|15th of december|the 15th of december|de 15e|15e
        |op 15 december|uiterlijk 15 dec|by december 15th|15 van december|15e van de maand
        |di 15 dec|dinsdag 15 december|di 15-12|tue 15/12/2026
        |Tue 15 Dec|tuesday, december 15, 2026|the 15th
        """,
    Date(2027, 3, 1): "1-3|1 maart|1 mrt|march 1st|mar 1|1 mar.|01/03|1e maart|1ste maart",
    Date(2026, 11, 24): "24-11|24 november|november 24th|vandaag|today|2026-11-24|vanmiddag|+0d",
    Date(2027, 11, 23): "23-11|23 november|nov 23rd",
    Date(2028, 2, 29): "29 feb|29-2|february 29th|29-02-2028|29 februari 2028",
    Date(
        2026, 12, 31
    ): "31e|the 31st|31-12|eind december|eind van het jaar|end of the year|eind Q4",
}
SO_MUCH_LATER = {
    Date(2026, 12, 8): "+2w|2w|+ 2 w|2 weken|over twee weken|in two weeks|in a fortnight|+14d"
    "|over veertien dagen|within fourteen days|over 14 dagen|2 weeks from now|over 2 wkn",
    Date(2026, 12, 4): "+10d|10d|within 10 days|binnen tien dagen|in ten days|over 10 d",
    Date(2026, 12, 24): "+1m|1m|volgende maand|next month|over een maand|in a month|over 1 maand",
    Date(2026, 12, 15): "over 3 weken|in three weeks|binnen drie weken|+3w|over 3  WEKEN",
    Date(2026, 11, 27): "binnen drie dagen|in 3 days|vandaag over 3 dagen|over 3 werkdagen|vr",
    Date(2026, 12, 1): "over een week|over één week|in a week|in one week|volgende week|next week"
    "|over 5 werkdagen|in five working days|in one week's time|a week from today|+1w|+7d",
    Date(2026, 11, 25): "morgen|tomorrow|over een dag|in one day|morgenochtend|wo",
    Date(2026, 11, 26): "overmorgen|the day after tomorrow|day after tomorrow|over 2 dagen",
    Date(2027, 5, 24): "over een half jaar|in half a year|+6m|over zes maanden|over 2 kwartalen",
    Date(2027, 11, 24): "over een jaar|in a year|+1y|+12m|in twelve months",
    Date(2027, 11, 1): "first monday of november|1e maandag van november|eerste ma in november",
}
WEEKDAYS_MEANT = {
    Date(2026, 11, 27): "vr|vrijdag|VRIJDAG|fri|friday|Fri.|aanstaande vrijdag|komende vrijdag"
    "|this friday|coming friday|this coming friday|deze vrijdag|vrijdag a.s.|a.s. vrijdag"
    "|vrijdag deze week|deze week vrijdag|friday this week|op vrijdag|on friday|by friday"
    "|uiterlijk vrijdag|eind van de week|end of the week|end of week|einde week|eind deze week"
    "|laatste vrijdag van de maand|last friday of the month|week 48|wk 48|2026-W48",
    Date(
        2026, 12, 1
    ): "di|dinsdag|tue|tuesday|aanstaande dinsdag|this tuesday|dinsdag volgende week",
    Date(2026, 12, 4): "volgende week vrijdag|vrijdag volgende week|volgende vrijdag|next friday"
    "|friday next week|next week friday|eind volgende week|end of next week|vrijdag week 49"
    "|volgende week op vrijdag|vrijdag over een week|a week on friday|first friday of december"
    "|eerste vrijdag van volgende maand",
    Date(2026, 11, 30): "ma|maandag|volgende maandag|next monday|begin volgende week|na het weekend"
    "|laatste dag van de maand|last day of november|maandag week 49|after the weekend|einde maand"
    "|start of next week|eind van de maand|eind deze maand|end of the month|end of month"
    "|eind november|end of november|by the end of the month|eind v.d. maand",
    Date(2026, 12, 11): "week 50|wk50|w50|Week 50 2026|2026-W50|week 50 vrijdag|eind week 50"
    "|vr 11 dec|vr 11 dec.|Fri 11 Dec|vrijdag 11 december 2026|friday of week 50",
    Date(2027, 1, 8): "week 1|week 1 van 2027|vrijdag week 1",
    Date(2027, 1, 1): "week 53|begin januari|begin volgend jaar|start of next year|begin Q1",
}
PLACES_MEANT = {
    Date(2026, 12, 31): "eind volgende maand|end of next month|eind december|late december",
    Date(2027, 3, 31): "eind maart|end of march|eind maart 2027|eind mrt|eind Q1|end of q1 2027"
    "|eind volgend kwartaal|the end of march",
    Date(2027, 3, 1): "begin maart|beginning of march|early march|start of march|begin mrt 2027",
    Date(2027, 3, 15): "half maart|medio maart|mid march|mid-march|midden maart|halverwege maart"
    "|middle of march|the middle of march",
    Date(2026, 12, 15): "half december|mid december|half volgende maand|medio volgende maand",
    Date(2027, 12, 31): "eind 2027|eind volgend jaar|end of next year",
}


AROUND_AND_FURTHER = {
    Date(2026, 11, 24): "eod|COB|by the end of the day|eind van de dag|this afternoon",
    Date(2026, 11, 25): "next working day|volgende werkdag|tmrw|eod tomorrow",
    Date(2026, 11, 27): "vrijdag 14:00|vrijdag 17.00u|friday 5pm|eod friday|friday eod|t/m vrijdag"
    "|tot en met vrijdag|by friday at the latest|vrijdag aanstaande|niet later dan vrijdag",
    Date(2026, 11, 30): "november|maandagmorgen|laatste werkdag van de maand|uiterlijk november",
    Date(2026, 12, 1): "this time next week|a week today|today week|over een weekje|over 'n week"
    "|eerste dinsdag van de maand",
    Date(2026, 12, 2): "tomorrow week|a week tomorrow",
    Date(2026, 12, 4): "eerste week van december|first week of december|1e week van de maand",
    Date(2026, 12, 6): "next weekend|volgend weekend",
    Date(2026, 12, 11): "friday fortnight|vrijdag over twee weken|vrijdag over 14 dagen|2w3d"
    "|uiterlijk week 50",
    Date(2026, 12, 15): "15.12.|15 december a.s.|15 dec dit jaar|15 dec 10 uur|over 21 dagen"
    "|over eenentwintig dagen",
    Date(2026, 12, 18): "een week voor kerst|a week before christmas",
    Date(2026, 12, 25): "last friday of the quarter|laatste vrijdag van het jaar",
    Date(
        2026, 12, 31
    ): "laatste week van december|eoq|ultimo december|nog voor het eind van het jaar",
    Date(2027, 1, 29): "laatste week van januari|laatste werkdag van januari",
    Date(2027, 1, 31): "january|in jan|jan 2027",
    Date(2027, 1, 10): "over 1 maand, 2 weken en 3 dagen",
    Date(2027, 3, 4): "over honderd dagen|in a hundred days",
    Date(2027, 3, 31): "volgend kwartaal|next quarter|maart 2027|eind maart volgend jaar",
    Date(2027, 4, 11): "twee weken na pasen",
    Date(2027, 4, 8): "over anderhalf kwartaal|in a quarter and a half",
    Date(2028, 5, 24): "over anderhalf jaar|in eighteen months",
    Date(2027, 12, 25): "kerst volgend jaar|christmas 2027|25-12 volgend jaar",
}


def _pairs(*tables: dict[Date, str]) -> list[tuple[str, Date]]:
    return [
        (" ".join(phrase.split()), meant)
        for table in tables
        for meant, phrases in table.items()
        for phrase in phrases.split("|")
    ]


UNDERSTOOD = _pairs(
    BY_THE_CALENDAR, SO_MUCH_LATER, WEEKDAYS_MEANT, PLACES_MEANT, AROUND_AND_FURTHER
)


@pytest.mark.parametrize(("phrase", "meant"), UNDERSTOOD)
def test_understands(phrase: str, meant: Date) -> None:
    assert parse_due_date(phrase, today=TUESDAY) == meant


@pytest.mark.parametrize(("phrase", "meant"), UNDERSTOOD)
def test_case_and_spaces_do_not_matter(phrase: str, meant: Date) -> None:
    spaced = "  \t" + phrase.upper().replace(" ", " \N{NO-BREAK SPACE}  ") + "\n"
    assert parse_due_date(spaced, today=TUESDAY) == meant


@pytest.mark.parametrize(
    ("phrase", "today", "meant"),
    [
        ("+1m", Date(2027, 1, 31), Date(2027, 2, 28)),
        ("volgende maand", Date(2028, 1, 31), Date(2028, 2, 29)),
        ("eind volgende maand", Date(2027, 1, 31), Date(2027, 2, 28)),
        ("half volgende maand", Date(2026, 12, 31), Date(2027, 1, 15)),
        ("end of the month", Date(2028, 2, 1), Date(2028, 2, 29)),
        ("end of the month", Date(2026, 12, 31), Date(2026, 12, 31)),
        ("over een jaar", Date(2028, 2, 29), Date(2029, 2, 28)),
        ("29 feb", Date(2028, 2, 29), Date(2028, 2, 29)),
        ("29 feb", Date(2028, 3, 1), Date(2032, 2, 29)),
        ("29 feb", Date(2096, 3, 1), Date(2104, 2, 29)),
        ("1 jan", Date(2026, 12, 31), Date(2027, 1, 1)),
        ("31e", Date(2026, 9, 1), Date(2026, 10, 31)),
        ("30e", Date(2027, 1, 31), Date(2027, 3, 30)),
        ("fri", Date(2026, 11, 27), Date(2026, 12, 4)),
        ("this friday", Date(2026, 11, 27), Date(2026, 12, 4)),
        ("vrijdag deze week", Date(2026, 11, 27), Date(2026, 11, 27)),
        ("next friday", Date(2026, 11, 23), Date(2026, 12, 4)),
        ("next friday", Date(2026, 11, 29), Date(2026, 12, 4)),
        ("eind van de week", Date(2026, 11, 27), Date(2026, 11, 27)),
        ("eind van de week", Date(2026, 11, 28), Date(2026, 12, 4)),
        ("week 50", Date(2026, 12, 11), Date(2026, 12, 11)),
        ("week 50", Date(2026, 12, 12), Date(2027, 12, 17)),
        ("week 1", Date(2026, 12, 31), Date(2027, 1, 8)),
        ("week 53", Date(2025, 6, 1), Date(2027, 1, 1)),
        ("week 53", Date(2027, 1, 1), Date(2027, 1, 1)),
        ("+1d", Date(2026, 12, 31), Date(2027, 1, 1)),
        ("morgen", Date(2028, 2, 28), Date(2028, 2, 29)),
        ("over 1 werkdag", Date(2026, 11, 27), Date(2026, 11, 30)),
        ("over 1 werkdag", Date(2026, 11, 28), Date(2026, 11, 30)),
        ("over 1 werkdag", Date(2026, 11, 29), Date(2026, 11, 30)),
        ("over 10 werkdagen", Date(2026, 11, 26), Date(2026, 12, 10)),
        ("eind Q3", Date(2026, 10, 1), Date(2027, 9, 30)),
        ("eind van het kwartaal", Date(2026, 11, 24), Date(2026, 12, 31)),
        ("begin maart", Date(2026, 3, 2), Date(2027, 3, 1)),
        ("eind van het jaar", Date(9999, 12, 1), Date(9999, 12, 31)),
        ("begin van de maand", Date(2026, 11, 24), Date(2026, 12, 1)),
        ("halverwege de week", Date(2026, 11, 26), Date(2026, 12, 2)),
        ("eerste maandag van de maand", Date(2027, 1, 31), Date(2027, 2, 1)),
        ("laatste vrijdag van de maand", Date(2027, 1, 30), Date(2027, 2, 26)),
        ("laatste werkdag van de maand", Date(2027, 1, 30), Date(2027, 2, 26)),
        ("eerste week van maart", Date(2028, 2, 28), Date(2028, 3, 3)),
        ("komend weekend", Date(2026, 11, 28), Date(2026, 11, 29)),
        ("a week before christmas", Date(2026, 12, 20), Date(2027, 12, 18)),
        ("twee weken na nieuwjaar", Date(2027, 1, 4), Date(2027, 1, 15)),
    ],
)
def test_ends_of_months_weeks_and_years(phrase: str, today: Date, meant: Date) -> None:
    assert parse_due_date(phrase, today=today) == meant


@pytest.mark.parametrize(
    "phrase",
    [
        *["30 feb", "31 april", "31-6", "0-5", "12/15", "2026-13-32", "2026-02-29", "29-2-2027"],
        *["0000-01-01", "vr 12 dec", "friday 15 december 2026", "0e", "32e", "5e maandag"],
        *["week 0", "week 54", "week 99", "week 53 2027", "2027-W53", "fifth friday of march"],
        *["15 march-", "15 maart/", "/15 maart", "15 dec ,", "vrijdag,", ", vrijdag", "vrijdag!"],
        *["15 dec hoi", "vrijdag of maandag", "15-12-", "15-12/2026", "15-12-026", "2026-12"],
        *[
            "15 12",
            "15",
            "2026",
            "dec dec",
            "+",
            "+2",
            "w",
            "-2d",
            "2.5w",
        ],
        *["asap", "zsm", "z.s.m.", "ooit", "later", "soon", "?", "n.t.b.", "over een paar weken"],
        *["een", "over weken", "in friday", "next", "volgende", "eind", "half", "eind van"],
        *["a.m.", "een m", "dec 10 am", "half jaar", "een half jaar", "jan", "3 dagen en 2 weken"],
        *["by march", "tegen maart", "by Q1", "per week 50", "by the weekend", "by first quarter"],
        *["maandag of week 50", "eind of maart", "yesterday week", "a week yesterday"],
        *["vrijdag over 3 dagen", "vrijdag over een maand", "vrijdag 14.12", "vrijdag 25:00"],
        *["9999999d", "99999y", "+99999m", "99999999999999999999999 weken"],
        *[
            "١٥-١٢",
            "１５ dec",
            "+²w",
            "15 dec\N{COMBINING LONG SOLIDUS OVERLAY}",
            "15 de\u200bcember x",
        ],
        "15 december 2026" + " hoi" * 20,
        "0" * 5000,
    ],
)
def test_never_guesses(phrase: str) -> None:
    with pytest.raises(DueDateNotUnderstood) as refused:
        parse_due_date(phrase, today=TUESDAY)
    assert refused.value.text == phrase


@pytest.mark.parametrize("phrase", ["", " ", "\t\n", "\u200b", "\x1b"])
def test_nothing_typed(phrase: str) -> None:
    with pytest.raises(DueDateEmpty):
        parse_due_date(phrase, today=TUESDAY)


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("2026-11-23", Date(2026, 11, 23)),
        ("1-1-2026", Date(2026, 1, 1)),
        ("15 dec 2025", Date(2025, 12, 15)),
        ("15/12/25", Date(2025, 12, 15)),
        ("gisteren", Date(2026, 11, 23)),
        ("the day before yesterday", Date(2026, 11, 22)),
        ("maandag deze week", Date(2026, 11, 23)),
        ("begin deze week", Date(2026, 11, 23)),
        ("begin deze maand", Date(2026, 11, 1)),
        ("eind oktober 2026", Date(2026, 10, 31)),
        ("week 40 2026", Date(2026, 10, 2)),
    ],
)
def test_refuses_the_past_and_says_what_was_understood(phrase: str, due: Date) -> None:
    with pytest.raises(DueDateInPast) as refused:
        parse_due_date(phrase, today=TUESDAY)
    assert (refused.value.due, refused.value.today) == (due, TUESDAY)


def test_needless_space_does_not_make_a_text_too_long() -> None:
    padded = "15 december 2026".replace(" ", " " * LONGEST_DUE_DATE)
    assert parse_due_date(padded, today=TUESDAY) == Date(2026, 12, 15)


def test_remarks_on_the_weekend_and_on_what_is_far_away() -> None:
    assert due_remarks(Date(2026, 11, 27), today=TUESDAY) == ()
    assert due_remarks(Date(2026, 11, 28), today=TUESDAY) == (DueRemark.WEEKEND,)
    assert due_remarks(Date(2026, 11, 29), today=TUESDAY) == (DueRemark.WEEKEND,)
    assert due_remarks(TUESDAY.add(days=FAR_AWAY_AFTER), today=TUESDAY) == ()
    assert due_remarks(TUESDAY.add(days=FAR_AWAY_AFTER + 1), today=TUESDAY) == (DueRemark.FAR_AWAY,)
    both = (DueRemark.WEEKEND, DueRemark.FAR_AWAY)
    assert due_remarks(Date(2027, 2, 27), today=TUESDAY) == both


DATES = st.dates().map(lambda day: Date(day.year, day.month, day.day))
WORDS = sorted(
    {
        *[*WEEKDAYS, *MONTHS, *COUNTS, *UNITS, *SPANS, *PLACES, *WHICH, *DAYS_ON, *ORDINALS],
        *["over", "in", "binnen", "within", "van", "of", "de", "the", "a.s.", "coming", "+", "q"],
    }
)
PHRASES = st.lists(
    st.sampled_from(WORDS) | st.integers(0, 10_000).map(str) | st.sampled_from(["-", "/", "."]),
    max_size=6,
).map(" ".join)


@given(st.text() | st.text(string.digits + "-/. +dwm") | PHRASES, DATES)
@example("99999 d", Date(9999, 12, 31))
@example("eind van de week", Date(9999, 12, 31))
@example("begin deze week", Date(1, 1, 1))
@example("volgende week", Date(9999, 12, 31))
@example("31e", Date(9999, 12, 31))
@example("gisteren", Date(1, 1, 1))
def test_any_text_is_a_date_from_today_on_or_refused(text: str, today: Date) -> None:
    try:
        due = parse_due_date(text, today=today)
    except DueDateRefused:
        return
    assert due >= today


RULES = [rule.phrase for rule in DUE_DATES.rules]


@given(st.data(), DATES)
def test_every_rule_gives_a_date_from_today_on_or_refuses(data: st.DataObject, today: Date) -> None:
    rule = data.draw(st.sampled_from(RULES))
    said = data.draw(
        st.from_regex(pattern_of(rule), fullmatch=True, alphabet=st.characters(max_codepoint=127))
    )
    try:
        due = parse_due_date(said, today=today)
    except DueDateRefused:
        return
    assert due >= today


@given(DATES.filter(lambda day: day.year < 9980), st.integers(0, 3650))
def test_an_iso_date_is_itself_within_ten_years(today: Date, days: int) -> None:
    due = today.add(days=days)
    assert parse_due_date(due.isoformat(), today=today) == due


@given(DATES, DATES)
def test_a_date_beyond_ten_years_is_refused(one: Date, other: Date) -> None:
    today, due = sorted([one, other])
    if due.year > today.year + MOST_YEARS:
        with pytest.raises(DueDateTooFar):
            parse_due_date(due.isoformat(), today=today)


def test_a_slip_in_the_year_is_said() -> None:
    for phrase in ("9999-12-31", "15-12-2072", "2027 jaar"):
        with pytest.raises(DueDateTooFar):
            parse_due_date(phrase, today=TUESDAY)


@given(DATES.filter(lambda day: day.year < 9990), st.integers(0, 366))
def test_a_day_and_month_is_the_coming_one(today: Date, days: int) -> None:
    due = parse_due_date(f"{today.add(days=days):%d-%m}", today=today)
    assert due >= today
    assert (due.day, due.month) == (today.add(days=days).day, today.add(days=days).month)
    assert due <= today.add(years=8)


@given(DATES.filter(lambda day: day.year < 9990), st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_one_of_the_next_seven_days(today: Date, weekday: str) -> None:
    due = parse_due_date(weekday, today=today)
    assert 1 <= (due - today).days <= 7
    assert due.weekday() == WEEKDAYS[weekday]


NEAR = DATES.filter(lambda day: 1900 < day.year < 2200)


@given(NEAR, st.integers(1, 60))
def test_months_later_is_the_same_day_or_a_shorter_months_last(today: Date, months: int) -> None:
    due = parse_due_date(f"over {months} maanden", today=today)
    assert (due.year * 12 + due.month) - (today.year * 12 + today.month) == months
    assert due.day == min(today.day, due.days_in_month)


@given(NEAR)
def test_ends_are_the_last_day_of_their_month(today: Date) -> None:
    for phrase, months in (("eind van de maand", 0), ("end of next month", 1)):
        due = parse_due_date(phrase, today=today)
        assert due.add(days=1).day == 1
        assert (due.year * 12 + due.month) - (today.year * 12 + today.month) == months
    for month in MONTHS_IN_FULL:
        due = parse_due_date(f"eind {month}", today=today)
        assert (due.month, due.add(days=1).day) == (MONTHS_IN_FULL[month], 1)
        assert (due - today).days < 366


@given(NEAR, st.integers(1, 53))
def test_a_week_by_its_number_is_the_first_such_friday_to_come(today: Date, week: int) -> None:
    try:
        due = parse_due_date(f"week {week}", today=today)
    except DueDateNotUnderstood:
        assert week == 53
        return
    assert (due.isocalendar().week, due.isocalendar().weekday) == (week, 5)
    assert (due - today).days < 54 * 7


WITHOUT_NUMBERS = [
    phrase for phrase, _meant in UNDERSTOOD if not any(character.isdigit() for character in phrase)
]


@given(st.sampled_from(WITHOUT_NUMBERS), DATES.filter(lambda day: day.year < 9990))
def test_a_phrase_without_numbers_is_known_on_any_day(phrase: str, today: Date) -> None:
    due = DUE_DATES.meant_by(tidied(phrase), today)
    assert due is not None
    assert abs((due - today).days) < 2 * 366
