"""What a shell completes: numbers, owners and meetings of the file; silent when it cannot."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import Final

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    get_completion_class,
)

from socinno_tui.cli.opening import name_of, opened
from socinno_tui.i18n import _

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "socinno"


_MEANS_MORE_IN_BASH: Final = re.compile(r"[^\w@%+=:,./-]")


class WholeInBash(BashComplete):
    r"""Bash's completion, with a name of several words as one: `Bram\ de\ Wit`."""

    def format_completion(self, item: CompletionItem) -> str:
        """Give the item as click's script reads it: its `read` takes one backslash of two."""
        escaped = _MEANS_MORE_IN_BASH.sub(lambda found: "\\" + found[0], str(item.value))
        return f"{item.type},{escaped.replace(chr(92), chr(92) * 2)}"


def completion_command() -> click.Command:
    """Give the command that prints what a shell needs to complete."""
    add_completion_class(WholeInBash)
    return click.Command(
        "completion",
        callback=_completion,
        params=[click.Argument(["shell"], type=click.Choice(SHELLS))],
        help=_(
            'Print what a shell needs to complete: eval "$(socinno completion bash)" in ~/.bashrc.'
        ),
        short_help=_("Print what a shell needs to complete."),
    )


@click.pass_context
def _completion(context: click.Context, shell: str) -> None:
    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(context.find_root().command, {}, PROGRAM, "_SOCINNO_COMPLETE").source())


def actions_like(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Give the numbers of open agreements, each with what it is about."""

    def found() -> Iterator[CompletionItem]:
        from socinno_tui.service.register import RUNNING, Filter, Register

        with opened(context) as (store, clock):
            for one in Register(store, clock).agreements(Filter(standings=RUNNING)):
                told = f"{one.action.owner_now}: {one.idea_text}"
                yield CompletionItem(str(one.number), help=told)

    return _quietly(found, incomplete)


def owners_like(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Give the owners."""

    def found() -> Iterator[CompletionItem]:
        with opened(context) as (store, _clock):
            for owner in sorted(store.agreements.owners(), key=str.casefold):
                yield CompletionItem(owner)

    return _quietly(found, incomplete)


def meetings_like(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Give the numbers of meetings, each with its title."""

    def found() -> Iterator[CompletionItem]:
        with opened(context) as (store, clock):
            for one in store.summaries(clock.today()):
                yield CompletionItem(str(one.number), help=name_of(one))

    return _quietly(found, incomplete)


def _quietly(find: Callable[[], Iterator[CompletionItem]], incomplete: str) -> list[CompletionItem]:
    begun = incomplete.casefold()
    with contextlib.suppress(click.ClickException):
        return [item for item in find() if str(item.value).casefold().startswith(begun)]
    return []
