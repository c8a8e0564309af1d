"""The phases a meeting goes through, and which may follow which."""

from __future__ import annotations

from enum import Enum

from socinno_tui.domain.errors import RuleBroken


class Phase(Enum):
    """Where a meeting stands, from being prepared to its agreements being followed."""

    PREPARATION = "preparation"
    IDEATION = "ideation"
    SELECTION = "selection"
    CLOSING = "closing"
    FOLLOW_UP = "follow-up"


OPEN_FOR_IDEAS = frozenset({Phase.IDEATION, Phase.SELECTION})
"""When ideas come in, are merged and get dots."""

OPEN_FOR_VERDICTS = OPEN_FOR_IDEAS | {Phase.CLOSING}
"""Closing too: later or no are the other ways out for an idea without an owner."""

UNDER_WAY = OPEN_FOR_VERDICTS
"""The room is together; leaving the program asks first."""

_NEXT = {
    Phase.PREPARATION: Phase.IDEATION,
    Phase.IDEATION: Phase.SELECTION,
    Phase.SELECTION: Phase.CLOSING,
    Phase.CLOSING: Phase.FOLLOW_UP,
}
_BACK = {
    Phase.IDEATION: Phase.PREPARATION,
    Phase.SELECTION: Phase.IDEATION,
    Phase.CLOSING: Phase.SELECTION,
}


class WrongPhase(RuleBroken):
    """What is asked does not belong in this phase."""

    def __init__(self, phase: Phase) -> None:
        super().__init__(phase)
        self.phase = phase


def only_in(phases: frozenset[Phase], phase: Phase) -> None:
    """Check that a phase is one of these. Raises WrongPhase."""
    if phase not in phases:
        raise WrongPhase(phase)


def next_phase(phase: Phase) -> Phase:
    """Give the phase after this one. Raises WrongPhase after the last."""
    if phase not in _NEXT:
        raise WrongPhase(phase)
    return _NEXT[phase]


def phase_before(phase: Phase) -> Phase:
    """Give the phase to go back to. Raises WrongPhase where there is no way back."""
    if phase not in _BACK:
        raise WrongPhase(phase)
    return _BACK[phase]
