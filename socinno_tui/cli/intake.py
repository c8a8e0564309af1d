"""`socinno import`: what comes in is shown first, then asked, then taken in whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socinno_tui.cli.completing import meetings_like
from socinno_tui.cli.opening import Refused, chosen_file, opened, said, the_meeting
from socinno_tui.domain.idea_intake import IdeaPlan
from socinno_tui.domain.intake_plan import ChangeKind, IntakePlan, MeetingChange
from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.i18n import _, ngettext

if TYPE_CHECKING:
    from socinno_tui.service.clock import Clock
    from socinno_tui.store.store import Store

MOST_SHOWN = 20
"""So many lines say enough of what comes in."""

_YES = frozenset({"y", "yes", "j", "ja"})
"""Either language, whichever is spoken."""

MOST_ASIDE = 5
"""So many of the values that one meeting loses."""


def import_command() -> click.Command:
    """Give the command that takes in meetings or ideas."""
    return click.Command(
        "import",
        callback=_import,
        params=[
            # Whether it can be read is said by ourselves, in the language chosen.
            click.Argument(
                ["file"], metavar=_("FILE"), type=click.Path(path_type=Path, readable=False)
            ),
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

    with _made_when_missing(context), opened(context) as (store, clock):
        if is_whole_meetings(file, or_ideas=meeting is not None):
            _take_in_meetings(store, clock, file, yes=yes)
        elif meeting is None:
            raise Refused(
                _("This is a list of ideas: say with --meeting which meeting they go into.")
            )
        else:
            _take_in_ideas(store, clock, file, meeting, column, topic, yes=yes)


@contextmanager
def _made_when_missing(context: click.Context) -> Iterator[None]:
    """Make a file for who begins with a colleague's meetings; without any it is taken back."""
    file = chosen_file(context)
    if file.exists() or not _made(file):
        yield
        return
    try:
        yield
    finally:
        _take_back_when_empty(file)


def _made(file: Path) -> bool:
    """Make a file, unless its folder is not there and is not our own to make."""
    from socinno_tui.service import store_wording  # noqa: F401  (its sentences register here)
    from socinno_tui.settings import own_folder
    from socinno_tui.store.errors import DatabaseReadOnly, StoreRefused
    from socinno_tui.store.store import Store
    from socinno_tui.wording.errors import words_for

    try:
        if file.parent == own_folder():
            file.parent.mkdir(parents=True, exist_ok=True)
        if not file.parent.is_dir():
            return False
        Store.open(file).close()
    except OSError as error:
        raise Refused(words_for(DatabaseReadOnly(file))) from error
    except StoreRefused as error:
        raise Refused(words_for(error)) from error
    return True


def _take_back_when_empty(file: Path) -> None:
    from socinno_tui.store.store import Store

    store = Store.open(file)
    try:
        empty = not store.meetings()
    finally:
        store.close()
    # Where the files of WAL mode are still there, a window has it open meanwhile.
    if empty and not file.with_name(f"{file.name}-wal").exists():
        file.unlink(missing_ok=True)


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
    for change in plan.of_kind(ChangeKind.CHANGED):
        lines.append(_changed(change))
        lines += _shortened([_aside(lost) for lost in change.laid_aside], MOST_ASIDE)
    lines = _shortened(lines, MOST_SHOWN)
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


def _shortened(lines: list[str], most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    more = len(lines) - most
    return [
        *lines[:most],
        ngettext("and {count} more", "and {count} more", more).format(count=more),
    ]


def _changed(change: MeetingChange) -> str:
    ideas, lines = change.new_ideas, change.new_lines
    people, aside = change.new_people, len(change.laid_aside)
    told = [
        ngettext("{count} new idea", "{count} new ideas", ideas).format(count=ideas),
        ngettext("{count} new participant", "{count} new participants", people).format(
            count=people
        ),
        ngettext("{count} new line of history", "{count} new lines of history", lines).format(
            count=lines
        ),
        ngettext(
            "{count} value replaced by a newer one, and kept aside",
            "{count} values replaced by newer ones, and kept aside",
            aside,
        ).format(count=aside),
    ]
    counts = (ideas, people, lines, aside)
    parts = [words for words, count in zip(told, counts, strict=True) if count]
    if change.closes:
        parts.insert(0, _("closed there"))
    return _("changed: {meeting} ({what})").format(
        meeting=_named(change), what=", ".join(parts) or _("details")
    )


def _aside(lost: LaidAside) -> str:
    from socinno_tui.wording.laid_aside import laid_aside_words

    return f"  - {laid_aside_words(lost)}"


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

    chosen = the_meeting(store.summaries(clock.today()), asked)
    with IdeaIntake(store, chosen.id, clock) as intake:
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


def idea_lines(plan: IdeaPlan) -> list[str]:
    """Say which ideas would come in, the first of them, and how many are there already."""
    lines = _shortened([f"+ {text}" for text in plan.new], MOST_SHOWN)
    if plan.column:
        lines.insert(0, _("From the column “{column}”:").format(column=plan.column))
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
    # click's own question takes an English answer only, and says so in English.
    asked = _("Take it in? [y/N]")
    answer: str = click.prompt(asked, default="", show_default=False, prompt_suffix=" ")
    return answer.strip().casefold() in _YES
