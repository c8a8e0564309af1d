"""Where a harvest stands, in words that name nobody."""

from __future__ import annotations

from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.i18n import _, ngettext


def turn_words(silence: SilentRound) -> str:
    """Say whose turn it is and in which round: "person 3 of 12 · round 1"."""
    return _("{who} · round {round}").format(who=who_words(silence), round=silence.lap)


def who_words(silence: SilentRound) -> str:
    """Say whose turn it is, by the seat; managers, who come last, are called so."""
    if not silence.manager:
        return _("person {seat} of {people}").format(seat=silence.seat, people=silence.people)
    if silence.managers == 1:
        return _("management")
    return _("management {seat} of {managers}").format(
        seat=silence.manager, managers=silence.managers
    )


def passes_words(silence: SilentRound) -> str:
    """Say how near the end is: a whole round of passes."""
    if not silence.passes:
        return _("A whole round of passes ends the harvest.")
    return ngettext(
        "{passes} of {people} passed in a row.",
        "{passes} of {people} passed in a row.",
        silence.passes,
    ).format(passes=silence.passes, people=silence.people)


def harvest_over_words(ideas: int) -> str:
    """Say that a whole round was passed, and what comes now."""
    return ngettext(
        "A whole round of passes: the harvest is in, {count} idea. The room has the floor.",
        "A whole round of passes: the harvest is in, {count} ideas. The room has the floor.",
        ideas,
    ).format(count=ideas)
