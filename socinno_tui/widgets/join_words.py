"""What stands beside the QR code: where to go on a phone, and what to do when none comes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.i18n import _
from socinno_tui.widgets.block_letters import LARGEST_FIRST, BlockFont, block_letters
from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.plain import is_plain

LEAST_WIDTH: Final = 24
"""Below so many cells words are put beneath the code instead of beside it."""

HIGHEST_LETTERS: Final = 10

EASY_TO_READ: Final = LARGEST_FIRST[:2]
"""The smallest font leaves one to guess at single letters, and a code makes no word."""

_HANGING: Final = 3


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the words are told: what is in letters of many cells, and how much stands between."""

    large_place: bool = False
    large_code: bool = False
    is_loose: bool = False
    has_note: bool = False


_MANNERS: Final = (
    _Manner(large_place=True, large_code=True, is_loose=True, has_note=True),
    _Manner(large_code=True, is_loose=True, has_note=True),
    _Manner(large_code=True, is_loose=True),
    _Manner(large_code=True),
    _Manner(is_loose=True),
    _Manner(),
)
"""The first that fits is taken."""


def join_lines(now: PhonesNow, width: int, height: int) -> list[Content]:
    """Say where phones come in, as large as fits within so many cells and lines."""
    if width < 1 or height < 1:
        return []
    # A screen reader would read blocks, or nothing at all.
    for manner in _MANNERS[-2:] if is_plain() else _MANNERS:
        lines = _told(now, manner, width)
        if lines is not None and len(lines) <= height:
            return lines
    lines = [*_where(now, width), *Content.styled(_promise(), "bold").wrap(width)]
    if len(lines) <= height:
        return lines
    return [shortened(Content.styled(_in_one_line(now), "bold $question"), width)]


def ways_out(now: PhonesNow, width: int, height: int) -> list[Content] | None:
    """Say in steps what to do when no phone comes in; None where that does not fit."""
    if width <= _HANGING:
        return None
    for between in ([Content.empty()], []):
        lines = _steps(now, width, between)
        if len(lines) <= height:
            return lines
    return None


def _steps(now: PhonesNow, width: int, between: list[Content]) -> list[Content]:
    steps = (
        _("The phone on the same wifi as this laptop, mobile data off for a moment."),
        _(
            "A guest network often keeps devices apart: take another, or another address ({key})."
        ).format(key=key_for("phones.addresses", "n")),
        _(
            "Make a hotspot: with this laptop (Windows lets 8 devices in) or with a phone "
            "(5 to 10), then choose its address."
        ),
        _("If a firewall asks: allow access on private networks."),
        _("Or type what is called out, as before: the meeting goes on."),
    )
    lines = [*_where(now, width), *between]
    lines += Content.styled(_("No phone comes in?"), "bold $heading").wrap(width)
    for place, step in enumerate(steps, start=1):
        lines += _hung(f"{place}", step, width)
    return [*lines, *between, *_note(width)]


def state_lines(now: PhonesNow, width: int) -> list[Content]:
    """Say why no phone can come in, and what one does about it; nothing while phones can."""
    if now.is_open or width < 1:
        return []
    if now.is_opening:
        return Content(_("The door opens…")).wrap(width)
    opens = _("Enter opens the door, with a new code.")
    if not now.has_network:
        sentence = _("This laptop is on no network, so no phone can reach it.")
        opens = _(
            "Connect it to the room's wifi, or make a hotspot with it or with a phone. Enter tries "
            "again. Or type what is called out, as before."
        )
    elif now.is_shut:
        sentence = _("The door is shut: no phone comes in, and the old code is of no use.")
    else:
        sentence = _("No phone comes in yet.")
    return [
        *Content.styled(sentence, "bold").wrap(width),
        Content.empty(),
        *Content(opens).wrap(width),
    ]


def _told(now: PhonesNow, manner: _Manner, width: int) -> list[Content] | None:
    place = _letters(now.place, width, LARGEST_FIRST if manner.large_place else ())
    code = _letters(now.code, width, EASY_TO_READ if manner.large_code else ())
    if place is None or code is None:
        return None
    parts = [
        Content(_("Scan the code, or go on your phone to")).wrap(width),
        place,
        Content(_("and give the code")).wrap(width),
        code,
        Content.styled(_promise(), "bold").wrap(width),
    ]
    if manner.has_note:
        parts.append(_note(width))
    between = [Content.empty()] if manner.is_loose else []
    lines = [line for part in parts for line in (*part, *between)]
    return lines[: len(lines) - len(between)]


def _letters(text: str, width: int, fonts: tuple[BlockFont, ...]) -> list[Content] | None:
    """A text in one of these fonts, or plain where none is asked; None where it is too wide."""
    rows = block_letters(text, width, HIGHEST_LETTERS, fonts) if fonts else (text,)
    if rows is None or max(map(len, rows)) > width:
        return None
    return [Content.styled(row, "bold $question") for row in rows]


def _where(now: PhonesNow, width: int) -> list[Content]:
    return Content.styled(_in_one_line(now), "bold $question").wrap(width)


def _in_one_line(now: PhonesNow) -> str:
    return _("{place} · code {code}").format(place=now.place, code=now.code)


def _promise() -> str:
    return _("Nobody sees who sends what.")


def _note(width: int) -> list[Content]:
    sentence = _(
        "Others on this network could read along what phones send (http): there is nothing secret "
        "in it."
    )
    return Content.styled(sentence, "$quiet").wrap(width)


def _hung(margin: str, words: str, width: int) -> Iterator[Content]:
    for place, line in enumerate(Content(words).wrap(width - _HANGING)):
        beside = Content.styled(margin if place == 0 else "", "bold $focus")
        yield beside.pad_right(_HANGING - beside.cell_length) + line


class JoinWords(Widget):
    """The words beside the code; the ways out take their place while `shows_ways`."""

    now: reactive[PhonesNow] = reactive(PhonesNow())
    shows_ways: reactive[bool] = reactive(False)

    def render(self) -> Content:
        width, height = self.content_size
        lines = state_lines(self.now, width)
        if not lines and self.shows_ways:
            lines = ways_out(self.now, width, height) or []
        return Content("\n").join((lines or join_lines(self.now, width, height))[:height])
