"""The steps of the meeting on screen that can be taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phones import TAKEN_BACK
from socinno_tui.domain.step import NothingToTakeBack, Step, StepKind, has_no_turn_left, taken_back
from socinno_tui.service.clock import Clock
from socinno_tui.service.meeting_on_screen import MeetingOnScreen
from socinno_tui.store.store import Store

STEPS_KEPT = 200
"""How many steps can be taken back."""


class OpenMeeting(MeetingOnScreen):
    """The meeting that is on screen, with what was done last: on the ideas, with the floor and to
    the agenda, each of which is taken back for itself.
    """

    def __init__(self, store: Store, meeting_id: str, clock: Clock) -> None:
        super().__init__(store, meeting_id, clock)
        self._steps: deque[Step] = deque(maxlen=STEPS_KEPT)
        self._floor_steps: deque[Step] = deque(maxlen=STEPS_KEPT)
        self._agenda_steps: deque[Step] = deque(maxlen=STEPS_KEPT)

    def commit_step(self, kind: StepKind, meeting: Meeting, number: int = 0) -> None:
        """Write a change that can be taken back. Raises as `commit` does."""
        step = Step(kind, self.meeting, meeting, number)
        self.commit(meeting)
        if step.before != step.after:
            of_kind = {StepKind.FLOOR: self._floor_steps, StepKind.AGENDA: self._agenda_steps}
            of_kind.get(kind, self._steps).append(step)

    def commit_counted(
        self, kind: StepKind, counted: Callable[[Mapping[str, int]], Meeting]
    ) -> None:
        """Write what a round of dots comes to; `counted` makes it of what phones gave, by idea.

        It can be taken back unless phones gave dots: their ballots are gone, and an earlier step
        would put back ideas as they were without those dots. Raises as `commit` does, and what
        `counted` raises.
        """
        self.check_held()
        before, by_phone = self.meeting, dict[str, int]()

        def changed(found: Mapping[str, int]) -> Meeting:
            by_phone.update(found)
            return replace(counted(found), changed_at=self.now())

        after = self._store.write_counted(before, changed)
        self._settle(after)
        if by_phone:
            self._steps.clear()
        else:
            self._steps.append(Step(kind, before, after))
        self._after(before)

    def take_back(self) -> Step:
        """Take the last step on the ideas back, and give it. Raises NothingToTakeBack."""
        return self._take_back(self._steps)

    def take_turn_back(self) -> Step:
        """Take the last talk turn back, and give its step. Raises NothingToTakeBack.

        A turn that was begun for the wrong manager, and went back at once, is no turn any more.
        """
        while self._floor_steps and has_no_turn_left(self._floor_steps[-1], self.meeting):
            self._floor_steps.pop()
        return self._take_back(self._floor_steps)

    def take_agenda_back(self) -> Step:
        """Take the last change of the agenda back, and give its step. Raises NothingToTakeBack.

        Nothing is left of them once the agenda was changed otherwise, as by a next phase.
        """
        if self._agenda_steps and self._agenda_steps[-1].after.agenda != self.meeting.agenda:
            self._agenda_steps.clear()
        return self._take_back(self._agenda_steps)

    @property
    def last_step(self) -> Step | None:
        """The step on the ideas that would be taken back next."""
        return self._steps[-1] if self._steps else None

    def forget_steps(self, kinds: Collection[StepKind] = frozenset(StepKind)) -> None:
        """Let steps of some kinds not be taken back any more; or none at all, when the meeting is
        closed.
        """
        for steps in (self._steps, self._floor_steps, self._agenda_steps):
            kept = [step for step in steps if step.kind not in kinds]
            steps.clear()
            steps.extend(kept)

    def _take_back(self, steps: deque[Step]) -> Step:
        if not steps:
            raise NothingToTakeBack
        step = steps[-1]
        there = {idea.id for idea in self.meeting.ideas}
        away = self.phones.sent_by_id(idea.id for idea in step.before.ideas if idea.id not in there)
        withdrawn = {one.id for one in away.values() if one.fate in TAKEN_BACK}
        self.commit(taken_back(step, self.meeting, withdrawn))
        return steps.pop()
