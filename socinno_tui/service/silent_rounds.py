"""Commands on a silent round: the writing, and the harvest after it."""

from __future__ import annotations

from socinno_tui.domain.idea import IDEA_LIMIT, Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.silent_meeting import (
    Table,
    harvest_begun,
    offered_in_turn,
    silence_begun,
    silence_ended,
    turn_given_back,
    turn_passed,
    writing_lengthened,
)
from socinno_tui.domain.silent_round import WRITING_MINUTES
from socinno_tui.domain.step import IN_A_HARVEST, NothingToTakeBack, Step, StepKind
from socinno_tui.domain.text import required
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.meeting_on_screen import ReadOnly
from socinno_tui.service.open_meeting import OpenMeeting


class SilentRounds:
    """The silent round of the meeting that is on. Every command raises what its rule raises,
    ReadOnly, or a StoreRefused; then nothing has changed.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    def check_beginning(self) -> None:
        """Check that a round can begin now. Raises as `begin` does."""
        if self.opened.read_only:
            raise ReadOnly
        self._begun(Table(1, 0), WRITING_MINUTES)

    def begin(self, table: Table, minutes: int) -> None:
        """Let the room write. Raises WrongPhase, OnBreak, SilentRoundOn."""
        self.opened.commit(self._begun(table, minutes))
        self.opened.forget_steps(IN_A_HARVEST)

    def _begun(self, table: Table, minutes: int) -> Meeting:
        now = self.opened.now()
        return silence_begun(self.meeting, table, minutes=minutes, now=now, round_id=new_id())

    def lengthen(self, minutes: int) -> None:
        """Give minutes more to write. Raises NoSilentRound."""
        self.opened.commit(writing_lengthened(self.meeting, minutes, self.opened.now()))

    def harvest(self) -> None:
        """End the writing, and begin round the table. Raises NoSilentRound."""
        self.opened.commit(harvest_begun(self.meeting))

    def offer(self, text: str) -> None:
        """Add the idea of the one whose turn it is, and go on to the next.

        Raises NoSilentRound, TextMissing, TextTooLong.
        """
        meeting = self.meeting
        # To the minute, as every idea.
        offered_at = self.opened.now().start_of("minute")
        idea = Idea(new_id(), 0, meeting.topic.id, required(text, limit=IDEA_LIMIT), offered_at)
        changed = offered_in_turn(meeting, idea)
        self.opened.commit_step(StepKind.OFFERED_IN_TURN, changed, changed.last_number)

    def pass_on(self) -> None:
        """Go on to the next without an idea; a whole round of passes ends the harvest.

        Raises NoSilentRound.
        """
        changed = turn_passed(self.meeting, self.opened.now(), new_id())
        self.opened.commit_step(StepKind.TURN_PASSED, changed)

    @property
    def returning(self) -> Idea | None:
        """The idea that comes back into the line when the last step is taken back, if one does."""
        step = self.opened.last_step
        if step is None or step.kind is not StepKind.OFFERED_IN_TURN:
            return None
        return next((idea for idea in self.meeting.ideas if idea.number == step.number), None)

    def take_back(self) -> Step:
        """Take the last step back, and give it: an idea or a pass in turn among them.

        What was done before the program was started again is not known any more; then the turn
        goes back by one, and what was offered in it stays. Raises NothingToTakeBack, FirstTurn.
        """
        try:
            return self.opened.take_back()
        except NothingToTakeBack:
            before = self.meeting
            if before.silent_round is None or not before.silent_round.is_harvest:
                raise
        self.opened.commit(turn_given_back(before))
        return Step(StepKind.TURN_GIVEN_BACK, before, self.meeting)

    def end(self) -> None:
        """End the round, wherever it stands. Raises NoSilentRound."""
        self.opened.commit(silence_ended(self.meeting, self.opened.now(), new_id()))
        self.opened.forget_steps(IN_A_HARVEST)
