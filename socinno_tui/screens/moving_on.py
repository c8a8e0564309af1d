"""What is asked before the room goes on to the next phase, or back."""

from __future__ import annotations

from enum import Enum

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import _, pgettext
from socinno_tui.screens.dialogs import AskChoice


class Way(Enum):
    """Where the room goes from here."""

    ON = "on"
    ON_WITH_DOTS = "on with a round of dots"
    BACK = "back"


def ask_where_to(meeting: Meeting) -> AskChoice[Way]:
    """Ask where the room goes from the phase it is in; first to a round of dots, where it can."""
    dots: list[tuple[str, str, Way]] = []
    if meeting.silent_round is not None:
        question = _("The silent round is still going on: it ends when you go on, or back.")
        onward, back = _("On to choosing"), _("Back to the preparation")
    elif meeting.phase is Phase.IDEATION:
        question = _("Have all ideas been heard? Then the room chooses.")
        onward, back = _("On to choosing"), _("Back to the preparation")
        if meeting.clusters_of(meeting.topic.id) and meeting.dot_round is None:
            words = _("On to choosing, first with a round of dots")
            dots = [(pgettext("key of dots", "D"), words, Way.ON_WITH_DOTS)]
    else:
        question = _("Has the room chosen? Then the agreements are made.")
        onward, back = _("On to closing"), _("Back to collecting ideas")
    choices = [
        (pgettext("key of on", "O"), onward, Way.ON),
        *dots,
        (pgettext("key of back", "B"), back, Way.BACK),
    ]
    return AskChoice(question, choices)
