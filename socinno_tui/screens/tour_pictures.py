"""What each step of the tour is about, as it looks during a meeting: three lines of it."""

from __future__ import annotations

from textual.content import Content

from socinno_tui.i18n import _
from socinno_tui.wording import symbols
from socinno_tui.wording.plain import is_plain

PICTURE_LINES = 3

IDEA_CELLS = 34
"""What an idea takes, so that the dots of two stand under each other."""


def pictures() -> tuple[Content, Content, Content]:
    """A picture for each step, in the language chosen; none where everything is told plainly."""
    if is_plain():
        return Content.empty(), Content.empty(), Content.empty()
    return _question(), _ideas(), _agreement()


def _question() -> Content:
    bar = Content.styled(f"{symbols.CURSOR_BAR} ", "$question")
    return Content("\n").join(
        [
            bar + Content.styled(_("How do we halve the wait at the counter?"), "bold $question"),
            bar + Content.styled(_("goal: three plans · outside: rebuilding"), "$quiet"),
        ]
    )


def _ideas() -> Content:
    meter = symbols.BAR_FULL * 5 + symbols.BAR_EMPTY * 4
    within = f"{symbols.DONE} " + _("within")
    return Content("\n").join(
        [
            _idea("#7", _("Plan appointments in the app"), 3),
            _idea("#8", _("Forms in plain words"), 2),
            Content.assemble(
                _("Manager 03:00 of 06:00") + "  ", (meter, "$within"), "  ", (within, "$within")
            ),
        ]
    )


def _idea(number: str, text: str, dots: int) -> Content:
    words = Content.assemble((number, "$quiet"), f" {text}")
    return words.pad_right(IDEA_CELLS - words.cell_length) + Content.styled(
        symbols.DOT * dots, "$dots"
    )


def _agreement() -> Content:
    done = f"{symbols.DONE} " + _("every idea has an owner and a date")
    return Content("\n").join(
        [
            Content.assemble(
                (f"{symbols.SELECTED} ", "bold $focus"),
                (_("Plan appointments in the app"), "bold"),
            ),
            Content("  " + _("Fatima el Idrissi · by Friday 11 December")),
            Content.styled(done, "$within"),
        ]
    )
