"""The language of the person, and every sentence in it.

A msgid is the English sentence; a catalogue a language holds what is shown. Without compiled
catalogues (a bare checkout) the English sentences show.
"""

import gettext as _gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeGuard

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

LOCALES = Path(__file__).parent / "locales"


@dataclass
class _Choice:
    language: Language


_choice = _Choice("en")


def is_language(name: str) -> TypeGuard[Language]:
    """Whether `name` is a language that socinno speaks."""
    return name in LANGUAGES


def language_of(language: Language | None, environment: Mapping[str, str]) -> Language:
    """The language asked for: by name, else by SOCINNO_LANG, else by the locale's variables.

    The locale's variables in the order of POSIX (Base Definitions 8.2): LC_ALL, LC_MESSAGES, LANG;
    the first that is set and not empty decides. Dutch for nl, nl_NL, nl_BE…, otherwise English.
    """
    if language is not None:
        return language
    for variable in ("SOCINNO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(variable, "")
        if locale:
            name = locale.replace("-", "_").partition(".")[0].partition("@")[0]
            return "nl" if name.partition("_")[0].lower() == "nl" else "en"
    return "en"


def choose(language: Language | None, environment: Mapping[str, str]) -> Language:
    """Makes every sentence from here on appear in the language of `language_of`, and gives it."""
    _choice.language = language_of(language, environment)
    return _choice.language


def current_language() -> Language:
    """The language chosen last; English when none was."""
    return _choice.language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Within the block sentences appear in `language`; afterwards in the one from before."""
    before = _choice.language
    _choice.language = language
    try:
        yield
    finally:
        _choice.language = before


def N_(message: str) -> str:
    """The msgid itself, marked so that the catalogues hold it; `_` translates it when drawn."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:
    """The two msgids of a sentence that counts, marked likewise."""
    return singular, plural


def _(message: str) -> str:
    """The sentence `message` in the chosen language; the empty text stays empty."""
    # The empty msgid is the catalogue's header, which nobody should ever see.
    return _catalogue(_choice.language).gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The sentence that fits the number `n`, in the chosen language, its count not filled in."""
    return _catalogue(_choice.language).ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """The sentence `message` as meant in `context`, where one English word is two Dutch ones."""
    return _catalogue(_choice.language).pgettext(context, message)


@cache
def _catalogue(language: Language) -> _gettext.NullTranslations:
    try:
        with (LOCALES / language / "LC_MESSAGES" / "socinno.mo").open("rb") as compiled:
            return _gettext.GNUTranslations(compiled)
    except FileNotFoundError:
        return _gettext.NullTranslations()
