"""A row of the feed as coloured segments. What was typed is only ever the text of a segment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from socinno_tui.domain.idea import Cluster, Verdict, VerdictKind
from socinno_tui.i18n import _, pgettext
from socinno_tui.widgets.idea_feed_lines import (
    Columns,
    Span,
    dots_drawn,
    one_line,
    wrapped,
)
from socinno_tui.wording import symbols
from socinno_tui.wording.plain import is_plain

_SIGNS = {
    VerdictKind.SELECTED: symbols.SELECTED,
    VerdictKind.LATER: symbols.LATER,
    VerdictKind.NO: symbols.NO,
}


def verdict_word(kind: VerdictKind) -> str:
    """What becomes of an idea, in one word."""
    match kind:
        case VerdictKind.SELECTED:
            return pgettext("verdict", "selected")
        case VerdictKind.LATER:
            return pgettext("verdict", "later")
        case VerdictKind.NO:
            return pgettext("verdict", "no")


def counted_words(*, short: bool) -> str:
    """That an idea is counted, in the place of its dots."""
    return symbols.DONE if short else f"{symbols.DONE} " + _("counted")


def size_words(size: int) -> str:
    """How many ideas a cluster holds, in words."""
    return _("{count} together").format(count=size)


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of a row in one state: as the others, or under the cursor."""

    text: Style
    quiet: Style
    number: Style
    strong: Style
    focus: Style
    dots: Style
    sign: Style
    """For the parking sign: a sign of its own colour."""
    found: Style
    bar: str
    """The one cell at the very left."""
    bar_style: Style


@dataclass(frozen=True, slots=True)
class Beneath:
    """One line under an idea: why, or a part of what was merged into it."""

    before: str
    text: str
    dots: int = 0


def beneath(
    cluster: Cluster, columns: Columns, *, dots_hidden: bool = False
) -> tuple[Beneath, ...]:
    """What opens under an idea: its verdict with the reason, then every original with its number.

    Empty when the idea stands alone and all about it is said already.
    """
    lines: list[Beneath] = []
    verdict = cluster.lead.verdict
    if verdict is not None and (verdict.reason or not columns.verdict_word):
        lines += _hanging("", _verdict_line(verdict), 0, columns)
    for member in cluster.members:
        number = f"{symbols.MEMBER} #{member.number} "
        dots = 0 if dots_hidden else member.dots
        lines += _hanging(number, one_line(member.text), dots, columns)
    return tuple(lines)


def _verdict_line(verdict: Verdict) -> str:
    word = verdict_word(verdict.kind)
    if not verdict.reason:
        return word
    return _("{verdict}: {reason}").format(verdict=word, reason=one_line(verdict.reason))


def _hanging(before: str, text: str, dots: int, columns: Columns) -> Iterator[Beneath]:
    indent = cell_len(before)
    for count, (start, end) in enumerate(wrapped(text, columns.text - indent)):
        if count == 0:
            yield Beneath(before, text[start:end], dots)
        else:
            yield Beneath(" " * indent, text[start:end])


def lead_line(
    cluster: Cluster,
    span: Span,
    *,
    dots: str,
    columns: Columns,
    look: Look,
    is_marked: bool,
    sought: re.Pattern[str] | None,
) -> list[Segment]:
    """One line of the idea itself; what is beside the text stands on the first line only.

    `dots` is what the column of the dots shows.
    """
    lead = cluster.lead
    start, end = span
    text = one_line(lead.text)[start:end]
    style = _text_style(lead.verdict, look)
    padding = Segment(" " * (columns.text - cell_len(text)), look.text)
    found = [*_with_found(text, style, look.found, sought), padding]
    if start:
        before = Segment(" " * (columns.before_text - 1), look.text)
        return [_bar(look), before, *found, Segment(" " * columns.after_text, look.text)]
    return [
        _bar(look),
        _verdict_sign(lead.verdict, look),
        Segment(symbols.MARKED if is_marked else " ", look.focus),
        *_at_right(
            f"#{lead.number}",
            columns.number - 1,
            look.text,
            look.focus if is_marked else look.number,
        ),
        Segment(" ", look.text),
        *found,
        *_after_text(cluster, dots, columns, look),
    ]


def beneath_line(line: Beneath, *, columns: Columns, look: Look) -> list[Segment]:
    """One line of what is open under an idea, quieter than the idea."""
    shown = f"{line.before}{line.text}"
    dots = dots_drawn(line.dots, compact=columns.is_compact)
    before_dots = columns.text + columns.after_text - 1 - cell_len(shown) - cell_len(dots)
    return [
        _bar(look),
        Segment(" " * (columns.before_text - 1), look.text),
        Segment(shown, look.quiet),
        Segment(" " * before_dots, look.text),
        Segment(dots, look.quiet),
        Segment(" ", look.text),
    ]


def _bar(look: Look) -> Segment:
    return Segment(look.bar, look.bar_style)


def _text_style(verdict: Verdict | None, look: Look) -> Style:
    if verdict is None:
        return look.text
    return look.strong if verdict.kind is VerdictKind.SELECTED else look.quiet


def _verdict_sign(verdict: Verdict | None, look: Look) -> Segment:
    if verdict is None or is_plain():
        return Segment(" ", look.text)
    styles = {VerdictKind.SELECTED: look.focus, VerdictKind.LATER: look.sign}
    return Segment(_SIGNS[verdict.kind], styles.get(verdict.kind, look.quiet))


def _after_text(cluster: Cluster, dots: str, columns: Columns, look: Look) -> Iterator[Segment]:
    verdict = cluster.lead.verdict
    word = "" if verdict is None else verdict_word(verdict.kind)
    size = size_words(cluster.size) if cluster.members else ""
    if cell_len(size) > columns.size:
        size = f"+{len(cluster.members)}"
    strength = look.focus if cluster.lead.is_selected else look.quiet
    yield from _at_right(word, columns.verdict_word, look.text, strength)
    yield from _at_right(size, columns.size, look.text, look.quiet)
    yield from _at_right(dots, columns.dots, look.text, look.dots)
    yield Segment(" ", look.text)


def _at_right(text: str, width: int, ground: Style, style: Style) -> Iterator[Segment]:
    """A text at the right of its column, with a gap before it; nothing in a column of no width."""
    if width:
        yield Segment(" " * (width + 1 - cell_len(text)), ground)
        yield Segment(text, style)


def _with_found(
    text: str, style: Style, found: Style, sought: re.Pattern[str] | None
) -> Iterator[Segment]:
    if sought is None:
        yield Segment(text, style)
        return
    past = 0
    for match in sought.finditer(text):
        yield Segment(text[past : match.start()], style)
        yield Segment(match.group(), found)
        past = match.end()
    yield Segment(text[past:], style)
