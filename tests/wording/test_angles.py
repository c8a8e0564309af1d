"""Each angle stands on one line of the smallest screen, in both languages."""

import pytest
from wcwidth import wcswidth

from socinno_tui.domain.lull import ANGLES
from socinno_tui.i18n import LANGUAGES, Language, choose
from socinno_tui.wording.angles import angle_words

SMALLEST = 54
"""The cells on the border of the line, on a screen of 60 columns."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_angle_fits_and_asks_something_else(language: Language) -> None:
    choose(language, {})
    said = [angle_words(angle) for angle in range(ANGLES)]
    assert len(set(said)) == ANGLES
    assert all(wcswidth(words) <= SMALLEST and words.endswith("?") for words in said)
