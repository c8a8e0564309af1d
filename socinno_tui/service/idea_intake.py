"""Ideas that were gathered beforehand, into a meeting: look first, then all of them or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import TracebackType

from socinno_tui.domain.idea import IDEA_LIMIT, Idea
from socinno_tui.domain.idea_intake import (
    IdeaPlan,
    TableTooBig,
    TopicUnknown,
    check_takes_gathered,
    idea_plan,
    with_gathered_ideas,
)
from socinno_tui.domain.topic import Topic
from socinno_tui.intake.ideas_table import MOST_BYTES, read_table
from socinno_tui.service.clock import Clock
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.read_file import bytes_of, size_of
from socinno_tui.store.store import Store
from socinno_tui.wording import idea_intake as _sentences  # noqa: F401  (they register here)


class IdeaIntake:
    """Takes ideas from a file into one meeting, on one of its topics.

    It holds the meeting until it is released, but does not go on with it as a window does: a look
    changes nothing. Raises MeetingHeld while a window has it open, MeetingUnknown.
    """

    def __init__(self, store: Store, meeting_id: str, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._hold = store.hold(meeting_id)
        try:
            self._meeting = store.meeting(meeting_id)
        except BaseException:
            self._hold.release()
            raise

    def look(self, path: Path, *, column: str = "") -> IdeaPlan:
        """Give what would come in; nothing changes.

        Raises WrongPhase for a meeting that takes none, a TableRefused or FileNotReadable.
        """
        check_takes_gathered(self._meeting)
        if size_of(path) > MOST_BYTES:
            raise TableTooBig
        table = read_table(bytes_of(path, MOST_BYTES), column=column, longest=IDEA_LIMIT)
        return idea_plan(table.texts, self._meeting, column=table.column)

    def topic(self, number: int | None) -> Topic:
        """Give the topic with this number, from 1; without one the topic that is on.

        Raises TopicUnknown.
        """
        topics = self._meeting.topics
        if number is None:
            return self._meeting.topic
        if not 1 <= number <= len(topics):
            raise TopicUnknown
        return topics[number - 1]

    def take_in(self, plan: IdeaPlan, topic: Topic) -> None:
        """Put the new ideas in, in one transaction. Raises WrongPhase, or a StoreRefused."""
        now = self._clock.now()
        # To the minute, as for every idea: the order of rows tells nothing about people.
        offered = now.start_of("minute")
        ideas = tuple(Idea(new_id(), 0, topic.id, text, offered) for text in plan.new)
        after = replace(with_gathered_ideas(self._meeting, ideas), changed_at=now)
        self._store.write(self._meeting, after)
        self._meeting = after

    def release(self) -> None:
        """Let a window hold the meeting."""
        self._hold.release()

    def __enter__(self) -> IdeaIntake:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
