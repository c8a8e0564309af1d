"""The talk meter and the time-box in big digits, each with its state in a sign and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from pendulum import DateTime, Duration
from textual.content import Content

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS
from socinno_tui.i18n import _
from socinno_tui.widgets.big_digits import (
    LARGE,
    SMALL_HEIGHT,
    big_digits,
    font_within,
    height_of,
    length_of,
)
from socinno_tui.widgets.block_letters import BlockFont
from socinno_tui.widgets.clock import clock_face
from socinno_tui.widgets.fitting import one_line, shortened, wrapped
from socinno_tui.widgets.room_part import Moment
from socinno_tui.widgets.room_silence import is_writing
from socinno_tui.widgets.talk_lines import (
    STATE_COLOURS,
    STATE_SYMBOLS,
    advice,
    bar,
    state_words,
    who_words,
)
from socinno_tui.widgets.talk_reading import TalkReading, talk_reading
from socinno_tui.wording import symbols

BETWEEN: Final = 3
"""The cells between the meter and the time-box."""

GAP: Final = 2
"""The cells between a clock's digits and its words."""

WORDS: Final = 20
"""From so many cells on, words beside the digits say everything."""

OVER_TIME: Final = 12
"""From so many cells on there is room for a plus before the digits and two words beside them."""

USUAL: Final = "00:00"


@dataclass(frozen=True, slots=True)
class Face:
    """One clock: its digits, what is said beside them, and the line beneath."""

    time: str
    style: str
    beside: tuple[Content, Content, Content]
    below: Content


NOTHING: Final = Content.empty()
NO_CLOCK: Final = Face("", "", (NOTHING, NOTHING, NOTHING), NOTHING)


class RoomClocks:
    """What the manager has spoken and what is left of the time-box, side by side."""

    def heights(self, meeting: Meeting, width: int, height: int) -> Sequence[int]:
        """The digits with one line beneath; at most a quarter of the screen for larger ones."""
        if meeting.phase not in OPEN_FOR_IDEAS or is_writing(meeting):
            return ()
        half = (width - BETWEEN) // 2
        fit = [
            height_of(font) + 1
            for font in LARGE
            if length_of(USUAL, font) + GAP + WORDS <= half and (height_of(font) + 1) * 4 <= height
        ]
        return sorted([SMALL_HEIGHT + 1, *fit])

    def draw(self, meeting: Meeting, moment: Moment, width: int, height: int) -> list[Content]:
        """Both clocks as they stand at this moment."""
        half, font = (width - BETWEEN) // 2, font_within(height)
        left = _clock(_meter(talk_reading(meeting, moment.now), half, font), half, height)
        right = _clock(_time_box(meeting, moment.now, half, font), half, height)
        return [
            one.pad_right(half - one.cell_length + BETWEEN) + other
            for one, other in zip(left, right, strict=True)
        ]


def _words(time: str, half: int, font: BlockFont | None) -> int:
    """The cells that are left beside a clock's digits."""
    return half - GAP - length_of(time, font)


def _clock(face: Face, width: int, height: int) -> list[Content]:
    digits = big_digits(face.time, font_within(height))
    first = (len(digits) - len(face.beside)) // 2
    lines = []
    for row, drawn in enumerate(digits):
        place = row - first
        words = face.beside[place] if 0 <= place < len(face.beside) else NOTHING
        room = width - len(drawn) - GAP
        line = Content.styled(drawn, face.style) + " " * GAP + shortened(words, room)
        lines.append(shortened(line.rstrip(), width))
    lines += [NOTHING] * (height - 1 - len(lines))
    return [*lines, shortened(face.below, width)][:height]


def _meter(reading: TalkReading, half: int, font: BlockFont | None) -> Face:
    time = clock_face(reading.spoken)
    words = _words(time, half, font)
    colour = STATE_COLOURS[reading.state]
    hint = advice(reading)
    titles = (_("Manager's talk time"), _("Manager"))
    title = next((one for one in titles if len(one) <= words), titles[1])
    limit = _("of {limit}").format(limit=clock_face(reading.limit))
    sign = STATE_SYMBOLS[reading.state]
    told = [f"{sign} {state_words(reading.state, long=long)}" for long in (True, False)]
    if words >= WORDS:
        said = next((one for one in told if len(one) + 3 + len(limit) <= words), told[1])
        state = Content.styled(said, f"bold {colour}")
        if state.cell_length + 3 + len(limit) <= words:
            state += Content.styled(f" · {limit}", "$quiet")
        beside = (Content.styled(title, "bold $heading"), state, _who(reading, words))
        below = Content.styled(hint, f"bold {colour}") if hint else _bar(reading, half)
    else:
        beside = (
            Content.styled(title, "bold $heading"),
            Content.styled(told[0] if len(told[0]) <= words else told[1], f"bold {colour}"),
            Content.styled(limit, "$quiet"),
        )
        below = Content.styled(hint, f"bold {colour}") if hint else _who(reading, half)
    return Face(time, f"bold {colour}", beside, below)


def _who(reading: TalkReading, width: int) -> Content:
    long = who_words(reading, long=True)
    return long if long.cell_length <= width else who_words(reading, long=False)


def _bar(reading: TalkReading, width: int) -> Content:
    percent = f" {reading.part:4.0%}"
    return bar(reading, max(1, width - len(percent))) + percent


def _time_box(meeting: Meeting, now: DateTime, half: int, font: BlockFont | None) -> Face:
    left = meeting.agenda.left(now, meeting.breaks)
    current, following = meeting.agenda.current, meeting.agenda.following
    if left is None or current is None:
        return NO_CLOCK
    total = clock_face(Duration(minutes=current.minutes))
    seconds = left.total_seconds()
    time, style = clock_face(Duration(seconds=ceil(abs(seconds)))), "bold"
    if seconds < 0:
        over = f"+{clock_face(Duration(seconds=-seconds))}"
        time, style = over if _words(over, half, font) >= OVER_TIME else over[1:], "bold $over"
    words = _words(time, half, font)
    state = _time_state(meeting, seconds, words)
    of = Content.styled(_("of {limit}").format(limit=total), "$quiet")
    title = Content.styled(one_line(current.title), "bold $heading")
    if words < WORDS:
        return Face(time, style, (state, of, Content.empty()), title)
    titled = wrapped(title, words, 2)
    beside = [*titled, state + Content.styled(" · ", "$quiet") + of, Content.empty()]
    below = _("next: {stage}").format(stage=one_line(following.title)) if following else ""
    return Face(time, style, (beside[0], beside[1], beside[2]), Content.styled(below, "$quiet"))


def _time_state(meeting: Meeting, seconds: float, words: int) -> Content:
    if meeting.on_break:
        return Content.styled(f"{symbols.ON_BREAK} " + _("break"), "bold")
    if seconds < 0:
        over = _("over time") if words >= OVER_TIME else _("over")
        return Content.styled(f"{symbols.OVER} {over}", "bold $over")
    return Content(_("left"))
