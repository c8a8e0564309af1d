import csv
import re
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.agreements import agreements_of
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.export.to_csv import (
    FORMULA_STARTS,
    actions_to_csv,
    guarded,
    ideas_to_csv,
    unguarded,
)
from socinno_tui.i18n import Language, speaking
from tests.agreements import Agreed, a_closed_meeting, a_line
from tests.meetings import OWNERS, TODAY, a_meeting, an_idea
from tests.strategies import texts

HOSTILE = '=HYPERLINK("http://example.org";"klik")'


def rows(data: bytes, separator: str) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize(
    ("language", "separator", "header"), [("nl", ";", "idee"), ("en", ",", "idea")]
)
def test_a_spreadsheet_of_the_language_reads_it(
    language: Language, separator: str, header: str
) -> None:
    meeting = a_meeting(ideas=[an_idea(1, "Koffie; thee, en\nwater"), an_idea(2, HOSTILE)])
    with speaking(language):
        table = rows(ideas_to_csv(meeting), separator)
    assert table[0][2] == header
    assert table[1][2] == "Koffie; thee, en\nwater"
    assert table[2][2] == "'" + HOSTILE


def test_an_idea_tells_its_verdict_and_its_owner_and_no_author() -> None:
    meeting = a_closed_meeting("balie", [Agreed(3, OWNERS[1])])
    table = rows(ideas_to_csv(meeting), ",")
    assert table[0] == [
        "number",
        "question",
        "idea",
        "dots",
        "verdict",
        "reason",
        "merged under",
        "owner",
        "due",
        "first step",
    ]
    due = TODAY.add(days=3).isoformat()
    assert table[1][4] == "selected"
    assert table[1][7:9] == [OWNERS[1], due]


def test_what_is_merged_names_its_lead() -> None:
    lead, under = an_idea(1), an_idea(2, "Langer open", merged_into=1)
    declined = an_idea(3, "Niets doen", verdict=VerdictKind.NO)
    table = rows(ideas_to_csv(a_meeting(ideas=[lead, under, declined])), ",")
    assert [row[6] for row in table[1:]] == ["", "1", ""]


def test_an_agreement_tells_how_it_stands_and_what_it_brought() -> None:
    done = (a_line(UpdateKind.DONE, "Scheelt een uur"), a_line(UpdateKind.RESULT, "per dag"))
    meeting = a_closed_meeting("balie", [Agreed(-4), Agreed(3, updates=done)])
    table = rows(actions_to_csv(agreements_of(meeting), TODAY), ",")
    assert [row[4] for row in table[1:]] == ["overdue", "done"]
    assert table[2][8] == "Scheelt een uur / per dag"
    assert table[2][7].endswith(": result · per dag")


@given(texts)
def test_no_cell_begins_a_formula_and_each_comes_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.lstrip().startswith(FORMULA_STARTS)
    assert unguarded(cell) == text


@given(st.sampled_from(FORMULA_STARTS), texts, st.sampled_from(["", " ", "\u00a0", "  "]))
def test_whatever_may_begin_a_formula_is_guarded(start: str, text: str, before: str) -> None:
    assert guarded(before + start + text).startswith("'")


@pytest.mark.parametrize("text", ["'s avonds langer open", "€ 10,- per keer", "'", "a, b; c"])
def test_what_computes_nothing_is_left_as_it_was_typed(text: str) -> None:
    assert guarded(text) == text


SIGNS = st.text(st.sampled_from("=+-@|%,;\t\r\n' \"a1(\u00a0＝－"), max_size=14)
COMPUTES = re.compile(r"\s*([=@|%＝＠]|[+\-＋－][\w(.])")


@given(SIGNS, st.sampled_from(",;"), st.sampled_from(",;\t"))
@example("wacht;=1+1;x", ",", ";")
@example('wacht,"=1+1', ";", ",")
def test_a_spreadsheet_of_another_language_finds_no_formula_either(
    text: str, separator: str, other: str
) -> None:
    assert unguarded(guarded(text)) == text
    file = StringIO(newline="")
    csv.writer(file, delimiter=separator).writerow(["idee", guarded(text)])
    for row in csv.reader(StringIO(file.getvalue(), newline=""), delimiter=other):
        assert not [cell for cell in row if COMPUTES.match(cell)]
