"""What the room sees while dots are counted: the idea that is meant and how far it is; no count."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.ballot import Turnout
from socinno_tui.domain.dot_counting import in_round, not_counted
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.idea import Cluster
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.phones import turnout_words

WIDEST = 100
"""Lines longer than this are hard to read, from the back row too."""

MEMBERS_TOLD = 3
"""How many of the ideas merged under it are told beside an idea."""

NUMBERS_TOLD = 8
"""How many ideas that are not counted yet are named."""


class DotCard(Widget):
    """The idea that hands are raised for; without one, what is counted in all."""

    DEFAULT_CSS = """
    DotCard {
        height: auto;
        min-height: 4;
    }
    """

    meeting: reactive[Meeting | None] = reactive(None, layout=True)
    cluster: reactive[Cluster | None] = reactive(None, layout=True)
    turnout: reactive[Turnout | None] = reactive(None, layout=True)

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        if self.meeting is None or width < 1:
            return []
        room = min(width, WIDEST)
        if self.cluster is not None:
            return idea_lines(self.cluster, room)
        return sum_lines(self.meeting, room, self.turnout)


def idea_lines(cluster: Cluster, width: int) -> list[Content]:
    """Give an idea as the room reads it, with what is merged under it."""
    number = f"#{cluster.lead.number} "
    indent = len(number)
    text = Content.styled(one_line(cluster.lead.text), "bold $question")
    first, *others = text.wrap(max(1, width - indent))
    lines = [Content.styled(number, "bold $focus") + first]
    lines += (line.pad_left(indent) for line in others)
    told = cluster.members[:MEMBERS_TOLD]
    for member in told:
        line = Content(f"{symbols.MEMBER} #{member.number} {one_line(member.text)}")
        lines.append(shortened(line.pad_left(indent), width).stylize("$quiet"))
    more = len(cluster.members) - len(told)
    if more:
        words = ngettext("and {count} more", "and {count} more", more).format(count=more)
        lines.append(Content.styled(words, "$quiet").pad_left(indent + 2))
    return lines


def sum_lines(meeting: Meeting, width: int, turnout: Turnout | None = None) -> list[Content]:
    """Give how many dots are counted in all, once the last idea is in; before, what is not.

    Not earlier: a sum that grows on the screen would tell the count of each idea. What phones give
    grows by itself, and tells nothing of one idea.
    """
    begun = meeting.dot_round
    if begun is None:
        return []
    if turnout is not None and not begun.counts:
        return _phone_lines(turnout, width)
    if missing := not_counted(meeting):
        numbers = ", ".join(f"#{one.lead.number}" for one in missing[:NUMBERS_TOLD])
        if len(missing) > NUMBERS_TOLD:
            numbers += " …"
        count = len(missing)
        words = ngettext(
            "{count} idea is not counted yet: {numbers}",
            "{count} ideas are not counted yet: {numbers}",
            count,
        ).format(count=count, numbers=numbers)
        return Content.styled(f"{symbols.EMPTY} {words}", "bold").wrap(width)
    ideas = len(in_round(meeting))
    counted = ngettext("{count} idea is counted.", "All {count} ideas are counted.", ideas)
    given = _("{given} of the {most} dots were given.").format(
        given=begun.given(in_round(meeting)), most=begun.dots_in_all
    )
    done = Content.styled(f"{symbols.DONE} {counted.format(count=ideas)}", "bold $within")
    opens = Content.styled(_("O shows them all at once."), "bold $focus")
    return [line for part in (done, Content(given), opens) for line in part.wrap(width)]


def _phone_lines(turnout: Turnout, width: int) -> list[Content]:
    sign, style = (symbols.DONE, "bold $within") if turnout.phones else (symbols.EMPTY, "bold")
    words = Content.styled(f"{sign} {turnout_words(turnout)}", style)
    ways = [Content.styled(_("O shows them all at once."), "bold $focus")] if turnout.dots else []
    ways.append(Content.styled(_("Enter counts raised hands as well."), "$quiet"))
    return [line for part in (words, *ways) for line in part.wrap(width)]


def terms(begun: DotRound) -> str:
    """What was agreed on the round: "12 people × 3 dots"."""
    words = ngettext("{people} person × {dots}", "{people} people × {dots}", begun.people)
    dots = ngettext("{count} dot", "{count} dots", begun.dots_each).format(count=begun.dots_each)
    return words.format(people=begun.people, dots=dots)


def way_line(begun: DotRound, clusters: Sequence[Cluster], place: int, width: int) -> Content:
    """Give one sign an idea: counted, or not yet, the one that is meant reversed.

    When that is longer than `width` cells, a bar shows how far it is.
    """
    counted = [hands is not None for hands in begun.counted(clusters).values()]
    count = len(counted)
    if count * 2 - 1 <= width:
        return Content(" ").join(_sign(is_in, here == place) for here, is_in in enumerate(counted))
    full = width * sum(counted) // count
    bar = Content.styled(symbols.BAR_FULL * full, "$within")
    return bar + Content.styled(symbols.BAR_EMPTY * (width - full), "$quiet")


def _sign(is_counted: bool, is_here: bool) -> Content:
    sign, colour = (symbols.DONE, "$within") if is_counted else (symbols.EMPTY, "$quiet")
    return Content.styled(sign, f"bold reverse {colour}" if is_here else colour)
