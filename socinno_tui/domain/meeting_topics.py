"""The topics of a meeting: how one is added, taken away or changed."""

from __future__ import annotations

from dataclasses import replace

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.topic import MOST_TOPICS, LastTopic, TooManyTopics, Topic, TopicHasIdeas


def topic_added(meeting: Meeting, topic: Topic) -> Meeting:
    """Add a topic. Raises TooManyTopics for a fourth."""
    if len(meeting.topics) >= MOST_TOPICS:
        raise TooManyTopics
    return replace(meeting, topics=(*meeting.topics, topic))


def topic_taken_away(meeting: Meeting, topic_id: str) -> Meeting:
    """Take a topic away. Raises LastTopic, or TopicHasIdeas when it has any."""
    if len(meeting.topics) == 1:
        raise LastTopic
    count = sum(idea.topic_id == topic_id for idea in meeting.ideas)
    if count:
        raise TopicHasIdeas(count)
    left = tuple(topic for topic in meeting.topics if topic.id != topic_id)
    topic_on = "" if meeting.topic_on == topic_id else meeting.topic_on
    begun = meeting.dot_round
    if begun is not None and begun.topic_id == topic_id:
        begun = None
    return replace(meeting, topics=left, topic_on=topic_on, dot_round=begun)


def topic_changed(meeting: Meeting, changed: Topic) -> Meeting:
    """Put a topic in the place of the one with its id."""
    return replace(
        meeting,
        topics=tuple(changed if topic.id == changed.id else topic for topic in meeting.topics),
    )
