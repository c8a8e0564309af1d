from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Duration

from socinno_tui.domain.talk import (
    EARLIER_STEP,
    NothingToMend,
    Speaker,
    TalkState,
    TalkTurn,
    ended_at_last_heartbeat,
    last_manager,
    moved_earlier,
    open_turn,
    proposed_limit,
    talk_share,
    talk_state,
    talked,
    talked_by,
    with_floor,
    with_floor_closed,
    with_heartbeat,
)
from tests.meetings import STARTS_AT, a_turn

MANAGER, ROOM = Speaker.MANAGER, Speaker.ROOM

Press = tuple[str, int]
presses = st.lists(
    st.tuples(
        st.sampled_from(["manager", "room", "break", "beat", "earlier"]), st.integers(-30, 600)
    ),
    max_size=20,
)
"""What is pressed, and how many seconds after the press before: the clock may be set back."""


def after(pressed: list[Press]) -> tuple[tuple[TalkTurn, ...], int]:
    turns: tuple[TalkTurn, ...] = ()
    seconds = 0
    for place, (key, later) in enumerate(pressed):
        seconds += later
        now = STARTS_AT.add(seconds=seconds)
        if key in {"manager", "room"}:
            turns = with_floor(turns, Speaker(key), now, str(place))
        elif key == "break":
            turns = with_floor_closed(turns, now)
        elif key == "beat":
            turns = with_heartbeat(turns, now)
        else:
            turns = mended(turns)
    return turns, seconds


def mended(turns: tuple[TalkTurn, ...]) -> tuple[TalkTurn, ...]:
    try:
        return moved_earlier(turns)
    except NothingToMend:
        return turns


@given(presses)
def test_turns_never_overlap_and_only_the_last_can_be_open(pressed: list[Press]) -> None:
    turns, _seconds = after(pressed)
    for before, following in pairwise(turns):
        assert before.ended_at is not None
        assert before.started_at <= before.ended_at <= following.started_at
    assert all(turn.heard_at >= turn.started_at for turn in turns)


@given(presses, st.integers(0, 600))
def test_a_share_lies_between_nothing_and_all(pressed: list[Press], later: int) -> None:
    turns, seconds = after(pressed)
    share = talk_share(turns, STARTS_AT.add(seconds=seconds + later))
    assert share is None or 0 <= share <= 1


@given(presses, st.integers(0, 600))
def test_mending_keeps_the_time_talked(pressed: list[Press], later: int) -> None:
    turns, seconds = after(pressed)
    # The last turn may begin a little after `now` when the clock was set back.
    now = STARTS_AT.add(seconds=max(0, seconds) + later + 600)
    assert talked(mended(turns), now) == talked(turns, now)
    for before, following in pairwise(mended(turns)):
        assert before.ended_at is not None
        assert before.ended_at <= following.started_at


def test_pressing_again_changes_nothing() -> None:
    turns = with_floor((), MANAGER, STARTS_AT, "1")
    assert with_floor(turns, MANAGER, STARTS_AT.add(seconds=40), "2") == turns


def test_the_floor_passes_without_a_gap() -> None:
    turns = with_floor((a_turn(ROOM, 0),), MANAGER, STARTS_AT.add(seconds=40), "2")
    assert turns == (
        TalkTurn(turns[0].id, ROOM, STARTS_AT, turns[1].started_at, turns[1].started_at),
        TalkTurn("2", MANAGER, STARTS_AT.add(seconds=40), STARTS_AT.add(seconds=40)),
    )
    assert open_turn(turns) == turns[1]


def test_each_speaker_has_their_own_time() -> None:
    turns = (a_turn(ROOM, 0, 60), a_turn(MANAGER, 60, 80), a_turn(ROOM, 100))
    now = STARTS_AT.add(seconds=120)
    assert talked(turns, now).total_seconds() == 100
    assert talked(turns, now, MANAGER).total_seconds() == 20
    assert talk_share(turns, now) == 0.2


def test_before_any_talk_there_is_no_share() -> None:
    assert talk_share((), STARTS_AT) is None
    assert talk_share((a_turn(ROOM, 0),), STARTS_AT) is None


def test_a_turn_from_the_future_lasts_no_time() -> None:
    assert a_turn(ROOM, 10).length(STARTS_AT).total_seconds() == 0


@pytest.mark.parametrize(
    ("seconds", "state"),
    [
        (0, TalkState.WITHIN),
        (269, TalkState.WITHIN),
        (270, TalkState.NEAR),
        (359, TalkState.NEAR),
        (360, TalkState.OVER),
        (9999, TalkState.OVER),
    ],
)
def test_three_states_against_six_minutes(seconds: int, state: TalkState) -> None:
    assert talk_state(Duration(seconds=seconds), Duration(minutes=6)) is state


def test_against_no_time_at_all_any_talk_is_over() -> None:
    assert talk_state(Duration(), Duration()) is TalkState.OVER


def test_a_crash_ends_the_turn_at_its_last_heartbeat() -> None:
    turns = with_heartbeat((a_turn(MANAGER, 0),), STARTS_AT.add(seconds=55))
    (ended,) = ended_at_last_heartbeat(turns)
    assert ended.ended_at == STARTS_AT.add(seconds=55)
    assert ended_at_last_heartbeat((ended,)) == (ended,)


