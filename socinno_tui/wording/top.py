"""What came of selecting the top by dots, for the room to hear."""

from __future__ import annotations

from collections.abc import Iterable

from socinno_tui.domain.idea import Cluster, Top
from socinno_tui.i18n import _, ngettext


def top_words(top: Top) -> str:
    """Say which ideas the dots selected: a tie at the edge, and too few with dots, first of all."""
    if top.left_out:
        return _tie_words(top)
    if top.missing:
        return _too_few_words(top)
    if not top.chosen:
        return ngettext(
            "{count} idea is selected already, as many as the goal asks for.",
            "{count} ideas are selected already, as many as the goal asks for.",
            top.before,
        ).format(count=top.before)
    return _("Selected by dots: {ideas}.").format(ideas=_numbers(top.chosen))


def _tie_words(top: Top) -> str:
    dots = top.left_out[0].dots
    return ngettext(
        "A tie, {dots} dot each: {tied} in, {left_out} just not. Let the room decide.",
        "A tie, {dots} dots each: {tied} in, {left_out} just not. Let the room decide.",
        dots,
    ).format(dots=dots, tied=_numbers(top.tied), left_out=_numbers(top.left_out))


def _too_few_words(top: Top) -> str:
    count = top.before + len(top.chosen)
    return ngettext(
        "{count} of {wanted} is selected: no other idea without a verdict has a dot.",
        "{count} of {wanted} are selected: no other idea without a verdict has a dot.",
        count,
    ).format(count=count, wanted=top.wanted)


def _numbers(found: Iterable[Cluster]) -> str:
    return ", ".join(f"#{number}" for number in sorted(one.lead.number for one in found))
