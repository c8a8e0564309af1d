"""The time-boxes while the meeting goes on: each change is on disk, and can be taken back."""

from collections.abc import Callable
from contextlib import closing

import pytest

from socinno_tui.domain.agenda import TimeBoxPast
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.outlook import NothingProposed
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.step import NothingToTakeBack
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.running_agenda import RunningAgenda
from socinno_tui.store.store import Store
from tests.meetings import STARTS_AT, a_meeting
from tests.service.standing_clock import StandingClock


@pytest.fixture
def agenda(
    store: Store, clock: StandingClock, window: Callable[[str], OpenMeeting]
) -> RunningAgenda:
    """The agenda ten minutes into a meeting of ninety, in its first time-box."""
    clock.at = STARTS_AT
    meeting = a_meeting()
    store.write(None, meeting)
    opened = window(meeting.id)
    clock.passes(minutes=10)
    return RunningAgenda(opened)


def on_disk(agenda: RunningAgenda, store: Store) -> Meeting:
    with closing(Store.open(store.path)) as other:
        return other.meeting(agenda.meeting.id)


def test_every_change_is_on_disk_and_taken_back_to_where_it_was(
    agenda: RunningAgenda, store: Store, clock: StandingClock
) -> None:
    before = [agenda.meeting.agenda]
    changes: list[Callable[[], object]] = [
        agenda.lengthen,
        lambda: agenda.lengthen(-5, 2),
        lambda: agenda.skip(3),
        agenda.go_on,
        lambda: agenda.go_to(4),
    ]
    for change in changes:
        clock.passes(minutes=1)
        change()
        assert on_disk(agenda, store).agenda == agenda.meeting.agenda != before[-1]
        before.append(agenda.meeting.agenda)
    for earlier in reversed(before[:-1]):
        agenda.take_back()
        assert on_disk(agenda, store).agenda == agenda.meeting.agenda == earlier
    with pytest.raises(NothingToTakeBack):
        agenda.take_back()


def test_a_wrong_skip_taken_back_leaves_no_trace_in_the_clock(
    agenda: RunningAgenda, clock: StandingClock
) -> None:
    agenda.go_on()
    clock.passes(minutes=2)
    agenda.take_back()
    left = agenda.meeting.agenda.left(clock.at, agenda.meeting.breaks)
    assert left is not None
    assert left.total_seconds() == -120


def test_after_a_restart_one_still_goes_back(
    agenda: RunningAgenda,
    store: Store,
    clock: StandingClock,
    window: Callable[[str], OpenMeeting],
) -> None:
    agenda.go_on()
    agenda.opened.release()
    clock.passes(minutes=1)
    again = RunningAgenda(window(agenda.meeting.id))
    with pytest.raises(NothingToTakeBack):
        again.take_back()
    again.go_to(0)
    assert again.meeting.agenda.used(0, clock.at, ()).total_seconds() == 600
    assert on_disk(again, store).agenda == again.meeting.agenda


def test_a_next_phase_leaves_nothing_of_the_agenda_to_take_back(agenda: RunningAgenda) -> None:
    agenda.lengthen()
    LiveMeeting(agenda.opened).move_on()
    with pytest.raises(NothingToTakeBack):
        agenda.take_back()


def test_the_proposal_is_taken_over_and_then_it_ends_in_time(
    agenda: RunningAgenda, clock: StandingClock, store: Store
) -> None:
    with pytest.raises(NothingProposed):
        agenda.take_proposal()
    clock.passes(minutes=20)
    before = agenda.outlook()
    assert before is not None
    assert before.short_minutes == 20
    agenda.take_proposal()
    after = agenda.outlook()
    assert after is not None
    assert (after.short_minutes, after.expected_end) == (0, after.agreed_end)
    assert on_disk(agenda, store).agenda == agenda.meeting.agenda


def test_what_has_been_is_only_gone_back_to(agenda: RunningAgenda) -> None:
    agenda.go_on()
    with pytest.raises(TimeBoxPast):
        agenda.skip(0)
    with pytest.raises(TimeBoxPast):
        agenda.lengthen(5, 0)


def test_once_closed_the_agenda_stays(store: Store, window: Callable[[str], OpenMeeting]) -> None:
    meeting = a_meeting(Phase.FOLLOW_UP)
    store.write(None, meeting)
    with pytest.raises(WrongPhase):
        RunningAgenda(window(meeting.id)).lengthen()
