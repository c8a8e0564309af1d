"""The example meetings of `socinno demo`, laid out around the present moment."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pendulum import DateTime, Duration

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.agenda import Agenda
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, TalkTurn
from socinno_tui.domain.topic import Frame, Topic
from socinno_tui.service.clock import Clock
from socinno_tui.service.formats import MeetingFormat, meeting_formats
from socinno_tui.service.identifiers import new_id

Told = Mapping[str, Any]
"""What the example's file tells of one thing; its shape stands at the top of that file."""


def example_meetings(folder: Path, language: str, clock: Clock) -> tuple[Meeting, ...]:
    """Give the example's meetings, the one to open last."""
    told = tomllib.loads((folder / f"example.{language}.toml").read_text(encoding="utf-8"))
    formats = {found.name: found for found in meeting_formats(folder, language)}
    return tuple(_meeting(one, formats[one["format"]], clock) for one in told["meetings"])


def _meeting(told: Told, chosen: MeetingFormat, clock: Clock) -> Meeting:
    now = clock.now().subtract(days=told.get("days_ago", 0))
    turns = tuple(_turns(told, now))
    started_at = turns[0].started_at
    topic = told["topic"]
    frame = Frame(topic["inside"], topic["outside"], topic["limits"])
    topic_id = new_id()
    phase = Phase(told["phase"])
    closed = phase is Phase.FOLLOW_UP
    meeting = Meeting(
        id=new_id(),
        title=told["title"],
        zone=clock.zone,
        created_at=started_at.subtract(days=7),
        topics=(
            Topic(
                topic_id,
                topic["name"],
                topic["question"],
                frame,
                conclusion=topic.get("conclusion", ""),
            ),
        ),
        starts_at=started_at.start_of("minute"),
        place=told["place"],
        planned_minutes=told["planned_minutes"],
        format_name=told["format"],
        phase=phase,
        goal=Goal(**told["goal"]),
        participants=tuple(_participant(one) for one in told["participants"]),
        room_checks=tuple(
            RoomCheck(new_id(), check["text"], check.get("done", False))
            for check in told.get("room_checks", ())
        ),
        limit_minutes=told["limit_minutes"],
        agenda=Agenda(
            chosen.new_boxes(new_id),
            told.get("box", 0),
            now.subtract(minutes=told["room_minutes"] // 2),
        ),
        turns=turns if closed else (*turns, TalkTurn(new_id(), Speaker.ROOM, now, now)),
        started_at=started_at,
        closed_at=now if closed else None,
        is_example=True,
    )
    if "review_in_days" in told:
        review = clock.today().add(days=told["review_in_days"])
        meeting = replace(meeting, review_date=review)
    return _with_ideas(meeting, told, topic_id, clock)


def _with_ideas(meeting: Meeting, told: Told, topic_id: str, clock: Clock) -> Meeting:
    ids = [new_id() for _idea in told["ideas"]]
    ideas = []
    actions = []
    offered_at = (meeting.started_at or meeting.created_at).start_of("minute")
    for number, idea in enumerate(told["ideas"], 1):
        verdict = None
        if "verdict" in idea:
            verdict = Verdict(VerdictKind(idea["verdict"]), idea.get("reason", ""))
        ideas.append(
            Idea(
                id=ids[number - 1],
                number=number,
                topic_id=topic_id,
                text=idea["text"],
                offered_at=offered_at,
                dots=idea.get("dots", 0),
                merged_into=ids[idea["under"] - 1] if "under" in idea else None,
                verdict=verdict,
            )
        )
        if "action" in idea:
            actions.append(_action(ids[number - 1], idea["action"], clock))
    return replace(meeting, ideas=tuple(ideas), last_number=len(ideas), actions=tuple(actions))


def _action(idea_id: str, told: Told, clock: Clock) -> ActionItem:
    due = clock.today().add(days=told["due"])
    return ActionItem(
        id=new_id(),
        idea_id=idea_id,
        owner=told["owner"],
        due=due.subtract(days=7) if "moved" in told else due,
        first_step=told.get("first_step", ""),
        updates=tuple(_updates(told, clock)),
    )


def _updates(told: Told, clock: Clock) -> Iterator[Update]:
    if "moved" in told:
        moved = told["moved"]
        yield Update(
            new_id(),
            UpdateKind.MOVED,
            clock.now().subtract(days=moved["days_ago"]),
            moved["reason"],
            clock.today().add(days=moved["due"]),
        )
    if "done" in told:
        done = told["done"]
        at = clock.now().subtract(days=done["days_ago"])
        yield Update(new_id(), UpdateKind.DONE, at, done["text"])


def _participant(told: Told) -> Participant:
    return Participant(
        new_id(),
        told["name"],
        role=Role(told.get("role", "employee")),
        attendance=Attendance(told["attendance"]),
    )


def _turns(told: Told, now: DateTime) -> Iterator[TalkTurn]:
    """One turn of the manager, who opened, and one of the room, ended now."""
    changed = now - Duration(minutes=told["room_minutes"])
    started = changed - Duration(minutes=told["manager_minutes"])
    yield TalkTurn(new_id(), Speaker.MANAGER, started, changed, changed)
    yield TalkTurn(new_id(), Speaker.ROOM, changed, now, now)
