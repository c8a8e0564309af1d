"""One tick without opening a screen: an answer to an agreement, by its short number."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import click

from socinno_tui.cli.completing import actions_like, owners_like
from socinno_tui.cli.opening import Refused, opened, said
from socinno_tui.domain.due_date import DueDateInPast, DueDateRefused, parse_due_date
from socinno_tui.i18n import _
from socinno_tui.wording.dates import due_understood, short_date
from socinno_tui.wording.standings import standing_line
from socinno_tui.wording.states import standing_symbol

if TYPE_CHECKING:
    from pendulum import Date

    from socinno_tui.service.register import Register

_MOST_WORDS_IN_A_DATE: Final = 8


def answer_commands() -> tuple[click.Command, ...]:
    """Give the commands that each add one line to the history of an agreement."""
    return (
        _command(
            "done",
            _done,
            _("Say that it is done, and what it brought."),
            _words("result", _("RESULT")),
        ),
        _command(
            "on-course",
            _on_course,
            _("Say that it is on course, and how far."),
            _words("note", _("NOTE")),
        ),
        _command(
            "note", _note, _("Write down how it stands."), _words("text", _("NOTE"), required=True)
        ),
        _command(
            "move",
            _move,
            _("Move it to a new date, with the reason: move 12 “friday” waiting for the supplier"),
            click.Argument(["date"], metavar=_("DATE")),
            _words("reason", _("REASON")),
        ),
        _command(
            "hand-over",
            _hand_over,
            _("Hand it over to one other person."),
            click.Argument(
                ["name"],
                nargs=-1,
                required=True,
                metavar=_("NAME") + "...",
                shell_complete=owners_like,
            ),
        ),
        _command("stop", _stop, _("Stop it, with the reason."), _words("reason", _("REASON"))),
        _command("reopen", _reopen, _("Open again what was done or stopped.")),
    )


def _command(
    name: str, callback: Callable[..., None], help_text: str, *arguments: click.Parameter
) -> click.Command:
    number = click.Argument(
        ["number"], type=_Number(min=1), metavar=_("NUMBER"), shell_complete=actions_like
    )
    return click.Command(
        name,
        # What is said may begin with a dash: "-50% korting".
        context_settings={"ignore_unknown_options": True},
        callback=callback,
        params=[number, *arguments],
        help=help_text,
        short_help=help_text.partition(":")[0],
    )


class _Number(click.IntRange):
    def __init__(self, min: int) -> None:
        super().__init__(min=min)
        # Click puts it in its own sentence.
        self.name = _("number")


def _words(name: str, metavar: str, *, required: bool = False) -> click.Argument:
    # Several words need no quotes.
    shown = f"{metavar}..." if required else f"[{metavar}]..."
    return click.Argument([name], nargs=-1, required=required, metavar=shown)


@click.pass_context
def _done(context: click.Context, number: int, result: tuple[str, ...]) -> None:
    _answer(context, number, lambda register, one: register.done(one, " ".join(result)))


@click.pass_context
def _on_course(context: click.Context, number: int, note: tuple[str, ...]) -> None:
    _answer(context, number, lambda register, one: register.on_course(one, " ".join(note)))


@click.pass_context
def _note(context: click.Context, number: int, text: tuple[str, ...]) -> None:
    _answer(context, number, lambda register, one: register.note(one, " ".join(text)))


@click.pass_context
def _move(context: click.Context, number: int, date: str, reason: tuple[str, ...]) -> None:
    def move(register: Register, one: str) -> None:
        _hold_to_one_reading(date, reason, register.today)
        due = register.new_date(one, date)
        understood, question = due_understood(due, today=register.today), _("Why is it moved?")
        why = " ".join(reason) or _asked(f"{understood}. {question}")
        register.move(one, due.isoformat(), why)

    _answer(context, number, move)


def _hold_to_one_reading(date: str, reason: tuple[str, ...], today: Date) -> None:
    """Refuse a date without quotes that goes on in the reason: `move 2 friday week too busy`."""
    if " " in date.strip():
        return
    for count in range(min(len(reason), _MOST_WORDS_IN_A_DATE), 0, -1):
        words = " ".join((date, *reason[:count]))
        try:
            parse_due_date(words, today=today)
        except DueDateInPast:
            pass
        except DueDateRefused:
            continue
        raise Refused(
            _("“{words}” reads as a date: put that, or else the reason, in quotes.").format(
                words=words
            )
        )


@click.pass_context
def _hand_over(context: click.Context, number: int, name: tuple[str, ...]) -> None:
    _answer(context, number, lambda register, one: register.hand_over(one, " ".join(name)))


@click.pass_context
def _stop(context: click.Context, number: int, reason: tuple[str, ...]) -> None:
    why = " ".join(reason) or _asked(_("Why does it stop?"))
    _answer(context, number, lambda register, one: register.stop(one, why))


@click.pass_context
def _reopen(context: click.Context, number: int) -> None:
    _answer(context, number, lambda register, one: register.reopen(one))


def _asked(question: str) -> str:
    """Ask on a terminal; without one the reason belongs on the command line."""
    if not sys.stdin.isatty():
        raise Refused(_("Say why, behind the number: a reason in a few words."))
    answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ")
    return answer


def _answer(context: click.Context, number: int, answer: Callable[[Register, str], object]) -> None:
    from socinno_tui.service.register import Register

    with opened(context) as (store, clock):
        register = Register(store, clock)
        agreement = register.called(number)
        if agreement is None:
            raise Refused(
                _("No agreement has number {number}: socinno followups --all shows them.").format(
                    number=number
                )
            )
        answer(register, agreement.action.id)
        action = store.agreements.action(agreement.action.id)
        today = clock.today()
    standing = action.standing(today)
    due = "" if action.due_now is None else short_date(action.due_now, today=today)
    told = _("{number} {sign} {state} · {due} · {owner}: {idea}")
    said(
        told.format(
            number=number,
            sign=standing_symbol(standing),
            state=standing_line(action, today),
            due=due,
            owner=action.owner_now,
            idea=agreement.idea_text,
        )
    )
