import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.owner import OwnerReason, OwnerRefused, owner_name
from socinno_tui.domain.text import clean

NAMES = [
    *["Anna", "Li", "Q.", "Andy", "Orlando", "Ennio", "Noor", "Orsolya", "Itziar", "Xander", "Bo"],
    *["Wim de Wit", "Jan van der Berg", "Anne-Marie den Uijl", "Vera in 't Veld", "O'Brien"],
    *["O’Brien", "Jean-Luc", "J.P. Balkenende", "A. de Groot", "Jan Groep", "Coenraad", "Allard"],
    *["Alle Jansen", "Weverling", "We Chen", "Xu En", "Anders And", "Teamleider Anna", "Teun"],
    *["Şükrü Öztürk", "Łukasz", "Ναταλία", "李雷", "Anna 2", "Petra (balie/planning)", "Wijnand"],
    *["Ons Jabeur", "Everyn", "Iede", "Hanneke Raadsveld", "Ada Board", "Someren", "Mette With"],
    *["Or", "Or Levi", "Staf Peeters", "HR (Anna)", "J . P . Balkenende"],
]
REFUSED = {
    OwnerReason.EMPTY: ["", "  ", "\t\n", "\u200b", "\x1b\x07"],
    OwnerReason.EVERYONE: [
        *["iedereen", "Iedereen!", "'iedereen'", "IEDEREEN", "allemaal", "allen", "wij allemaal"],
        *[
            "everyone",
            "everybody",
            "all",
            "all of us",
            "we all",
            "All of the team",
            "both",
            "samen",
        ],
        *["iedereen van de balie", "everyone here", "alle medewerkers", "all employees", "allebei"],
        *["(iedereen)", "“iedereen”", "@iedereen", "een ieder", "alle drie", "us all"],
    ],
    OwnerReason.WE: [
        "wij",
        "we",
        "We.",
        "ons",
        "us",
        "wij samen",
        "wij van HR",
        "ourselves",
        "«wij»",
    ],
    OwnerReason.GROUP: [
        *[
            "team",
            "het team",
            "ons team",
            "het hele team",
            "the team",
            "Team Rood",
            "marketing team",
        ],
        *["“team”", "[team]", "('team')!", "T E A M", "hele groep", "or", "Staf", "de staf"],
        *["de afdeling", "afdeling HR", "de afdeling HR", "HR-team", "HR‑team", "ict-afdeling"],
        *["werkgroep", "een werkgroep", "werkgroep wachttijd", "projectgroep", "stuurgroep"],
        *["MT", "het MT", "managementteam", "management team", "management", "het management"],
        *["directie", "de directie", "raad van bestuur", "het bestuur", "OR", "ondernemingsraad"],
        *["the department", "committee", "the committee", "the board", "P&O", "R&D", "HR", "ICT"],
        *[
            "medewerkers",
            "collega's",
            "collega’s",
            "de leiding",
            "employees",
            "the staff",
            "Taskforce",
        ],
    ],
    OwnerReason.NOBODY_YET: [
        *["n.t.b.", "ntb", "N.T.B.", "n.v.t.", "nog te bepalen", "Nader te bepalen", "n/a", "N/A"],
        *["tbd", "T.B.D.", "tba", "to be decided", "to be determined", "?", "???", "-", "–", "…"],
        *["n . t . b", "N. T. B.", "n t b", "n.n.b.", "p.m.", "volgt nog", "vacature"],
        *["x", "xxx", "later", "niemand", "nobody", "onbekend", "Anna?", "123", ".", "***"],
    ],
    OwnerReason.SOMEONE: [
        *["iemand", "iemand van HR", "een van ons", "één van ons", "someone", "somebody", "anyone"],
        *["someone from HR", "one of us", "wie wil", "een collega", "a volunteer", "ik", "myself"],
    ],
    OwnerReason.TWO_PEOPLE: [
        *["Anna en Bert", "Anna & Bert", "Anna&Bert", "Anna/Bert", "Anna / Bert", "Anna, Bert"],
        *["Anna + Bert", "Anna and Bert", "Anna AND Bert", "Anna of Bert", "Anna or Bert"],
        *["Anna en/of Bert", "Anna; Bert", "Anna | Bert", "Anna met Bert", "Anna with Bert"],
        *["Anna en", "Anna en…", "Anna &", "Anna and", "Anna of", "ANNA EN", "xu en", "Anna,"],
        *["Anna - Bert", "Anna – Bert", "Anna (en Bert)", "Anna i.s.m. Bert", "Anna ism"],
        *["Anna e.a.", "Anna c.s.", "Anna et al.", "Anna en het team", "Wim de Wit en Jan de Boer"],
    ],
}
PAIRS = [(text, reason) for reason, texts in REFUSED.items() for text in texts]


@pytest.mark.parametrize("name", NAMES)
def test_takes_a_name(name: str) -> None:
    assert owner_name(f"  {name.replace(' ', '   ')}\n") == name


@pytest.mark.parametrize(("text", "reason"), PAIRS)
def test_refuses_with_the_reason(text: str, reason: OwnerReason) -> None:
    with pytest.raises(OwnerRefused) as refused:
        owner_name(text, others=["Anna", "Bert", "Wim de Wit"])
    assert (refused.value.text, refused.value.reason) == (text, reason)


def test_who_is_known_is_that_person_whatever_the_name_looks_like() -> None:
    others = ["Vries, Anna de", "Bert en Ernie", "Team", "x", "Straße  Nord"]
    assert owner_name("vries,  anna DE", others=others) == "Vries, Anna de"
    assert owner_name("BERT EN ERNIE", others=others) == "Bert en Ernie"
    assert owner_name("team", others=others) == "Team"
    assert owner_name("X", others=others) == "x"
    assert owner_name("STRASSE NORD", others=others) == "Straße  Nord"


def test_who_is_known_may_be_typed_with_the_surname_first() -> None:
    assert owner_name("vries,anna  de", others=["Anna de Vries"]) == "Anna de Vries"
    assert owner_name("anna de vries", others=["Vries, Anna de"]) == "Vries, Anna de"
    for name in ("Ons", "Staf", "OR"):
        assert owner_name(name.lower(), others=[name]) == name


def test_who_is_known_does_not_make_a_part_of_a_text_known() -> None:
    with pytest.raises(OwnerRefused):
        owner_name("Anna en Bert", others=["Anna", "Bert"])
    with pytest.raises(OwnerRefused):
        owner_name("  ", others=["", " "])


@given(st.text() | st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3))
def test_a_name_taken_is_clean_has_a_letter_and_is_taken_again(
    text: str, others: list[str]
) -> None:
    try:
        name = owner_name(text, others=others)
    except OwnerRefused:
        return
    assert name == clean(name)
    assert any(character.isalpha() for character in name)
    assert owner_name(name, others=others) == name


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_two_names_joined_are_never_one_owner(one: str, other: str) -> None:
    for joiner in (" en ", " and ", " & ", "/", ", ", " + ", " of ", " or "):
        with pytest.raises(OwnerRefused):
            owner_name(f"{one}{joiner}{other}")
