"""The minutes as one page that needs nothing else: for a browser, a phone and A4."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from pendulum import Date

from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.text import without_control
from socinno_tui.export.minutes import Minutes, Promise, TopicMinutes, minutes_of
from socinno_tui.i18n import _, current_language, ngettext

if TYPE_CHECKING:
    from htpy import Element, Node


def to_html(meeting: Meeting, today: Date) -> str:
    """Give the minutes of a meeting as they stand today."""
    import htpy as h

    minutes = minutes_of(meeting, today)
    style = files("socinno_tui.export").joinpath("page_style.css").read_text(encoding="utf-8")
    page = h.html(lang=current_language())[
        h.head[
            h.meta(charset="utf-8"),
            h.meta({"http-equiv": "Content-Security-Policy"}, content=_only_this_style(style)),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="generator", content="socinno"),
            h.title[_plain(minutes.title)],
            h.style[_as_it_is(style)],
        ],
        h.body[h.main[_head(minutes), _agreements(minutes), _rest(minutes)]],
    ]
    return f"{page}\n"


def _only_this_style(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _as_it_is(style: str) -> Node:
    from markupsafe import Markup

    # Our own file: nothing that was typed is in it.
    return Markup(style)


def _plain(text: str) -> str:
    return " ".join(without_control(text).split())


def _head(minutes: Minutes) -> Node:
    import htpy as h

    facts = [
        *minutes.facts,
        *((label, text) for label, text in _goal(minutes) if text),
    ]
    return [
        h.h1[_plain(minutes.title)],
        h.dl[((h.dt[label], h.dd[_plain(text)]) for label, text in facts)],
    ]


def _goal(minutes: Minutes) -> tuple[tuple[str, str], ...]:
    return (
        (_("Goal"), minutes.goal),
        (_("Reached"), minutes.reached),
        (_("Answer at the end"), minutes.goal_answer),
    )


def _agreements(minutes: Minutes) -> Node:
    import htpy as h

    if minutes.nothing_because:
        because = _("Nothing was chosen: {reason}").format(reason=_plain(minutes.nothing_because))
        return [h.h2[_("Agreements")], h.p[because]]
    if not minutes.promises:
        return None
    header = ("#", _("Idea"), _("Owner"), _("Due"), _("State"))
    return [
        h.h2[_("Agreements")],
        h.table[
            h.thead[h.tr[(h.th(scope="col")[name] for name in header)]],
            h.tbody[(_promise(promise) for promise in minutes.promises)],
        ],
    ]


def _promise(promise: Promise) -> Element:
    import htpy as h

    step = _("First step: {step}").format(step=_plain(promise.first_step))
    brought = (
        h.span(".brought")[_("It brought: {result}").format(result=_plain(text))]
        for text in promise.brought
    )
    history = h.ul(".history")[(h.li[_plain(line)] for line in promise.history)]
    return h.tr[
        h.td(".due")[f"#{promise.number}"],
        h.th(scope="row")[
            _plain(promise.idea),
            h.span(".step")[step] if promise.first_step else None,
            brought,
            history if promise.history else None,
        ],
        h.td(".owner")[_plain(promise.owner)],
        h.td(".due")[promise.due],
        h.td(class_=f"state {promise.standing.value.replace(' ', '-')}")[promise.state],
    ]


def _rest(minutes: Minutes) -> Node:
    import htpy as h

    from socinno_tui.export.page_charts import charts

    figures = charts(minutes)
    people = [(role, _plain(names)) for role, names in minutes.people]
    return [
        [h.h2[_("In figures")], h.div(".charts")[figures]] if figures else None,
        [_topic(topic) for topic in minutes.topics],
        [h.h2[minutes.people_are], h.dl[((h.dt[role], h.dd[names]) for role, names in people)]]
        if people
        else None,
    ]


def _topic(topic: TopicMinutes) -> Node:
    import htpy as h

    bounds = [(label, _plain(text)) for label, text in topic.bounds]
    if topic.conclusion:
        bounds.append((_("Conclusion"), _plain(topic.conclusion)))
    return h.section[
        h.h2(".question")[_plain(topic.question) or _("(no question)")],
        h.dl[((h.dt[label], h.dd[text]) for label, text in bounds)] if bounds else None,
        [
            (h.h3[group.heading], h.ul(".ideas")[(_cluster(one) for one in group.clusters)])
            for group in topic.groups
        ],
    ]


def _cluster(cluster: Cluster) -> Element:
    import htpy as h

    lead = cluster.lead
    reason = lead.verdict.reason if lead.verdict is not None else ""
    dots = ngettext("{count} dot", "{count} dots", cluster.dots).format(count=cluster.dots)
    return h.li[
        h.span(".number")[f"#{lead.number}"],
        _plain(lead.text),
        [" ", h.span(".dots")[f"● {dots}"]] if cluster.dots else None,
        [" ", h.span(".why")[f"— {_plain(reason)}"]] if reason else None,
        h.ul[(h.li[f"#{one.number} {_plain(one.text)}"] for one in cluster.members)]
        if cluster.members
        else None,
    ]
