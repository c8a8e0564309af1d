"""Commands on a meeting that is being prepared. Every change is kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from pendulum import Date, DateTime

from socinno_tui.domain.agenda import Agenda
from socinno_tui.domain.closing import moved_on
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added, topic_changed, topic_taken_away
from socinno_tui.domain.name_list import NameAddress
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.question_coach import MAY_BE_OVERRULED, QuestionRemark
from socinno_tui.domain.talk import Meters
from socinno_tui.domain.text import clean, required
from socinno_tui.domain.topic import Frame, Topic
from socinno_tui.service.formats import MeetingFormat
from socinno_tui.service.identifiers import new_id
from socinno_tui.service.open_meeting import OpenMeeting

LINE_LIMIT = 300
"""The longest title, question or other line, in characters."""


class Preparation:
    """What the facilitator settles beforehand. Every command raises what its rule raises,
    TextTooLong, ReadOnly, or a StoreRefused; then nothing has changed.
    """

    def __init__(self, opened: OpenMeeting) -> None:
        self.opened = opened

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.meeting

    # What, where and when

    def set_title(self, text: str) -> None:
        """Name the meeting."""
        self.opened.commit(replace(self.meeting, title=clean(text, limit=LINE_LIMIT)))

    def set_moment(self, starts_at: DateTime | None) -> None:
        """Say when it begins (UTC)."""
        self.opened.commit(replace(self.meeting, starts_at=starts_at))

    def set_place(self, text: str) -> None:
        """Say where it is."""
        self.opened.commit(replace(self.meeting, place=clean(text, limit=LINE_LIMIT)))

    def set_planned_minutes(self, minutes: int) -> None:
        """Say how long it takes, in minutes."""
        self.opened.commit(replace(self.meeting, planned_minutes=max(1, minutes)))

    def use_format(self, chosen: MeetingFormat) -> None:
        """Fill the time-boxes from a meeting format."""
        self.opened.commit(
            replace(
                self.meeting,
                format_name=chosen.name,
                planned_minutes=chosen.minutes,
                agenda=Agenda(chosen.new_boxes(new_id)),
            )
        )

    def set_box_minutes(self, box_id: str, minutes: int) -> None:
        """Change the minutes of one time-box."""
        boxes = tuple(
            replace(box, minutes=max(1, minutes)) if box.id == box_id else box
            for box in self.meeting.agenda.boxes
        )
        self.opened.commit(replace(self.meeting, agenda=replace(self.meeting.agenda, boxes=boxes)))

    # Topics

    def add_topic(self) -> None:
        """Add an empty topic. Raises TooManyTopics for a fourth."""
        self.opened.commit(topic_added(self.meeting, Topic(new_id())))

    def remove_topic(self, topic_id: str) -> None:
        """Take a topic away. Raises LastTopic, TopicHasIdeas."""
        self.opened.commit(topic_taken_away(self.meeting, topic_id))

    def name_topic(self, topic_id: str, text: str) -> None:
        """Give a topic a short name."""
        self._change_topic(replace(self._topic(topic_id), name=clean(text, limit=LINE_LIMIT)))

    def ask(self, topic_id: str, question: str) -> None:
        """Word a topic's framing question; what was overruled stays so while the words change."""
        topic = self._topic(topic_id)
        asked = clean(question, limit=LINE_LIMIT)
        if asked != topic.question:
            self._change_topic(replace(topic, question=asked))

    def bound(self, topic_id: str, frame: Frame) -> None:
        """Say what falls inside and outside a topic's question, and its limits."""
        cleaned = Frame(
            clean(frame.inside, limit=LINE_LIMIT),
            clean(frame.outside, limit=LINE_LIMIT),
            clean(frame.limits, limit=LINE_LIMIT),
        )
        self._change_topic(replace(self._topic(topic_id), frame=cleaned))

    def overrule(self, topic_id: str, remark: QuestionRemark) -> None:
        """Overrule one remark of the coach, or let it count again."""
        topic = self._topic(topic_id)
        if remark in MAY_BE_OVERRULED:
            self._change_topic(replace(topic, overruled=topic.overruled ^ {remark}))

    # People and room

    def invite(self, found: Iterable[NameAddress]) -> int:
        """Invite people who are not on the list yet, and give how many those are."""
        known = {(one.name.casefold(), one.address.casefold()) for one in self.meeting.participants}
        new = tuple(
            Participant(new_id(), one.name, one.address)
            for one in found
            if (one.name.casefold(), one.address.casefold()) not in known
        )
        self.opened.commit(replace(self.meeting, participants=(*self.meeting.participants, *new)))
        return len(new)

    def set_role(self, participant_id: str, role: Role) -> None:
        """Say what someone is in this meeting."""
        self._change_participant(participant_id, lambda one: replace(one, role=role))

    def set_attendance(self, participant_id: str, attendance: Attendance) -> None:
        """Say what someone answered to the invitation."""
        self._change_participant(participant_id, lambda one: replace(one, attendance=attendance))

    def expect_all_invited(self) -> None:
        """Everyone who was invited and has not answered is said to come."""
        people = tuple(
            replace(one, attendance=Attendance.COMING)
            if one.attendance is Attendance.INVITED
            else one
            for one in self.meeting.participants
        )
        self.opened.commit(replace(self.meeting, participants=people))

    def remove_participant(self, participant_id: str) -> None:
        """Take someone off the list."""
        left = tuple(one for one in self.meeting.participants if one.id != participant_id)
        self.opened.commit(replace(self.meeting, participants=left))

    def add_room_check(self, text: str) -> None:
        """Add an own line to the room checklist. Raises TextMissing."""
        check = RoomCheck(new_id(), required(text, limit=LINE_LIMIT))
        self.opened.commit(replace(self.meeting, room_checks=(*self.meeting.room_checks, check)))

    def check_room(self, check_id: str, done: bool) -> None:
        """Tick a line of the room checklist, or take the tick away."""
        checks = tuple(
            replace(check, done=done) if check.id == check_id else check
            for check in self.meeting.room_checks
        )
        self.opened.commit(replace(self.meeting, room_checks=checks))

    def remove_room_check(self, check_id: str) -> None:
        """Take a line off the room checklist."""
        left = tuple(check for check in self.meeting.room_checks if check.id != check_id)
        self.opened.commit(replace(self.meeting, room_checks=left))

    # Goal, talk and follow-up

    def set_goal(self, sentence: str) -> None:
        """Say what the meeting will have brought."""
        goal = replace(self.meeting.goal, sentence=clean(sentence, limit=LINE_LIMIT))
        self.opened.commit(replace(self.meeting, goal=goal))

    def set_ideas_wanted(self, count: int) -> None:
        """Say how many ideas should be worked out."""
        goal = replace(self.meeting.goal, ideas_wanted=max(1, count))
        self.opened.commit(replace(self.meeting, goal=goal))

    def set_talk_limit(self, minutes: int | None) -> None:
        """Agree the manager's maximum in minutes; None goes back to what is proposed."""
        limit = None if minutes is None else max(1, minutes)
        self.opened.commit(replace(self.meeting, limit_minutes=limit))

    def set_meters(self, meters: Meters) -> None:
        """Say whether several managers share one talk meter or have one each."""
        self.opened.commit(replace(self.meeting, meters=meters))

    def set_review_date(self, review: Date | None) -> None:
        """Settle beforehand when the agreements are looked at again."""
        self.opened.commit(replace(self.meeting, review_date=review))

    def start(self) -> None:
        """Begin the meeting. Raises NotReady without question and goal."""
        self.opened.commit(moved_on(self.meeting, now=self.opened.now(), turn_id=new_id()))

    def _change_participant(
        self, participant_id: str, change: Callable[[Participant], Participant]
    ) -> None:
        people = tuple(
            change(one) if one.id == participant_id else one for one in self.meeting.participants
        )
        self.opened.commit(replace(self.meeting, participants=people))

    def _topic(self, topic_id: str) -> Topic:
        return next(topic for topic in self.meeting.topics if topic.id == topic_id)

    def _change_topic(self, topic: Topic) -> None:
        self.opened.commit(topic_changed(self.meeting, topic))
