"""What is typed or pasted, hostile or only untidy, is fit to keep once it is cleaned."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.text import (
    TextMissing,
    TextTooLong,
    clean,
    lines_of,
    required,
    without_control,
)

HOSTILE = [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E]
HOSTILE += [0x061C, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xD800, 0xDFFF]
ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from([*map(chr, HOSTILE)]))


@pytest.mark.parametrize("code", HOSTILE, ids=hex)
def test_no_hostile_character_gets_in(code: int) -> None:
    assert chr(code) not in clean(f"a{chr(code)}b")
    assert chr(code) not in clean(f"a{chr(code)}b", lines=True)
    assert chr(code) not in without_control(f"a{chr(code)}b")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  zelfscan \t bij  de\u00a0ingang ", "zelfscan bij de ingang"),
        ("weg\x1b[2Jermee", "weg [2Jermee"),
        ("een\nandere\r\nregel", "een andere regel"),
        ("ide\u0308e", "idëe"),
        ("e\u200b\u0301e\u0301n", "één"),
        ("een 👩‍💻 helpt", "een 👩‍💻 helpt"),
        ("[bold]blijft[/bold] wat het is", "[bold]blijft[/bold] wat het is"),
    ],
)
def test_one_line_is_kept_tidy(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_lines_are_kept_where_they_may_be() -> None:
    assert clean(" eerste  regel \r\n\r\n tweede\rderde\n", lines=True) == (
        "eerste regel\n\ntweede\nderde"
    )


@given(ANY_TEXT, st.booleans())
def test_cleaning_twice_is_cleaning_once(typed: str, lines: bool) -> None:
    once = clean(typed, lines=lines)
    assert clean(once, lines=lines) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()


def test_the_limit_counts_what_is_kept() -> None:
    assert clean(" " * 600 + "a" * 500, limit=500) == "a" * 500
    with pytest.raises(TextTooLong) as refused:
        clean("a" * 503, limit=500)
    assert (refused.value.limit, refused.value.length) == (500, 503)


@pytest.mark.parametrize("nothing", ["", "  \n", "\u200b\ufeff", "\x00"])
def test_where_text_is_needed_nothing_is_refused(nothing: str) -> None:
    with pytest.raises(TextMissing):
        required(nothing)


def test_required_text_is_cleaned_and_limited_too() -> None:
    assert required(" koffie\x00 ") == "koffie"
    with pytest.raises(TextTooLong):
        required("koffie", limit=5)


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        ("koffie\n\n  thee \r\n", ("koffie", "thee")),
        ("- koffie\n- thee", ("koffie", "thee")),
        ("•\tkoffie\n•\tthee\n•", ("koffie", "thee")),
        ("1. koffie\n2) thee\n(3) water", ("koffie", "thee", "water")),
        ("a) koffie\nb) thee", ("koffie", "thee")),
        ("- [ ] koffie\n- [x] thee", ("koffie", "thee")),
        ("• koffie", ("koffie",)),
        ("1. Er is te weinig koffie", ("1. Er is te weinig koffie",)),
        ("1. Er is koffie\nthee ook", ("1. Er is koffie", "thee ook")),
        ("- koffie\nthee", ("- koffie", "thee")),
        ("3 balies open\n2 balies dicht", ("3 balies open", "2 balies dicht")),
        ("-5 graden\n-6 graden", ("-5 graden", "-6 graden")),
        ("\n \u200b \n", ()),
    ],
)
def test_a_paste_gives_its_lines(pasted: str, lines: tuple[str, ...]) -> None:
    assert lines_of(pasted) == lines


@given(ANY_TEXT)
def test_no_line_is_empty_or_untidy(pasted: str) -> None:
    lines = lines_of(pasted)
    assert all(lines)
    assert [clean(line) for line in lines] == list(lines)
