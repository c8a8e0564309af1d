"""What stands beside the QR code: where to go on a phone, and what to do when none comes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.i18n import _
from socinno_tui.widgets.block_letters import block_letters
from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording.keys import key_for

LEAST_WIDTH: Final = 24
"""Below so many cells words are put beneath the code instead of beside it."""

HIGHEST_LETTERS: Final = 10
_HANGING: Final = 3


def join_lines(now: PhonesNow, width: int, height: int) -> list[Content]:
    """Say where phones come in, as large as fits within so many cells and lines."""
    if width < 1 or height < 1:
        return []
    for made in (_spacious, _with_large_code, _apart, _close):
        lines = made(now, width)
        if len(lines) <= height and all(line.cell_length <= width for line in lines):
            return lines
    return [shortened(Content.styled(_in_one_line(now), "bold $question"), width)]


def ways_out(now: PhonesNow, width: int) -> list[Content]:
    """Say in steps what to do when no phone comes in, in lines of `width` cells."""
    if width <= _HANGING:
        return []
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
    lines = _where(now, width)
    lines.append(Content.empty())
    lines += Content.styled(_("No phone comes in?"), "bold $heading").wrap(width)
    for place, step in enumerate(steps, start=1):
        lines += _hung(f"{place}", step, width)
    return [*lines, Content.empty(), *_note(now, width)]


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


def _spacious(now: PhonesNow, width: int) -> list[Content]:
    return [
        *_step(_("Scan the code, or go on your phone to"), width),
        Content.empty(),
        *_large(now.place, width),
        Content.empty(),
        *_step(_("and give the code"), width),
        Content.empty(),
        *_large(now.code, width),
        Content.empty(),
        *Content.styled(_promise(), "bold").wrap(width),
        Content.empty(),
        *_note(now, width),
    ]


def _with_large_code(now: PhonesNow, width: int) -> list[Content]:
    return [
        *_step(_("Scan the code, or go on your phone to"), width),
        Content.styled(now.place, "bold $question"),
        *_step(_("and give the code"), width),
        Content.empty(),
        *_large(now.code, width),
        Content.empty(),
        *Content.styled(_promise(), "bold").wrap(width),
    ]


def _apart(now: PhonesNow, width: int) -> list[Content]:
    return [
        *_step(_("Scan the code, or go on your phone to"), width),
        Content.styled(now.place, "bold $question"),
        Content.empty(),
        *_step(_("and give the code"), width),
        Content.styled(now.code, "bold $question"),
        Content.empty(),
        *Content.styled(_promise(), "bold").wrap(width),
    ]


def _close(now: PhonesNow, width: int) -> list[Content]:
    return [*_where(now, width), *Content.styled(_promise(), "bold").wrap(width)]


def _where(now: PhonesNow, width: int) -> list[Content]:
    return Content.styled(_in_one_line(now), "bold $question").wrap(width)


def _in_one_line(now: PhonesNow) -> str:
    return _("{place} · code {code}").format(place=now.place, code=now.code)


def _promise() -> str:
    return _("Nobody sees who sends what.")


def _note(now: PhonesNow, width: int) -> list[Content]:
    sentence = _(
        "Others on this network could read along what phones send (http): there is nothing secret "
        "in it."
    )
    return Content.styled(sentence, "$quiet").wrap(width)


def _step(words: str, width: int) -> list[Content]:
    return Content(words).wrap(width)


def _large(text: str, width: int) -> list[Content]:
    rows = block_letters(text, width, HIGHEST_LETTERS) or (text,)
    return [Content.styled(row, "bold $question") for row in rows]


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
            lines = ways_out(self.now, width)
        return Content("\n").join((lines or join_lines(self.now, width, height))[:height])
