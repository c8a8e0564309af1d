"""Review dates that have come: told on coming back, and asked about before a walk begins."""

from __future__ import annotations

from collections.abc import Sequence

from pendulum import Date

from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.i18n import _, pgettext
from socinno_tui.screens.dialogs import AskChoice
from socinno_tui.widgets.meeting_lines import review_words, title_of

MOST_DIGITS = 9
"""As many choices have a key of their own."""


def ask_which_walk(due: Sequence[MeetingSummary], today: Date) -> AskChoice[str]:
    """Ask whether to go through a meeting whose review date has come, or through all.

    Gives the id of a meeting, or nothing for all of them.
    """
    choices = [
        (
            str(place) if place <= MOST_DIGITS else "",
            f"{title_of(one)} · {review_words(one, today)}",
            one.id,
        )
        for place, one in enumerate(due, 1)
    ]
    everything = (pgettext("key of all", "A"), _("of all meetings"), "")
    return AskChoice(_("Which agreements do we go through?"), [*choices, everything])