def test_a_heartbeat_from_a_clock_set_back_takes_nothing_away() -> None:
    turns = with_heartbeat((a_turn(MANAGER, 0),), STARTS_AT.add(seconds=55))
    assert with_heartbeat(turns, STARTS_AT.add(seconds=5)) == turns


def test_where_nobody_speaks_nothing_beats_and_nothing_closes() -> None:
    turns = (a_turn(ROOM, 0, 60),)
    assert with_heartbeat(turns, STARTS_AT.add(seconds=70)) == turns
    assert with_floor_closed(turns, STARTS_AT.add(seconds=70)) == turns
    assert open_turn(turns) is None


def test_a_clock_set_back_shortens_no_turn_and_lets_none_overlap() -> None:
    before = (a_turn(ROOM, 0, 60), a_turn(MANAGER, 60))
    turns = with_floor(before, ROOM, STARTS_AT.subtract(seconds=30), "3")
    assert turns[1].ended_at == STARTS_AT.add(seconds=60)
    assert turns[2].started_at == STARTS_AT.add(seconds=60)
    assert ended_at_last_heartbeat(turns)[2].ended_at == STARTS_AT.add(seconds=60)


def test_a_change_moves_five_seconds_at_a_time_until_the_turn_before_is_gone() -> None:
    turns: tuple[TalkTurn, ...] = (a_turn(ROOM, 0, 12), a_turn(MANAGER, 12))
    for left in (7, 2, 0):
        turns = moved_earlier(turns)
        assert turns[0].ended_at == turns[1].started_at == STARTS_AT.add(seconds=left)
    with pytest.raises(NothingToMend):
        moved_earlier(turns)


@pytest.mark.parametrize("turns", [(), (a_turn(ROOM, 0),), (a_turn(ROOM, 0, 60), a_turn(ROOM, 90))])
def test_where_no_turn_stands_directly_before_nothing_is_mended(
    turns: tuple[TalkTurn, ...],
) -> None:
    with pytest.raises(NothingToMend):
        moved_earlier(turns, EARLIER_STEP)


@given(st.integers(1, 2000), st.integers(0, 300))
def test_the_proposal_stays_within_its_bounds(planned: int, coming: int) -> None:
    limit = proposed_limit(planned, coming)
    assert limit >= 1
    assert limit * 20 >= planned
    assert limit * 4 <= planned or limit == 1


@given(st.integers(1, 2000), st.integers(1, 200), st.integers(0, 300), st.integers(1, 50))
def test_more_time_never_proposes_less_and_more_people_never_more(
    planned: int, longer: int, coming: int, more: int
) -> None:
    assert proposed_limit(planned + longer, coming) >= proposed_limit(planned, coming)
    assert proposed_limit(planned, coming + more) <= proposed_limit(planned, coming)


@pytest.mark.parametrize(
    ("planned", "coming", "minutes"),
    [(60, 0, 15), (60, 5, 15), (60, 8, 10), (60, 14, 6), (60, 29, 3), (60, 200, 3), (240, 11, 30)],
)
def test_the_proposal_is_one_and_a_half_times_the_fair_share(
    planned: int, coming: int, minutes: int
) -> None:
    assert proposed_limit(planned, coming) == minutes


# Several managers with a meter each

whos = st.sampled_from(("a", "b", "c", None))


@given(st.lists(st.tuples(whos, st.integers(-5, 200)), max_size=20))
def test_between_managers_no_time_is_lost_and_no_turns_overlap(
    passed: list[tuple[str | None, int]],
) -> None:
    turns: tuple[TalkTurn, ...] = ()
    now = STARTS_AT
    for place, (who, later) in enumerate(passed):
        now = now.add(seconds=later)
        turns = with_floor(turns, MANAGER if who else ROOM, now, str(place), who)
        assert (turns[-1].who, turns[-1].ended_at) == (who, None)
    assert all(one.ended_at == two.started_at for one, two in pairwise(turns))
    each = sum(talked_by(turns, now, who).total_seconds() for who in ("a", "b", "c"))
    assert each == talked(turns, now, MANAGER).total_seconds()


def test_a_turn_begun_for_the_wrong_manager_goes_whole_to_the_right_one() -> None:
    turns = with_floor((), MANAGER, STARTS_AT, "1", "a")
    turns = with_floor(turns, MANAGER, STARTS_AT.add(seconds=60), "2", "b")
    turns = with_floor(turns, MANAGER, STARTS_AT.add(seconds=62), "3", "c")
    assert [(turn.id, turn.who) for turn in turns] == [("1", "a"), ("2", "c")]
    back = with_floor(turns, MANAGER, STARTS_AT.add(seconds=62), "4", "a")
    assert [(turn.id, turn.ended_at) for turn in back] == [("1", None)]
    later = with_floor(turns, MANAGER, STARTS_AT.add(seconds=63), "5", "b")
    assert [turn.who for turn in later] == ["a", "c", "b"]


def test_who_spoke_last_is_found_among_those_who_are_still_there() -> None:
    turns = with_floor((), MANAGER, STARTS_AT, "1", "a")
    turns = with_floor(turns, MANAGER, STARTS_AT.add(seconds=9), "2", "gone")
    assert last_manager(turns, ["b", "a"]) == "a"
    assert last_manager(turns, ["b"]) is None
