"""What phones and their door are told, and what the room is told of them."""

from __future__ import annotations

from socinno_tui.domain.ballot import AllDotsGiven, OneDotEach
from socinno_tui.domain.phones import CannotWithdraw, IdeasStillWait, TooManyWait
from socinno_tui.i18n import N_, ngettext
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
