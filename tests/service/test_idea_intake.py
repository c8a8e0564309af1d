import os
from collections.abc import Callable
from pathlib import Path

import pytest

from socinno_tui.domain.bundle_errors import FileNotReadable
from socinno_tui.domain.idea_intake import IdeaPlan, TableTooBig, TopicUnknown, idea_plan
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.service.idea_intake import IdeaIntake
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.errors import MeetingHeld
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, a_prepared_meeting, a_topic, an_idea
from tests.service.standing_clock import StandingClock


def intake_of(store: Store, clock: StandingClock, phase: Phase) -> IdeaIntake:
    meeting = a_meeting(phase) if phase is not Phase.PREPARATION else a_prepared_meeting()
    store.write(None, meeting)
    return IdeaIntake(store, meeting.id, clock.clock)


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.IDEATION, Phase.SELECTION])
def test_ideas_come_in_numbered_on_from_the_last(
    store: Store, clock: StandingClock, tmp_path: Path, phase: Phase
) -> None:
    intake = intake_of(store, clock, phase)
    before = store.meetings()[0]
    file = tmp_path / "ideas.csv"
    file.write_text("idee\nEen bankje in de hal\nEen bankje in  de HAL\nMeer licht\n", "utf-8")
    plan = intake.look(file)
    assert (len(plan.new), len(plan.doubles)) == (2, 1)
    intake.take_in(plan, intake.topic(None))
    after = store.meetings()[0]
    assert [idea.text for idea in after.ideas[len(before.ideas) :]] == [
        "Een bankje in de hal",
        "Meer licht",
    ]
    assert after.last_number == before.last_number + 2
    assert intake.look(file).new == ()


def test_a_meeting_that_is_closing_takes_no_more_ideas(
    store: Store, clock: StandingClock, tmp_path: Path
) -> None:
    intake = intake_of(store, clock, Phase.CLOSING)
    (tmp_path / "ideas.txt").write_text("Een bankje\n", "utf-8")
    with pytest.raises(WrongPhase):
        intake.look(tmp_path / "ideas.txt")
    with pytest.raises(WrongPhase):
        intake.take_in(IdeaPlan(("Een bankje",), ()), intake.topic(None))


def test_a_topic_is_chosen_by_its_number(store: Store, clock: StandingClock) -> None:
    meeting = a_prepared_meeting(a_topic(), a_topic("De hal"))
    store.write(None, meeting)
    intake = IdeaIntake(store, meeting.id, clock.clock)
    assert intake.topic(2).name == "De hal"
    with pytest.raises(TopicUnknown):
        intake.topic(3)


def test_what_cannot_be_read_or_is_huge_is_refused_unread(
    store: Store, clock: StandingClock, tmp_path: Path
) -> None:
    intake = intake_of(store, clock, Phase.PREPARATION)
    with pytest.raises(FileNotReadable):
        intake.look(tmp_path / "none.csv")
    huge = tmp_path / "huge.csv"
    huge.touch()
    os.truncate(huge, 100 * 1024**2)
    with pytest.raises(TableTooBig):
        intake.look(huge)


def test_an_exact_double_is_left_out_whatever_its_capitals() -> None:
    plan = idea_plan(
        ["langer  OPEN", "Nieuw", "nieuw"], a_meeting(ideas=[an_idea(1, "Langer open")])
    )
    assert (plan.new, plan.doubles) == (("Nieuw",), ("langer  OPEN", "nieuw"))


def test_a_look_leaves_a_meeting_under_way_as_it_is(
    store: Store, clock: StandingClock, tmp_path: Path
) -> None:
    # To go on with it, as a window does, would begin a turn, and make it the newer of two files.
    with intake_of(store, clock, Phase.IDEATION) as intake:
        before = store.meetings()
        (tmp_path / "ideas.txt").write_text("Een bankje\n", "utf-8")
        intake.look(tmp_path / "ideas.txt")
    assert store.meetings() == before


def test_a_meeting_that_a_window_has_open_is_left_to_it(
    store: Store, clock: StandingClock, window: Callable[[str], OpenMeeting]
) -> None:
    meeting = a_meeting(Phase.IDEATION)
    store.write(None, meeting)
    opened = window(meeting.id)
    with pytest.raises(MeetingHeld):
        IdeaIntake(store, meeting.id, clock.clock)
    opened.release()
    with IdeaIntake(store, meeting.id, clock.clock):
        assert window(meeting.id).read_only


def test_ideas_that_came_in_make_the_meeting_the_newer_one(
    store: Store, clock: StandingClock
) -> None:
    intake = intake_of(store, clock, Phase.PREPARATION)
    clock.passes(minutes=5)
    intake.take_in(IdeaPlan(("Een bankje",), ()), intake.topic(None))
    assert store.meetings()[0].changed_at == clock.clock.now()


def test_the_column_they_stood_in_is_told(
    store: Store, clock: StandingClock, tmp_path: Path
) -> None:
    (tmp_path / "ideas.csv").write_text("nr;Idee\n1;Een bankje\n", "utf-8")
    assert intake_of(store, clock, Phase.IDEATION).look(tmp_path / "ideas.csv").column == "Idee"


def test_a_pipe_or_a_device_is_not_waited_on(
    store: Store, clock: StandingClock, tmp_path: Path
) -> None:
    intake = intake_of(store, clock, Phase.PREPARATION)
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path):
        with pytest.raises(FileNotReadable):
            intake.look(path)
