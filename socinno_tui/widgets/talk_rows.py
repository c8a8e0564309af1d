"""What the talk meter says of several managers with a meter each: a line for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from pendulum import DateTime
from textual.content import Content

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.talk import Speaker, open_turn, talk_share
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.clock import clock_face, turn_face
from socinno_tui.widgets.fitting import shortened
from socinno_tui.widgets.talk_lines import (
    LEAST_BAR,
    NAME_CELLS,
    STATE_COLOURS,
    STATE_SYMBOLS,
    advice,
    bar,
    reason,
)
from socinno_tui.widgets.talk_reading import TalkReading, own_readings
from socinno_tui.wording import symbols

LINES_AROUND = 4
"""The title, and beneath the managers who speaks, their share together, and what to do next."""

MOST_ROWS = 8
"""More managers than these are told by number."""


def height_for(managers: int) -> int:
    """How many lines the meter takes with so many meters of their own; none is one together."""
    return LINES_AROUND + min(max(2, managers), MOST_ROWS)


def rows_lines(meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
    """The meters of all managers on `height` lines (2 or more) of at most `width` cells.

    On fewer lines than it takes, those around the managers go first; then the managers who do not
    speak and are farthest from their maximum.
    """
    readings = own_readings(meeting, now)
    on = next((one for one in readings if one.speaker is Speaker.MANAGER), None)
    rows = _rows(readings, width, min(height, MOST_ROWS))
    around = [
        (2, 0, Content.styled(_("Manager's talk time"), "bold $heading")),
        (1, 2, _who(meeting, on)),
        (3, 3, _share(meeting, now, on)),
        (0, 4, _advice(on)),
    ]
    left = height - len(rows)
    kept = [(place, line) for need, place, line in around if need < left]
    lines = sorted([*kept, *((1, row) for row in rows)], key=lambda found: found[0])
    return Content("\n").join(shortened(line, width) for _place, line in lines[:height])


def _rows(readings: Sequence[TalkReading], width: int, most: int) -> list[Content]:
    if len(readings) <= most:
        return [_row(reading, width) for reading in readings]
    by_need = sorted(
        range(len(readings)),
        key=lambda place: (readings[place].speaker is not Speaker.MANAGER, -readings[place].part),
    )[: most - 1]
    others = len(readings) - len(by_need)
    words = ngettext("and {count} more", "and {count} more", others).format(count=others)
    return [
        *(_row(readings[place], width) for place in sorted(by_need)),
        Content.styled(words, "$quiet"),
    ]


def _row(reading: TalkReading, width: int) -> Content:
    speaks = reading.speaker is Speaker.MANAGER
    colour = STATE_COLOURS[reading.state]
    sign = symbols.SPEAKING if speaks else symbols.SILENT
    name = shortened(Content(reading.name), NAME_CELLS)
    left = Content.assemble(
        f"{sign} ", name.pad_right(NAME_CELLS - name.cell_length), " ",
        (clock_face(reading.spoken), f"bold {colour}"), f"/{clock_face(reading.limit)}",
    )  # fmt: skip
    state = Content.styled(f" {STATE_SYMBOLS[reading.state]}", colour)
    room = width - left.cell_length - state.cell_length - 1
    line = left + (" " + bar(reading, room) if room >= LEAST_BAR else Content.empty()) + state
    return line.stylize("bold") if speaks else line


def _who(meeting: Meeting, on: TalkReading | None) -> Content:
    if meeting.on_break:
        return Content(f"{symbols.ON_BREAK} " + _("break"))
    if on is not None:
        words = _("{name} speaks — this turn {turn}")
        told = words.format(name=on.name, turn=turn_face(on.turn))
        return Content.styled(f"{symbols.SPEAKING} {told}", "bold")
    if open_turn(meeting.turns) is None:
        return Content(f"{symbols.SILENT} " + _("the clock stands still"))
    return Content(f"{symbols.SILENT} " + _("the room has the floor"))


def _share(meeting: Meeting, now: DateTime, on: TalkReading | None) -> Content:
    readings = own_readings(meeting, now)
    if on is None and all(one.is_first for one in readings):
        return reason(readings[0], long=True)
    share = talk_share(meeting.turns, now)
    if share is None:
        return Content.empty()
    words = _("{share} of the time talked, together")
    return Content.styled(words.format(share=f"{share:.0%}"), "$quiet")


def _advice(on: TalkReading | None) -> Content:
    if on is None:
        return Content.empty()
    return Content.styled(advice(on), f"bold {STATE_COLOURS[on.state]}")
