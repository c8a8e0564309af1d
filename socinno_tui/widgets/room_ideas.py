"""The latest ideas on the room's screen: the newest always in the same place, at the top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.block_letters import LARGEST_FIRST, block_letters
from socinno_tui.widgets.fitting import one_line, wrapped
from socinno_tui.widgets.room_part import Moment
from socinno_tui.widgets.room_silence import is_writing
from socinno_tui.wording import symbols
from socinno_tui.wording.states import verdict_symbol, verdict_word

LEAST: Final = 4
"""The heading and three lines of ideas."""

NEWEST: Final = LARGEST_FIRST[-1:]
"""For the newest idea: larger than the rest, smaller than the question."""

NEWEST_BEYOND: Final = 80
"""Beyond so many cells: in a narrower window it would stand larger than a usual question."""


class RoomIdeas:
    """The ideas on the topic that is on, as many as fit, each whole or with an ellipsis.

    While the room chooses, what has been chosen stands first.
    """

    def heights(self, meeting: Meeting, width: int, height: int) -> Sequence[int]:
        """Whatever the others leave, a quarter of the screen at least."""
        if meeting.phase not in OPEN_FOR_IDEAS or is_writing(meeting):
            return ()
        return range(max(LEAST, height // 4), max(LEAST, height) + 1)

    def draw(self, meeting: Meeting, moment: Moment, width: int, height: int) -> list[Content]:
        """A heading with their number, and the ideas beneath it."""
        shown = _in_order(meeting)
        lines = [_heading(meeting, len(shown), width)]
        if not shown:
            lines += wrapped(Content.styled(_("The first idea comes here."), "$quiet"), width, 2)
            return lines[:height]
        visible = shown[:height]
        signed = any(cluster.lead.verdict is not None for cluster in visible)
        margins = [_margin(cluster, signed=signed) for cluster in visible]
        hang = min(width // 3, max(margin.cell_length for margin in margins))
        for place, cluster in enumerate(visible):
            left = height - len(lines)
            if left < 1:
                break
            newest = place == 0 and meeting.phase is Phase.IDEATION
            hung = _idea(cluster, width - hang, left, newest=newest)
            margin = margins[place].truncate(hang)
            lines.append(margin.pad_right(hang - margin.cell_length) + hung[0])
            lines += [Content(" " * hang) + line if line else line for line in hung[1:]]
        return lines[:height]


def _in_order(meeting: Meeting) -> list[Cluster]:
    newest_first = list(reversed(meeting.clusters_of(meeting.topic.id)))
    if meeting.phase is Phase.SELECTION:
        # Not by their dots: these are not to be seen before the last one is given.
        return sorted(newest_first, key=lambda cluster: not cluster.lead.is_selected)
    return newest_first


def _heading(meeting: Meeting, count: int, width: int) -> Content:
    chosen = sum(cluster.lead.is_selected for cluster in meeting.clusters_of(meeting.topic.id))
    counted = ngettext("{count} idea", "{count} ideas", count).format(count=count)
    if meeting.phase is Phase.SELECTION:
        more = _("{count} selected").format(count=chosen)
        sign = f"{symbols.SELECTED} "
    else:
        more, sign = _("the newest first"), ""
    line = Content.styled(counted, "bold $heading")
    if count:
        line += Content.styled(f" · {sign}{more}", "$quiet")
    return line.truncate(width, ellipsis=True)


def _idea(cluster: Cluster, width: int, height: int, *, newest: bool) -> list[Content]:
    text = one_line(cluster.lead.text)
    large = newest and width > NEWEST_BEYOND
    drawn = block_letters(text, width, height * 3 // 5, NEWEST) if large else None
    if drawn is None:
        whole = Content.styled(text, "bold") if newest else Content(text)
        return wrapped(whole + _verdict(cluster), width, height)
    lines = [Content.styled(row, "bold") for row in drawn]
    # Air before the next one, where there is room for a next one.
    return [*lines, Content.empty()] if height > len(lines) + 1 else lines


def _margin(cluster: Cluster, *, signed: bool) -> Content:
    verdict = cluster.lead.verdict
    sign = Content("  " if signed else "")
    if verdict is not None:
        sign = Content.styled(f"{verdict_symbol(verdict.kind)} ", "$focus")
    return Content.assemble(sign, (f"#{cluster.lead.number}", "$quiet"), "  ")


def _verdict(cluster: Cluster) -> Content:
    verdict = cluster.lead.verdict
    if verdict is None:
        return Content.empty()
    return Content.styled(f"  ({verdict_word(verdict.kind)})", "$quiet")
