"""`socinno serve`: phones come in by a process of its own, beside the window of the meeting."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from socinno_tui.cli.completing import meetings_like
from socinno_tui.cli.opening import Refused, name_of, opened, said, the_meeting
from socinno_tui.cli.window import keep_log_where_possible, loading
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import _, current_language, ngettext

if TYPE_CHECKING:
    from socinno_tui.domain.addresses import OwnAddress
    from socinno_tui.domain.phones import Door
    from socinno_tui.domain.summary import MeetingSummary
    from socinno_tui.service.clock import Clock
    from socinno_tui.service.phones_beside import PhonesBeside
    from socinno_tui.store.store import Store

LOOK_SECONDS: Final = 0.1
"""How often it is looked whether the window of the meeting wrote anything."""

MOST_PORT: Final = 65_535


def serve_command() -> click.Command:
    """Give the command that lets phones in."""
    return click.Command(
        "serve",
        callback=_serve,
        params=[
            click.Argument(
                ["meeting"], metavar=_("[MEETING]"), required=False, shell_complete=meetings_like
            ),
            click.Option(
                ["--address"],
                metavar=_("ADDRESS"),
                help=_("The address of this machine to use; otherwise the most likely one."),
            ),
            click.Option(
                ["--port"],
                type=click.IntRange(1, MOST_PORT),
                help=_("The port to use; otherwise 8080, or the first free one after it."),
            ),
            click.Option(
                ["--behind-router"],
                is_flag=True,
                help=_("All phones come by one address, as behind a router: allow it for all."),
            ),
        ],
        help=_(
            "Let phones into a meeting by a process of its own, for a large hall: start it beside "
            "the window of the meeting, which takes in what phones send. MEETING is its number, or "
            "a part of its title; without it, the meeting under way. Ctrl+C ends it."
        ),
        short_help=_("Let phones into the meeting under way."),
    )


@click.pass_context
def _serve(
    context: click.Context,
    meeting: str | None,
    address: str | None,
    port: int | None,
    behind_router: bool,
) -> None:
    from socinno_tui.store.errors import MeetingHeld

    with opened(context) as (store, clock):
        summary = _asked(store, clock, meeting)
        if summary.phase is Phase.FOLLOW_UP:
            raise Refused(_("This meeting is closed: phones have nothing to send any more."))
        addresses = _addresses(address)
        keep_log_where_possible()
        try:
            hold = store.phones.hold(summary.id)
        except MeetingHeld as error:
            raise Refused(_("Another window lets phones into this meeting already.")) from error
        with hold:
            asyncio.run(
                _let_in(store, clock, summary, addresses, port, behind_router=behind_router)
            )


def _asked(store: Store, clock: Clock, meeting: str | None) -> MeetingSummary:
    from socinno_tui.domain.following import meeting_to_follow

    summaries = store.summaries(clock.today())
    if meeting is not None:
        return the_meeting(summaries, meeting)
    chosen = meeting_to_follow(store.standings(), clock.now())
    for summary in summaries:
        if summary.id == chosen:
            return summary
    raise Refused(_("There is no meeting yet: make one first."))


def _addresses(asked: str | None) -> tuple[OwnAddress, ...]:
    """The addresses of this machine, the one to use first."""
    from socinno_tui.service.addresses import own_addresses

    found = own_addresses()
    if asked is None:
        return found
    chosen = [one for one in found if one.ip == asked]
    if not chosen:
        which = ", ".join(f"{one.ip} ({one.name})" for one in found)
        sentence = _("This machine has no address {address}; it has {which}.")
        raise Refused(sentence.format(address=asked, which=which))
    return (*chosen, *(one for one in found if one.ip != asked))


async def _let_in(
    store: Store,
    clock: Clock,
    summary: MeetingSummary,
    addresses: Sequence[OwnAddress],
    port: int | None,
    *,
    behind_router: bool,
) -> None:
    """Let phones in until it is ended."""
    with loading():
        from socinno_tui.service.doors import close_door, open_door, ports_to_try
        from socinno_tui.service.phone_door import MeetingOnFile, PhoneDoor
        from socinno_tui.service.phones_beside import PhonesBeside
        from socinno_tui.web.limits import Limits, all_from_one_address
        from socinno_tui.web.server import PhoneServer

    ended = _ended_by()
    kept = store.phones.door(summary.id)
    door = open_door(store.phones, summary.id, addresses[0].ip, kept.port if kept else 0)
    on_file = MeetingOnFile(store, summary.id)
    server = PhoneServer(
        # The window of the meeting looks for itself what has come in.
        PhoneDoor(store.phones, door, clock, on_file, arrived=lambda: None),
        door.code,
        limits=all_from_one_address(Limits()) if behind_router else Limits(),
        language=current_language(),
    )
    try:
        ports = [port] if port is not None else ports_to_try(door.port)
        bound = await server.start(door.address, ports)
        door = open_door(store.phones, summary.id, door.address, bound)
        _tell(summary, door, addresses)
        beside = PhonesBeside(server, on_file, clock, store.phones, _tell_count)
        await _look_on(beside, ended)
    finally:
        await server.stop()
        if close_door(store.phones, summary.id):
            store.phones.wipe()
    said("")
    said(_("Phones can no longer come in. What was sent is kept."))


async def _look_on(beside: PhonesBeside, ended: asyncio.Event) -> None:
    from socinno_tui.store.errors import StoreRefused

    while not ended.is_set():
        # What another window keeps locked for a moment is looked at again.
        with contextlib.suppress(StoreRefused):
            if not beside.look():
                return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ended.wait(), LOOK_SECONDS)


def _ended_by() -> asyncio.Event:
    """Give what is set when the person or the system ends it."""
    ended = asyncio.Event()
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, ended.set)
    return ended


def _tell(summary: MeetingSummary, door: Door, addresses: Sequence[OwnAddress]) -> None:
    from socinno_tui.widgets.qr_lines import half_blocks

    said(name_of(summary))
    said("")
    if sys.stdout.isatty():
        for line in half_blocks(door.scanned):
            # Black on white whatever the terminal's own colours are: else no phone reads it.
            click.echo(click.style(line, fg=(0, 0, 0), bg=(255, 255, 255)))
        said("")
    said(_("On a phone: {address}").format(address=f"http://{door.way_in}"))
    others = ", ".join(f"{one.ip} ({one.name})" for one in addresses[1:] if not one.is_loopback)
    if others:
        said(_("Not reached? This machine has {others} too: use --address.").format(others=others))
    said(_("A firewall that asks: allow it on private networks. Ctrl+C ends it."))


def _tell_count(count: int) -> None:
    words = ngettext("{count} phone is in", "{count} phones are in", count).format(count=count)
    if sys.stdout.isatty():
        click.echo(f"\r\x1b[K{words}", nl=False)
    else:
        click.echo(words)
