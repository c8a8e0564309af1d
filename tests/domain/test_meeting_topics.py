from dataclasses import replace

import pytest

from socinno_tui.domain.meeting_topics import topic_added, topic_changed, topic_taken_away
from socinno_tui.domain.topic import LastTopic, TooManyTopics, TopicHasIdeas
from tests.meetings import a_meeting, a_prepared_meeting, a_topic

PARKING = a_topic("De parkeerplaats", "Hoe houden we de parkeerplaats vrij voor bezoekers?")
LEISURE = a_topic("De kantine", "Hoe maken we van de kantine een plek om bij te praten?")


def test_a_fourth_topic_is_refused() -> None:
    meeting = topic_added(topic_added(a_prepared_meeting(), PARKING), LEISURE)
    with pytest.raises(TooManyTopics) as refused:
        topic_added(meeting, a_topic("De post"))
    assert refused.value.most == 3


def test_a_topic_thrown_away_is_not_on_any_more() -> None:
    meeting = replace(topic_added(a_prepared_meeting(), PARKING), topic_on=PARKING.id)
    left = topic_taken_away(meeting, PARKING.id)
    assert (left.topics, left.topic_on, left.topic) == ((a_topic(),), "", a_topic())


def test_the_last_topic_stays() -> None:
    with pytest.raises(LastTopic):
        topic_taken_away(a_prepared_meeting(), a_topic().id)


def test_a_topic_with_ideas_stays() -> None:
    meeting = topic_added(a_meeting(), PARKING)
    with pytest.raises(TopicHasIdeas) as refused:
        topic_taken_away(meeting, a_topic().id)
    assert refused.value.count == 12


def test_a_topic_is_changed_in_its_place() -> None:
    meeting = a_prepared_meeting(a_topic(), PARKING)
    named = replace(a_topic(), name="Loket")
    assert topic_changed(meeting, named).topics == (named, PARKING)
