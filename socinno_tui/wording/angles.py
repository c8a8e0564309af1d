"""Other angles on the question, for when ideas stop coming: fit for any organisation."""

from __future__ import annotations

from typing import Final

from socinno_tui.domain.lull import ANGLES
from socinno_tui.i18n import N_, _

# Each within 54 cells in both languages, so that it stands on one line of the smallest screen.
_ANGLES: Final = (
    N_("Turn it round: how would we make it worse?"),
    N_("What could be done without any money?"),
    N_("How would the people we work for solve it?"),
    N_("What if it had to be done in half the time?"),
    N_("How does a quite different organisation do this?"),
    N_("Which two ideas together make a better one?"),
    N_("What would someone say who started here today?"),
    N_("What if we had to begin tomorrow morning?"),
    N_("What could we leave out, or stop doing?"),
    N_("What is the smallest step that would already help?"),
)
assert len(_ANGLES) == ANGLES


def angle_words(angle: int) -> str:
    """Ask the question from another side."""
    return _(_ANGLES[angle])
