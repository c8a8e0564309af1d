import pytest
from pendulum import Date, Time

from socinno_tui.domain.clock_time import (
    MOST_MINUTES,
    ClockTimeNotUnderstood,
    NotAWholeNumber,
    instant_of,
    parse_clock_time,
    parse_whole_number,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", Time(9, 30)),
        ("09:30", Time(9, 30)),
        ("13.00", Time(13)),
        ("930", Time(9, 30)),
        ("0930", Time(9, 30)),
        ("1330", Time(13, 30)),
        ("9", Time(9)),
        ("14", Time(14)),
        ("0:00", Time(0)),
        ("23:59", Time(23, 59)),
        (" 9:30 uur ", Time(9, 30)),
        ("9 uur", Time(9)),
        ("9u", Time(9)),
        ("9u30", Time(9, 30)),
        ("9h30", Time(9, 30)),
        ("9 : 30", Time(9, 30)),
        ("9 am", Time(9)),
        ("12 am", Time(0)),
        ("12:15 p.m.", Time(12, 15)),
        ("1:30 PM", Time(13, 30)),
        ("130pm", Time(13, 30)),
        ("10 o'clock", Time(10)),
    ],
)
def test_a_time_of_day_as_people_type_it(typed: str, meant: Time) -> None:
    assert parse_clock_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "24:00",
        "9:60",
        "25",
        "9:3",
        "960",
        "12345",
        "ochtend",
        "-9",
        "13 pm",
        "0 am",
        "9:30:00",
        "²",
    ],
)
def test_what_is_on_no_clock_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(ClockTimeNotUnderstood) as refused:
        parse_clock_time(typed)
    assert refused.value.text == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("90", 90),
        (" 90 ", 90),
        ("90 min", 90),
        ("90 minuten", 90),
        ("45'", 45),
        ("1", 1),
        ("1440", 1440),
    ],
)
def test_a_whole_number_with_or_without_its_unit(typed: str, meant: int) -> None:
    assert parse_whole_number(typed) == meant


@pytest.mark.parametrize("typed", ["", "0", "-5", "1,5", "anderhalf", "1441", "1e3", "9999999"])
def test_what_is_no_whole_number_is_refused_with_the_most_there_may_be(typed: str) -> None:
    with pytest.raises(NotAWholeNumber) as refused:
        parse_whole_number(typed)
    assert (refused.value.text, refused.value.most) == (typed, MOST_MINUTES)


def test_the_most_can_be_less() -> None:
    assert parse_whole_number("20", most=20) == 20
    with pytest.raises(NotAWholeNumber):
        parse_whole_number("21", most=20)


def test_a_day_and_a_time_in_a_zone_are_one_instant() -> None:
    winter = instant_of(Date(2026, 12, 15), Time(9, 30), "Europe/Amsterdam")
    assert winter.isoformat() == "2026-12-15T08:30:00+00:00"
    summer = instant_of(Date(2026, 6, 15), Time(9, 30), "Europe/Amsterdam")
    assert summer.isoformat() == "2026-06-15T07:30:00+00:00"


def test_a_time_that_the_clocks_skip_or_show_twice_is_still_an_instant() -> None:
    skipped = instant_of(Date(2026, 3, 29), Time(2, 30), "Europe/Amsterdam")
    assert skipped.in_timezone("Europe/Amsterdam").format("HH:mm") == "03:30"
    twice = instant_of(Date(2026, 10, 25), Time(2, 30), "Europe/Amsterdam")
    assert twice.isoformat() == "2026-10-25T01:30:00+00:00"
