"""What every command has: the file of meetings, and one clear sentence when something is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.domain.text import without_control
from socinno_tui.i18n import _
from socinno_tui.settings import database_file

if TYPE_CHECKING:
    from socinno_tui.service.clock import Clock
    from socinno_tui.store.store import Store

REFUSED = 2
"""The exit code when a command could not do what was asked; 1 is left for `--exit-code`."""


class Refused(click.ClickException):
    """What could not be done, in one sentence."""

    exit_code = REFUSED

    def show(self, file: object = None) -> None:
        """Print it, and nothing that a terminal would obey."""
        click.echo(without_control(self.format_message()), err=True)


def chosen_file(context: click.Context) -> Path:
    """Give the file that `--db`, SOCINNO_DB or the system's custom says."""
    return database_file(context.find_root().params.get("db"), os.environ)


def missing(file: Path) -> Refused:
    """Say that there is no such file yet."""
    sentence = _("There is no file {file} yet: start socinno first, or choose another with --db.")
    return Refused(sentence.format(file=file))


@contextmanager
def opened(context: click.Context) -> Iterator[tuple[Store, Clock]]:
    """Open the file of meetings, which is not made when it is not there; say what goes wrong."""
    from socinno_tui.service import store_wording  # noqa: F401  (its sentences register here)
    from socinno_tui.service.clock import system_clock
    from socinno_tui.store.store import Store
    from socinno_tui.wording.errors import words_for

    file = chosen_file(context)
    if not file.exists():
        raise missing(file)
    try:
        store = Store.open(file)
        try:
            yield store, system_clock()
        finally:
            store.close()
    except SocinnoError as error:
        raise Refused(words_for(error)) from error


def said(sentence: str) -> None:
    """Print one line, without anything that a terminal would obey."""
    click.echo(without_control(sentence))


def the_meeting(summaries: tuple[MeetingSummary, ...], asked: str) -> MeetingSummary:
    """Give the meeting that is meant by its number or a part of its title."""
    if asked.isdecimal():
        found = [one for one in summaries if one.number == int(asked)]
    else:
        wanted = asked.casefold()
        exact = [one for one in summaries if name_of(one).casefold() == wanted]
        found = exact or [one for one in summaries if wanted in name_of(one).casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(
            _("No meeting is called “{asked}”: socinno list shows them all.").format(asked=asked)
        )
    which = ", ".join(f"{one.number} {name_of(one)}" for one in found[:5])
    raise Refused(
        _("Several meetings fit “{asked}”: {which}. Give the number.").format(
            asked=asked, which=which
        )
    )


def name_of(summary: MeetingSummary) -> str:
    """Give the title of a meeting, or its question without one."""
    return summary.title or summary.question or _("(no title yet)")
