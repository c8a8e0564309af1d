from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from socinno_tui.domain.action import ActionState, UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, talk_share, talked
from socinno_tui.service.results import Results
from socinno_tui.store.store import Store
from tests.agreements import Agreed, a_closed_meeting, a_line
from tests.meetings import a_turn
from tests.service.standing_clock import StandingClock
from tests.strategies import meetings as any_meetings


def test_each_closed_meeting_in_numbers_in_the_order_of_closing(
    store: Store, clock: StandingClock
) -> None:
    done = (a_line(UpdateKind.DONE, days_ago=10),)
    late = (a_line(UpdateKind.DONE, days_ago=1, name="late"),)
    balie = a_closed_meeting(
        "balie", [Agreed(-4), Agreed(-4, updates=done), Agreed(-4, updates=late)]
    )
    turns = (a_turn(Speaker.MANAGER, 0, 60), a_turn(Speaker.ROOM, 60, 240))
    store.write(None, replace(balie, turns=turns))
    store.write(None, a_closed_meeting("post", [Agreed(9)], title="", days_ago=60))
    post, found = Results(store, clock.clock).all()
    assert post.title.startswith("Hoe halveren we")
    assert (post.talk_share, post.selected, post.done) == (None, 1, 0)
    assert (found.ideas, found.selected, found.done, found.done_in_time) == (3, 3, 2, 1)
    assert (found.overdue, found.talk_share) == (1, 0.25)


@given(any_meetings())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_file_counts_as_the_meeting_itself_does(
    tmp_path_factory: pytest.TempPathFactory, meeting: Meeting
) -> None:
    store = Store.open(tmp_path_factory.mktemp("results") / "one.db")
    store.write(None, meeting)
    found = Results(store, StandingClock().clock).all()
    store.close()
    if meeting.phase is not Phase.FOLLOW_UP:
        assert found == ()
        return
    (one,) = found
    assert (one.ideas, one.selected) == (len(meeting.ideas), len(meeting.selected))
    assert one.done == sum(action.state is ActionState.DONE for action in meeting.actions)
    ended = tuple(replace(turn, ended_at=turn.ended_at or turn.heard_at) for turn in meeting.turns)
    # The file counts in milliseconds: of a shorter talk no share is told.
    if talked(ended, meeting.created_at).total_seconds() >= 1:
        assert one.talk_share == pytest.approx(talk_share(ended, meeting.created_at), abs=0.01)
