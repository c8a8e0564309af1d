"""Ideas that were gathered beforehand, into a meeting: look first, then all of them or none."""

from __future__ import annotations

from pathlib import Path

from socinno_tui.domain.bundle_errors import FileNotReadable
from socinno_tui.domain.idea import IDEA_LIMIT, Idea
from socinno_tui.domain.idea_intake import (
    IdeaPlan,
    TableTooBig,
    TopicUnknown,
    idea_plan,
    with_gathered_ideas,
)
from socinno_tui.domain.topic import Topic
from socinno_tui.intake.ideas_table import MOST_BYTES, read_table
from socinno_tui.service.open_meeting import OpenMeeting, new_id
from socinno_tui.wording import idea_intake as _sentences  # noqa: F401  (they register here)


class IdeaIntake:
    """Takes ideas from a file into one meeting, on one of its topics."""

    def __init__(self, opened: OpenMeeting) -> None:
        self._opened = opened

    def look(self, path: Path, *, column: str = "") -> IdeaPlan:
        """Give what would come in. Raises a TableRefused or FileNotReadable; nothing changes."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise TableTooBig
            data = path.read_bytes()
        except OSError as error:
            raise FileNotReadable(path) from error
        table = read_table(data, column=column, longest=IDEA_LIMIT)
        return idea_plan(table.texts, self._opened.meeting)

    def topic(self, number: int | None) -> Topic:
        """Give the topic with this number, from 1; without one the topic that is on.

        Raises TopicUnknown.
        """
        topics = self._opened.meeting.topics
        if number is None:
            return self._opened.meeting.topic
        if not 1 <= number <= len(topics):
            raise TopicUnknown
        return topics[number - 1]

    def take_in(self, plan: IdeaPlan, topic: Topic) -> None:
        """Put the new ideas in. Raises WrongPhase, ReadOnly, or a StoreRefused."""
        # To the minute, as for every idea: the order of rows tells nothing about people.
        now = self._opened.now().start_of("minute")
        ideas = tuple(Idea(new_id(), 0, topic.id, text, now) for text in plan.new)
        self._opened.commit(with_gathered_ideas(self._opened.meeting, ideas))
