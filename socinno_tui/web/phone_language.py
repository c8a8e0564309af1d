"""The language that a phone asks for."""

from __future__ import annotations

from socinno_tui.i18n import Language, is_language


def language_of_phone(accept_language: str, default: Language) -> Language:
    """Give the language of ours that a phone asks for first, or `default` when it asks for none.

    The header is a list of languages with a weight each, 1 where it has none, such as
    `nl-BE, en;q=0.8` (RFC 9110, 12.5.4). What cannot be read is passed over.
    """
    best, language = 0.0, default
    for asked in accept_language.split(","):
        name, _semicolon, parameter = asked.partition(";")
        main = name.strip().partition("-")[0].lower()
        weight = _weight(parameter)
        if is_language(main) and weight > best:
            best, language = weight, main
    return language


def _weight(parameter: str) -> float:
    name, _equals, value = parameter.partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
