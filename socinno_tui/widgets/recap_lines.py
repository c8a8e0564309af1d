"""What the room takes home: the recap of a meeting, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date, DateTime
from textual.content import Content

from socinno_tui.domain.action import ActionState
from socinno_tui.domain.idea import Cluster, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.talk import Speaker, talk_share, talked
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.clock import clock_face
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import due_understood, short_date

INDENT = "   "


def recap_lines(meeting: Meeting, *, today: Date, now: DateTime) -> tuple[Content, ...]:
    """Give what was asked, chosen, agreed, parked and declined, the talk time, the review date."""
    return (
        *_asked(meeting),
        *_agreed(meeting, today),
        *_without_action(meeting, VerdictKind.LATER, _("Parked for later")),
        *_without_action(meeting, VerdictKind.NO, _("Not this time, and why")),
        *_talk(meeting, now),
        *_review(meeting, today),
    )


def _heading(text: str) -> Iterator[Content]:
    yield Content.empty()
    yield Content.styled(text, "bold $heading")


def _asked(meeting: Meeting) -> Iterator[Content]:
    for topic in meeting.topics:
        yield Content.styled(topic.question, "bold $question")
        if topic.conclusion:
            yield Content.assemble((f"{_('Conclusion')}: ", "$quiet"), topic.conclusion)
    yield Content.assemble((f"{_('Goal')}: ", "$quiet"), meeting.goal.sentence)
    if meeting.goal.answer:
        yield Content.assemble((f"{symbols.DONE} ", "$within"), meeting.goal.answer)


def _agreed(meeting: Meeting, today: Date) -> Iterator[Content]:
    yield from _heading(_("Who does what, by when"))
    if not meeting.agreements:
        yield Content(
            _("Nothing was selected: {reason}").format(reason=meeting.nothing_selected_because)
        )
    for cluster, action in meeting.agreements:
        yield _idea_line(cluster, symbols.SELECTED)
        due = action.due_now
        by = due_understood(due, today=today) if due is not None else ""
        yield Content.assemble(
            INDENT, (action.owner_now, "bold"), ("  ", ""), (by, ""), _ended(action.state)
        )
        if action.first_step:
            yield Content.assemble(INDENT, (f"{_('First step')}: ", "$quiet"), action.first_step)


def _ended(state: ActionState) -> tuple[str, str]:
    if state is ActionState.DONE:
        return f"  {symbols.DONE} {_('done')}", "$within"
    if state is ActionState.STOPPED:
        return f"  {symbols.STOPPED} {_('stopped')}", "$quiet"
    return "", ""


def _without_action(meeting: Meeting, kind: VerdictKind, title: str) -> Iterator[Content]:
    found = [
        cluster
        for cluster in meeting.clusters
        if cluster.lead.verdict is not None and cluster.lead.verdict.kind is kind
    ]
    if not found:
        return
    yield from _heading(title)
    sign = symbols.LATER if kind is VerdictKind.LATER else symbols.NO
    for cluster in found:
        yield _idea_line(cluster, sign)
        verdict = cluster.lead.verdict
        if verdict is not None and verdict.reason:
            yield Content.assemble(INDENT, (verdict.reason, "$quiet"))


def _idea_line(cluster: Cluster, sign: str) -> Content:
    why = (
        ngettext("{count} dot", "{count} dots", cluster.dots).format(count=cluster.dots)
        if cluster.dots
        else ""
    )
    return Content.assemble(
        (f"{sign} ", "$focus"),
        (f"#{cluster.lead.number} ", "$quiet"),
        " ".join(cluster.lead.text.split()),
        (f"  {symbols.DOT} {why}" if why else "", "$dots"),
    )


def _talk(meeting: Meeting, now: DateTime) -> Iterator[Content]:
    share = talk_share(meeting.turns, now)
    if share is None:
        return
    yield from _heading(_("Talk time of the manager"))
    sentence = _("{time} of {limit} agreed, {percent}% of the time talked.")
    yield Content(
        sentence.format(
            time=clock_face(talked(meeting.turns, now, Speaker.MANAGER)),
            limit=f"{meeting.talk_limit_minutes:02}:00",
            percent=round(share * 100),
        )
    )


def _review(meeting: Meeting, today: Date) -> Iterator[Content]:
    if meeting.review_date is None:
        return
    yield from _heading(_("We look at the agreements again"))
    passed = meeting.review_date < today
    words = short_date if passed else due_understood
    yield Content.styled(words(meeting.review_date, today=today), "bold")
