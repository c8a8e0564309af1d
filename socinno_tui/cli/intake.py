"""`socinno import`: what comes in is shown first, then asked, then taken in whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socinno_tui.cli.completing import meetings_like
from socinno_tui.cli.opening import Refused, chosen_file, opened, said, the_meeting
from socinno_tui.domain.idea_intake import IdeaPlan
from socinno_tui.domain.intake_plan import ChangeKind, IntakePlan, MeetingChange
from socinno_tui.i18n import _, ngettext

if TYPE_CHECKING:
    from socinno_tui.service.clock import Clock
    from socinno_tui.store.store import Store

MOST_SHOWN = 20
"""So many lines say enough of what comes in."""


def import_command() -> click.Command:
    """Give the command that takes in meetings or ideas."""
    return click.Command(
        "import",
        callback=_import,
        params=[
            click.Argument(["file"], metavar=_("FILE"), type=click.Path(path_type=Path)),
            click.Option(
                ["--meeting"],
                metavar=_("MEETING"),
                shell_complete=meetings_like,
                help=_("Into which meeting the ideas go: its number, or a part of its title."),
            ),
            click.Option(
                ["--column"],
                metavar=_("COLUMN"),
                default="",
                help=_("The column that holds the ideas: its name or its number."),
            ),
            click.Option(
                ["--topic"],
                type=click.IntRange(min=1),
                help=_("On which topic, when the meeting has several: 1, 2 or 3."),
            ),
            click.Option(["--yes"], is_flag=True, help=_("Take it in without asking.")),
        ],
        help=_(
            "Take in a bundle (JSON), a colleague's file of meetings, or with --meeting a list of "
            "ideas (CSV, or a line an idea). It shows what would change, and asks."
        ),
        short_help=_("Take in meetings, or ideas gathered beforehand."),
    )


@click.pass_context
def _import(
    context: click.Context,
    file: Path,
    meeting: str | None,
    column: str,
    topic: int | None,
    yes: bool,
) -> None:
    from socinno_tui.service.meeting_intake import is_whole_meetings

    made = _made_when_missing(context)
    try:
        with opened(context) as (store, clock):
            if is_whole_meetings(file):
                _take_in_meetings(store, clock, file, yes=yes)
            elif meeting is None:
                raise Refused(
                    _("This is a list of ideas: say with --meeting which meeting they go into.")
                )
            else:
                _take_in_ideas(store, clock, file, meeting, column, topic, yes=yes)
    except click.ClickException:
        if made is not None:
            made.unlink(missing_ok=True)
        raise


def _made_when_missing(context: click.Context) -> Path | None:
    """Make a file for who begins with a colleague's meetings; give it, should it be taken back."""
    from socinno_tui.settings import own_folder
    from socinno_tui.store.store import Store

    file = chosen_file(context)
    if file.exists():
        return None
    if file.parent == own_folder():
        file.parent.mkdir(parents=True, exist_ok=True)
    if not file.parent.is_dir():
        return None
    Store.open(file).close()
    return file


# Meetings


def _take_in_meetings(store: Store, clock: Clock, file: Path, *, yes: bool) -> None:
    from socinno_tui.service.meeting_intake import MeetingIntake

    intake = MeetingIntake(store, clock)
    plan = intake.look(file)
    for line in plan_lines(plan):
        said(line)
    if not plan.to_write:
        said(_("Everything is the same here already: nothing has changed."))
    elif _agreed(yes=yes):
        intake.take_in(plan)
        said(_("Taken in."))
    else:
        said(_("Nothing has changed."))


def plan_lines(plan: IntakePlan) -> list[str]:
    """Say what is new, what would change, and how many stay the same."""
    lines = [
        _("new: {meeting}").format(meeting=_named(change))
        for change in plan.of_kind(ChangeKind.NEW)
    ]
    lines += [_changed(change) for change in plan.of_kind(ChangeKind.CHANGED)]
    if len(lines) > MOST_SHOWN:
        more = len(lines) - MOST_SHOWN
        words = ngettext("and {count} more", "and {count} more", more)
        lines = [*lines[:MOST_SHOWN], words.format(count=more)]
    counts = {kind: len(plan.of_kind(kind)) for kind in ChangeKind}
    summary = _("{new} new, {changed} changed, {same} the same.")
    lines.append(
        summary.format(
            new=counts[ChangeKind.NEW],
            changed=counts[ChangeKind.CHANGED],
            same=counts[ChangeKind.SAME],
        )
    )
    return lines


def _changed(change: MeetingChange) -> str:
    ideas, lines, aside = change.new_ideas, change.new_lines, change.laid_aside
    told = [
        ngettext("{count} new idea", "{count} new ideas", ideas).format(count=ideas),
        ngettext("{count} new line of history", "{count} new lines of history", lines).format(
            count=lines
        ),
        ngettext(
            "{count} value replaced by a newer one, and kept aside",
            "{count} values replaced by newer ones, and kept aside",
            aside,
        ).format(count=aside),
    ]
    counts = (ideas, lines, aside)
    what = ", ".join(words for words, count in zip(told, counts, strict=True) if count)
    return _("changed: {meeting} ({what})").format(
        meeting=_named(change), what=what or _("details")
    )


def _named(change: MeetingChange) -> str:
    meeting = change.after
    return meeting.title or meeting.topic.question or _("(no title yet)")


# Ideas


def _take_in_ideas(
    store: Store,
    clock: Clock,
    file: Path,
    asked: str,
    column: str,
    topic: int | None,
    *,
    yes: bool,
) -> None:
    from socinno_tui.service.idea_intake import IdeaIntake
    from socinno_tui.service.open_meeting import OpenMeeting

    chosen = the_meeting(store.summaries(clock.today()), asked)
    opened_meeting = OpenMeeting(store, chosen.id, clock)
    try:
        intake = IdeaIntake(opened_meeting)
        on = intake.topic(topic)
        plan = intake.look(file, column=column)
        for line in idea_lines(plan):
            said(line)
        if not plan.new:
            said(_("Nothing has changed."))
            return
        said(_("They go under: {question}").format(question=on.question or on.name))
        if _agreed(yes=yes):
            intake.take_in(plan, on)
            said(_("Taken in."))
        else:
            said(_("Nothing has changed."))
    finally:
        opened_meeting.release()


def idea_lines(plan: IdeaPlan) -> list[str]:
    """Say which ideas would come in, the first of them, and how many are there already."""
    lines = [f"+ {text}" for text in plan.new[:MOST_SHOWN]]
    if len(plan.new) > MOST_SHOWN:
        more = len(plan.new) - MOST_SHOWN
        lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    count, doubles = len(plan.new), len(plan.doubles)
    lines.append(
        ngettext("{count} idea comes in.", "{count} ideas come in.", count).format(count=count)
    )
    if doubles:
        lines.append(
            ngettext(
                "{count} is there already, and is left out.",
                "{count} are there already, and are left out.",
                doubles,
            ).format(count=doubles)
        )
    return lines


def _agreed(*, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        raise Refused(_("Add --yes to take it in without being asked. Nothing has changed."))
    return click.confirm(_("Take it in?"), default=False)
