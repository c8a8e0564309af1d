"""The charts of the page: SVG that stands in it, each with a title and its numbers in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h
from htpy import Element

from socinno_tui.domain.text import without_control
from socinno_tui.export.minutes import Minutes, Talk
from socinno_tui.i18n import _, ngettext

WIDTH = 320
ROW = 30
LONGEST_LABEL = 40

_svg = Element("svg")
_g = Element("g")
_rect = Element("rect")
_text = Element("text")
_line = Element("line")
_title = Element("title")
_desc = Element("desc")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long it is, and the colour class by its meaning."""

    label: str
    value: int
    kind: str = "bar"


def charts(minutes: Minutes) -> list[Element]:
    """Give the figures for what there is to show."""
    figures = []
    if minutes.ideas:
        figures.append(
            bar_chart(
                _("From ideas to results"),
                (
                    Bar(_("ideas"), minutes.ideas),
                    Bar(_("chosen"), minutes.selected),
                    Bar(_("done"), minutes.done, "good"),
                ),
            )
        )
    if minutes.talk is not None:
        figures.append(talk_chart(minutes.talk))
    if minutes.top:
        bars = tuple(Bar(f"#{one.lead.number} {one.lead.text}", one.dots) for one in minutes.top)
        figures.append(bar_chart(_("Most dots"), bars))
    return figures


def bar_chart(heading: str, bars: Sequence[Bar]) -> Element:
    """Give lying bars with their labels above them and their numbers at the end."""
    most = max((bar.value for bar in bars), default=0) or 1
    room = WIDTH - 40
    rows = []
    for place, bar in enumerate(bars):
        top = place * (ROW + 12)
        length = round(room * bar.value / most, 1)
        rows.append(
            _g[
                _text(x="0", y=str(top + 13))[_shortened(bar.label)],
                _rect(class_="track", x="0", y=str(top + 19), width=str(room), height="14"),
                _rect(class_=bar.kind, x="0", y=str(top + 19), width=str(length), height="14"),
                _text(x=str(room + 8), y=str(top + 31))[str(bar.value)],
            ]
        )
    told = "; ".join(
        _("{label}: {value}").format(label=without_control(bar.label), value=bar.value)
        for bar in bars
    )
    return _figure(heading, told, len(bars) * (ROW + 12), rows)


def talk_chart(talk: Talk) -> Element:
    """Give the manager's minutes against the maximum that was agreed."""
    most = max(talk.minutes, talk.limit) * 1.1 or 1
    length, limit = (round((WIDTH - 10) * part / most, 1) for part in (talk.minutes, talk.limit))
    kind = "over" if talk.minutes > talk.limit else "good"
    agreed = ngettext(
        "maximum agreed: {count} minute", "maximum agreed: {count} minutes", talk.limit
    ).format(count=talk.limit)
    rows = [
        _rect(class_="track", x="0", y="8", width=str(WIDTH - 10), height="18"),
        _rect(class_=kind, x="0", y="8", width=str(length), height="18"),
        _line(class_="limit", x1=str(limit), x2=str(limit), y1="2", y2="32"),
        _text(x="0", y="50")[agreed],
    ]
    return _figure(_("The manager's talk time"), talk.sentence, 58, rows, talk.sentence)


def _figure(
    heading: str, told: str, height: int, rows: Sequence[Element], below: str = ""
) -> Element:
    picture = _svg(role="img", viewBox=f"0 0 {WIDTH} {height}", xmlns="http://www.w3.org/2000/svg")[
        _title[heading], _desc[told], *rows
    ]
    return h.figure[h.figcaption[heading], picture, h.p[below] if below else None]


def _shortened(label: str) -> str:
    plain = " ".join(without_control(label).split())
    return plain if len(plain) <= LONGEST_LABEL else f"{plain[: LONGEST_LABEL - 1]}…"
