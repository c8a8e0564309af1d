"""One agreement as the room takes it: what was promised, by whom, by when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.action import ActionState
from socinno_tui.domain.walk import Stop, Walk
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.agreement_lines import (
    COLOURS,
    Part,
    history_parts,
    hung,
    label,
    meeting_name,
    moved_often,
)
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import short_date
from socinno_tui.wording.standings import standing_line
from socinno_tui.wording.states import standing_symbol, update_word

WIDEST = 100
"""Lines longer than this are hard to read, from the back row too."""


class WalkCard(Widget):
    """The agreement that is being talked about; `many` says that meetings are gone through
    together, so that each names its own.
    """

    DEFAULT_CSS = """
    WalkCard {
        height: auto;
    }
    """

    stop: reactive[Stop | None] = reactive(None, layout=True)

    def __init__(self, today: Date, *, many: bool) -> None:
        super().__init__()
        self._today = today
        self._many = many

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        if self.stop is None or width < 1:
            return []
        return card_lines(self.stop, min(width, WIDEST), today=self._today, many=self._many)


def card_lines(stop: Stop, width: int, *, today: Date, many: bool) -> list[Content]:
    """Give all that the room needs to answer for an agreement, in lines of `width` cells."""
    agreement = stop.agreement
    question = Content.styled(one_line(agreement.question), "$question")
    idea = Content.styled(one_line(agreement.idea_text), "bold")
    number = Content.styled(f"#{agreement.idea_number}", "$quiet")
    parts = [*_promise(stop, today, many=many)]
    history = [*history_parts(agreement, today)]
    margin = max(named.cell_length for named, _text in (*parts, *history)) + 2
    margin = min(margin, width // 2)
    lines = [*question.wrap(width), Content.empty(), *hung((number, idea), margin, width)]
    lines.append(Content.empty())
    lines += (line for part in parts for line in hung(part, margin, width))
    lines.append(Content.empty())
    lines += (line for part in history for line in hung(part, margin, width))
    return lines


def _promise(stop: Stop, today: Date, *, many: bool) -> Iterator[Part]:
    action = stop.agreement.action
    standing = action.standing(today)
    yield label(_("Owner")), Content.styled(one_line(action.owner_now), "bold")
    how = f"{standing_symbol(standing)} {standing_line(action, today)}"
    due = "" if action.due_now is None else short_date(action.due_now, today=today)
    yield (
        label(_("Due")),
        Content.styled(due, "bold") + Content("  ") + Content.styled(how, COLOURS[standing]),
    )
    if action.first_step:
        yield label(_("First step")), Content(one_line(action.first_step))
    if many:
        yield label(_("Meeting")), Content.styled(meeting_name(stop.agreement), "$quiet")
    if action.state is ActionState.OPEN:
        yield from moved_often(action)
    if stop.answer is not None:
        said = _("answered: {answer}").format(answer=update_word(stop.answer.kind))
        yield Content.styled(symbols.DONE, "bold $within"), Content.styled(said, "bold $within")


def progress(walk: Walk, place: int) -> Content:
    """Say how far it is: "3 van 7", and how many that were due still wait for an answer."""
    which = _("{place} of {count}").format(place=place + 1, count=len(walk.stops))
    waiting = len(walk.waiting)
    if waiting:
        words = ngettext("{count} waits for an answer", "{count} wait for an answer", waiting)
        told = Content.styled(f"{symbols.ATTENTION} {words.format(count=waiting)}", "$over")
    elif walk.answered:
        words = _("all that was due is answered")
        told = Content.styled(f"{symbols.DONE} {words}", "$within")
    else:
        told = Content.empty()
    return told + Content("   ") + Content.styled(which, "bold")


def way_line(walk: Walk, place: int, width: int) -> Content:
    """Give the whole way as one sign a stop: answered, the one talked about, still to come.

    When it is longer than `width` cells, a bar shows how far it is.
    """
    count = len(walk.stops)
    if count * 2 - 1 <= width:
        signs = (
            _sign(stop.is_answered, stop.waits, here == place)
            for here, stop in enumerate(walk.stops)
        )
        return Content(" ").join(signs)
    full = round(width * walk.answered / count)
    bar = Content.styled(symbols.BAR_FULL * full, "$within")
    return shortened(bar + Content.styled(symbols.BAR_EMPTY * (width - full), "$quiet"), width)


def _sign(answered: bool, waits: bool, here: bool) -> Content:
    sign = symbols.DONE if answered else symbols.ATTENTION if waits else symbols.EMPTY
    colour = "$within" if answered else "$over" if waits else "$quiet"
    return Content.styled(sign, f"bold reverse {colour}" if here else colour)
