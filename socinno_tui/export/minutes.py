"""What the minutes of a meeting tell, whatever their form; nothing links an idea to a person."""

from __future__ import annotations

from dataclasses import dataclass

from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionState, Agreement, Standing
from socinno_tui.domain.agreements import agreements_of
from socinno_tui.domain.idea import Cluster, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.talk import Speaker, talk_share, talked
from socinno_tui.domain.topic import Topic
from socinno_tui.export.history import what_became
from socinno_tui.i18n import _, ngettext
from socinno_tui.wording.dates import clock_time, long_date, short_date
from socinno_tui.wording.states import role_word, standing_symbol, standing_word


@dataclass(frozen=True, slots=True)
class Promise:
    """One agreement in the minutes, with the lines of its history in words."""

    number: int
    idea: str
    owner: str
    due: str
    state: str
    standing: Standing
    first_step: str
    brought: tuple[str, ...]
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Ideas with the same verdict; `reasons` has the reason of each, empty where none is given."""

    heading: str
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class TopicMinutes:
    """One topic: the question, its bounds as label and text, the conclusion, and its ideas."""

    question: str
    bounds: tuple[tuple[str, str], ...]
    conclusion: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """How long the manager spoke, in minutes, and the part of all talk, 0 to 1."""

    minutes: float
    limit: int
    share: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything in the minutes, in the order in which it is told."""

    title: str
    facts: tuple[tuple[str, str], ...]
    goal: str
    goal_answer: str
    reached: str
    promises: tuple[Promise, ...]
    nothing_because: str
    topics: tuple[TopicMinutes, ...]
    talk: Talk | None
    people_are: str
    people: tuple[tuple[str, str], ...]
    ideas: int
    selected: int
    done: int
    top: tuple[Cluster, ...]


MOST_IN_CHART = 10


def minutes_of(meeting: Meeting, today: Date) -> Minutes:
    """Give what the minutes of a meeting tell on a given day."""
    agreements = agreements_of(meeting)
    selected = len(meeting.selected)
    wanted = meeting.goal.ideas_wanted
    reached = ngettext(
        "{selected} of {wanted} idea wanted was chosen.",
        "{selected} of {wanted} ideas wanted were chosen.",
        wanted,
    )
    with_dots = sorted(
        (one for one in meeting.clusters if one.dots), key=lambda one: (-one.dots, one.lead.number)
    )
    return Minutes(
        title=meeting.title or meeting.topic.name or meeting.topic.question or _("Meeting"),
        facts=_facts(meeting, today),
        goal=meeting.goal.sentence,
        goal_answer=meeting.goal.answer,
        reached=reached.format(selected=selected, wanted=wanted) if meeting.closed_at else "",
        promises=tuple(_promise(one, today) for one in agreements),
        nothing_because=meeting.nothing_selected_because if not agreements else "",
        topics=tuple(_topic(meeting, topic) for topic in meeting.topics),
        talk=_talk(meeting),
        people_are=_("Who was there") if meeting.coming else _("Participants"),
        people=_people(meeting),
        ideas=len(meeting.ideas),
        selected=selected,
        done=sum(one.action.state is ActionState.DONE for one in agreements),
        top=tuple(with_dots[:MOST_IN_CHART]),
    )


def _facts(meeting: Meeting, today: Date) -> tuple[tuple[str, str], ...]:
    starts = meeting.started_at or meeting.starts_at
    when = ""
    if starts is not None:
        when = _("{date}, {start}").format(
            date=long_date(_local(starts, meeting.zone)), start=clock_time(starts, meeting.zone)
        )
    if starts is not None and meeting.closed_at is not None:
        when = _("{date}, {start} to {end}").format(
            date=long_date(_local(starts, meeting.zone)),
            start=clock_time(starts, meeting.zone),
            end=clock_time(meeting.closed_at, meeting.zone),
        )
    review = meeting.review_date_now
    told = (
        (_("When"), when),
        (_("Where"), meeting.place),
        (_("We look at it again"), "" if review is None else long_date(review)),
        (_("These minutes show how it stood on"), long_date(today)),
    )
    return tuple((label, text) for label, text in told if text)


def _promise(agreement: Agreement, today: Date) -> Promise:
    action = agreement.action
    standing = action.standing(today)
    history = [
        _("{date}: {what}").format(
            date=short_date(_local(line.at, agreement.zone), today=today),
            what=what_became(line, "" if line.due is None else short_date(line.due, today=today)),
        )
        for line in action.updates
    ]
    return Promise(
        number=agreement.idea_number,
        idea=agreement.idea_text,
        owner=action.owner_now,
        due="" if action.due_now is None else short_date(action.due_now, today=today),
        state=f"{standing_symbol(standing)} {standing_word(standing)}",
        standing=standing,
        first_step=action.first_step,
        brought=action.results,
        history=tuple(history),
    )


def _topic(meeting: Meeting, topic: Topic) -> TopicMinutes:
    frame = topic.frame
    bounds = (
        (_("Inside"), frame.inside),
        (_("Outside"), frame.outside),
        (_("Limits"), frame.limits),
    )
    clusters = meeting.clusters_of(topic.id)

    def decided(kind: VerdictKind | None) -> tuple[Cluster, ...]:
        return tuple(
            one
            for one in clusters
            if (None if one.lead.verdict is None else one.lead.verdict.kind) is kind
        )

    groups = (
        Group(_("Chosen"), decided(VerdictKind.SELECTED)),
        Group(_("For later"), decided(VerdictKind.LATER)),
        Group(_("No, with the reason"), decided(VerdictKind.NO)),
        Group(_("No answer yet"), decided(None)),
    )
    return TopicMinutes(
        question=topic.question or topic.name,
        bounds=tuple((label, text) for label, text in bounds if text),
        conclusion=topic.conclusion,
        groups=tuple(group for group in groups if group.clusters),
    )


def _talk(meeting: Meeting) -> Talk | None:
    now = meeting.closed_at or _last_heard(meeting)
    share = talk_share(meeting.turns, now) if now is not None else None
    if share is None or now is None:
        return None
    minutes = talked(meeting.turns, now, Speaker.MANAGER).total_seconds() / 60
    limit = meeting.talk_limit_minutes
    sentence = _(
        "The manager spoke for {minutes} of the {limit} minutes agreed: {percent}% of all talk."
    ).format(minutes=round(minutes), limit=limit, percent=round(share * 100))
    return Talk(minutes, limit, share, sentence)


def _last_heard(meeting: Meeting) -> DateTime | None:
    return max((turn.heard_at for turn in meeting.turns), default=None)


def _people(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    # Where nobody noted who came, all but those who said not to come took part.
    not_declined = tuple(
        one for one in meeting.participants if one.attendance is not Attendance.NOT_COMING
    )
    coming = meeting.coming or not_declined
    by_role = {
        role: ", ".join(one.name for one in coming if one.role is role)
        for role in (Role.EMPLOYEE, Role.MANAGER, Role.FACILITATOR)
    }
    return tuple((role_word(role), names) for role, names in by_role.items() if names)


def _local(instant: DateTime, zone: str) -> Date:
    return instant.in_timezone(zone).date()
