"""Commands on a meeting that is going on: ideas, dots, verdicts, the floor, time and phases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from socinno_tui.domain.closing import moved_back, moved_on
from socinno_tui.domain.floor import (
    break_begun,
    break_ended,
    change_moved_earlier,
    floor_given,
    floor_given_to_next_manager,
)
from socinno_tui.domain.idea import IDEA_LIMIT, Idea, Top, Verdict, VerdictKind, top_of
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.domain.phones import Arrived, IdeasStillWait, goes_straight_in, taken_in
from socinno_tui.domain.silent_meeting import outside_silence
from socinno_tui.domain.step import IN_A_HARVEST, Step, StepKind
from socinno_tui.domain.talk import Speaker, with_heartbeat
from socinno_tui.domain.text import clean, required
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.open_meeting import OpenMeeting

VERDICT_STEPS = {
    VerdictKind.SELECTED: StepKind.SELECTED,
    VerdictKind.LATER: StepKind.PARKED,
    VerdictKind.NO: StepKind.DECLINED,
}


class LiveMeeting:
    """What the facilitator does while the room is together. Every command raises what its rule
    raises, ReadOnly, or a StoreRefused; then nothing has changed.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    # Ideas

    def offer_idea(self, text: str) -> None:
        """Add an idea to the topic that is on. Raises WrongPhase, TextMissing, TextTooLong."""
        self.offer_ideas((text,))

    def offer_ideas(self, texts: Iterable[str]) -> None:
        """Add several ideas at once, all or none."""
        offered_at = self.opened.now().start_of("minute")
        ideas = tuple(
            Idea(new_id(), 0, self.meeting.topic.id, required(text, limit=IDEA_LIMIT), offered_at)
            for text in texts
        )
        self.opened.commit(self.meeting.with_ideas(ideas))

    def word_anew(self, idea_id: str, text: str) -> None:
        """Change an idea's text. Raises TextMissing, TextTooLong."""
        changed = self.meeting.with_idea_text(idea_id, required(text, limit=IDEA_LIMIT))
        self._step(StepKind.EDITED, changed, idea_id)

    def merge(self, lead_id: str, other_ids: frozenset[str]) -> None:
        """Merge ideas under one."""
        self._step(StepKind.MERGED, self.meeting.with_merged(lead_id, other_ids), lead_id)

    def split(self, lead_id: str) -> None:
        """Split off what was merged under an idea."""
        self._step(StepKind.SPLIT, self.meeting.with_split(lead_id), lead_id)

    def give_dots(self, idea_id: str, raised_hands: int) -> None:
        """Set an idea's dots to the number of raised hands."""
        self._step(StepKind.DOTTED, self.meeting.with_dots(idea_id, raised_hands), idea_id)

    def judge(self, idea_id: str, kind: VerdictKind | None, reason: str = "") -> None:
        """Say what becomes of an idea; None takes the verdict back."""
        verdict = None if kind is None else Verdict(kind, clean(reason))
        step = StepKind.VERDICT_TAKEN_BACK if kind is None else VERDICT_STEPS[kind]
        self._step(step, self.meeting.with_verdict(idea_id, verdict), idea_id)

    def select_top(self) -> Top:
        """Select the ideas with most dots, as many as the goal asks for, and give which."""
        wanted = self.meeting.goal.ideas_wanted
        top = top_of(self.meeting.ideas, wanted)
        self.opened.commit_step(StepKind.TOP_SELECTED, self.meeting.with_top_selected(wanted))
        return top

    def delete(self, idea_id: str) -> None:
        """Take an idea away."""
        self._step(StepKind.DELETED, self.meeting.without_idea(idea_id), idea_id)

    def take_back(self) -> Step:
        """Take the last step on the ideas back. Raises NothingToTakeBack."""
        return self.opened.take_back()

    def switch_topic(self, topic_id: str) -> None:
        """Turn to another topic. Raises SilentRoundOn, for the room writes about this one."""
        outside_silence(self.meeting)
        self.opened.commit(replace(self.meeting, topic_on=topic_id))

    # The floor

    def give_floor(self, speaker: Speaker, place: int | None = None) -> None:
        """Say who speaks; pressing again changes nothing. `place` is that of a manager among those
        with a meter of their own.
        """
        self._change_floor(floor_given(self.meeting, speaker, self.opened.now(), new_id(), place))

    def give_floor_to_next_manager(self) -> None:
        """Give the floor to the next manager. Raises NotSeveralManagers."""
        self._change_floor(floor_given_to_next_manager(self.meeting, self.opened.now(), new_id()))

    def mend_late_press(self) -> None:
        """Move the last change of speaker back five seconds. Raises NothingToMend."""
        self.opened.commit(change_moved_earlier(self.meeting))

    def take_turn_back(self) -> Step:
        """Take the last talk turn back. Raises NothingToTakeBack."""
        return self.opened.take_turn_back()

    def beat(self) -> None:
        """Note that the open turn or the silent round still goes on, so that a crash ends it, or
        breaks it off, about now.
        """
        meeting, now = self.meeting, self.opened.now()
        silence = meeting.silent_round
        if silence is not None and not meeting.on_break:
            silence = silence.heard(now)
        turns = with_heartbeat(meeting.turns, now)
        self.opened.commit(replace(meeting, turns=turns, silent_round=silence))

    # Time

    def toggle_break(self) -> None:
        """Begin a break, or end it: then the room has the floor, unless it is closing or a silent
        round goes on.
        """
        now = self.opened.now()
        if not self.meeting.on_break:
            self.take_break()
            return
        ended = break_ended(self.meeting, now)
        if ended.phase in OPEN_FOR_IDEAS and ended.silent_round is None:
            ended = floor_given(ended, Speaker.ROOM, now, new_id())
        self.opened.commit(ended)

    def take_break(self) -> None:
        """Let all clocks stand still."""
        self.opened.commit(break_begun(self.meeting, self.opened.now(), new_id()))

    # Phases

    def move_on(self) -> None:
        """Go on to the next phase. Raises NotReady, ClosingGaps, WrongPhase, IdeasStillWait.

        With the end of the meeting all is forgotten that could tell what came from which phone.
        """
        if self.meeting.phase is Phase.SELECTION:
            self.opened.commit_arrived(self._moved_on_with, of_the_room=True)
        else:
            self.opened.commit(self._moved_on(self.meeting))
        self.opened.forget_steps(IN_A_HARVEST)
        if self.meeting.phase is Phase.FOLLOW_UP:
            self.opened.forget_steps()

    def move_back(self) -> None:
        """Go back to the phase before. Raises WrongPhase once closing is done."""
        self.opened.commit(moved_back(self.meeting, now=self.opened.now(), turn_id=new_id()))
        self.opened.forget_steps(IN_A_HARVEST)

    def _moved_on(self, meeting: Meeting) -> Meeting:
        return moved_on(meeting, now=self.opened.now(), turn_id=new_id())

    def _moved_on_with(self, arrived: Arrived) -> Meeting:
        """Go on to the closing with what arrived until this very moment; none may be left waiting,
        for nothing comes in any more.
        """
        meeting, door = self.meeting, self.opened.phones.door(self.meeting.id)
        straight = goes_straight_in(meeting, reads_first=door is not None and door.reads_first)
        if arrived.waiting and not straight:
            raise IdeasStillWait(len(arrived.waiting))
        return self._moved_on(taken_in(meeting, arrived, arrived.ids))

    def _change_floor(self, changed: Meeting) -> None:
        if len(changed.turns) > len(self.meeting.turns):
            self.opened.commit_step(StepKind.FLOOR, changed)
        else:
            # A turn begun for the wrong manager became another's: the step that began it stands.
            self.opened.commit(changed)

    def _step(self, kind: StepKind, changed: Meeting, idea_id: str) -> None:
        self.opened.commit_step(kind, changed, self.meeting.idea(idea_id).number)
