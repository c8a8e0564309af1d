"""An agreement in one line of the register, and its history below it."""

from __future__ import annotations

from pendulum import Date
from textual.content import Content

from socinno_tui.domain.action import ActionItem, Agreement, Standing, Update, UpdateKind
from socinno_tui.i18n import _, ngettext
from socinno_tui.widgets.fitting import one_line, shortened
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import days_from, due_understood, short_date
from socinno_tui.wording.states import standing_symbol, standing_word, update_word

COLOURS = {
    Standing.OVERDUE: "bold $over",
    Standing.DUE_SOON: "bold $near",
    Standing.RUNNING: "$foreground",
    Standing.DONE: "$within",
    Standing.STOPPED: "$quiet",
}
STANDING_WIDTH = 17
DUE_WIDTH = 13
OWNER_WIDTH = 18
MEETING_WIDTH = 26
ROOM_FOR_MEETING = 105


def agreement_line(agreement: Agreement, width: int, *, today: Date) -> Content:
    """Give standing, due date, owner and idea side by side; the meeting too where it fits."""
    action = agreement.action
    standing = action.standing(today)
    due = action.due_now
    how = f"{standing_symbol(standing)} {_how(action, standing, today)}"
    line = (
        _cell(how, STANDING_WIDTH).stylize(COLOURS[standing])
        + _cell("" if due is None else short_date(due, today=today), DUE_WIDTH)
        + _cell(action.owner_now, OWNER_WIDTH).stylize("bold")
    )
    room = width - line.cell_length
    if width >= ROOM_FOR_MEETING:
        idea = _cell(agreement.idea_text, room - MEETING_WIDTH)
        meeting = one_line(agreement.meeting_title) or one_line(agreement.question)
        return line + idea + shortened(Content.styled(meeting, "$quiet"), MEETING_WIDTH)
    return line + shortened(Content(one_line(agreement.idea_text)), room)


def _how(action: ActionItem, standing: Standing, today: Date) -> str:
    due = action.due_now
    if due is None or standing not in {Standing.OVERDUE, Standing.DUE_SOON}:
        return standing_word(standing)
    if standing is Standing.OVERDUE:
        days = today.toordinal() - due.toordinal()
        return ngettext("{count} day late", "{count} days late", days).format(count=days)
    return days_from(due, today=today)


def _cell(text: str, cells: int) -> Content:
    kept = shortened(Content(one_line(text)), cells - 2)
    return kept.pad_right(cells - kept.cell_length)


def detail(agreement: Agreement, *, today: Date) -> Content:
    """Give the whole idea, where it came from, what was agreed, and each line of its history."""
    action = agreement.action
    lines = [
        Content.assemble(
            (f"#{agreement.idea_number} ", "$quiet"), (one_line(agreement.idea_text), "bold")
        ),
        Content.styled(one_line(agreement.question), "$question"),
    ]
    if action.first_step:
        lines.append(_labelled(_("First step:"), action.first_step))
    if action.times_moved > 1:
        moved = _("moved {count}×: a smaller step, another owner, or stop?")
        words = f"{symbols.ATTENTION} {moved.format(count=action.times_moved)}"
        lines.append(Content.styled(words, "$near"))
    lines.append(_agreed(agreement, today))
    lines += [_history_line(update, agreement.zone, today) for update in action.updates]
    return Content("\n").join(lines)


def _agreed(agreement: Agreement, today: Date) -> Content:
    action = agreement.action
    due = "" if action.due is None else short_date(action.due, today=today)
    closed = agreement.closed_at
    day = (
        "" if closed is None else short_date(closed.in_timezone(agreement.zone).date(), today=today)
    )
    words = _("agreed: {owner}, {due}").format(owner=action.owner, due=due)
    return Content.assemble((f"{day}  ", "$quiet"), words)


def _history_line(update: Update, zone: str, today: Date) -> Content:
    day = short_date(update.at.in_timezone(zone).date(), today=today)
    said = Content.assemble((f"{day}  ", "$quiet"), (update_word(update.kind), "bold"))
    if update.kind is UpdateKind.MOVED and update.due is not None:
        said += Content("  " + due_understood(update.due, today=today))
    if update.kind is UpdateKind.HANDED_OVER:
        said += Content("  " + update.owner)
    return said + Content(f"  {one_line(update.text)}") if update.text else said


def _labelled(label: str, text: str) -> Content:
    return Content.assemble((label, "$quiet"), " ", one_line(text))
