"""What phones and their door are told, and what the room is told of them."""

from __future__ import annotations

from socinno_tui.domain.ballot import AllDotsGiven, OneDotEach, Turnout
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.phones import CannotWithdraw, IdeasStillWait, TooManyWait
from socinno_tui.domain.phones_now import AddressGone, NoNetwork, PhonesNow, ServedElsewhere
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.wording.errors import always, words_for
from socinno_tui.wording.keys import key_for

always(
    CannotWithdraw,
    N_("This idea was merged with another or chosen: it belongs to the room by now."),
)
always(TooManyWait, N_("Very many ideas wait to be read: send yours once more in a moment."))
always(OneDotEach, N_("In this round an idea gets at most one dot from you."))


@words_for.register
def _ideas_still_wait(error: IdeasStillWait) -> str:
    return ngettext(
        "{count} idea from a phone still waits to be read: {key} shows it.",
        "{count} ideas from phones still wait to be read: {key} shows them.",
        error.count,
    ).format(count=error.count, key=key_for("live.phones", "f7"))


@words_for.register
def _all_dots_given(error: AllDotsGiven) -> str:
    return ngettext(
        "You have given your dot: take it back first.",
        "You have given all {count} dots: take one back first.",
        error.dots_each,
    ).format(count=error.dots_each)


always(
    NoNetwork,
    N_("This laptop is on no network: connect it to one, or make a hotspot, and try again."),
)
always(ServedElsewhere, N_("Another program on this laptop has the phones of this meeting."))


@words_for.register
def _address_gone(error: AddressGone) -> str:
    return _(
        "The laptop is not at {address} any more, where phones came in: {key} shows where it is."
    ).format(address=error.address, key=key_for("live.phones", "f7"))


def phones_in_words(count: int) -> str:
    """Say how many phones are in."""
    return ngettext("{count} phone", "{count} phones", count).format(count=count)


def waiting_words(now: PhonesNow) -> str:
    """Say how many ideas wait to be read; nothing where none does."""
    if not now.waiting or not now.reads_first or now.in_silence:
        return ""
    return ngettext("{count} waits", "{count} wait", now.waiting).format(count=now.waiting)


def written_words(count: int) -> str:
    """Say how many ideas are written on phones in a silent round; nothing where none is."""
    if not count:
        return ""
    return ngettext(
        "{count} idea written on phones", "{count} ideas written on phones", count
    ).format(count=count)


def all_let_in_words(count: int) -> str:
    """Say that ideas wait no longer, and how many that did are in the list now."""
    if not count:
        return _("Ideas go straight into the list from now on.")
    return ngettext(
        "Ideas go straight into the list from now on, and the {count} that waited is in it.",
        "Ideas go straight into the list from now on, and the {count} that waited are in it.",
        count,
    ).format(count=count)


def turnout_words(turnout: Turnout) -> str:
    """Say how many phones gave dots, and how many in all; nothing of where they are."""
    if not turnout.phones:
        return _("No phone has given dots yet.")
    dots = ngettext("{count} dot", "{count} dots", turnout.dots).format(count=turnout.dots)
    return ngettext(
        "{count} phone has given {dots}.", "{count} phones have given {dots}.", turnout.phones
    ).format(count=turnout.phones, dots=dots)


def too_many_words(begun: DotRound, hands: int, turnout: Turnout) -> str:
    """Say that more was given than there are people for, if so: hands raised by who has a phone
    too, or a phone more than one person's.
    """
    if turnout.phones > begun.people:
        return ngettext(
            "{phones} phones gave dots, and there is {people} person.",
            "{phones} phones gave dots, and there are {people} people.",
            begun.people,
        ).format(phones=turnout.phones, people=begun.people)
    given, most = hands + turnout.dots, begun.dots_in_all
    if given > most:
        return ngettext(
            "Hands and phones make {given} dots together, and there is {most}.",
            "Hands and phones make {given} dots together, and there are {most}.",
            most,
        ).format(given=given, most=most)
    return ""


def comes_now_words(count: int, *, reads_first: bool) -> str:
    """Say what becomes of the ideas written on phones when the silence ends, whichever way."""
    if not count:
        return ""
    if reads_first:
        return ngettext(
            "{count} idea is written on a phone: it waits until you have read it ({key}).",
            "{count} ideas are written on phones: they wait until you have read them ({key}).",
            count,
        ).format(count=count, key=key_for("live.phones", "f7"))
    return ngettext(
        "{count} idea is written on a phone: it appears as soon as you stop or go on.",
        "{count} ideas are written on phones: they appear as soon as you stop or go on.",
        count,
    ).format(count=count)
