"""Dots in the feed: hidden while they are counted, and an order by them."""

from dataclasses import replace

import pytest

from socinno_tui.domain.dot_counting import with_counted, with_dot_round
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.widgets.idea_feed_layout import Arrangement, FeedLayout, arranged
from tests.meetings import a_meeting, a_topic, an_idea, idea_id

IDEAS = (
    an_idea(1, dots=2),
    an_idea(2, dots=7),
    an_idea(3, dots=3, merged_into=2),
    an_idea(4, verdict=VerdictKind.LATER, dots=9),
)


def choosing() -> Meeting:
    return a_meeting(Phase.SELECTION, ideas=IDEAS)


def counting() -> Meeting:
    meeting = with_dot_round(choosing(), DotRound("round", a_topic().id, 12, 3))
    return with_counted(meeting, idea_id(2), 5)


def laid_out(meeting: Meeting, width: int = 80) -> FeedLayout:
    rows = FeedLayout()
    rows.fill(meeting, width)
    return rows


def shown(rows: FeedLayout) -> list[str]:
    return [rows.dots(cluster) for cluster in rows.clusters]


@pytest.mark.parametrize(("width", "sign"), [(40, "✓"), (80, "✓"), (120, "✓ counted")])
def test_while_dots_are_counted_only_that_an_idea_is_counted_shows(width: int, sign: str) -> None:
    assert shown(laid_out(counting(), width)) == ["", sign, ""]
    assert shown(laid_out(choosing())) == ["●●", "10 ●", "9 ●"]


def test_what_is_merged_shows_no_dots_of_its_own_either() -> None:
    rows = laid_out(counting())
    rows.open(idea_id(2))
    assert {line.dots for line in rows.beneath(idea_id(2))} == {0}
    rows = laid_out(choosing())
    rows.open(idea_id(2))
    assert {line.dots for line in rows.beneath(idea_id(2))} == {3, 0}


def test_on_another_topic_dots_stay_as_they_are() -> None:
    other = a_topic("De app")
    elsewhere = replace(
        counting(),
        topics=(a_topic(), other),
        topic_on=other.id,
        ideas=(*IDEAS, an_idea(5, dots=4, topic=other)),
    )
    assert shown(laid_out(elsewhere)) == ["●●●●"]


def test_a_count_lays_the_feed_out_again() -> None:
    rows = laid_out(counting())
    assert not rows.append(counting(), with_counted(counting(), idea_id(1), 1))


def test_the_order_by_dots_counts_what_is_merged_and_tells_nothing_during_a_round() -> None:
    numbers = [one.lead.number for one in arranged(choosing(), Arrangement.BY_DOTS)]
    assert numbers == [2, 4, 1]
    numbers = [one.lead.number for one in arranged(counting(), Arrangement.BY_DOTS)]
    assert numbers == [1, 2, 4]


def test_without_an_answer_are_those_of_all_topics_without_a_verdict() -> None:
    other = a_topic("De app")
    meeting = replace(
        choosing(), topics=(a_topic(), other), ideas=(*IDEAS, an_idea(5, dots=4, topic=other))
    )
    numbers = [one.lead.number for one in arranged(meeting, Arrangement.UNANSWERED)]
    assert numbers == [2, 5, 1]
