"""Large letters: the right ones, whole words, and nothing beyond the room there is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socinno_tui.widgets.block_letters import LARGEST_FIRST, block_letters, numerals
from tests.meetings import QUESTION

WORDS = st.text(
    st.sampled_from("abcdefgiJjkMmWwéëïóÉç?!.,-'’“&%0123456789"), min_size=1, max_size=12
)


@given(
    text=st.lists(WORDS, max_size=12).map(" ".join),
    width=st.integers(1, 200),
    height=st.integers(0, 50),
)
@settings(max_examples=150, deadline=None)
def test_what_is_drawn_fits(text: str, width: int, height: int) -> None:
    rows = block_letters(text, width, height)
    if rows is not None:
        assert len(rows) <= height
        assert all(len(row) <= width for row in rows)
        assert rows[0].strip()
        assert rows[-1].strip()


@pytest.mark.parametrize(("width", "height", "rows"), [(96, 15, 12), (116, 18, 8), (196, 25, 23)])
def test_the_largest_font_that_fits_is_taken(width: int, height: int, rows: int) -> None:
    drawn = block_letters(QUESTION, width, height)
    assert drawn is not None
    assert len(drawn) == rows


@pytest.mark.parametrize("font", LARGEST_FIRST, ids=lambda font: font.name)
def test_an_accent_is_drawn(font: object) -> None:
    for plain, accented in (("een", "één"), ("ideeen", "ideeën"), ("Enquete", "Enquête")):
        fonts = tuple(one for one in LARGEST_FIRST if one is font)
        assert block_letters(plain, 500, 20, fonts) != block_letters(accented, 500, 20, fonts)


@pytest.mark.parametrize("text", ["日本語", "Balie 🏠", "€ 50.000", "वेळ", "\x1b[2J", ""])
def test_what_cannot_be_drawn_whole_is_not_drawn_at_all(text: str) -> None:
    assert block_letters(text, 500, 50) is None


def test_a_word_is_never_broken() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützen"
    assert block_letters(long, 76, 50) is None
    drawn = block_letters(f"Wo ist die {long}?", 196, 12)
    assert drawn is not None
    assert len(drawn) <= 12


def test_typographic_signs_are_drawn_as_they_are_typed() -> None:
    assert block_letters("foto’s – “nu”…", 500, 10) == block_letters('foto\'s - "nu"...', 500, 10)


@pytest.mark.parametrize("font", LARGEST_FIRST, ids=lambda font: font.name)
def test_numerals_keep_their_place(font: object) -> None:
    (one,) = (known for known in LARGEST_FIRST if known is font)
    drawn = numerals(one)
    assert len({len(rows) for rows in drawn.values()}) == 1
    assert len({len(row) for digit in "0123456789" for row in drawn[digit]}) == 1
    assert len({drawn[sign] for sign in drawn}) == len("0123456789:+")
