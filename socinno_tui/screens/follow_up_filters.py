"""Which agreements are shown: asked as a choice, and told in one line of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socinno_tui.domain.action import Agreement, Standing
from socinno_tui.i18n import _, ngettext, pgettext
from socinno_tui.screens.dialogs import AskChoice
from socinno_tui.service.register import PRESSING, RUNNING, Filter
from socinno_tui.widgets.agreement_lines import meeting_name
from socinno_tui.wording.states import standing_word

MOST_DIGITS = 9
"""As many choices have a key of their own."""


def filter_line(chosen: Filter, shown: int, everything: Sequence[Agreement]) -> str:
    """Say how many are shown, and which: "4 van 12 afspraken · trekker: Fatma de Vries"."""
    count = len(everything)
    words = [
        ngettext("{shown} of {count} agreement", "{shown} of {count} agreements", count).format(
            shown=shown, count=count
        )
    ]
    if chosen.owner:
        words.append(_("owner: {name}").format(name=chosen.owner))
    if chosen.meeting_id:
        title = _titles(everything).get(chosen.meeting_id, "")
        words.append(_("meeting: {title}").format(title=title))
    if chosen.standings:
        words.append(_("state: {state}").format(state=_states()[chosen.standings]))
    return " · ".join(words)


def ask_which_filter(*, several: bool) -> AskChoice[str]:
    """Ask what to filter on; on the meeting only where there are several. Gives an action."""
    on_meeting = [("m", _("of one meeting"), "filter_meeting")] if several else []
    return AskChoice(
        _("Show which agreements?"),
        [
            ("o", _("of one owner"), "filter_owner"),
            *on_meeting,
            ("s", _("in one state"), "filter_standing"),
        ],
    )


def ask_owner(chosen: Filter, everything: Sequence[Agreement]) -> AskChoice[Filter]:
    """Ask whose agreements to show."""
    owners = sorted({one.action.owner_now for one in everything}, key=str.casefold)
    return _asked(
        _("Whose agreements?"),
        replace(chosen, owner=""),
        [(owner, replace(chosen, owner=owner)) for owner in owners],
    )


def ask_meeting(chosen: Filter, everything: Sequence[Agreement]) -> AskChoice[Filter]:
    """Ask from which meeting to show the agreements."""
    return _asked(
        _("From which meeting?"),
        replace(chosen, meeting_id=""),
        [
            (title, replace(chosen, meeting_id=meeting_id))
            for meeting_id, title in _titles(everything).items()
        ],
    )


def ask_standing(chosen: Filter) -> AskChoice[Filter]:
    """Ask which agreements to show, by how they stand."""
    return _asked(
        _("Which agreements?"),
        replace(chosen, standings=frozenset()),
        [(words, replace(chosen, standings=standings)) for standings, words in _states().items()],
    )


def _asked(
    question: str, everything: Filter, choices: Sequence[tuple[str, Filter]]
) -> AskChoice[Filter]:
    keyed = [
        (str(place) if place <= MOST_DIGITS else "", label, wanted)
        for place, (label, wanted) in enumerate(choices, 1)
    ]
    return AskChoice(question, [(pgettext("key of all", "A"), _("all"), everything), *keyed])


def _titles(everything: Sequence[Agreement]) -> dict[str, str]:
    return {one.meeting_id: meeting_name(one) for one in everything}


def _states() -> dict[frozenset[Standing], str]:
    return {
        PRESSING: _("overdue, or due within seven days"),
        frozenset({Standing.OVERDUE}): standing_word(Standing.OVERDUE),
        RUNNING: _("still open"),
        frozenset({Standing.DONE}): standing_word(Standing.DONE),
        frozenset({Standing.STOPPED}): standing_word(Standing.STOPPED),
    }
