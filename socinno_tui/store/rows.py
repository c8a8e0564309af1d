"""Values to rows. `values` gives them back."""

from __future__ import annotations

import json

from socinno_tui.domain.action import ActionItem, Update
from socinno_tui.domain.agenda import Break, TimeBox
from socinno_tui.domain.dot_round import DotCount, DotRound
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Participant, RoomCheck
from socinno_tui.domain.review import Review
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.domain.talk import TalkTurn
from socinno_tui.domain.topic import Topic
from socinno_tui.store.cells import Row, instant_text, maybe_date_text, maybe_instant_text


def meeting_row(meeting: Meeting) -> Row:
    """The meeting without what has rows of its own."""
    return {
        "id": meeting.id,
        "title": meeting.title,
        "zone": meeting.zone,
        "created_at": instant_text(meeting.created_at),
        "starts_at": maybe_instant_text(meeting.starts_at),
        "place": meeting.place,
        "planned_minutes": meeting.planned_minutes,
        "format_name": meeting.format_name,
        "phase": meeting.phase.value,
        "goal_sentence": meeting.goal.sentence,
        "ideas_wanted": meeting.goal.ideas_wanted,
        "goal_answer": meeting.goal.answer,
        "topic_on": meeting.topic_on,
        "limit_minutes": meeting.limit_minutes,
        "box_position": meeting.agenda.position,
        "box_since": maybe_instant_text(meeting.agenda.since),
        "last_number": meeting.last_number,
        "review_date": maybe_date_text(meeting.review_date),
        "review_typed": meeting.review_typed,
        "nothing_selected_because": meeting.nothing_selected_because,
        "started_at": maybe_instant_text(meeting.started_at),
        "closed_at": maybe_instant_text(meeting.closed_at),
        "is_example": int(meeting.is_example),
        "changed_at": maybe_instant_text(meeting.changed_at),
        "meters": meeting.meters.value,
    }


def topic_row(topic: Topic) -> Row:
    """One topic with its frame."""
    return {
        "id": topic.id,
        "name": topic.name,
        "question": topic.question,
        "inside": topic.frame.inside,
        "outside": topic.frame.outside,
        "limits": topic.frame.limits,
        "overruled": json.dumps(sorted(remark.value for remark in topic.overruled)),
        "conclusion": topic.conclusion,
    }


def participant_row(one: Participant) -> Row:
    """One person invited."""
    return {
        "id": one.id,
        "name": one.name,
        "address": one.address,
        "role": one.role.value,
        "attendance": one.attendance.value,
    }


def room_check_row(check: RoomCheck) -> Row:
    """One line of the room checklist."""
    return {"id": check.id, "text": check.text, "done": int(check.done)}


def time_box_row(box: TimeBox) -> Row:
    """One time-box."""
    return {
        "id": box.id,
        "title": box.title,
        "minutes": box.minutes,
        "phase": box.phase.value,
        "used_seconds": box.used_seconds,
        "skipped": int(box.skipped),
    }


def idea_row(idea: Idea) -> Row:
    """One idea without its dots, which are rows of their own."""
    verdict = idea.verdict
    return {
        "id": idea.id,
        "number": idea.number,
        "topic_id": idea.topic_id,
        "text": idea.text,
        "offered_at": instant_text(idea.offered_at),
        "merged_into": idea.merged_into,
        "verdict": None if verdict is None else verdict.kind.value,
        "reason": "" if verdict is None else verdict.reason,
    }


def turn_row(turn: TalkTurn) -> Row:
    """One turn at speaking."""
    return {
        "id": turn.id,
        "speaker": turn.speaker.value,
        "started_at": instant_text(turn.started_at),
        "heard_at": instant_text(turn.heard_at),
        "ended_at": maybe_instant_text(turn.ended_at),
        "who": turn.who,
    }


def break_row(rest: Break) -> Row:
    """One break."""
    return {
        "id": rest.id,
        "started_at": instant_text(rest.started_at),
        "ended_at": maybe_instant_text(rest.ended_at),
    }


def action_row(action: ActionItem) -> Row:
    """What was agreed on one idea, without its history."""
    return {
        "id": action.id,
        "idea_id": action.idea_id,
        "owner": action.owner,
        "due": maybe_date_text(action.due),
        "first_step": action.first_step,
        "owner_typed": action.owner_typed,
        "due_typed": action.due_typed,
    }


def update_row(action_id: str, update: Update) -> Row:
    """One line of an action's history."""
    return {
        "id": update.id,
        "action_id": action_id,
        "kind": update.kind.value,
        "at": instant_text(update.at),
        "text": update.text,
        "due": maybe_date_text(update.due),
        "owner": update.owner,
    }


def review_row(review: Review) -> Row:
    """One time that the agreements were gone through."""
    return {
        "id": review.id,
        "started_at": instant_text(review.started_at),
        "ended_at": maybe_instant_text(review.ended_at),
        "next_date": maybe_date_text(review.next_date),
    }


def laid_aside_row(lost: LaidAside) -> Row:
    """One value that lost in a merge."""
    return {
        "id": lost.id,
        "at": instant_text(lost.at),
        "of": lost.of,
        "name": lost.name,
        "value": lost.value,
    }


def dot_round_row(begun: DotRound) -> Row:
    """A round of dots that goes on, without its counts."""
    return {
        "id": begun.id,
        "topic_id": begun.topic_id,
        "people": begun.people,
        "dots_each": begun.dots_each,
        "stacked": int(begun.stacked),
        "managers_too": int(begun.managers_too),
    }


def dot_count_row(count: DotCount) -> Row:
    """What was counted for one idea, by the id of that idea."""
    return {"id": count.id, "hands": count.hands, "counted_with": count.counted_with}


def silent_round_row(silence: SilentRound) -> Row:
    """A silent round that goes on."""
    return {
        "id": silence.id,
        "started_at": instant_text(silence.started_at),
        "heard_at": instant_text(silence.heard_at),
        "seconds": silence.seconds,
        "employees": silence.employees,
        "managers": silence.managers,
        "seat": silence.seat,
        "lap": silence.lap,
        "passes": silence.passes,
    }
