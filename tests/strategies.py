"""Whole meetings for property tests, with the kind of text that people paste.

What a strategy here gives is consistent as the rules keep it (an idea's topic is there, a cluster
is one level deep, a closed meeting has no gaps), so that the file has to take it.
"""

from dataclasses import replace
from uuid import UUID

import pendulum
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.agenda import Agenda, Break, TimeBox
from socinno_tui.domain.dot_round import DotCount, DotRound
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.question_coach import QuestionRemark
from socinno_tui.domain.review import Review
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.domain.talk import Meters, Speaker, TalkTurn
from socinno_tui.domain.topic import Frame, Topic
from socinno_tui.store.changes import Part

HOSTILE = (
    "Robert'); DROP TABLE ideas;--",
    "[bold]vet[/]",
    "[/foo]",
    "[@click=app.quit]klik[/]",
    "\x1b]52;c;Zm9v\x07",
    "nul\x00midden",
    '=HYPERLINK("http://example.org")',
    "\u202eomgekeerd",
    "👩‍👩‍👧‍👦 ❤️ 🏳️‍🌈",
    "e\u0301é",
    "日本語のアイデア",
    "regel\nregel\r\nregel",
    ":id ? $1 %s {number}",
    " \t ",
    "ß" * 500,
)

texts: SearchStrategy[str] = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(HOSTILE)
)
"""Any text but lone surrogates, which no door lets through; empty too."""

some_text = texts.filter(bool)
ids: SearchStrategy[str] = st.integers(1, 2**128 - 1).map(lambda number: str(UUID(int=number)))


def _instant(microseconds: int) -> DateTime:
    return pendulum.datetime(2026, 1, 1).add(
        seconds=microseconds // 10**6, microseconds=microseconds % 10**6
    )


instants: SearchStrategy[DateTime] = st.integers(0, 5 * 10**13).map(_instant)
"""Within about a year and a half, to the microsecond."""

dates: SearchStrategy[Date] = st.integers(-400, 4000).map(
    lambda days: Date(2026, 1, 1).add(days=days)
)
verdicts = st.builds(Verdict, st.sampled_from(VerdictKind), texts)
frames = st.builds(Frame, texts, texts, texts)
topics = st.builds(
    Topic, ids, texts, texts, frames, st.frozensets(st.sampled_from(QuestionRemark)), texts
)
people = st.builds(
    Participant, ids, texts, texts, st.sampled_from(Role), st.sampled_from(Attendance)
)
room_checks = st.builds(RoomCheck, ids, texts, st.booleans())
time_boxes = st.builds(
    TimeBox,
    ids,
    texts,
    st.integers(1, 600),
    st.sampled_from(Phase),
    st.integers(0, 86_400),
    st.booleans(),
)


@st.composite
def turns(draw: DrawFn) -> TalkTurn:
    """Give one turn, ended or not."""
    start, heard = sorted([draw(instants), draw(instants)])
    ended = draw(st.none() | st.just(heard))
    speaker = draw(st.sampled_from(Speaker))
    who = draw(st.none() | ids) if speaker is Speaker.MANAGER else None
    return TalkTurn(draw(ids), speaker, start, heard, ended, who)


@st.composite
def breaks(draw: DrawFn) -> Break:
    """Give one break, ended or not."""
    start, end = sorted([draw(instants), draw(instants)])
    return Break(draw(ids), start, draw(st.none() | st.just(end)))


@st.composite
def reviews(draw: DrawFn) -> Review:
    """Give one time that the agreements were gone through, ended or left halfway."""
    start, end = sorted([draw(instants), draw(instants)])
    ended = draw(st.none() | st.just(end))
    return Review(draw(ids), start, ended, draw(st.none() | dates) if ended else None)


@st.composite
def silent_rounds(draw: DrawFn) -> SilentRound:
    """Give one round, in the writing or in the harvest."""
    started, heard = sorted([draw(instants), draw(instants)])
    employees, managers = draw(st.integers(1, 40)), draw(st.integers(0, 3))
    people = employees + managers
    writing = SilentRound(
        draw(ids), started, heard, draw(st.integers(1, 3600)), employees, managers
    )
    if draw(st.booleans()):
        return writing
    return replace(
        writing,
        seat=draw(st.integers(1, people)),
        lap=draw(st.integers(1, 5)),
        passes=draw(st.integers(0, people - 1)),
    )


laid_aside = st.builds(LaidAside, ids, instants, texts, texts, texts)


@st.composite
def ideas_on(draw: DrawFn, topic_ids: tuple[str, ...]) -> tuple[Idea, ...]:
    """Give ideas with rising numbers, some of them merged under one that leads."""
    made: list[Idea] = []
    number = 0
    for idea_id in draw(st.lists(ids, max_size=6, unique=True)):
        number += draw(st.integers(1, 3))
        leads = [idea.id for idea in made if idea.merged_into is None]
        made.append(
            Idea(
                id=idea_id,
                number=number,
                topic_id=draw(st.sampled_from(topic_ids)),
                text=draw(some_text),
                offered_at=draw(instants),
                dots=draw(st.integers(0, 9)),
                merged_into=draw(st.none() | st.sampled_from(leads)) if leads else None,
                verdict=draw(st.none() | verdicts),
            )
        )
    turned = draw(st.booleans())
    return _led_by_the_last(tuple(made)) if turned else tuple(made)


