"""What a command needs that draws on a terminal: one to draw on, a log, and a calm end."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Iterator
from typing import Final

import click

from socinno_tui.crash_log import keep_log
from socinno_tui.i18n import _
from socinno_tui.settings import log_file

NO_TERMINAL: Final = 2
"""The exit code when there is no terminal to draw on."""


def need_terminal() -> None:
    """End at once, in one sentence, where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(_("socinno draws on a terminal: start it in a terminal window."), err=True)
        sys.exit(NO_TERMINAL)


def keep_log_where_possible() -> None:
    """Write errors of the program's own down; without a file for them it runs as well."""
    with contextlib.suppress(OSError):
        keep_log(log_file())


@contextlib.contextmanager
def loading() -> Iterator[None]:
    """Load what stays until the end, without looking in it for what could go, then or later.

    A seventh of the import went into that, and each later look at all of it held up the screen.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def ended(return_code: int | None) -> int:
    """Give the exit code of an app, and say so when an error of its own ended it."""
    if return_code == 1:
        click.echo(
            _(
                "socinno stopped by an error of its own; everything entered is kept. See {file}."
            ).format(file=log_file()),
            err=True,
        )
    return return_code or 0
