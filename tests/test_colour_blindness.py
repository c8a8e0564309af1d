"""States stay apart for the colour-blind, and a sign or a word says the same to everyone."""

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import Theme

from socinno_tui.domain.action import Standing
from socinno_tui.domain.readiness import SectionState
from socinno_tui.domain.talk import TalkState
from socinno_tui.theme import THEMES
from socinno_tui.widgets.agreement_lines import COLOURS
from socinno_tui.widgets.talk_lines import STATE_COLOURS, STATE_SYMBOLS, state_words
from socinno_tui.wording.states import (
    section_state_symbol,
    section_state_word,
    standing_symbol,
    standing_word,
)
from tests.colour_blindness import MATRICES, Kind, apart, lab, linear, seen
from tests.contrast import colour_of

CLEARLY = 10.0
"""Four times the distance in CIELAB that is just noticeable."""

EYES: tuple[Kind | None, ...] = (None, *MATRICES)


def test_white_is_white_to_all_eyes() -> None:
    white = Color(255, 255, 255)
    assert lab(linear(white)) == pytest.approx((100, 0, 0), abs=0.02)
    assert all(seen(white, kind) == pytest.approx((1, 1, 1), abs=1e-4) for kind in MATRICES)


def test_red_and_green_look_alike_to_who_lacks_cones_for_green() -> None:
    # Equally light ones: the difference that is left is what such eyes have.
    red, green = Color(206, 97, 83), Color(128, 134, 62)
    assert apart(red, green) > 4 * apart(red, green, "deuteranopia")


@pytest.mark.parametrize("kind", EYES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("one", "other"), combinations(("within", "near", "over"), 2))
def test_states_of_time_and_agreements_stay_apart(
    theme: Theme, one: str, other: str, kind: Kind | None
) -> None:
    assert apart(colour_of(theme, one), colour_of(theme, other), kind) >= CLEARLY


def test_what_differs_in_colour_differs_in_sign_or_word() -> None:
    talk = {(STATE_SYMBOLS[one], state_words(one, long=False)) for one in TalkState}
    standings = {(standing_symbol(one), standing_word(one)) for one in Standing}
    sections = {(section_state_symbol(one), section_state_word(one)) for one in SectionState}

    assert (len(talk), len(standings), len(sections)) == (3, 5, 3)
    assert len({STATE_SYMBOLS[one] for one in TalkState}) == len(set(STATE_COLOURS.values()))
    assert len({standing_symbol(one) for one in Standing}) == len(set(COLOURS.values()))
