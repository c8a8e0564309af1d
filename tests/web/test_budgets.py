"""Buckets of tokens and growing delays, without a server."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.web import budgets
from socinno_tui.web.budgets import Buckets, Lateness, Spending
from socinno_tui.web.limits import Budget, Limits, Rate, all_from_one_address
from socinno_tui.web.refusals import TooMany
from tests.web.entrance import HandClock


def test_a_bucket_is_full_at_first_and_filled_again_in_time() -> None:
    now = HandClock()
    bucket = Buckets(Rate(2, 0.5), now)
    assert [bucket.take("a") for _time in range(3)] == [0, 0, 2]
    assert bucket.take("b") == 0
    now.at += 1
    assert bucket.take("a") == 1
    now.at += 1
    assert bucket.take("a") == 0
    now.at += 1000
    assert [bucket.take("a") for _time in range(3)] == [0, 0, 2]


@given(st.lists(st.floats(0, 30), max_size=60), st.floats(1, 20), st.floats(0.01, 20))
def test_no_more_is_given_than_the_rate_says(
    pauses: list[float], at_once: float, a_second: float
) -> None:
    now = HandClock()
    bucket = Buckets(Rate(at_once, a_second), now)
    given = 0
    for pause in pauses:
        now.at += pause
        given += bucket.take("a") == 0
        assert given <= at_once + (now.at - 1000) * a_second + 1e-6


@given(st.floats(0.05, 20))
def test_who_waits_as_long_as_told_is_let_through(a_second: float) -> None:
    now = HandClock()
    bucket = Buckets(Rate(1, a_second), now)
    bucket.take("a")
    for _time in range(5):
        now.at += bucket.take("a")
        assert bucket.take("a") == 0


def test_what_is_full_again_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "MOST_REMEMBERED", 10)
    now = HandClock()
    bucket = Buckets(Rate(1, 1), now)
    for number in range(10):
        bucket.take(str(number))
    now.at += 2
    bucket.take("new")
    assert list(bucket._left) == ["new"]
    for number in range(100):
        bucket.take(str(number))
        assert len(bucket._left) <= 11
    assert bucket.wait("99")


def test_what_one_may_not_spend_costs_nobody_anything() -> None:
    spending = Spending(Budget(Rate(1, 1), Rate(2, 1), Rate(3, 1)), HandClock())
    spending.spend("phone", "address")
    for _time in range(5):
        with pytest.raises(TooMany):
            spending.spend("phone", "address")
    spending.spend("other", "address")
    with pytest.raises(TooMany):
        spending.spend("third", "address")
    spending.spend("third", "elsewhere")
    with pytest.raises(TooMany):
        spending.spend(None, "anywhere")


def test_a_delay_doubles_up_to_the_longest_and_is_forgotten_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = HandClock()
    lateness = Lateness(replace(Limits(), first_delay=1, longest_delay=5), now)
    assert [lateness.grown("a") for _time in range(5)] == [1, 2, 4, 5, 5]
    assert lateness.grown("b") == 1
    now.at += 61
    assert lateness.grown("a") == 1
    monkeypatch.setattr(budgets, "MOST_REMEMBERED", 10)
    for number in range(100):
        lateness.grown(str(number))
        assert len(lateness._before) <= 11


def test_where_all_have_one_address_it_may_what_all_may() -> None:
    shared = all_from_one_address(Limits())
    assert shared.ideas.address == shared.ideas.everyone
    assert shared.ideas.phone == Limits().ideas.phone
    assert shared.connections_each_address == shared.connections
