from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from hatch_build import compile_catalogues
from tests.i18n.catalogues import (
    Fault,
    brought_up_to_date,
    catalogue_file,
    faults,
    faults_in_checkout,
    in_english,
    main,
    placeholders,
    read_catalogue,
    sentences,
)

ROOT = Path(__file__).parents[2]
SOURCE = """
from socinno_tui.i18n import N_, _, ngettext, pgettext

TITLE = N_("Meetings")
print(_("Owned by {owner}").format(owner="Ada"))
print(ngettext("{count} idea", "{count} ideas", 3).format(count=3))
print(pgettext("verdict", "Later"))
"""
DUTCH: dict[str | tuple[str, str], str | tuple[str, str]] = {
    "Meetings": "Bijeenkomsten",
    "Owned by {owner}": "Trekker: {owner}",
    ("{count} idea", "{count} ideas"): ("{count} idee", "{count} ideeën"),
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    package = tmp_path / "socinno_tui"
    package.mkdir()
    (package / "screen.py").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def found(checkout: Path) -> Catalog:
    return sentences(checkout / "socinno_tui")


def dutch(**changed: str | tuple[str, str]) -> Catalog:
    catalogue = Catalog()
    for msgid, sentence in DUTCH.items():
        singular = msgid if isinstance(msgid, str) else msgid[0]
        catalogue.add(msgid, changed.get(singular, sentence))
    catalogue.add("Later", changed.get("Later", "Later"), context="verdict")
    return catalogue


def test_every_sentence_of_the_source_stands_in_both_catalogues() -> None:
    assert [str(fault) for fault in faults_in_checkout(ROOT)] == []


def test_a_complete_catalogue_has_no_faults(found: Catalog) -> None:
    assert faults(found, dutch(), "nl") == []


def test_a_missing_sentence_is_a_fault(found: Catalog) -> None:
    catalogue = dutch()
    catalogue.delete("Later", context="verdict")
    assert faults(found, catalogue, "nl") == [Fault("nl", "missing", "Later")]


def test_a_sentence_in_another_context_is_a_fault(found: Catalog) -> None:
    catalogue = dutch()
    catalogue.delete("Later", context="verdict")
    catalogue.add("Later", "Straks")
    assert {fault.kind for fault in faults(found, catalogue, "nl")} == {"missing", "obsolete"}


@pytest.mark.parametrize(
    ("msgid", "string", "kind"),
    [
        ("Meetings", "", "empty"),
        ("{count} idea", ("{count} idee", ""), "empty"),
        ("Owned by {owner}", "Trekker: {trekker}", "placeholders"),
        ("Owned by {owner}", "Trekker", "placeholders"),
        ("Owned by {owner}", "Trekker: {owner", "placeholders"),
        ("{count} idea", ("{count} idee", "ideeën"), "placeholders"),
    ],
)
def test_a_broken_translation_is_a_fault(
    found: Catalog, msgid: str, string: str | tuple[str, str], kind: str
) -> None:
    (fault,) = faults(found, dutch(**{msgid: string}), "nl")
    assert (fault.kind, fault.msgid) == (kind, msgid)


def test_a_fuzzy_sentence_is_a_fault(found: Catalog) -> None:
    catalogue = dutch()
    catalogue["Meetings"].flags.add("fuzzy")
    assert faults(found, catalogue, "nl") == [Fault("nl", "fuzzy", "Meetings")]


def test_a_sentence_the_source_no_longer_says_is_a_fault(found: Catalog) -> None:
    catalogue = dutch()
    catalogue.add("Gone", "Weg")
    assert faults(found, catalogue, "nl") == [Fault("nl", "obsolete", "Gone")]


def test_a_plural_translated_as_one_form_is_a_fault(found: Catalog) -> None:
    catalogue = dutch()
    catalogue.delete("{count} idea")
    catalogue.add("{count} idea", "{count} idee")
    assert faults(found, catalogue, "nl") == [Fault("nl", "plural forms", "{count} idea")]


def test_a_catalogue_with_another_plural_rule_is_a_fault(found: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "socinno.po"
    path.write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n', encoding="utf-8"
    )
    assert Fault("nl", "plural forms", "") in faults(found, read_catalogue(path), "nl")


def test_a_checkout_without_catalogues_has_a_fault_in_each_language(checkout: Path) -> None:
    assert [(fault.language, fault.kind) for fault in faults_in_checkout(checkout)] == [
        ("nl", "not read"),
        ("en", "not read"),
    ]


def test_the_command_writes_what_it_checks(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fragment = tmp_path / "nl-screen.po"
    fragment.write_text(
        'msgid "Meetings"\nmsgstr "Bijeenkomsten"\n'
        '\nmsgid "Owned by {owner}"\nmsgstr "Trekker: {owner}"\n'
        '\nmsgid "{count} idea"\nmsgid_plural "{count} ideas"\n'
        'msgstr[0] "{count} idee"\nmsgstr[1] "{count} ideeën"\n',
        encoding="utf-8",
    )
    assert main([str(fragment)], checkout) == 0
    assert main(["--check"], checkout) == 1
    assert "nl: empty: Later" in capsys.readouterr().err
    fragment.write_text('msgctxt "verdict"\nmsgid "Later"\nmsgstr "Later"\n', encoding="utf-8")
    assert main([str(fragment)], checkout) == 0
    assert main(["--check"], checkout) == 0
    written = catalogue_file(checkout, "nl").read_bytes()
    assert main([], checkout) == 0
    assert catalogue_file(checkout, "nl").read_bytes() == written
    assert catalogue_file(checkout, "nl").with_suffix(".mo").exists()


def test_an_obsolete_sentence_stays_until_pruned(found: Catalog) -> None:
    old = dutch()
    old.add("Gone", "Weg")
    assert brought_up_to_date(found, old, [], prune=False)["Gone"].string == "Weg"
    assert "Gone" not in brought_up_to_date(found, old, [], prune=True)


def test_a_fragment_wins_over_an_older_translation_but_not_with_an_empty_one(
    found: Catalog,
) -> None:
    fragment = Catalog()
    fragment.add("Meetings", "Sessies")
    fragment.add("Owned by {owner}", "")
    new = brought_up_to_date(found, dutch(), [fragment], prune=False)
    assert new["Meetings"].string == "Sessies"
    assert new["Owned by {owner}"].string == "Trekker: {owner}"


def test_english_says_what_the_source_says(found: Catalog) -> None:
    english = in_english(found)
    assert faults(found, english, "en") == []
    assert english["{count} idea"].string == ("{count} idea", "{count} ideas")


def test_placeholders_are_the_names_in_braces_and_those_of_printf() -> None:
    assert placeholders("{owner!r} by {due:%d}, {{not this}}") == {"owner", "due"}
    assert placeholders("%(prog)s, 100%") == {"prog"}


def test_a_broken_catalogue_is_not_compiled(checkout: Path) -> None:
    path = catalogue_file(checkout, "nl")
    path.parent.mkdir(parents=True)
    path.write_text("Meetings, in Dutch: bijeenkomsten\n", encoding="utf-8")
    with pytest.raises(PoFileError):
        compile_catalogues(checkout)
    assert Fault("nl", "not read", "socinno.po") in [
        Fault(fault.language, fault.kind, fault.msgid.partition(":")[0])
        for fault in faults_in_checkout(checkout)
    ]
