"""The room's own window: `socinno room`, on the projector beside the facilitator's screen."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from socinno_tui.cli.completing import meetings_like
from socinno_tui.cli.opening import Refused, chosen_file, missing, the_meeting
from socinno_tui.cli.window import ended, keep_log_where_possible, loading, need_terminal
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.i18n import _
from socinno_tui.settings import preferences_file, read_preferences


def room_command() -> click.Command:
    """Give the command that follows a meeting for the room."""
    return click.Command(
        "room",
        callback=_room,
        params=[
            click.Argument(
                ["meeting"], metavar=_("[MEETING]"), required=False, shell_complete=meetings_like
            )
        ],
        help=_(
            "Show the room a meeting that another window runs: on the projector, in large "
            "letters, while your own screen stays on the laptop. It follows by itself and changes "
            "nothing. MEETING is its number, or a part of its title; without it, the meeting "
            "under way."
        ),
        short_help=_("Show the room the meeting under way, in large letters."),
    )


@click.pass_context
def _room(context: click.Context, meeting: str | None) -> None:
    from socinno_tui.service import store_wording  # noqa: F401  (its sentences register here)
    from socinno_tui.wording.errors import words_for

    need_terminal()
    file = chosen_file(context)
    try:
        meeting_id = _asked(file, meeting)
    except SocinnoError as error:
        raise Refused(words_for(error)) from error
    sys.exit(_show(file, meeting_id))


def _asked(file: Path, meeting: str | None) -> str:
    """The meeting asked for, or none; a file that is no good is told before anything is drawn."""
    from socinno_tui.service.clock import system_clock
    from socinno_tui.store.errors import DatabaseBusy, OlderDatabase
    from socinno_tui.store.store import Store

    if not file.exists():
        # The facilitator's window may be started after this one.
        if meeting is not None or not file.parent.is_dir():
            raise missing(file)
        return ""
    try:
        store = Store.open_to_read(file)
    except (DatabaseBusy, OlderDatabase):
        if meeting is not None:
            raise
        return ""
    try:
        summaries = store.summaries(system_clock().today()) if meeting is not None else ()
        return the_meeting(summaries, meeting).id if meeting is not None else ""
    finally:
        store.close()


def _show(file: Path, meeting_id: str) -> int:
    with loading():
        from socinno_tui.screens.room_app import RoomApp
        from socinno_tui.service.clock import system_clock
        from socinno_tui.service.following import Following

    keep_log_where_possible()
    following = Following(file, system_clock(), meeting_id)
    app = RoomApp(following, theme=read_preferences(preferences_file()).theme or "")
    try:
        app.run()
    finally:
        following.close()
    return ended(app.return_code)
