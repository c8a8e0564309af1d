"""The reasons that a no is mostly given with, for one key each."""

from __future__ import annotations

from typing import Final

from socinno_tui.i18n import N_, _

COMMON_REASONS: Final = (
    N_("it falls outside the frame"),
    N_("too expensive for now"),
    N_("we do this already"),
    N_("not for us to decide, it belongs elsewhere"),
    N_("it does not fit this goal"),
    N_("it got too few dots"),
)
"""Message ids, in the order of their keys, 1 and up."""


def common_reasons() -> tuple[str, ...]:
    """Give the reasons in the language chosen, in the order of their keys."""
    return tuple(_(reason) for reason in COMMON_REASONS)
