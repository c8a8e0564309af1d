"""What is left for the rest of the meeting, and how it ends in time."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import DateTime

from socinno_tui.domain.agenda import Agenda, TimeBox, with_break, with_break_ended
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.outlook import (
    LEAST_FOR_CLOSING,
    LEAST_MINUTES,
    Outlook,
    agreed_end,
    least_minutes,
    minutes_for,
    outlook,
    with_proposal,
)
from socinno_tui.domain.phase import Phase
from tests.meetings import STARTS_AT, a_meeting

lengths = st.lists(st.integers(1, 240), max_size=9)
phases = st.sampled_from((Phase.IDEATION, Phase.SELECTION, Phase.CLOSING))


def boxes(*minutes: int, closing: int = 0) -> tuple[TimeBox, ...]:
    """Give time-boxes of these lengths; the last `closing` of them belong to the closing."""
    first = len(minutes) - closing
    return tuple(
        TimeBox(str(place), f"Deel {place}", count, Phase.CLOSING if place >= first else SELECTION)
        for place, count in enumerate(minutes)
    )


SELECTION = Phase.SELECTION


def at_work(found: Sequence[TimeBox], *, planned: int, position: int = 0) -> Meeting:
    """Give a meeting with these time-boxes, the first on since the start."""
    return replace(
        a_meeting(),
        planned_minutes=planned,
        agenda=Agenda(tuple(found), position, STARTS_AT),
    )


def at(minutes: float) -> DateTime:
    return STARTS_AT.add(seconds=int(minutes * 60))


def seen(meeting: Meeting, minutes: float) -> Outlook:
    found = outlook(meeting, at(minutes))
    assert found is not None
    return found


def changes(found: Outlook) -> list[tuple[int, int, bool]]:
    assert found.proposal is not None
    return [
        (change.box.minutes, change.minutes, change.skipped) for change in found.proposal.changes
    ]


# The end agreed


def test_people_may_leave_at_the_end_they_were_invited_for_however_late_the_start_was() -> None:
    late = replace(a_meeting(), started_at=STARTS_AT.add(minutes=10))
    assert agreed_end(late) == STARTS_AT.add(minutes=90)


@pytest.mark.parametrize("starts_at", [None, STARTS_AT.subtract(days=2), STARTS_AT.add(hours=3)])
def test_a_meeting_that_was_moved_lasts_as_long_from_when_it_began(
    starts_at: DateTime | None,
) -> None:
    moved = replace(a_meeting(), starts_at=starts_at)
    assert agreed_end(moved) == STARTS_AT.add(minutes=90)


def test_a_time_box_that_is_made_longer_does_not_move_the_end_agreed() -> None:
    meeting = a_meeting()
    longer = replace(meeting, agenda=meeting.agenda.lengthened(15))
    assert agreed_end(longer) == agreed_end(meeting)
    assert seen(longer, 0).short_minutes == 15


def test_before_the_start_and_after_the_last_time_box_there_is_no_outlook() -> None:
    assert agreed_end(a_meeting(Phase.PREPARATION)) is None
    assert outlook(a_meeting(Phase.PREPARATION), STARTS_AT) is None
    assert outlook(at_work(boxes(10), planned=10, position=1), STARTS_AT) is None


# In time, ahead, behind


def test_on_time_there_is_nothing_to_say() -> None:
    meeting = at_work(boxes(10, 20, 30), planned=60)
    assert (seen(meeting, 5).short_minutes, seen(meeting, 5).proposal) == (0, None)
    assert seen(meeting, 11).short_minutes == 0


def test_who_goes_on_early_has_room() -> None:
    meeting = at_work(boxes(10, 20, 30), planned=60)
    ahead = replace(meeting, agenda=meeting.agenda.at_next(at(3)))
    found = seen(ahead, 4)
    assert (found.room_minutes, found.expected_end) == (7, at(53))
    assert found.proposal is None


def test_what_is_short_is_shared_in_proportion() -> None:
    meeting = at_work(boxes(10, 30, 20), planned=60)
    found = seen(meeting, 22)
    assert (found.minutes_left, found.minutes_planned, found.short_minutes) == (38, 50, 12)
    assert changes(found) == [(30, 23, False), (20, 15, False)]


def test_the_closing_gives_way_last() -> None:
    meeting = at_work(boxes(10, 15, 20, closing=1), planned=45)
    assert changes(seen(meeting, 18)) == [(15, 7, False)]
    assert changes(seen(meeting, 23)) == [(15, 5, False), (20, 17, False)]


def test_when_shortening_is_not_enough_it_says_what_to_skip() -> None:
    meeting = at_work(boxes(10, 15, 8, 20, closing=1), planned=53)
    found = seen(meeting, 37)
    assert changes(found) == [(15, 5, False), (8, 8, True), (20, 11, False)]
    assert found.proposal is not None
    assert (found.proposal.ends_at, found.proposal.late_minutes) == (at(53), 0)


def test_no_phase_loses_its_last_time_box_so_it_ends_later() -> None:
    collecting = TimeBox("on", "Verzamelen", 10, Phase.IDEATION)
    meeting = at_work((collecting, *boxes(15, 20, closing=1)), planned=45)
    found = seen(meeting, 35)
    assert changes(found) == [(15, LEAST_MINUTES, False), (20, LEAST_FOR_CLOSING, False)]
    assert found.proposal is not None
    assert (found.proposal.ends_at, found.proposal.late_minutes) == (at(50), 5)


def test_in_the_last_time_box_nothing_is_left_to_shorten() -> None:
    found = seen(at_work(boxes(30), planned=20), 5)
    assert (found.short_minutes, found.proposal) == (10, None)
    assert found.expected_end == at(30)


def test_a_break_moves_the_expected_end_and_not_the_one_agreed() -> None:
    meeting = at_work(boxes(10, 20, 30), planned=60)
    resting = replace(meeting, breaks=with_break((), at(5), "rest"))
    rested = replace(resting, breaks=with_break_ended(resting.breaks, at(12)))
    for found in (seen(resting, 12), seen(rested, 12), seen(rested, 15)):
        assert (found.expected_end, found.agreed_end) == (at(67), at(60))


# Properties


@given(lengths, st.integers(0, 9), st.integers(-60, 2000))
def test_minutes_add_up_never_below_the_least_and_keep_their_order(
    minutes: list[int], closing: int, total: int
) -> None:
    found = boxes(*minutes, closing=min(closing, len(minutes)))
    shared = minutes_for(found, total)
    least = sum(least_minutes(box) for box in found)
    assert sum(shared) == min(sum(minutes), max(total, least))
    for box, given_now in zip(found, shared, strict=True):
        assert 1 <= least_minutes(box) <= given_now <= box.minutes
    for kind in (True, False):
        same = [
            (box.minutes, count)
            for box, count in zip(found, shared, strict=True)
            if (box.phase is Phase.CLOSING) is kind
        ]
        assert all(mine >= yours for a, mine in same for b, yours in same if a > b)


@given(
    st.lists(st.tuples(st.integers(1, 90), phases), min_size=1, max_size=7),
    st.integers(1, 300),
    st.floats(0, 240),
    st.integers(0, 6),
)
def test_an_accepted_proposal_ends_at_the_end_agreed_when_possible(
    found: list[tuple[int, Phase]], planned: int, minutes: float, position: int
) -> None:
    plan = tuple(
        TimeBox(str(place), f"Deel {place}", count, phase)
        for place, (count, phase) in enumerate(found)
    )
    meeting = at_work(plan, planned=planned, position=min(position, len(plan) - 1))
    before = seen(meeting, minutes)
    if before.proposal is None:
        return
    agenda = with_proposal(meeting.agenda, before.proposal)
    after = seen(replace(meeting, agenda=agenda), minutes)
    assert [box.id for box in agenda.boxes] == [box.id for box in plan]
    assert after.expected_end == before.proposal.ends_at < before.expected_end
    if before.proposal.late_minutes == 0:
        assert 0 <= (after.agreed_end - after.expected_end).total_seconds() < 60
        assert (after.short_minutes, after.proposal) == (0, None)
    else:
        assert after.expected_end > after.agreed_end
        assert after.proposal is None
    for change in before.proposal.changes:
        assert change.minutes >= least_minutes(change.box)
        assert not (change.skipped and change.box.phase is Phase.CLOSING)
