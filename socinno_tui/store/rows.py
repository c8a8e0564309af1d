"""Values to rows and back. Instants are UTC in ISO 8601, dates are calendar dates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, TypeAlias

import pendulum
from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.agenda import Agenda, Break, TimeBox
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.question_coach import QuestionRemark
from socinno_tui.domain.talk import Speaker, TalkTurn
from socinno_tui.domain.topic import Frame, Topic

Cell: TypeAlias = str | int | None
Row: TypeAlias = dict[str, Cell]


def instant_text(instant: DateTime) -> str:
    """Give an instant as text that sorts as it passes, always with microseconds."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def instant_from(text: Cell) -> DateTime:
    """Give the instant back."""
    return _read_instant(str(text))


@lru_cache(maxsize=4096)
def _read_instant(text: str) -> DateTime:
    # Five times faster than pendulum's own way from a datetime; and many ideas share a minute.
    read = datetime.fromisoformat(text).astimezone(UTC)
    return DateTime(
        read.year,
        read.month,
        read.day,
        read.hour,
        read.minute,
        read.second,
        read.microsecond,
        tzinfo=pendulum.UTC,
    )


def _maybe_text(instant: DateTime | None) -> str | None:
    return None if instant is None else instant_text(instant)


def maybe_instant(text: Cell) -> DateTime | None:
    """Give the instant back, if there is one."""
    return None if text is None else instant_from(text)


def _date_text(day: Date | None) -> str | None:
    return None if day is None else day.isoformat()


def _maybe_date(text: Cell) -> Date | None:
    return None if text is None else Date.fromisoformat(str(text))


def meeting_row(meeting: Meeting) -> Row:
    """The meeting without what has rows of its own."""
    return {
        "id": meeting.id,
        "title": meeting.title,
        "zone": meeting.zone,
        "created_at": instant_text(meeting.created_at),
        "starts_at": _maybe_text(meeting.starts_at),
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
        "box_since": _maybe_text(meeting.agenda.since),
        "last_number": meeting.last_number,
        "review_date": _date_text(meeting.review_date),
        "review_typed": meeting.review_typed,
        "nothing_selected_because": meeting.nothing_selected_because,
        "started_at": _maybe_text(meeting.started_at),
        "closed_at": _maybe_text(meeting.closed_at),
        "is_example": int(meeting.is_example),
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
    return {"id": box.id, "title": box.title, "minutes": box.minutes, "phase": box.phase.value}


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
        "ended_at": _maybe_text(turn.ended_at),
    }


def break_row(rest: Break) -> Row:
    """One break."""
    return {
        "id": rest.id,
        "started_at": instant_text(rest.started_at),
        "ended_at": _maybe_text(rest.ended_at),
    }


def action_row(action: ActionItem) -> Row:
    """What was agreed on one idea, without its history."""
    return {
        "id": action.id,
        "idea_id": action.idea_id,
        "owner": action.owner,
        "due": _date_text(action.due),
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
        "due": _date_text(update.due),
        "owner": update.owner,
    }


_REMARKS: Final = {remark.value: remark for remark in QuestionRemark}


def topic_from(row: Mapping[str, Cell]) -> Topic:
    """Give a topic back; an overruled remark that is no longer made is left out."""
    overruled = json.loads(str(row["overruled"]))
    return Topic(
        id=str(row["id"]),
        name=str(row["name"]),
        question=str(row["question"]),
        frame=Frame(str(row["inside"]), str(row["outside"]), str(row["limits"])),
        overruled=frozenset(_REMARKS[value] for value in overruled if value in _REMARKS),
        conclusion=str(row["conclusion"]),
    )


def participant_from(row: Mapping[str, Cell]) -> Participant:
    """Give a participant back."""
    return Participant(
        id=str(row["id"]),
        name=str(row["name"]),
        address=str(row["address"]),
        role=Role(row["role"]),
        attendance=Attendance(row["attendance"]),
    )


def room_check_from(row: Mapping[str, Cell]) -> RoomCheck:
    """Give a line of the room checklist back."""
    return RoomCheck(str(row["id"]), str(row["text"]), bool(row["done"]))


def time_box_from(row: Mapping[str, Cell]) -> TimeBox:
    """Give a time-box back."""
    return TimeBox(str(row["id"]), str(row["title"]), int(row["minutes"] or 0), Phase(row["phase"]))


