"""Who does what, by when, on the room's screen: while it is agreed, and in the recap after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from pendulum import Date, DateTime
from textual.content import Content

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import _
from socinno_tui.widgets.block_letters import LARGEST_FIRST, block_letters
from socinno_tui.widgets.fitting import one_line, shortened, wrapped
from socinno_tui.widgets.recap_lines import recap_lines
from socinno_tui.widgets.room_part import Moment
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import due_understood, short_date

PAGE_SECONDS: Final = 15
"""How long one page stays, where not everything fits: long enough to read it aloud."""

LEAST: Final = 6
Lines = list[Content]


class RoomAgreements:
    """Each selected idea with its owner and date, as far as they are there already."""

    def heights(self, meeting: Meeting, width: int, height: int) -> Sequence[int]:
        """Whatever the question leaves."""
        return range(LEAST, max(LEAST, height) + 1) if meeting.phase is Phase.CLOSING else ()

    def draw(self, meeting: Meeting, moment: Moment, width: int, height: int) -> Lines:
        """In large letters where all of them fit so, else smaller, else a page at a time."""
        heading = shortened(Content.styled(_("Who does what, by when"), "bold $heading"), width)
        if not meeting.selected:
            return [heading, *_nothing(meeting, width, height - 1)][:height]
        for large, spaced in ((True, True), (False, True), (False, False)):
            blocks = [
                _agreement(cluster, meeting, moment.today, width, large=large)
                for cluster in meeting.selected
            ]
            lines = [heading, *_joined(blocks, spaced=spaced)]
            if len(lines) <= height:
                return lines
        return [heading, *paged(blocks, moment.now, width, height - 1)]


class RoomRecap:
    """What the meeting brought, a page at a time where it is longer than the screen."""

    def heights(self, meeting: Meeting, width: int, height: int) -> Sequence[int]:
        """All of the screen."""
        return (height,) if meeting.phase is Phase.FOLLOW_UP else ()

    def draw(self, meeting: Meeting, moment: Moment, width: int, height: int) -> Lines:
        """The recap as it stands on the facilitator's screen."""
        lines = recap_lines(meeting, width, today=moment.today, now=moment.now)
        if len(lines) <= height:
            return lines
        return paged(_parts(lines), moment.now, width, height)


def paged(blocks: Iterable[Lines], now: DateTime, width: int, height: int) -> Lines:
    """The page whose turn it is, of blocks that stay whole where they can; its last line counts."""
    pages: list[Lines] = [[]]
    for block in blocks:
        fitting = _cut(block, height - 1)
        if pages[-1] and len(pages[-1]) + len(fitting) > height - 1:
            pages.append([])
        pages[-1] += fitting if pages[-1] or fitting[0] else fitting[1:]
    turn = int(now.timestamp()) // PAGE_SECONDS % len(pages)
    page = pages[turn]
    counted = _("{number} of {count}").format(number=turn + 1, count=len(pages))
    below = [Content.empty()] * (height - 1 - len(page))
    return [*page, *below, shortened(Content.styled(counted, "$quiet"), width)]


def _cut(block: Lines, height: int) -> Lines:
    if len(block) <= height:
        return block
    last = block[height - 1].rstrip()
    return [*block[: height - 1], last.truncate(max(0, last.cell_length - 1)).append("…")]


def _parts(lines: Lines) -> Iterator[Lines]:
    """A recap's lines, those that belong together as one: an empty line begins something new."""
    number = 0
    numbered = []
    for line in lines:
        number += not line.plain.strip() or line.plain.startswith(
            (symbols.SELECTED, symbols.LATER, symbols.NO)
        )
        numbered.append((number, line))
    for _number, group in groupby(numbered, key=lambda pair: pair[0]):
        yield [line for _place, line in group]


def _joined(blocks: Sequence[Lines], *, spaced: bool) -> Lines:
    lines: Lines = []
    for block in blocks:
        lines += [Content.empty(), *block] if spaced else block
    return lines


def _nothing(meeting: Meeting, width: int, height: int) -> Lines:
    reason = one_line(meeting.nothing_selected_because)
    told = _("Nothing was selected: {reason}").format(reason=reason) if reason else ""
    return wrapped(Content(told or _("Nothing was selected.")), width, height)


def _agreement(
    cluster: Cluster, meeting: Meeting, today: Date, width: int, *, large: bool
) -> Lines:
    margin = Content.assemble(
        (f"{symbols.SELECTED} ", "bold $focus"), (f"#{cluster.lead.number}", "$quiet"), "  "
    )
    hang = min(margin.cell_length, width // 3)
    room = width - hang
    idea = wrapped(Content(one_line(cluster.lead.text)), room, 2)
    action = meeting.action_for(cluster.lead.id)
    lines = [*idea, *_who_and_when(action, today, room, large=large)]
    return [
        (margin.truncate(hang) if place == 0 else Content(" " * hang)) + line
        for place, line in enumerate(lines)
    ]


def _who_and_when(action: ActionItem | None, today: Date, width: int, *, large: bool) -> Lines:
    owner, due = _owner(action), _due(action, today)
    if large and action is not None and action.owner and action.due is not None:
        told = f"{action.owner}  {short_date(action.due, today=today)}"
        drawn = block_letters(told, width, LARGEST_FIRST[-1].height, LARGEST_FIRST[-1:])
        if drawn is not None:
            return [Content.styled(row, "bold $within") for row in drawn]
    line = owner + Content.styled("  ·  ", "$quiet") + due
    return line.wrap(width) if line.cell_length > width else [line]


def _owner(action: ActionItem | None) -> Content:
    if action is not None and action.owner:
        return Content.styled(f"{symbols.DONE} {one_line(action.owner)}", "bold $within")
    typed = one_line(action.owner_typed) if action is not None else ""
    return Content.assemble((f"{symbols.EMPTY} ", "$near"), (typed or _("who?"), "$near"))


def _due(action: ActionItem | None, today: Date) -> Content:
    if action is not None and action.due is not None:
        told = due_understood(action.due, today=today)
        return Content.styled(f"{symbols.DONE} {told}", "bold $within")
    typed = one_line(action.due_typed) if action is not None else ""
    return Content.assemble((f"{symbols.EMPTY} ", "$near"), (typed or _("by when?"), "$near"))
