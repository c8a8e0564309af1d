"""What the room takes home: the recap of a meeting, in lines of a given width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pendulum import Date, DateTime
from textual.content import Content

from socinno_tui.domain.action import ActionItem, ActionState, Standing
from socinno_tui.domain.idea import Cluster, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.talk import Speaker, talk_share, talked
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.clock import clock_face
from socinno_tui.widgets.fitting import one_line
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import due_understood, short_date
from socinno_tui.wording.standings import standing_line

LEAST_HANG = 6
"""An idea's text stands beside its sign and number, and so does all that is said of it."""

BESIDE = Content(" ")
"""The margin of what is said of an idea: empty, but there."""


class Part(NamedTuple):
    """What stands in the margin, what hangs beside it, and what is kept together at its end.

    Without a margin the whole width is used.
    """

    margin: Content
    text: Content
    tail: Content = Content()


def recap_lines(meeting: Meeting, width: int, *, today: Date, now: DateTime) -> list[Content]:
    """Give what was asked, chosen and agreed, what was parked and declined, the talk time, the
    review date, and what was left open.
    """
    parts = (
        *_asked(meeting),
        *_agreed(meeting, today),
        *_without_action(meeting, VerdictKind.LATER, _("Parked for later")),
        *_without_action(meeting, VerdictKind.NO, _("Not this time, and why")),
        *_talk(meeting, now),
        *_review(meeting, today),
        # At the end: there may be more than a hundred of them.
        *_unanswered(meeting),
    )
    hang = max(LEAST_HANG, len(f"{symbols.SELECTED} #{meeting.last_number} "))
    return [line for part in parts for line in _hung(part, width, hang)]


def _hung(part: Part, width: int, hang: int) -> Iterator[Content]:
    indent = hang if part.margin else 0
    room = max(1, width - indent)
    lines = part.text.wrap(room) if part.text else [part.text]
    if part.tail and lines[-1].cell_length + 2 + part.tail.cell_length <= room:
        lines[-1] = lines[-1] + "  " + part.tail
    elif part.tail:
        lines.extend(part.tail.wrap(room))
    for place, line in enumerate(lines):
        margin = part.margin if place == 0 else Content.empty()
        yield margin.pad_right(indent - margin.cell_length) + line


def _plain(text: Content) -> Part:
    return Part(Content.empty(), text)


def _beside(text: Content) -> Part:
    return Part(BESIDE, text)


def _heading(text: str) -> Iterator[Part]:
    yield _plain(Content.empty())
    yield _plain(Content.styled(text, "bold $heading"))


def _labelled(label: str, text: str) -> Content:
    return Content.assemble((label, "$quiet"), " ", one_line(text))


def _asked(meeting: Meeting) -> Iterator[Part]:
    for place, topic in enumerate(meeting.topics):
        if place:
            yield _plain(Content.empty())
        yield _plain(Content.styled(one_line(topic.question), "bold $question"))
        if topic.conclusion:
            yield _plain(_labelled(_("Conclusion:"), topic.conclusion))
    yield _plain(_labelled(_("Goal:"), meeting.goal.sentence))
    if meeting.goal.answer:
        yield _plain(_labelled(_("Answer:"), meeting.goal.answer))


def _agreed(meeting: Meeting, today: Date) -> Iterator[Part]:
    yield from _heading(_("Who does what, by when"))
    if not meeting.agreements:
        sentence = _("Nothing was selected: {reason}")
        yield _plain(Content(sentence.format(reason=meeting.nothing_selected_because)))
    for cluster, action in meeting.agreements:
        yield _idea(cluster, symbols.SELECTED)
        yield _who_and_when(action, today)
        if action.first_step and action.state is ActionState.OPEN:
            yield _beside(_labelled(_("First step:"), action.first_step))
        for result in action.results:
            yield _beside(_labelled(_("It brought:"), result))


def _who_and_when(action: ActionItem, today: Date) -> Part:
    due = action.due_now
    if action.state is ActionState.DONE:
        tail = Content.styled(f"{symbols.DONE} " + _("done"), "$within")
    elif action.state is ActionState.STOPPED:
        tail = Content.styled(f"{symbols.STOPPED} " + _("stopped"), "$quiet")
    elif due is not None and action.standing(today) is Standing.OVERDUE:
        late = f"{symbols.OVERDUE} {standing_line(action, today)}"
        tail = Content(f"{short_date(due, today=today)}  ") + Content.styled(late, "bold $over")
    else:
        tail = Content("" if due is None else due_understood(due, today=today))
    return Part(BESIDE, Content.styled(action.owner_now, "bold"), tail)


def _without_action(meeting: Meeting, kind: VerdictKind, title: str) -> Iterator[Part]:
    found = [
        cluster
        for cluster in meeting.clusters
        if cluster.lead.verdict is not None and cluster.lead.verdict.kind is kind
    ]
    if not found:
        return
    yield from _heading(title)
    for cluster in found:
        yield _idea(cluster, symbols.LATER if kind is VerdictKind.LATER else symbols.NO)
        verdict = cluster.lead.verdict
        if verdict is not None and verdict.reason:
            yield _beside(Content.styled(one_line(verdict.reason), "$quiet"))


def _unanswered(meeting: Meeting) -> Iterator[Part]:
    if not meeting.unanswered:
        return
    yield from _heading(_("No answer yet: {count}").format(count=len(meeting.unanswered)))
    for cluster in meeting.unanswered:
        yield _idea(cluster, symbols.EMPTY)


def _idea(cluster: Cluster, sign: str) -> Part:
    margin = Content.assemble((f"{sign} ", "$focus"), (f"#{cluster.lead.number}", "$quiet"))
    text = Content(one_line(cluster.lead.text))
    if not cluster.dots:
        return Part(margin, text)
    why = ngettext("{count} dot", "{count} dots", cluster.dots).format(count=cluster.dots)
    return Part(margin, text, Content.styled(f"{symbols.DOT} {why}", "$dots"))


def _talk(meeting: Meeting, now: DateTime) -> Iterator[Part]:
    share = talk_share(meeting.turns, now)
    if share is None:
        return
    yield from _heading(_("Talk time of the manager"))
    sentence = _("{time} of {limit} agreed, {percent}% of the time talked.")
    yield _plain(
        Content(
            sentence.format(
                time=clock_face(talked(meeting.turns, now, Speaker.MANAGER)),
                limit=f"{meeting.talk_limit_minutes:02}:00",
                percent=round(share * 100),
            )
        )
    )


def _review(meeting: Meeting, today: Date) -> Iterator[Part]:
    review_date = meeting.review_date_now
    if review_date is None:
        return
    yield from _heading(_("We look at the agreements again"))
    words = short_date if review_date < today else due_understood
    yield _plain(Content.styled(words(review_date, today=today), "bold"))