def idea_from(row: Mapping[str, Cell]) -> Idea:
    """Give an idea back; the row holds the sum of its dots too."""
    verdict = row["verdict"]
    merged_into = row["merged_into"]
    return Idea(
        id=str(row["id"]),
        number=int(row["number"] or 0),
        topic_id=str(row["topic_id"]),
        text=str(row["text"]),
        offered_at=instant_from(row["offered_at"]),
        dots=int(row["dots"] or 0),
        merged_into=None if merged_into is None else str(merged_into),
        verdict=None if verdict is None else Verdict(VerdictKind(verdict), str(row["reason"])),
    )


def turn_from(row: Mapping[str, Cell]) -> TalkTurn:
    """Give a turn at speaking back."""
    return TalkTurn(
        id=str(row["id"]),
        speaker=Speaker(row["speaker"]),
        started_at=instant_from(row["started_at"]),
        heard_at=instant_from(row["heard_at"]),
        ended_at=maybe_instant(row["ended_at"]),
    )


def break_from(row: Mapping[str, Cell]) -> Break:
    """Give a break back."""
    return Break(str(row["id"]), instant_from(row["started_at"]), maybe_instant(row["ended_at"]))


def action_from(row: Mapping[str, Cell], updates: Iterable[Update]) -> ActionItem:
    """Give an action back, with its history."""
    return ActionItem(
        id=str(row["id"]),
        idea_id=str(row["idea_id"]),
        owner=str(row["owner"]),
        due=_maybe_date(row["due"]),
        first_step=str(row["first_step"]),
        owner_typed=str(row["owner_typed"]),
        due_typed=str(row["due_typed"]),
        updates=tuple(updates),
    )


def update_from(row: Mapping[str, Cell]) -> Update:
    """Give one line of a history back."""
    return Update(
        id=str(row["id"]),
        kind=UpdateKind(row["kind"]),
        at=instant_from(row["at"]),
        text=str(row["text"]),
        due=_maybe_date(row["due"]),
        owner=str(row["owner"]),
    )


Parts: TypeAlias = Mapping[str, Sequence[Mapping[str, Cell]]]
"""The rows of a meeting's parts by the name of their table."""


def meeting_from(row: Mapping[str, Cell], parts: Parts) -> Meeting:
    """Give a whole meeting back, from its row and all that has rows of its own."""
    limit = row["limit_minutes"]
    return Meeting(
        id=str(row["id"]),
        title=str(row["title"]),
        zone=str(row["zone"]),
        created_at=instant_from(row["created_at"]),
        topics=tuple(topic_from(found) for found in parts["topics"]),
        starts_at=maybe_instant(row["starts_at"]),
        place=str(row["place"]),
        planned_minutes=int(row["planned_minutes"] or 0),
        format_name=str(row["format_name"]),
        phase=Phase(row["phase"]),
        goal=Goal(
            str(row["goal_sentence"]), int(row["ideas_wanted"] or 0), str(row["goal_answer"])
        ),
        topic_on=str(row["topic_on"]),
        participants=tuple(participant_from(found) for found in parts["participants"]),
        room_checks=tuple(room_check_from(found) for found in parts["room_checks"]),
        limit_minutes=None if limit is None else int(limit),
        agenda=Agenda(
            tuple(time_box_from(found) for found in parts["time_boxes"]),
            int(row["box_position"] or 0),
            maybe_instant(row["box_since"]),
        ),
        ideas=tuple(idea_from(found) for found in parts["ideas"]),
        last_number=int(row["last_number"] or 0),
        turns=tuple(turn_from(found) for found in parts["turns"]),
        breaks=tuple(break_from(found) for found in parts["breaks"]),
        actions=actions_from(parts["actions"], parts["updates"]),
        review_date=_maybe_date(row["review_date"]),
        review_typed=str(row["review_typed"]),
        nothing_selected_because=str(row["nothing_selected_because"]),
        started_at=maybe_instant(row["started_at"]),
        closed_at=maybe_instant(row["closed_at"]),
        is_example=bool(row["is_example"]),
    )


def actions_from(
    actions: Iterable[Mapping[str, Cell]], updates: Iterable[Mapping[str, Cell]]
) -> tuple[ActionItem, ...]:
    """Give actions back, each with its own history in the order of time."""
    histories: dict[Cell, list[Update]] = {}
    for row in updates:
        histories.setdefault(row["action_id"], []).append(update_from(row))
    return tuple(action_from(row, histories.get(row["id"], ())) for row in actions)
