"""The sentences of the feed itself: above the ideas, below them, and in their absence."""

from __future__ import annotations

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import _, ngettext
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_for


def count_words(ideas: int, groups: int) -> str:
    """How many ideas there are, and in how many groups when some were merged."""
    counted = ngettext("{count} idea", "{count} ideas", ideas).format(count=ideas)
    if ideas == groups:
        return counted
    return _("{ideas} · {groups} after merging").format(ideas=counted, groups=groups)


def marked_words(count: int, *, merges: bool) -> str:
    """How many ideas are marked, and by which key they are merged where they can be."""
    if not merges:
        words = ngettext("{count} marked", "{count} marked", count).format(count=count)
        return f"{symbols.MARKED} {words}"
    words = ngettext(
        "{count} marked · m merges",
        "{count} marked · m merges",
        count,
    ).format(count=count)
    return f"{symbols.MARKED} {words}"


def round_words(counted: int, ideas: int) -> str:
    """How far the counting of dots is; how many dots, nobody sees before they are opened.

    Before the first is counted, hands may not be raised at all: phones can give the dots.
    """
    if not counted:
        return f"{symbols.DOT} " + _("round of dots")
    words = _("dots: {counted} of {count} counted")
    return f"{symbols.DOT} {words.format(counted=counted, count=ideas)}"


def by_dots_words() -> str:
    """That the ideas stand in the order of their dots."""
    return _("most dots first")


def all_answered_words() -> str:
    """That nobody waits for an answer any more."""
    return f"{symbols.DONE} " + _("Every idea has an answer.")


def found_words(count: int, sought: str) -> str:
    """How many rows hold the text sought."""
    return ngettext("{count} with “{text}”", "{count} with “{text}”", count).format(
        count=count, text=sought
    )


def below_words(count: int) -> str:
    """How many new ideas wait below."""
    words = ngettext("{count} new", "{count} new", count).format(count=count)
    return f"{words} {symbols.BELOW}"


def empty_words(meeting: Meeting | None, sought: str) -> str:
    """One sentence in the place of ideas, inviting where an idea may be given."""
    if sought:
        return _("No idea here holds “{text}”.").format(text=sought)
    if meeting is None:
        return ""
    match meeting.phase:
        case Phase.PREPARATION:
            return _("Here the ideas will stand, as soon as the meeting has begun.")
        case Phase.IDEATION:
            words = _(
                "Which idea comes up first? Type it below, everything counts. "
                "{key}: the room writes by phone."
            )
            return words.format(key=key_for("live.phones", "f7"))
        case _:
            return _("There are no ideas on this topic.")
