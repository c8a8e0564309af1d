"""Commands on the closing screen. What is typed is kept letter by letter, right or not."""

from __future__ import annotations

from dataclasses import replace

from pendulum import Date

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.closing import with_dates_kept
from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_changed
from socinno_tui.domain.owner import OwnerRefused, owner_name
from socinno_tui.domain.text import clean
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.open_meeting import OpenMeeting


class ClosingMeeting:
    """What is agreed at the end. Every command raises ReadOnly or a StoreRefused; then nothing
    has changed. Text that is not acceptable is kept as typed and leaves its gap open.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    def present(self) -> tuple[str, ...]:
        """Whose names are completed as an owner's: those coming, and who is an owner already.

        Where nobody's answer was noted, everyone invited may be there.
        """
        names = [one.name for one in self.meeting.coming or self.meeting.participants]
        names += [action.owner for action in self.meeting.actions if action.owner]
        return tuple(dict.fromkeys(name for name in names if name))

    def known(self) -> tuple[str, ...]:
        """Whose names are taken for a person's whatever they look like: all participants'."""
        return tuple(one.name for one in self.meeting.participants if one.name)

    def keep_dates(self) -> None:
        """Go on with the dates understood on an earlier day; what has passed is open again."""
        self.opened.commit(with_dates_kept(self.meeting, today=self._today()))

    def type_owner(self, idea_id: str, text: str) -> None:
        """Keep what is typed as owner, and take it when it is one person's name."""
        action = self._action(idea_id)
        try:
            owner = owner_name(text, others=self.known())
        except OwnerRefused:
            owner = ""
        self._agree(replace(action, owner=owner, owner_typed=clean(text)))

    def type_due(self, idea_id: str, text: str) -> None:
        """Keep what is typed as due date, and take it when it is understood and not past.

        The same text again stays the date it was understood as: "+2w" is counted from that day.
        """
        action = self._action(idea_id)
        if action.due is not None and clean(text) == action.due_typed:
            return
        try:
            due = parse_due_date(text, today=self._today())
        except DueDateRefused:
            due = None
        self._agree(replace(action, due=due, due_typed=clean(text)))

    def type_first_step(self, idea_id: str, text: str) -> None:
        """Keep the first step, which is optional."""
        self._agree(replace(self._action(idea_id), first_step=clean(text)))

    def conclude(self, topic_id: str, text: str) -> None:
        """Keep the conclusion on a topic."""
        for topic in self.meeting.topics:
            if topic.id == topic_id:
                changed = replace(topic, conclusion=clean(text, lines=True))
                self.opened.commit(topic_changed(self.meeting, changed))

    def answer_goal(self, text: str) -> None:
        """Keep what came of the goal."""
        goal = replace(self.meeting.goal, answer=clean(text, lines=True))
        self.opened.commit(replace(self.meeting, goal=goal))

    def explain_nothing_selected(self, text: str) -> None:
        """Keep why nothing at all was selected."""
        self.opened.commit(replace(self.meeting, nothing_selected_because=clean(text)))

    def type_review_date(self, text: str) -> None:
        """Keep what is typed as review date, and take it when it is understood."""
        if self.meeting.review_date is not None and clean(text) == self.review_shown:
            return
        try:
            review = parse_due_date(text, today=self._today())
        except DueDateRefused:
            review = None
        self.opened.commit(replace(self.meeting, review_date=review, review_typed=clean(text)))

    @property
    def review_shown(self) -> str:
        """The review date as it was typed, or else as it was proposed."""
        review = self.meeting.review_date
        return self.meeting.review_typed or (review.isoformat() if review else "")

    def _action(self, idea_id: str) -> ActionItem:
        return self.meeting.action_for(idea_id) or ActionItem(new_id(), idea_id)

    def _agree(self, action: ActionItem) -> None:
        self.opened.commit(self.meeting.with_action(action))

    def _today(self) -> Date:
        return self.opened.clock.today(self.meeting.zone)