@st.composite
def dot_rounds(draw: DrawFn, topic_ids: tuple[str, ...], ideas: tuple[Idea, ...]) -> DotRound:
    """Give a round of dots with some of the ideas counted, alone or with what they are under."""
    counted = [idea for idea in ideas if draw(st.booleans())]
    counts = [
        DotCount(idea.id, draw(st.integers(0, 9)), draw(st.none() | st.just(idea.merged_into)))
        for idea in sorted(counted, key=lambda idea: idea.id)
    ]
    return DotRound(
        draw(ids),
        draw(st.sampled_from(topic_ids)),
        draw(st.integers(1, 999)),
        draw(st.integers(1, 20)),
        draw(st.booleans()),
        tuple(counts),
        managers_too=draw(st.booleans()),
    )


def _led_by_the_last(made: tuple[Idea, ...]) -> tuple[Idea, ...]:
    """Merge all under the idea with the highest number: a lead may be younger than its members."""
    if not made:
        return made
    last = replace(made[-1], merged_into=None)
    return (*(replace(idea, merged_into=last.id) for idea in made[:-1]), last)


def _lines(kind: UpdateKind) -> SearchStrategy[Update]:
    """Give lines of one kind: only a move has a date, only a handing over a name."""
    due = dates if kind is UpdateKind.MOVED else st.none()
    owner = some_text if kind is UpdateKind.HANDED_OVER else st.just("")
    return st.builds(Update, ids, st.just(kind), instants, texts, due, owner)


@st.composite
def histories(draw: DrawFn) -> tuple[Update, ...]:
    """Give dated lines; the clock may have been set back between them."""
    lines = st.sampled_from(UpdateKind).flatmap(_lines)
    return tuple(draw(st.lists(lines, max_size=4)))


@st.composite
def drafts(draw: DrawFn, idea_id: str) -> ActionItem:
    """Give what is being agreed on an idea: perhaps nothing yet."""
    return ActionItem(
        draw(ids),
        idea_id,
        draw(texts),
        draw(st.none() | dates),
        draw(texts),
        draw(texts),
        draw(texts),
    )


@st.composite
def agreements_on(draw: DrawFn, idea_id: str) -> ActionItem:
    """Give a whole agreement on an idea, with what became of it."""
    named = "Fatma " + draw(texts)
    return replace(draw(drafts(idea_id)), owner=named, due=draw(dates), updates=draw(histories()))


@st.composite
def meetings(draw: DrawFn) -> Meeting:
    """Give a whole meeting in any phase."""
    found = tuple(draw(st.lists(topics, min_size=1, max_size=3, unique_by=lambda topic: topic.id)))
    ideas = draw(ideas_on(tuple(topic.id for topic in found)))
    meeting = Meeting(
        id=draw(ids),
        title=draw(texts),
        zone=draw(st.sampled_from(("Europe/Amsterdam", "UTC", "America/St_Johns"))),
        created_at=draw(instants),
        topics=found,
        starts_at=draw(st.none() | instants),
        place=draw(texts),
        planned_minutes=draw(st.integers(1, 1440)),
        format_name=draw(texts),
        phase=draw(st.sampled_from([phase for phase in Phase if phase is not Phase.FOLLOW_UP])),
        goal=Goal(draw(texts), draw(st.integers(1, 20)), draw(texts)),
        topic_on=draw(st.sampled_from(("", *(topic.id for topic in found)))),
        participants=_several(draw, people),
        room_checks=_several(draw, room_checks),
        limit_minutes=draw(st.none() | st.integers(1, 60)),
        agenda=Agenda(
            _several(draw, time_boxes), draw(st.integers(0, 4)), draw(st.none() | instants)
        ),
        ideas=ideas,
        last_number=(ideas[-1].number if ideas else 0) + draw(st.integers(0, 2)),
        turns=_several(draw, turns()),
        breaks=_several(draw, breaks()),
        review_date=draw(st.none() | dates),
        review_typed=draw(texts),
        nothing_selected_because=draw(texts),
        started_at=draw(st.none() | instants),
        is_example=draw(st.booleans()),
        changed_at=draw(st.none() | instants),
        meters=draw(st.sampled_from(Meters)),
        laid_aside=tuple(sorted(_several(draw, laid_aside), key=lambda lost: (lost.at, lost.id))),
    )
    if meeting.phase is Phase.IDEATION:
        meeting = replace(meeting, silent_round=draw(st.none() | silent_rounds()))
    if draw(st.booleans()):
        return _closed(draw, meeting)
    topic_ids = tuple(topic.id for topic in found)
    meeting = replace(meeting, dot_round=draw(st.none() | dot_rounds(topic_ids, ideas)))
    some = tuple(idea for idea in ideas if draw(st.booleans()))
    return replace(meeting, actions=_unlike(tuple(draw(drafts(idea.id)) for idea in some)))


def _closed(draw: DrawFn, meeting: Meeting) -> Meeting:
    agreed = tuple(draw(agreements_on(cluster.lead.id)) for cluster in meeting.selected)
    return replace(
        meeting,
        phase=Phase.FOLLOW_UP,
        silent_round=None,
        closed_at=draw(instants),
        reviews=tuple(sorted(_several(draw, reviews()), key=lambda one: (one.started_at, one.id))),
        actions=_unlike(agreed),
        nothing_selected_because="" if agreed else "Niets was rijp. " + draw(texts),
    )


def _several(draw: DrawFn, one: SearchStrategy[Part]) -> tuple[Part, ...]:
    return tuple(draw(st.lists(one, max_size=4, unique_by=lambda part: part.id)))


def _unlike(actions: tuple[ActionItem, ...]) -> tuple[ActionItem, ...]:
    """Give the actions, and the lines of their histories, ids that differ."""
    number = 0

    def an_id() -> str:
        nonlocal number
        number += 1
        return str(UUID(int=number))

    return tuple(
        replace(
            action,
            id=an_id(),
            updates=tuple(replace(update, id=an_id()) for update in action.updates),
        )
        for action in actions
    )
