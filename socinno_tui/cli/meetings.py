"""Meetings on the command line: listed, shown, taken along, and kept safe."""

from __future__ import annotations

from pathlib import Path

import click

from socinno_tui.cli.completing import meetings_like
from socinno_tui.cli.opening import Refused, chosen_file, name_of, opened, said, the_meeting
from socinno_tui.cli.table import Cell, Column, table_lines
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.i18n import _
from socinno_tui.wording.states import phase_word

KINDS = (
    "minutes",
    "page",
    "ideas",
    "actions",
    "calendar",
    "calendars",
    "mails",
    "invitation",
    "bundle",
)


def meeting_commands() -> tuple[click.Command, ...]:
    """Give the commands about whole meetings and the file they are in."""
    meeting = click.Argument(["meeting"], metavar=_("MEETING"), shell_complete=meetings_like)
    return (
        click.Command(
            "list",
            callback=_list,
            help=_("List the meetings, what presses first."),
        ),
        click.Command(
            "show",
            callback=_show,
            params=[meeting],
            help=_("Print the minutes of a meeting: its number, or a part of its title."),
            short_help=_("Print the minutes of a meeting."),
        ),
        _export_command(),
        click.Command(
            "backup",
            callback=_backup,
            params=[
                click.Argument(["file"], metavar=_("FILE"), type=click.Path(path_type=Path)),
                click.Option(
                    ["--overwrite"], is_flag=True, help=_("Also when there is such a file already.")
                ),
            ],
            help=_("Copy the file of meetings, whole, also while a meeting is going on."),
            short_help=_("Copy the file of meetings."),
        ),
    )


def _export_command() -> click.Command:
    return click.Command(
        "export",
        callback=_export,
        params=[
            click.Argument(["kind"], metavar=_("KIND"), type=click.Choice(KINDS)),
            click.Argument(
                ["meeting"], metavar=_("[MEETING]"), required=False, shell_complete=meetings_like
            ),
            click.Option(
                ["--to"],
                metavar=_("FILE"),
                help=_("Where to write it; - prints it. Otherwise a name is made in this folder."),
            ),
            click.Option(
                ["--overwrite"], is_flag=True, help=_("Also when there is such a file already.")
            ),
        ],
        help=_(
            "Write minutes (Markdown), a page (HTML), ideas or actions (CSV), a calendar (one, or "
            "one an owner), mails, an invitation, or a bundle (JSON) of one meeting; without a "
            "meeting, of all of them."
        )
        + "\n\n"
        + _("KIND is one of: {kinds}").format(kinds=", ".join(KINDS)),
        short_help=_("Write minutes, lists, calendars, mails or a bundle."),
    )


@click.pass_context
def _list(context: click.Context) -> None:
    with opened(context) as (store, clock):
        summaries = store.summaries(clock.today())
    if not summaries:
        said(_("There are no meetings yet."))
        return
    columns = (
        Column(_("No"), is_number=True),
        Column(_("Date")),
        Column(_("Phase")),
        Column(_("Open"), is_number=True),
        Column(_("Overdue"), is_number=True),
        Column(_("Meeting"), gives_way=True),
    )
    for line in table_lines(columns, [_row(one) for one in summaries]):
        click.echo(line)


def _row(summary: MeetingSummary) -> tuple[Cell, ...]:
    moment = (summary.starts_at or summary.created_at).in_timezone(summary.zone)
    return (
        Cell(str(summary.number)),
        Cell(moment.date().isoformat()),
        Cell(phase_word(summary.phase)),
        Cell(str(summary.open_count)),
        Cell(str(summary.overdue_count), "red" if summary.overdue_count else None),
        Cell(name_of(summary)),
    )


@click.pass_context
def _show(context: click.Context, meeting: str) -> None:
    from socinno_tui.export.to_markdown import to_markdown
    from socinno_tui.wording.laid_aside import laid_aside_words

    with opened(context) as (store, clock):
        today = clock.today()
        chosen = the_meeting(store.summaries(today), meeting)
        whole = store.meeting(chosen.id)
    click.echo(to_markdown(whole, today), nl=False)
    if whole.laid_aside:
        click.echo()
        said(_("Replaced by newer values when files were merged:"))
        for lost in whole.laid_aside:
            day = lost.at.in_timezone(whole.zone).date().isoformat()
            said(f"- {day} {laid_aside_words(lost)}")


@click.pass_context
def _export(
    context: click.Context, kind: str, meeting: str | None, to: str | None, overwrite: bool
) -> None:
    from socinno_tui.service import export_wording  # noqa: F401  (its sentences register here)
    from socinno_tui.service.exports import ExportKind, Exports

    with opened(context) as (store, clock):
        exports = Exports(store, clock)
        chosen = ExportKind(kind)
        of = the_meeting(store.summaries(clock.today()), meeting).id if meeting else None
        if chosen not in exports.kinds_for(of):
            raise Refused(
                _("{kind} is made of one meeting: name it. socinno list shows them.").format(
                    kind=kind
                )
                if of is None
                else _("This meeting has no {kind} in its phase.").format(kind=kind)
            )
        if to == "-":
            click.echo(exports.text(chosen, of), nl=False)
            return
        target = Path(to) if to else exports.proposed(chosen, of, Path.cwd())
        written = exports.write(chosen, of, target, overwrite=overwrite)
    for path in written:
        said(_("Written: {file}").format(file=path))


@click.pass_context
def _backup(context: click.Context, file: Path, overwrite: bool) -> None:
    from socinno_tui.service import export_wording  # noqa: F401  (its sentences register here)
    from socinno_tui.service.backup import back_up

    with opened(context) as (store, _clock):
        back_up(store, file, overwrite=overwrite)
    said(
        _("Copied {source} to {file}; it is whole.").format(source=chosen_file(context), file=file)
    )
