"""An idea much like an earlier one is pointed out; one that only sounds like it is not."""

import pytest

from socinno_tui.domain.likeness import alike

SAME = (
    ("Zelfscan bij de ingang", "zelfscan bij ingang"),
    ("Afspraken zelf plannen in de app", "Zelf afspraken plannen met een app"),
    ("Koffie in de wachtruimte", "Koffie zetten in de wachtruimte"),
    ("Telefoons weg tijdens overleg", "Tijdens overleg telefoons weg!"),
    ("Paspoorten thuis laten bezorgen", "Paspoort thuis bezorgen"),
    ("Formulieren vooraf invullen", "De formulieren van tevoren invullen"),
    ("Piekuren tonen op het scherm", "Laat piekuren zien op een scherm"),
    ("Plan appointments in the app", "Planning appointments with an app"),
    ("Open on Saturdays", "Be open on Saturday"),
    ("Forms in plain language", "Plain-language forms"),
    ("A host at the door", "Host by the door"),
)
ONLY_SOUNDING = (
    ("Een app voor de balie", "Een stoel voor de balie"),
    ("Een scherm bij de ingang", "Een koffiehoek bij de ingang"),
    ("Koffie in de wachtruimte", "Speelgoed in de wachtruimte"),
    ("Op zaterdag open", "Op maandag dicht"),
    ("Minder mailen", "Minder vergaderen"),
    (
        "Een nieuwe printer op de eerste verdieping",
        "Een nieuwe koffiemachine op de eerste verdieping",
    ),
    ("Bel cliënten een dag van tevoren", "Mail cliënten een week van tevoren"),
    ("A host at the door", "A sign at the door"),
    ("More staff at the counter at noon", "More chairs at the counter at noon"),
    ("A buddy for new colleagues", "A handbook for new colleagues"),
)


@pytest.mark.parametrize(("earlier", "typed"), SAME)
def test_the_same_in_other_words_is_pointed_out(earlier: str, typed: str) -> None:
    assert alike(typed, {3: "Iets heel anders dan dit", 7: earlier}) == 7


@pytest.mark.parametrize(("earlier", "typed"), ONLY_SOUNDING)
def test_what_only_sounds_alike_is_not(earlier: str, typed: str) -> None:
    assert alike(typed, {7: earlier}) is None


def test_of_several_the_one_most_alike_is_meant() -> None:
    existing = {1: "Zelfscan bij de uitgang", 2: "Zelfscan bij de ingang", 3: "Koffie"}
    assert alike("zelfscan bij de ingang", existing) == 2


@pytest.mark.parametrize(
    "begun", ["", "zelfscan", "een zelfscan", "voor de aan het in", "!? !? !? !?"]
)
def test_what_is_only_begun_is_like_nothing_yet(begun: str) -> None:
    assert alike(begun, {1: "zelfscan", 2: "een zelfscan", 3: "voor de aan het in"}) is None


def test_without_ideas_nothing_is_alike() -> None:
    assert alike("Zelfscan bij de ingang", {}) is None
