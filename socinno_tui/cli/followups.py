"""The register on the command line: as a table, or as JSON for another program."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from typing import Any, Final

import click
from pendulum import Date

from socinno_tui.cli.completing import meetings_like, owners_like
from socinno_tui.cli.opening import Refused, opened, said, the_meeting
from socinno_tui.cli.table import Cell, Column, table_lines
from socinno_tui.domain.action import Agreement, Standing
from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from socinno_tui.i18n import _
from socinno_tui.wording.dates import due_refusal_words, short_date
from socinno_tui.wording.standings import moved_words, standing_line
from socinno_tui.wording.states import standing_symbol

OVERDUE_FOUND: Final = 1
_COLOURS: Final = {
    Standing.OVERDUE: "red",
    Standing.DUE_SOON: "yellow",
    Standing.DONE: "green",
    Standing.STOPPED: "bright_black",
}
_WITHIN: Final = re.compile(r"\d+[dwm]")


def followups_command() -> click.Command:
    """Give the command that prints the agreements."""
    return click.Command(
        "followups",
        callback=_followups,
        params=[
            click.Option(["--overdue"], is_flag=True, help=_("Only what is overdue.")),
            click.Option(
                ["--due"],
                metavar=_("DATE"),
                help=_("Only what is due by then: 7d, 2w, friday, 15 dec …"),
            ),
            click.Option(
                ["--owner"],
                metavar=_("NAME"),
                shell_complete=owners_like,
                help=_("Only of an owner; a part of the name will do."),
            ),
            click.Option(
                ["--meeting"],
                metavar=_("MEETING"),
                shell_complete=meetings_like,
                help=_("Only of one meeting: its number, or a part of its title."),
            ),
            click.Option(["--all", "ended"], is_flag=True, help=_("Also what is done or stopped.")),
            click.Option(["--json", "as_json"], is_flag=True, help=_("As JSON, for a program.")),
            click.Option(
                ["--exit-code"],
                is_flag=True,
                help=_("Exit with 1 when anything shown is overdue, with 0 otherwise."),
            ),
        ],
        help=_("Print the agreements, the most pressing first."),
        short_help=_("Print the agreements, the most pressing first."),
    )


@click.pass_context
def _followups(
    context: click.Context,
    *,
    overdue: bool,
    due: str | None,
    owner: str | None,
    meeting: str | None,
    ended: bool,
    as_json: bool,
    exit_code: bool,
) -> None:
    from socinno_tui.service.register import RUNNING, Filter, Register

    with opened(context) as (store, clock):
        today = clock.today()
        of = the_meeting(store.summaries(today), meeting).id if meeting else ""
        standings = frozenset() if ended else RUNNING
        if overdue:
            standings = frozenset({Standing.OVERDUE})
        due_by = _until(due, today) if due else None
        chosen = Filter(meeting_id=of, standings=standings, due_by=due_by)
        found = Register(store, clock).agreements(chosen)
    named = owner.casefold() if owner else ""
    shown = [one for one in found if named in one.action.owner_now.casefold()]
    if as_json:
        told = [agreement_as_json(agreement, today) for agreement in shown]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif not shown:
        said(_("There is no agreement to show."))
    else:
        for line in table_lines(_columns(), [_row(agreement, today) for agreement in shown]):
            click.echo(line)
    if exit_code and any(one.action.standing(today) is Standing.OVERDUE for one in shown):
        sys.exit(OVERDUE_FOUND)


def agreement_as_json(agreement: Agreement, today: Date) -> dict[str, Any]:
    """Give one agreement in the shape that the README documents."""
    action = agreement.action
    standing = action.standing(today)
    return {
        "number": agreement.number,
        "id": action.id,
        "state": action.state.value,
        "overdue": standing is Standing.OVERDUE,
        "owner": action.owner_now,
        "due": None if action.due_now is None else action.due_now.isoformat(),
        "idea": agreement.idea_text,
        "idea_number": agreement.idea_number,
        "first_step": action.first_step,
        "times_moved": action.times_moved,
        "question": agreement.question,
        "meeting": agreement.meeting_title,
        "meeting_id": agreement.meeting_id,
        "updates": [
            {
                "at": line.at.to_iso8601_string(),
                "kind": line.kind.value,
                "text": line.text,
                "due": None if line.due is None else line.due.isoformat(),
                "owner": line.owner or None,
            }
            for line in action.updates
        ],
    }


def _columns() -> Sequence[Column]:
    return (
        Column(_("No"), is_number=True),
        Column(_("State")),
        Column(_("Due")),
        Column(_("Owner"), gives_way=True),
        Column(_("Meeting"), gives_way=True),
        # Last, since it is the longest: without a terminal no line is filled up behind it.
        Column(_("Idea"), gives_way=True),
    )


def _row(agreement: Agreement, today: Date) -> Sequence[Cell]:
    action = agreement.action
    standing = action.standing(today)
    due = "" if action.due_now is None else short_date(action.due_now, today=today)
    idea = agreement.idea_text
    if action.times_moved:
        idea = _("{idea} ({moved})").format(idea=idea, moved=moved_words(action.times_moved))
    return (
        Cell(str(agreement.number)),
        Cell(f"{standing_symbol(standing)} {standing_line(action, today)}", _COLOURS.get(standing)),
        Cell(due),
        Cell(action.owner_now),
        Cell(agreement.meeting_title or agreement.question),
        Cell(idea),
    )


def _until(asked: str, today: Date) -> Date:
    text = f"+{asked}" if _WITHIN.fullmatch(asked.strip()) else asked
    try:
        return parse_due_date(text, today=today)
    except DueDateRefused as refused:
        raise Refused(due_refusal_words(refused)) from refused
