"""An agreement in the register: by when, what and who, and everything that became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pendulum import Date, DateTime
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.action import ActionItem, Agreement, Standing, Update, UpdateKind
from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import one_line, shared_out, shortened
from socinno_tui.widgets.row_list import ASIDE_WIDTH, row
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import short_date
from socinno_tui.wording.standings import moved_words, standing_line
from socinno_tui.wording.states import standing_symbol, standing_word, update_word

COLOURS = {
    Standing.OVERDUE: "bold $over",
    Standing.DUE_SOON: "bold $near",
    Standing.RUNNING: "$foreground",
    Standing.DONE: "$within",
    Standing.STOPPED: "$quiet",
}

MOVED_OFTEN = 2
"""From so many times on it is asked whether something else should change than the date."""

Part = tuple[Content, Content]
"""What stands in the margin, and what hangs beside it."""


def agreement_row(agreement: Agreement, width: int, *, today: Date) -> Content:
    """Give two lines of `width` cells: how it stands and the idea, then date, owner, meeting."""
    action = agreement.action
    standing = action.standing(today)
    how = f"{standing_symbol(standing)} {standing_line(action, today)}"
    due = "" if action.due_now is None else short_date(action.due_now, today=today)
    return row(
        (Content.styled(how, COLOURS[standing]), Content(f"  {due}")),
        (Content(one_line(agreement.idea_text)), _who(agreement, width - ASIDE_WIDTH)),
        width,
    )


def pressing_counted(agreements: Iterable[Agreement], today: Date) -> Content:
    """Count those that are overdue or due within a week: "▲ 1 te laat · △ 2 binnen een week"."""
    standings = [one.action.standing(today) for one in agreements]
    return Content(" · ").join(
        Content.styled(
            f"{standing_symbol(kind)} {standings.count(kind)} {standing_word(kind)}",
            COLOURS[kind],
        )
        for kind in (Standing.OVERDUE, Standing.DUE_SOON)
        if kind in standings
    )


def meeting_name(agreement: Agreement) -> str:
    """Give the title of the meeting an agreement came from, or its question without one."""
    return one_line(agreement.meeting_title) or one_line(agreement.question)


def _who(agreement: Agreement, width: int) -> Content:
    parts = [Content.styled(one_line(agreement.action.owner_now), "bold")]
    if times := agreement.action.times_moved:
        parts.append(Content.styled(moved_words(times), "$near"))
    parts.append(Content.styled(meeting_name(agreement), "$quiet"))
    between = Content.styled(" · ", "$quiet")
    return between.join(shared_out(parts, width - 3 * (len(parts) - 1)))


class AgreementDetail(Widget):
    """The whole idea, where it came from, and its history: the latest first."""

    DEFAULT_CSS = """
    AgreementDetail {
        height: auto;
    }
    """

    agreement: reactive[Agreement | None] = reactive(None, layout=True)

    def __init__(self, today: Date) -> None:
        super().__init__()
        self._today = today

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[Content]:
        if self.agreement is None or width < 1:
            return []
        return detail_lines(self.agreement, width, today=self._today)


def detail_lines(agreement: Agreement, width: int, *, today: Date) -> list[Content]:
    """Give all that is known of an agreement, in lines of at most `width` cells that hang."""
    parts = [*_about(agreement), *history_parts(agreement, today)]
    margin = max(named.cell_length for named, _text in parts) + 2
    return [line for part in parts for line in hung(part, min(margin, width // 2), width)]


def hung(part: Part, margin: int, width: int) -> Iterator[Content]:
    """Give a part in lines of `width` cells: its text hangs beside its margin."""
    named, text = part
    first = shortened(named, margin - 1)
    for place, line in enumerate(text.wrap(max(1, width - margin)) or [text]):
        beside = first if place == 0 else Content.empty()
        yield beside.pad_right(margin - beside.cell_length) + line


def _about(agreement: Agreement) -> Iterator[Part]:
    action = agreement.action
    number = Content.styled(f"#{agreement.idea_number}", "$quiet")
    yield number, Content.styled(one_line(agreement.idea_text), "bold")
    yield label(_("Question")), Content.styled(one_line(agreement.question), "$question")
    if action.first_step:
        yield label(_("First step")), Content(one_line(action.first_step))
    yield from moved_often(action)


def moved_often(action: ActionItem) -> Iterator[Part]:
    """Give the question to ask about an action that was moved again and again, if it was."""
    if action.times_moved >= MOVED_OFTEN:
        words = _("{moved}: a smaller step, another owner, or stop?")
        moved = words.format(moved=moved_words(action.times_moved))
        yield Content.styled(symbols.ATTENTION, "$near"), Content.styled(moved, "$near")


def history_parts(agreement: Agreement, today: Date) -> Iterator[Part]:
    """Give every dated line of a history, the latest first, and what was agreed at its end."""
    for update in reversed(agreement.action.updates):
        yield _day(update.at, agreement.zone, today), _what_became(update, today)
    action = agreement.action
    due = "" if action.due is None else short_date(action.due, today=today)
    closed = agreement.closed_at
    day = Content.empty() if closed is None else _day(closed, agreement.zone, today)
    yield day, Content(_("agreed: {owner}, {due}").format(owner=action.owner, due=due))


def _what_became(update: Update, today: Date) -> Content:
    said = Content.styled(update_word(update.kind), "bold")
    if update.kind is UpdateKind.MOVED and update.due is not None:
        said += Content("  " + short_date(update.due, today=today))
    if update.kind is UpdateKind.HANDED_OVER:
        said += Content("  " + update.owner)
    return said + Content(f"  {one_line(update.text)}") if update.text else said


def _day(instant: DateTime, zone: str, today: Date) -> Content:
    day = instant.in_timezone(zone).date()
    return Content.styled(short_date(day, today=today), "$quiet")


def label(words: str) -> Content:
    """Give words as they stand in the margin."""
    return Content.styled(words, "$quiet")
