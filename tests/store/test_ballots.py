"""Ballots in the file: a whole one in the place of another, and none longer than its round."""

from dataclasses import replace
from pathlib import Path

import pytest

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import with_dot_round, with_dots_opened, without_dot_round
from socinno_tui.domain.dot_round import NoDotRound
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.store.ballots import BallotRows
from socinno_tui.store.errors import MeetingUnknown
from socinno_tui.store.store import Store
from tests.meetings import a_meeting, idea_id
from tests.store.brought import ROUND
from tests.store.raw import counted

CHOOSING = a_meeting(Phase.SELECTION)


@pytest.fixture
def ballots(store: Store) -> BallotRows:
    store.write(None, with_dot_round(CHOOSING, ROUND))
    return store.phones.ballots


def test_a_ballot_takes_the_place_of_the_one_before(ballots: BallotRows) -> None:
    assert ballots.of(ROUND.id, "a") == Ballot()
    ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2, idea_id(2): 1}))
    ballots.save(ROUND.id, "b", Ballot({idea_id(2): 3}))
    ballots.save(ROUND.id, "a", Ballot({idea_id(3): 1}))
    assert ballots.of(ROUND.id, "a") == Ballot({idea_id(3): 1})
    assert ballots.totals(ROUND.id) == {idea_id(2): 3, idea_id(3): 1}
    assert ballots.turnout(ROUND.id, {idea_id(2), idea_id(3)}) == (2, 4)
    assert ballots.turnout(ROUND.id, {idea_id(2)}) == (1, 3)
    assert ballots.turnout(ROUND.id, ()) == (0, 0)
    ballots.save(ROUND.id, "a", Ballot())
    assert ballots.turnout(ROUND.id, {idea_id(2), idea_id(3)}) == (1, 3)


def test_an_idea_taken_away_and_put_back_has_its_dots(ballots: BallotRows, store: Store) -> None:
    meeting = store.meeting(CHOOSING.id)
    ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    store.write(meeting, deleted := meeting.without_idea(idea_id(1)))
    store.write(deleted, meeting)
    assert ballots.of(ROUND.id, "a") == Ballot({idea_id(1): 2})


def test_no_ballot_outlives_its_round(ballots: BallotRows, store: Store, file: Path) -> None:
    meeting = store.meeting(CHOOSING.id)
    ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    store.write(meeting, without_dot_round(meeting))
    assert counted(file, "ballots") == 0
    with pytest.raises(NoDotRound):
        ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))


def test_dots_are_opened_with_all_that_was_given_until_then(
    ballots: BallotRows, store: Store, other: Store, file: Path
) -> None:
    meeting = store.meeting(CHOOSING.id)
    other.phones.ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    other.phones.ballots.save(ROUND.id, "b", Ballot({idea_id(1): 1, idea_id(5): 1}))
    opened = store.write_counted(meeting, lambda found: with_dots_opened(meeting, found))
    assert store.meeting(CHOOSING.id) == opened
    assert [idea.dots for idea in opened.ideas] == [3, 0, 0, 0, 1, *[0] * 7]
    assert counted(file, "ballots") == 0
    with pytest.raises(NoDotRound):
        other.phones.ballots.save(ROUND.id, "a", Ballot())


def test_dots_that_are_not_opened_stay_given(ballots: BallotRows, store: Store) -> None:
    ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    meeting = store.meeting(CHOOSING.id)

    def refused(_found: object) -> Meeting:
        raise NoDotRound

    with pytest.raises(NoDotRound):
        store.write_counted(meeting, refused)
    with pytest.raises(MeetingUnknown):
        store.write_counted(replace(meeting, id="gone"), lambda _found: meeting)
    assert ballots.totals(ROUND.id) == {idea_id(1): 2}


@pytest.mark.parametrize("round_stays", [True, False])
def test_ballots_stay_with_their_round_and_go_with_it(
    ballots: BallotRows, store: Store, file: Path, round_stays: bool
) -> None:
    ballots.save(ROUND.id, "a", Ballot({idea_id(1): 2}))
    meeting = store.meeting(CHOOSING.id)
    after = replace(meeting if round_stays else without_dot_round(meeting), title="Anders")
    store.put([(meeting, after)])
    assert counted(file, "ballots") == int(round_stays)
