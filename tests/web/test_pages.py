"""The pages as text: what is in them, and what can never be."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phone_view import phone_view
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.web.pages import (
    SCRIPT,
    STYLE,
    Visit,
    door_page,
    language_of_phone,
    page,
    part,
    plain_page,
)
from tests.meetings import OWNERS, a_meeting, idea_id, people
from tests.web.visits import OWN, VISITS, a_visit, closed, in_dots

HOSTILE = "</textarea></title><script>alert(1)</script><img src=x onerror=\"alert('2')\">&amp;"

EVERY_VISIT = pytest.mark.parametrize("name", VISITS)


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def hostile(value: Any, *, keep: frozenset[str] = frozenset({"id", "ids"})) -> Any:
    """Put hostile words in the place of all that people typed."""
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(hostile(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = keep | {"round_id", "topic_id", "sending", "base", "version", "sign"}
        changed = {
            one.name: hostile(getattr(value, one.name))
            for one in fields(value)
            if one.name not in kept
        }
        return replace(value, **changed)
    return value


@EVERY_VISIT
def test_what_people_typed_is_never_more_than_words(name: str) -> None:
    kind = VISITS[name]
    plain = Elements(page(kind)).tags
    typed: Visit = hostile(kind)
    found = Elements(page(typed))
    assert found.tags.count("script") == 1
    assert "img" not in found.tags
    assert set(found.tags) <= {*plain, "p", "dl", "dt", "dd"}
    assert HOSTILE in "".join(found.words)
    assert HOSTILE not in page(typed)


def test_what_the_server_says_is_never_more_than_words() -> None:
    for html in (door_page(HOSTILE), plain_page(HOSTILE, HOSTILE)):
        assert not {"script", "img"} & set(Elements(html).tags)


@EVERY_VISIT
def test_a_page_needs_nothing_that_its_policy_forbids(name: str) -> None:
    html = page(VISITS[name])
    found = Elements(html)
    assert not {"style", "iframe", "img", "base"} & set(found.tags)
    assert not [one for one in found.attributes if one == "style" or one.startswith("on")]
    assert "//" not in html
    assert len(found.ids) == len(set(found.ids))
    assert "eval" not in SCRIPT
    assert "url(" not in STYLE
    assert "@import" not in STYLE


@EVERY_VISIT
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_one_language(name: str, language: Language) -> None:
    with speaking(language):
        html = page(VISITS[name])
    assert f'<html lang="{language}">' in html
    for dutch, english in (("Verstuur<", "Send<"), ("Trek terug<", "Withdraw<")):
        assert (english if language == "nl" else dutch) not in html


def test_nobody_is_on_a_page() -> None:
    meetings = [*(a_meeting(phase) for phase in Phase), in_dots(), closed()]
    private = [*OWNERS, *(person.name for person in people()), "p.smit", "2026", "eerste stap"]
    private += [*("bel ik eerst de leverancier", "Dat mag van de wet niet", "gezien wie")]
    for meeting in meetings:
        html = page(a_visit(phone_view(meeting)))
        assert [one for one in private if one in html] == []


def test_the_bounds_are_only_those_there_are() -> None:
    view = replace(VISITS["collecting"].view, inside="", limits="")
    html = page(a_visit(view))
    assert re.findall("<dt>(.*?)</dt>", html) == ["Outside"]


def test_the_newest_own_idea_is_first_and_what_was_withdrawn_is_gone() -> None:
    html = part(a_visit(VISITS["collecting"].view))
    assert re.findall(r'<p class="state">(.*?)</p>', html) == [
        "Being withdrawn",
        "Sent, not on the screen yet",
        "Sent: #4",
    ]
    assert "Nooit gezegd" not in html
    assert re.findall(r'name="sending" value="(\w+)"', html) == [
        "n3w_send1ng",
        "tweede_van_mij",
        "eerste_van_mij",
    ]


def test_dots_on_what_was_merged_count_for_the_idea_above() -> None:
    visit = replace(VISITS["dots"], ballot=Ballot({idea_id(6): 1, idea_id(9): 2}))
    html = part(visit)
    assert 'aria-label="3 dots from you"' in html
    assert "All your dots are given." in html
    taking = re.findall(r"aria-label=\"Take a dot back from #(\d+)\"(?! aria-disabled)", html)
    assert taking == ["6"]


def test_a_single_dot_is_worded_as_one() -> None:
    begun = VISITS["dots"].view.dots
    assert begun is not None
    view = replace(VISITS["dots"].view, dots=replace(begun, dots_each=1))
    assert "Your one dot is still to give" in part(a_visit(view))


def test_one_dot_each_leaves_no_more_to_give_to_the_same() -> None:
    html = part(VISITS["dots-one-each"])
    assert "at most one dot from you" in html
    giving = re.findall(r"aria-label=\"Give #(\d+) a dot\"(?! aria-disabled)", html)
    assert giving == ["1", "3", "4", "5", "7", "8", "10", "11", "12"]


def test_a_manager_is_asked_to_leave_the_dots_unless_told_otherwise() -> None:
    assert "Are you a manager?" in part(VISITS["dots"])
    begun = VISITS["dots"].view.dots
    assert begun is not None
    view = replace(VISITS["dots"].view, dots=replace(begun, managers_too=True))
    assert "manager" not in part(a_visit(view))


@EVERY_VISIT
def test_what_was_typed_is_never_lost(name: str) -> None:
    html = part(replace(VISITS[name], typed="\n  half een idee"))
    # The first line end after the tag is not part of what is in a field.
    assert ">\n\n  half een idee</textarea>" in html
    assert 'method="post" hidden' not in html.partition("<textarea")[0]


def test_what_waits_is_worded_as_the_moment_is() -> None:
    assert "appears at the end" in part(VISITS["writing"])
    assert "at the end" not in part(a_visit(VISITS["collecting"].view, OWN[1:2]))


def test_it_weighs_little() -> None:
    weight = sum(len(text.encode()) for text in (page(VISITS["collecting"]), STYLE, SCRIPT))
    assert weight < 16_000


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7", "nl"),
        ("en-US,en;q=0.9,nl;q=0.8", "en"),
        ("de-DE,de;q=0.9,en;q=0.5", "en"),
        ("fr, NL-be;q=0.4", "nl"),
        ("en;q=0.3, nl;q=0.7", "nl"),
        ("en;q=0, nl;q=0", "nl"),
        ("en;q=high", "nl"),
        ("en;q=nan, fr;q=1", "nl"),
        ("*", "nl"),
        ("", "nl"),
        (";;,,q=", "nl"),
    ],
)
def test_a_phone_gets_its_language(asked: str, language: Language) -> None:
    assert language_of_phone(asked, "nl") == language
