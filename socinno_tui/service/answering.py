"""Commands that give ideas their answer: later, or no because …; one idea or several at once."""

from __future__ import annotations

from socinno_tui.domain.idea import Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.step import Step, StepKind
from socinno_tui.domain.text import clean
from socinno_tui.service.live_meeting import VERDICT_STEPS
from socinno_tui.service.open_meeting import OpenMeeting


class Answering:
    """Nobody who gave an idea has to guess what becomes of it. Every command raises what its rule
    raises, ReadOnly, or a StoreRefused; then nothing has changed.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    def answer(self, idea_ids: frozenset[str], kind: VerdictKind, reason: str = "") -> None:
        """Give these ideas one answer, as one step. Raises WrongPhase, IdeaGone, ReasonMissing."""
        found = [self.meeting.idea(idea_id) for idea_id in idea_ids]
        if not found:
            return
        changed = self.meeting.with_verdicts(idea_ids, Verdict(kind, clean(reason)))
        if len(found) == 1:
            self.opened.commit_step(VERDICT_STEPS[kind], changed, found[0].number)
        else:
            self.opened.commit_step(StepKind.SEVERAL_ANSWERED, changed, len(found))

    def rest_later(self) -> None:
        """Park every idea that has no answer yet."""
        rest = frozenset(cluster.lead.id for cluster in self.meeting.unanswered)
        self.answer(rest, VerdictKind.LATER)

    def take_back(self) -> Step:
        """Take the last step on the ideas back. Raises NothingToTakeBack."""
        return self.opened.take_back()
