"""The minutes as Markdown (CommonMark, with a table as GitHub has them)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pendulum import Date

from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.text import without_control
from socinno_tui.export.minutes import Minutes, Promise, TopicMinutes, minutes_of
from socinno_tui.i18n import _, ngettext

_ALWAYS: Final = re.compile(r"([\\`*_\[\]<>|~&@$])")
_AT_START: Final = re.compile(r"^([#+\-=>]|\d{1,9}(?=[.)]))")
_AT_END: Final = re.compile(r"(?<= )#+$")
_LINKS: Final = re.compile(r"(?<=www)\.|:(?=//)", re.IGNORECASE)
"""What Markdown would obey: these anywhere, these at the beginning, these at the end of a heading,
and bare addresses (GFM 6.9). Every sign of ASCII may be escaped (CommonMark 0.31, 2.4).
"""


def to_markdown(meeting: Meeting, today: Date) -> str:
    """Give the minutes of a meeting as they stand today."""
    minutes = minutes_of(meeting, today)
    return "\n".join(_lines(minutes)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Give a text on one line that Markdown shows as it is."""
    plain = " ".join(without_control(text).split())
    inert = _LINKS.sub(lambda found: f"\\{found.group()}", _ALWAYS.sub(r"\\\1", plain))
    inert = _AT_END.sub(r"\\\g<0>", inert)
    start = _AT_START.match(inert)
    if start is None:
        return inert
    first = start.group()
    # A number is text again when the sign behind it is escaped.
    return f"{first}\\{inert[len(first) :]}" if first.isdigit() else f"\\{inert}"


def _lines(minutes: Minutes) -> Iterator[str]:
    yield f"# {escaped(minutes.title)}"
    yield ""
    for label, text in minutes.facts:
        yield f"- **{escaped(label)}:** {escaped(text)}"
    if minutes.goal:
        yield f"- **{escaped(_('Goal'))}:** {escaped(minutes.goal)}"
    if minutes.reached:
        yield f"- **{escaped(_('Reached'))}:** {escaped(minutes.reached)}"
    if minutes.goal_answer:
        yield f"- **{escaped(_('Answer at the end'))}:** {escaped(minutes.goal_answer)}"
    if minutes.talk is not None:
        yield f"- **{escaped(_('Talk time'))}:** {escaped(minutes.talk.sentence)}"
    yield from _agreements(minutes)
    for topic in minutes.topics:
        yield from _topic(topic)
    if minutes.people:
        yield ""
        yield f"## {escaped(minutes.people_are)}"
        yield ""
        for role, names in minutes.people:
            yield f"- **{escaped(role)}:** {escaped(names)}"


def _agreements(minutes: Minutes) -> Iterator[str]:
    if minutes.nothing_because:
        yield ""
        yield f"## {escaped(_('Agreements'))}"
        yield ""
        because = _("Nothing was chosen: {reason}").format(reason=minutes.nothing_because)
        yield escaped(because)
    if not minutes.promises:
        return
    yield ""
    yield f"## {escaped(_('Agreements'))}"
    yield ""
    header = ("#", _("Idea"), _("Owner"), _("Due"), _("First step"), _("State"))
    yield f"| {' | '.join(escaped(cell) for cell in header)} |"
    yield f"|{' --- |' * len(header)}"
    for promise in minutes.promises:
        cells = (
            str(promise.number),
            promise.idea,
            promise.owner,
            promise.due,
            promise.first_step,
            promise.state,
        )
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
    for promise in minutes.promises:
        yield from _history(promise)


def _history(promise: Promise) -> Iterator[str]:
    if not promise.history:
        return
    yield ""
    what = _("What became of #{number}").format(number=promise.number)
    yield f"### {escaped(what)}"
    yield ""
    for line in promise.history:
        yield f"- {escaped(line)}"


def _topic(topic: TopicMinutes) -> Iterator[str]:
    yield ""
    yield f"## {escaped(topic.question or _('(no question)'))}"
    yield ""
    for label, text in topic.bounds:
        yield f"- **{escaped(label)}:** {escaped(text)}"
    if topic.conclusion:
        yield f"- **{escaped(_('Conclusion'))}:** {escaped(topic.conclusion)}"
    for group in topic.groups:
        yield ""
        yield f"### {escaped(group.heading)}"
        yield ""
        for cluster in group.clusters:
            yield from _cluster(cluster)


def _cluster(cluster: Cluster) -> Iterator[str]:
    lead = cluster.lead
    parts = [f"**\\#{lead.number}** {escaped(lead.text)}"]
    if cluster.dots:
        dots = ngettext("{count} dot", "{count} dots", cluster.dots).format(count=cluster.dots)
        parts.append(f"({dots})")
    if lead.verdict is not None and lead.verdict.reason:
        parts.append(f"— {escaped(lead.verdict.reason)}")
    yield f"- {' '.join(parts)}"
    for idea in cluster.members:
        yield f"  - \\#{idea.number} {escaped(idea.text)}"
