"""Rule, disk, memory, in that order; and one window at a time."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.floor import floor_given
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.step import NothingToTakeBack, StepKind
from socinno_tui.domain.talk import Speaker, open_turn
from socinno_tui.domain.text import TextMissing, TextTooLong
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.meeting_on_screen import ReadOnly
from socinno_tui.service.open_meeting import STEPS_KEPT, OpenMeeting
from socinno_tui.store.errors import DatabaseReadOnly, DiskFull, MeetingHeld, MeetingUnknown
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, an_idea, idea_id
from tests.service.standing_clock import Ear, StandingClock

Window = Callable[[str], OpenMeeting]


@pytest.fixture
def meeting(store: Store, clock: StandingClock) -> Meeting:
    """A meeting in selection, its talk turn heard just now."""
    believable = a_meeting(Phase.SELECTION)
    heard = replace(believable.turns[-1], heard_at=clock.at)
    meeting = replace(believable, turns=(*believable.turns[:-1], heard))
    store.write(None, meeting)
    return meeting


def renamed(meeting: Meeting, title: str = "Anders") -> Meeting:
    return replace(meeting, title=title)


def test_a_change_is_on_disk_before_it_is_told(
    store: Store, meeting: Meeting, clock: StandingClock
) -> None:
    opened = OpenMeeting(store, meeting.id, clock.clock)
    on_disk: list[Meeting] = []
    opened.listen(lambda told: on_disk.append(store.meeting(told.id)))
    changed = renamed(opened.meeting)
    opened.commit(changed)
    assert on_disk == [replace(changed, changed_at=clock.at)]
    assert opened.meeting == on_disk[0]


def test_what_changes_nothing_is_not_told(
    store: Store, meeting: Meeting, clock: StandingClock
) -> None:
    opened = OpenMeeting(store, meeting.id, clock.clock)
    ear = Ear()
    opened.listen(ear)
    opened.commit(replace(opened.meeting))
    opened.commit_step(StepKind.EDITED, replace(opened.meeting))
    assert ear.heard == []
    with pytest.raises(NothingToTakeBack):
        opened.take_back()


def test_a_store_that_refuses_leaves_memory_as_it_was_and_tells_nobody(
    store: Store, meeting: Meeting, clock: StandingClock
) -> None:
    opened = OpenMeeting(store, meeting.id, clock.clock)
    live = LiveMeeting(opened)
    live.give_dots(idea_id(3), 9)
    before = opened.meeting
    ear = Ear()
    opened.listen(ear)
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    with pytest.raises(DiskFull):
        live.offer_ideas("Een lang idee " * 35 for _idea in range(100))
    store._db.execute("PRAGMA query_only = ON")
    for command in (
        lambda: live.offer_idea("Nog een"),
        lambda: live.delete(idea_id(1)),
        lambda: live.give_floor(Speaker.MANAGER),
        live.take_back,
        live.move_on,
        live.select_top,
    ):
        with pytest.raises(DatabaseReadOnly):
            command()
    assert opened.meeting is before
    assert ear.heard == []
    store._db.execute("PRAGMA query_only = OFF")
    assert live.take_back().number == 3
    assert opened.meeting.idea(idea_id(3)).dots == meeting.idea(idea_id(3)).dots


@pytest.mark.parametrize(
    ("text", "error"), [("", TextMissing), ("\u200b \x1b", TextMissing), ("a" * 501, TextTooLong)]
)
def test_a_broken_rule_reaches_neither_disk_nor_listener(
    store: Store,
    meeting: Meeting,
    clock: StandingClock,
    text: str,
    error: type[RuleBroken],
) -> None:
    opened = OpenMeeting(store, meeting.id, clock.clock)
    ear = Ear()
    opened.listen(ear)
    with pytest.raises(error):
        LiveMeeting(opened).offer_ideas(["Wel goed", text])
    assert ear.heard == []
    assert store.meeting(meeting.id) == opened.meeting


def test_steps_back_go_as_far_as_is_kept(
    store: Store, meeting: Meeting, clock: StandingClock
) -> None:
    opened = OpenMeeting(store, meeting.id, clock.clock)
    live = LiveMeeting(opened)
    for dots in range(STEPS_KEPT + 5):
        live.give_dots(idea_id(1), dots + 10)
    for _step in range(STEPS_KEPT):
        live.take_back()
    assert live.meeting.idea(idea_id(1)).dots == 14
    with pytest.raises(NothingToTakeBack):
        live.take_back()


# Two windows


def test_a_second_window_reads_and_does_not_write(window: Window, meeting: Meeting) -> None:
    first, second = window(meeting.id), window(meeting.id)
    assert not first.read_only
    assert second.read_only
    with pytest.raises(ReadOnly):
        second.commit(renamed(second.meeting))
    with pytest.raises(ReadOnly):
        LiveMeeting(second).offer_idea("Uit het tweede venster")
    assert second.meeting == first.meeting


def test_a_second_window_sees_what_the_first_does(window: Window, meeting: Meeting) -> None:
    first, second = window(meeting.id), window(meeting.id)
    ear = Ear()
    second.listen(ear)
    second.look_again()
    assert ear.heard == []
    LiveMeeting(first).offer_idea("Zitjes bij het raam")
    second.look_again()
    second.look_again()
    assert ear.heard == [first.meeting]
    assert second.meeting == first.meeting
    assert second.read_only


def test_what_happens_to_another_meeting_is_not_told(
    window: Window, meeting: Meeting, store: Store, clock: StandingClock
) -> None:
    for opened in (window(meeting.id), window(meeting.id)):
        ear = Ear()
        opened.listen(ear)
        Library(store, clock.clock).begin()
        opened.look_again()
        assert ear.heard == []


def test_a_second_window_takes_over_when_the_first_lets_go(
    window: Window, meeting: Meeting
) -> None:
    first, second = window(meeting.id), window(meeting.id)
    ear = Ear()
    second.listen(ear)
    LiveMeeting(first).offer_idea("Zitjes bij het raam")
    last = first.meeting
    first.release()
    second.look_again()
    assert not second.read_only
    assert ear.heard[-1] is second.meeting
    assert second.meeting.ideas == last.ideas
    LiveMeeting(second).offer_idea("En een plant")
    assert first.read_only
    first.look_again()
    assert first.read_only
    assert first.meeting == second.meeting


def test_a_window_that_takes_over_a_silent_meeting_goes_on_with_it(
    window: Window, meeting: Meeting, clock: StandingClock, store: Store
) -> None:
    first, second = window(meeting.id), window(meeting.id)
    first.release()
    clock.passes(minutes=40)
    second.look_again()
    assert second.meeting.on_break
    assert store.meeting(meeting.id) == second.meeting


def test_a_meeting_that_another_window_deleted_cannot_be_taken_over(
    window: Window, meeting: Meeting, store: Store, clock: StandingClock
) -> None:
    first, second = window(meeting.id), window(meeting.id)
    first.release()
    Library(store, clock.clock).delete(meeting.id)
    with pytest.raises(MeetingUnknown):
        second.look_again()
    assert second.read_only
    store.hold(meeting.id).release()


def test_a_meeting_that_is_held_is_not_deleted(
    window: Window, meeting: Meeting, store: Store, clock: StandingClock
) -> None:
    first = window(meeting.id)
    with pytest.raises(MeetingHeld):
        Library(store, clock.clock).delete(meeting.id)
    assert store.meeting(meeting.id) == first.meeting


def test_what_is_written_to_a_meeting_that_is_gone_is_refused(
    window: Window, meeting: Meeting, store: Store
) -> None:
    first = window(meeting.id)
    store.delete(meeting.id)
    before = first.meeting
    with pytest.raises(MeetingUnknown):
        first.commit(renamed(first.meeting))
    with pytest.raises(MeetingUnknown):
        LiveMeeting(first).offer_idea("Te laat")
    assert first.meeting is before


def test_a_meeting_that_is_not_there_is_not_held(store: Store, clock: StandingClock) -> None:
    with pytest.raises(MeetingUnknown):
        OpenMeeting(store, "weg", clock.clock)
    store.hold("weg").release()


def test_a_meeting_that_cannot_go_on_is_not_held(
    store: Store, meeting: Meeting, clock: StandingClock
) -> None:
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(DatabaseReadOnly):
        OpenMeeting(store, meeting.id, clock.clock)
    store.hold(meeting.id).release()


# Stopped without a word


def test_after_a_short_silence_the_room_has_the_floor(store: Store, clock: StandingClock) -> None:
    stopped = speaking_manager(clock)
    store.write(None, stopped)
    clock.passes(minutes=9)
    opened = OpenMeeting(store, stopped.id, clock.clock)
    *_before, manager, room = opened.meeting.turns
    assert manager.ended_at == manager.heard_at == stopped.turns[-1].heard_at
    assert (room.speaker, room.started_at, room.ended_at) == (Speaker.ROOM, clock.at, None)
    assert not opened.meeting.on_break
    assert store.meeting(stopped.id) == opened.meeting


def test_after_a_long_silence_the_meeting_is_on_a_break_since_then(
    store: Store, clock: StandingClock
) -> None:
    stopped = speaking_manager(clock)
    store.write(None, stopped)
    clock.passes(minutes=11)
    opened = OpenMeeting(store, stopped.id, clock.clock)
    assert open_turn(opened.meeting.turns) is None
    assert opened.meeting.on_break
    assert opened.meeting.breaks[-1].started_at == stopped.turns[-1].heard_at
    assert store.meeting(stopped.id) == opened.meeting


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CLOSING, Phase.FOLLOW_UP])
def test_outside_the_talk_nothing_changes_by_opening(
    store: Store, clock: StandingClock, phase: Phase
) -> None:
    meeting = a_meeting(phase)
    store.write(None, meeting)
    clock.passes(days=3)
    assert OpenMeeting(store, meeting.id, clock.clock).meeting == meeting
    assert store.meeting(meeting.id) == meeting


def speaking_manager(clock: StandingClock) -> Meeting:
    """Give a meeting in which the manager was last heard just now."""
    meeting = a_meeting(Phase.IDEATION, ideas=[an_idea(1)])
    begun = floor_given(meeting, Speaker.MANAGER, clock.at.subtract(seconds=50), "manager speaks")
    heard = replace(begun.turns[-1], heard_at=clock.at)
    return replace(begun, turns=(*begun.turns[:-1], heard))
