"""Placeholder pages."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.phone_view import PhoneView
from socinno_tui.i18n import Language, current_language
from socinno_tui.service.phone_door import OwnIdea


@dataclass(frozen=True, slots=True)
class Visit:
    """What one phone is shown now."""

    base: str
    sign: str
    sending: str
    view: PhoneView
    own: tuple[OwnIdea, ...]
    ballot: Ballot
    version: str
    said: str = ""
    refused: bool = False
    typed: str = ""


STYLE = "body{}"
SCRIPT = "0"


def page(visit: Visit) -> str:
    """Give the whole page."""
    head = f'<link rel="stylesheet" href="{visit.base}/look.css">'
    return (
        f'<!doctype html><html lang="{current_language()}">{head}<body>{part(visit)}</body></html>'
    )


def part(visit: Visit) -> str:
    """Give its main part."""
    own = "".join(
        f"<li>{'' if one.number is None else f'#{one.number}'} {escape(one.text)}</li>"
        for one in visit.own
    )
    ideas = "".join(f"<li>{escape(one.text)}</li>" for one in visit.view.ideas)
    return (
        f'<main data-base="{visit.base}" data-version="{visit.version}">'
        f"<h1>{escape(visit.view.question)}</h1>"
        f'<p id="said">{escape(visit.said)}</p>'
        f'<textarea name="text">{escape(visit.typed)}</textarea>'
        f'<input type="hidden" name="sign" value="{visit.sign}">'
        f'<input type="hidden" name="sending" value="{visit.sending}">'
        f'<ul id="own">{own}</ul><ul id="ideas">{ideas}</ul></main>'
    )


def door_page(said: str = "") -> str:
    """Give the page that asks for the code."""
    return f'<main><p>{escape(said)}</p><form><input name="code"></form></main>'


def plain_page(heading: str, sentence: str) -> str:
    """Give a page that says one thing."""
    return f"<main><h1>{escape(heading)}</h1><p>{escape(sentence)}</p></main>"


def language_of_phone(accept_language: str, default: Language) -> Language:
    """Give the language of a phone."""
    asked = accept_language[:2]
    return "nl" if asked == "nl" else "en" if asked == "en" else default
