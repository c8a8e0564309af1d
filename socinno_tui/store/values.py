"""Rows back to values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.agenda import Agenda, Break, TimeBox
from socinno_tui.domain.dot_round import DotCount, DotRound
from socinno_tui.domain.following import MeetingStanding
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.question_coach import QuestionRemark
from socinno_tui.domain.results import MeetingFacts
from socinno_tui.domain.review import Review
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.domain.talk import Meters, Speaker, TalkTurn
from socinno_tui.domain.topic import Frame, Topic
from socinno_tui.store.cells import Cell, instant_from, maybe_date_from, maybe_instant_from

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
    return TimeBox(
        id=str(row["id"]),
        title=str(row["title"]),
        minutes=int(row["minutes"] or 0),
        phase=Phase(row["phase"]),
        used_seconds=int(row["used_seconds"] or 0),
        skipped=bool(row["skipped"]),
    )


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
    who = row["who"]
    return TalkTurn(
        id=str(row["id"]),
        speaker=Speaker(row["speaker"]),
        started_at=instant_from(row["started_at"]),
        heard_at=instant_from(row["heard_at"]),
        ended_at=maybe_instant_from(row["ended_at"]),
        who=None if who is None else str(who),
    )


def break_from(row: Mapping[str, Cell]) -> Break:
    """Give a break back."""
    return Break(
        str(row["id"]), instant_from(row["started_at"]), maybe_instant_from(row["ended_at"])
    )


def action_from(row: Mapping[str, Cell], updates: Iterable[Update]) -> ActionItem:
    """Give an action back, with its history."""
    return ActionItem(
        id=str(row["id"]),
        idea_id=str(row["idea_id"]),
        owner=str(row["owner"]),
        due=maybe_date_from(row["due"]),
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
        due=maybe_date_from(row["due"]),
        owner=str(row["owner"]),
    )


def review_from(row: Mapping[str, Cell]) -> Review:
    """Give a review back."""
    return Review(
        id=str(row["id"]),
        started_at=instant_from(row["started_at"]),
        ended_at=maybe_instant_from(row["ended_at"]),
        next_date=maybe_date_from(row["next_date"]),
    )


def laid_aside_from(row: Mapping[str, Cell]) -> LaidAside:
    """Give a value back that lost in a merge."""
    return LaidAside(
        id=str(row["id"]),
        at=instant_from(row["at"]),
        of=str(row["of"]),
        name=str(row["name"]),
        value=str(row["value"]),
    )


def dot_round_from(
    rounds: Iterable[Mapping[str, Cell]], counts: Iterable[Mapping[str, Cell]]
) -> DotRound | None:
    """Give the round of dots that goes on, if one does, with what was counted so far."""
    for row in rounds:
        return DotRound(
            id=str(row["id"]),
            topic_id=str(row["topic_id"]),
            people=int(row["people"] or 0),
            dots_each=int(row["dots_each"] or 0),
            stacked=bool(row["stacked"]),
            counts=tuple(dot_count_from(found) for found in counts),
            managers_too=bool(row["managers_too"]),
        )
    return None


def dot_count_from(row: Mapping[str, Cell]) -> DotCount:
    """Give back what was counted for one idea."""
    together = row["counted_with"]
    return DotCount(
        str(row["id"]), int(row["hands"] or 0), None if together is None else str(together)
    )


def silent_round_from(row: Mapping[str, Cell]) -> SilentRound:
    """Give a silent round back."""
    return SilentRound(
        id=str(row["id"]),
        started_at=instant_from(row["started_at"]),
        heard_at=instant_from(row["heard_at"]),
        seconds=int(row["seconds"] or 0),
        employees=int(row["employees"] or 0),
        managers=int(row["managers"] or 0),
        seat=int(row["seat"] or 0),
        lap=int(row["lap"] or 0),
        passes=int(row["passes"] or 0),
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
        starts_at=maybe_instant_from(row["starts_at"]),
        place=str(row["place"]),
        planned_minutes=int(row["planned_minutes"] or 0),
        format_name=str(row["format_name"]),
        phase=Phase(row["phase"]),
        goal=_goal_from(row),
        topic_on=str(row["topic_on"]),
        participants=tuple(participant_from(found) for found in parts["participants"]),
        room_checks=tuple(room_check_from(found) for found in parts["room_checks"]),
        limit_minutes=None if limit is None else int(limit),
        agenda=_agenda_from(row, parts["time_boxes"]),
        ideas=tuple(idea_from(found) for found in parts["ideas"]),
        last_number=int(row["last_number"] or 0),
        turns=tuple(turn_from(found) for found in parts["turns"]),
        breaks=tuple(break_from(found) for found in parts["breaks"]),
        actions=actions_from(parts["actions"], parts["updates"]),
        review_date=maybe_date_from(row["review_date"]),
        review_typed=str(row["review_typed"]),
        nothing_selected_because=str(row["nothing_selected_because"]),
        started_at=maybe_instant_from(row["started_at"]),
        closed_at=maybe_instant_from(row["closed_at"]),
        is_example=bool(row["is_example"]),
        changed_at=maybe_instant_from(row["changed_at"]),
        reviews=tuple(review_from(found) for found in parts["reviews"]),
        laid_aside=tuple(laid_aside_from(found) for found in parts["laid_aside"]),
        meters=Meters(row["meters"]),
        dot_round=dot_round_from(parts["dot_rounds"], parts["dot_counts"]),
        silent_round=next(map(silent_round_from, parts["silent_rounds"]), None),
    )


def _goal_from(row: Mapping[str, Cell]) -> Goal:
    return Goal(str(row["goal_sentence"]), int(row["ideas_wanted"] or 0), str(row["goal_answer"]))


def _agenda_from(row: Mapping[str, Cell], boxes: Iterable[Mapping[str, Cell]]) -> Agenda:
    return Agenda(
        tuple(time_box_from(found) for found in boxes),
        int(row["box_position"] or 0),
        maybe_instant_from(row["box_since"]),
    )


def actions_from(
    actions: Iterable[Mapping[str, Cell]], updates: Iterable[Mapping[str, Cell]]
) -> tuple[ActionItem, ...]:
    """Give actions back, each with its own history in the order of time."""
    histories: dict[Cell, list[Update]] = {}
    for row in updates:
        histories.setdefault(row["action_id"], []).append(update_from(row))
    return tuple(action_from(row, histories.get(row["id"], ())) for row in actions)


def summary_from(row: Mapping[str, Cell]) -> MeetingSummary:
    """Give a meeting in one line, with its counts."""
    return MeetingSummary(
        id=str(row["id"]),
        title=str(row["title"]),
        question=str(row["question"] or ""),
        phase=Phase(row["phase"]),
        zone=str(row["zone"]),
        created_at=instant_from(row["created_at"]),
        starts_at=maybe_instant_from(row["starts_at"]),
        closed_at=maybe_instant_from(row["closed_at"]),
        is_example=bool(row["is_example"]),
        number=int(row["called"] or 0),
        open_count=int(row["open_count"] or 0),
        overdue_count=int(row["overdue_count"] or 0),
        review_date=maybe_date_from(row["review_now"]),
    )


def standing_from(row: Mapping[str, Cell]) -> MeetingStanding:
    """Give where a meeting stands, and since when."""
    return MeetingStanding(str(row["id"]), Phase(row["phase"]), instant_from(row["moved_at"]))


def facts_from(row: Mapping[str, Cell]) -> MeetingFacts:
    """Give what is known of a closed meeting as a whole."""
    talk, manager = int(row["talk"] or 0), int(row["manager"] or 0)
    return MeetingFacts(
        meeting_id=str(row["id"]),
        title=str(row["title"]),
        closed_at=instant_from(row["closed_at"]),
        zone=str(row["zone"]),
        ideas=int(row["ideas"] or 0),
        selected=int(row["selected"] or 0),
        talk_share=manager / talk if talk else None,
    )
