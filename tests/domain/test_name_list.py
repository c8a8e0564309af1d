"""A list of people, from wherever it was copied, gives names and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.name_list import NAME_LIMIT, NameAddress, parse_name_list
from socinno_tui.domain.text import clean


def found(pasted: str) -> list[tuple[str, str]]:
    return [(one.name, one.address) for one in parse_name_list(pasted)]


@pytest.mark.parametrize(
    ("pasted", "name", "address"),
    [
        ("Anna de Vries", "Anna de Vries", ""),
        ("Anna de Vries <anna@x.nl>", "Anna de Vries", "anna@x.nl"),
        ('"Vries, Anna de" <anna@x.nl>', "Anna de Vries", "anna@x.nl"),
        ("Vries, Anna de (Burgerzaken) <anna@x.nl>", "Anna de Vries", "anna@x.nl"),
        ("Vries, Anna de", "Anna de Vries", ""),
        ("Anna de Vries,anna@x.nl", "Anna de Vries", "anna@x.nl"),
        ("'anna@x.nl' <anna@x.nl>", "Anna", "anna@x.nl"),
        ("mailto:anna.de.vries@x.nl", "Anna de Vries", "anna.de.vries@x.nl"),
        ("JAN.VAN-DEN_BERG2@X.NL", "Jan van den Berg", "JAN.VAN-DEN_BERG2@X.NL"),
        ("<12345@x.nl>", "12345", "12345@x.nl"),
        ("o'brien@x.ie", "O'brien", "o'brien@x.ie"),
        ("- Anna", "Anna", ""),
        ("Gerard 't Hooft", "Gerard 't Hooft", ""),
        ("'Anna'", "Anna", ""),
        ("Anna\tanna@x.nl\tBurgerzaken", "Anna", "anna@x.nl"),
        ("Anna\tde Vries\tanna@x.nl", "Anna de Vries", "anna@x.nl"),
        ("anna@x.nl\tAnna de Vries", "Anna de Vries", "anna@x.nl"),
        ("Anna de Vries\tBurgerzaken", "Anna de Vries", ""),
        ("\u202eAnna\x1b <anna@x.nl>", "Anna", "anna@x.nl"),
    ],
)
def test_one_person_is_understood(pasted: str, name: str, address: str) -> None:
    assert parse_name_list(pasted) == (NameAddress(name, address),)


@pytest.mark.parametrize(
    "pasted",
    [
        "Anna <a@x.nl>\nBert <b@x.nl>\n",
        "Anna <a@x.nl>; Bert <b@x.nl>;",
        "Anna <a@x.nl>, Bert <b@x.nl>",
        "1. Anna <a@x.nl>\n2. Bert <b@x.nl>",
        "Naam\tE-mail\nAnna\ta@x.nl\nBert\tb@x.nl",
        "Anna <a@x.nl>\nBert <b@x.nl>\nAnna de V. <A@X.NL>",
    ],
)
def test_a_list_is_divided_and_everyone_stands_in_it_once(pasted: str) -> None:
    assert found(pasted) == [("Anna", "a@x.nl"), ("Bert", "b@x.nl")]


def test_names_and_bare_addresses_divided_by_commas() -> None:
    assert found("Anna, Bert, Chris") == [("Anna", ""), ("Bert", ""), ("Chris", "")]
    assert found("anna@x.nl, bert@x.nl") == [("Anna", "anna@x.nl"), ("Bert", "bert@x.nl")]


@pytest.mark.parametrize("nobody", ["", "\n \n", ";;", "<>", "?", "Naam\tE-mail"])
def test_where_nobody_is_named_nobody_is_found(nobody: str) -> None:
    assert parse_name_list(nobody) == ()


@given(st.text(st.sampled_from(" ab@.,;<>\"'()\t\n-1:é\u200b\x00") | st.characters()))
def test_whatever_is_pasted_everyone_has_a_name_fit_to_show(pasted: str) -> None:
    people = parse_name_list(pasted)
    assert all(0 < len(one.name) <= NAME_LIMIT for one in people)
    assert [clean(one.name) for one in people] == [one.name for one in people]
    assert all(clean(one.address) == one.address for one in people)
