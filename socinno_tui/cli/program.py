"""The commands of `socinno`. The app is imported only when a screen is needed."""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socinno_tui.cli.answers import answer_commands
from socinno_tui.cli.completing import completion_command
from socinno_tui.cli.followups import followups_command
from socinno_tui.cli.intake import import_command
from socinno_tui.cli.meetings import meeting_commands
from socinno_tui.cli.opening import REFUSED
from socinno_tui.cli.room import room_command
from socinno_tui.cli.serve import serve_command
from socinno_tui.cli.window import ended, keep_log_where_possible, loading, need_terminal
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.i18n import LANGUAGES, Language, _, choose, current_language, is_language
from socinno_tui.i18n.click_texts import speak_click
from socinno_tui.settings import (
    KeptPreferences,
    Preferences,
    data_folder,
    database_file,
    own_folder,
    preferences_file,
    read_preferences,
    unread_of,
    write_preferences,
)

if TYPE_CHECKING:
    from socinno_tui.service.clock import Clock
    from socinno_tui.service.library import Library
    from socinno_tui.store.store import Store

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""How a system says that a disk is full, or a person's share of it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command that the arguments ask for, and end with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _choose_language(given)
    speak_click(language, os.environ)
    _let_every_sign_be_printed()
    try:
        commands().main(given, prog_name="socinno")
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        # What is still waiting to be printed would be tried, and refused, once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        click.echo(_("What should be printed was not: the disk is full."), err=True)
        sys.exit(REFUSED)


def _let_every_sign_be_printed() -> None:
    """Let a stream whose encoding lacks a sign print a question mark, as pipes on Windows need."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def commands() -> click.Group:
    """Give the commands, worded in the language chosen."""
    lang = click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        help=_("The language; otherwise SOCINNO_LANG, then the locale, decides."),
    )
    database = click.Option(
        ["--db"],
        metavar=_("FILE"),
        help=_("The file of meetings; otherwise SOCINNO_DB, then your own data folder."),
    )
    version = click.version_option(package_name="socinno")
    group = click.Group(
        "socinno",
        params=[database, lang],
        callback=_start,
        invoke_without_command=True,
        help=_(
            "Run a meeting in which employees think along: from a framed question to "
            "agreements with one owner and a due date. Without a command your meetings open."
        ),
    )
    demo = click.Command(
        "demo",
        callback=_demo,
        help=_("Open an example meeting, fresh on each run, apart from your own meetings."),
        short_help=_("Open an example meeting."),
    )
    group.add_command(demo)
    for command in (
        followups_command(),
        *answer_commands(),
        *meeting_commands(),
        import_command(),
        room_command(),
        serve_command(),
        completion_command(),
    ):
        group.add_command(command)
    for command in (group, *group.commands.values()):
        command.options_metavar = _("[OPTIONS]")
    group.subcommand_metavar = _("[COMMAND] [ARGUMENTS]...")
    return version(group)


def _choose_language(arguments: Sequence[str]) -> Language:
    # Known before the commands are made, since their help texts are in this language.
    asked: str | None = None
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    if asked is None and not os.environ.get("SOCINNO_LANG"):
        asked = read_preferences(preferences_file()).language
    return choose(asked if asked is not None and is_language(asked) else None, os.environ)


@click.pass_context
def _start(context: click.Context, db: str | None, lang: str | None) -> None:
    if context.invoked_subcommand == "demo" and db is not None:
        raise click.UsageError(_("The example has a file of its own: leave --db out."))
    if context.invoked_subcommand is not None:
        return
    need_terminal()
    file = database_file(db, os.environ)
    if file.parent == own_folder():
        file.parent.mkdir(parents=True, exist_ok=True)
    # Whoever looks around in the example comes back to the own meetings.
    while (code := _run(file)) == _example_asked():
        code = _run_example()
        if code:
            break
    sys.exit(code)


def _example_asked() -> int:
    from socinno_tui.screens.touring_app import EXAMPLE_ASKED

    return EXAMPLE_ASKED


def _demo() -> None:
    need_terminal()
    sys.exit(_run_example())


def _run_example() -> int:
    while (code := _run_example_once()) == _example_asked():
        pass
    return code


def _run_example_once() -> int:
    with tempfile.TemporaryDirectory(prefix="socinno-example-") as folder:
        return _run(Path(folder) / "example.db", example=True)


def _run(file: Path, *, example: bool = False) -> int:
    from socinno_tui.service import store_wording  # noqa: F401  (its sentences register here)
    from socinno_tui.store.store import Store
    from socinno_tui.wording.errors import words_for

    try:
        store = Store.open(file)
    except SocinnoError as error:
        click.echo(words_for(error), err=True)
        return 1
    try:
        return _show(store, example=example)
    finally:
        store.close()


def _show(store: Store, *, example: bool) -> int:
    with loading():
        from socinno_tui.app import SocinnoApp
        from socinno_tui.service.clock import system_clock
        from socinno_tui.service.formats import meeting_formats
        from socinno_tui.service.library import Library

    keep_log_where_possible()
    clock = system_clock()
    preferences = read_preferences(preferences_file())
    chosen = replace(preferences, screen_reader=_reads_aloud(preferences))
    app = SocinnoApp(
        store,
        clock,
        meeting_formats(data_folder(), current_language()),
        theme=preferences.theme or "",
        on_theme=_remember_theme,
        kept=KeptPreferences(chosen, _keep, unread_of(preferences_file())),
        open_first=_lay_out_example(Library(store, clock), clock) if example else "",
    )
    app.run()
    return ended(app.return_code)


def _lay_out_example(library: Library, clock: Clock) -> str:
    """Put the example's meetings in, and give the one to open."""
    from socinno_tui.service.example import example_meetings

    opens = ""
    for meeting in example_meetings(data_folder(), current_language(), clock):
        library.put_back(meeting)
        opens = meeting.id
    return opens


def _reads_aloud(preferences: Preferences) -> bool:
    asked = os.environ.get("SOCINNO_SCREEN_READER", "")
    return asked not in ("", "0") if asked else preferences.screen_reader


def _remember_theme(theme: str) -> None:
    _keep(lambda preferences: replace(preferences, theme=theme))


def _keep(change: Callable[[Preferences], Preferences]) -> bool:
    # Read anew each time, since another window may have kept something else meanwhile.
    file = preferences_file()
    try:
        write_preferences(change(read_preferences(file)), file)
    except OSError as error:
        logging.getLogger("socinno").warning("preferences not kept: %s", error.strerror)
        return False
    return True
