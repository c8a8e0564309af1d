from collections.abc import Iterator
from pathlib import Path

import pytest

import socinno_tui.i18n as spoken
from hatch_build import LOCALES, compile_catalogues
from socinno_tui.i18n import (
    N_,
    Language,
    _,
    choose,
    current_language,
    is_language,
    language_of,
    ngettext,
    pgettext,
    speaking,
)

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Meetings"
msgstr "Bijeenkomsten"

msgctxt "verdict"
msgid "Later"
msgstr "Geparkeerd"

msgid "{count} idea"
msgid_plural "{count} ideas"
msgstr[0] "{count} idee"
msgstr[1] "{count} ideeën"
"""


@pytest.fixture
def dutch_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / LOCALES / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "socinno.po").write_text(PO, encoding="utf-8")
    compile_catalogues(tmp_path)
    monkeypatch.setattr(spoken, "LOCALES", tmp_path / LOCALES)
    spoken._catalogue.cache_clear()
    yield
    spoken._catalogue.cache_clear()


@pytest.mark.parametrize(
    ("asked", "environment", "given"),
    [
        ("nl", {"SOCINNO_LANG": "en", "LANG": "en_GB.UTF-8"}, "nl"),
        ("en", {"SOCINNO_LANG": "nl"}, "en"),
        (None, {"SOCINNO_LANG": "nl", "LC_ALL": "en_GB.UTF-8"}, "nl"),
        (None, {"SOCINNO_LANG": "", "LC_ALL": "nl_NL.UTF-8", "LANG": "en_GB"}, "nl"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "nl_BE@euro", "LANG": "en_GB.UTF-8"}, "nl"),
        (None, {"LC_ALL": "C", "LANG": "nl_NL.UTF-8"}, "en"),
        (None, {"LANG": "nl"}, "nl"),
        (None, {"LANG": "nl-NL"}, "nl"),
        (None, {"LANG": "NL.UTF-8"}, "nl"),
        (None, {"LANG": "nlx_ID.UTF-8"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_follows_the_option_then_the_variables(
    asked: Language | None, environment: dict[str, str], given: Language
) -> None:
    assert language_of(asked, environment) == given


def test_choosing_makes_it_the_current_language() -> None:
    with speaking("en"):
        assert choose(None, {"LANG": "nl_NL.UTF-8"}) == "nl"
        assert current_language() == "nl"


def test_speaking_gives_the_earlier_language_back_after_an_error() -> None:
    before = current_language()
    with pytest.raises(ZeroDivisionError), speaking("nl"):
        raise ZeroDivisionError
    assert current_language() == before


@pytest.mark.usefixtures("dutch_only")
def test_sentences_follow_the_language_of_the_moment() -> None:
    with speaking("nl"):
        assert _("Meetings") == "Bijeenkomsten"
        assert _(N_("Meetings")) == "Bijeenkomsten"
        assert pgettext("verdict", "Later") == "Geparkeerd"
    with speaking("en"):
        assert _("Meetings") == "Meetings"


@pytest.mark.usefixtures("dutch_only")
@pytest.mark.parametrize(("count", "given"), [(0, "0 ideeën"), (1, "1 idee"), (2, "2 ideeën")])
def test_plurals_follow_the_dutch_rule(count: int, given: str) -> None:
    with speaking("nl"):
        assert ngettext("{count} idea", "{count} ideas", count).format(count=count) == given


@pytest.mark.usefixtures("dutch_only")
def test_without_a_catalogue_the_english_sentences_show() -> None:
    with speaking("en"):
        assert _("Meetings") == "Meetings"
        assert pgettext("verdict", "Later") == "Later"
        assert ngettext("{count} idea", "{count} ideas", 1) == "{count} idea"
        assert ngettext("{count} idea", "{count} ideas", 0) == "{count} ideas"


@pytest.mark.usefixtures("dutch_only")
def test_the_empty_text_is_not_the_header_of_the_catalogue() -> None:
    with speaking("nl"):
        assert _("") == ""


@pytest.mark.parametrize(("name", "known"), [("nl", True), ("en", True), ("fr", False)])
def test_a_language_is_one_that_has_a_catalogue(name: str, known: bool) -> None:
    assert is_language(name) is known
