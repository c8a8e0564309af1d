from dataclasses import replace

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from socinno_tui.domain.participant import Attendance, Participant
from socinno_tui.domain.text import without_control
from socinno_tui.export.to_markdown import escaped, to_markdown
from socinno_tui.i18n import speaking
from tests.agreements import a_closed_meeting
from tests.export.minutes_house import HOSTILE, a_told_meeting
from tests.meetings import QUESTION, TODAY, a_meeting
from tests.strategies import texts

READER = MarkdownIt("gfm-like", {"linkify": False}).enable("table")


def shown(markdown: str) -> str:
    """Give what a reader sees of one line, without any form."""
    tokens = READER.parse(markdown)
    inline = [token for token in tokens if token.type == "inline"]
    children = [child for token in inline for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@given(texts)
def test_whatever_was_typed_is_shown_as_it_is(text: str) -> None:
    cell = escaped(text)
    told = shown(f"- {cell}") if cell else ""
    assert told.split() == without_control(text).split()


@given(texts)
@example("Wat doen we met #")
@example("# ##")
def test_a_heading_keeps_the_whole_of_what_was_typed(text: str) -> None:
    heading = escaped(text)
    told = shown(f"# {heading}") if heading else ""
    assert told.split() == without_control(text).split()


@pytest.mark.parametrize("text", [HOSTILE, "1. een", "- lijst", "# kop", "+ x", "2) y", "=== z"])
def test_nothing_that_was_typed_has_form(text: str) -> None:
    assert shown(f"- {escaped(text)}") == text
    assert "www\\." in escaped("www.example.org")


def test_the_minutes_tell_the_question_the_agreements_and_what_became_of_them() -> None:
    text = to_markdown(a_told_meeting(), TODAY)
    html = READER.render(text)
    assert html.count("<table>") == 1
    assert html.count("<tr>") == 3
    assert f"<h2>{QUESTION}</h2>" in html
    for said in (
        "moved · Thu 19 Nov · Nog geen budget",
        "done · Scheelt een uur per dag",
        "dat deden we al",
        "No answer yet",
        "Robot aan de deur",
    ):
        assert said in html
    assert "<script>" not in html


def test_a_meeting_in_preparation_and_one_without_agreements_have_minutes_too() -> None:
    assert "# " in to_markdown(a_meeting(), TODAY)
    assert "Nothing was chosen: De ruimte bleek al geregeld" in to_markdown(
        a_closed_meeting("empty"), TODAY
    )
    assert to_markdown(replace(a_meeting(ideas=()), title=""), TODAY)


def test_in_dutch() -> None:
    with speaking("nl"):
        assert "Nog geen antwoord" in to_markdown(a_told_meeting(), TODAY)


def test_whoever_said_not_to_come_is_not_said_to_have_been_there() -> None:
    here, there, invited = (
        Participant(who, who, attendance=attendance)
        for who, attendance in (
            ("Fatma", Attendance.COMING),
            ("Joost", Attendance.NOT_COMING),
            ("Wim", Attendance.INVITED),
        )
    )
    meeting = replace(a_closed_meeting("balie"), participants=(here, there, invited))
    assert "## Who was there\n\n- **employee:** Fatma\n" in to_markdown(meeting, TODAY)
    unnoted = to_markdown(replace(meeting, participants=(there, invited)), TODAY)
    assert "## Participants\n\n- **employee:** Wim\n" in unnoted
    assert "Who was there" not in unnoted
