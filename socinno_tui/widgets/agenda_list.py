"""All time-boxes with what was planned, used and left, and what is proposed for each."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from pendulum import DateTime, Duration
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from socinno_tui.domain.agenda import Agenda, TimeBox
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.outlook import BoxChange, outlook
from socinno_tui.i18n import N_, pgettext
from socinno_tui.widgets.clock import turn_face
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols

COLUMN = 9
"""Each number stands in so many cells, at the right, with its heading above it."""

COLUMNS = 4

WIDEST = 76
"""A number too far from its title would not be read with it."""


def heading(width: int) -> Content:
    """What the columns tell, on one line of `width` cells."""
    words = (
        pgettext("time-box", "planned"),
        pgettext("time-box", "used"),
        pgettext("time-box", "left"),
        pgettext("time-box", "proposed"),
    )
    return _row(Content(""), Content(pgettext("time-box", "time-box")), words, width)


def agenda_rows(meeting: Meeting, now: DateTime, width: int) -> list[Content]:
    """One line of `width` cells for each time-box, in order."""
    found = outlook(meeting, now)
    proposal = found.proposal if found is not None else None
    changes = {change.box.id: change for change in proposal.changes} if proposal else {}
    return [
        _box_row(meeting, place, now, changes.get(box.id), width)
        for place, box in enumerate(meeting.agenda.boxes)
    ]


def _box_row(
    meeting: Meeting, place: int, now: DateTime, change: BoxChange | None, width: int
) -> Content:
    agenda = meeting.agenda
    box = agenda.boxes[place]
    used = agenda.used(place, now, meeting.breaks)
    is_on = agenda.current is not None and agenda.position == place
    left = Content("")
    if is_on:
        left = _left(agenda.left(now, meeting.breaks) or Duration())
    elif box.skipped:
        left = Content(pgettext("time-box", "skipped"))
    proposed = ""
    if change is not None:
        proposed = f"→ {0 if change.skipped else change.minutes}"
    numbers = (
        str(box.minutes),
        turn_face(used) if used.total_seconds() >= 1 else "",
        left,
        Content.styled(proposed, "bold"),
    )
    line = _row(Content(_sign(agenda, place, box)), Content(one_line(box.title)), numbers, width)
    # No colours: on the row with the cursor they could not be read.
    return line.stylize("bold") if is_on else line


def _left(left: Duration) -> Content:
    seconds = left.total_seconds()
    if seconds < 0:
        return Content("+" + turn_face(Duration(seconds=-seconds)))
    return Content(turn_face(Duration(seconds=ceil(seconds))))


def _sign(agenda: Agenda, place: int, box: TimeBox) -> str:
    if agenda.since is not None and place == agenda.position:
        return symbols.ENTRY
    if box.skipped:
        return symbols.NO
    return symbols.DONE if box.used_seconds else ""


def _row(sign: Content, title: Content, numbers: tuple[str | Content, ...], width: int) -> Content:
    width = min(width, WIDEST)
    room = max(1, width - 2 - COLUMN * COLUMNS)
    name = shortened(title, room)
    line = sign.pad_right(2 - sign.cell_length) + name.pad_right(room - name.cell_length)
    for number in numbers:
        cell = number if isinstance(number, Content) else Content(number)
        cell = shortened(cell, COLUMN - 1)
        line += cell.pad_left(COLUMN - cell.cell_length)
    return shortened(line, width)


class AgendaList(OptionList, inherit_bindings=False):
    """The time-boxes, drawn to the width there is; the cursor begins at the one that is on.

    Page up and down stay free: a clicker sends them, and gives the floor by them.
    """

    DEFAULT_CSS = """
    AgendaList {
        height: auto;
        max-height: 9;
        border: none;
        padding: 0;
        background: $panel;
        scrollbar-size-vertical: 1;
    }
    AgendaList:focus {
        border: none;
        background-tint: transparent;
    }
    """
    BINDINGS = [
        Binding("up", "cursor_up", N_("time-box above"), show=False, id="agenda.up"),
        Binding("down", "cursor_down", N_("time-box below"), show=False, id="agenda.down"),
        Binding("home", "first", N_("first time-box"), show=False, id="agenda.first"),
        Binding("end", "last", N_("last time-box"), show=False, id="agenda.last"),
        Binding("enter", "select", N_("go to this time-box"), show=False, id="agenda.go"),
    ]

    def __init__(self, read: Callable[[], tuple[Meeting, DateTime]]) -> None:
        super().__init__()
        self._read = read
        self._rows: list[Content] = []

    def on_resize(self, _event: events.Resize) -> None:
        self.follow()

    def follow(self) -> None:
        """Read the meeting and the clock; draw anew what changed by it."""
        meeting, now = self._read()
        width = self.scrollable_content_region.width or self.content_size.width
        if not width:
            return
        rows = agenda_rows(meeting, now, width)
        if len(rows) != self.option_count:
            self.clear_options()
            self.add_options([Option(row) for row in rows])
            if rows:
                self.highlighted = min(meeting.agenda.position, len(rows) - 1)
        else:
            for place, (row, before) in enumerate(zip(rows, self._rows, strict=True)):
                if not row.is_same(before):
                    self.replace_option_prompt_at_index(place, row)
        self._rows = rows
