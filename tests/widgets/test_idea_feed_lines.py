"""Every line of an idea fits, and together they are the whole idea."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from socinno_tui.widgets.idea_feed_lines import (
    ONE_CELL_EACH,
    Contents,
    columns,
    dots_drawn,
    fitted,
    one_line,
    wrapped,
)

FAMILY = "👨‍👩‍👧"
ACCENTS = "e\u0301"

words = st.one_of(
    st.text(alphabet="abcdefghij é’-", max_size=30),
    st.lists(st.sampled_from(["漢", "字", "。", FAMILY, ACCENTS, "a", " ", "🇳🇱"])).map("".join),
    st.text(st.characters(exclude_categories=("C", "Z")), max_size=20),
)
texts = st.lists(words, max_size=20).map(" ".join).map(one_line)
widths = st.integers(min_value=2, max_value=130)


def lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrapped(text, width)]


@given(texts, widths)
@example("漢字" * 20, 3)
@example(FAMILY * 5, 2)
@example("a" * 11 + " b", 10)
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = lines_of(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.strip() for line in lines)


@given(texts, widths)
def test_a_word_that_fits_is_never_broken(text: str, width: int) -> None:
    lines = lines_of(text, width)
    shown = Counter(word for line in lines for word in line.split())
    fitting = Counter(word for word in text.split() if cell_len(word) <= width)
    assert fitting <= shown


@given(texts, widths)
def test_a_line_takes_all_that_fits(text: str, width: int) -> None:
    lines = lines_of(text, width)
    for line, following in pairwise(lines):
        first = following.split(" ")[0]
        if f"{line} {first}" in text:
            assert cell_len(f"{line} {first}") > width


@pytest.mark.parametrize("width", [2, 3, 4, 5, 9])
def test_what_is_seen_as_one_character_stays_whole(width: int) -> None:
    text = FAMILY * 3 + ACCENTS * 4
    lines = lines_of(text, width)
    assert "".join(lines) == text
    assert all(line.count("👨") == line.count("👧") for line in lines)
    assert not any(line.startswith("\u0301") for line in lines)


@pytest.mark.parametrize("width", [-3, 0, 1])
def test_before_the_width_is_known_there_is_no_crash(width: int) -> None:
    assert "".join(lines_of("een idee", width)).replace(" ", "") == "eenidee"


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 20) == ((0, 0),)


def test_the_characters_counted_as_one_cell_are() -> None:
    # The fast way counts characters; whatever it takes for one cell wide has to be so.
    taken = [chr(code) for code in range(0x3000) if ONE_CELL_EACH(chr(code))]
    assert [character for character in taken if cell_len(character) != 1] == []
    assert len(taken) > 500


def test_a_newline_is_shown_as_a_space() -> None:
    assert one_line("een\nidee\r\n met\twit ") == "een idee met wit"


@pytest.mark.parametrize(
    ("count", "compact", "drawn"),
    [
        (0, False, ""),
        (3, False, "●●●"),
        (5, False, "●●●●●"),
        (6, False, "6 ●"),
        (12, False, "12 ●"),
        (3, True, "3●"),
    ],
)
def test_dots_are_drawn_as_far_as_they_can_be_counted(
    count: int, compact: bool, drawn: str
) -> None:
    assert dots_drawn(count, compact=compact) == drawn


@given(
    st.integers(min_value=30, max_value=300),
    st.builds(
        Contents,
        highest_number=st.integers(0, 99_999),
        most_dots=st.integers(0, 999),
        dots_expected=st.booleans(),
        largest_size=st.integers(1, 400),
        verdict_word=st.sampled_from([0, 3, 7]),
        size_word=st.just(9),
    ),
)
def test_the_columns_take_the_whole_width_and_no_more(width: int, contents: Contents) -> None:
    plan = columns(width, contents)
    assert plan.before_text + plan.text + plan.after_text == width
    assert plan.number >= len(f"#{contents.highest_number}")
    assert plan.dots >= len(dots_drawn(contents.most_dots, compact=plan.is_compact))


def test_words_stand_beside_the_signs_only_where_there_is_room() -> None:
    contents = Contents(verdict_word=7, largest_size=3, size_word=7)
    assert columns(80, contents).verdict_word == 0
    assert columns(80, contents).size == len("+2")
    assert columns(120, contents).verdict_word == 7
    assert columns(120, contents).size == 7


@given(texts, st.integers(min_value=-2, max_value=40))
def test_a_text_cut_off_fits_and_says_so(text: str, width: int) -> None:
    cut = fitted(text, width)
    assert cell_len(cut) <= max(0, width)
    assert cut in (text, "") or cut.endswith("…")
